// What is published of complaints, for a terminal, for a spreadsheet and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/complaint_report.h"

#include <string>

namespace nextplease::cli {

// The groups by their chief figures, then every figure of the total.
std::string complaint_table(
    const ComplaintReport& report, const Configuration& configuration, const Words& words);
// Every figure of each group and the total.
std::string complaint_csv(
    const ComplaintReport& report, const Configuration& configuration, const Words& words);
std::string complaint_json(
    const ComplaintReport& report, const Configuration& configuration, const Words& words);

} // namespace nextplease::cli
