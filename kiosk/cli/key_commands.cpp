// The complaints team's key: making it, its passphrase, and sealing everything to a new one.
#include "core/base/error.h"
#include "core/reception/resealing.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/passphrase.h"
#include "kiosk/cli/system_user.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nextplease::cli {
namespace {

void create(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(
            file, ignored)) // before anybody thinks of a passphrase; save() sees to it too
        throw Refused(fmt::format("{} exists already, and a key is never overwritten: name a file that does "
                                  "not exist yet",
            file.string()));
    const Secret passphrase = new_passphrase("A passphrase for the key, at least 12 characters: ");
    const SecretKey key = make_secret_key();
    LockedKey(key, passphrase).save(file);
    write_result(fmt::format("# The secret key {} is in {}, locked with your passphrase. Keep the file with "
                             "the complaints team and a copy in a safe, and none on the kiosk.\n"
                             "# Nobody can read what is sealed without both: keep the passphrase apart from "
                             "the file, in a safe too.\n"
                             "# For kiosk.conf:\n"
                             "[privacy]\n"
                             "public_key = \"{}\"\n",
        fingerprint(key.public_key()), file.string(), to_base64(key.public_key())));
}

void change_passphrase(const std::filesystem::path& file)
{
    const LockedKey locked = read_locked_key(file);
    const SecretKey key = unlocked(locked, file);
    const Secret passphrase = new_passphrase("The new passphrase, at least 12 characters: ");
    LockedKey(key, passphrase).replace(file);
    write_result(fmt::format("{} is locked with the new passphrase. Copies of the file that were made before "
                             "still open with the old one: replace them.\n",
        file.string()));
}

std::string told(const Resealed& done, const PublicKey& now, const std::filesystem::path& old_file)
{
    std::string text = fmt::format(
        "sealed to the key {}: {} cases, {} feedback\n", fingerprint(now), done.cases, done.feedback);
    if (done.never_sealed > 0)
        text +=
            fmt::format("sealed for the first time: {} that lay there as typed; backups and free parts of "
                        "the store's file may hold them still\n",
                done.never_sealed);
    if (done.other_keys > 0)
        text +=
            fmt::format("left as they are: {} that were sealed to other keys; rotate with their files too\n",
                done.other_keys);
    if (!done.damaged.empty())
        text += fmt::format("left as they are, for they are damaged: {}\n", fmt::join(done.damaged, ", "));
    return text
        + fmt::format("Keep {} and its passphrase for as long as there are backups made before now.\n",
            old_file.string());
}

} // namespace

void run_command(const KeyArguments& asked)
{
    asked.verb == KeyArguments::Verb::Create ? create(asked.file) : change_passphrase(asked.file);
}

void run_command(const KeyRotateArguments& asked, const Surroundings& around)
{
    const auto& now = around.configuration().public_key;
    const LockedKey locked = read_locked_key(asked.file);
    if (!now || *now == locked.public_key())
        throw Refused(
            fmt::format("{} does not name the new key yet: make one with nextplease key create, and "
                        "put its line public_key there, on every machine, first",
                around.configuration().source));
    const SecretKey old_key = unlocked(locked, asked.file);
    const auto store = around.open(Opening::Existing);
    const Resealed done =
        reseal(*store, old_key, *now, around.clock().now(), "command line:" + system_user());
    write_result(told(done, *now, asked.file));
}

} // namespace nextplease::cli
