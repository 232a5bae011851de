#include "core/base/error.h"
#include "core/reception/service_pin.h"
#include "kiosk/cli/commands.h"

#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace nextplease::cli {
namespace {

// A terminal does not show what is typed for as long as this lives.
class Unseen {
public:
    Unseen()
        : terminal_(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0)
    {
        if (!terminal_)
            return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (terminal_)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

    std::string line(const char* question) const
    {
        if (terminal_)
            std::fputs(question, stderr);
        std::string text;
        std::getline(std::cin, text);
        if (terminal_)
            std::fputs("\n", stderr);
        return text;
    }
    bool terminal() const { return terminal_; }

private:
    termios before_ {};
    bool terminal_;
};

} // namespace

void run_command(const PinArguments&, const Surroundings&)
{
    const Unseen input;
    const std::string pin = input.line("The service PIN, 4 to 12 digits: ");
    if (!is_service_pin(pin))
        throw Refused("this is not a PIN: write 4 to 12 digits");
    if (input.terminal() && input.line("The same again: ") != pin)
        throw Refused("these are two PINs: write the same twice");
    write_result(fmt::format("service_pin = \"{}\"\n", service_pin_hash(pin)));
}

} // namespace nextplease::cli
