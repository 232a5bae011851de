#include "kiosk/app/restart.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace nextplease::app {

void restart_program()
{
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    const std::string line((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find('\0', at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    if (!words.empty())
        execv("/proc/self/exe", pointers.data());
    throw Failure(Failure::Kind::Unavailable,
        std::string("the program cannot be started again: ") + std::strerror(errno) + "; start it by hand");
}

} // namespace nextplease::app
