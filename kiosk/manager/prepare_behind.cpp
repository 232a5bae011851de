#include "core/reception/case_steps.h"
#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::manager {
namespace {

Text outcome_text(Counted counted)
{
    switch (counted) {
    case Counted::Seen:
        return Text::ManagerOutcomeSeen;
    case Counted::LeftEarly:
    case Counted::LeftLate:
        return Text::ManagerOutcomeLeft;
    case Counted::NoShow:
        return Text::ManagerOutcomeNoShow;
    case Counted::Unresolved:
        return Text::ManagerOutcomeUnresolved;
    case Counted::Waiting:
        break;
    }
    return Text::ManagerOutcomeWaiting;
}

Text event_text(EventKind kind)
{
    switch (kind) {
    case EventKind::Taken:
        return Text::ManagerEventTaken;
    case EventKind::CheckedIn:
        return Text::ManagerEventCheckedIn;
    case EventKind::Called:
        return Text::ManagerEventCalled;
    case EventKind::Recalled:
        return Text::ManagerEventRecalled;
    case EventKind::CallUndone:
        return Text::ManagerEventCallUndone;
    case EventKind::Started:
        return Text::ManagerEventStarted;
    case EventKind::Finished:
        return Text::ManagerEventFinished;
    case EventKind::Transferred:
        return Text::ManagerEventTransferred;
    case EventKind::Held:
        return Text::ManagerEventHeld;
    case EventKind::Resumed:
        return Text::ManagerEventResumed;
    case EventKind::NoShow:
        return Text::ManagerOutcomeNoShow;
    case EventKind::Rejoined:
        return Text::ManagerEventRejoined;
    case EventKind::Left:
        return Text::ManagerOutcomeLeft;
    case EventKind::Unresolved:
        return Text::ManagerOutcomeUnresolved;
    case EventKind::WentOn:
        return Text::ManagerEventWentOn;
    case EventKind::MoreTime:
        return Text::ManagerEventMoreTime;
    case EventKind::Returned:
        return Text::ManagerEventReturned;
    case EventKind::ServiceChanged:
        return Text::ManagerEventServiceChanged;
    case EventKind::NeedsChanged:
        return Text::ManagerEventNeedsChanged;
    case EventKind::Result:
        return Text::ManagerEventResult;
    case EventKind::Apologised:
        return Text::ManagerEventApologised;
    default:
        return Text::ManagerEventOther; // what happens to desks and in the office
    }
}

std::string story_line(const Event& event, const Scene& scene)
{
    const LocalTime at = scene.configuration.zone.local(event.at);
    const auto seconds = at.since_midnight.count() % 60;
    std::string line = fmt::format(
        "{}:{:02}  {}", clock_face(at.since_midnight), seconds, scene.words.say(event_text(event.kind)));
    const bool names_service = event.kind == EventKind::Transferred || event.kind == EventKind::ServiceChanged
        || event.kind == EventKind::WentOn || event.kind == EventKind::Taken;
    if (names_service)
        line += ", " + name_of(event.service, scene.words, scene.configuration);
    if (event.desk)
        line += ", " + name_of(*event.desk, scene.words, scene.configuration);
    return line;
}

std::string when_words(Instant at, const Scene& scene)
{
    const LocalTime local = scene.configuration.zone.local(at);
    return day_words(local.date, scene) + ", " + clock_face(local.since_midnight);
}

std::vector<std::string> contact_lines(const OtherContact& contact, const Scene& scene)
{
    const Words& words = scene.words;
    std::vector<std::string> lines { words.say(
        Text::ManagerContactName, { { "number", std::to_string(contact.id.value()) } }) };
    const auto add = [&](const std::optional<Instant>& at, Text what) {
        if (at)
            lines.push_back(when_words(*at, scene) + "  " + words.say(what));
    };
    add(contact.received, Text::ManagerContactReceived);
    add(contact.acknowledged, Text::ManagerContactAcknowledged);
    add(contact.answered, Text::ManagerContactAnswered);
    add(contact.lost, Text::ManagerContactLost);
    if (contact.told)
        lines.push_back(when_words(contact.told->at, scene) + "  "
            + words.say(Text::ManagerContactTold, { { "day", day_words(contact.told->until, scene) } }));
    return lines;
}

std::vector<std::string> case_lines(const CaseStory& story, const Scene& scene)
{
    std::vector<std::string> lines { reference_of(story.record) };
    for (const CaseEvent& event : story.events)
        lines.push_back(when_words(event.at, scene) + "  " + words_of(event.kind, scene.words) + ", "
            + actor_words(event.actor, scene.words));
    return lines;
}

} // namespace

