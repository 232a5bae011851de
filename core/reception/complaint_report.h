// What is published of complaints over a period, in total and by group. The rules of counting are
// core/domain/complaint_figures.h.
#pragma once

#include "core/domain/complaint_figures.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

enum class ComplaintGrouping {
    None,
    Service, // that it is about first
    Directorate,
    Category,
    Handler, // who has it now, or had it last; of a case that was forgotten, its office, or "forgotten"
    Month, // local: of receipt; of an action's day; of what the Ombudsman was asked or decided
    Quarter,
};
std::string_view word(ComplaintGrouping grouping); // as --by takes them; "" for None
std::optional<ComplaintGrouping> complaint_grouping(std::string_view word);

struct ComplaintQuestion {
    std::optional<LocalDate> from {}; // local day; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    ComplaintGrouping by = ComplaintGrouping::None;
};

struct ComplaintGroup {
    std::string key; // code, officer, "2026-10", "2026-Q4"; empty: none, and in total
    ComplaintFigures figures;
};

struct ComplaintReport {
    ComplaintQuestion question;
    std::string zone;
    ComplaintFigures total;
    // Only groups with something to count, in the order of kiosk.conf, of the alphabet or of time; none last.
    std::vector<ComplaintGroup> groups;
};

// `today` is what is open held against. REQUIRES: from <= to.
ComplaintReport complaint_report(
    Store& store, const Configuration& configuration, const ComplaintQuestion& question, LocalDate today);

} // namespace nextplease
