#include "kiosk/board/board_face.h"
#include "kiosk/demo/sample_morning.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/shape_raster.h"
#include "tests/support/temp_folder.h"
#include "tests/support/ui_driver.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <functional>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

// The room of the sample morning at 10:37.
struct Morning {
    testing::TempFolder folder;
    Configuration configuration = read_configuration(NEXTPLEASE_CONF);
    Snapshot room;
    Morning()
    {
        const auto store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
        ManualClock clock(sample_instant(configuration, 9h));
        Reception reception(*store, configuration, clock);
        play_sample_morning(reception, clock, sample_instant(configuration, kSampleDesk));
        room = read_snapshot(*store, configuration, PlainEstimator {}, clock.now());
    }
};

// Played once: no test changes it.
const Morning& sample()
{
    static const Morning morning;
    return morning;
}

struct Shape {
    int width;
    int height;
};
constexpr std::array kShapes { Shape { 1920, 1080 }, Shape { 1080, 1920 }, Shape { 3840, 2160 },
    Shape { 1280, 1024 }, Shape { 1920, 1200 } };
constexpr std::array kLanguages { "en", "cy", "pl", "ro", "uk", "pt", "tr", "ar", "ur", "pa", "bn", "gu",
    "zh" };

// Of all texts only the letters in the tiles are under 32.
constexpr LayoutLaws kLaws { .smallest_text = 28 };

void check_everywhere(const Configuration& configuration, const Snapshot& room)
{
    for (const char* language : kLanguages) {
        for (const Shape& shape : kShapes) {
            const auto face = board::make_board_face(configuration, Language(language));
            face->show(std::make_shared<const Snapshot>(room));
            UiDriver ui(*face, shape.width, shape.height);
            CAPTURE(language);
            CAPTURE(shape.width);
            CAPTURE(shape.height);
            CHECK(broken_laws(ui, kLaws) == "");
            ui.advance(10s); // the next page, if there is one
            CHECK(broken_laws(ui, kLaws) == "");
        }
    }
}

float size_of(const UiDriver& ui, const std::string& text)
{
    for (const ui::Painted& one : ui.painted()) {
        if (one.text == text)
            return one.size;
    }
    return 0;
}

} // namespace

TEST_CASE("The board of a usual morning keeps the laws in every language and shape")
{
    const Morning& morning = sample();
    check_everywhere(morning.configuration, morning.room);
}

TEST_CASE("So does a board that is cut off, one that never was connected, and one without a call")
{
    const Morning& morning = sample();
    Snapshot cut_off = morning.room;
    cut_off.cut_off = "disk I/O error";
    check_everywhere(morning.configuration, cut_off);
    Snapshot never;
    never.now = morning.room.now;
    never.local = morning.room.local;
    never.cut_off = "no such file";
    check_everywhere(morning.configuration, never);
    Snapshot no_call = morning.room;
    no_call.calls.clear();
    check_everywhere(morning.configuration, no_call);
    no_call.open = false;
    no_call.local.since_midnight = 20h;
    check_everywhere(morning.configuration, no_call);
}

TEST_CASE("So does a board with slow, closed and unknown services, many of them, and long place names")
{
    const Morning& morning = sample();
    Configuration configuration = morning.configuration;
    Snapshot room = morning.room;
    for (std::size_t i = 0; i < room.services.size(); ++i) {
        room.services[i].newcomer = { 12, Minutes { 105 }, Minutes { 140 } };
        room.services[i].waiting = 12;
    }
    room.services[1].newcomer = { 4, {}, {} };
    room.services[2].open = false;
    room.services[2].opens = LocalTime { add_days(room.local.date, 1), 9h };
    check_everywhere(configuration, room);
    for (int i = 0; i < 9; ++i) {
        Service service = configuration.office.services[static_cast<std::size_t>(i) % 8];
        service.code = ServiceCode("X" + std::to_string(i));
        service.letter = "KM";
        configuration.office.services.push_back(service);
        ServiceNow now = room.services[static_cast<std::size_t>(i) % 8];
        now.code = service.code;
        room.services.push_back(now);
    }
    for (Desk& desk : configuration.office.desks)
        desk.name = { { Language("en"), "Welcome desk" }, { Language("pl"), "Punkt powitalny" },
            { Language("ur"), "استقبالیہ ڈیسک" } };
    check_everywhere(configuration, room);
}

TEST_CASE("B1: the largest text is the number that was called last, then the earlier ones, then the services")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    for (const Shape& shape : { kShapes[0], kShapes[1] }) {
        UiDriver ui(*face, shape.width, shape.height);
        constexpr float kCap = 0.714F;
        constexpr float kMillimetresPerPixel = 0.6342F; // a 55-inch board
        CHECK(size_of(ui, "B042") * kCap * kMillimetresPerPixel >= 100); // 1 % of ten metres
        CHECK(size_of(ui, "B041") * kCap * kMillimetresPerPixel >= 46.5); // 16 minutes of arc at ten metres
        CHECK(size_of(ui, "B041") > size_of(ui, "Housing"));
        CHECK(size_of(ui, "Housing") >= 40);
    }
}

