#include "core/reception/service_pin.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/hidden_line.h"

#include <fmt/format.h>

namespace nextplease::cli {

void run_command(const PinArguments&, const Surroundings&)
{
    const HiddenLine input;
    const Secret typed = input.line("The service PIN, 4 to 12 digits: ");
    const std::string& pin = typed.text();
    if (!is_service_pin(pin))
        throw Refused("this is not a PIN: write 4 to 12 digits");
    if (input.terminal() && input.line("The same again: ").text() != pin)
        throw Refused("these are two PINs: write the same twice");
    write_result(fmt::format("service_pin = \"{}\"\n", service_pin_hash(pin)));
}

} // namespace nextplease::cli
