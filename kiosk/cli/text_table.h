// Rows for a terminal, in aligned columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::cli {

using Row = std::vector<std::string>;

// The first column to the left, all others to the right; a rule above the last row where that is the total.
// Control characters are shown as
// signs. REQUIRES: rows of one length, and at least one.
enum class LastRow { Total, OneOfThem };
std::string aligned(std::vector<Row> rows, LastRow last = LastRow::Total);

// "80.8 % of 14405"; "-" where there is nothing to divide by.
std::string share_words(std::optional<double> part, std::int64_t whole);

} // namespace nextplease::cli
