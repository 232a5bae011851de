// A month or quarter that figures are published for, such as "2026-10" or "2026-Q3" (July to September).
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

struct ReportingPeriod {
    enum class Kind { Month, Quarter };
    Kind kind = Kind::Month;
    std::chrono::year year { 2000 };
    unsigned number = 1; // of the month, 1 to 12, or of the quarter, 1 to 4

    LocalDate first() const;
    LocalDate last() const; // included
    ReportingPeriod before() const; // the one that ends where this one begins
    ReportingPeriod year_before() const;
    std::string key() const; // "2026-10", "2026-Q3"
    friend bool operator==(const ReportingPeriod&, const ReportingPeriod&) = default;
};

ReportingPeriod period_of(LocalDate date, ReportingPeriod::Kind kind);
// nullopt if it is none.
std::optional<ReportingPeriod> parse_month(std::string_view text);
std::optional<ReportingPeriod> parse_quarter(std::string_view text);

} // namespace nextplease
