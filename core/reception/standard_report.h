// The same question of every standard: how many, how many within, which share, against which goal; and what
// is still open. In total, and by service, directorate, month or quarter. The rules of counting are
// core/domain/standard.h.
#pragma once

#include "core/domain/phone_figures.h"
#include "core/domain/reporting_period.h"
#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

enum class StandardGrouping {
    None,
    Service,
    Directorate,
    Month, // local, in which the clock began
    Quarter,
};
std::string_view word(StandardGrouping grouping); // as --by takes them; "" for None
std::optional<StandardGrouping> standard_grouping(std::string_view word);

struct StandardQuestion {
    std::optional<LocalDate> from {}; // local day on which the clock began; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    StandardGrouping by = StandardGrouping::None;
};

struct StandardGroup {
    std::string key; // code of a service or directorate (empty: none), "2026-10", "2026-Q3"
    StandardFigures figures;
};

struct StandardAnswer {
    Standard standard;
    StandardFigures total;
    PhoneFigures calls {}; // of a promise about telephones
    // Only groups with something counted or left out. Services and directorates as kiosk.conf has them, then
    // others by code, none last; months and quarters from the earliest to the latest.
    std::vector<StandardGroup> groups;
};

struct StandardReport {
    StandardQuestion question;
    std::string zone;
    std::vector<StandardAnswer> answers; // as kiosk.conf has the promises
};

// `now` is the moment of the report: what is open is held against it. REQUIRES: from <= to.
StandardReport standard_report(
    Store& store, const Configuration& configuration, const StandardQuestion& question, Instant now);

} // namespace nextplease
