#include "core/reception/break_import.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

template <class Tag>
std::string listed(const std::vector<Code<Tag>>& codes)
{
    std::string text;
    for (const auto& code : codes)
        text += (text.empty() ? "" : ", ") + code.text();
    return text;
}

std::string sentences(const ImportSummary& summary, const Words& words)
{
    std::string text = words.count(Text::CliImportRows, summary.rows) + '\n';
    if (summary.added == 0 && summary.rows > 0)
        text += words.say(Text::CliImportNothingNew) + '\n';
    else
        text += words.say(
                    Text::CliImportAdded, { { "added", summary.added }, { "known", summary.already_there } })
            + '\n';
    if (!summary.found_services.empty())
        text += words.say(Text::CliImportServices, { { "codes", listed(summary.found_services) } }) + '\n';
    return text;
}

} // namespace

void run_command(const ImportArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Create);
    ImportSummary summary;
    if (!asked.file.empty())
        summary = import_log(*store, around.configuration(), asked.file, asked.unknown);
    std::optional<DeskImportSummary> desks;
    if (!asked.desks.empty())
        desks = import_desks(*store, around.configuration(), asked.desks, asked.unknown);
    if (asked.breaks) {
        const DeskImportSummary planned = import_breaks(*store, around.configuration());
        if (!desks)
            desks.emplace();
        desks->rows += planned.rows;
        desks->added += planned.added;
    }
    if (asked.output == Output::Json)
        return write_result(import_json(summary, desks));
    std::string text = asked.file.empty() ? "" : sentences(summary, around.words());
    if (desks)
        text += around.words().say(
                    Text::CliImportDesks, { { "added", desks->added }, { "known", desks->already_there } })
            + '\n';
    write_result(text);
}

} // namespace nextplease::cli
