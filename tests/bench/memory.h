// How much memory this program holds now.
#pragma once

#include <fstream>
#include <unistd.h>

namespace nextplease {

inline double memory_mb()
{
    std::ifstream file("/proc/self/statm");
    long all = 0, resident = 0;
    file >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1'000'000;
}

} // namespace nextplease
