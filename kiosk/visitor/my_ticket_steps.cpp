// What somebody who looks a ticket up is shown.
#include "kiosk/visitor/my_ticket_journey.h"

#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "kiosk/visitor/journey_parts.h"

#include <algorithm>

namespace nextplease::visitor {

std::string MyTicketJourney::name() const
{
    switch (stage_) {
    case Stage::Typing:
        return "my-ticket.number";
    case Stage::Looking:
    case Stage::Working:
        return "my-ticket.looking";
    case Stage::Shown:
    case Stage::Over:
        return "my-ticket." + std::string(visit_ ? word(now().state) : "over");
    case Stage::AskLeave:
        return "my-ticket.ask-leave";
    case Stage::AskMoreTime:
        return "my-ticket.ask-more-time";
    case Stage::Left:
        return "my-ticket.has-left";
    case Stage::Refused:
        return "my-ticket.refused";
    case Stage::Failed:
        break;
    }
    return "my-ticket.failed";
}

Step MyTicketJourney::step(const Words& words) const
{
    switch (stage_) {
    case Stage::Typing:
        return typing(words);
    case Stage::Looking:
    case Stage::Working:
        return one_moment(words, Text::VisitorMyTicketUnderWay);
    case Stage::Shown:
    case Stage::Over:
        return shown(words);
    case Stage::AskLeave:
        return asked(Text::VisitorCancelQuestion, ui::Icon::Out,
            words.say(Text::VisitorCancelLeaves, { { "number", visit_->number.text() } }),
            words.say(Text::VisitorCancelText), Text::VisitorCancelYes, words);
    case Stage::AskMoreTime:
        return asked(Text::VisitorMyTicketAskMoreTime, ui::Icon::People,
            words.count(Text::VisitorMyTicketGoFirst, behind()), then_you(words),
            Text::VisitorMyTicketMoreTimeYes, words);
    case Stage::Left:
        return left(words);
    case Stage::Refused:
        return refused(words);
    case Stage::Failed:
        break;
    }
    return store_unreachable(words);
}

Step MyTicketJourney::typing(const Words& words) const
{
    TypingStep step { .question = words.say(Text::VisitorMyTicketQuestion),
        .hint = words.say(Text::VisitorMyTicketHint),
        .label = words.say(Text::VisitorMyTicketLabel) };
    if (problem_)
        step.problem = words.say(*problem_);
    step.keys = TypingStep::Keys::Code;
    step.draft = &draft_;
    step.next = step_next(words.say(Text::VisitorMyTicketNext));
    return step;
}

Step MyTicketJourney::shown(const Words& words) const
{
    return visit_ && now().state == VisitState::Waiting ? in_queue(words) : state_said(words);
}

std::string MyTicketJourney::ahead(const Words& words) const
{
    const VisitNow* shown = in_room();
    if (!shown)
        return {};
    const Estimate& estimate = shown->estimate;
    std::string line = estimate.people_ahead == 0
        ? words.say(Text::VisitorMyTicketNobodyAhead)
        : words.count(Text::VisitorMyTicketAhead, estimate.people_ahead);
    if (!estimate.go_to.empty())
        return line + " "
            + words.say(
                Text::VisitorTicketGoTo, { { "desk", name_of(estimate.go_to, words, configuration_) } });
    if (!estimate.about)
        return line;
    if (estimate.about->count() == 0)
        return line + " " + words.say(Text::VisitorMyTicketSoon);
    const auto about = words.say(estimate.up_to ? Text::VisitorMyTicketAboutUpTo : Text::VisitorMyTicketAbout,
        { { "about", estimate.about->count() },
            { "up_to", estimate.up_to.value_or(*estimate.about).count() } });
    return line + " " + about;
}

Step MyTicketJourney::in_queue(const Words& words) const
{
    ChoiceStep step { .question = words.say(Text::VisitorMyTicketHeading,
                          { { "number", visit_->number.text() },
                              { "service", name_of(now().service, words, configuration_) } }),
        .hint = ahead(words),
        .choices = {} };
    // Whoever is next does not wait any more.
    const VisitNow* const waiting = in_room();
    const DelayNotice* const delay = waiting && waiting->estimate.people_ahead > 0
        ? notice_about(*snapshot_, waiting->visit.service)
        : nullptr;
    if (delay)
        step.hint += " " + delay_words(*delay, words, configuration_).text;
    for (const Offer offer : offers())
        step.choices.push_back(choice_for(offer, words));
    return step;
}

Choice MyTicketJourney::choice_for(Offer offer, const Words& words) const
{
    switch (offer) {
    case Offer::See:
        break;
    case Offer::Print:
        return { .key = "my-ticket.print",
            .title = words.say(Text::VisitorPrintAgain),
            .hint = words.say(Text::VisitorMyTicketPrintHint),
            .icon = ui::Icon::Printer };
    case Offer::MoreTime: {
        Choice more { .key = "my-ticket.more-time",
            .title = words.say(Text::VisitorMyTicketMoreTime),
            .hint = words.count(Text::VisitorMyTicketGoFirst, std::max(behind(), 1)),
            .icon = ui::Icon::Clock };
        if (now().more_time >= configuration_.office.rules.more_time_at_most)
            more.off = words.say(Text::VisitorMyTicketUsed);
        else if (behind() == 0)
            more.off = words.say(Text::VisitorMyTicketNobodyBehind);
        return more;
    }
    case Offer::Leave:
        return { .key = "my-ticket.leave",
            .title = words.say(Text::VisitorMyTicketLeave),
            .hint = words.say(Text::VisitorMyTicketLeaveHint),
            .icon = ui::Icon::Out };
    }
    return { .key = "my-ticket.see",
        .title = words.say(Text::VisitorCheckInShowTicket),
        .hint = words.say(Text::VisitorMyTicketSeeHint),
        .icon = ui::Icon::Letter };
}

SayingStep MyTicketJourney::with_number(const Words& words, Text heading, MessageLine line) const
{
    SayingStep step;
    step.words.heading = words.say(heading);
    step.words.lines = { std::move(line) };
    step.words.first = step_back(words.say(Text::VisitorBack));
    if (visit_) {
        step.large = visit_->number.text();
        step.large_label = words.say(Text::VisitorTicketNumber);
    }
    return step;
}

// Everything but waiting: one thing to know, and what to do.
Step MyTicketJourney::state_said(const Words& words) const
{
    const Visit visit = visit_ ? now() : Visit {};
    const auto step = [&](Text heading, ui::Icon icon, const std::string& title, const std::string& text,
                          Text button) {
        SayingStep made = with_number(words, heading, { icon, title, text });
        made.words.main = step_next(words.say(button));
        return made;
    };
    if ((visit.state == VisitState::Called || visit.state == VisitState::Serving) && visit.desk)
        return step(Text::VisitorTicketCalled, ui::Icon::Call,
            words.say(Text::VisitorTicketGoTo, { { "desk", name_of(*visit.desk, words, configuration_) } }),
            {}, Text::VisitorCheckInShowTicket);
    if (visit.state == VisitState::Held)
        return step(Text::VisitorTicketHeld, ui::Icon::Hold, words.say(Text::VisitorTicketHeldHint), {},
            Text::VisitorCheckInShowTicket);
    if (may_rejoin())
        return step(Text::VisitorTicketMissed, ui::Icon::Call, words.say(Text::VisitorMyTicketCanRejoin),
            words.say(Text::VisitorMyTicketKeepsPlace), Text::VisitorMyTicketRejoin);
    return step(Text::VisitorTicketOver, ui::Icon::Tick, words.say(Text::VisitorTicketOverHint), {},
        Text::VisitorCheckInTakeTicket);
}

Step MyTicketJourney::asked(
    Text question, ui::Icon icon, std::string title, std::string text, Text yes, const Words& words) const
{
    SayingStep step = with_number(words, question, { icon, std::move(title), std::move(text) });
    step.words.first = step_back(words.say(Text::VisitorMyTicketKeep));
    step.words.main = step_next(words.say(yes));
    return step;
}

std::string MyTicketJourney::then_you(const Words& words) const
{
    std::string text = words.say(Text::VisitorMyTicketThenYou);
    if (configuration_.office.rules.more_time_at_most == 1)
        text += " " + words.say(Text::VisitorMyTicketOnce);
    return text;
}

Step MyTicketJourney::left(const Words& words) const
{
    SayingStep step;
    step.words.heading = words.say(Text::VisitorCancelledHeading);
    step.words.lines = { { ui::Icon::Tick,
        words.say(Text::VisitorCancelledLeft, { { "number", visit_->number.text() } }),
        words.say(Text::VisitorCancelledText) } };
    step.words.main = step_next(words.say(Text::VisitorTicketDone));
    return step;
}

Step MyTicketJourney::refused(const Words& words) const
{
    SayingStep step;
    step.words.heading = words.say(Text::VisitorSorryGeneral);
    if (refusal_)
        step.words.lines = { { ui::Icon::People, sentence(*refusal_, words, configuration_), {} } };
    step.words.main = step_next(words.say(Text::VisitorBack));
    return step;
}

} // namespace nextplease::visitor
