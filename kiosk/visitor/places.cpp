#include "kiosk/visitor/places.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>

namespace nextplease::visitor {
namespace {

struct ScreenName {
    std::string_view name;
    Screen screen;
};
constexpr std::array kScreens {
    ScreenName { "languages", Screen::Languages },
    ScreenName { "home", Screen::Home },
    ScreenName { "confirm", Screen::Confirm },
    ScreenName { "tell-us", Screen::TellUs },
    ScreenName { "taking", Screen::Taking },
    ScreenName { "ticket", Screen::Ticket },
    ScreenName { "ask-cancel", Screen::AskCancel },
    ScreenName { "cancelling", Screen::Cancelling },
    ScreenName { "cancelled", Screen::Cancelled },
    ScreenName { "sorry", Screen::Sorry },
    ScreenName { "help", Screen::Help },
    ScreenName { "closed", Screen::Closed },
    ScreenName { "cut-off", Screen::CutOff },
    ScreenName { "starting", Screen::Starting },
};

// The same screens as others, in another state.
constexpr std::string_view kTimeout = "timeout";
constexpr std::string_view kTimeoutSlow = "timeout-slow";
constexpr std::string_view kBusy = "confirm-busy";
constexpr std::string_view kDelayed = "home-delayed";

// And with a printer: how it stands, and what has become of the slip.
struct PrinterScreen {
    std::string_view name, screen;
    DeviceState device;
    printing::SlipState slip;
};
constexpr std::string_view kSentStep = "message.sent";
constexpr std::array kPrinterScreens {
    PrinterScreen { "ticket-printing", "ticket", DeviceState::Ready, printing::SlipState::Printing },
    PrinterScreen { "ticket-printed", "ticket", DeviceState::Ready, printing::SlipState::Printed },
    PrinterScreen { "ticket-no-paper", "ticket", DeviceState::PaperOut, printing::SlipState::Waiting },
    PrinterScreen { "ticket-cover-open", "ticket", DeviceState::CoverOpen, printing::SlipState::Waiting },
    PrinterScreen { "ticket-printer-off", "ticket", DeviceState::Offline, printing::SlipState::Failed },
    PrinterScreen { "message.sent-printing", kSentStep, DeviceState::Ready, printing::SlipState::Printing },
    PrinterScreen { "message.sent-printed", kSentStep, DeviceState::Ready, printing::SlipState::Printed },
    PrinterScreen { "message.sent-no-paper", kSentStep, DeviceState::PaperOut, printing::SlipState::Failed },
};

const PrinterScreen* printer_screen(std::string_view name)
{
    const auto* const found = std::find_if(kPrinterScreens.begin(), kPrinterScreens.end(),
        [name](const PrinterScreen& one) { return one.name == name; });
    return found == kPrinterScreens.end() ? nullptr : found;
}

Visit latest_ticket(const Snapshot& room)
{
    const VisitNow* latest = nullptr;
    for (const VisitNow& one : room.waiting) {
        if (!latest || one.visit.arrived >= latest->visit.arrived)
            latest = &one;
    }
    if (!latest)
        throw InputError(
            "nobody is waiting in this store: take a ticket first, then this screen can be shown");
    return latest->visit;
}

bool shows_ticket(Screen screen)
{
    return screen == Screen::Ticket || screen == Screen::AskCancel || screen == Screen::Cancelled
        || screen == Screen::Cancelling;
}

} // namespace

std::string_view name_of(Screen screen)
{
    for (const ScreenName& one : kScreens) {
        if (one.screen == screen)
            return one.name;
    }
    return "journey";
}

std::vector<std::string> screen_names(const Configuration& configuration)
{
    std::vector<std::string> names;
    for (const ScreenName& one : kScreens)
        names.emplace_back(one.name);
    names.insert(names.end(),
        { std::string(kBusy), std::string(kDelayed), std::string(kTimeout), std::string(kTimeoutSlow) });
    for (const JourneyPlace& one : journey_places(configuration))
        names.push_back(one.name);
    for (const PrinterScreen& one : kPrinterScreens)
        names.emplace_back(one.name);
    return names;
}

Flow::Place place_named(const std::string& name, const Configuration& configuration, const Language& language,
    Modes modes, const Snapshot& snapshot)
{
    if (const PrinterScreen* const printed = printer_screen(name))
        return place_named(std::string(printed->screen), configuration, language, modes, snapshot);
    Flow::Place place { .screen = Screen::Home, .language = language, .modes = modes };
    place.asking = name == kTimeout || name == kTimeoutSlow;
    place.modes.slow = modes.slow || name == kTimeoutSlow;
    bool known = place.asking || name == kDelayed;
    for (const ScreenName& one : kScreens) {
        if (one.name == name || (one.screen == Screen::Confirm && name == kBusy)) {
            place.screen = one.screen;
            known = true;
        }
    }
    if (shows_ticket(place.screen))
        place.ticket = latest_ticket(snapshot);
    for (JourneyPlace& one : journey_places(configuration)) {
        if (one.name == name) {
            place.screen = Screen::Journey;
            place.journey = std::move(one);
            known = true;
        }
    }
    if (known)
        return place;
    std::string names;
    for (const std::string& one : screen_names(configuration))
        names += (names.empty() ? "" : ", ") + one;
    throw InputError("the visitor face has no screen \"" + name + "\": write one of " + names);
}

std::optional<printing::Now> printer_at(const std::string& name)
{
    const PrinterScreen* const printed = printer_screen(name);
    if (!printed)
        return std::nullopt;
    return printing::Now { .device = printed->device,
        .heard = true,
        .slip = printing::SlipId(1),
        .state = printed->slip,
        .why = printed->device };
}

std::shared_ptr<const Snapshot> room_for(const std::string& name,
    const std::shared_ptr<const Snapshot>& snapshot, const Configuration& configuration)
{
    auto room = std::make_shared<Snapshot>(*snapshot);
    if (name == name_of(Screen::Closed))
        room->open = false;
    if (name == name_of(Screen::CutOff))
        room->cut_off = "shown for a picture";
    if (name == kBusy) {
        constexpr int kAhead = 21;
        for (ServiceNow& one : room->services)
            one.newcomer = { .people_ahead = kAhead, .about = Minutes { 55 }, .up_to = Minutes { 80 } };
    }
    if ((name == kBusy || name == kDelayed) && !configuration.desks.late.empty()) {
        DelayNotice notice;
        notice.reason = configuration.desks.late.front().code;
        room->notices = { notice };
    }
    return room;
}

} // namespace nextplease::visitor
