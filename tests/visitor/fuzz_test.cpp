// Random hands on the whole visitor face: nothing breaks it, and whatever they left, it comes back to the
// start. tests/bench/bench_storm.cpp does the same a million times and watches the memory.
#include "core/reception/service_pin.h"
#include "tests/support/recording_speaker.h"
#include "tests/visitor/sample_kiosk.h"
#include "tests/visitor/storm.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::visitor;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongerThanAnyVisit = 20min;

bool at_start(const UiDriver& ui)
{
    return ui.screen().starts_with("languages/") || ui.screen().starts_with("closed/")
        || ui.screen().starts_with("cut-off/");
}

} // namespace

TEST_CASE("Twenty thousand random touches, keys and letters break nothing and leave nothing stuck")
{
    constexpr std::uint32_t kSeed = 20261013;
    constexpr int kEvents = 20'000, kUntilCalm = 2'500;
    CAPTURE(kSeed);
    SampleKiosk kiosk;
    testing::RecordingSpeaker speaker;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands, Devices { .speaker = &speaker });
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    testing::Storm storm(ui, kSeed);
    for (int i = 1; i <= kEvents; ++i) {
        storm.rage();
        if (storm.below(200) == 0) {
            using Mode = TestCommands::Mode;
            constexpr Mode kModes[] = { Mode::Answer, Mode::Answer, Mode::Wait, Mode::Fail };
            kiosk.commands.mode = kModes[storm.below(4)];
            kiosk.commands.answer_all();
            auto room = kiosk.snapshot();
            if (storm.below(5) == 0)
                room->cut_off = "no disk";
            face->show(room);
        }
        if (i % kUntilCalm != 0)
            continue;
        CAPTURE(i);
        kiosk.commands.mode = TestCommands::Mode::Answer;
        kiosk.commands.answer_all();
        face->show(kiosk.snapshot());
        storm.calm();
        ui.advance(kLongerThanAnyVisit);
        CAPTURE(ui.screen());
        REQUIRE(at_start(ui));
        CHECK(face->ending() == app::Face::Ending::No);
        // And the next visitor is served.
        ui.tap("language.en");
        CHECK(ui.screen().starts_with("home"));
        ui.advance(kLongerThanAnyVisit);
        speaker.said.clear();
        speaker.heard.clear();
    }
}

TEST_CASE("Ten taps a second on the same place take one ticket")
{
    SampleKiosk kiosk;
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    ui.tap("language.en");
    ui.tap("service.B");
    ui.advance(1s);
    const std::size_t before = kiosk.tickets();
    const ui::Point at = ui.middle_of("confirm.take");
    for (int tap = 0; tap < 100; ++tap) {
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        ui.frame();
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        ui.frame();
        ui.advance(68ms);
    }
    CHECK(kiosk.tickets() == before + 1);
}

TEST_CASE("T7: a trembling hand takes exactly one ticket, at any tremor")
{
    for (const double hertz : { 4.0, 5.0, 6.0, 8.0, 10.0, 12.0 }) {
        for (const float millimetres : { 2.0F, 5.0F, 8.0F }) {
            CAPTURE(hertz);
            CAPTURE(millimetres);
            SampleKiosk kiosk;
            const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
            face->show(kiosk.snapshot());
            UiDriver ui(*face);
            ui.tap("language.en");
            ui.tap("service.B");
            ui.advance(1s);
            const std::size_t before = kiosk.tickets();
            const ui::Point aim = ui.middle_of("confirm.take");
            constexpr float kPixelsAMillimetre = 3.212F;
            const auto half = ui::Moment { static_cast<long>(500 / hertz) };
            // Two seconds of it: each swing a contact that bounces, off to one side and the other.
            for (int swing = 0; swing < static_cast<int>(2 * hertz); ++swing) {
                const float side = (swing % 2 == 0 ? 1.0F : -1.0F) * millimetres * kPixelsAMillimetre / 2;
                const ui::Point at { aim.x + side, aim.y - side };
                for (int bounce = 0; bounce < 2; ++bounce) {
                    ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
                    ui.frame();
                    ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = { at.x + 2, at.y } });
                    ui.frame();
                }
                ui.advance(half);
            }
            CHECK(kiosk.tickets() == before + 1);
        }
    }
}
