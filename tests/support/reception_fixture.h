// A small reception with a store of its own and a clock that stands still: verbs for tests to tell a story
// with.
//
// Services A (limit 10 min), B (limit 15 min) and N (called 90 s behind the others); desks "Desk 1" (all),
// "Desk 2" (B first, then A) and "Desk 3" (A, without Start); priority class "P" with a head start of 10
// minutes. Open 09:00 to 17:00, Monday to Friday.
#pragma once

#include "core/reception/reception.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <string>

namespace nextplease::testing {

inline Configuration small_configuration()
{
    Configuration made;
    made.source = "test";
    const Language english("en");
    made.site = { { english, "Northmoor" } };
    made.languages = { english, Language("pl"), Language("ur") };
    for (std::size_t day = 0; day < 5; ++day)
        made.hours.weekdays[day] = { { std::chrono::hours { 9 }, std::chrono::hours { 17 } } };
    const auto service = [&](const char* code, int limit, Seconds head_start) {
        Service one;
        one.code = ServiceCode(code);
        one.letter = code;
        one.name = { { english, std::string("Service ") + code } };
        one.limit = Minutes { limit };
        one.head_start = head_start;
        one.hours = made.hours;
        return one;
    };
    made.office.services = { service("A", 10, Seconds { 0 }), service("B", 15, Seconds { 0 }),
        service("N", 10, Seconds { -90 }) };
    const auto desk = [&](const char* code, std::vector<DeskService> services, bool uses_start) {
        Desk one;
        one.code = DeskCode(code);
        one.name = { { english, code } };
        one.services = std::move(services);
        one.uses_start = uses_start;
        return one;
    };
    const ServiceCode a("A");
    const ServiceCode b("B");
    const ServiceCode n("N");
    made.office.desks = { desk("Desk 1", { { a, 1 }, { b, 1 }, { n, 1 } }, true),
        desk("Desk 2", { { b, 1 }, { a, 2 } }, true), desk("Desk 3", { { a, 1 } }, false) };
    PriorityClass priority;
    priority.code = PriorityCode("P");
    priority.name = { { english, "Priority" } };
    priority.head_start = Minutes { 10 };
    made.office.rules.priorities = { priority };
    return made;
}

class ReceptionFixture {
public:
    explicit ReceptionFixture(
        const std::string& local_time = "2026-10-13T09:00:00", Configuration made = small_configuration())
        : configuration(std::move(made))
        , url("sqlite:" + (folder / "store.db").string())
        , clock(*configuration.zone.instant(*parse_iso_time(local_time)))
        , store(open_store(url, Opening::Create))
        , reception(*store, configuration, clock)
    {
    }

    // Each must succeed, and returns the visit as it is then.
    Visit take(const std::string& service, const std::string& priority = {})
    {
        return done(reception.take({ ServiceCode(service), PriorityCode(priority) }, {}, "test"));
    }
    Visit call_next(const std::string& desk) { return done(reception.call_next(DeskCode(desk), {}, "test")); }
    Visit call(const std::string& desk, const Visit& visit)
    {
        return done(reception.call(DeskCode(desk), visit.id, {}, "test"));
    }
    Visit start(const Visit& visit) { return done(reception.start(visit.id, {}, { "test" })); }
    Visit finish(const Visit& visit) { return done(reception.finish(visit.id, {}, { "test" })); }

    // Calls, starts after `walk` and finishes after `service`.
    Visit serve_next(const std::string& desk, Seconds walk, Seconds service)
    {
        Visit visit = call_next(desk);
        clock.advance(walk);
        visit = start(visit);
        clock.advance(service);
        return finish(visit);
    }

    Visit now(const Visit& visit)
    {
        std::optional<Visit> found;
        store->read([&](Records& records) { found = records.visit(visit.id); });
        REQUIRE(found);
        return *found;
    }

    static Visit done(const Reply& reply)
    {
        REQUIRE(std::holds_alternative<Done>(reply));
        return std::get<Done>(reply).visit;
    }
    static Refusal::Kind refused(const Reply& reply)
    {
        REQUIRE(std::holds_alternative<Refusal>(reply));
        return std::get<Refusal>(reply).kind;
    }

    TempFolder folder;
    Configuration configuration;
    std::string url;
    ManualClock clock;
    std::unique_ptr<Store> store;
    Reception reception;
};

} // namespace nextplease::testing
