// Writes a report in the form that was asked for.
#pragma once

#include "kiosk/cli/report_form.h"
#include "kiosk/cli/surroundings.h"
#include "kiosk/report/making.h"

#include <functional>

namespace nextplease::cli {

// What a report is in each form.
struct ReportWriting {
    std::function<std::string(const Words&)> table, csv, json;
    std::function<report::Document(const report::Making&)> document;
};

// A file is there whole or not at all; beside a CSV file stands what it means (CSV on the Web). Throws
// Failure if something cannot be written, InputError for a language that there is not.
void write_report(
    const ReportForm& form, const ReportWriting& writing, Store& store, const Surroundings& around);

// With what documents are made. `words` must live as long.
report::Making making_of(Store& store, const Surroundings& around, const Words& words);
// "nextplease 0.1.0"
std::string program_version();

} // namespace nextplease::cli
