#include "core/domain/estimate_record.h"

#include <algorithm>
#include <chrono>

namespace nextplease {

std::string_view word(Stated said)
{
    return said == Stated::WithTicket ? "ticket" : "waiting";
}

std::optional<Stated> stated(std::string_view text)
{
    for (const Stated one : { Stated::WithTicket, Stated::WhileWaiting }) {
        if (word(one) == text)
            return one;
    }
    return std::nullopt;
}

Instant kept_promise(Instant promised, Instant fresh, Instant now)
{
    constexpr Seconds kAlways { 30 };
    constexpr int kShareOfRest = 5; // a fifth
    const Seconds rest = std::max(promised - now, Seconds { 0 });
    const Seconds tolerated = std::max(kAlways, rest / kShareOfRest);
    const Seconds off = fresh - promised;
    if (std::chrono::abs(off) <= tolerated)
        return promised;
    return promised + off * 7 / 10;
}

} // namespace nextplease
