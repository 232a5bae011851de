// Somebody of the complaints team at the terminal, who reads what was confided: their PIN, and the team's key
// with its passphrase.
#pragma once

#include "core/reception/case_opening.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nextplease::cli {

struct TeamReader {
    CaseReader reader;
    std::optional<SecretKey> key; // none: no file was given, or they are not of the team and read nothing
};

// Asks for the PIN, and for the passphrase of `key_file`, which may be empty. Throws Refused if either is
// wrong.
TeamReader team_reader(Reception& reception, const std::string& staff, const std::filesystem::path& key_file);

} // namespace nextplease::cli
