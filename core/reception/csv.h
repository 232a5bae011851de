// Comma-separated values (RFC 4180), in and out. The library behind it is named in csv.cpp alone.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

struct CsvRecord {
    int line = 0; // of the file, from 1, where the record begins: a quoted cell may run over several
    std::vector<std::string> cells; // without the quotes; blanks around unquoted cells are dropped
};

// Tells the records of a file one after another; blank lines are left out, a byte order mark is skipped.
// Constant memory. Throws InputError if there is no such file, Failure if it cannot be read, and InputError
// ("FILE:line N: ...") for quotes that do not pair, text that is not UTF-8, or lines that
// end with a carriage return alone.
void read_csv(const std::filesystem::path& file, const std::function<void(const CsvRecord&)>& tell);

// Whether a text is UTF-8 throughout, without a NUL.
bool is_utf8(std::string_view text);

// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a return) with an
// apostrophe before it, which makes it harmless (OWASP, CSV Injection); any other, a plain number too, as it
// is.
std::string formula_safe(std::string_view text);

// One cell as it is written: formula-safe, and quoted where it must be.
std::string csv_cell(std::string_view text);

// Cells as a line, ended by a line feed.
std::string csv_line(const std::vector<std::string>& cells);

} // namespace nextplease
