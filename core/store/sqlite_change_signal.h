// Waiting for commits of other processes to a SQLite store: inotify on the tick file that every commit
// touches.
#pragma once

#include "core/store/store.h"

#include <filesystem>

namespace nextplease {

// `tick_file` is made if it is not there. Where it cannot be made or watched (a disk that is read-only, too
// many watches), waits simply take their whole time: the caller looks by itself anyway.
std::unique_ptr<ChangeSignal> watch_tick_file(const std::filesystem::path& tick_file);

} // namespace nextplease