TEST_CASE("The board never shows more of a visitor than the number")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    UiDriver ui(*face, 1920, 1080);
    CHECK(ui.says("B042"));
    for (const VisitNow& visit : morning.room.waiting) {
        CHECK_FALSE(ui.says(visit.visit.number.text())); // who waits is nobody's business
        if (!visit.visit.note.empty())
            CHECK_FALSE(ui.says(visit.visit.note));
    }
}

namespace {

// Somebody else is called, five seconds after the room was as given.
Snapshot called_next(const Snapshot& room, const std::string& number, long visit)
{
    Snapshot later = room;
    later.now += 5s;
    Call call = later.calls.front();
    call.visit = VisitId { visit };
    call.number = TicketNumber(number);
    call.desk = DeskCode("Desk 4");
    call.rung = later.now;
    later.calls.insert(later.calls.begin(), call);
    return later;
}

const ui::Painted& painted(const UiDriver& ui, const std::string& text)
{
    const auto found = std::find_if(ui.painted().begin(), ui.painted().end(),
        [&text](const ui::Painted& one) { return one.text == text; });
    REQUIRE(found != ui.painted().end());
    return *found;
}

} // namespace

TEST_CASE("B1: the newest call stands at the same place whatever it is, whole, and nothing scrolls")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    UiDriver ui(*face, 1920, 1080);
    const ui::Painted before = painted(ui, "B042");
    const Snapshot later = called_next(morning.room, "C029", 9999);
    face->show(std::make_shared<const Snapshot>(later));
    ui.advance(5s); // and it has flashed
    const ui::Painted after = painted(ui, "C029");
    constexpr float kLetters = 12; // of another letter the ink begins a little elsewhere
    CHECK(std::abs(after.device.x - before.device.x) <= kLetters);
    CHECK(std::abs(after.device.y - before.device.y) <= kLetters);
    CHECK(after.size == before.size);
    const std::vector<ui::Painted> still = ui.painted();
    ui.advance(4s);
    REQUIRE(ui.painted().size() == still.size());
    for (std::size_t i = 0; i < still.size(); ++i)
        CHECK(ui.painted()[i].device.x == still[i].device.x);
}

TEST_CASE("C8: a new call changes the board's band once a second at the most, and no more than three times")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    UiDriver ui(*face, 1920, 1080);
    face->show(std::make_shared<const Snapshot>(called_next(morning.room, "C029", 9999)));
    std::vector<std::vector<double>> seen;
    constexpr int kFrames = 300; // five seconds
    for (int frame = 0; frame < kFrames; ++frame) {
        ui.frame();
        const testing::ShapeRaster now({ 0, 0, 1920, 1080 }, 60, ui.theme().paper);
        seen.resize(now.size());
        for (std::size_t i = 0; i < now.size(); ++i)
            seen[i].push_back(testing::luminance_of(now.at(i)));
    }
    int most = 0;
    for (const std::vector<double>& place : seen) {
        most = std::max(most, testing::flashes_in(place));
        for (std::size_t from = 0; from + 62 < place.size(); ++from) // any second
            CHECK(testing::flashes_in({ place.begin() + static_cast<long>(from),
                      place.begin() + static_cast<long>(from) + 62 })
                <= 1);
    }
    CHECK(most >= 2); // it was seen
    CHECK(most <= 3);
}

TEST_CASE("H1: a call is seen for ten seconds at least, however many follow it")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    UiDriver ui(*face, 1920, 1080);
    Snapshot room = morning.room;
    for (const char* number : { "C029", "C030", "C031" }) {
        room = called_next(room, number, 9000 + number[3]);
        face->show(std::make_shared<const Snapshot>(room));
    }
    std::optional<ui::Moment> first;
    for (int i = 0; i < 100; ++i) {
        ui.advance(250ms);
        if (!first && ui.says("C029"))
            first = ui.now();
        if (first && ui.now() - *first <= 10s)
            CHECK(ui.says("C029"));
    }
    CHECK(first);
}

TEST_CASE("A new call takes the band, flashes for three seconds, and the board is idle afterwards")
{
    const Morning& morning = sample();
    const auto face = board::make_board_face(morning.configuration, Language("en"));
    face->show(std::make_shared<const Snapshot>(morning.room));
    UiDriver ui(*face, 1920, 1080);
    CHECK(ui.item("call").label == "B042, Desk 3");
    Snapshot later = morning.room;
    later.now += 5s;
    Call call = later.calls.front();
    call.visit = VisitId { 9999 };
    call.number = TicketNumber("C029");
    call.desk = DeskCode("Desk 4");
    call.rung = later.now;
    later.calls.insert(later.calls.begin(), call);
    CHECK_FALSE(face->same(morning.room, later));
    face->show(std::make_shared<const Snapshot>(later));
    ui.frame();
    CHECK(ui.item("call").label == "C029, Desk 4");
    int paints = 0;
    ui::Moment now = ui.now();
    for (int i = 0; i < 100; ++i)
        paints += face->tick(now += 100ms, now) ? 1 : 0;
    CHECK(paints == 5); // the swaps that were left
    CHECK(face->same(later, later));
    Snapshot next_minute = later;
    next_minute.local.since_midnight += 60s;
    CHECK_FALSE(face->same(later, next_minute));
}
