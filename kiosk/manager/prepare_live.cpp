#include "core/base/percent.h"
#include "core/reception/device_words.h"
#include "core/reception/heartbeat.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

std::string minutes_of(Seconds time, const Scene& scene)
{
    constexpr std::int64_t kMinute = 60;
    return scene.words.say(Text::ManagerMinutes,
        { { "minutes", number_words((time.count() + kMinute - 1) / kMinute, scene.words) } });
}

TileView waiting_tile(const Snapshot& room, const Scene& scene)
{
    TileView tile { .label = scene.words.say(Text::ManagerLiveWaiting),
        .value = number_words(static_cast<std::int64_t>(room.waiting.size()), scene.words),
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
            { { "part", number_words(open, scene.words) },
                { "whole", number_words(static_cast<std::int64_t>(room.desks.size()), scene.words) } }),
        .note = scene.words.count(Text::ManagerLiveServing, static_cast<long>(busy)) };
}

TileView today_tile(const Snapshot& room, const Scene& scene)
{
    const double goal = scene.configuration.goal_percent;
    const auto share = room.today.share_seen_within();
    TileView tile { .label = scene.words.say(Text::ManagerLiveToday),
        .value = share ? percent_text(*share, scene.words) + " %" : "–",
        .note = scene.words.say(Text::ManagerPeople,
            { { "within", number_words(room.today.within, scene.words) },
                { "of", number_words(room.today.seen, scene.words) } }) };
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
        row.cells.push_back({ number_words(service.waiting, scene.words) });
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

// "14:02", of an earlier day "12 Oct"; nothing for what never was.
std::string since_words(Instant since, const Scene& scene)
{
    if (since == Instant {})
        return "–";
    const LocalTime at = scene.configuration.zone.local(since);
    return at.date == scene.today ? clock_face(at.since_midnight) : day_words(at.date, scene);
}

// Of what it does now: a visitor's call or service, and not the opening before.
Instant since_of(const DeskNow& desk)
{
    if (!desk.current || desk.state != DeskState::Open)
        return desk.since;
    const Visit& visit = desk.current->visit;
    const std::optional<Instant> began = visit.state == VisitState::Serving ? visit.started : visit.called;
    return began.value_or(desk.since);
}

TableView desks_table(const Snapshot& room, const Scene& scene)
{
    TableView table;
    table.title = scene.words.say(Text::ManagerLiveDesksTitle);
    table.columns = { scene.words.say(Text::ManagerColumnState), scene.words.say(Text::ManagerColumnSince) };
    for (const DeskNow& desk : room.desks)
        table.rows.push_back({ .letter = {},
            .name = name_of(desk.desk, scene.words, scene.configuration),
            .cells = { { state_words(desk, scene) }, { since_words(since_of(desk), scene) } } });
    return table;
}

// "kiosk-1, board"; of a desk, its name.
std::string face_words(const std::string& face, const Scene& scene)
{
    const std::size_t colon = face.find(':');
    const std::string kind = face.substr(0, colon);
    if (kind == "desk" && colon != std::string::npos)
        return name_of(DeskCode(face.substr(colon + 1)), scene.words, scene.configuration);
    if (kind == "manager")
        return scene.words.say(Text::ManagerFaceManager);
    return scene.words.say(kind == "board" ? Text::ManagerFaceBoard : Text::ManagerFaceKiosk);
}

TableRow face_row(const DeviceRecord& device, const std::string& face, Instant now, const Scene& scene)
{
    const bool silent = is_silent(device, now);
    const bool closed = has_signed_off(device);
    const std::string time = since_words(device.since, scene);
    const Text said = closed ? Text::ManagerLiveClosed
        : silent             ? Text::ManagerLiveSilent
                             : Text::ManagerLiveHeard;
    return { .letter = {},
        .name = device.machine + ", " + face_words(face, scene),
        .cells = { closed
                ? Cell { scene.words.say(said, { { "time", time } }) }
                : Cell { scene.words.say(said, { { "time", time } }), silent ? Pace::Past : Pace::InTime },
            {} } };
}

TableRow printer_row(const DeviceRecord& device, const Scene& scene)
{
    const Pace pace = !can_print(device.state)      ? Pace::Past
        : device.state == DeviceState::PaperNearEnd ? Pace::Near
                                                    : Pace::InTime;
    return { .letter = {},
        .name = device.machine + ", " + scene.words.say(Text::ManagerFacePrinter),
        .cells = {
            { device_words(device.state, scene.words), pace }, { since_words(device.since, scene) } } };
}

TableView devices_table(const Snapshot& room, const Scene& scene)
{
    TableView table;
    table.title = scene.words.say(Text::ManagerLiveDevices);
    table.columns = { scene.words.say(Text::ManagerColumnState), scene.words.say(Text::ManagerColumnSince) };
    for (const DeviceRecord& device : room.devices) {
        const auto face = face_of(device);
        table.rows.push_back(face ? face_row(device, *face, room.now, scene) : printer_row(device, scene));
    }
    table.nothing = scene.words.say(Text::ManagerNoDevices);
    return table;
}

TableView promises_table(const std::optional<PromisesAnswer>& today, const Scene& scene)
{
    const Words& words = scene.words;
    TableView table { .title = words.say(Text::ManagerLivePromises),
        .columns = { words.say(Text::ManagerColumnDueToday), words.say(Text::ManagerColumnLateNow),
            words.say(Text::ManagerColumnSoFar) },
        .rows = {},
        .sum = {},
        .nothing = words.say(today ? Text::ManagerLiveNoPromises : Text::ManagerReading) };
    for (std::size_t i = 0; today && i < today->size(); ++i) {
        const Standard& standard = scene.configuration.standards.at(i);
        const PromiseToday& promise = today->at(i);
        const auto share = promise.begun.share();
        Cell so_far { "–" };
        if (share)
            so_far = { words.say(Text::ManagerBehindCounted,
                           { { "part", number_words(promise.begun.within, words) },
                               { "whole", number_words(promise.begun.decided(), words) },
                               { "percent", percent_text(*share, words) } }),
                standard.goal_percent ? pace_of(share, *standard.goal_percent) : std::nullopt };
        table.rows.push_back({ .letter = {},
            .name = promise_title(standard, scene),
            .cells = { { number_words(promise.due_today, words) },
                { number_words(promise.late_now, words),
                    promise.late_now > 0 ? std::optional(Pace::Past) : std::nullopt },
                so_far } });
    }
    return table;
}

} // namespace

std::string promise_title(const Standard& standard, const Scene& scene)
{
    return title_in(standard.title, scene.words.language(), scene.configuration).second;
}

LiveView prepare_live(const Snapshot& room, const std::optional<PromisesAnswer>& today, const Scene& scene)
{
    LiveView view;
    if (room.cut_off)
        view.cut_off = scene.words.say(Text::ManagerCutOff,
            { { "time", clock_face(scene.configuration.zone.local(room.last_known).since_midnight) } });
    view.tiles = { waiting_tile(room, scene), longest_tile(room, scene), desks_tile(room, scene),
        today_tile(room, scene) };
    view.services = services_table(room, scene);
    view.promises = promises_table(today, scene);
    view.desks = desks_table(room, scene);
    view.devices = devices_table(room, scene);
    return view;
}

} // namespace nextplease::manager
