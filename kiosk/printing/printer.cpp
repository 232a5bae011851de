#include "kiosk/printing/printer.h"

#include "core/base/error.h"
#include "core/base/log.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace nextplease::printing {
namespace {

class Printer : public Printing {
public:
    Printer(MakeSink make_sink, const PrinterSettings& settings, const Rhythm& rhythm)
        : make_sink_(std::move(make_sink))
        , settings_(settings)
        , rhythm_(rhythm)
        , thread_([this](const std::stop_token& stop) { run(stop); })
    {
    }

    ~Printer() override
    {
        thread_.request_stop();
        interrupt_.ask();
        wake_.notify_all();
        thread_.join();
    }
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    SlipId print(Paper paper) override
    {
        now_.slip = SlipId(now_.slip.value() + 1);
        now_.state = SlipState::Waiting;
        now_.why = now_.device;
        order([slip = now_.slip, paper = std::move(paper)](PrinterLoop& loop) { loop.print(slip, paper); });
        return now_.slip;
    }

    void print_again(SlipId slip) override
    {
        order([slip](PrinterLoop& loop) { loop.print_again(slip); });
    }

    void forget(SlipId slip) override
    {
        order([slip](PrinterLoop& loop) { loop.forget(slip); });
    }

    const Now& now() override
    {
        std::optional<Now> news;
        {
            const std::lock_guard lock(mutex_);
            news = std::exchange(news_, {});
        }
        if (news)
            heard(*news);
        return now_;
    }

private:
    using Order = std::function<void(PrinterLoop&)>;

    void order(Order order)
    {
        {
            const std::lock_guard lock(mutex_);
            orders_.push_back(std::move(order));
        }
        wake_.notify_all();
    }

    // UI thread. News of an earlier slip come late.
    void heard(const Now& told)
    {
        now_.device = told.device;
        now_.heard = told.heard;
        if (told.slip != now_.slip)
            return;
        now_.state = told.state;
        now_.why = told.why;
    }

    // ---- The printer's thread ----

    void run(const std::stop_token& stop)
    {
        const PaperDrawer drawer = drawer_of(settings_);
        const std::unique_ptr<Sink> sink = make_sink_(interrupt_);
        PrinterLoop loop({ .sink = *sink,
                             .draw = [&](const Paper& paper) { return drawer.draw(paper); },
                             .now = [] { return std::chrono::steady_clock::now(); },
                             .tell = [this](const Now& now) { tell(now); } },
            rhythm_);
        while (!stop.stop_requested()) {
            for (const Order& order : orders())
                order(loop);
            const Milliseconds pause = loop.step();
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stop, pause, [this] { return !orders_.empty(); });
        }
    }

    static PaperDrawer drawer_of(const PrinterSettings& settings)
    {
        try {
            return PaperDrawer(settings.width_mm, settings.logo);
        } catch (const Failure& error) {
            log::error(error.what());
            return PaperDrawer(settings.width_mm);
        }
    }

    std::vector<Order> orders()
    {
        const std::lock_guard lock(mutex_);
        return std::exchange(orders_, {});
    }

    void tell(const Now& now)
    {
        const std::lock_guard lock(mutex_);
        news_ = now;
    }

    MakeSink make_sink_;
    PrinterSettings settings_;
    Rhythm rhythm_;
    Interrupt interrupt_;
    Now now_; // UI thread
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::vector<Order> orders_;
    std::optional<Now> news_;
    std::jthread thread_; // last: it uses all of the above
};

} // namespace

std::unique_ptr<Printing> make_printer_over(
    MakeSink make_sink, const PrinterSettings& settings, const Rhythm& rhythm)
{
    return std::make_unique<Printer>(std::move(make_sink), settings, rhythm);
}

std::unique_ptr<Printing> make_printer(const PrinterSettings& settings)
{
    const auto address = printer_address(settings.url);
    if (!address)
        return nullptr;
    return make_printer_over(
        [address](const Interrupt& interrupt) { return make_sink(*address, interrupt); }, settings);
}

} // namespace nextplease::printing
