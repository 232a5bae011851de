// "Past the limit an apology and an explanation are owed" (C-visit): that they were given to a visitor, and
// the share of the late visitors to whom they were. Plain values.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/wait_figures.h"

#include <cstdint>
#include <optional>
#include <string>

namespace nextplease {

// A visit has at most one; said again, it is replaced.
struct Apology {
    VisitId visit;
    Instant at;
    Seconds waited { 0 }; // until then, or until seen
    std::string reason; // a code of kiosk.conf; empty where there are own words
    std::string words; // the desk's own
    DeskCode desk;
    std::string actor;
    friend bool operator==(const Apology&, const Apology&) = default;
};

// For the event log: "reason=busy waited=720 words=..."
std::string apology_detail(const Apology& apology);

struct ApologyFigures {
    std::int64_t late = 0; // seen, and waited longer than the limit: the denominator
    std::int64_t told = 0; // of late: were given an apology and an explanation

    enum class Told { Yes, No };
    // Counts a visit if it was seen late.
    void add(const VisitTimes& visit, Seconds limit, Told told);
    // nullopt if nobody was late.
    std::optional<double> share() const;
    friend bool operator==(const ApologyFigures&, const ApologyFigures&) = default;
};

} // namespace nextplease
