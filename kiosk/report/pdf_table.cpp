#include "kiosk/report/pdf_table.h"

#include "kiosk/report/cell_words.h"

#include <algorithm>
#include <numeric>

namespace nextplease::report {
namespace {

using ui::PdfTag;
using ui::PdfType;
using ui::Weight;

constexpr float kSize = 8.5F;
constexpr float kSmallest = 6;
constexpr float kGap = 8; // between columns
constexpr float kPad = 3; // over and under a row
constexpr ui::Color kInk { 0x12202A };
constexpr ui::Color kInk2 { 0x3B4851 };
constexpr ui::Color kGreen { 0x07543A };
constexpr ui::Color kRed { 0x8E1919 };
constexpr ui::Color kRule { 0xD8D3C7 };
constexpr ui::Color kStrong { 0x75807F };
constexpr std::size_t kLookedAt = 300; // rows, for the widths of columns

PdfType head_type(float size, bool number)
{
    return { .size = size * 0.94F,
        .weight = Weight::Bold,
        .color = kInk2,
        .align = number ? ui::Align::End : ui::Align::Start };
}

PdfType cell_type(float size, const Cell& cell, bool first, bool total)
{
    PdfType type { .size = size,
        .weight = total ? Weight::Bold : Weight::Regular,
        .color = kInk,
        .align = is_number(cell) && !first ? ui::Align::End : ui::Align::Start };
    if (const auto* verdict = std::get_if<Verdict>(&cell)) {
        type.color = *verdict == Verdict::Met ? kGreen : *verdict == Verdict::NotMet ? kRed : kInk;
        type.weight = Weight::Bold;
    }
    return type;
}

PdfType small_type(float size)
{
    return { .size = size * 0.86F, .color = kInk2, .align = ui::Align::End };
}

// Whether a cell may go on on a second line: a figure, a verdict or a word or two may not.
bool may_break(const Cell& cell, const std::string& text)
{
    constexpr std::ptrdiff_t kShort = 10; // letters
    if (is_number(cell) || std::holds_alternative<Verdict>(cell))
        return false;
    return std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }) > kShort;
}

// The narrowest and the widest that each column would be.
struct Wish {
    float least = 0;
    float most = 0;
};

// Wide enough for two lines, where that is not too wide, and for each word.
float two_lines(ui::PdfPages& pages, const std::string& text, const PdfType& type)
{
    constexpr float kHalf = 0.55F; // lines do not break in the very middle
    const float half = std::min(kHalf * pages.width(text, type), 9 * type.size);
    return std::max(pages.longest_word(text, type), half);
}

std::vector<Wish> wishes(ui::PdfPages& pages, const Table& table, const Words& words, float size)
{
    std::vector<Wish> all(table.columns.size());
    for (std::size_t c = 0; c < all.size(); ++c) {
        const PdfType head = head_type(size, false);
        const float name = pages.width(table.columns[c].name, head);
        all[c].least = two_lines(pages, table.columns[c].name, head);
        all[c].most = std::min(name, 12 * size);
        const std::size_t last = std::min(table.rows.size(), kLookedAt);
        for (std::size_t r = 0; r < table.rows.size(); r += r + 1 < last ? 1 : table.rows.size() - r) {
            const Cell& cell = table.rows[r].at(c);
            const CellWords said = words_of(cell, words);
            const PdfType type = cell_type(size, cell, c == 0, true);
            const float small = said.small.empty() ? 0 : pages.width(said.small, small_type(size));
            const float whole = std::max(pages.width(said.text, type), small);
            all[c].least = std::max(
                all[c].least, may_break(cell, said.text) ? two_lines(pages, said.text, type) : whole);
            all[c].most = std::max(all[c].most, whole);
        }
        all[c].most = std::max(all[c].most, all[c].least);
    }
    return all;
}

float sum(const std::vector<Wish>& all, float Wish::*which)
{
    return std::accumulate(
        all.begin(), all.end(), 0.0F, [&](float total, const Wish& wish) { return total + wish.*which; });
}

} // namespace

float PdfTable::narrowest(ui::PdfPages& pages, const Table& table, const Words& words)
{
    return sum(wishes(pages, table, words, kSize), &Wish::least)
        + kGap * static_cast<float>(table.columns.size() - 1);
}

