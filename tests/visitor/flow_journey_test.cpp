// A journey in the flow: one step after another, its errands, its ends, and that nothing of it is left
// behind.
#include "tests/visitor/flow_fixture.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {

namespace {

// What a test sees and steers of its journey, also after it is gone.
struct Strings {
    int made = 0, gone = 0;
    int step = 0;
    std::vector<std::string> touched;
    std::vector<Errand> errands;
    Journey::End end = Journey::End::No;
    std::optional<Visit> ticket;
    VisitWishes wishes;
    bool waiting = false, typing = false;
    std::optional<JourneyContext> context;
};

class Puppet : public Journey {
public:
    Puppet(Strings& strings, const JourneyContext& context)
        : strings_(strings)
    {
        ++strings_.made;
        strings_.step = 0;
        strings_.end = End::No;
        strings_.context.emplace(context);
    }
    ~Puppet() override { ++strings_.gone; }
    std::string name() const override { return "puppet." + std::to_string(strings_.step); }
    Step step(const Words& words) const override
    {
        if (strings_.typing)
            return TypingStep { .question = "Words", .hint = {}, .label = {}, .draft = &draft_ };
        return ChoiceStep { .question = words.language().text() + name(), .hint = {}, .choices = {} };
    }
    void choose(int index) override { touched("choose " + std::to_string(index)); }
    void fewer() override { touched("fewer"); }
    void further() override { touched("further"); }
    void change(int row) override { touched("change " + std::to_string(row)); }
    void next() override
    {
        touched("next");
        ++strings_.step;
    }
    bool back() override
    {
        touched("back");
        if (strings_.step == 0)
            return false;
        --strings_.step;
        return true;
    }
    void typed() override { touched("typed"); }
    bool waiting() const override { return strings_.waiting; }
    End end() const override { return strings_.end; }
    const Visit* ticket() const override { return strings_.ticket ? &*strings_.ticket : nullptr; }
    const VisitWishes* wishes() const override { return &strings_.wishes; }
    std::vector<Errand> errands() override { return std::exchange(strings_.errands, {}); }

private:
    void touched(std::string what) { strings_.touched.push_back(std::move(what)); }
    Strings& strings_;
    mutable ui::TextDraft draft_;
};

struct HasStrings { // outlives the flow and its journey
    Strings strings;
};

struct JourneyFixture : HasStrings, FlowFixture {
    JourneyFixture()
        : FlowFixture(VisitorSettings::Start::Services, puppets(strings))
    {
    }
    static Journeys puppets(Strings& strings)
    {
        Journeys journeys;
        for (const JourneyKind kind : { JourneyKind::MyTicket, JourneyKind::Needs, JourneyKind::Message })
            journeys[kind] = [&strings](const JourneyContext& context) {
                return std::make_unique<Puppet>(strings, context);
            };
        return journeys;
    }
    void start(JourneyKind kind = JourneyKind::MyTicket)
    {
        touch();
        flow.open_journey(kind);
    }
};

Errand errand()
{
    return { .job = [](Reception&) { return [] {}; }, .failed = [] {} };
}

} // namespace

TEST_CASE("A journey is shown step by step, and each touch reaches it once")
{
    JourneyFixture kiosk;
    kiosk.start();
    CHECK(kiosk.flow.screen() == Screen::Journey);
    REQUIRE(kiosk.flow.journey());
    kiosk.flow.step_choose(2);
    kiosk.flow.step_fewer();
    kiosk.flow.step_further();
    kiosk.flow.step_change(1);
    kiosk.flow.step_typed();
    kiosk.flow.step_next();
    CHECK(kiosk.strings.touched
        == std::vector<std::string> { "choose 2", "fewer", "further", "change 1", "typed", "next" });
    CHECK(kiosk.flow.journey()->name() == "puppet.1");
    kiosk.flow.back();
    CHECK(kiosk.flow.journey()->name() == "puppet.0");
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(kiosk.strings.gone == 1);
}

TEST_CASE("A kind of journey that the kiosk does not have cannot be opened")
{
    JourneyFixture kiosk;
    CHECK(!kiosk.flow.offers(JourneyKind::CheckIn));
    kiosk.start(JourneyKind::CheckIn);
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(kiosk.strings.made == 0);
}

TEST_CASE("A journey is opened only where it is offered")
{
    JourneyFixture kiosk;
    kiosk.start(JourneyKind::Needs);
    kiosk.start(JourneyKind::Message);
    CHECK(kiosk.strings.made == 0);
    kiosk.flow.open_tell_us();
    CHECK(kiosk.flow.screen() == Screen::TellUs);
    kiosk.start(JourneyKind::Message);
    CHECK(kiosk.flow.screen() == Screen::Journey);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::TellUs);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Home);
}

