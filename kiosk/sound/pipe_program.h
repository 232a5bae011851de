// Another program that is given some bytes and gives some back, with a deadline.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::sound {

// What it wrote to its output. nullopt: there is no such program, it took longer than `at_most`, wrote more
// than 64 MB, ended badly, or `given_up` said true, which is asked every hundredth of a second; it is ended
// then. REQUIRES: `input` is at most 64 kB, which a pipe holds.
std::optional<std::string> piped(const std::vector<std::string>& command, const std::string& input,
    std::chrono::milliseconds at_most, const std::function<bool()>& given_up);

} // namespace nextplease::sound
