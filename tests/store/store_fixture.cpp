#include "tests/store/store_fixture.h"

#include "core/base/error.h"

#include <doctest/doctest.h>

namespace nextplease::testing {
namespace {

class SqliteStores : public Stores {
public:
    std::unique_ptr<Store> open() override
    {
        return open_store("sqlite:" + (folder_ / "store.db").string(), Opening::Create);
    }
    std::string backup_path() override { return (folder_ / "backup.db").string(); }

private:
    TempFolder folder_;
};

struct Driver {
    const char* name;
    std::unique_ptr<Stores> (*make)();
};

// Another driver is one more line.
constexpr Driver kDrivers[] = {
    { "sqlite", [] { return std::unique_ptr<Stores>(std::make_unique<SqliteStores>()); } },
};

} // namespace

void on_every_driver(const std::function<void(Stores&)>& test)
{
    for (const Driver& driver : kDrivers) {
        CAPTURE(driver.name);
        const auto stores = driver.make();
        test(*stores);
    }
}

Instant at(int seconds)
{
    return std::chrono::sys_days { kToday } + std::chrono::hours { 10 } + Seconds { seconds };
}

Visit waiting_visit(const std::string& number, int seconds, LocalDate day)
{
    Visit visit;
    visit.day = day;
    visit.number = TicketNumber(number);
    visit.arrived = at(seconds) + (std::chrono::sys_days { day } - std::chrono::sys_days { kToday });
    visit.queue_from = visit.arrived;
    visit.leg_since = visit.arrived;
    visit.service = ServiceCode("council-tax");
    visit.language = Language("en");
    return visit;
}

Visit served(Visit visit)
{
    visit.state = VisitState::Served;
    visit.desk = DeskCode("Desk 3");
    visit.called = visit.arrived + Seconds { 60 };
    visit.rung = visit.called;
    visit.seen_called = visit.called;
    visit.seen = visit.arrived + Seconds { 90 };
    visit.seen_service = visit.service;
    visit.seen_desk = *visit.desk;
    visit.served = Seconds { 300 };
    visit.leg_served = visit.served;
    visit.ended = *visit.seen + visit.served;
    return visit;
}

Event event_of(VisitId visit, EventKind kind, const std::string& request)
{
    Event event;
    event.visit = visit;
    event.leg = 1;
    event.kind = kind;
    event.at = at(0);
    event.service = ServiceCode("council-tax");
    event.actor = "kiosk";
    event.request = RequestId(request);
    return event;
}

Leg leg_of(VisitId visit)
{
    Leg leg;
    leg.visit = visit;
    return leg;
}

Numbers numbers_of(const std::vector<Visit>& visits)
{
    Numbers numbers;
    numbers.reserve(visits.size());
    for (const Visit& visit : visits)
        numbers.push_back(visit.number.text());
    return numbers;
}

std::string latest(Store& store, const std::string& letter, LocalDate day)
{
    std::optional<TicketNumber> number;
    store.read([&](Records& records) { number = records.latest_number(day, letter); });
    return number ? number->text() : "none";
}

VisitId store_visit(Store& store, const Visit& visit)
{
    VisitId id;
    store.write([&](Records& records) { id = records.add(visit); });
    return id;
}

std::vector<Visit> visits_on(Store& store, LocalDate day)
{
    std::vector<Visit> visits;
    store.read([&](Records& records) { visits = records.visits_of(day); });
    return visits;
}

std::string failure_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Failure& failure) {
        return failure.what();
    }
    return {};
}

} // namespace nextplease::testing
