// A hall told event by event, with a clock in seconds since nine: for tests of the wait estimate.
#pragma once

#include "core/domain/wait_forecaster.h"

#include <string>

namespace nextplease::testing {

inline const Instant kNineOClock =
    std::chrono::sys_days { std::chrono::year { 2026 } / 3 / 2 } + std::chrono::hours { 9 };
inline Instant after_nine(long seconds)
{
    return kNineOClock + Seconds { seconds };
}

// Services by letter, all of `minutes`; desks "1", "2" and so on with the services named, such as "AB". A
// digit behind a letter is its rank.
inline Office office_of(const std::string& services, const std::vector<std::string>& desks, int minutes = 5)
{
    Office office;
    for (const char code : services) {
        Service service;
        service.code = ServiceCode(std::string(1, code));
        service.usual = Minutes { minutes };
        office.services.push_back(service);
    }
    for (const std::string& offered : desks) {
        Desk desk;
        desk.code = DeskCode(std::to_string(office.desks.size() + 1));
        for (const char letter : offered) {
            if (letter >= '0' && letter <= '9')
                desk.services.back().rank = letter - '0';
            else
                desk.services.push_back({ ServiceCode(std::string(1, letter)), 1 });
        }
        office.desks.push_back(desk);
    }
    return office;
}

struct HallStory {
    explicit HallStory(const Office& office, DeskStates states = DeskStates::Told, const DayPlan& plan = {})
        : forecaster(office, states)
    {
        forecaster.begin_day(plan);
    }

    VisitId take(long at, const char* service, const char* priority = "")
    {
        HallEvent event;
        event.visit = VisitId { ++last };
        event.kind = EventKind::Taken;
        event.at = event.arrived = event.queue_from = after_nine(at);
        event.service = forecaster.hall().service_number(ServiceCode(service));
        event.priority = forecaster.hall().priority_number(PriorityCode(priority));
        forecaster.observe(event);
        return event.visit;
    }
    const Taught& tell(EventKind kind, long at, VisitId visit, const char* desk = nullptr)
    {
        HallEvent event;
        event.visit = visit;
        event.kind = kind;
        event.at = after_nine(at);
        if (desk)
            event.desk = forecaster.hall().desk_number(DeskCode(desk));
        return forecaster.observe(event);
    }
    const Taught& desk(EventKind kind, long at, const char* desk) { return tell(kind, at, VisitId {}, desk); }
    void open_all(long at = 0)
    {
        for (std::size_t number = 0; number < forecaster.hall().desks().size(); ++number)
            desk(EventKind::DeskOpened, at, std::to_string(number + 1).c_str());
    }
    // A visitor who came at `at`, is called at once and stays.
    VisitId serve(long at, const char* service, const char* desk)
    {
        const VisitId visit = take(at, service);
        tell(EventKind::Called, at, visit, desk);
        return visit;
    }
    void finish(long at, VisitId visit) { tell(EventKind::Finished, at, visit); }

    Range at_issue(VisitId visit, long at)
    {
        return forecaster.for_visit(visit, after_nine(at), Stated::WithTicket).range;
    }

    WaitForecaster forecaster;
    std::int64_t last = 0;
};

} // namespace nextplease::testing
