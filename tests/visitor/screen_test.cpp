// Screens in other windows, and a ticket in every state.
#include "tests/visitor/screen_laws.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {

TEST_CASE("Screens fit smaller windows and other shapes too")
{
    SampleKiosk kiosk;
    kiosk.take("B");
    for (const auto& [width, height] : { std::pair { 720, 1280 }, std::pair { 1200, 1920 },
             std::pair { 1366, 768 }, std::pair { 2160, 3840 } }) {
        Stand stand;
        stand.put(kiosk.at("home", "en", {}));
        UiDriver ui(stand, width, height);
        for (const std::string& screen : screen_names(kiosk.configuration)) {
            stand.put(kiosk.at(screen, "pl", {}));
            ui.settle();
            CHECK_MESSAGE(broken_laws(ui, laws_of(ui)) == "", screen << " " << width << "x" << height);
        }
    }
}

TEST_CASE("A ticket keeps the laws whatever has become of it")
{
    SampleKiosk kiosk;
    const Visit visit = kiosk.take("B");
    Stand stand;
    stand.put(kiosk.at("home", "en", {}));
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        UiDriver ui(stand, width, height);
        for (const std::string language : { "en", "pl", "ur" }) {
            for (const bool large : { false, true }) {
                const auto show = [&](const std::string& what, const std::shared_ptr<const Snapshot>& room) {
                    auto face = kiosk.at("ticket", language, { .large_print = large });
                    face->show(room);
                    stand.put(std::move(face));
                    ui.settle();
                    CHECK_MESSAGE(
                        broken_laws(ui, laws_of(ui)) == "", what << " " << language << " " << large);
                    CHECK_MESSAGE(running_over(ui) == "", what << " " << language << " " << large);
                };
                auto room = kiosk.snapshot();
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 123, .about = {}, .up_to = {} };
                show("no desk", room);
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 0, .about = Minutes { 1 }, .up_to = {} };
                show("in a minute", room);
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 0, .about = Minutes { 0 }, .up_to = {} };
                show("next", room);
                for (VisitNow& one : room->waiting)
                    one.estimate.go_to = DeskCode("Desk 3");
                show("next, at a desk", room);
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 3, .about = Minutes { 0 }, .up_to = Minutes { 4 } };
                show("soon", room);
                for (VisitNow& one : room->waiting)
                    one.estimate = {
                        .people_ahead = 112, .about = Minutes { 115 }, .up_to = Minutes { 145 }
                    };
                show("many", room);
                room->cut_off = "no disk";
                show("cut off", room);
                room = kiosk.snapshot();
                for (DeskNow& desk : room->desks) {
                    if (!desk.current)
                        continue;
                    desk.current->visit.id = visit.id;
                    desk.current->visit.state = VisitState::Called;
                    room->waiting.clear();
                    break;
                }
                show("called", room);
                room = kiosk.snapshot();
                room->waiting.clear();
                room->now += Seconds { 60 };
                show("over", room);
            }
        }
    }
}

} // namespace nextplease::visitor
