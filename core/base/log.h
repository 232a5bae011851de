// One line per event on standard error, in a form that journald sorts by level. The library behind it is
// named in log.cpp alone. Safe from any thread. Never put a visitor's words or contact details in a line.
#pragma once

#include <string_view>

namespace nextplease::log {

enum class Level { Debug, Info, Warning, Error };

// Lines below `level` are dropped. Warning until set.
void set_level(Level level);

void debug(std::string_view line);
void info(std::string_view line);
void warning(std::string_view line);
void error(std::string_view line);

} // namespace nextplease::log
