#include "tests/bench/bench_office.h"

#include "core/domain/numbering.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::bench {
namespace {

constexpr int kVisitsADay = 1000;
constexpr int kVisitsAUnit = 20'000;
constexpr LocalDate kToday { std::chrono::year { 2026 } / 10 / 13 };

Event event_at(const Visit& visit, EventKind kind, Instant at, const std::string& actor, int serial)
{
    Event event;
    event.visit = visit.id;
    event.leg = 1;
    event.kind = kind;
    event.at = at;
    event.service = visit.service;
    if (kind != EventKind::Taken)
        event.desk = visit.desk;
    event.actor = actor;
    event.request = RequestId(fmt::format(
        "{:012x}-{:016x}", at.time_since_epoch().count() * 1000, serial * 8 + static_cast<int>(kind)));
    return event;
}

// The visit number `serial` of all, from arrival to goodbye.
void store_visit(Records& records, int serial, LocalDate day)
{
    const int of_day = serial % kVisitsADay;
    Visit visit;
    visit.day = day;
    visit.service = ServiceCode(std::string(1, static_cast<char>('A' + of_day % 6)));
    visit.number = ticket_number(visit.service.text(), of_day / 6 + 1);
    visit.language = Language("en");
    visit.arrived = std::chrono::sys_days { day } + std::chrono::hours { 8 } + Seconds { of_day * 28 };
    visit.queue_from = visit.arrived;
    visit.leg_since = visit.arrived;
    visit.state = VisitState::Served;
    visit.calls = 1;
    visit.desk = DeskCode(fmt::format("Desk {}", of_day % 4 + 1));
    visit.called = visit.arrived + Seconds { of_day * 7919 % 1200 };
    visit.rung = visit.called;
    visit.seen = *visit.called + Seconds { of_day % 40 };
    visit.seen_called = visit.called;
    visit.seen_service = visit.service;
    visit.seen_desk = *visit.desk;
    visit.served = Seconds { 60 + of_day * 104729 % 900 };
    visit.leg_served = visit.served;
    visit.ended = *visit.seen + visit.served;
    visit.id = records.add(visit);
    records.add(event_at(visit, EventKind::Taken, visit.arrived, "kiosk", serial));
    const std::string actor = "desk:" + visit.desk->text();
    records.add(event_at(visit, EventKind::Called, *visit.called, actor, serial));
    records.add(event_at(visit, EventKind::Started, *visit.seen, actor, serial));
    records.add(event_at(visit, EventKind::Finished, *visit.ended, actor, serial));
    records.put(Leg { .visit = visit.id,
        .leg = 1,
        .service = visit.service,
        .since = visit.arrived,
        .desk = visit.desk,
        .called = visit.called,
        .served = visit.served,
        .ended = *visit.ended,
        .how = VisitState::Served });
}

} // namespace

Configuration office_with(int services, int desks)
{
    Configuration made;
    for (int i = 0; i < services; ++i) {
        Service& service = made.office.services.emplace_back();
        service.letter = std::string(1, static_cast<char>('A' + i));
        service.code = ServiceCode(service.letter);
    }
    for (int i = 1; i <= desks; ++i) {
        Desk& desk = made.office.desks.emplace_back();
        desk.code = DeskCode(fmt::format("Desk {}", i));
        for (const Service& service : made.office.services)
            desk.services.push_back({ service.code, 1 });
    }
    return made;
}

Instant morning()
{
    return std::chrono::sys_days { kToday } + std::chrono::hours { 9 };
}

void store_past(Store& store, int visits)
{
    const int days = (visits + kVisitsADay - 1) / kVisitsADay;
    for (int first = 0; first < visits; first += kVisitsAUnit) {
        store.write([&](Records& records) {
            for (int serial = first; serial < std::min(first + kVisitsAUnit, visits); ++serial)
                store_visit(records, serial, add_days(kToday, serial / kVisitsADay - days));
        });
    }
}

} // namespace nextplease::bench
