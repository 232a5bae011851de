// The report of standards, written for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/standard_report.h"
#include "kiosk/report/broken_words.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/figure_words.h"

#include <string>

namespace nextplease::cli {

enum class Colours { No, Yes }; // of a terminal, beside the signs

using report::broken_lines;
using report::broken_words;
using report::call_words;
using report::channel_words;
using report::limit_words;
using report::standard_definitions;
using report::standard_group_name;
using report::verdict_words;
using report::worst_words;

// Verdicts in colour too. They go in when the columns are set: they take no room on the terminal.
std::string coloured(std::string text, const Words& words);

std::string standard_table(
    const StandardReport& report, const Configuration& configuration, const Words& words, Colours colours);
std::string standard_csv(
    const StandardReport& report, const Configuration& configuration, const Words& words);
std::string standard_json(
    const StandardReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
