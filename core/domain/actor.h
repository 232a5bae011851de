// Who did something, as the log names them: "kiosk", "desk:Desk 3", "command line", "import", or a person.
#pragma once

#include <string_view>

namespace nextplease {

// Whether an actor is a person's name: not the kiosk, a desk, a script or a rule, and nobody whose name was
// taken out (kSomebody, or a number in its place).
bool is_a_name(std::string_view actor);
inline constexpr std::string_view kSomebody = "staff";

} // namespace nextplease
