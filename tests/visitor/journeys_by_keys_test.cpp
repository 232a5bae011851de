// S1: everything that can be done at the kiosk is done by keys alone, unseen, and ends as it does by touch.
#include "tests/visitor/hands.h"

#include "core/reception/sealing.h"

#include <doctest/doctest.h>
#include <functional>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;

struct Errands {
    const char* name;
    std::vector<Deed> deeds;
    std::function<void(SampleKiosk&)> prepare {}; // both hands' rooms alike
    const char* ends = ""; // the screen on which it ends, or the beginning of its name
};

// What is in the store that a visitor can have put there.
std::string store_of(SampleKiosk& kiosk)
{
    std::string told;
    const auto note = [&told](const auto&... parts) {
        ((told += parts, told += " "), ...);
        told += "\n";
    };
    kiosk.store->read([&](Records& records) {
        for (const Visit& visit : records.visits_of(kSampleDay)) {
            std::string wishes;
            for (const NeedCode& need : visit.needs)
                wishes += need.text() + ",";
            for (const ServiceCode& matter : visit.matters)
                wishes += matter.text() + ",";
            note(visit.number.text(), std::string(word(visit.state)), visit.language.text(), wishes,
                visit.interpreter.text(), std::to_string(visit.party), std::to_string(visit.more_time));
        }
        const Period all { Instant {}, kiosk.clock.now() + Seconds { 86'400 } };
        records.each_case(all, [&](const Case& one) {
            note(reference_of(one), std::string(word(one.kind)), one.service.text(), one.category.text(),
                std::string(word(one.reply)), one.words.text, one.contact.text);
        });
        records.each_feedback(all, [&](const Feedback& one) {
            note("feedback", std::to_string(one.score), one.service.text(), one.words.text);
        });
    });
    return told;
}

// Some ticket of the morning that waits, with others behind it.
void take_three(SampleKiosk& kiosk)
{
    for (int i = 0; i < 3; ++i)
        kiosk.take("B");
}

void miss_a_call(SampleKiosk& kiosk)
{
    const Visit visit = kiosk.take("C");
    const Actor staff { .name = "test" };
    bool called = false;
    const auto room = kiosk.snapshot();
    for (const DeskNow& desk : room->desks) {
        if (called)
            break;
        if (desk.current)
            kiosk.reception.finish(desk.current->visit.id, ContactResult {}, {}, staff);
        called = std::holds_alternative<Done>(kiosk.reception.call(desk.desk, visit.id, {}, "test"));
    }
    REQUIRE(called);
    REQUIRE(std::holds_alternative<Done>(kiosk.reception.no_show(visit.id, {}, staff)));
}

void book(SampleKiosk& kiosk)
{
    Appointment wanted;
    wanted.reference = "K7M-4PX";
    wanted.service = ServiceCode("B");
    wanted.at = kiosk.clock.now() + Minutes { 10 };
    REQUIRE(std::holds_alternative<Appointment>(kiosk.reception.add_appointment(wanted, "test")));
}

void group_services(SampleKiosk& kiosk)
{
    auto& office = kiosk.configuration.office;
    office.groups.push_back(
        { "money", { { Language("en"), "Money and homes" } }, { { Language("en"), "Bills and rent" } },
            "letter", { office.services[0].code, office.services[1].code } });
}

// Does it with both hands, and compares.
void check(const Errands& errand)
{
    CAPTURE(std::string(errand.name));
    SampleKiosk seen, unseen;
    unseen.configuration.sound.curtain = true;
    for (SampleKiosk* kiosk : { &seen, &unseen }) {
        if (errand.prepare)
            errand.prepare(*kiosk);
    }
    ByTouch touching(seen);
    touching.do_all(errand.deeds);
    ByKeys listening(unseen);
    listening.do_all(errand.deeds);
    CHECK(touching.ui.screen().starts_with(errand.ends));
    CHECK(listening.ui.screen() == touching.ui.screen());
    CHECK(store_of(unseen) == store_of(seen));
    CHECK(listening.unheard() == "");
    if (!listening.ui.screen().starts_with("languages")) { // the visit has not ended
        const ui::Painted& last = listening.ui.painted().back();
        CHECK(last.kind == ui::Painted::Kind::Shape); // the curtain
        CHECK(last.device.w >= 1080);
    }
}

} // namespace

TEST_CASE("S1: a ticket is taken by keys alone, also from a group, with needs, company and a further matter")
{
    check({ "ticket", { choose("language.en"), choose("service.B"), choose("confirm.take") }, {}, "ticket" });
    check({ "ticket from a group",
        { choose("language.en"), choose("group.money"), choose("home.back"), choose("group.money"),
            choose("service.A"), choose("confirm.back"), choose("service.B"), choose("confirm.take"),
            choose("ticket.done") },
        &group_services, "languages" });
    check({ "ticket with needs",
        { choose("language.en"), choose("service.B"), choose("confirm.needs"), choose("need.interpreter"),
            choose("need.fetch-me"), choose("step.next"), choose("interpreter.so"), choose("step.further"),
            choose("step.further"), choose("step.fewer"), choose("step.next"), choose("matter.C"),
            choose("step.next"), choose("confirm.take") },
        {}, "ticket" });
}

TEST_CASE("S1: an appointment is checked in by keys alone, and a reference that is wrong is mended")
{
    check({ "check-in",
        { choose("language.en"), choose("home.check_in"), choose("step.next"), type("XX9"),
            choose("step.next"), choose("key.delete"), choose("key.delete"), choose("key.delete"),
            type("K7M4PX"), choose("step.next") },
        &book, "ticket" });
}

TEST_CASE("S1: a ticket is found, given more time, left and rejoined by keys alone")
{
    const std::vector<Deed> find { choose("language.en"), choose("home.my_ticket"), type("B042"),
        choose("step.next") };
    const auto with = [&find](std::vector<Deed> more) {
        std::vector<Deed> all = find;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    check({ "my ticket", with({ choose("my-ticket.see") }), &take_three, "ticket" });
    check({ "more time", with({ choose("my-ticket.more-time"), choose("step.next") }), &take_three,
        "journey/my-ticket.waiting" });
    check({ "leave", with({ choose("my-ticket.leave"), choose("step.next"), choose("step.next") }),
        &take_three, "languages" });
    check({ "cancel the ticket on the screen",
        { choose("language.en"), choose("service.B"), choose("confirm.take"), choose("ticket.cancel"),
            choose("cancel.keep"), choose("ticket.cancel"), choose("cancel.yes"), choose("cancelled.done") },
        {}, "languages" });
    std::string missed;
    {
        SampleKiosk kiosk;
        missed = kiosk.take("C").number.text();
    }
    check({ "rejoin",
        { choose("language.en"), choose("home.my_ticket"), type("zz"), choose("step.next"),
            choose("key.delete"), choose("key.delete"), type(missed), choose("step.next"),
            choose("step.next") },
        &miss_a_call, "journey/my-ticket.waiting" });
}

TEST_CASE("S1: feedback is given by keys alone, about a visit and at any time")
{
    check({ "feedback on a visit",
        { choose("language.en"), choose("home.tell_us"), choose("tell_us.feedback"), type("B001"),
            choose("step.next"), choose("face.4"), type("Kind staff"), choose("step.next"),
            choose("step.next") },
        {}, "languages" });
    check({ "feedback at any time",
        { choose("language.en"), choose("home.tell_us"), choose("tell_us.feedback"), choose("step.next"),
            choose("face.2"), choose("step.next"), choose("step.next") },
        {}, "languages" });
}

TEST_CASE("S1: a complaint, a comment and a compliment are made by keys alone")
{
    const std::vector<Deed> to_messages { choose("language.en"), choose("home.tell_us"),
        choose("tell_us.message") };
    const auto with = [&to_messages](std::vector<Deed> more) {
        std::vector<Deed> all = to_messages;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    check({ "complaint, with an answer by phone",
        with({ choose("message.complaint"), choose("about.B"), choose("category.none"), choose("step.next"),
            type("No lift"), choose("step.next"), choose("reply.phone"), choose("step.next"), type("0"),
            choose("step.next"), type("1632960042"), choose("step.next"), choose("review.words"),
            type(" here"), choose("step.next"), choose("step.next") }),
        {}, "journey/message.sent" });
    check({ "comment",
        with({ choose("message.comment"), choose("about.other"), type("More chairs"), choose("step.next"),
            choose("reply.none"), choose("step.next"), choose("step.next") }),
        {}, "languages" });
    check({ "compliment",
        with({ choose("message.compliment"), choose("about.A"), type("Thank you"), choose("step.next"),
            choose("reply.none"), choose("step.next"), choose("step.next") }),
        {}, "languages" });
}

TEST_CASE("S1: the Charter is read by keys alone")
{
    check({ "the Charter",
        { choose("language.en"), choose("home.tell_us"), choose("tell_us.charter"), choose("step.next") }, {},
        "home" });
}

TEST_CASE("S1: language and modes are changed by keys alone, on any screen")
{
    check({ "languages",
        { choose("language.en"), choose("bar.language"), choose("language.pl"), choose("service.B"),
            choose("bar.language"), choose("language.ur"), choose("confirm.take") },
        {}, "ticket" });
    check({ "modes",
        { choose("language.en"), choose("bar.text_size"), choose("bar.contrast"), choose("bar.lower"),
            choose("bar.slow"), choose("service.B"), choose("bar.help"), choose("help.back"),
            choose("bar.lower"), choose("bar.text_size"), choose("confirm.take") },
        {}, "ticket" });
}

TEST_CASE("S1: the steady mode is turned on and off by keys, which it does not slow down")
{
    SampleKiosk kiosk;
    ByKeys hands(kiosk);
    hands.do_all({ choose("language.en"), choose("bar.help"), choose("help.steady") });
    CHECK(hands.ui.item("help.steady").label == "Turn off steady touch");
    CHECK(hands.speaker.heard_of("Turn off steady touch"));
    hands.do_all({ choose("help.steady") });
    CHECK(hands.ui.item("help.steady").label == "Turn on steady touch");
    CHECK(hands.unheard() == "");
}

TEST_CASE("S1: an error of the store is heard, and the second try is made by keys alone")
{
    SampleKiosk kiosk;
    const std::size_t before = kiosk.tickets();
    ByKeys hands(kiosk);
    hands.do_all({ choose("language.en"), choose("service.B") });
    kiosk.commands.mode = TestCommands::Mode::Fail;
    hands.do_all({ choose("confirm.take") });
    CHECK(hands.ui.screen().starts_with("cut-off"));
    CHECK(kiosk.tickets() == before);
    kiosk.commands.mode = TestCommands::Mode::Answer;
    hands.do_all({ choose("cutoff.again") });
    CHECK(hands.ui.screen().starts_with("ticket"));
    CHECK(kiosk.tickets() == before + 1);
    CHECK(hands.unheard() == "");
}

TEST_CASE("S1: whether somebody is still there is asked aloud and answered by a key")
{
    SampleKiosk kiosk;
    ByKeys hands(kiosk);
    hands.do_all({ choose("language.en"), choose("service.B") });
    hands.ui.advance(61s);
    REQUIRE(hands.ui.screen() == "timeout");
    hands.do_all({ choose("timeout.yes") });
    CHECK(hands.ui.screen().starts_with("confirm"));
    CHECK(hands.speaker.heard_of("Are you still there?"));
}

} // namespace nextplease::visitor
