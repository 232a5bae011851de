#include "kiosk/visitor/slip_printing.h"

#include "core/reception/device_words.h"
#include "kiosk/printing/case_receipt.h"
#include "kiosk/printing/slips.h"
#include "kiosk/visitor/message_words.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

constexpr Moment kStep { 400 }; // look.md: "Printing segments step each 400 ms and stop."
constexpr Moment kReportAgain { 10000 }; // after the store could not be told
constexpr Minutes kJustTaken { 2 }; // a ticket that is older was looked up

using printing::SlipId;
using printing::SlipState;

bool holds_ticket(const Flow& flow)
{
    return flow.ticket()
        && (flow.screen() == Screen::Ticket || flow.screen() == Screen::AskCancel
            || flow.screen() == Screen::Cancelling || flow.screen() == Screen::Help
            || flow.screen() == Screen::Languages);
}

// What the journey that is shown has sent.
const Case* sent_by(const Flow& flow)
{
    return flow.journey() ? flow.journey()->sent() : nullptr;
}

Instant began_at(const Flow& flow)
{
    const Case* const sent = sent_by(flow);
    return sent ? sent->received : flow.ticket()->arrived;
}

Instant now_of(const Flow& flow)
{
    const Instant began = began_at(flow);
    return flow.snapshot() ? std::max(flow.snapshot()->now, began) : began;
}

} // namespace

SlipPrinting::SlipPrinting(
    const Configuration& configuration, app::Commands& commands, printing::Printing* printer)
    : configuration_(configuration)
    , commands_(commands)
    , printer_(printer)
    , reported_(std::make_shared<Reported>())
{
}

SlipPrinting::Shown SlipPrinting::shown_by(const Flow& flow)
{
    if (const Case* const sent = sent_by(flow))
        return { .ticket = {}, .sent = sent->id };
    return holds_ticket(flow) ? Shown { .ticket = flow.ticket()->id, .sent = {} } : Shown {};
}

bool SlipPrinting::is_new(const Flow& flow)
{
    return sent_by(flow) || now_of(flow) - flow.ticket()->arrived < kJustTaken;
}

bool SlipPrinting::follow(Flow& flow, Moment now)
{
    const bool wanted = flow.wants_paper();
    if (!printer_ || still_)
        return false;
    now_ = now;
    const Shown before = shown_, shown = shown_by(flow);
    if (shown != shown_) {
        forget();
        shown_ = shown;
        if (shown != Shown {} && shown != printed_ && !wanted && is_new(flow))
            print(flow, began_at(flow));
    }
    if (wanted)
        print_again(flow);
    const printing::Now told = printer_->now();
    const int steps =
        slip_.value() == 0 ? 0 : std::min(kPrintingSteps, 1 + static_cast<int>((now_ - began_) / kStep));
    const bool changed = told != heard_ || steps != steps_ || before != shown_;
    heard_ = told;
    steps_ = steps;
    report(now);
    return changed;
}

printing::Paper SlipPrinting::paper_for(const Flow& flow, Instant at) const
{
    const Words& words = nextplease::words(flow.language());
    const bool large = flow.modes().large_print || configuration_.printer.large_print_always;
    const auto print = large ? printing::Print::Large : printing::Print::Normal;
    if (const Case* const sent = sent_by(flow))
        return case_slip(
            printing::receipt_of(*sent, words, configuration_), at, print, configuration_, words);
    const Visit& ticket = *flow.ticket();
    const VisitNow* known = flow.snapshot() ? flow.snapshot()->visit(ticket.id) : nullptr;
    return ticket_slip({ known ? known->visit : ticket, known ? known->estimate : flow.promised(), at },
        print, configuration_, words);
}

void SlipPrinting::print(const Flow& flow, Instant at)
{
    slip_ = printer_->print(paper_for(flow, at));
    printed_ = shown_;
    began_ = now_;
    steps_ = 0;
}

bool SlipPrinting::under_way(SlipId slip) const
{
    return slip.value() != 0 && heard_.slip == slip
        && (heard_.state == SlipState::Waiting || heard_.state == SlipState::Printing);
}

bool SlipPrinting::waits_in_vain() const
{
    return heard_.state == SlipState::Waiting && !can_print(heard_.why);
}

void SlipPrinting::print_again(const Flow& flow)
{
    // A second tap on the button is no second slip.
    if (!printer_ || shown_ == Shown {} || shown_ != shown_by(flow) || under_way(slip_))
        return;
    if (slip_.value() != 0)
        printer_->forget(slip_);
    print(flow, now_of(flow));
    heard_ = printer_->now();
}

