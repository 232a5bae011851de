#include "kiosk/printing/cups_sink.h"

#include "kiosk/printing/escpos.h"

#include <algorithm>
#include <array>
#include <cups/cups.h>
#include <thread>

namespace nextplease::printing {
namespace {

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;

struct DeleteIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

// What the server says of a printer, worst first. Its words are those of IPP (RFC 8011, 5.4.12), with
// "-error", "-warning" or "-report" behind some.
struct Reason {
    std::string_view word;
    DeviceState state;
};
constexpr std::array kReasons {
    Reason { "cover-open", DeviceState::CoverOpen },
    Reason { "door-open", DeviceState::CoverOpen },
    Reason { "media-empty", DeviceState::PaperOut },
    Reason { "media-needed", DeviceState::PaperOut },
    Reason { "media-jam", DeviceState::Fault },
    Reason { "other-error", DeviceState::Fault },
    Reason { "cups-missing-filter", DeviceState::Fault },
    Reason { "cups-insecure-filter", DeviceState::Fault },
    Reason { "offline", DeviceState::Offline },
    Reason { "shutdown", DeviceState::Offline },
    Reason { "timed-out", DeviceState::Offline },
    Reason { "connecting-to-device", DeviceState::Offline },
    Reason { "paused", DeviceState::Offline },
    Reason { "media-low", DeviceState::PaperNearEnd },
};

class CupsSink : public Sink {
public:
    CupsSink(std::string queue, const Interrupt& interrupt, const Patience& patience)
        : queue_(std::move(queue))
        , interrupt_(interrupt)
        , patience_(patience)
    {
    }

    DeviceState status() override
    {
        const Http http = connect();
        return http ? state_of_queue(http.get()) : DeviceState::Offline;
    }

    Result print(const Raster& raster) override
    {
        const Http http = connect();
        if (!http)
            return { Result::End::NotBegun, DeviceState::Offline };
        const DeviceState before = state_of_queue(http.get());
        if (!can_print(before))
            return { Result::End::NotBegun, before };
        const int job = cupsCreateJob(http.get(), queue_.c_str(), "Ticket", 0, nullptr);
        if (job == 0)
            return { Result::End::NotBegun, DeviceState::Fault };
        if (!hand_over(http.get(), job, escpos::job(raster).bytes)) {
            cupsCancelJob2(http.get(), queue_.c_str(), job, 0);
            return { Result::End::NotBegun, DeviceState::Stalled };
        }
        return wait_for(http.get(), job);
    }

private:
    Http connect() const
    {
        Http http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
            static_cast<int>(patience_.open.count()), nullptr));
        if (http)
            httpSetTimeout(
                http.get(), std::chrono::duration<double>(patience_.open).count(),
                [](http_t*, void*) { return 0; }, nullptr);
        return http;
    }

    Ipp request(ipp_op_t operation) const
    {
        std::array<char, HTTP_MAX_URI> uri {};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
            "localhost", 0, "/printers/%s", queue_.c_str());
        Ipp made(ippNewRequest(operation));
        ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
        return made;
    }

    DeviceState state_of_queue(http_t* http) const
    {
        const Ipp told(cupsDoRequest(http, request(IPP_OP_GET_PRINTER_ATTRIBUTES).release(), "/"));
        if (!told || ippGetStatusCode(told.get()) > IPP_STATUS_OK_CONFLICTING)
            return DeviceState::Offline; // no such queue, or the server says nothing
        DeviceState worst = DeviceState::Ready;
        if (ipp_attribute_t* reasons = ippFindAttribute(told.get(), "printer-state-reasons", IPP_TAG_KEYWORD))
            for (int i = ippGetCount(reasons); i-- > 0;)
                worst = std::max(worst, state_for(ippGetString(reasons, i, nullptr)));
        ipp_attribute_t* state = ippFindAttribute(told.get(), "printer-state", IPP_TAG_ENUM);
        if (can_print(worst) && state && ippGetInteger(state, 0) == IPP_PSTATE_STOPPED)
            return DeviceState::Offline;
        ipp_attribute_t* accepts = ippFindAttribute(told.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
        if (can_print(worst) && accepts && ippGetBoolean(accepts, 0) == 0)
            return DeviceState::Offline;
        return worst;
    }

    static DeviceState state_for(std::string_view reason)
    {
        for (const Reason& one : kReasons)
            if (reason.starts_with(one.word))
                return one.state;
        return DeviceState::Ready;
    }

    bool hand_over(http_t* http, int job, const std::string& bytes) const
    {
        if (cupsStartDocument(http, queue_.c_str(), job, "Ticket", CUPS_FORMAT_RAW, 1)
            != HTTP_STATUS_CONTINUE)
            return false;
        return cupsWriteRequestData(http, bytes.data(), bytes.size()) == HTTP_STATUS_CONTINUE
            && cupsFinishDocument(http, queue_.c_str()) <= IPP_STATUS_OK_CONFLICTING;
    }

    // A job that is not done in time is taken back: it would be printed for nobody.
    Result wait_for(http_t* http, int job) const
    {
        constexpr Milliseconds kLook { 100 };
        const auto end = std::chrono::steady_clock::now() + patience_.slip;
        while (std::chrono::steady_clock::now() < end && !interrupt_.asked()) {
            const ipp_jstate_t state = state_of_job(http, job);
            if (state == IPP_JSTATE_COMPLETED)
                return { Result::End::Printed, state_of_queue(http) };
            if (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED)
                break;
            std::this_thread::sleep_for(kLook);
        }
        const DeviceState why = state_of_queue(http);
        cupsCancelJob2(http, queue_.c_str(), job, 0);
        return { Result::End::Torn, can_print(why) ? DeviceState::Stalled : why };
    }

    ipp_jstate_t state_of_job(http_t* http, int job) const
    {
        Ipp asked = request(IPP_OP_GET_JOB_ATTRIBUTES);
        ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
        const Ipp told(cupsDoRequest(http, asked.release(), "/"));
        ipp_attribute_t* state = told ? ippFindAttribute(told.get(), "job-state", IPP_TAG_ENUM) : nullptr;
        return state ? static_cast<ipp_jstate_t>(ippGetInteger(state, 0)) : IPP_JSTATE_PENDING;
    }

    std::string queue_;
    const Interrupt& interrupt_;
    Patience patience_;
};

} // namespace

std::unique_ptr<Sink> make_cups_sink(
    const std::string& queue, const Interrupt& interrupt, const Patience& patience)
{
    return std::make_unique<CupsSink>(queue, interrupt, patience);
}

} // namespace nextplease::printing
