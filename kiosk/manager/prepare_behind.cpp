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

} // namespace

BehindView prepare_behind(const BehindAnswer& answer, const Scene& scene)
{
    BehindView view;
    view.title = answer.title;
    const auto shown = static_cast<std::int64_t>(answer.visits.size());
    view.count = shown < answer.count
        ? scene.words.say(Text::ManagerBehindSome,
            { { "shown", number_words(shown) }, { "count", number_words(answer.count) } })
        : scene.words.count(Text::ManagerBehindAll, static_cast<long>(answer.count));
    view.columns = { scene.words.say(Text::ManagerColumnService), scene.words.say(Text::ManagerColumnWaited),
        scene.words.say(Text::ManagerColumnOutcome) };
    for (const VisitLine& visit : answer.visits) {
        const LocalTime arrived = scene.configuration.zone.local(visit.arrived);
        const std::string desk =
            visit.desk.empty() ? "" : ", " + name_of(DeskCode(visit.desk), scene.words, scene.configuration);
        view.rows.push_back({ .letter = {},
            .name = short_date(arrived.date, scene.words) + ", " + clock_face(arrived.since_midnight),
            .cells = { { name_of(ServiceCode(visit.service), scene.words, scene.configuration) },
                { scene.words.say(Text::ManagerMinutes, { { "minutes", minutes_words(visit.wait.count()) } }),
                    visit.late ? Pace::Past : Pace::InTime },
                { scene.words.say(outcome_text(visit.counted)) + desk } },
            .opens = true });
    }
    view.chosen = answer.chosen;
    for (const Event& event : answer.story)
        view.story.push_back(story_line(event, scene));
    if (!answer.number.empty() && !view.story.empty())
        view.story.insert(view.story.begin(), answer.number.text());
    view.close = scene.words.say(Text::ManagerClose);
    return view;
}

} // namespace nextplease::manager
