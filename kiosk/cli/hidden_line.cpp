#include "kiosk/cli/hidden_line.h"

#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace nextplease::cli {

HiddenLine::HiddenLine()
    : terminal_(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0)
{
    if (!terminal_)
        return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

HiddenLine::~HiddenLine()
{
    if (terminal_)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
}

std::string HiddenLine::line(const char* question) const
{
    if (terminal_)
        std::fputs(question, stderr);
    std::string text;
    std::getline(std::cin, text);
    if (terminal_)
        std::fputs("\n", stderr);
    return text;
}

} // namespace nextplease::cli
