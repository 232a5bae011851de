#include "kiosk/cli/report_form.h"

#include "kiosk/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 6> kFormats { {
    { "table", Format::Table },
    { "csv", Format::Csv },
    { "json", Format::Json },
    { "html", Format::Html },
    { "xlsx", Format::Xlsx },
    { "pdf", Format::Pdf },
} };

} // namespace

void add_form(CLI::App* command, FormTyped& typed)
{
    command->add_option("--format", typed.format, "table, csv, json, html, xlsx or pdf");
    command->add_option("-o,--output", typed.file, "Write it here instead of on the terminal")
        ->type_name("FILE");
    command->add_option("--lang", typed.language, "In which language, such as pl; else English")
        ->type_name("L");
}

ReportForm form_of(const FormTyped& typed)
{
    const auto known = std::find_if(
        kFormats.begin(), kFormats.end(), [&](const auto& one) { return one.first == typed.format; });
    if (known == kFormats.end())
        throw WrongUsage(fmt::format(
            "--format {} is not made here: write table, csv, json, html, xlsx or pdf", typed.format));
    if ((known->second == Format::Xlsx || known->second == Format::Pdf) && typed.file.empty())
        throw WrongUsage(fmt::format("--format {0} is no text for a terminal: write where to put it with -o "
                                     "FILE.{0}",
            typed.format));
    return { known->second, typed.file, typed.language };
}

} // namespace nextplease::cli
