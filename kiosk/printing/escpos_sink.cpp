#include "kiosk/printing/escpos_sink.h"

#include <algorithm>

namespace nextplease::printing {
namespace {

// Closes the wire at the end of whatever it was opened for.
class Opened {
public:
    Opened(Wire& wire, Milliseconds within)
        : wire_(wire)
        , open_(wire.open(within))
    {
    }
    ~Opened() { wire_.close(); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    explicit operator bool() const { return open_; }

private:
    Wire& wire_;
    bool open_;
};

} // namespace

EscposSink::EscposSink(std::unique_ptr<Wire> wire, const Interrupt& interrupt, const Patience& patience)
    : wire_(std::move(wire))
    , interrupt_(interrupt)
    , patience_(patience)
{
}

// Asks twice: the first answer may have been spoilt by what came before it.
std::optional<std::uint8_t> EscposSink::answer(escpos::Question question)
{
    constexpr int kTries = 2;
    for (int i = 0; i < kTries; ++i) {
        wire_->receive(Milliseconds { 0 }, Milliseconds { 0 }); // what nobody asked for
        if (wire_->send(escpos::ask(question), patience_.answer, patience_.answer).end
            != Wire::Sent::End::All)
            return std::nullopt;
        std::string received = wire_->receive(patience_.answer, patience_.quiet);
        const auto is_done = [](char c) { return escpos::is_done_answer(static_cast<std::uint8_t>(c)); };
        done_ = done_ || std::any_of(received.begin(), received.end(), is_done);
        std::erase_if(received, is_done);
        if (const auto byte = escpos::answer_in(received)) {
            answers_ = true;
            return byte;
        }
        if (received.empty() && !answers_)
            break; // it has never answered: no need to wait for that twice
    }
    return std::nullopt;
}

DeviceState EscposSink::ask_all()
{
    if (wire_->talk() == Talk::OneWay)
        return DeviceState::Ready; // a file is as good as its last write
    escpos::Answers answers;
    answers.printer = answer(escpos::Question::Printer);
    if (!answers.printer)
        return answers_ ? DeviceState::Stalled : DeviceState::Unknown;
    answers.paper = answer(escpos::Question::Paper);
    answers.offline_cause = answer(escpos::Question::OfflineCause);
    if (answers.offline_cause && (*answers.offline_cause & 0x40) != 0)
        answers.error_cause = answer(escpos::Question::ErrorCause);
    return escpos::state_of(answers);
}

DeviceState EscposSink::status()
{
    const Opened open(*wire_, patience_.open);
    return open ? ask_all() : DeviceState::Offline;
}

// Why a slip was not taken.
DeviceState EscposSink::after_trouble(Wire::Sent::End end)
{
    if (end == Wire::Sent::End::Gone)
        return DeviceState::Offline;
    const DeviceState told = wire_->talk() == Talk::OneWay ? DeviceState::Fault : ask_all();
    return can_print(told) ? DeviceState::Stalled : told;
}

Sink::Result EscposSink::torn(const escpos::Job& job, const Wire::Sent& sent, std::size_t before)
{
    if (sent.bytes > before)
        completion_ = escpos::completion(job);
    return { sent.bytes > before ? Result::End::Torn : Result::End::NotBegun, after_trouble(sent.end) };
}

Sink::Result EscposSink::print(const Raster& raster)
{
    const Opened open(*wire_, patience_.open);
    if (!open)
        return { Result::End::NotBegun, DeviceState::Offline };
    const DeviceState before = ask_all();
    if (!can_print(before))
        return { Result::End::NotBegun, before };
    const escpos::Job job = escpos::job(raster);
    const Wire::Sent sent = wire_->send(completion_ + job.bytes, patience_.progress, patience_.slip);
    if (sent.end != Wire::Sent::End::All)
        return torn(job, sent, completion_.size());
    completion_.clear();
    if (wire_->talk() == Talk::OneWay || before == DeviceState::Unknown)
        return { Result::End::Printed, before };
    return wait_until_done(job);
}

// Until it says so. In between it is asked what keeps it: paper that ended in the middle of the slip, a cover
// that was opened. Some do not know that last question; whoever is well after all that time has printed.
Sink::Result EscposSink::wait_until_done(const escpos::Job& job)
{
    using Clock = std::chrono::steady_clock;
    done_ = false;
    const Wire::Sent asked = wire_->send(escpos::ask_when_done(), patience_.answer, patience_.answer);
    const auto end = Clock::now() + patience_.done;
    DeviceState state = DeviceState::Ready;
    while (asked.end == Wire::Sent::End::All && !done_ && Clock::now() < end && !interrupt_.asked()) {
        const std::string received = wire_->receive(patience_.answer, Milliseconds { 0 });
        done_ = std::any_of(received.begin(), received.end(),
            [](char c) { return escpos::is_done_answer(static_cast<std::uint8_t>(c)); });
        if (done_)
            break;
        state = ask_all();
        if (!can_print(state) && !done_)
            break;
    }
    if (done_)
        state = ask_all(); // the paper may have run low or out with this slip
    if (asked.end != Wire::Sent::End::All)
        state = after_trouble(asked.end);
    if (done_ || can_print(state))
        return { Result::End::Printed, state };
    completion_ = escpos::completion(job);
    return { Result::End::Torn, state };
}

} // namespace nextplease::printing
