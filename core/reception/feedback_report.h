// Satisfaction over a period, in total and by group. The rules of counting are core/domain/feedback.h.
#pragma once

#include "core/domain/feedback.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace nextplease {

enum class FeedbackGrouping {
    None,
    Service, // of the visit or contact; none without a ticket
    Month, // local, in which it was given
    Quarter,
    Directorate, // of that service
    Channel, // visit: at the kiosk; else the contact's
};
// "service", "month" and so on, as --by takes them; "" for None.
std::string_view word(FeedbackGrouping grouping);
std::optional<FeedbackGrouping> feedback_grouping(std::string_view word);

struct FeedbackQuestion {
    std::optional<LocalDate> from {}; // local day on which it was given; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    FeedbackGrouping by = FeedbackGrouping::None;
};

struct FeedbackGroup {
    std::string
        key; // code of service or directorate (empty: none), word of a channel, "2026-10"; empty in total
    Satisfaction figures;
};

struct FeedbackReport {
    FeedbackQuestion question;
    std::string zone; // whose days these are
    FeedbackGroup total;
    // Only groups with feedback. Services and directorates by their place in kiosk.conf, then others by
    // code, none last; months and quarters from the earliest to the latest.
    std::vector<FeedbackGroup> groups;
};

// REQUIRES: from <= to.
FeedbackReport satisfaction_report(
    Store& store, const Configuration& configuration, const FeedbackQuestion& question);

} // namespace nextplease
