// The visitor's way through the screens, alone: every transition, every time-out, every late or bad answer.
#include "tests/visitor/flow_fixture.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {

TEST_CASE("A visit goes from the language to the ticket and back to the start")
{
    FlowFixture kiosk;
    Flow& flow = kiosk.flow;
    CHECK(flow.screen() == Screen::Languages);
    flow.choose_language(Language("pl"));
    CHECK(flow.screen() == Screen::Home);
    CHECK(flow.language() == Language("pl"));
    flow.choose_service(ServiceCode("housing"));
    CHECK(flow.screen() == Screen::Confirm);
    CHECK(flow.orders().empty());
    kiosk.look_around();
    flow.take();
    CHECK(flow.screen() == Screen::Taking);
    const auto take = kiosk.order<TakeTicket>();
    CHECK(take.wish.service == ServiceCode("housing"));
    CHECK(take.wish.language == Language("pl"));
    CHECK(take.wish.hours == TicketWish::Hours::Bind);
    flow.answered(take.request, FlowFixture::done(FlowFixture::visit(take)));
    CHECK(flow.screen() == Screen::Ticket);
    REQUIRE(flow.ticket());
    CHECK(flow.ticket()->number == TicketNumber("B042"));
    kiosk.look_around();
    flow.done();
    CHECK(flow.screen() == Screen::Languages);
    CHECK(flow.language() == Language("en"));
    CHECK(!flow.ticket());
}

TEST_CASE("Where kiosk.conf says so a visit starts with the services")
{
    FlowFixture kiosk(VisitorSettings::Start::Services);
    CHECK(kiosk.flow.screen() == Screen::Home);
    kiosk.take_ticket();
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    kiosk.flow.done();
    CHECK(kiosk.flow.screen() == Screen::Home);
}

TEST_CASE("Pressing Take a ticket again and again makes one order")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    kiosk.flow.take();
    kiosk.flow.choose_service(ServiceCode("housing"));
    const auto take = kiosk.order<TakeTicket>();
    kiosk.flow.answered(take.request, FlowFixture::done(FlowFixture::visit(take)));
    kiosk.flow.take();
    kiosk.look_around();
    kiosk.flow.done();
    kiosk.flow.done();
    kiosk.flow.take();
    CHECK(kiosk.flow.orders().empty());
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("A finger that goes on tapping neither takes a ticket unconfirmed nor hides the number")
{
    FlowFixture kiosk(VisitorSettings::Start::Services);
    kiosk.flow.choose_service(ServiceCode("housing"));
    kiosk.flow.take();
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.look_around();
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    kiosk.flow.answered(take.request, FlowFixture::done(FlowFixture::visit(take)));
    kiosk.flow.done();
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    kiosk.look_around();
    kiosk.flow.done();
    CHECK(kiosk.flow.screen() == Screen::Home);
}

TEST_CASE("An answer that comes twice changes nothing the second time")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    const Reply reply = FlowFixture::done(FlowFixture::visit(take));
    kiosk.flow.answered(take.request, reply);
    kiosk.look_around();
    kiosk.flow.done();
    kiosk.flow.answered(take.request, reply);
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("Back leads from the confirmation to the services, and the next choice has a request of its own")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Home);
    kiosk.choose_housing();
    kiosk.flow.take();
    CHECK(kiosk.order<TakeTicket>().request == RequestId("r2"));
}

TEST_CASE("A closed service says why, and leads back to the services")
{
    FlowFixture kiosk(VisitorSettings::Start::Services);
    kiosk.flow.choose_service(ServiceCode("planning"));
    CHECK(kiosk.flow.screen() == Screen::Sorry);
    REQUIRE(kiosk.flow.regret());
    CHECK(kiosk.flow.regret()->kind == Regret::Kind::ServiceClosed);
    CHECK(kiosk.flow.regret()->refusal->service == ServiceCode("planning"));
    kiosk.flow.take();
    CHECK(kiosk.flow.orders().empty());
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Home);
}

TEST_CASE("A refusal is told, and another service can be chosen")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    kiosk.flow.answered(kiosk.order<TakeTicket>().request, Refusal { .kind = Refusal::Kind::NumbersUsedUp });
    CHECK(kiosk.flow.screen() == Screen::Sorry);
    CHECK(kiosk.flow.regret()->kind == Regret::Kind::NoTicket);
    CHECK(kiosk.flow.regret()->refusal->kind == Refusal::Kind::NumbersUsedUp);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Home);
    CHECK(kiosk.flow.language() == Language("en"));
}

