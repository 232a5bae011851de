// Who runs the program, as the operating system calls them.
#pragma once

#include <string>

namespace nextplease::cli {

// The user's name; their number where it has none.
std::string system_user();

} // namespace nextplease::cli
