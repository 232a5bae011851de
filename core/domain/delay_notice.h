// A notice of delay: what visitors are told at the board, the kiosk and on phones while waits are longer,
// with the reason (M: "told of delays, what is being done"). Plain values.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct DelayNotice {
    NoticeId id;
    std::vector<ServiceCode> services {}; // empty: all
    std::string reason; // a code of [[late.reason]]; empty where there are own words
    std::string words; // the desk's own, in the language in which they were typed
    Instant put;
    Instant until; // clears itself then
    std::optional<Instant> cleared {}; // by hand, before
    std::string actor;

    bool stands(Instant now) const { return !cleared && now < until; }
    bool about(const ServiceCode& service) const
    {
        return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
    }
    friend bool operator==(const DelayNotice&, const DelayNotice&) = default;
};

} // namespace nextplease
