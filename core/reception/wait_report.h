// Figures of waiting over a period: how many were seen in time, and how long all waited, in total and by
// group. The rules of counting are core/domain/wait_figures.h; here visits are chosen and grouped.
#pragma once

#include "core/domain/wait_figures.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

// Service and desk: where the visitor was first seen; else the service last waited for, and no desk. Hour,
// weekday, day and month: the local time of arrival.
enum class Grouping {
    None,
    Service,
    Desk,
    Hour,
    Weekday,
    Day,
    Month,
};
// "service" and so on, as --by takes them; "" for None.
std::string_view word(Grouping grouping);
std::optional<Grouping> grouping(std::string_view word);

struct WaitQuestion {
    std::optional<LocalDate> from {}; // local day of arrival; none: since the first visit
    std::optional<LocalDate> to {}; // included; none: until the last
    std::optional<Seconds> limit {}; // none: each service's own standard
    Grouping by = Grouping::None;
};

struct WaitGroup {
    // Service or desk code (empty: no desk), "09" for the hour, "1" for Monday, "2026-10-13", "2026-10";
    // empty in total.
    std::string key;
    // That all visits were held against; nothing where it was not the same for all.
    std::optional<Seconds> limit;
    WaitFigures figures;
};

struct WaitReport {
    WaitQuestion question;
    std::string zone; // whose days and hours these are
    WaitGroup total;
    // Only groups with visits. Services and desks as kiosk.conf has them, then those that were found, by
    // code, no desk last; others from the earliest to the latest.
    std::vector<WaitGroup> groups;
};

// Reads the visits of the period once. `now` is the moment for those who still wait. REQUIRES: from <= to.
WaitReport wait_report(
    Store& store, const Configuration& configuration, const WaitQuestion& question, Instant now);

} // namespace nextplease