void SlipPrinting::forget()
{
    if (slip_.value() != 0)
        printer_->forget(slip_);
    slip_ = {};
    shown_ = {};
}

// Once for each state; again only where the store could not be told.
void SlipPrinting::report(Moment now)
{
    Reported& reported = *reported_;
    if (!heard_.heard || reported.under_way || reported.state == heard_.device
        || (reported.tried.count() != 0 && !reported.state && now - reported.tried < kReportAgain))
        return;
    reported.under_way = true;
    reported.tried = now;
    const DeviceState state = heard_.device;
    const auto told = [kept = std::weak_ptr<Reported>(reported_)](std::optional<DeviceState> known) {
        if (const auto alive = kept.lock()) {
            alive->under_way = false;
            alive->state = known;
        }
    };
    commands_.submit(
        [state, told](Reception& reception) -> app::Commands::Then {
            reception.report_device("printer", state);
            return [told, state] { told(state); };
        },
        [told](const std::string&) { told({}); });
}

// ---- What is said ----

std::optional<PrintingWords> SlipPrinting::words_for(const Flow& flow, const Words& words) const
{
    const Case* const sent = sent_by(flow);
    if ((!printer_ && !still_) || (!sent && !flow.ticket()))
        return std::nullopt;
    PrintingWords made;
    const bool mine = slip_.value() != 0 && heard_.slip == slip_;
    if (!mine) { // a ticket that was looked up
        made.look = PrintingWords::Look::Done;
        made.again = words.say(Text::VisitorPrintAgain);
        return made;
    }
    const bool waits = waits_in_vain();
    if (heard_.state == SlipState::Failed || waits) {
        made.look = PrintingWords::Look::Trouble;
        made.title = words.say(heard_.why == DeviceState::PaperOut ? Text::VisitorPrintNoPaper
                : heard_.why == DeviceState::CoverOpen             ? Text::VisitorPrintCover
                                                                   : Text::VisitorPrintBroken);
        if (sent)
            made.hint = words.say(Text::VisitorMessageSentKeep, { { "reference", reference_of(*sent) } });
        else
            made.hint = words.say(configuration_.public_url.empty() ? Text::VisitorPrintRemember
                                                                    : Text::VisitorPrintRememberPhone,
                { { "number", flow.ticket()->number.text() } });
        if (!waits)
            made.again = words.say(Text::VisitorPrintAgain);
        return made;
    }
    const bool done = heard_.state == SlipState::Printed && steps_ >= kPrintingSteps;
    made.look = done ? PrintingWords::Look::Done : PrintingWords::Look::Working;
    made.title = sent ? words.say(done ? Text::VisitorPrintSlipDone : Text::VisitorPrintSlip)
                      : words.say(done ? Text::VisitorPrintDone : Text::VisitorPrintTitle);
    made.hint = done && !sent
        ? words.say(Text::VisitorTicketLook, { { "number", flow.ticket()->number.text() } })
        : words.say(Text::VisitorPrintBelow);
    made.steps = steps_;
    if (done)
        made.again = words.say(Text::VisitorPrintAgain);
    return made;
}

// ---- For staff ----

std::optional<std::string> SlipPrinting::standing(const Words& words) const
{
    if (!printer_)
        return std::nullopt;
    return heard_.device == DeviceState::Ready ? std::string {} : device_words(heard_.device, words);
}

void SlipPrinting::print_test(Instant at, const Words& words)
{
    if (!printer_ || under_way(test_))
        return;
    if (test_.value() != 0)
        printer_->forget(test_);
    test_ = printer_->print(printing::test_slip(at, configuration_, words));
    heard_ = printer_->now();
}

std::string SlipPrinting::test_said(const Words& words) const
{
    if (test_.value() == 0 || heard_.slip != test_)
        return {};
    if (heard_.state == SlipState::Failed || waits_in_vain())
        return device_words(heard_.why, words);
    return words.say(
        heard_.state == SlipState::Printed ? Text::VisitorServicePrinted : Text::VisitorServiceChecking);
}

// ---- Pictures ----

void SlipPrinting::put_at(const Flow& flow, const printing::Now& told)
{
    still_ = true;
    shown_ = shown_by(flow);
    heard_ = told;
    slip_ = told.slip;
    steps_ = told.state == SlipState::Printed ? kPrintingSteps : kPrintingSteps / 2;
}

} // namespace nextplease::visitor
