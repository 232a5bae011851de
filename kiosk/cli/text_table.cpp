#include "kiosk/cli/text_table.h"

#include "core/base/percent.h"
#include "kiosk/cli/typed_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

// Columns that a text takes, near enough for the scripts that a terminal sets in single width.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::string aligned(std::vector<Row> rows, LastRow last)
{
    for (Row& row : rows)
        std::transform(row.begin(), row.end(), row.begin(), on_one_line);
    std::vector<std::size_t> widths(rows.front().size());
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width(row[i]));
    }
    std::size_t whole = 2 * (widths.size() - 1);
    for (const std::size_t one : widths)
        whole += one;
    std::string text;
    for (const Row& row : rows) {
        if (last == LastRow::Total && &row == &rows.back())
            text += std::string(whole, '-') + '\n';
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width(row[i]), ' ');
            text += i == 0 ? row[i] + blanks : "  " + blanks + row[i];
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

std::string share_words(std::optional<double> part, std::int64_t whole)
{
    return part ? fmt::format("{} % of {}", percent_text(*part), whole) : "-";
}

} // namespace nextplease::cli
