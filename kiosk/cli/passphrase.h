// Asking for passphrases, on the terminal or from a pipe: nobody sees them, and they are wiped.
#pragma once

#include "core/reception/key_file.h"
#include "kiosk/cli/hidden_line.h"

namespace nextplease::cli {

// Asked for twice on a terminal. Throws Refused if it is too short, or they differ.
Secret new_passphrase(const char* question);

// Asks for the passphrase of `locked`, which lies in `file`. Throws Refused if it is wrong.
SecretKey unlocked(const LockedKey& locked, const std::filesystem::path& file);

} // namespace nextplease::cli