TEST_CASE("A ticket is cancelled only after it was asked, and then told")
{
    FlowFixture kiosk;
    kiosk.take_ticket();
    kiosk.flow.cancel();
    CHECK(kiosk.flow.orders().empty());
    kiosk.flow.ask_cancel();
    CHECK(kiosk.flow.screen() == Screen::AskCancel);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    kiosk.flow.ask_cancel();
    kiosk.flow.cancel();
    kiosk.flow.cancel();
    CHECK(kiosk.flow.screen() == Screen::Cancelling);
    const auto leave = kiosk.order<LeaveQueue>();
    CHECK(leave.visit == VisitId { 7 });
    kiosk.flow.answered(leave.request, Done {});
    CHECK(kiosk.flow.screen() == Screen::Cancelled);
    kiosk.flow.done();
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("A cancellation that is refused or fails leads back to the ticket")
{
    FlowFixture kiosk;
    kiosk.take_ticket();
    kiosk.flow.ask_cancel();
    kiosk.flow.cancel();
    const auto first = kiosk.order<LeaveQueue>();
    SUBCASE("refused")
    {
        kiosk.flow.answered(first.request, Refusal { .kind = Refusal::Kind::CalledAlreadyNoLeave });
        CHECK(kiosk.flow.regret()->kind == Regret::Kind::NotCancelled);
    }
    SUBCASE("failed")
    {
        kiosk.flow.failed(first.request);
        CHECK(kiosk.flow.regret()->kind == Regret::Kind::CancelFailed);
    }
    CHECK(kiosk.flow.screen() == Screen::Sorry);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    kiosk.flow.ask_cancel();
    kiosk.flow.cancel();
    CHECK(kiosk.order<LeaveQueue>().request == first.request);
}

TEST_CASE("Languages and Help open over any screen and go back to it")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.open_help();
    CHECK(kiosk.flow.screen() == Screen::Help);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.flow.open_languages();
    CHECK(kiosk.flow.can_go_back());
    kiosk.flow.choose_language(Language("ur"));
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    CHECK(kiosk.flow.language() == Language("ur"));
    kiosk.flow.open_help();
    kiosk.flow.open_languages();
    kiosk.flow.open_languages();
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.flow.take();
    CHECK(kiosk.order<TakeTicket>().wish.language == Language("ur"));
}

TEST_CASE("Help at the start goes back to the start, whatever else was opened over it")
{
    FlowFixture kiosk;
    kiosk.flow.open_help();
    kiosk.flow.open_languages();
    CHECK(kiosk.flow.screen() == Screen::Languages);
    CHECK(!kiosk.flow.can_go_back());
    kiosk.flow.open_help();
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("The untouched start never asks whether anybody is there")
{
    FlowFixture kiosk;
    kiosk.wait(Seconds { 3600 });
    CHECK(!kiosk.flow.asking());
}

TEST_CASE("After a minute without a touch it asks, and 40 seconds later everything is forgotten")
{
    FlowFixture kiosk;
    kiosk.choose_housing("ur");
    kiosk.flow.toggle_contrast();
    kiosk.flow.toggle_reach();
    kiosk.wait(Seconds { 59 });
    CHECK(!kiosk.flow.asking());
    kiosk.wait(Seconds { 1 });
    CHECK(kiosk.flow.asking());
    CHECK(kiosk.flow.seconds_left() == 40);
    CHECK(kiosk.flow.share_left() == doctest::Approx(1.0));
    kiosk.wait(Seconds { 16 });
    CHECK(kiosk.flow.seconds_left() == 24);
    CHECK(kiosk.flow.share_left() == doctest::Approx(0.6));
    kiosk.wait(Seconds { 23 });
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.wait(Seconds { 1 });
    CHECK(kiosk.flow.screen() == Screen::Languages);
    CHECK(!kiosk.flow.asking());
    CHECK(kiosk.flow.language() == Language("en"));
    CHECK(kiosk.flow.modes() == Modes {});
    CHECK(kiosk.flow.service().empty());
    CHECK(kiosk.flow.orders().empty());
}

TEST_CASE("In large print it waits two minutes before it asks")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.toggle_large_print();
    kiosk.wait(Seconds { 119 });
    CHECK(!kiosk.flow.asking());
    kiosk.wait(Seconds { 1 });
    CHECK(kiosk.flow.asking());
}

