// What a manager sees as a file, or on paper.
#pragma once

#include "core/reception/reception.h"
#include "kiosk/report/making.h"

#include <filesystem>
#include <functional>
#include <string>

namespace nextplease::manager {

enum class Export { Sheet, Pdf, Print, Html, Csv, Json };
constexpr int kExportButtons = 3; // the others are in a menu
constexpr int kExports = 6;

// What came of it, for people.
struct Exported {
    std::string said;
    bool done = true;
};
using MakeDocument = std::function<report::Document(const report::Making&)>;

// Writes STEM-2026-10-13-1037.xlsx, .pdf, .html, .csv (with what its columns mean beside it) or .json, with a
// number where there is one of that minute already (STEM-2026-10-13-1037-2.xlsx), into the folder of
// kiosk.conf, else into the user's home; or sends the PDF to the printer for A4. A folder or printer that
// fails is said, never thrown. On the store's thread; throws Failure only as the store does.
Exported export_document(const MakeDocument& make, Export how, Reception& reception, const Words& words);

} // namespace nextplease::manager
