// What a visitor says beside the service: needs, people who came together, several matters, more time; and
// when the kiosk gives no more tickets.
#include "core/reception/sentences.h"
#include "core/reception/snapshot.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using namespace std::chrono_literals;

namespace {

Configuration with_needs()
{
    Configuration made = testing::small_configuration();
    made.office.needs = { { .code = NeedCode("interpreter"), .asks = Need::Asks::WhichLanguage },
        { .code = NeedCode("seat") }, { .code = NeedCode("pain"), .priority = PriorityCode("P") } };
    made.office.interpreters = { { Language("so"), "Soomaali", "Somali" } };
    made.office.rules.party_at_most = 4;
    made.office.rules.matters_at_most = 1;
    return made;
}

struct Hall : ReceptionFixture {
    explicit Hall(const std::string& local_time = "2026-10-13T09:00:00", Configuration made = with_needs())
        : ReceptionFixture(local_time, std::move(made))
    {
    }
    Reply ask(TicketWish wish) { return reception.take(wish, {}, "kiosk"); }
    TicketWish wish(const std::string& service = "A") const
    {
        return { .service = ServiceCode(service), .hours = TicketWish::Hours::Bind };
    }
    ServiceNow service_now(const std::string& code)
    {
        const PlainEstimator estimator;
        return *read_snapshot(*store, configuration, estimator, clock.now()).service(ServiceCode(code));
    }
};

} // namespace

TEST_CASE("Needs are flags on the visit, in the order of kiosk.conf and each once")
{
    Hall room;
    TicketWish wish = room.wish();
    wish.needs = { NeedCode("seat"), NeedCode("interpreter"), NeedCode("seat") };
    wish.interpreter = Language("so");
    wish.party = 3;
    const Visit visit = room.now(room.done(room.ask(wish)));
    CHECK(visit.needs == std::vector { NeedCode("interpreter"), NeedCode("seat") });
    CHECK(visit.interpreter == Language("so"));
    CHECK(visit.party == 3);
    CHECK(visit.priority.empty());
}

TEST_CASE("A need gives a priority class only by the rule of kiosk.conf, and what staff say goes before it")
{
    Hall room;
    TicketWish wish = room.wish();
    wish.needs = { NeedCode("seat"), NeedCode("pain") };
    CHECK(room.done(room.ask(wish)).priority == PriorityCode("P"));
    PriorityClass other;
    other.code = PriorityCode("Q");
    room.configuration.office.rules.priorities.push_back(other);
    wish.priority = PriorityCode("Q");
    CHECK(room.done(room.ask(wish)).priority == PriorityCode("Q"));
}

TEST_CASE("What kiosk.conf does not have is refused, and no ticket is used up")
{
    Hall room;
    using Kind = Refusal::Kind;
    const auto refusal = [&](auto change) {
        TicketWish wish = room.wish();
        change(wish);
        return room.refused(room.ask(wish));
    };
    CHECK(refusal([](TicketWish& w) { w.needs = { NeedCode("helicopter") }; }) == Kind::UnknownNeed);
    CHECK(refusal([](TicketWish& w) { w.interpreter = Language("xx"); }) == Kind::UnknownLanguage);
    CHECK(refusal([](TicketWish& w) { w.party = 5; }) == Kind::PartyTooLarge);
    CHECK(refusal([](TicketWish& w) { w.party = 0; }) == Kind::PartyTooLarge);
    CHECK(refusal([](TicketWish& w) { w.matters = { ServiceCode("X") }; }) == Kind::UnknownService);
    CHECK(refusal([](TicketWish& w) {
        w.matters = { ServiceCode("B"), ServiceCode("N") };
    }) == Kind::TooManyMatters);
    CHECK(room.take("A").number.text() == "A001");
}

TEST_CASE("Several matters are done one after the other on one ticket, with one arrival")
{
    Hall room;
    TicketWish wish = room.wish();
    wish.matters = { ServiceCode("A"), ServiceCode("B") };
    Visit visit = room.done(room.ask(wish));
    CHECK(visit.matters == std::vector { ServiceCode("B") });
    room.clock.advance(5min);
    const Visit later = room.take("B");
    visit = room.serve_next("Desk 3", 0s, 2min);
    CHECK(visit.state == VisitState::Waiting);
    CHECK(visit.service == ServiceCode("B"));
    CHECK(visit.matters.empty());
    CHECK(visit.number.text() == "A001");
    // Who came first is first, in the next queue too.
    visit = room.serve_next("Desk 2", 0s, 1min);
    CHECK(visit.state == VisitState::Served);
    CHECK(visit.number.text() == "A001");
    std::vector<EventKind> events;
    room.store->read([&](Records& records) {
        for (const Event& event : records.events_of(visit.id))
            events.push_back(event.kind);
        CHECK(records.legs_of(visit.id).size() == 2);
    });
    using E = EventKind;
    CHECK(events
        == std::vector { E::Taken, E::Called, E::Started, E::WentOn, E::Called, E::Started, E::Finished });
}

