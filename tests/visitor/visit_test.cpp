// Whole visits, by touching what is on the screen, on a real store.
#include "core/base/error.h"
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;

// A face at its start, shown the room as it is.
struct Visitor {
    explicit Visitor(SampleKiosk& kiosk, int width = 1080, int height = 1920)
        : kiosk_(kiosk)
        , face(make_visitor_face(kiosk.configuration, kiosk.commands))
        , ui((look(), *face), width, height)
    {
    }
    void look() { face->show(kiosk_.snapshot()); }
    // Reads first, as people do.
    void tap(const std::string& key)
    {
        ui.advance(2s);
        ui.tap(key);
        look();
        ui.settle();
    }

    SampleKiosk& kiosk_;
    std::unique_ptr<app::Face> face;
    UiDriver ui;
};

std::optional<Visit> housing_ticket(SampleKiosk& kiosk)
{
    return kiosk.reception.find("B042");
}

} // namespace

TEST_CASE("A visitor takes a ticket by touch, in each language, and the kiosk is ready for the next")
{
    for (const Language& chosen : SampleKiosk().configuration.languages) {
        const std::string language = chosen.text();
        CAPTURE(language);
        SampleKiosk kiosk;
        Visitor visitor(kiosk);
        const std::size_t before = kiosk.tickets();
        visitor.tap("language." + language);
        visitor.tap("service.B");
        CHECK(kiosk.tickets() == before);
        visitor.tap("confirm.take");
        REQUIRE(visitor.ui.shows("ticket.done"));
        CHECK(visitor.ui.says("B042"));
        CHECK(kiosk.tickets() == before + 1);
        const auto visit = housing_ticket(kiosk);
        REQUIRE(visit);
        CHECK(visit->state == VisitState::Waiting);
        CHECK(visit->language == Language(language));
        CHECK(visit->service == ServiceCode("B"));
        visitor.tap("ticket.done");
        CHECK(visitor.ui.shows("language.en"));
        CHECK(kiosk.tickets() == before + 1);
    }
}

TEST_CASE("The same by keys alone")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    const auto go_to = [&](const std::string& key) {
        for (int i = 0; i < 30 && visitor.ui.focus() != key; ++i)
            visitor.ui.key(ui::KeyCode::Tab);
        REQUIRE(visitor.ui.focus() == key);
        visitor.ui.advance(2s);
        visitor.ui.key(ui::KeyCode::Enter);
        visitor.look();
        visitor.ui.settle();
    };
    go_to("language.pl");
    go_to("service.B");
    go_to("confirm.take");
    CHECK(visitor.ui.says("B042"));
    go_to("ticket.done");
    CHECK(visitor.ui.shows("language.en"));
}

TEST_CASE("The ticket tells people ahead and time as the store has them, and follows them")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("service.B");
    visitor.tap("confirm.take");
    const VisitNow* now = nullptr;
    const auto room = kiosk.snapshot();
    for (const VisitNow& one : room->waiting) {
        if (one.visit.number == TicketNumber("B042"))
            now = &one;
    }
    REQUIRE(now);
    CHECK(visitor.ui.says(std::to_string(now->estimate.people_ahead) + " people"));
    CHECK(visitor.ui.says("about " + std::to_string(now->estimate.about->count()) + " min"));

    // It is called: the screen says where to go.
    const auto called = kiosk.reception.call(DeskCode("Desk 3"), now->visit.id, {}, "test");
    if (std::holds_alternative<Refusal>(called)) {
        for (const DeskNow& desk : room->desks) {
            if (desk.desk == DeskCode("Desk 3") && desk.current) {
                if (desk.current->visit.state == VisitState::Called)
                    kiosk.reception.start(desk.current->visit.id, {}, { "test" });
                kiosk.reception.finish(desk.current->visit.id, ContactResult {}, {}, { "test" });
            }
        }
        REQUIRE(std::holds_alternative<Done>(
            kiosk.reception.call(DeskCode("Desk 3"), now->visit.id, {}, "test")));
    }
    visitor.look();
    visitor.ui.settle();
    CHECK(visitor.ui.says("It is your turn"));
    CHECK(visitor.ui.says("Desk 3"));
    CHECK(!visitor.ui.says("You are in the queue"));
}

TEST_CASE("Quick fingers make one ticket")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    const std::size_t before = kiosk.tickets();
    visitor.tap("language.en");
    visitor.tap("service.B");
    visitor.ui.advance(2s);
    const ui::Point at = visitor.ui.middle_of("confirm.take");
    for (int i = 0; i < 12; ++i) {
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = at });
        visitor.ui.frame();
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = at });
        visitor.ui.frame();
        visitor.ui.advance(50ms);
        visitor.look();
    }
    CHECK(kiosk.tickets() == before + 1);
    CHECK(visitor.ui.says("B042"));
}

