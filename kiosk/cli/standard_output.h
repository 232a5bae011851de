// The report of standards, written for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/standard_report.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::cli {

enum class Colours { No, Yes }; // of a terminal, beside the signs

// Key and sentence of what the report's figures mean.
std::vector<std::pair<std::string, std::string>> standard_definitions(
    const StandardReport& report, const Words& words);
// What people call a group.
std::string standard_group_name(
    const std::string& key, StandardGrouping by, const Configuration& configuration, const Words& words);
// "10 minutes"; of visits without a limit of their own, whose it is. With the latest date that may be told.
std::string limit_words(const Standard& standard, const Words& words);
// "email, text"
std::string channel_words(const Standard& standard);

// "✓ met": the sign stands for itself.
std::string verdict_words(Verdict verdict, const Words& words);
// Verdicts in colour too. They go in when the columns are set: they take no room on the terminal.
std::string coloured(std::string text, const Words& words);

std::string standard_table(
    const StandardReport& report, const Configuration& configuration, const Words& words, Colours colours);
std::string standard_csv(
    const StandardReport& report, const Configuration& configuration, const Words& words);
std::string standard_json(
    const StandardReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
