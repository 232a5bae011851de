// The panels whose choices are kept in a FormDraft: finish, apology, notice, ticket, change, break
// and appointments.
#include "kiosk/desk/prepare.h"

#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

using Pick = ChoiceGroup::Pick;

Choice choice(
    const FormDraft& draft, const std::string& key, const std::string& label, const std::string& letter = {})
{
    return { .key = key, .label = label, .letter = letter, .chosen = draft.has(key) };
}

std::string digit(std::size_t place)
{
    return place <= 9 ? std::to_string(place) : std::string();
}

std::string number_of(const Scene& scene, VisitId visit)
{
    if (const VisitNow* shown = scene.snapshot.visit(visit))
        return shown->visit.number.text();
    return {};
}

ChoiceGroup services_group(const Scene& scene, const FormDraft& draft, const std::string& start)
{
    ChoiceGroup group;
    for (const Service& service : scene.configuration.office.services)
        group.choices.push_back(choice(draft, start + service.code.text(),
            name_of(service.code, scene.words, scene.configuration), service.letter));
    group.columns = 2;
    return group;
}

ChoiceGroup party_group(const Scene& scene, const FormDraft& draft)
{
    constexpr int kShown = 6;
    ChoiceGroup group { .label = scene.words.say(Text::DeskTicketParty), .columns = kShown };
    for (int people = 1; people <= std::min(kShown, scene.configuration.office.rules.party_at_most); ++people)
        group.choices.push_back(choice(draft, "party." + std::to_string(people), std::to_string(people)));
    return group;
}

ChoiceGroup needs_group(const Scene& scene, const FormDraft& draft)
{
    ChoiceGroup group { .label = scene.words.say(Text::DeskTicketNeeds), .pick = Pick::Many, .columns = 3 };
    for (const Need& need : scene.configuration.office.needs)
        group.choices.push_back(choice(draft, "need." + need.code.text(),
            words_in(need.name, scene.words.language(), scene.configuration.languages)));
    return group;
}

ChoiceGroup late_reasons(const Scene& scene, const FormDraft& draft, Pick pick)
{
    ChoiceGroup group { .pick = pick, .columns = 1 };
    for (const LateReason& reason : scene.configuration.desks.late)
        group.choices.push_back(choice(draft, "late." + reason.code,
            words_in(reason.words, scene.words.language(), scene.configuration.languages),
            digit(group.choices.size() + 1)));
    return group;
}

PanelView finish_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskFinishTitle, { { "number", number_of(scene, draft.visit) } });
    ChoiceGroup result;
    result.choices.push_back(choice(draft, "result.resolved", words.say(Text::DeskFinishResolved), "1"));
    for (const UnresolvedReason& reason : scene.configuration.desks.unresolved)
        result.choices.push_back(
            choice(draft, "result.no." + reason.code, reason.name, digit(result.choices.size() + 1)));
    if (scene.configuration.desks.unresolved.empty())
        result.choices.push_back(choice(draft, "result.no.", words.say(Text::DeskFinishUnresolved), "2"));
    ChoiceGroup avoidable {
        .label = words.say(Text::DeskFinishAvoidable), .pick = Pick::AtOnce, .columns = 3
    };
    avoidable.choices.push_back(
        choice(draft, "avoidable.none", words.say(Text::DeskFinishNotAvoidable), "N"));
    constexpr std::array kTypes { Text::DeskAvoidableClarification, Text::DeskAvoidableSignposting,
        Text::DeskAvoidableRepeat, Text::DeskAvoidableUnfinished, Text::DeskAvoidableChasing };
    constexpr std::array kLetters { "C", "S", "R", "U", "P" };
    for (const AvoidableContact type : kAvoidableContacts) {
        const auto place = static_cast<std::size_t>(type);
        avoidable.choices.push_back(choice(
            draft, "avoidable." + std::string(word(type)), words.say(kTypes.at(place)), kLetters.at(place)));
    }
    ChoiceGroup given = services_group(scene, draft, "given.");
    given.label = words.say(Text::DeskFinishGiven);
    for (Choice& service : given.choices)
        service.letter.clear();
    given.columns = 3;
    panel.groups = { result, avoidable, given };
    panel.words_label = words.say(Text::DeskFinishWords);
    panel.words_field = words.say(Text::DeskFinishField);
    panel.send = words.say(draft.call_next ? Text::DeskExtraFinishAndCall : Text::DeskVerbFinish);
    return panel;
}

PanelView apology_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskApologyTitle, { { "number", number_of(scene, draft.visit) } });
    panel.groups = { late_reasons(scene, draft, Pick::AtOnce) };
    panel.words_label = words.say(Text::DeskApologyWords);
    panel.words_field = words.say(Text::DeskApologyField);
    panel.send = words.say(Text::DeskApologySend);
    return panel;
}

PanelView notice_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    const DelayNotice* stands = standing_notice(scene.snapshot);
    panel.title = stands
        ? words.say(Text::DeskNoticeStands, { { "time", wall_clock(stands->until, scene.configuration) } })
        : words.say(Text::DeskNoticeTitle);
    ChoiceGroup services = services_group(scene, draft, "about.");
    services.label = words.say(Text::DeskNoticeAbout);
    services.pick = Pick::Many;
    services.columns = 2;
    ChoiceGroup minutes { .label = words.say(Text::DeskNoticeFor), .columns = 4 };
    for (const int stand : { 15, 30, 60, 120 })
        minutes.choices.push_back(choice(draft, "stands." + std::to_string(stand),
            words.say(Text::DeskListMinutes, { { "minutes", static_cast<long>(stand) } })));
    panel.groups = { late_reasons(scene, draft, Pick::One), services, minutes };
    if (stands)
        panel.groups.push_back({ .label = {},
            .choices = { choice(draft, "notice.down", words.say(Text::DeskNoticeDown), "0") },
            .pick = Pick::AtOnce,
            .columns = 2 });
    panel.words_label = words.say(Text::DeskNoticeWords);
    panel.words_field = words.say(Text::DeskNoticeField);
    panel.send = words.say(Text::DeskNoticeSend);
    return panel;
}

