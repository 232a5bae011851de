// What stands beside a CSV file: "CSV on the Web" (W3C, 2015), the columns with their types and meanings, the
// period, the filters, the data and the time made.
#pragma once

#include "kiosk/report/document.h"

#include <filesystem>
#include <string>

namespace nextplease::report {

// "waiting.csv" -> "waiting.csv-metadata.json", where the W3C has readers look for it.
std::filesystem::path metadata_path(const std::filesystem::path& csv);

// `head` is the row of column names of the file; `file` its name.
std::string csv_metadata(
    const Document& document, const std::vector<std::string>& head, const std::string& file);

// A report as JSON with the time made, the data and the program added to it.
std::string with_provenance(const std::string& json, const Document& document);

// The names in the first line of a CSV text that is no comment.
std::vector<std::string> csv_head(const std::string& csv);

} // namespace nextplease::report