TEST_CASE("While the store works the press shows as taken, and further presses add nothing")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    const std::size_t before = kiosk.tickets();
    visitor.tap("language.en");
    visitor.tap("service.B");
    kiosk.commands.mode = TestCommands::Mode::Wait;
    visitor.tap("confirm.take");
    CHECK(!visitor.ui.shows("confirm.take"));
    CHECK(visitor.ui.says("One moment"));
    visitor.ui.advance(7s);
    CHECK(visitor.ui.says("This takes longer than usual"));
    visitor.ui.advance(200s);
    CHECK(kiosk.commands.waiting.size() == 1);
    kiosk.commands.answer_all();
    visitor.look();
    visitor.ui.settle();
    CHECK(visitor.ui.says("B042"));
    CHECK(kiosk.tickets() == before + 1);
}

TEST_CASE("A ticket is cancelled after asking, and is out of the queue")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("service.B");
    visitor.tap("confirm.take");
    visitor.tap("ticket.cancel");
    visitor.tap("cancel.keep");
    CHECK(housing_ticket(kiosk)->state == VisitState::Waiting);
    visitor.tap("ticket.cancel");
    visitor.tap("cancel.yes");
    CHECK(visitor.ui.says("Your ticket is cancelled"));
    CHECK(housing_ticket(kiosk)->state == VisitState::Left);
    visitor.tap("cancelled.done");
    CHECK(visitor.ui.shows("language.en"));
}

TEST_CASE("A second touch where Cancel was does not cancel")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("service.B");
    visitor.tap("confirm.take");
    const ui::Point at = visitor.ui.middle_of("ticket.cancel");
    visitor.tap("ticket.cancel");
    CHECK(visitor.ui.item("cancel.keep").device.contains(at));
}

TEST_CASE("Touching a closed service says why, and gives no ticket")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    const std::size_t before = kiosk.tickets();
    visitor.tap("language.en");
    CHECK(!visitor.ui.item("service.F").enabled);
    visitor.tap("service.F");
    CHECK(visitor.ui.says("opens 14:00"));
    visitor.tap("sorry.services");
    CHECK(visitor.ui.shows("service.A"));
    CHECK(kiosk.tickets() == before);
}

TEST_CASE("A service that closes meanwhile is refused by the store and said")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("service.B");
    kiosk.clock.advance(std::chrono::hours { 12 });
    visitor.tap("confirm.take");
    CHECK(visitor.ui.says("We cannot give you a number now"));
    CHECK(visitor.ui.says("closed"));
}

TEST_CASE("When a command fails the visitor is sent to reception, and the screen recovers with the ticket")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("service.B");
    kiosk.commands.mode = TestCommands::Mode::Fail;
    visitor.tap("confirm.take");
    CHECK(visitor.ui.says("Go to reception"));
    SUBCASE("tried again by hand")
    {
        kiosk.commands.mode = TestCommands::Mode::Answer;
        visitor.tap("cutoff.again");
        CHECK(visitor.ui.says("B042"));
    }
    SUBCASE("it had been committed all the same: found by its request")
    {
        // What the store did before the reply was lost.
        kiosk.commands.mode = TestCommands::Mode::Wait;
        visitor.tap("cutoff.again");
        REQUIRE(kiosk.commands.waiting.size() == 1);
        kiosk.commands.waiting.front()(kiosk.reception); // done, and its answer is lost
        CHECK(kiosk.reception.find("B042"));
        kiosk.commands.answer_all(); // the same request: repeated, not done twice
        CHECK(!kiosk.reception.find("B043"));
        visitor.look();
        visitor.ui.settle();
        CHECK(visitor.ui.says("B042"));
    }
    SUBCASE("it had not: by itself it goes back to where the ticket can be taken")
    {
        kiosk.commands.mode = TestCommands::Mode::Answer;
        visitor.ui.advance(7s);
        visitor.look();
        visitor.ui.settle();
        CHECK(visitor.ui.shows("confirm.take"));
        visitor.tap("confirm.take");
        CHECK(visitor.ui.says("B042"));
    }
}