TEST_CASE("The time can be extended without limit, on every screen")
{
    FlowFixture kiosk;
    kiosk.take_ticket();
    for (int time = 0; time < 25; ++time) {
        kiosk.wait(Seconds { 95 });
        REQUIRE(kiosk.flow.asking());
        kiosk.touch();
        kiosk.flow.stay();
        REQUIRE(!kiosk.flow.asking());
        REQUIRE(kiosk.flow.screen() == Screen::Ticket);
    }
    kiosk.wait(Seconds { 100 });
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("No clears everything at once")
{
    FlowFixture kiosk;
    kiosk.choose_housing("pl");
    kiosk.wait(Seconds { 60 });
    kiosk.flow.start_again();
    CHECK(kiosk.flow.screen() == Screen::Languages);
    CHECK(kiosk.flow.language() == Language("en"));
}

TEST_CASE("A touch while it asks puts the end off")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.wait(Seconds { 95 });
    CHECK(kiosk.flow.seconds_left() == 5);
    kiosk.touch(); // a finger that rests on No and slides off again
    CHECK(kiosk.flow.seconds_left() == 40);
}

TEST_CASE("The bar still works while it asks, and is an answer")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.wait(Seconds { 60 });
    kiosk.flow.toggle_large_print();
    CHECK(!kiosk.flow.asking());
    CHECK(kiosk.flow.modes().large_print);
    CHECK(kiosk.flow.screen() == Screen::Confirm);
}

TEST_CASE("Modes or a language that somebody left behind at the start are taken back")
{
    FlowFixture kiosk(VisitorSettings::Start::Services);
    kiosk.flow.toggle_contrast();
    kiosk.wait(Seconds { 60 });
    CHECK(kiosk.flow.asking());
    kiosk.wait(Seconds { 40 });
    CHECK(kiosk.flow.modes() == Modes {});
}

TEST_CASE("The ticket screen goes back to the start by itself, and the ticket stays in the queue")
{
    FlowFixture kiosk;
    kiosk.take_ticket();
    kiosk.wait(Seconds { 100 });
    CHECK(kiosk.flow.screen() == Screen::Languages);
    CHECK(kiosk.flow.orders().empty());
}

TEST_CASE("While the store is asked nothing times out; after a while it says that it takes long")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    CHECK(!kiosk.flow.slow());
    kiosk.wait(Seconds { 6 });
    CHECK(kiosk.flow.slow());
    kiosk.wait(Seconds { 600 });
    CHECK(kiosk.flow.screen() == Screen::Taking);
    CHECK(!kiosk.flow.asking());
}

TEST_CASE("A ticket whose answer comes late is shown, whatever is on the screen")
{
    FlowFixture kiosk;
    kiosk.choose_housing("pl");
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    kiosk.wait(Seconds { 300 });
    SUBCASE("waiting") { }
    SUBCASE("help")
    {
        kiosk.flow.open_help();
    }
    SUBCASE("languages")
    {
        kiosk.flow.open_languages();
    }
    SUBCASE("cut off")
    {
        kiosk.cut_off(true);
    }
    kiosk.flow.start_again();
    kiosk.flow.answered(take.request, FlowFixture::done(FlowFixture::visit(take)));
    CHECK(kiosk.flow.screen() == Screen::Ticket);
    CHECK(kiosk.flow.ticket()->number == TicketNumber("B042"));
    CHECK(kiosk.flow.language() == Language("pl"));
}

TEST_CASE("While the store cannot be read the start says so, and recovers by itself")
{
    FlowFixture kiosk;
    kiosk.cut_off(true);
    CHECK(kiosk.flow.screen() == Screen::CutOff);
    CHECK(!kiosk.flow.can_try_again());
    kiosk.cut_off(false);
    CHECK(kiosk.flow.screen() == Screen::Languages);
    kiosk.choose_housing();
    kiosk.cut_off(true);
    CHECK(kiosk.flow.screen() == Screen::CutOff);
    kiosk.flow.take();
    CHECK(kiosk.flow.orders().empty());
    kiosk.cut_off(false);
    CHECK(kiosk.flow.screen() == Screen::Confirm);
}

TEST_CASE("A ticket on the screen stays there while the store cannot be read")
{
    FlowFixture kiosk;
    kiosk.take_ticket();
    kiosk.cut_off(true);
    CHECK(kiosk.flow.screen() == Screen::Ticket);
}

