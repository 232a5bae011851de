// A line that nobody shall see, such as a PIN: a terminal does not show what is typed for as long as this
// lives. From a pipe it is simply read.
#pragma once

#include <string>
#include <termios.h>

namespace nextplease::cli {

class HiddenLine {
public:
    HiddenLine();
    ~HiddenLine();
    HiddenLine(const HiddenLine&) = delete;
    HiddenLine& operator=(const HiddenLine&) = delete;

    // Asks on the terminal, if it is one.
    std::string line(const char* question) const;
    bool terminal() const { return terminal_; }

private:
    termios before_ {};
    bool terminal_;
};

} // namespace nextplease::cli
