// What desks do with a visit beside calling it, as the wait estimate knows it: sent on to one desk or one
// colleague, parked until a time, back to its place, another service; and desks that say when they are back.
#include "tests/estimate/hall_story.h"

#include "core/domain/event_detail.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

// Two desks for A, each with a visitor, or away.
struct TwoDesks : HallStory {
    TwoDesks()
        : HallStory(office_of("AB", { "AB", "AB" }))
    {
        open_all();
    }

    HallEvent event(EventKind kind, long at, VisitId visit)
    {
        HallEvent made;
        made.kind = kind;
        made.visit = visit;
        made.at = after_nine(at);
        made.arrived = made.queue_from = after_nine(0);
        made.service = 0;
        return made;
    }
    // Was served at `desk` and is sent on.
    VisitId send(long at, int to_desk, int to_staff)
    {
        const VisitId visit = serve(at, "A", "2");
        HallEvent sent = event(EventKind::Transferred, at + 1, visit);
        sent.leg = 2;
        sent.for_desk = to_desk;
        sent.for_staff = to_staff;
        forecaster.observe(sent);
        return visit;
    }
    void sign_in(const char* desk, const char* name)
    {
        HallEvent made = event(EventKind::SignedIn, 0, {});
        made.desk = forecaster.hall().desk_number(DeskCode(desk));
        made.staff = forecaster.hall().staff_number(name);
        forecaster.observe(made);
    }
    void away(EventKind kind, long at, const char* desk, std::optional<long> back)
    {
        HallEvent made = event(kind, at, {});
        made.desk = forecaster.hall().desk_number(DeskCode(desk));
        if (back)
            made.until = after_nine(*back);
        forecaster.observe(made);
    }
    WaitForecast of(VisitId visit, long at)
    {
        return forecaster.for_visit(visit, after_nine(at), Stated::WithTicket);
    }
    WaitForecast newcomer(long at) { return forecaster.for_newcomer(0, 0, after_nine(at)); }
};

} // namespace

TEST_CASE("A visit for one desk is taken only there")
{
    TwoDesks story;
    const VisitId sent = story.send(0, 0, -1);
    story.away(EventKind::DeskPaused, 2, "1", 1800);
    // Desk 2 is free and takes whoever else comes; the visit waits for desk 1.
    CHECK(story.of(sent, 10).known);
    CHECK(story.of(sent, 10).range.p50 > 1700);
    CHECK(story.newcomer(10).range.p50 < 60);
    CHECK(story.forecaster.for_all(after_nine(10)).waiting[0].second.range.p50 > 1700);
    // Closed and nobody knows until when: no number.
    story.away(EventKind::DeskClosed, 20, "1", std::nullopt);
    CHECK_FALSE(story.of(sent, 30).known);
    // Which is why the desk's closing makes it anybody's again.
    story.tell(EventKind::Released, 40, sent);
    CHECK(story.of(sent, 41).range.p50 < 60);
}

TEST_CASE("A visit for a colleague is taken only where that colleague sits")
{
    TwoDesks story;
    story.sign_in("1", "Clerk One");
    story.sign_in("2", "Clerk Two");
    const int clerk = story.forecaster.hall().staff_number("Clerk One");
    const VisitId sent = story.send(0, -1, clerk);
    story.away(EventKind::DeskPaused, 2, "1", 1800);
    CHECK(story.of(sent, 10).range.p50 > 1700);
    // She moves to the free desk.
    story.tell(EventKind::SignedOut, 20, {}, "1");
    CHECK_FALSE(story.of(sent, 21).known);
    story.sign_in("2", "Clerk One");
    CHECK(story.of(sent, 30).range.p50 < 60);
}

TEST_CASE("Who is sent to a desk goes there before those who came later, and not before others elsewhere")
{
    TwoDesks story;
    story.serve(0, "A", "1");
    const VisitId sent = story.send(0, 0, -1);
    story.serve(2, "A", "2");
    const VisitId later = story.take(3, "A");
    const HallForecast all = story.forecaster.for_all(after_nine(10));
    REQUIRE(all.waiting.size() == 2);
    CHECK(all.waiting[0].first == sent);
    // Two desks take one each: whoever is free first, the later one is not behind the other.
    CHECK(story.of(later, 10).range.p50 < story.of(sent, 10).range.p50 * 1.2);
}

