// A line that nobody shall see, such as a PIN: a terminal does not show what is typed for as long as this
// lives, and shows it again where it is broken off with Ctrl+C. From a pipe it is simply read. One at a time.
#pragma once

#include "core/base/secret.h"

#include <array>
#include <csignal>
#include <termios.h>

namespace nextplease::cli {

class HiddenLine {
public:
    HiddenLine();
    ~HiddenLine();
    HiddenLine(const HiddenLine&) = delete;
    HiddenLine& operator=(const HiddenLine&) = delete;

    // Asks on the terminal, if it is one. At most 4,096 bytes.
    Secret line(const char* question) const;
    bool terminal() const { return terminal_; }

private:
    termios before_ {};
    std::array<struct sigaction, 4> endings_ {}; // what was done at a signal before
    bool terminal_;
};

} // namespace nextplease::cli
