#include "kiosk/cli/hidden_line.h"

#include "core/base/secret.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace nextplease::cli {
namespace {

constexpr std::array kEndings { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

// Of the one that lives; what a signal's handler may touch.
termios shown_before {};

// Whoever breaks off finds their terminal as it was.
void show_again_and_end(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &shown_before);
    std::signal(signal, SIG_DFL);
    raise(signal);
}

} // namespace

HiddenLine::HiddenLine()
    : terminal_(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0)
{
    if (!terminal_)
        return;
    shown_before = before_;
    for (std::size_t i = 0; i < kEndings.size(); ++i) {
        struct sigaction action { };
        action.sa_handler = show_again_and_end;
        sigaction(kEndings.at(i), &action, &endings_.at(i));
    }
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

HiddenLine::~HiddenLine()
{
    if (!terminal_)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    for (std::size_t i = 0; i < kEndings.size(); ++i)
        sigaction(kEndings.at(i), &endings_.at(i), nullptr);
}

Secret HiddenLine::line(const char* question) const
{
    if (terminal_)
        std::fputs(question, stderr);
    // Byte by byte, past every buffer that keeps what it read; with room enough that it is not copied as it
    // grows.
    constexpr std::size_t kLongest = 4096;
    std::string text;
    text.reserve(kLongest);
    for (char byte = 0; text.size() < kLongest;) {
        const ssize_t got = read(STDIN_FILENO, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != 1 || byte == '\n')
            break;
        text += byte;
    }
    if (terminal_)
        std::fputs("\n", stderr);
    return Secret(std::move(text));
}

} // namespace nextplease::cli
