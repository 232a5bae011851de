// The parts of a page of SQLite's file in which no record lies. SQLite overwrites what it removes, but where
// a page is split the old bytes stay behind in the half that is free now, and with them words that nobody
// can find any more. They are cleared when the page is written, so that none reach the file.
#pragma once

#include <cstddef>

namespace nextplease {

// Fills what is free in a page of a table or an index with zeros; leaves every other page as it is. `first`:
// the page with which the file begins. A file of 2^25 pages or more may hold pages of other kinds that look
// like these, and is not to be given here.
void clear_free_space(unsigned char* page, std::size_t bytes, bool first);
constexpr std::size_t kTooManyPages = std::size_t { 1 } << 25;

} // namespace nextplease
