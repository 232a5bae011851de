// Words as a voice must be given them: ticket numbers letter by letter, nothing that is only for the eye.
#pragma once

#include <string>
#include <string_view>

namespace nextplease::sound {

// "Ticket B042, please" -> "Ticket B 0 4 2, please". Also case references such as "K-318"; markup and the
// marks that turn writing directions are left out.
std::string as_spoken(std::string_view text);

} // namespace nextplease::sound
