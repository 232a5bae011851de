// What people type on the command line, kept to what it may be: text in UTF-8, on one line, and not endless.
// So nobody's name becomes a line of its own in a log, and no text moves the cursor of a terminal.
#pragma once

#include <string>
#include <string_view>

namespace nextplease::cli {

// Throws WrongUsage for an argument that is no UTF-8, is longer than people write, or has control characters.
// The words of a complaint (--words) may have several lines.
void check_typed(int argc, const char* const* argv);

// The same for words that came otherwise; `where` says from where.
void check_words(std::string_view text, const std::string& where);

// As one line of a terminal: every control character, a line feed too, is shown as its sign.
std::string on_one_line(std::string_view text);
// The same, but line feeds and tabs stay.
std::string without_controls(std::string_view text);

} // namespace nextplease::cli
