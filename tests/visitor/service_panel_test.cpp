// The way out of the kiosk for staff: a hidden corner, a PIN, a panel.
#include "core/reception/service_pin.h"
#include "kiosk/visitor/service_panel.h"
#include "tests/visitor/fake_printing.h"
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>
#include <thread>

using namespace nextplease;
using namespace nextplease::visitor;
using namespace std::chrono_literals;
using View = ServicePanel::View;
using Notice = ServicePanel::Notice;

namespace {

struct Staff {
    Staff()
        : panel([this](const std::string& pin) {
            asked.push_back(pin);
            std::promise<bool> answer;
            answer.set_value(pin == "4711");
            return answer.get_future();
        })
    {
    }
    void tick(ui::Moment by)
    {
        now += by;
        panel.tick(now, touched);
    }
    void open()
    {
        for (int i = 0; i < 5; ++i) {
            tick(200ms);
            panel.corner_tapped();
        }
    }
    void type(const std::string& pin)
    {
        touched = now;
        for (const char digit : pin)
            panel.digit(digit);
        panel.enter();
        tick(10ms);
    }

    std::vector<std::string> asked;
    ServicePanel panel;
    ui::Moment now { 100'000 }, touched { 100'000 };
};

// A hash that is quick to make and to check would not be one: made once.
const std::string& hash_of_4711()
{
    static const std::string hash = service_pin_hash("4711");
    return hash;
}

void tap_corner(UiDriver& ui, int times)
{
    for (int i = 0; i < times; ++i) {
        const ui::Point at { ui.window().w * 0.03F, 40 };
        ui.advance(400ms);
        ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        ui.frame();
        ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        ui.settle();
    }
}

// From the corner to the panel, by touch.
void open_panel(UiDriver& ui)
{
    tap_corner(ui, 5);
    for (const char digit : std::string("4711"))
        ui.tap(std::string("service.pin.") + digit);
    ui.tap("service.pin.enter");
    for (int i = 0; i < 500 && !ui.shows("service.leave"); ++i) {
        std::this_thread::sleep_for(10ms); // the check is another thread's, and slow on purpose
        ui.advance(16ms);
    }
    REQUIRE(ui.shows("service.leave"));
}

} // namespace

TEST_CASE("A PIN is four to twelve digits, and its hash tells it to nobody but who knows it")
{
    for (const char* good : { "1234", "000000", "123456789012" })
        CHECK(is_service_pin(good));
    for (const char* bad : { "", "123", "12a4", "1234567890123", "12 34" })
        CHECK_FALSE(is_service_pin(bad));
    CHECK(is_service_pin_hash(hash_of_4711()));
    CHECK(hash_of_4711().find("4711") == std::string::npos);
    CHECK(service_pin_matches("4711", hash_of_4711()));
    CHECK_FALSE(service_pin_matches("4712", hash_of_4711()));
    CHECK_FALSE(service_pin_matches("", hash_of_4711()));
    CHECK(service_pin_hash("4711") != hash_of_4711()); // salted
    CHECK_FALSE(is_service_pin_hash("4711"));
    CHECK_FALSE(service_pin_matches("4711", "nonsense"));
}

TEST_CASE("Five taps in the corner ask for the PIN; fewer, or slower ones, do not")
{
    Staff staff;
    for (int i = 0; i < 4; ++i)
        staff.panel.corner_tapped();
    staff.tick(5s);
    staff.panel.corner_tapped();
    CHECK(staff.panel.view() == View::Hidden);
    staff.tick(5s);
    staff.open();
    CHECK(staff.panel.view() == View::Pin);
    ServicePanel locked({});
    for (int i = 0; i < 20; ++i)
        locked.corner_tapped();
    CHECK(locked.view() == View::Hidden);
}

TEST_CASE("The right PIN opens the panel, from which staff leave or restart")
{
    Staff staff;
    staff.open();
    staff.panel.leave();
    CHECK(staff.panel.ending() == app::Face::Ending::No); // not without the PIN
    staff.type("4711");
    CHECK(staff.panel.view() == View::Menu);
    staff.panel.restart();
    CHECK(staff.panel.ending() == app::Face::Ending::Restart);
    staff.panel.leave();
    CHECK(staff.panel.ending() == app::Face::Ending::Leave);
}

