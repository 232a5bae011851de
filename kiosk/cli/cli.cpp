#include "kiosk/cli/cli.h"

#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/domain/receipt.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/typed_text.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kWrongUsage = 2;
constexpr int kFailed = 3;

void obey(int argc, const char* const* argv)
{
    const auto read = read_arguments(argc, argv);
    if (const auto* help = std::get_if<std::string>(&read))
        return write_result(*help);
    const auto& arguments = std::get<Arguments>(read);
    if (const auto* key = std::get_if<KeyArguments>(&arguments.command))
        return run_command(*key);
    const Surroundings around(arguments.common);
    std::visit(
        [&](const auto& asked) {
            if constexpr (!std::is_same_v<decltype(asked), const KeyArguments&>)
                run_command(asked, around);
        },
        arguments.command);
}

// One sentence, one line, whatever the exception brought.
int say(std::string sentence, int status)
{
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    std::fputs((sentence + '\n').c_str(), stderr);
    return status;
}

} // namespace

int run(int argc, char** argv)
{
    try {
        obey(argc, argv);
        return kDone;
    } catch (const Refused& refused) {
        return say(refused.what(), kRefused);
    } catch (const InputError& error) {
        return say(error.what(), kRefused);
    } catch (const WrongUsage& usage) {
        return say(usage.what(), kWrongUsage);
    } catch (const std::exception& failure) { // a Failure, or the system's own
        return say(failure.what(), kFailed);
    }
}

void refuse(const Refusal& refusal, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    throw Refused(
        sentence(refusal, around.words(), configuration, configuration.zone.local(around.clock().now())));
}

void check_received(Instant received, Instant now)
{
    switch (receipt(received, now)) {
    case Receipt::Credible:
        return;
    case Receipt::StillToCome:
        throw Refused("--received is still to come: write when it came");
    case Receipt::LongAgo:
        throw Refused(
            fmt::format("--received is more than {} years ago: correct it", kOldestReceipt.count()));
    }
}

void write_result(const std::string& text, const std::filesystem::path& file, Controls controls)
{
    if (file.empty()) {
        const std::string shown = controls == Controls::Shown ? without_controls(text) : text;
        const bool written = std::fwrite(shown.data(), 1, shown.size(), stdout) == shown.size();
        if (!written || std::fflush(stdout) != 0)
            throw Failure(Failure::Kind::Unavailable, "the result could not be written to standard output");
        return;
    }
    write_whole(file, text);
}

} // namespace nextplease::cli
