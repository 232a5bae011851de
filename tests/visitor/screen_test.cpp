// Every visitor screen in every language, print, theme, height of controls and shape of window: nothing cut,
// nothing too small, nothing too near, and the bar always in its place.
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>
#include <map>

namespace nextplease::visitor {
namespace {

const std::vector<std::string> kScreens { "languages", "home", "confirm", "taking", "ticket", "ask-cancel",
    "cancelling", "cancelled", "sorry", "help", "closed", "cut-off", "starting", "timeout" };

struct Shape {
    int width;
    int height;
    float reach_top; // reference pixels
};

std::string name_of(const std::string& screen, const std::string& language, const Modes& modes)
{
    return screen + " " + language + (modes.large_print ? " large" : "") + (modes.contrast ? " contrast" : "")
        + (modes.reach ? " low" : "");
}

bool is_choice(const std::string& key)
{
    return key.starts_with("service.") || key.starts_with("language.");
}

bool inside(const ui::Rect& inner, const ui::Rect& outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
}

// Texts that run over the edge of the card, panel or button on which they stand.
std::string running_over(const UiDriver& ui)
{
    std::string broken;
    const std::vector<ui::Painted>& painted = ui.painted();
    for (std::size_t i = 0; i < painted.size(); ++i) {
        if (painted[i].kind != ui::Painted::Kind::Text)
            continue;
        const ui::Rect& text = painted[i].device;
        const ui::Point middle { text.x + text.w / 2, text.y + text.h / 2 };
        for (std::size_t under = i; under-- > 0;) {
            if (painted[under].kind != ui::Painted::Kind::Shape || !painted[under].device.contains(middle))
                continue;
            if (!inside(text, painted[under].device))
                broken += "\"" + painted[i].text + "\" runs over the edge of what it stands on\n";
            break;
        }
    }
    return broken;
}

// What broken_laws does not know.
std::string broken_here(const UiDriver& ui, const Shape& shape, const Modes& modes)
{
    std::string broken = running_over(ui);
    for (const ui::Item& item : ui.items()) {
        const float height = item.device.h / ui.scale();
        if (is_choice(item.key) && height < 97)
            broken += item.key + " is " + std::to_string(height) + " high\n";
        if (modes.reach && item.device.y / ui.scale() < shape.reach_top)
            broken += item.key + " is out of reach at " + std::to_string(item.device.y / ui.scale()) + "\n";
    }
    return broken;
}

std::vector<Modes> all_modes()
{
    std::vector<Modes> modes;
    for (int bits = 0; bits < 8; ++bits)
        modes.push_back({ (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0 });
    return modes;
}

constexpr LayoutLaws kLaws { .smallest_gap = 10 };

void check_shape(const Shape& shape)
{
    SampleKiosk kiosk;
    kiosk.take("B");
    Stand stand;
    stand.put(kiosk.at("home", "en", {}));
    UiDriver ui(stand, shape.width, shape.height);
    std::map<std::string, ui::Rect> bar; // by language and key
    for (const std::string language : { "en", "pl", "ur" }) {
        for (const Modes& modes : all_modes()) {
            for (const std::string& screen : kScreens) {
                stand.put(kiosk.at(screen, language, modes));
                ui.settle();
                const std::string name = name_of(screen, language, modes);
                CHECK_MESSAGE(broken_laws(ui, kLaws) == "", name);
                CHECK_MESSAGE(broken_here(ui, shape, modes) == "", name);
                for (const char* key :
                    { "bar.language", "bar.text_size", "bar.contrast", "bar.lower", "bar.help" }) {
                    const ui::Rect at = ui.item(key).device;
                    const ui::Rect& first = bar.try_emplace(language + key, at).first->second;
                    CHECK_MESSAGE(
                        (at.x == first.x && at.y == first.y && at.w == first.w && at.h == first.h), name);
                }
            }
        }
    }
}

} // namespace

TEST_CASE("Every screen keeps the laws of the look in portrait")
{
    check_shape({ 1080, 1920, 864 });
}

TEST_CASE("Every screen keeps the laws of the look in landscape")
{
    check_shape({ 1920, 1080, 486 });
}

TEST_CASE("Screens fit smaller windows and other shapes too")
{
    SampleKiosk kiosk;
    kiosk.take("B");
    for (const auto& [width, height] : { std::pair { 720, 1280 }, std::pair { 1200, 1920 },
             std::pair { 1366, 768 }, std::pair { 2160, 3840 } }) {
        Stand stand;
        stand.put(kiosk.at("home", "en", {}));
        UiDriver ui(stand, width, height);
        for (const std::string& screen : kScreens) {
            stand.put(kiosk.at(screen, "pl", {}));
            ui.settle();
            CHECK_MESSAGE(broken_laws(ui, kLaws) == "", screen << " " << width << "x" << height);
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
                    CHECK_MESSAGE(broken_laws(ui, kLaws) == "", what << " " << language << " " << large);
                    CHECK_MESSAGE(running_over(ui) == "", what << " " << language << " " << large);
                };
                auto room = kiosk.snapshot();
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 123, .about = {}, .up_to = {} };
                show("no desk", room);
                for (VisitNow& one : room->waiting)
                    one.estimate = { .people_ahead = 0, .about = Minutes { 1 }, .up_to = {} };
                show("next", room);
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
