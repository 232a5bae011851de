// A reception for benchmarks and the processes that test the store: as many services and desks as asked for,
// and as much past as asked for.
#pragma once

#include "core/reception/reception.h"

namespace nextplease::bench {

// Services "A", "B", ... each with its own letter, open all day; desks "Desk 1", ... that serve them all.
Configuration office_with(int services, int desks);

// 2026-10-13 10:00 in London, a Tuesday.
Instant morning();

// Stores `visits` served visits of the days before that morning, a thousand a day, each with four events and
// its leg as the reception leaves them.
void store_past(Store& store, int visits);

} // namespace nextplease::bench