PdfTable::PdfTable(ui::PdfPages& pages, const Table& table, const Words& words, Stretch across)
    : pages_(pages)
    , table_(table)
    , words_(words)
    , across_(across)
    , size_(kSize)
{
    share_out();
}

// Every column gets what it needs, and the rest by what it would like; letters shrink where that is too much.
void PdfTable::share_out()
{
    const float room = across_.w - kGap * static_cast<float>(table_.columns.size() - 1);
    std::vector<Wish> all = wishes(pages_, table_, words_, size_);
    while (sum(all, &Wish::least) > room && size_ > kSmallest) {
        size_ -= 0.5F;
        all = wishes(pages_, table_, words_, size_);
    }
    const float least = sum(all, &Wish::least), most = sum(all, &Wish::most);
    for (const Wish& wish : all) {
        if (most <= room) // everything on one line, and the rest spread evenly
            widths_.push_back(wish.most + (room - most) / static_cast<float>(all.size()));
        else if (most > least)
            widths_.push_back(wish.least + (room - least) * (wish.most - wish.least) / (most - least));
        else
            widths_.push_back(wish.least * room / least);
    }
}

bool PdfTable::numbers(std::size_t column) const
{
    return column > 0 && (table_.rows.empty() || is_number(table_.rows.front().at(column)));
}

float PdfTable::column_x(std::size_t column) const
{
    float x = across_.x;
    for (std::size_t c = 0; c < column; ++c)
        x += widths_[c] + kGap;
    return pages_.right_to_left() ? 2 * across_.x + across_.w - x - widths_[column] : x;
}

float PdfTable::cell_height(std::size_t column, const Cell& cell, bool total) const
{
    const CellWords said = words_of(cell, words_);
    float high = pages_.height(widths_[column], said.text, cell_type(size_, cell, column == 0, total));
    if (!said.small.empty())
        high += pages_.height(widths_[column], said.small, small_type(size_));
    return high;
}

float PdfTable::row_height(const std::vector<Cell>& row, bool total) const
{
    float high = 0;
    for (std::size_t c = 0; c < row.size(); ++c)
        high = std::max(high, cell_height(c, row[c], total));
    return high + 2 * kPad;
}

float PdfTable::head_height() const
{
    float high = 0;
    for (std::size_t c = 0; c < table_.columns.size(); ++c)
        high = std::max(high, pages_.height(widths_[c], table_.columns[c].name, head_type(size_, false)));
    return high + 2 * kPad;
}

void PdfTable::draw_head(float y)
{
    const PdfTag row(pages_, "TR");
    const float high = head_height();
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const PdfTag cell(pages_, "TH");
        const PdfType type = head_type(size_, numbers(c));
        const float own = pages_.height(widths_[c], table_.columns[c].name, type);
        pages_.paragraph({ column_x(c), y + high - kPad - own }, widths_[c], table_.columns[c].name, type);
    }
    pages_.lines({ { { across_.x, y + high }, { across_.x + across_.w, y + high } } }, kStrong, 1);
}

void PdfTable::draw_row(const std::vector<Cell>& cells, float y, bool total)
{
    const PdfTag row(pages_, "TR");
    if (total)
        pages_.lines({ { { across_.x, y }, { across_.x + across_.w, y } } }, kStrong, 1);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const PdfTag tag(pages_, c == 0 ? "TH" : "TD");
        const CellWords said = words_of(cells[c], words_);
        const float high = pages_.paragraph(
            { column_x(c), y + kPad }, widths_[c], said.text, cell_type(size_, cells[c], c == 0, total));
        if (!said.small.empty())
            pages_.paragraph({ column_x(c), y + kPad + high }, widths_[c], said.small, small_type(size_));
    }
}

float PdfTable::draw(float top, float bottom)
{
    const PdfTag whole(pages_, "Table");
    draw_head(top);
    float y = top + head_height();
    for (bool first = true; next_ < table_.rows.size(); first = false) {
        const bool total = is_total(next_);
        const float high = row_height(table_.rows[next_], total);
        if (!first && y + high > bottom)
            break;
        draw_row(table_.rows[next_], y, total);
        y += high;
        ++next_;
        if (more())
            pages_.lines({ { { across_.x, y }, { across_.x + across_.w, y } } }, kRule, 0.5F);
    }
    return y;
}

} // namespace nextplease::report