TEST_CASE("A command that failed is looked up before anything else is done")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    kiosk.flow.failed(take.request);
    CHECK(kiosk.flow.screen() == Screen::CutOff);
    CHECK(kiosk.flow.can_try_again());
    kiosk.cut_off(true);
    kiosk.wait(Seconds { 20 });
    CHECK(kiosk.flow.orders().empty());
    kiosk.cut_off(false);
    CHECK(kiosk.order<FindTicket>().request == take.request);
    kiosk.wait(Seconds { 5 });
    CHECK(kiosk.flow.orders().empty());
    CHECK(kiosk.flow.screen() == Screen::CutOff);

    SUBCASE("it was committed: the ticket is shown")
    {
        kiosk.flow.found(take.request, FlowFixture::visit(take));
        CHECK(kiosk.flow.screen() == Screen::Ticket);
    }
    SUBCASE("it was not: the visitor can take it again, under the same request")
    {
        kiosk.flow.found(take.request, std::nullopt);
        CHECK(kiosk.flow.screen() == Screen::Confirm);
        kiosk.look_around();
        kiosk.flow.take();
        CHECK(kiosk.order<TakeTicket>().request == take.request);
    }
    SUBCASE("looking up failed too: it tries again later")
    {
        kiosk.flow.failed(take.request);
        CHECK(kiosk.flow.orders().empty());
        kiosk.wait(Seconds { 7 });
        CHECK(kiosk.order<FindTicket>().request == take.request);
    }
}

TEST_CASE("The message of a failure stands long enough to be read")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    kiosk.flow.failed(kiosk.order<TakeTicket>().request);
    kiosk.wait(Seconds { 5 });
    CHECK(kiosk.flow.orders().empty());
    kiosk.wait(Seconds { 1 });
    CHECK(kiosk.flow.orders().size() == 1);
}

TEST_CASE("Try again repeats the same request")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    kiosk.flow.failed(take.request);
    kiosk.flow.try_again();
    kiosk.flow.try_again();
    CHECK(kiosk.flow.screen() == Screen::Taking);
    CHECK(kiosk.order<TakeTicket>().request == take.request);
    kiosk.flow.answered(take.request, FlowFixture::done(FlowFixture::visit(take)));
    CHECK(kiosk.flow.screen() == Screen::Ticket);
}

TEST_CASE("A visitor who left after a failure is forgotten, but not the ticket that may have been made")
{
    FlowFixture kiosk;
    kiosk.choose_housing("pl");
    kiosk.flow.take();
    const auto take = kiosk.order<TakeTicket>();
    kiosk.flow.failed(take.request);
    kiosk.cut_off(true);
    kiosk.wait(Seconds { 100 });
    CHECK(kiosk.flow.screen() == Screen::CutOff);
    CHECK(kiosk.flow.language() == Language("en"));
    kiosk.cut_off(false);
    const auto find = kiosk.order<FindTicket>();
    SUBCASE("it was made")
    {
        kiosk.flow.found(find.request, FlowFixture::visit(take));
        CHECK(kiosk.flow.screen() == Screen::Ticket);
        CHECK(kiosk.flow.language() == Language("pl"));
    }
    SUBCASE("it was not")
    {
        kiosk.flow.found(find.request, std::nullopt);
        CHECK(kiosk.flow.screen() == Screen::Languages);
    }
}

TEST_CASE(
    "While the reception is closed the start says so; a ticket being taken is left to the store to refuse")
{
    FlowFixture kiosk;
    kiosk.choose_housing();
    kiosk.reception_open(false);
    CHECK(kiosk.flow.screen() == Screen::Confirm);
    kiosk.flow.back();
    CHECK(kiosk.flow.screen() == Screen::Closed);
    kiosk.flow.open_languages();
    CHECK(kiosk.flow.screen() == Screen::Languages);
    kiosk.flow.choose_language(Language("pl"));
    CHECK(kiosk.flow.screen() == Screen::Closed);
    kiosk.wait(Seconds { 100 });
    CHECK(kiosk.flow.language() == Language("en"));
    CHECK(kiosk.flow.screen() == Screen::Closed);
    kiosk.reception_open(true);
    CHECK(kiosk.flow.screen() == Screen::Languages);
}

TEST_CASE("Before the first picture of the room nothing is offered")
{
    FlowFixture kiosk;
    Flow flow(kiosk.configuration, [] { return RequestId("x"); });
    CHECK(flow.screen() == Screen::Starting);
    flow.choose_service(ServiceCode("housing"));
    CHECK(flow.screen() == Screen::Starting);
}

TEST_CASE("Large print and low controls start on the first page again")
{
    FlowFixture kiosk;
    kiosk.flow.choose_language(Language("en"));
    kiosk.flow.turn_to_page(1);
    CHECK(kiosk.flow.page() == 1);
    kiosk.flow.toggle_large_print();
    CHECK(kiosk.flow.page() == 0);
}

} // namespace nextplease::visitor
