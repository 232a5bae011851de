// The program as people start it: how soon it shows something, and what it takes while nothing happens.
#pragma once

#include <filesystem>

namespace nextplease::bench {

// Starts each face of `program` in turn on a store of its own and prints its figures. Needs a display.
void measure_program(const std::filesystem::path& program, const std::filesystem::path& config);

} // namespace nextplease::bench
