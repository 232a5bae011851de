// A document as a PDF: A4, upright or, for wide tables, on its side; real text, headings and tables marked
// up, an outline, page numbers.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"

#include <string>

namespace nextplease::report {

// The bytes of the file. Throws Failure if the logo cannot be read.
std::string pdf_file(const Document& document, const Words& words);

} // namespace nextplease::report