TEST_CASE("A desk that says when it is back is expected then, and not before")
{
    for (const EventKind kind : { EventKind::DeskPaused, EventKind::DeskClosed }) {
        TwoDesks story;
        story.away(EventKind::DeskClosed, 1, "2", std::nullopt);
        story.away(kind, 1, "1", 3600);
        const WaitForecast forecast = story.newcomer(60);
        CHECK(forecast.known);
        CHECK(forecast.range.p10 >= 3500);
        CHECK(forecast.range.p90 < 4300);
        // It changes its mind.
        story.away(kind, 120, "1", 600);
        CHECK(story.newcomer(130).range.p50 < 700);
        // Half an hour late it is not believed any more: a pause may end at any time, a closed desk never.
        const WaitForecast late = story.newcomer(600 + 1900);
        CHECK(late.known == (kind == EventKind::DeskPaused));
        // It is back.
        story.desk(EventKind::DeskOpened, 2600, "1");
        CHECK(story.newcomer(2601).range.p50 < 60);
    }
}

TEST_CASE("Who is parked until a time is expected back in its place then")
{
    const auto median = [](std::optional<long> until) {
        HallStory story(office_of("A", { "A" }));
        story.open_all();
        story.serve(0, "A", "1");
        for (int i = 0; i < 3; ++i) {
            HallEvent held;
            held.visit = story.take(1, "A");
            held.kind = EventKind::Held;
            held.at = after_nine(5);
            held.arrived = held.queue_from = after_nine(1);
            held.service = 0;
            if (until)
                held.until = after_nine(*until);
            story.forecaster.observe(held);
        }
        for (int i = 0; i < 4; ++i)
            story.take(10, "A");
        return story.forecaster.for_newcomer(0, 0, after_nine(20)).range.p50;
    };
    const double without = median(std::nullopt);
    CHECK(median(60) > without + 400); // three more of five minutes each are ahead
    CHECK(median(7200) < without + 200); // they come when it is over
    CHECK(median(-3600) < without + 200); // an hour late: they do not come
}

TEST_CASE("Who was parked is back with the place that it had")
{
    TwoDesks story;
    const VisitId first = story.take(0, "A");
    story.take(5, "A");
    HallEvent held = story.event(EventKind::Held, 10, first);
    held.until = after_nine(100);
    story.forecaster.observe(held);
    REQUIRE(story.forecaster.hall().held().size() == 1);
    story.forecaster.observe(story.event(EventKind::Resumed, 90, first));
    CHECK(story.forecaster.hall().held().empty());
    CHECK(story.forecaster.hall().waiting().front().visit == first);
}

TEST_CASE("Back in the queue a visit keeps its place, also one that let others go first, and for whom it is")
{
    Office office = office_of("A", { "A", "A" });
    office.rules.more_time_behind = 2;
    HallStory story(office);
    story.open_all();
    const VisitId polite = story.take(0, "A");
    for (int i = 1; i <= 4; ++i)
        story.take(i, "A");
    story.tell(EventKind::MoreTime, 10, polite);
    const auto place = [&](VisitId visit) {
        const auto& waiting = story.forecaster.hall().waiting();
        return std::find_if(waiting.begin(), waiting.end(), [&](const Waiter& one) {
            return one.visit == visit;
        }) - waiting.begin();
    };
    CHECK(place(polite) == 2);
    story.tell(EventKind::Called, 20, polite, "1");
    HallEvent back;
    back.kind = EventKind::Returned;
    back.visit = polite;
    back.at = after_nine(25);
    back.arrived = back.queue_from = after_nine(0);
    back.service = 0;
    const Taught& taught = story.forecaster.observe(back);
    CHECK_FALSE(taught.served); // it was not served
    CHECK(place(polite) == 2);
    CHECK(story.forecaster.hall().desks()[0].doing == HallDesk::Doing::Free);

    back.kind = EventKind::Transferred;
    back.leg = 2;
    back.for_desk = 1;
    story.tell(EventKind::Called, 30, polite, "1");
    story.forecaster.observe(back);
    CHECK(story.forecaster.hall().waiter(polite)->for_desk == 1);
    story.tell(EventKind::Called, 40, polite, "2");
    back.kind = EventKind::Returned;
    back.for_desk = -1;
    story.forecaster.observe(back);
    CHECK(story.forecaster.hall().waiter(polite)->for_desk == 1);
}

