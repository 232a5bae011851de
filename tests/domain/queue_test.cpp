// Who is next: order, ranks, head starts, and that nobody waits for ever.
#include "core/domain/queue.h"

#include "tests/domain/visits.h"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

Office office()
{
    Office made;
    for (const char* code : { "A", "B", "N" }) {
        Service service;
        service.code = ServiceCode(code);
        made.services.push_back(service);
    }
    made.services[2].head_start = Seconds { -90 };
    PriorityClass support;
    support.code = PriorityCode("support");
    support.head_start = Minutes { 10 };
    made.rules.priorities = { support };
    return made;
}

Desk desk_for(std::vector<DeskService> services)
{
    Desk desk = desk_named("Desk 1");
    desk.services = std::move(services);
    return desk;
}

Visit with_priority(Visit visit)
{
    visit.priority = PriorityCode("support");
    return visit;
}

std::vector<std::int64_t> ids(const std::vector<Visit>& visits)
{
    std::vector<std::int64_t> found;
    for (const Visit& visit : visits)
        found.push_back(visit.id.value());
    return found;
}

const ServiceCode kA("A");
const ServiceCode kB("B");
const ServiceCode kN("N");

} // namespace

TEST_CASE("Who came first is first; of the same second, whose ticket was taken first")
{
    const std::vector<Visit> visits { taken(at(60), "A", 3), taken(at(0), "B", 9), taken(at(60), "B", 2),
        taken(at(30), "A", 5) };
    CHECK(ids(in_queue_order(visits, office())) == std::vector<std::int64_t> { 9, 5, 2, 3 });
}

TEST_CASE("Only those who wait are in the queue")
{
    std::vector<Visit> visits;
    for (int state = 0; state <= static_cast<int>(VisitState::Unresolved); ++state)
        visits.push_back(in_state(static_cast<VisitState>(state)));
    CHECK(in_queue_order(visits, office()).size() == 1);
    CHECK(who_is_next(visits, desk_for({ { kB, 1 } }), office())->waiting == 1);
}

TEST_CASE("A head start counts as having come earlier, and not more")
{
    const std::vector<Visit> visits { taken(at(0), "A", 1), taken(at(300), "A", 2),
        with_priority(taken(at(660), "A", 3)) };
    // Ten minutes earlier than 660 s is 60 s: behind the first, before the second.
    CHECK(ids(in_queue_order(visits, office())) == std::vector<std::int64_t> { 1, 3, 2 });
    CHECK(queue_key(visits[2], office()) == at(60));
}

TEST_CASE("At the same place the one who came earlier goes first")
{
    const std::vector<Visit> visits { with_priority(taken(at(600), "A", 1)), taken(at(0), "A", 2) };
    CHECK(ids(in_queue_order(visits, office())) == std::vector<std::int64_t> { 2, 1 });
}

TEST_CASE("A service can stand behind the others")
{
    const std::vector<Visit> visits { taken(at(0), "N", 1), taken(at(89), "A", 2), taken(at(91), "A", 3) };
    CHECK(ids(in_queue_order(visits, office())) == std::vector<std::int64_t> { 2, 1, 3 });
}

TEST_CASE("Place moved by a rule counts in place of the arrival")
{
    Visit moved = taken(at(500), "A", 1);
    moved.queue_from = at(10);
    const std::vector<Visit> visits { taken(at(20), "A", 2), moved };
    CHECK(ids(in_queue_order(visits, office())) == std::vector<std::int64_t> { 1, 2 });
}

TEST_CASE("A desk calls only its own services, the lower rank first whoever waited longer")
{
    const std::vector<Visit> visits { taken(at(0), "A", 1), taken(at(10), "B", 2), taken(at(20), "B", 3),
        taken(at(30), "N", 4) };
    const auto next = who_is_next(visits, desk_for({ { kB, 1 }, { kA, 2 } }), office());
    REQUIRE(next);
    CHECK(next->visit.id == VisitId { 2 });
    CHECK(next->rank == 1);
    CHECK(next->waiting == 3);
    CHECK(next->only_rank_decided);
    CHECK_FALSE(next->head_start_decided);

    const auto same_rank = who_is_next(visits, desk_for({ { kB, 1 }, { kA, 1 } }), office());
    CHECK(same_rank->visit.id == VisitId { 1 });
    CHECK_FALSE(same_rank->only_rank_decided);

    const std::vector<Visit> only_a { visits[0] };
    CHECK(who_is_next(only_a, desk_for({ { kB, 1 }, { kA, 2 } }), office())->rank == 2);
    CHECK_FALSE(who_is_next(visits, desk_for({}), office()));
    CHECK_FALSE(who_is_next({}, desk_for({ { kA, 1 } }), office()));
}

