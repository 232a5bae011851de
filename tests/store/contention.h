// Processes that take tickets and call visitors on one store as fast as they can, and the check of what they
// did.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace nextplease::testing {

struct Contention {
    struct Process {
        long taken = 0;
        long called = 0;
        double slowest_ms = 0; // of one take or call
    };
    std::vector<Process> processes;
    long duplicate_numbers = 0; // given out while another visitor had the same
    long double_calls = 0; // of a visitor who was not waiting
    long lost = 0; // told to a visitor or a desk, and not in the store
    long failures = 0; // processes that ended otherwise than they should

    // The least that any process did as a share of the most.
    double fairness() const;
    std::string table() const;
};

// Runs `processes` for `time` on a new store in `folder`. Each is a kiosk and a desk: it takes, calls, starts
// and finishes in turn.
Contention contend(const std::filesystem::path& folder, int processes, std::chrono::milliseconds time);

} // namespace nextplease::testing
