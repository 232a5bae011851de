// The open visits as a connection last read them, kept from one unit of work to the next: most of what a call
// reads has not changed since this connection's own last unit.
//
// They are right as long as nobody else has committed since, which the database tells (Connection::
// foreign_changes), and every change of this connection is told here. Whoever undoes a unit forgets them.
#pragma once

#include "core/domain/visit.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace nextplease {

class OpenVisits {
public:
    // At the beginning of a unit. `foreign_changes` as the connection tells it; nullopt: it cannot tell.
    void begin(std::optional<std::int64_t> foreign_changes)
    {
        if (!foreign_changes || foreign_changes != seen_)
            visits_.reset();
        seen_ = foreign_changes;
    }
    void forget() { visits_.reset(); }

    // By id; nullopt if they must be read.
    const std::optional<std::vector<Visit>>& visits() const { return visits_; }
    void keep(const std::vector<Visit>& visits)
    {
        if (seen_)
            visits_ = visits;
    }
    // A visit was added or replaced.
    void put(const Visit& visit)
    {
        if (!visits_)
            return;
        const auto place = std::lower_bound(visits_->begin(), visits_->end(), visit.id,
            [](const Visit& one, VisitId id) { return one.id < id; });
        const bool known = place != visits_->end() && place->id == visit.id;
        if (known && is_open(visit.state))
            *place = visit;
        else if (known)
            visits_->erase(place);
        else if (is_open(visit.state))
            visits_->insert(place, visit);
    }

private:
    std::optional<std::int64_t> seen_;
    std::optional<std::vector<Visit>> visits_;
};

} // namespace nextplease
