#include "kiosk/visitor/ticket_printing.h"

#include "kiosk/printing/slips.h"
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

Instant now_of(const Flow& flow)
{
    return flow.snapshot() ? std::max(flow.snapshot()->now, flow.ticket()->arrived) : flow.ticket()->arrived;
}

} // namespace

TicketPrinting::TicketPrinting(
    const Configuration& configuration, app::Commands& commands, printing::Printing* printer)
    : configuration_(configuration)
    , commands_(commands)
    , printer_(printer)
    , reported_(std::make_shared<Reported>())
{
}

bool TicketPrinting::follow(const Flow& flow, Moment now)
{
    if (!printer_)
        return false;
    now_ = now;
    const VisitId before = shown_;
    if (!holds_ticket(flow)) {
        forget();
    } else if (flow.ticket()->id != shown_) {
        forget();
        shown_ = flow.ticket()->id;
        if (shown_ != printed_ && now_of(flow) - flow.ticket()->arrived < kJustTaken)
            print(flow, flow.ticket()->arrived);
    }
    const printing::Now told = printer_->now();
    const int steps =
        slip_.value() == 0 ? 0 : std::min(kPrintingSteps, 1 + static_cast<int>((now_ - began_) / kStep));
    const bool changed = told != heard_ || steps != steps_ || before != shown_;
    heard_ = told;
    steps_ = steps;
    report(now);
    return changed;
}

void TicketPrinting::print(const Flow& flow, Instant at)
{
    const Visit& ticket = *flow.ticket();
    const VisitNow* known = flow.snapshot() ? flow.snapshot()->visit(ticket.id) : nullptr;
    const bool large = flow.modes().large_print || configuration_.printer.large_print_always;
    slip_ = printer_->print(
        ticket_slip({ known ? known->visit : ticket, known ? known->estimate : flow.promised(), at },
            large ? printing::Print::Large : printing::Print::Normal, configuration_,
            nextplease::words(flow.language())));
    printed_ = ticket.id;
    began_ = now_;
}

void TicketPrinting::print_again(const Flow& flow)
{
    if (!printer_ || !holds_ticket(flow))
        return;
    // A second tap on the button is no second ticket.
    const bool under_way = slip_.value() != 0 && heard_.slip == slip_
        && (heard_.state == SlipState::Waiting || heard_.state == SlipState::Printing);
    if (under_way)
        return;
    if (slip_.value() != 0)
        printer_->forget(slip_);
    print(flow, now_of(flow));
    heard_ = printer_->now();
}

void TicketPrinting::forget()
{
    if (slip_.value() != 0)
        printer_->forget(slip_);
    slip_ = {};
    shown_ = {};
}

// Once for each state; again only where the store could not be told.
void TicketPrinting::report(Moment now)
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

std::optional<PrintingWords> TicketPrinting::words_for(const Flow& flow, const Words& words) const
{
    if (!printer_ || !flow.ticket())
        return std::nullopt;
    PrintingWords made;
    const bool mine = slip_.value() != 0 && heard_.slip == slip_;
    if (!mine) { // a ticket that was looked up
        made.look = PrintingWords::Look::Done;
        made.again = words.say(Text::VisitorPrintAgain);
        return made;
    }
    const bool waits = heard_.state == SlipState::Waiting && !can_print(heard_.why);
    if (heard_.state == SlipState::Failed || waits) {
        made.look = PrintingWords::Look::Trouble;
        made.title = words.say(heard_.why == DeviceState::PaperOut ? Text::VisitorPrintNoPaper
                : heard_.why == DeviceState::CoverOpen             ? Text::VisitorPrintCover
                                                                   : Text::VisitorPrintBroken);
        made.hint = words.say(
            configuration_.public_url.empty() ? Text::VisitorPrintRemember : Text::VisitorPrintRememberPhone,
            { { "number", flow.ticket()->number.text() } });
        if (!waits)
            made.again = words.say(Text::VisitorPrintAgain);
        return made;
    }
    const bool done = heard_.state == SlipState::Printed && steps_ >= kPrintingSteps;
    made.look = done ? PrintingWords::Look::Done : PrintingWords::Look::Working;
    made.title = words.say(done ? Text::VisitorPrintDone : Text::VisitorPrintTitle);
    made.hint = done ? words.say(Text::VisitorTicketLook, { { "number", flow.ticket()->number.text() } })
                     : words.say(Text::VisitorPrintBelow);
    made.steps = steps_;
    if (done)
        made.again = words.say(Text::VisitorPrintAgain);
    return made;
}

} // namespace nextplease::visitor