TEST_CASE("What somebody has to say can be said while the reception is closed")
{
    JourneyFixture kiosk;
    kiosk.reception_open(false);
    CHECK(kiosk.flow.screen() == Screen::Closed);
    kiosk.flow.open_tell_us();
    kiosk.start(JourneyKind::Message);
    CHECK(kiosk.flow.screen() == Screen::Journey);
    kiosk.strings.end = Journey::End::Home;
    kiosk.flow.step_next();
    CHECK(kiosk.flow.screen() == Screen::Closed);
}

TEST_CASE("Language and help open over a step and come back to it, and the step is said in the new language")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.flow.step_next();
    kiosk.flow.open_languages();
    kiosk.flow.step_next(); // not on the screen
    kiosk.flow.choose_language(Language("pl"));
    CHECK(kiosk.flow.screen() == Screen::Journey);
    const Step step = kiosk.flow.journey()->step(words(kiosk.flow.language()));
    CHECK(std::get<ChoiceStep>(step).question == "plpuppet.1");
    CHECK(kiosk.strings.context->language() == Language("pl"));
    kiosk.flow.open_help();
    CHECK(kiosk.flow.screen() == Screen::Help);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Journey);
    CHECK(kiosk.strings.gone == 0);
}

TEST_CASE("An errand is handed out once, and is of no use once its journey has gone")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.strings.errands.push_back(errand());
    kiosk.flow.step_next();
    const auto order = kiosk.order<DoErrand>();
    CHECK(kiosk.flow.orders().empty());
    CHECK(!order.alive.expired());
    kiosk.strings.step = 5; // what the answer changes
    kiosk.flow.errand_answered();
    CHECK(kiosk.flow.journey()->name() == "puppet.5");
    kiosk.flow.start_again();
    CHECK(order.alive.expired());
    kiosk.flow.errand_answered(); // comes late: nothing happens
    CHECK(kiosk.flow.screen() == Screen::Home);
}

TEST_CASE("A journey ends at the services, at the start with all forgotten, or at its ticket")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.flow.toggle_contrast();
    kiosk.strings.end = Journey::End::Home;
    kiosk.flow.step_next();
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(kiosk.flow.modes().contrast);

    kiosk.start();
    kiosk.strings.end = Journey::End::StartAgain;
    kiosk.flow.step_next();
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(!kiosk.flow.modes().contrast);

    kiosk.flow.choose_language(Language("en"));
    kiosk.flow.open_languages();
    kiosk.flow.choose_language(Language("pl"));
    kiosk.start();
    Visit visit;
    visit.id = VisitId { 9 };
    visit.number = TicketNumber("A003");
    visit.service = ServiceCode("housing");
    visit.language = Language("ur");
    kiosk.strings.ticket = visit;
    kiosk.strings.end = Journey::End::Ticket;
    kiosk.flow.errand_answered();
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    CHECK(kiosk.flow.ticket()->number == TicketNumber("A003"));
    CHECK(kiosk.flow.language() == Language("pl")); // the visitor's choice, not the ticket's
    CHECK(kiosk.strings.gone == 3);
    kiosk.look_around();
    kiosk.flow.ask_cancel();
    kiosk.flow.cancel();
    CHECK(kiosk.order<LeaveQueue>().visit == VisitId { 9 });
}

TEST_CASE("Nobody answers: the journey and everything in it is wiped")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.strings.errands.push_back(errand());
    kiosk.flow.step_next();
    const auto order = kiosk.order<DoErrand>();
    kiosk.wait(Seconds { 61 });
    CHECK(kiosk.flow.asking());
    CHECK(kiosk.strings.gone == 0);
    kiosk.wait(Seconds { 41 });
    CHECK(kiosk.strings.gone == 1);
    CHECK(!kiosk.flow.journey());
    CHECK(order.alive.expired());
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(kiosk.flow.wishes() == VisitWishes {});
}

TEST_CASE("While an answer is awaited, and while something is typed, nobody is hurried")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.strings.waiting = true;
    kiosk.wait(Seconds { 300 });
    CHECK(!kiosk.flow.asking());
    kiosk.strings.waiting = false;
    kiosk.strings.typing = true;
    kiosk.touch();
    kiosk.flow.step_next();
    kiosk.wait(Seconds { 119 });
    CHECK(!kiosk.flow.asking());
    kiosk.wait(Seconds { 2 });
    CHECK(kiosk.flow.asking());
}