std::string day_words(LocalDate date, const Scene& scene)
{
    const std::string day = short_date(date, scene.words);
    return date.year() == scene.today.year() ? day : fmt::format("{} {}", day, static_cast<int>(date.year()));
}

Told read_story(Store& store, const Finding& of)
{
    Told told;
    std::optional<VisitId> visit = of.visit;
    if (of.kind == Finding::Kind::Visit && !visit) {
        // As the scan told them that it was found by.
        int place = 0;
        store.scan({ of.at, of.at + Seconds { 1 } }, [&](const VisitRow& row) {
            if (place++ == of.among)
                visit = row.id;
        });
    }
    if (of.record)
        told.record = case_story(store, *of.record);
    store.read([&](Records& records) {
        if (of.contact)
            told.contact = records.contact(*of.contact);
        if (!visit)
            return;
        told.visit = records.events_of(*visit);
        if (const auto found = records.visit(*visit))
            told.number = found->number;
    });
    return told;
}

std::vector<std::string> story_words(const Told& told, const Scene& scene)
{
    if (told.contact)
        return contact_lines(*told.contact, scene);
    if (told.record)
        return case_lines(*told.record, scene);
    std::vector<std::string> lines;
    if (!told.number.empty() && !told.visit.empty())
        lines.push_back(told.number.text());
    for (const Event& event : told.visit)
        lines.push_back(story_line(event, scene));
    return lines;
}

BehindView prepare_behind(const BehindAnswer& answer, const Scene& scene)
{
    const Words& words = scene.words;
    BehindView view;
    view.title = answer.title;
    view.about = answer.about;
    view.rows_to_read = answer.count;
    view.means = answer.means;
    const bool findings = answer.listed == BehindAnswer::Listed::Findings;
    if (answer.listed != BehindAnswer::Listed::Nothing)
        view.count = words.count(
            findings ? Text::ManagerBehindEntries : Text::ManagerBehindAll, static_cast<long>(answer.count));
    if (findings) {
        view.columns = finding_columns(scene);
        for (const Finding& finding : answer.found)
            view.rows.push_back(finding_row(finding, scene));
    } else if (!answer.visits.empty())
        view.columns = { words.say(Text::ManagerColumnNumber), words.say(Text::ManagerColumnService),
            words.say(Text::ManagerColumnWaited), words.say(Text::ManagerColumnOutcome) };
    for (const VisitLine& visit : answer.visits) {
        const std::string desk =
            visit.desk.empty() ? "" : ", " + name_of(DeskCode(visit.desk), words, scene.configuration);
        view.rows.push_back({ .letter = {},
            .name = when_words(visit.arrived, scene),
            .cells = { { visit.number.empty() ? "–" : visit.number },
                { name_of(ServiceCode(visit.service), words, scene.configuration) },
                { words.say(
                      Text::ManagerMinutes, { { "minutes", minutes_words(visit.wait.count(), words) } }),
                    visit.late ? Pace::Past : Pace::InTime },
                { words.say(outcome_text(visit.counted)) + desk } },
            .opens = true });
    }
    view.chosen = answer.chosen;
    view.story = answer.story;
    if (answer.choose)
        view.choose = words.say(Text::ManagerBehindChoose);
    view.close = words.say(Text::ManagerClose);
    return view;
}

} // namespace nextplease::manager
