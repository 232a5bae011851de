#include "core/reception/device_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

std::string minutes_of(Seconds time, const Scene& scene)
{
    constexpr std::int64_t kMinute = 60;
    return scene.words.say(
        Text::ManagerMinutes, { { "minutes", number_words((time.count() + kMinute - 1) / kMinute) } });
}

TileView waiting_tile(const Snapshot& room, const Scene& scene)
{
    TileView tile { .label = scene.words.say(Text::ManagerLiveWaiting),
        .value = number_words(static_cast<std::int64_t>(room.waiting.size())),
        .note = {} };
    if (!room.held.empty())
        tile.note = scene.words.count(Text::ManagerLiveHeld, static_cast<long>(room.held.size()));
    return tile;
}

TileView longest_tile(const Snapshot& room, const Scene& scene)
{
    TileView tile { .label = scene.words.say(Text::ManagerLiveLongest), .value = "–", .note = {} };
    const auto longest = std::max_element(room.waiting.begin(), room.waiting.end(),
        [](const VisitNow& a, const VisitNow& b) { return a.wait < b.wait; });
    if (longest == room.waiting.end())
        return tile;
    tile.value = minutes_of(longest->wait, scene);
    tile.note = longest->visit.number.text() + ", "
        + name_of(longest->visit.service, scene.words, scene.configuration);
    tile.pace = longest->pace;
    return tile;
}

TileView desks_tile(const Snapshot& room, const Scene& scene)
{
    const auto open = std::count_if(room.desks.begin(), room.desks.end(),
        [](const DeskNow& desk) { return desk.state == DeskState::Open; });
    const auto busy = std::count_if(room.desks.begin(), room.desks.end(),
        [](const DeskNow& desk) { return desk.current && desk.current->visit.state == VisitState::Serving; });
    return { .label = scene.words.say(Text::ManagerLiveDesks),
        .value = scene.words.say(Text::ManagerOf,
            { { "part", number_words(open) },
                { "whole", number_words(static_cast<std::int64_t>(room.desks.size())) } }),
        .note = scene.words.count(Text::ManagerLiveServing, static_cast<long>(busy)) };
}

TileView today_tile(const Snapshot& room, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const auto share = room.today.share_seen_within();
    TileView tile { .label = scene.words.say(Text::ManagerLiveToday),
        .value = share ? percent_words(*share) + " %" : "–",
        .note = scene.words.say(Text::ManagerPeople,
            { { "within", number_words(room.today.within) }, { "of", number_words(room.today.seen) } }) };
    tile.pace = pace_of(share, goal);
    if (!share)
        tile.note = scene.words.say(Text::ManagerNobody);
    return tile;
}

TableView services_table(const Snapshot& room, const Scene& scene)
{
    TableView table;
    table.title = scene.words.say(Text::ManagerLiveServices);
    table.columns = { scene.words.say(Text::ManagerColumnWaiting),
        scene.words.say(Text::ManagerColumnLongest), scene.words.say(Text::ManagerColumnNewcomer) };
    for (const ServiceNow& service : room.services) {
        const Service* known = scene.configuration.office.find(service.code);
        Seconds longest { 0 };
        Pace pace = Pace::InTime;
        for (const VisitNow& visit : room.waiting) {
            if (visit.visit.service == service.code && visit.wait > longest) {
                longest = visit.wait;
                pace = visit.pace;
            }
        }
        TableRow row { .letter = known ? known->letter : "",
            .name = name_of(service.code, scene.words, scene.configuration),
            .cells = {} };
        row.cells.push_back({ number_words(service.waiting) });
        row.cells.push_back(longest.count() > 0 ? Cell { minutes_of(longest, scene), pace } : Cell { "–" });
        const std::string wait = plain_wait_words(service.newcomer, scene.words);
        row.cells.push_back(
            { service.open ? (wait.empty() ? "–" : wait) : scene.words.say(Text::BoardServiceClosed) });
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string state_words(const DeskNow& desk, const Scene& scene)
{
    switch (desk.state) {
    case DeskState::Open:
        if (desk.current && desk.current->visit.state == VisitState::Serving)
            return scene.words.say(
                Text::ManagerDeskServing, { { "number", desk.current->visit.number.text() } });
        if (desk.current)
            return scene.words.say(
                Text::ManagerDeskCalls, { { "number", desk.current->visit.number.text() } });
        return scene.words.say(Text::ManagerDeskFree);
    case DeskState::Paused:
        return scene.words.say(Text::ManagerDeskPaused);
    case DeskState::Closed:
        break;
    }
    return scene.words.say(Text::BoardServiceClosed);
}

TableView desks_table(const Snapshot& room, const Scene& scene)
{
    TableView table;
    table.title = scene.words.say(Text::ManagerLiveDesksTitle);
    table.columns = { scene.words.say(Text::ManagerColumnState), scene.words.say(Text::ManagerColumnSince) };
    for (const DeskNow& desk : room.desks)
        table.rows.push_back({ .letter = {},
            .name = name_of(desk.desk, scene.words, scene.configuration),
            .cells = { { state_words(desk, scene) },
                { clock_face(scene.configuration.zone.local(desk.since).since_midnight) } } });
    return table;
}

TableView devices_table(const Snapshot& room, const Scene& scene)
{
    TableView table;
    table.title = scene.words.say(Text::ManagerLiveDevices);
    table.columns = { scene.words.say(Text::ManagerColumnState) };
    for (const DeviceRecord& device : room.devices) {
        const Pace pace = !can_print(device.state)      ? Pace::Past
            : device.state == DeviceState::PaperNearEnd ? Pace::Near
                                                        : Pace::InTime;
        table.rows.push_back({ .letter = {},
            .name = device.machine,
            .cells = { { device_words(device.state, scene.words), pace } } });
    }
    table.nothing = scene.words.say(Text::ManagerNoDevices);
    return table;
}

} // namespace

LiveView prepare_live(const Snapshot& room, const Scene& scene)
{
    LiveView view;
    if (room.cut_off)
        view.cut_off = scene.words.say(Text::ManagerCutOff,
            { { "time", clock_face(scene.configuration.zone.local(room.last_known).since_midnight) } });
    view.tiles = { waiting_tile(room, scene), longest_tile(room, scene), desks_tile(room, scene),
        today_tile(room, scene) };
    view.services = services_table(room, scene);
    view.desks = desks_table(room, scene);
    view.devices = devices_table(room, scene);
    return view;
}

} // namespace nextplease::manager
