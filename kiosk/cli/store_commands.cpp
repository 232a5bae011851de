#include "core/base/error.h"
#include "core/reception/forgetting.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/retention_words.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {

void run_command(const BackupArguments& asked, const Surroundings& around)
{
    std::error_code ignored;
    if (std::filesystem::exists(asked.file, ignored))
        throw InputError(fmt::format("{} exists already: name a file that does not", asked.file.string()));
    around.open(Opening::Existing)->backup(asked.file.string());
    write_result(around.words().say(Text::CliBackupDone,
                     { { "store", around.store_path().string() }, { "file", asked.file.string() } })
        + '\n');
}

void run_command(const RestoreArguments& asked, const Surroundings& around)
{
    if (around.store_exists())
        throw InputError(
            fmt::format("there is a store already at {}: move it away first, or write another place with "
                        "--store",
                around.store_path().string()));
    std::error_code error;
    if (!std::filesystem::is_regular_file(asked.file, error))
        throw InputError(fmt::format(
            "there is no file {}: write the path of a copy that backup made", asked.file.string()));
    if (around.store_path().has_parent_path())
        std::filesystem::create_directories(
            around.store_path().parent_path(), error); // backup() says what is wrong
    // Opened, so that what is no store is not taken for one; and copied by the store itself, for a whole copy
    // or none.
    open_store("sqlite:" + asked.file.string(), Opening::ReadOnly)->backup(around.store_path().string());
    std::string text = around.words().say(Text::CliRestoreDone,
                           { { "store", around.store_path().string() }, { "file", asked.file.string() } })
        + '\n';
    // An old copy does not bring back what was forgotten since.
    const auto store = around.open(Opening::Existing);
    Reception reception(*store, around.configuration(), around.clock());
    if (const ForgottenPast past = forget_past(reception); past.done.all() > 0)
        text += forgotten_words(past.done, Text::CliPurgeDone, around.words()) + '\n';
    write_result(text);
}

} // namespace nextplease::cli
