#include "kiosk/printing/printer_loop.h"

#include "core/base/log.h"

#include <algorithm>
#include <exception>

namespace nextplease::printing {

PrinterLoop::PrinterLoop(Outside outside, const Rhythm& rhythm)
    : outside_(std::move(outside))
    , rhythm_(rhythm)
{
}

void PrinterLoop::print(SlipId slip, Paper paper)
{
    last_ = Slip { slip, std::move(paper), outside_.now() };
    waiting_.push_back(*last_);
    tell(slip, SlipState::Waiting, now_.device);
}

void PrinterLoop::print_again(SlipId slip)
{
    const bool on_its_way =
        std::any_of(waiting_.begin(), waiting_.end(), [&](const Slip& one) { return one.id == slip; });
    if (!last_ || last_->id != slip || on_its_way)
        return;
    last_->asked = outside_.now();
    waiting_.push_back(*last_);
    tell(slip, SlipState::Waiting, now_.device);
}

void PrinterLoop::forget(SlipId slip)
{
    std::erase_if(waiting_, [&](const Slip& one) { return one.id == slip; });
    if (last_ && last_->id == slip)
        last_.reset();
}

Milliseconds PrinterLoop::step()
{
    give_up_old();
    const Milliseconds pause = !waiting_.empty() && !can_print(now_.device) ? rhythm_.wanted
        : can_print(now_.device)                                            ? rhythm_.well
                                                                            : rhythm_.ill;
    const bool due = !asked_at_ || outside_.now() - *asked_at_ >= pause;
    if (!waiting_.empty() && (can_print(now_.device) || due))
        try_to_print();
    else if (due)
        ask_printer();
    if (!waiting_.empty())
        return can_print(now_.device) ? Milliseconds { 0 } : rhythm_.wanted;
    return can_print(now_.device) ? rhythm_.well : rhythm_.ill;
}

// What nobody waits for any more.
void PrinterLoop::give_up_old()
{
    while (!waiting_.empty() && outside_.now() - waiting_.front().asked >= rhythm_.keep) {
        const SlipId slip = waiting_.front().id;
        waiting_.pop_front();
        tell(slip, SlipState::Failed, now_.device);
    }
}

void PrinterLoop::try_to_print()
{
    const Slip slip = std::move(waiting_.front());
    waiting_.pop_front();
    DrawnPaper drawn;
    try {
        drawn = outside_.draw(slip.paper);
    } catch (const std::exception& error) {
        log::error(error.what());
        return tell(slip.id, SlipState::Failed, DeviceState::Fault);
    }
    if (can_print(now_.device))
        tell(slip.id, SlipState::Printing, now_.device);
    const Sink::Result result = outside_.sink.print(drawn.raster);
    asked_at_ = outside_.now();
    heard(result.state);
    switch (result.end) {
    case Sink::Result::End::Printed:
        return tell(slip.id, SlipState::Printed, result.state);
    case Sink::Result::End::Torn:
        return tell(slip.id, SlipState::Failed, result.state);
    case Sink::Result::End::NotBegun:
        waiting_.push_front(slip);
        return tell(slip.id, SlipState::Waiting, result.state);
    }
}

void PrinterLoop::ask_printer()
{
    const DeviceState state = outside_.sink.status();
    asked_at_ = outside_.now();
    heard(state);
}

void PrinterLoop::heard(DeviceState state)
{
    if (now_.heard && now_.device == state)
        return;
    if (!can_print(state))
        log::warning("the printer cannot print: " + std::string(word(state)));
    else if (now_.heard && !can_print(now_.device))
        log::warning("the printer can print again");
    now_.device = state;
    now_.heard = true;
    outside_.tell(now_);
}

// Of the latest slip only: whoever asked for one before it has moved on.
void PrinterLoop::tell(SlipId slip, SlipState state, DeviceState why)
{
    if (slip < now_.slip || (slip == now_.slip && state == now_.state && why == now_.why))
        return;
    now_.slip = slip;
    now_.state = state;
    now_.why = why;
    outside_.tell(now_);
}

} // namespace nextplease::printing
