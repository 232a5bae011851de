// Journeys on the screen: opened by touch, their errands on the store's thread, and what the home screen, the
// confirmation and the closed screen say around them.
#include "tests/visitor/sample_kiosk.h"
#include "tests/visitor/step_gallery.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

// Asks the store how many tickets there are today, and says so.
class Counting : public Journey {
public:
    std::string name() const override { return said_.empty() ? "counting.ask" : "counting.told"; }
    Step step(const Words&) const override
    {
        if (!said_.empty()) {
            SayingStep told;
            told.words.heading = said_;
            told.words.main = ButtonWords {
                .key = "step.next", .label = "Done", .icon = {}, .act = Intent::Kind::StepNext
            };
            return told;
        }
        ChoiceStep ask { .question = "Shall we count?", .hint = {}, .choices = {} };
        ask.choices.push_back({ .key = "counting.yes", .title = "Yes", .hint = {} });
        ask.choices.push_back({ .key = "counting.no", .title = "No", .hint = {}, .off = "Not today" });
        return ask;
    }
    void choose(int index) override
    {
        if (index == 1) {
            said_ = "It cannot be refused";
            return;
        }
        waiting_ = true;
        errands_.push_back({ .job = [this](Reception& reception) -> std::function<void()> {
                                std::size_t tickets = 0;
                                reception.store().read([&](Records& records) {
                                    tickets = records.visits_of(reception.today()).size();
                                });
                                return [this, tickets] { tell(std::to_string(tickets) + " tickets"); };
                            },
            .failed = [this] { tell("We could not count"); } });
    }
    void next() override { end_ = End::Home; }
    bool back() override { return false; }
    bool waiting() const override { return waiting_; }
    End end() const override { return end_; }
    std::vector<Errand> errands() override { return std::exchange(errands_, {}); }

private:
    void tell(const std::string& said)
    {
        waiting_ = false;
        said_ = said;
    }
    std::string said_;
    bool waiting_ = false;
    End end_ = End::No;
    std::vector<Errand> errands_;
};

Journeys counting()
{
    return { { JourneyKind::MyTicket, [](const JourneyContext&) { return std::make_unique<Counting>(); } },
        { JourneyKind::Charter, [](const JourneyContext&) { return std::make_unique<Counting>(); } } };
}

struct Visitor {
    Visitor()
        : face(make_visitor_face(kiosk.configuration, kiosk.commands, counting()))
    {
        face->show(kiosk.snapshot());
        ui.emplace(*face);
        ui->tap("language.en");
    }
    SampleKiosk kiosk;
    std::unique_ptr<app::Face> face;
    std::optional<UiDriver> ui;
};

} // namespace

TEST_CASE("The row of three offers what the kiosk has, and nothing else")
{
    Visitor visitor;
    CHECK(visitor.ui->shows("home.my_ticket"));
    CHECK(visitor.ui->shows("home.tell_us"));
    CHECK(!visitor.ui->shows("home.check_in"));
    visitor.ui->tap("home.tell_us");
    CHECK(visitor.ui->shows("tell_us.charter"));
    CHECK(!visitor.ui->shows("tell_us.feedback"));
    visitor.ui->tap("tell_us.charter");
    CHECK(visitor.ui->says("Shall we count?"));
    visitor.ui->tap("step.back");
    CHECK(visitor.ui->shows("tell_us.charter"));
}

TEST_CASE("A journey's errand is done on the store, and its answer shown")
{
    Visitor visitor;
    visitor.ui->tap("home.my_ticket");
    visitor.ui->tap("counting.yes");
    visitor.ui->settle();
    CHECK(visitor.ui->says(std::to_string(visitor.kiosk.tickets()) + " tickets"));
    visitor.ui->tap("step.next");
    CHECK(visitor.ui->shows("home.my_ticket"));
}

TEST_CASE("An errand that fails is told, and one that comes late to nobody is dropped")
{
    Visitor visitor;
    visitor.kiosk.commands.mode = TestCommands::Mode::Fail;
    visitor.ui->tap("home.my_ticket");
    visitor.ui->tap("counting.yes");
    visitor.ui->settle();
    CHECK(visitor.ui->says("We could not count"));
    visitor.ui->tap("step.next");

    visitor.kiosk.commands.mode = TestCommands::Mode::Wait;
    visitor.ui->tap("home.my_ticket");
    visitor.ui->tap("counting.yes");
    visitor.ui->tap("step.back"); // the visitor goes away from it
    visitor.kiosk.commands.answer_all();
    visitor.ui->settle();
    CHECK(visitor.ui->shows("home.my_ticket"));

    visitor.ui->tap("home.my_ticket");
    visitor.ui->tap("counting.yes");
    visitor.face.reset();
    visitor.kiosk.commands.answer_all(); // nothing is there any more: it must not crash
}

TEST_CASE("A choice that is off takes the touch, so that the journey can say why")
{
    Visitor visitor;
    visitor.ui->tap("home.my_ticket");
    CHECK(visitor.ui->says("Not today"));
    CHECK(!visitor.ui->item("counting.no").enabled);
    visitor.ui->tap("counting.no");
    CHECK(visitor.ui->says("It cannot be refused"));
}

