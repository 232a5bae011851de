#include "kiosk/cli/key_options.h"

#include <CLI/CLI.hpp>

namespace nextplease::cli {

void add_key_command(CLI::App& app, KeyTyped& typed,
    const std::function<void(CLI::App*, std::function<KeyArguments()>)>& means,
    const std::function<void(CLI::App*, std::function<KeyRotateArguments()>)>& means_rotate)
{
    using Verb = KeyArguments::Verb;
    CLI::App* key = app.add_subcommand("key", "The key that keeps what visitors confide");
    key->require_subcommand(1);
    CLI::App* create = key->add_subcommand("create",
        "Make one: the secret key goes into a file with a passphrase, the line for kiosk.conf onto the "
        "terminal");
    create->add_option("-o,--output", typed.key.file, "The secret key; it must not exist yet")
        ->type_name("FILE")
        ->required();
    means(create, [&typed] { return typed.key; });
    CLI::App* change = key->add_subcommand("change-passphrase", "Lock a secret key with another passphrase");
    change->add_option("file", typed.key.file, "The secret key")->type_name("FILE")->required();
    means(change, [&typed] {
        typed.key.verb = Verb::ChangePassphrase;
        return typed.key;
    });
    CLI::App* rotate =
        key->add_subcommand("rotate", "Seal all that the store holds anew, to the key of kiosk.conf");
    rotate->add_option("file", typed.rotate.file, "The old secret key")->type_name("OLD-FILE")->required();
    means_rotate(rotate, [&typed] { return typed.rotate; });
}

} // namespace nextplease::cli
