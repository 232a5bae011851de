// What the confirmation and the ticket say.
#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "kiosk/visitor/wording.h"
#include "text_keys.h"

namespace nextplease::visitor {
namespace {

// A ticket is not in a picture of the room that was made before it.
constexpr Seconds kUntilInPicture { 3 };

WaitWords waiting(const Estimate& estimate, const Configuration& configuration, const Words& words)
{
    WaitWords made;
    const int ahead = estimate.people_ahead;
    made.people =
        ahead == 0 ? words.say(Text::VisitorWaitNobody) : words.count(Text::VisitorWaitPeople, ahead);
    made.people_hint = words.say(Text::VisitorWaitAhead);
    if (estimate.next()) {
        // Over the whole width: words, not a figure.
        made.state = WaitWords::State::Other;
        made.notice = words.say(Text::VisitorWaitNext);
        if (!estimate.go_to.empty())
            made.notice_hint = words.say(
                Text::VisitorTicketGoTo, { { "desk", name_of(estimate.go_to, words, configuration) } });
        else if (estimate.up_to)
            made.notice_hint = words.say(Text::VisitorWaitUpTo, { { "minutes", estimate.up_to->count() } });
        else
            made.notice_hint = words.say(Text::VisitorMyTicketSoon);
        return made;
    }
    if (!estimate.about) {
        made.time = words.say(Text::VisitorWaitNoDesk);
        return made;
    }
    made.time = wait_words({ .people_ahead = ahead, .about = estimate.about, .up_to = {} }, words);
    made.time_hint = estimate.up_to
        ? words.say(Text::VisitorWaitUpTo, { { "minutes", estimate.up_to->count() } })
        : words.say(Text::VisitorWaitTime);
    return made;
}

enum class Queue { In, Out };

WaitWords notice(WaitWords::State state, Queue queue, std::string title, std::string hint)
{
    WaitWords made;
    made.state = state;
    made.out_of_queue = queue == Queue::Out;
    made.notice = std::move(title);
    made.notice_hint = std::move(hint);
    return made;
}

// How the ticket stands now.
WaitWords ticket_state(const Flow& flow, const Configuration& configuration, const Words& words)
{
    using State = WaitWords::State;
    const Visit& ticket = *flow.ticket();
    if (!flow.snapshot())
        return waiting(flow.promised(), configuration, words);
    const Snapshot& room = *flow.snapshot();
    if (room.cut_off)
        return notice(State::Other, Queue::In, words.say(Text::VisitorTicketCutOff),
            words.say(Text::VisitorTicketCutOffHint));
    const VisitNow* now = room.visit(ticket.id);
    if (!now && room.now - ticket.arrived < kUntilInPicture)
        return waiting(flow.promised(), configuration, words);
    for (const VisitNow& missed : room.no_shows) {
        if (missed.visit.id == ticket.id)
            return notice(State::Other, Queue::Out, words.say(Text::VisitorTicketMissed),
                words.say(Text::VisitorTicketMissedHint));
    }
    if (!now)
        return notice(State::Other, Queue::Out, words.say(Text::VisitorTicketOver),
            words.say(Text::VisitorTicketOverHint));
    if (now->visit.state == VisitState::Held)
        return notice(State::Other, Queue::In, words.say(Text::VisitorTicketHeld),
            words.say(Text::VisitorTicketHeldHint));
    if (now->visit.state != VisitState::Waiting && now->visit.desk)
        return notice(State::Called, Queue::Out, words.say(Text::VisitorTicketCalled),
            words.say(
                Text::VisitorTicketGoTo, { { "desk", name_of(*now->visit.desk, words, configuration) } }));
    return waiting(now->estimate, configuration, words);
}

std::vector<DocumentLine> documents(
    const Service* service, const Configuration& configuration, const Words& words)
{
    std::vector<DocumentLine> made;
    if (!service)
        return made;
    for (const Document& document : service->bring) {
        DocumentLine line;
        line.name = words_in(document.name, words.language(), configuration.languages);
        line.hint = words_in(document.hint, words.language(), configuration.languages);
        ui::icon_named(document.icon, line.icon);
        made.push_back(std::move(line));
    }
    return made;
}

// "Open today 09:00 to 12:30, 13:30 to 17:00"; empty when it is not open today.
std::string hours_today(const Service& service, LocalDate today, const Words& words)
{
    std::string spans;
    for (const OpenSpan& span : service.hours.on(today)) {
        if (!spans.empty())
            spans += words.say(Text::CommonListSeparator);
        spans += words.say(
            Text::VisitorConfirmSpan, { { "from", clock_face(span.from) }, { "to", clock_face(span.to) } });
    }
    return spans.empty() ? spans : words.say(Text::VisitorConfirmHours, { { "hours", spans } });
}

// "You can also come later. You can also phone 01632 960042."
std::string alternatives(const Configuration& configuration, const Words& words)
{
    std::string said = words.say(Text::VisitorConfirmOrLater);
    if (!configuration.visitor.phone.empty())
        said += " " + words.say(Text::VisitorConfirmOrPhone, { { "phone", configuration.visitor.phone } });
    return said;
}

// What to know before committing: the last tickets of the day, a delay with its reason, a wait past the
// standard, and a closing that may come first.
std::vector<MessageLine> warnings(const Service& service, const ServiceNow& now, const Snapshot& room,
    const Configuration& configuration, const Words& words)
{
    const LocalTime& time = room.local;
    std::vector<MessageLine> made;
    const std::string& elsewhere = words_in(service.elsewhere, words.language(), configuration.languages);
    if (!elsewhere.empty())
        made.push_back({ ui::Icon::Place, words.say(Text::VisitorConfirmElsewhere), elsewhere });
    if (now.gives_tickets() && now.tickets_left && *now.tickets_left <= configuration.visitor.few_tickets)
        made.push_back(
            { ui::Icon::People, words.count(Text::VisitorConfirmFewTickets, *now.tickets_left), {} });
    const DelayNotice* const delay = notice_about(room, service.code);
    std::string why = delay ? delay_words(*delay, words, configuration).text : std::string {};
    if (!now.newcomer.about) {
        if (delay)
            made.push_back({ ui::Icon::Clock, words.say(Text::NoticeDelayAll), std::move(why) });
        return made;
    }
    const Minutes longest = now.newcomer.up_to.value_or(*now.newcomer.about);
    const bool late = *now.newcomer.about > service.limit;
    if (late)
        why += (why.empty() ? "" : "\n")
            + words.say(Text::VisitorConfirmBusyText,
                { { "limit", service.limit.count() }, { "minutes", longest.count() } })
            + "\n" + alternatives(configuration, words);
    if (late || delay)
        made.push_back({ ui::Icon::Clock, words.say(Text::NoticeDelayAll), std::move(why) });
    for (const OpenSpan& span : service.hours.on(time.date)) {
        const bool open = span.from <= time.since_midnight && time.since_midnight < span.to;
        if (open && time.since_midnight + longest > span.to)
            made.push_back(
                { ui::Icon::Out, words.say(Text::VisitorConfirmClosing, { { "time", clock_face(span.to) } }),
                    words.say(Text::VisitorConfirmClosingText) });
    }
    return made;
}

// "You need: a hearing loop, an interpreter (Soomaali), 3 people"; empty: nothing was said.
std::string needs_said(const VisitWishes& wishes, const Configuration& configuration, const Words& words)
{
    std::string list;
    const auto add = [&](const std::string& part) {
        list += (list.empty() ? "" : words.say(Text::CommonListSeparator)) + part;
    };
    for (const NeedCode& code : wishes.needs) {
        const Need* const need = configuration.office.find(code);
        if (!need)
            continue;
        const InterpreterLanguage* const language = need->asks == Need::Asks::WhichLanguage
            ? configuration.office.interpreter(wishes.interpreter)
            : nullptr;
        add(words_in(need->name, words.language(), configuration.languages)
            + (language ? " (" + language->own_name + ")" : std::string()));
    }
    if (wishes.party > 1)
        add(words.count(Text::VisitorWaitPeople, wishes.party));
    for (const ServiceCode& code : wishes.matters)
        add(name_of(code, words, configuration));
    return list.empty() ? list : words.say(Text::VisitorConfirmYouNeed, { { "needs", list } });
}

} // namespace

ConfirmWords confirm_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    ConfirmWords made;
    made.question = words.say(Text::VisitorConfirmQuestion);
    made.take = words.say(Text::VisitorConfirmTake);
    made.bring_title = words.say(Text::VisitorConfirmBring);
    made.service = name_of(flow.service(), words, configuration);
    const Service* service = configuration.office.find(flow.service());
    if (service) {
        made.letter = service->letter;
        made.hint = words_in(service->hint, words.language(), configuration.languages);
        if (flow.snapshot())
            made.hours = hours_today(*service, flow.snapshot()->local.date, words);
    }
    made.bring = documents(service, configuration, words);
    const ServiceNow* now = flow.snapshot() ? flow.snapshot()->service(flow.service()) : nullptr;
    made.wait = waiting(now ? now->newcomer : flow.promised(), configuration, words);
    if (service && now)
        made.warnings = warnings(*service, *now, *flow.snapshot(), configuration, words);
    if (flow.offers(JourneyKind::Needs)) {
        made.needs_said = needs_said(flow.wishes(), configuration, words);
        const bool said = !made.needs_said.empty();
        made.needs = ButtonWords { .key = "confirm.needs",
            .label = words.say(said ? Text::VisitorConfirmNeedsChanged : Text::VisitorConfirmNeeds),
            .icon = said ? ui::Icon::Tick : ui::Icon::Hearing,
            .act = Intent::Kind::OpenJourney,
            .index = static_cast<int>(JourneyKind::Needs) };
    }
    return made;
}

