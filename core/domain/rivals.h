// The rules by which other products and the literature estimate a wait, computed beside ours on the same
// visits, so that a claim to be better can be checked. Ibrahim & Whitt (2009) compare the last two.
#pragma once

#include "core/domain/hall.h"
#include "core/domain/wait_range.h"

#include <deque>

namespace nextplease {

class Rivals {
public:
    void learn(const Taught& taught);
    // As at the moment when the ticket is taken.
    RivalEstimates estimates(const Waiter& who, const Hall& hall, Instant now) const;

private:
    std::deque<double> waits_; // the last ten
    std::deque<double> services_; // the last hundred
};

} // namespace nextplease
