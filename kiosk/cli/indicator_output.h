// The reports of indicators and of contacts: for a terminal, as CSV and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/contact_report.h"
#include "core/reception/indicator_report.h"
#include "kiosk/cli/standard_output.h"

#include <string>

namespace nextplease::cli {

using report::contact_definitions;
using report::contact_group_name;
using report::indicator_definition;
using report::indicator_title;

std::string indicator_table(
    const IndicatorReport& report, const Configuration& configuration, const Words& words, Colours colours);
std::string indicator_csv(
    const IndicatorReport& report, const Configuration& configuration, const Words& words);
std::string indicator_json(
    const IndicatorReport& report, const Configuration& configuration, const Words& words);

std::string contact_table(
    const ContactReport& report, const Configuration& configuration, const Words& words);
std::string contact_csv(const ContactReport& report, const Configuration& configuration, const Words& words);
std::string contact_report_json(
    const ContactReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
