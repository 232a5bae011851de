// An estimate that was given to somebody: kept so that its error can be published, the next ones learn from
// it, and every face says the same.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/wait_range.h"

#include <string_view>

namespace nextplease {

// Waits are seconds from `at`, to the millisecond in the store.
struct EstimateRecord {
    EstimateId id;
    VisitId visit;
    int leg = 1;
    Instant at;
    Stated said = Stated::WithTicket;
    Range range; // as it was stated before rounding
    int ahead = 0;
    bool known = true; // false: only the people ahead were told
    Instant promised; // when the call was said to be likely; keeps steady from one estimate to the next
    Instant promised_by; // and by when in nine of ten cases
    RivalEstimates rivals; // WithTicket only: by the rules of others, on the same visit
    friend bool operator==(const EstimateRecord&, const EstimateRecord&) = default;
};

// "ticket" and "waiting", in the store and in exports; and back.
std::string_view word(Stated said);
std::optional<Stated> stated(std::string_view word);

// What was promised, moved to `now`: an estimate that is made anew every minute would jump about, and people
// would stop believing it. The promise stands unless the new one is off by more than half a minute and a
// fifth of what is left; then it goes most of the way.
Instant kept_promise(Instant promised, Instant fresh, Instant now);

} // namespace nextplease
