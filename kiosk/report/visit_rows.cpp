#include "kiosk/report/visit_rows.h"

#include <algorithm>

namespace nextplease::report {

void VisitRows::each(Store& store, const std::function<void(const ExportedVisit&)>& tell)
{
    last_limit_ = configuration_.limit;
    store.scan_numbered(configuration_.zone.days(question_.from, question_.to),
        [&](const VisitRow& row) { tell(exported(row)); });
}

ExportedVisit VisitRows::exported(const VisitRow& row)
{
    const auto wall = [&](const std::optional<Instant>& at) {
        return at ? std::optional(walls_.wall(*at)) : std::nullopt;
    };
    ExportedVisit visit { .row = &row,
        .arrived = walls_.wall(row.arrived),
        .called = wall(row.called),
        .seen = wall(row.seen),
        .ended = wall(row.ended),
        .wait = {},
        .walk = {},
        .served = {},
        .limit = limit_of(row.service),
        .within = {} };
    if (row.seen) {
        visit.wait = std::max(*row.seen - row.arrived - row.held, Seconds { 0 });
        visit.walk = *row.seen - row.called.value_or(*row.seen);
        visit.within = *visit.wait <= visit.limit;
    }
    if (row.state == VisitState::Served)
        visit.served = row.served;
    return visit;
}

Seconds VisitRows::limit_of(std::string_view service)
{
    if (question_.limit)
        return *question_.limit;
    if (service != last_service_) {
        last_service_ = service;
        const Service* known = configuration_.office.find(ServiceCode(last_service_));
        last_limit_ = known ? Seconds { known->limit } : Seconds { configuration_.limit };
    }
    return last_limit_;
}

} // namespace nextplease::report
