// The times of a visit as figures take them, of a row of a scan.
#pragma once

#include "core/domain/wait_figures.h"
#include "core/store/store.h"

namespace nextplease {

inline VisitTimes times_of(const VisitRow& row)
{
    return { .state = row.state,
        .arrived = row.arrived,
        .called = row.called,
        .seen = row.seen,
        .ended = row.ended,
        .held = row.held,
        .served = row.served,
        .held_since = row.held_since };
}

} // namespace nextplease
