// The rows of an export of visits, cheap for millions.
#pragma once

#include "core/reception/configuration.h"
#include "core/reception/local_wall.h"
#include "core/store/store.h"
#include "kiosk/report/visit_export.h"

#include <string>
#include <unordered_map>

namespace nextplease::report {

// A visit with what follows from it. Times are of the wall, as if it were UTC.
struct ExportedVisit {
    const VisitRow* row = nullptr;
    Instant arrived;
    std::optional<Instant> called, seen, ended;
    std::optional<Seconds> wait, walk, served; // of the seen; of the finished
    Seconds limit { 0 };
    std::optional<bool> within; // of the seen
};

class VisitRows {
public:
    // Both must outlive it.
    VisitRows(const Configuration& configuration, const VisitQuestion& question)
        : configuration_(configuration)
        , question_(question)
        , walls_(configuration.zone)
    {
    }

    void each(Store& store, const std::function<void(const ExportedVisit&)>& tell);

private:
    ExportedVisit exported(const VisitRow& row);
    Seconds limit_of(std::string_view service);

    const Configuration& configuration_;
    const VisitQuestion& question_;
    LocalWall walls_;
    std::string last_service_;
    Seconds last_limit_ { 0 };
};

} // namespace nextplease::report