TicketWords ticket_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    TicketWords made;
    const Visit& ticket = *flow.ticket();
    made.heading = words.say(Text::VisitorTicketHeading);
    made.label = words.say(Text::VisitorTicketNumber);
    made.number = ticket.number.text();
    made.taken = words.say(Text::VisitorTicketTaken,
        { { "time", clock_face(configuration.zone.local(ticket.arrived).since_midnight) } });
    made.wait = ticket_state(flow, configuration, words);
    if (made.wait.out_of_queue)
        made.heading = made.wait.notice;

    ServiceCode code = ticket.service;
    if (const VisitNow* now = flow.snapshot() ? flow.snapshot()->visit(ticket.id) : nullptr)
        code = now->visit.service;
    made.service = name_of(code, words, configuration);
    const Service* service = configuration.office.find(code);
    if (service)
        made.letter = service->letter;
    made.bring_title = words.say(Text::VisitorConfirmBring);
    made.bring = documents(service, configuration, words);

    made.look = words.say(Text::VisitorTicketLook, { { "number", made.number } });
    made.remember = words.say(Text::VisitorTicketRemember);
    if (configuration.public_url.empty()) {
        made.code = "NEXTPLEASE:" + to_iso(ticket.day) + ":" + made.number;
        made.code_title = words.say(Text::VisitorTicketCode);
        made.code_hint = words.say(Text::VisitorTicketCodeHint);
    } else {
        made.code = configuration.public_url + "/t/" + made.number;
        made.code_title = words.say(Text::VisitorTicketPhone);
        made.code_hint = words.say(Text::VisitorTicketPhoneHint);
    }
    made.cancel = words.say(Text::VisitorTicketCancel);
    made.done = words.say(Text::VisitorTicketDone);
    return made;
}

} // namespace nextplease::visitor