TEST_CASE("More time lets the next three go first, once, and is then refused kindly")
{
    Hall room;
    const Visit mine = room.take("A");
    CHECK(
        room.refused(room.reception.need_more_time(mine.id, {}, { "kiosk" })) == Refusal::Kind::NobodyBehind);
    for (int i = 0; i < 4; ++i) {
        room.clock.advance(1min);
        room.take("A");
    }
    const RequestId request("r1");
    CHECK(room.done(room.reception.need_more_time(mine.id, request, { "kiosk" })).more_time == 1);
    // Said twice, done once.
    CHECK(room.done(room.reception.need_more_time(mine.id, request, { "kiosk" })).more_time == 1);
    for (const char* next : { "A002", "A003", "A004", "A001", "A005" })
        CHECK(room.serve_next("Desk 1", 0s, 0s).number.text() == next);
    const Visit other = room.take("A");
    CHECK(room.refused(room.reception.need_more_time(VisitId(5), {}, { "kiosk" }))
        == Refusal::Kind::UnknownNumber);
    room.call("Desk 1", other);
    CHECK(
        room.refused(room.reception.need_more_time(other.id, {}, { "kiosk" })) == Refusal::Kind::NotWaiting);
}

TEST_CASE("More time is had as often as kiosk.conf says, by as many people as it says")
{
    Configuration made = with_needs();
    made.office.rules.more_time_behind = 1;
    made.office.rules.more_time_at_most = 2;
    Hall room("2026-10-13T09:00:00", made);
    const Visit mine = room.take("A");
    for (int i = 0; i < 4; ++i) {
        room.clock.advance(1min);
        room.take("A");
    }
    for (int i = 0; i < 2; ++i)
        room.done(room.reception.need_more_time(mine.id, {}, { "kiosk" }));
    CHECK(room.refused(room.reception.need_more_time(mine.id, {}, { "kiosk" })) == Refusal::Kind::NoMoreTime);
    for (const char* next : { "A002", "A003", "A001" })
        CHECK(room.serve_next("Desk 1", 0s, 0s).number.text() == next);
}

TEST_CASE("The daily cap binds the kiosk and not the staff, and is there again the next day")
{
    Configuration made = with_needs();
    made.office.services[0].tickets_a_day = 2;
    Hall room("2026-10-13T09:00:00", made);
    CHECK(room.service_now("A").tickets_left == 2);
    CHECK_FALSE(room.service_now("B").tickets_left);
    const Visit first = room.done(room.ask(room.wish()));
    room.done(room.ask(room.wish()));
    CHECK(room.service_now("A").full);
    CHECK_FALSE(room.service_now("A").gives_tickets());
    CHECK(room.service_now("A").open);
    CHECK(room.service_now("A").opens == parse_iso_time("2026-10-14T09:00"));
    const Reply reply = room.ask(room.wish());
    REQUIRE(room.refused(reply) == Refusal::Kind::DayFull);
    CHECK(sentence(std::get<Refusal>(reply), words(Language("en")), room.configuration,
              room.configuration.zone.local(room.clock.now()))
        == "No more tickets for Service A today, opens Wednesday 09:00.");
    // One who leaves or is sent on has had a ticket all the same; staff can give one.
    room.done(room.reception.leave(first.id, {}, { "kiosk" }));
    CHECK(room.refused(room.ask(room.wish())) == Refusal::Kind::DayFull);
    CHECK(room.take("A").number.text() == "A003");
    CHECK(room.done(room.ask(room.wish("B"))).number.text() == "B001");
    room.clock.advance(24h);
    CHECK(room.done(room.ask(room.wish())).number.text() == "A001");
}

TEST_CASE("Near the closing the kiosk gives no more tickets, and staff still can")
{
    Configuration made = with_needs();
    made.office.services[0].last_ticket = 15min;
    Hall room("2026-10-13T16:44:59", made);
    room.done(room.ask(room.wish()));
    CHECK(room.service_now("A").gives_tickets());
    room.clock.advance(1s);
    CHECK(room.refused(room.ask(room.wish())) == Refusal::Kind::ClosingSoon);
    CHECK(room.service_now("A").closing);
    CHECK(room.service_now("A").opens == parse_iso_time("2026-10-14T09:00"));
    CHECK(room.service_now("B").gives_tickets());
    CHECK(room.take("A").number.text() == "A002");
    room.clock.advance(15min);
    CHECK(room.refused(room.ask(room.wish())) == Refusal::Kind::ServiceClosed);
    CHECK_FALSE(room.service_now("A").open);
}