TEST_CASE(
    "Who changes service waits in the other queue, in the place by arrival, and for nobody in particular")
{
    TwoDesks story;
    const VisitId sent = story.send(0, 0, -1);
    HallEvent changed = story.event(EventKind::ServiceChanged, 50, sent);
    changed.service = 1;
    story.take(5, "B");
    story.forecaster.observe(changed);
    const Waiter* waiter = story.forecaster.hall().waiter(sent);
    REQUIRE(waiter);
    CHECK(waiter->service == 1);
    CHECK(waiter->for_desk == -1);
    CHECK(waiter->joined == after_nine(50));
    CHECK(story.forecaster.hall().waiting().front().visit == sent);
}

TEST_CASE("A change of the priority class moves a visit to the place of that class")
{
    Office office = office_of("A", { "A" });
    office.rules.priorities = { { .code = PriorityCode("P"), .name = {}, .head_start = Seconds { 600 } } };
    HallStory story(office);
    story.open_all();
    story.take(0, "A");
    const VisitId late = story.take(60, "A");
    HallEvent changed;
    changed.kind = EventKind::NeedsChanged;
    changed.visit = late;
    changed.at = after_nine(70);
    changed.priority = story.forecaster.hall().priority_number(PriorityCode("P"));
    story.forecaster.observe(changed);
    CHECK(story.forecaster.hall().waiting().front().visit == late);
    // Undone, a call brings it back where it would be by now.
    story.tell(EventKind::Called, 80, late, "1");
    changed.priority = 0;
    story.forecaster.observe(changed);
    story.tell(EventKind::CallUndone, 90, late, "1");
    CHECK(story.forecaster.hall().waiting().back().visit == late);
}

TEST_CASE("The hall's rule of who may take a visit is the desk's")
{
    // Every combination of target, desk and colleague, told to both.
    const Office office = office_of("AB", { "AB", "A" });
    Hall hall(office, DeskStates::Told);
    const std::vector<std::string> names { "", "Clerk One", "Clerk Two" };
    const std::vector<std::string> desks { "", "1", "2" };
    const auto number_of = [&](const std::string& name) {
        return name.empty() ? -1 : hall.staff_number(name);
    };
    for (const char* service : { "A", "B" }) {
        for (const std::string& for_desk : desks) {
            for (const std::string& for_staff : names) {
                for (const Desk& desk : office.desks) {
                    for (const std::string& staff : names) {
                        Visit visit;
                        visit.state = VisitState::Waiting;
                        visit.service = ServiceCode(service);
                        visit.for_desk = DeskCode(for_desk);
                        visit.for_staff = for_staff;
                        Waiter waiter;
                        waiter.service = hall.service_number(visit.service);
                        waiter.for_desk = for_desk.empty() ? -1 : hall.desk_number(visit.for_desk);
                        waiter.for_staff = number_of(for_staff);
                        HallDesk there = hall.desks()[static_cast<std::size_t>(hall.desk_number(desk.code))];
                        there.staff = number_of(staff);
                        CHECK(Hall::may_take(there, waiter) == may_take(desk, visit, staff));
                    }
                }
            }
        }
    }
}

TEST_CASE("What an event tells beside words is read back as it was written")
{
    Onward onward { .service = ServiceCode("A"), .desk = DeskCode("Desk 2"), .staff = {}, .note = "Rent" };
    CHECK(sent_to(transfer_detail(onward)) == SentTo { DeskCode("Desk 2"), "" });
    onward.staff = "Clerk One";
    CHECK(sent_to(transfer_detail(onward)) == SentTo { {}, "Clerk One" });
    onward = { .service = ServiceCode("A"), .desk = {}, .staff = {}, .note = "to desk= 2" };
    CHECK(transfer_detail(onward) == "to desk= 2");
    CHECK(sent_to(transfer_detail(onward)) == SentTo {});
    const Instant until = after_nine(61);
    CHECK(until_in(until_detail("Fetching a form", until)) == until);
    CHECK(until_in(until_detail("", until)) == until);
    CHECK_FALSE(until_in(until_detail("until=soon note=", std::nullopt)));
    CHECK(until_detail("lunch", std::nullopt) == "lunch");
    Company company;
    company.priority = PriorityCode("P");
    CHECK(priority_before(company_detail(company, PriorityCode("Q"))) == PriorityCode("Q"));
    CHECK(priority_before(company_detail(company, {})) == PriorityCode());
    CHECK_FALSE(priority_before(company_detail(company, PriorityCode("P"))));
}
