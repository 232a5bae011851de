#include "kiosk/cli/team_reader.h"

#include "core/reception/staff.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/passphrase.h"

#include <fmt/format.h>

namespace nextplease::cli {

TeamReader team_reader(Reception& reception, const std::string& staff, const std::filesystem::path& key_file)
{
    std::optional<LockedKey> locked;
    if (!key_file.empty())
        locked = read_locked_key(key_file);
    const Secret pin = HiddenLine().line(fmt::format("The PIN of {}: ", staff).c_str());
    const SignInReply sign_in = check_pin(reception, staff, pin);
    const auto* member = std::get_if<StaffMember>(&sign_in);
    if (!member)
        throw Refused(std::get<SignInRefusal>(sign_in).again
                ? "too many wrong PINs: wait before the next try"
                : "the name or the PIN is wrong: see nextplease staff list");
    TeamReader made { { member->name }, {} };
    if (locked && member->complaints) // else reading is refused, without a passphrase
        made.key.emplace(unlocked(*locked, key_file));
    return made;
}

} // namespace nextplease::cli