TEST_CASE("C6: what is chosen has a tick and a word, not only another colour")
{
    SampleKiosk kiosk;
    for (const bool contrast : { false, true }) {
        const auto places = gallery_places();
        const auto place = std::find_if(
            places.begin(), places.end(), [](const JourneyPlace& one) { return one.name == "several-of-3"; });
        const auto face = make_visitor_face_at(kiosk.configuration, kiosk.commands, *place, Language("en"),
            { .contrast = contrast }, kiosk.snapshot());
        UiDriver ui(*face);
        CHECK(ui.says("chosen"));
        CHECK(ui.item("gallery.1").label.find("chosen") != std::string::npos); // also for whoever hears it
        CHECK(ui.item("gallery.0").label.find("chosen") == std::string::npos);
    }
}

TEST_CASE("Before a long wait the confirmation says how long, against the promise, and what else can be done")
{
    SampleKiosk kiosk;
    const auto busy = kiosk.at("confirm-busy", "en", {});
    UiDriver ui(*busy);
    CHECK(ui.says("Waits are longer now"));
    CHECK(ui.says("More people than usual have come today. We are sorry."));
    CHECK(ui.says("We aim for 10 minutes. Now it may be 80."));
    CHECK(ui.says("01632 960042"));
    CHECK(ui.shows("confirm.take"));
    const auto calm = kiosk.at("confirm", "en", {});
    CHECK(!UiDriver(*calm).says("Waits are longer now"));
}

TEST_CASE("While a notice of delay stands the first screen says so and why, in every mode")
{
    SampleKiosk kiosk;
    for (const Modes& modes : { Modes {}, Modes { .large_print = true }, Modes { .reach = true } }) {
        const auto delayed = kiosk.at("home-delayed", "en", modes);
        CHECK(UiDriver(*delayed).says("Waits are longer now. More people than usual have come today."));
        const auto calm = kiosk.at("home", "en", modes);
        CHECK(!UiDriver(*calm).says("Waits are longer now"));
    }
}

TEST_CASE("When the closing may come before one's turn the confirmation says so")
{
    SampleKiosk kiosk;
    auto room = kiosk.snapshot();
    room->local.since_midnight = std::chrono::hours { 16 } + std::chrono::minutes { 50 };
    for (ServiceNow& service : room->services)
        service.newcomer = { .people_ahead = 3, .about = Minutes { 8 }, .up_to = Minutes { 15 } };
    const auto face =
        make_visitor_face_at(kiosk.configuration, kiosk.commands, "confirm", Language("en"), {}, room);
    UiDriver ui(*face);
    CHECK(ui.says("We close at 17:00"));
    CHECK(!ui.says("Waits are longer now"));
}

TEST_CASE("Closed or cut off, the kiosk says the telephone number and whom to reach in an emergency")
{
    SampleKiosk kiosk;
    for (const std::string screen : { "closed", "cut-off" }) {
        const auto face = kiosk.at(screen, "en", {});
        UiDriver ui(*face);
        CHECK(ui.says("01632 960042"));
        CHECK(ui.says("01632 960999"));
    }
    kiosk.configuration.visitor.emergency.clear();
    kiosk.configuration.visitor.phone.clear();
    const auto face = kiosk.at("closed", "en", {});
    CHECK(!UiDriver(*face).says("In an emergency"));
}

TEST_CASE("Where there are groups the home screen shows them first, and their services after a touch")
{
    SampleKiosk kiosk;
    const ServiceCode first = kiosk.configuration.office.services[0].code;
    const ServiceCode second = kiosk.configuration.office.services[1].code;
    kiosk.configuration.office.groups.clear();
    kiosk.configuration.office.groups.push_back({ "money", { { Language("en"), "Money and homes" } },
        { { Language("en"), "Bills and rent" } }, "letter", { first, second } });
    for (const auto& [width, height] : { std::pair { 1080, 1920 }, std::pair { 1920, 1080 } }) {
        for (const Modes& modes : { Modes {}, Modes { .large_print = true }, Modes { .reach = true } }) {
            const auto face = kiosk.at("home", "en", modes);
            UiDriver ui(*face, width, height);
            CHECK(ui.says("Money and homes"));
            CHECK(!ui.shows("service." + first.text()));
            CHECK(broken_laws(ui, { .smallest_gap = 10 }) == "");
            ui.tap("group.money");
            CHECK(ui.shows("service." + first.text()));
            CHECK(ui.shows("service." + second.text()));
            CHECK(broken_laws(ui, { .smallest_gap = 10 }) == "");
            ui.tap("home.back");
            CHECK(ui.shows("group.money"));
        }
    }
}

TEST_CASE("L3: right to left the bar and Back stand mirrored")
{
    SampleKiosk kiosk;
    const auto place = gallery_places().front();
    const auto at = [&](const std::string& language, const std::string& key) {
        const auto face = make_visitor_face_at(
            kiosk.configuration, kiosk.commands, place, Language(language), {}, kiosk.snapshot());
        return UiDriver(*face).item(key).device;
    };
    const ui::Rect left = at("en", "step.back");
    const ui::Rect right = at("ur", "step.back");
    CHECK(right.x == 1080 - left.x - left.w);
    CHECK(at("ur", "bar.help").x < at("ur", "bar.language").x);
    CHECK(at("en", "bar.help").x > at("en", "bar.language").x);
}

} // namespace nextplease::visitor
