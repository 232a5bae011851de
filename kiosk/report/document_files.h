// A document as data: all its tables, in a form that programs read. What csv_metadata.h says stands beside
// the CSV.
#pragma once

#include "kiosk/report/document.h"

#include <string>

namespace nextplease::report {

// One line for each figure: table, row (where its first column does not tell rows apart, with the texts after
// it: "Mon, 10:00"), column (its key), value, of (what a share is a share of), unit
// ("count", "share", "seconds", "date", "time", "text"). Shares are quotients, durations seconds.
std::string document_csv(const Document& document);

// One object: title, council, language, asked, tables (caption, columns, rows by key), definitions, about. A
// share is {"part", "whole", "share"}, a duration is in seconds, an empty cell null.
std::string document_json(const Document& document);

} // namespace nextplease::report