TEST_CASE("Needs open over the confirmation, come back to it, and are forgotten with the service")
{
    JourneyFixture kiosk;
    kiosk.choose_housing();
    kiosk.start(JourneyKind::Needs);
    CHECK(kiosk.strings.context->service == ServiceCode("housing"));
    kiosk.strings.wishes.needs = { NeedCode("hearing-loop") };
    kiosk.strings.wishes.party = 3;
    kiosk.strings.end = Journey::End::Home;
    kiosk.flow.step_next();
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    CHECK(kiosk.flow.wishes().party == 3);
    kiosk.start(JourneyKind::Needs);
    CHECK(kiosk.strings.context->wishes.needs == std::vector { NeedCode("hearing-loop") });
    kiosk.strings.wishes.party = 4;
    kiosk.flow.back(); // what was said stays said
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    CHECK(kiosk.flow.wishes().party == 4);
    kiosk.flow.back();
    CHECK(kiosk.flow.wishes() == VisitWishes {});
}

TEST_CASE("A page of a step is turned, and the next step begins with its first")
{
    JourneyFixture kiosk;
    kiosk.flow.turn_to_page(1);
    kiosk.start();
    CHECK(kiosk.flow.page() == 0);
    kiosk.flow.turn_to_page(2);
    CHECK(kiosk.flow.page() == 2);
    kiosk.flow.step_choose(1);
    CHECK(kiosk.flow.page() == 2);
    kiosk.flow.step_next();
    CHECK(kiosk.flow.page() == 0);
    kiosk.flow.back();
    kiosk.flow.back();
    CHECK(kiosk.flow.page() == 1); // where the services were
}

TEST_CASE("K1: in slow mode it asks, asks once more, and only then is the kiosk free again")
{
    JourneyFixture kiosk;
    kiosk.start();
    kiosk.flow.toggle_slow();
    kiosk.flow.toggle_spoken();
    kiosk.wait(Seconds { 119 });
    CHECK(!kiosk.flow.asking());
    kiosk.wait(Seconds { 2 });
    CHECK(kiosk.flow.asking());
    CHECK(kiosk.flow.asks_again());
    kiosk.wait(Seconds { 180 });
    CHECK(kiosk.flow.asking());
    CHECK(!kiosk.flow.asks_again());
    CHECK(kiosk.flow.seconds_left() > 170);
    kiosk.touch();
    kiosk.flow.stay();
    CHECK(kiosk.strings.gone == 0);
    for (int times = 0; times < 11; ++times) {
        kiosk.wait(Seconds { 121 });
        REQUIRE(kiosk.flow.asking());
        kiosk.touch();
        kiosk.flow.stay();
    }
    kiosk.wait(Seconds { 121 + 180 + 177 });
    CHECK(kiosk.strings.gone == 0);
    kiosk.wait(Seconds { 5 });
    CHECK(kiosk.strings.gone == 1);
}

TEST_CASE("S14: the next visitor finds every mode as it was")
{
    JourneyFixture kiosk;
    kiosk.flow.toggle_spoken();
    kiosk.flow.toggle_slow();
    kiosk.flow.toggle_large_print();
    kiosk.flow.toggle_contrast();
    kiosk.flow.toggle_reach();
    CHECK(kiosk.flow.modes() == Modes { true, true, true, true, true });
    kiosk.start();
    CHECK(kiosk.flow.modes() == Modes { true, true, true, true, true });
    kiosk.flow.start_again();
    CHECK(kiosk.flow.modes() == Modes {});
}

TEST_CASE("Groups are chosen first, then their services, with a way back")
{
    JourneyFixture kiosk;
    kiosk.configuration.office.groups.push_back(
        { "homes", {}, {}, "kiosk", { ServiceCode("housing"), ServiceCode("planning") } });
    kiosk.touch();
    CHECK(!kiosk.flow.group());
    kiosk.flow.choose_group("homes");
    REQUIRE(kiosk.flow.group());
    CHECK(kiosk.flow.group()->code == "homes");
    kiosk.flow.choose_service(ServiceCode("housing"));
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.flow.back();
    CHECK(kiosk.flow.group());
    kiosk.flow.back();
    CHECK(!kiosk.flow.group());
    CHECK(kiosk.flow.screen() == Screen::Home);
    kiosk.flow.choose_group("homes");
    kiosk.wait(Seconds { 110 });
    CHECK(!kiosk.flow.group()); // not the untouched start: it is taken back
}

} // namespace nextplease::visitor
