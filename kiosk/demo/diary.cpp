#include "kiosk/demo/diary.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease {
namespace {

constexpr int kAtATime = 200;

// nullopt: what desks note beside the queue, which is not told.
std::optional<Text> text_of(EventKind kind)
{
    switch (kind) {
    case EventKind::Taken:
        return Text::DemoEventTaken;
    case EventKind::Called:
        return Text::DemoEventCalled;
    case EventKind::Recalled:
        return Text::DemoEventRecalled;
    case EventKind::CallUndone:
        return Text::DemoEventCallUndone;
    case EventKind::Started:
        return Text::DemoEventStarted;
    case EventKind::Finished:
        return Text::DemoEventFinished;
    case EventKind::Transferred:
        return Text::DemoEventTransferred;
    case EventKind::Held:
        return Text::DemoEventHeld;
    case EventKind::Resumed:
        return Text::DemoEventResumed;
    case EventKind::NoShow:
        return Text::DemoEventNoShow;
    case EventKind::Rejoined:
        return Text::DemoEventRejoined;
    case EventKind::Left:
        return Text::DemoEventLeft;
    case EventKind::Unresolved:
        return Text::DemoEventUnresolved;
    case EventKind::CheckedIn:
        return Text::DemoEventCheckedIn;
    case EventKind::WentOn:
        return Text::DemoEventWentOn;
    case EventKind::MoreTime:
        return Text::DemoEventMoreTime;
    case EventKind::DeskOpened:
        return Text::DemoEventDeskOpened;
    case EventKind::DeskPaused:
        return Text::DemoEventDeskPaused;
    case EventKind::DeskClosed:
        return Text::DemoEventDeskClosed;
    case EventKind::Returned:
    case EventKind::Released:
    case EventKind::ServiceChanged:
    case EventKind::NeedsChanged:
    case EventKind::Result:
    case EventKind::Apologised:
    case EventKind::SignedIn:
    case EventKind::SignedOut:
    case EventKind::HelpCalled:
    case EventKind::HelpAnswered:
    case EventKind::HelpOver:
    case EventKind::NoticePut:
    case EventKind::NoticeCleared:
    case EventKind::AppointmentBooked:
    case EventKind::AppointmentMoved:
    case EventKind::AppointmentCancelled:
    case EventKind::ContactLogged:
    case EventKind::ContactAcknowledged:
    case EventKind::ContactAnswered:
    case EventKind::ContactExplained:
    case EventKind::ContactSetAside:
    case EventKind::CallMonitored:
    case EventKind::ContactCoded:
    case EventKind::ContactTakenBack:
    case EventKind::ScoreRecorded:
    case EventKind::ChannelChecked:
        break;
    }
    return std::nullopt;
}

} // namespace

Diary::Diary(Store& store, const Configuration& configuration, const Words& words)
    : store_(store)
    , configuration_(configuration)
    , words_(words)
{
    tell([](const std::string&) {});
}

void Diary::tell(const std::function<void(const std::string&)>& line)
{
    bool more = true;
    while (more) {
        std::vector<std::string> lines;
        store_.read([&](Records& records) {
            const std::vector<Event> events = records.events_after(last_, kAtATime);
            more = static_cast<int>(events.size()) == kAtATime;
            for (const Event& event : events) {
                const auto visit = event.visit ? records.visit(*event.visit) : std::nullopt;
                const std::string said = sentence_of(event, visit ? visit->number : TicketNumber {});
                if (!said.empty())
                    lines.push_back(
                        clock_face(configuration_.zone.local(event.at).since_midnight) + "  " + said);
                last_ = event.id;
            }
        });
        for (const std::string& one : lines)
            line(one);
    }
}

std::string Diary::sentence_of(const Event& event, const TicketNumber& number) const
{
    const auto text = text_of(event.kind);
    if (!text)
        return {};
    const std::string desk = event.desk ? name_of(*event.desk, words_, configuration_) : std::string {};
    return words_.say(*text,
        { { "number", number.text() }, { "service", name_of(event.service, words_, configuration_) },
            { "desk", desk } });
}

} // namespace nextplease
