// A document as a workbook of Excel 2007 and later: a sheet for each table with typed cells under a frozen
// head, native charts, and a sheet that says what every figure means and where it comes from. A text that a
// spreadsheet would take for a formula is made harmless.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"

#include <filesystem>

namespace nextplease::report {

// Throws Failure if it cannot be written; nothing half-done is left then.
void write_workbook(const Document& document, const Words& words, const std::filesystem::path& file);

class Workbook;
// The sheet that says what figures mean.
void write_about(Workbook& book, const Document& document, const Words& words);

} // namespace nextplease::report