TEST_CASE("Yes, any touch in the panel, and any key keep a visit; No and silence end it")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.pl");
    visitor.tap("service.B");
    visitor.tap("bar.contrast");
    visitor.ui.advance(61s);
    REQUIRE(visitor.ui.shows("timeout.yes"));
    CHECK(!visitor.ui.shows("confirm.take"));
    SUBCASE("yes")
    {
        visitor.tap("timeout.yes");
        CHECK(visitor.ui.shows("confirm.take"));
    }
    SUBCASE("beside the buttons")
    {
        visitor.ui.advance(400ms);
        const ui::Point yes = visitor.ui.middle_of("timeout.yes");
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = { yes.x, yes.y - 200 } });
        visitor.ui.settle();
        CHECK(visitor.ui.shows("confirm.take"));
    }
    SUBCASE("a finger that slides off No")
    {
        visitor.ui.advance(400ms);
        const ui::Point no = visitor.ui.middle_of("timeout.no");
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Press, .at = no });
        visitor.ui.settle();
        CHECK(visitor.ui.shows("timeout.no"));
        visitor.ui.input().push({ .kind = ui::InputEvent::Kind::Release, .at = { no.x, no.y - 600 } });
        visitor.ui.settle();
        CHECK(visitor.ui.shows("confirm.take"));
    }
    SUBCASE("no")
    {
        visitor.tap("timeout.no");
        CHECK(visitor.ui.shows("language.en"));
        CHECK(visitor.face->theme().kind == ui::Theme::Kind::Light);
        CHECK(visitor.face->words().language() == Language("en"));
    }
    SUBCASE("no, by keys")
    {
        visitor.ui.key(ui::KeyCode::Tab);
        REQUIRE(visitor.ui.shows("timeout.no"));
        for (int i = 0; i < 7 && visitor.ui.focus() != "timeout.no"; ++i)
            visitor.ui.key(ui::KeyCode::Tab);
        visitor.ui.key(ui::KeyCode::Enter);
        CHECK(visitor.ui.shows("language.en"));
    }
    SUBCASE("silence")
    {
        visitor.ui.advance(41s);
        CHECK(visitor.ui.shows("language.en"));
        CHECK(visitor.face->words().language() == Language("en"));
    }
}

TEST_CASE("Large print pages through the services, four at a time")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk);
    visitor.tap("language.en");
    visitor.tap("bar.text_size");
    CHECK(visitor.ui.shows("service.D"));
    CHECK(!visitor.ui.shows("service.E"));
    CHECK(!visitor.ui.shows("home.previous"));
    visitor.tap("home.more");
    CHECK(visitor.ui.shows("service.H"));
    CHECK(!visitor.ui.shows("home.more"));
    visitor.tap("home.previous");
    CHECK(visitor.ui.shows("service.A"));
}

TEST_CASE("More services than fit are paged in normal print too")
{
    SampleKiosk kiosk;
    Stand stand;
    auto room = kiosk.snapshot();
    for (const char* code : { "I", "J", "K" }) {
        room->services.push_back(room->services.front());
        room->services.back().code = ServiceCode(code);
    }
    for (const bool low : { false, true }) {
        for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
            stand.put(make_visitor_face_at(
                kiosk.configuration, kiosk.commands, "home", Language("en"), { .reach = low }, room));
            UiDriver ui(stand, width, height);
            CHECK(broken_laws(ui, { .smallest_gap = 10 }) == "");
            CHECK(!ui.shows("service.K"));
            ui.tap("home.more");
            CHECK(ui.shows("service.K"));
            CHECK(broken_laws(ui, { .smallest_gap = 10 }) == "");
        }
    }
}

TEST_CASE("The code on the ticket promises a page for phones only where there is one")
{
    SampleKiosk kiosk;
    kiosk.take("B");
    Stand stand;
    stand.put(kiosk.at("ticket", "en", {}));
    UiDriver ui(stand);
    CHECK(!ui.says("phone"));
    kiosk.configuration.public_url = "https://queue.northmoor.example";
    stand.put(kiosk.at("ticket", "en", {}));
    ui.settle();
    CHECK(ui.says("Follow on your phone"));
}

TEST_CASE("Who is next is told so, and to which desk to go where one is free")
{
    SampleKiosk kiosk;
    auto room = kiosk.snapshot();
    Stand stand;
    const auto face = [&](const Estimate& estimate) {
        for (VisitNow& one : room->waiting)
            one.estimate = estimate;
        auto shown = kiosk.at("ticket", "en", {});
        shown->show(room);
        stand.put(std::move(shown));
        UiDriver ui(stand);
        ui.settle();
        return std::tuple(ui.says("You are next"), ui.says("Go to Desk 3 now"), ui.says("about 2 min"));
    };
    CHECK(face({ .people_ahead = 0, .about = Minutes { 0 }, .up_to = {} }) == std::tuple(true, false, false));
    CHECK(face({ .people_ahead = 0, .about = Minutes { 2 }, .up_to = {}, .go_to = DeskCode("Desk 3") })
        == std::tuple(true, true, false));
    CHECK(face({ .people_ahead = 0, .about = Minutes { 2 }, .up_to = {} }) == std::tuple(false, false, true));
}

TEST_CASE("Without an open desk no time is invented")
{
    SampleKiosk kiosk;
    auto room = kiosk.snapshot();
    for (ServiceNow& service : room->services)
        service.newcomer.about = service.newcomer.up_to = std::nullopt;
    Stand stand;
    stand.put(make_visitor_face_at(kiosk.configuration, kiosk.commands, "confirm", Language("en"), {}, room));
    UiDriver ui(stand);
    CHECK(ui.says("No desk is open yet"));
    CHECK(ui.says("people"));
    CHECK(!ui.says(" min"));
}

TEST_CASE("A screen that does not exist is named together with those that do")
{
    SampleKiosk kiosk;
    CHECK_THROWS_WITH_AS(kiosk.at("hme", "en", {}),
        doctest::Contains("the visitor face has no screen \"hme\": write one of languages, home"),
        InputError);
}

} // namespace nextplease::visitor
