#include "kiosk/cli/passphrase.h"

#include "kiosk/cli/commands.h"

#include <fmt/format.h>

namespace nextplease::cli {

Secret new_passphrase(const char* question)
{
    const HiddenLine input;
    Secret passphrase(input.line(question));
    if (!is_passphrase(passphrase.text()))
        throw Refused(fmt::format("this passphrase is too short: write at least {} characters, such as four "
                                  "or five words that do not belong together",
            kShortestPassphrase));
    if (input.terminal() && input.line("The same again: ").text() != passphrase.text())
        throw Refused("these are two passphrases: write the same twice");
    return passphrase;
}

SecretKey unlocked(const LockedKey& locked, const std::filesystem::path& file)
{
    const std::string question =
        fmt::format("The passphrase of the key {}: ", fingerprint(locked.public_key()));
    auto key = locked.unlock(HiddenLine().line(question.c_str()));
    if (!key)
        throw Refused(fmt::format("this is not the passphrase of {}: try again", file.string()));
    return std::move(*key);
}

} // namespace nextplease::cli
