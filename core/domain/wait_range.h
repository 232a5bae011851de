// What is said of a wait: a likely one and the range around it. Seconds until the call.
#pragma once

#include <optional>

namespace nextplease {

// One in ten waits is shorter than p10, half are shorter than p50, one in ten is longer than p90.
struct Range {
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

// When a range was said: those said while waiting are calibrated apart from those said with the ticket.
enum class Stated { WithTicket, WhileWaiting };

// The same wait by the rules of others; nothing until there is something to go by.
struct RivalEstimates {
    std::optional<double> fixed; // (ahead + 1) x the service's configured minutes: what most products say
    std::optional<double> rolling_ten; // mean wait of the last ten who had to wait
    std::optional<double> last_to_enter; // LES: wait of the last of them
    std::optional<double> queue_length; // QL: (ahead + 1) x mean service / desks on duty
    friend bool operator==(const RivalEstimates&, const RivalEstimates&) = default;
};

} // namespace nextplease
