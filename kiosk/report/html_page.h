// A document as one page of HTML that needs nothing else: no script, no file beside it, no network. Headings
// in order, tables with captions and scopes, charts as SVG with real text; it reads well, and prints well.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"

#include <string>

namespace nextplease::report {

// Throws Failure if the logo cannot be read.
std::string html_page(const Document& document, const Words& words);

// The parts of a page that others compose too, as the notice does.
std::string html_head(const std::string& title, const Words& words, const std::string& style);
// The style that all pages share: colours of the look, type, tables.
std::string page_style();
// Council and logo. A logo is within the page.
std::string html_masthead(const std::string& council, const std::filesystem::path& logo, const Words& words);

} // namespace nextplease::report