PanelView ticket_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskTicketTitle);
    ChoiceGroup then { .label = {}, .columns = 2 };
    then.choices.push_back(choice(draft, "then.queue", words.say(Text::DeskTicketQueue), "1"));
    then.choices.push_back(choice(draft, "then.serve", words.say(Text::DeskTicketServe), "2"));
    panel.groups = { services_group(scene, draft, "service."), party_group(scene, draft),
        needs_group(scene, draft), then };
    panel.send = words.say(Text::DeskTicketSend);
    return panel;
}

PanelView change_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskChangeTitle, { { "number", number_of(scene, draft.visit) } });
    const VisitNow* shown = scene.snapshot.visit(draft.visit);
    if (shown && shown->visit.state == VisitState::Waiting)
        panel.groups.push_back(services_group(scene, draft, "service."));
    panel.groups.push_back(party_group(scene, draft));
    panel.groups.push_back(needs_group(scene, draft));
    panel.send = words.say(Text::DeskChangeSend);
    return panel;
}

PanelView break_panel(const Scene& scene, const FormDraft& draft)
{
    PanelView panel;
    panel.title = scene.words.say(Text::DeskBreakTitle);
    ChoiceGroup reasons { .pick = Pick::AtOnce };
    for (const BreakReason& reason : scene.configuration.desks.breaks)
        reasons.choices.push_back(
            choice(draft, "break." + reason.code, reason.name, digit(reasons.choices.size() + 1)));
    panel.groups = { reasons };
    panel.send = scene.words.say(Text::DeskBarBreak);
    return panel;
}

std::string appointment_words(const Appointment& appointment, const Scene& scene)
{
    constexpr std::array kStates { Text::DeskAppointmentBooked, Text::DeskAppointmentArrived,
        Text::DeskAppointmentCancelled, Text::DeskAppointmentMissed };
    const bool late =
        appointment.state == AppointmentState::Booked && moment_of(scene.snapshot) > appointment.at;
    const Text state =
        late ? Text::DeskAppointmentLate : kStates.at(static_cast<std::size_t>(appointment.state));
    return wall_clock(appointment.at, scene.configuration) + "  " + appointment.reference + "  "
        + name_of(appointment.service, scene.words, scene.configuration) + ": " + scene.words.say(state);
}

PanelView appointments_panel(const Scene& scene, const FormDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskAppointmentTitle);
    ChoiceGroup today { .label = {}, .columns = 1 };
    constexpr std::size_t kShown = 9;
    // Those that are still to come, and those that are late; then the others, as far as there is room.
    for (const bool booked : { true, false }) {
        for (const Appointment& one : scene.snapshot.appointments) {
            if (today.choices.size() < kShown && (one.state == AppointmentState::Booked) == booked)
                today.choices.push_back(choice(draft, "appointment." + one.reference,
                    appointment_words(one, scene), digit(today.choices.size() + 1)));
        }
    }
    ChoiceGroup deed { .label = words.say(Text::DeskAppointmentDeed), .columns = 3 };
    deed.choices.push_back(choice(draft, "deed.move", words.say(Text::DeskAppointmentMove), "M"));
    deed.choices.push_back(choice(draft, "deed.cancel", words.say(Text::DeskAppointmentCancel), "X"));
    deed.choices.push_back(choice(draft, "deed.book", words.say(Text::DeskAppointmentBook), "B"));
    panel.groups = { today, deed };
    if (draft.has("deed.book")) {
        ChoiceGroup services = services_group(scene, draft, "service.");
        for (Choice& service : services.choices)
            service.letter.clear();
        services.columns = 3;
        panel.groups.push_back(services);
    }
    panel.words_label = words.say(draft.has("deed.cancel") ? Text::DeskAppointmentApology
            : draft.has("deed.book")                       ? Text::DeskAppointmentTime
                                                           : Text::DeskAppointmentTimeApology);
    panel.words_field =
        words.say(draft.has("deed.cancel") ? Text::DeskAppointmentFieldCancel : Text::DeskAppointmentField);
    panel.send = words.say(Text::DeskAppointmentSend);
    return panel;
}

} // namespace

const DelayNotice* standing_notice(const Snapshot& snapshot)
{
    return snapshot.notices.empty() ? nullptr : &snapshot.notices.back();
}

PanelView prepare_form(const Scene& scene, const FormDraft& draft)
{
    PanelView panel;
    switch (draft.panel) {
    case Panel::Finish:
        panel = finish_panel(scene, draft);
        break;
    case Panel::Apologise:
        panel = apology_panel(scene, draft);
        break;
    case Panel::Notice:
        panel = notice_panel(scene, draft);
        break;
    case Panel::Ticket:
        panel = ticket_panel(scene, draft);
        break;
    case Panel::Change:
        panel = change_panel(scene, draft);
        break;
    case Panel::Break:
        panel = break_panel(scene, draft);
        break;
    case Panel::Appointments:
        panel = appointments_panel(scene, draft);
        break;
    case Panel::Contacts:
    case Panel::Register:
    case Panel::None:
    case Panel::Transfer:
    case Panel::Hold:
    case Panel::Words:
    case Panel::Complaint:
    case Panel::Help:
    case Panel::SignIn:
        break;
    }
    panel.cancel = scene.words.say(Text::DeskActionCancel);
    return panel;
}

} // namespace nextplease::desk