TEST_CASE("Wrong PINs are throttled: longer each time, and closing the panel does not help")
{
    Staff staff;
    staff.open();
    for (int i = 0; i < 3; ++i) {
        staff.type("0000");
        CHECK(staff.panel.view() == View::Pin);
    }
    CHECK(staff.panel.notice() == Notice::Wait);
    CHECK(staff.panel.seconds_to_wait() == 30);
    staff.type("4711");
    CHECK(staff.asked.size() == 3); // not even asked
    staff.panel.close();
    staff.open();
    staff.type("4711");
    CHECK(staff.asked.size() == 3);
    staff.touched = staff.now + 29s;
    staff.tick(30s);
    staff.type("0000");
    CHECK(staff.panel.seconds_to_wait() == 60);
    staff.touched = staff.now + 59s;
    staff.tick(61s);
    staff.type("4711");
    CHECK(staff.panel.view() == View::Menu);
}

TEST_CASE("The panel closes by itself, and forgets what was typed")
{
    Staff staff;
    staff.open();
    staff.panel.digit('4');
    staff.panel.digit('7');
    CHECK(staff.panel.digits() == 2);
    staff.tick(31s);
    CHECK(staff.panel.view() == View::Hidden);
    staff.open();
    CHECK(staff.panel.digits() == 0);
}

TEST_CASE("On the kiosk: corner, PIN and panel by touch, every part well set, and a way back to visitors")
{
    SampleKiosk kiosk;
    kiosk.configuration.visitor.service_pin = hash_of_4711();
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
        face->show(kiosk.snapshot());
        UiDriver ui(*face, width, height);
        tap_corner(ui, 4);
        CHECK_FALSE(ui.shows("service.pin.1"));
        ui.advance(5s);
        tap_corner(ui, 5);
        REQUIRE(ui.shows("service.pin.1"));
        CHECK(broken_laws(ui, {}) == "");
        for (const char digit : std::string("4711"))
            ui.tap(std::string("service.pin.") + digit);
        CHECK_FALSE(ui.says("4711"));
        ui.tap("service.pin.enter");
        for (int i = 0; i < 500 && !ui.shows("service.leave"); ++i) {
            std::this_thread::sleep_for(10ms); // the check is another thread's, and slow on purpose
            ui.advance(16ms);
        }
        REQUIRE(ui.shows("service.leave"));
        CHECK(broken_laws(ui, {}) == "");
        ui.tap("service.close");
        CHECK(ui.screen().starts_with("languages"));
        CHECK(face->ending() == app::Face::Ending::No);
    }
}

TEST_CASE("The panel says how the printer stands, and prints a test page in the kiosk's own language")
{
    SampleKiosk kiosk;
    kiosk.configuration.visitor.service_pin = hash_of_4711();
    FakePrinting printer;
    printer.tell(DeviceState::Ready, printing::SlipState::Printed);
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands, { .printer = &printer });
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    ui.tap("language.pl");
    open_panel(ui);
    CHECK(ui.says("Printer: Working"));
    ui.tap("service.print");
    ui.tap("service.print"); // two taps are one page
    REQUIRE(printer.papers.size() == 1);
    CHECK(printer.papers[0].language == Language("en"));
    CHECK(std::any_of(printer.papers[0].parts.begin(), printer.papers[0].parts.end(), [](const auto& part) {
        const auto* line = std::get_if<printing::Line>(&part);
        return line && line->text == "This printer works";
    }));
    CHECK(ui.says("One moment"));
    printer.tell(DeviceState::Ready, printing::SlipState::Printed);
    ui.advance(500ms);
    CHECK(ui.says("The test page is printed."));
    CHECK(broken_laws(ui, {}) == "");
    ui.tap("service.print");
    printer.tell(DeviceState::PaperNearEnd, printing::SlipState::Printed);
    ui.advance(500ms);
    CHECK(ui.says("Printer: Printer paper nearly out"));
    ui.tap("service.print");
    printer.tell(DeviceState::CoverOpen, printing::SlipState::Waiting);
    ui.advance(500ms);
    CHECK(ui.says("Printer cover open"));
    CHECK(printer.papers.size() == 3);
    CHECK(broken_laws(ui, {}) == "");
}

TEST_CASE("Without a printer the panel says so and prints nothing")
{
    SampleKiosk kiosk;
    kiosk.configuration.visitor.service_pin = hash_of_4711();
    const auto face = make_visitor_face(kiosk.configuration, kiosk.commands);
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    open_panel(ui);
    CHECK(ui.says("Printer: Not set up"));
    CHECK_FALSE(ui.shows("service.print"));
}
