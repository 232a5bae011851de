// A letter on A4, by a queue of the machine's print server, or of the one that $CUPS_SERVER names. Waits for
// the server some seconds at most; the printer prints later.
#pragma once

#include "kiosk/ui/letter_page.h"

#include <string>

namespace nextplease::printing {

// Throws Failure if the server does not take it.
void print_letter(const ui::LetterPage& letter, const std::string& queue);
// The same with a PDF that is made already; `title` is what the queue calls it.
void print_pdf(const std::string& pdf, const std::string& title, const std::string& queue);

} // namespace nextplease::printing