TEST_CASE("The explanation tells a head start from an ordinary turn")
{
    const std::vector<Visit> visits { taken(at(300), "A", 1), with_priority(taken(at(660), "A", 2)) };
    const auto next = who_is_next(visits, desk_for({ { kA, 1 } }), office());
    CHECK(next->visit.id == VisitId { 2 });
    CHECK(next->head_start_decided);
    CHECK_FALSE(next->only_rank_decided);
}

TEST_CASE("People ahead are those of one's own service who would be called before")
{
    const std::vector<Visit> visits { taken(at(0), "A", 1), taken(at(10), "B", 2), taken(at(20), "A", 3),
        taken(at(30), "A", 4), with_priority(taken(at(620), "A", 5)) };
    CHECK(people_ahead(visits[0], visits, office()) == 0);
    CHECK(people_ahead(visits[1], visits, office()) == 0);
    CHECK(people_ahead(visits[2], visits, office()) == 1);
    CHECK(people_ahead(visits[3], visits, office()) == 3); // 1, 3 and the priority
    CHECK(people_ahead(visits[4], visits, office()) == 2);
}

TEST_CASE("A newcomer stands behind everybody of the service who is there")
{
    const std::vector<Visit> visits { taken(at(0), "A", 1), taken(at(10), "A", 2), taken(at(10), "B", 3) };
    CHECK(people_ahead_of_newcomer(kA, at(10), visits, office()) == 2);
    CHECK(people_ahead_of_newcomer(kB, at(11), visits, office()) == 1);
    CHECK(people_ahead_of_newcomer(kN, at(11), visits, office()) == 0);
}

TEST_CASE("People ahead agree with the order for every visit of a random room")
{
    std::mt19937 random(7);
    for (int round = 0; round < 100; ++round) {
        std::vector<Visit> visits;
        for (int id = 1; id <= 20; ++id) {
            Visit visit = taken(at(random() % 1200), random() % 2 ? "A" : "N", id);
            visits.push_back(random() % 4 ? visit : with_priority(visit));
        }
        const std::vector<Visit> ordered = in_queue_order(visits, office());
        for (const Visit& visit : visits) {
            int ahead = 0;
            for (const Visit& other : ordered) {
                if (other.id == visit.id)
                    break;
                ahead += other.service == visit.service ? 1 : 0;
            }
            CHECK(people_ahead(visit, visits, office()) == ahead);
        }
    }
}

TEST_CASE("However many with a head start come, nobody waits for ever")
{
    // One ordinary visitor; then somebody with a ten-minute head start every half a minute, and a desk that
    // calls one every half a minute. Whoever arrives later than ten minutes after the ordinary one is behind.
    const char* given = std::getenv("NEXTPLEASE_SEED");
    std::mt19937 random(given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 1);
    for (int round = 0; round < 50; ++round) {
        const long start = static_cast<long>(random() % 600);
        std::vector<Visit> room { taken(at(start), "A", 1) };
        std::int64_t id = 1;
        long called_at = -1;
        for (long now = start; called_at < 0 && now < start + 7200; now += 30) {
            for (unsigned i = 0; i < 1 + random() % 2; ++i)
                room.push_back(with_priority(taken(at(now), "A", ++id)));
            const auto next = who_is_next(room, desk_for({ { kA, 1 } }), office());
            REQUIRE(next);
            if (next->visit.id == VisitId { 1 })
                called_at = now;
            std::erase_if(room, [&](const Visit& visit) { return visit.id == next->visit.id; });
        }
        CAPTURE(round);
        REQUIRE(called_at >= 0);
        // At worst all who came within the head start, two each half a minute, go before.
        CHECK(called_at - start <= (600 / 30 + 1) * 2 * 30);
    }
}
