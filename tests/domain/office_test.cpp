// Rules that are read off kiosk.conf: which needs give a priority, and until when tickets are given.
#include "core/domain/office.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

Office office_of_needs()
{
    Office office;
    office.rules.priorities = { { PriorityCode("support"), {}, Minutes { 10 } },
        { PriorityCode("short"), {}, Minutes { 5 } } };
    office.needs = { { .code = NeedCode("seat") },
        { .code = NeedCode("loop"), .priority = PriorityCode("short") },
        { .code = NeedCode("pain"), .priority = PriorityCode("support") } };
    return office;
}

LocalTime monday_at(int hour, int minute)
{
    return { std::chrono::year { 2026 } / 10 / 12, std::chrono::hours { hour } + Minutes { minute } };
}

// Open 9 to 12:30 and 13:30 to 17; the last ticket 20 minutes before each end.
Service with_lunch()
{
    Service service;
    service.hours.weekdays[0] = { { std::chrono::hours { 9 }, Minutes { 750 } },
        { Minutes { 810 }, std::chrono::hours { 17 } } };
    service.last_ticket = Minutes { 20 };
    return service;
}

} // namespace

TEST_CASE("A need makes nobody faster unless the rules give it a priority class")
{
    const Office office = office_of_needs();
    CHECK(office.priority_of({}).empty());
    CHECK(office.priority_of({ NeedCode("seat") }).empty());
    CHECK(office.priority_of({ NeedCode("seat"), NeedCode("loop") }) == PriorityCode("short"));
    CHECK(office.priority_of({ NeedCode("nothing that we know") }).empty());
}

TEST_CASE("Of several needs with a class, the one with the longest head start counts")
{
    const Office office = office_of_needs();
    CHECK(office.priority_of({ NeedCode("loop"), NeedCode("pain") }) == PriorityCode("support"));
    CHECK(office.priority_of({ NeedCode("pain"), NeedCode("loop") }) == PriorityCode("support"));
}

TEST_CASE("Near each closing no more tickets are given, though the service is open")
{
    const Service service = with_lunch();
    CHECK_FALSE(service.gives_tickets_at(monday_at(8, 59)));
    CHECK(service.gives_tickets_at(monday_at(9, 0)));
    CHECK(service.gives_tickets_at(monday_at(12, 9)));
    CHECK_FALSE(service.gives_tickets_at(monday_at(12, 10)));
    CHECK(service.hours.open_at(monday_at(12, 10)));
    CHECK(service.gives_tickets_at(monday_at(13, 30)));
    CHECK_FALSE(service.gives_tickets_at(monday_at(16, 40)));
}

TEST_CASE("When tickets are given again is known")
{
    const Service service = with_lunch();
    CHECK(service.next_tickets(monday_at(10, 0)) == monday_at(10, 0));
    CHECK(service.next_tickets(monday_at(12, 10)) == monday_at(13, 30));
    const LocalTime next_week { std::chrono::year { 2026 } / 10 / 19, std::chrono::hours { 9 } };
    CHECK(service.next_tickets(monday_at(16, 40)) == next_week);
}
