// The reports of indicators and of contacts: for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/contact_report.h"
#include "core/reception/indicator_report.h"
#include "kiosk/cli/standard_output.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::cli {

std::string indicator_title(const Indicator& indicator, const Words& words);
// What is counted, of what.
std::string indicator_definition(const Indicator& indicator, const Words& words);
std::string indicator_table(const IndicatorReport& report, const Words& words, Colours colours);
std::string indicator_csv(const IndicatorReport& report, const Words& words);
std::string indicator_json(const IndicatorReport& report, const Words& words);

std::vector<std::pair<std::string, std::string>> contact_definitions(
    const ContactReport& report, const Words& words);
std::string contact_group_name(
    const std::string& key, ContactGrouping by, const Configuration& configuration, const Words& words);
std::string contact_table(
    const ContactReport& report, const Configuration& configuration, const Words& words);
std::string contact_csv(const ContactReport& report, const Configuration& configuration, const Words& words);
std::string contact_report_json(
    const ContactReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
