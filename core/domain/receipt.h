// When something that came may have come: not later than now, and not so long ago that it must be a slip of
// the pen.
#pragma once

#include "core/base/time.h"

namespace nextplease {

enum class Receipt {
    Credible,
    StillToCome,
    LongAgo, // more than kOldestReceipt ago
};
constexpr std::chrono::years kOldestReceipt { 10 };

constexpr Receipt receipt(Instant received, Instant now)
{
    if (received > now)
        return Receipt::StillToCome;
    return received + std::chrono::duration_cast<std::chrono::seconds>(kOldestReceipt) < now
        ? Receipt::LongAgo
        : Receipt::Credible;
}

} // namespace nextplease
