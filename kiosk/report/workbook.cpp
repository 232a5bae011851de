#include "kiosk/report/workbook.h"

#include "core/base/whole_file.h"
#include "core/reception/csv.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/sheets.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nextplease::report {
namespace {

// The columns that one of the document's becomes: a share is never without what it is a share of.
bool is_share(const Table& table, std::size_t column)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
        [&](const auto& row) { return std::holds_alternative<Share>(row.at(column)); });
}

class CellWriter {
public:
    CellWriter(Workbook& book, lxw_worksheet* sheet, const Words& words)
        : book_(book)
        , sheet_(sheet)
        , words_(words)
    {
    }

    // Returns the column after it.
    lxw_col_t write(lxw_row_t row, lxw_col_t column, const Cell& cell, bool share, bool bold)
    {
        row_ = row;
        column_ = column;
        bold_ = bold;
        std::visit(*this, cell);
        if (!share)
            return static_cast<lxw_col_t>(column + 1);
        if (const auto* value = std::get_if<Share>(&cell)) {
            number(column + 1, static_cast<double>(value->part), book_.counts(bold));
            number(column + 2, static_cast<double>(value->whole), book_.counts(bold));
        } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
            number(column + 1, static_cast<double>(*count), book_.counts(bold));
        }
        return static_cast<lxw_col_t>(column + 3);
    }

    void operator()(std::monostate) const { }
    void operator()(std::int64_t value) const
    {
        number(column_, static_cast<double>(value), book_.counts(bold_));
    }
    void operator()(const Share& share) const
    {
        if (share.whole == 0)
            return;
        const double quotient = static_cast<double>(share.part) / static_cast<double>(share.whole);
        number(column_, quotient, book_.shares(bold_, quotient));
    }
    void operator()(const Duration& duration) const
    {
        constexpr double kDay = 86400;
        number(column_, duration.seconds / kDay, book_.durations(bold_));
    }
    void operator()(const Figure& figure) const
    {
        number(column_, figure.value, figure.decimals > 1 ? book_.fine_figures(bold_) : book_.figures(bold_));
    }
    void operator()(LocalDate date) const { book_.write_date(sheet_, row_, column_, date, Seconds { 0 }); }
    void operator()(const LocalTime& time) const
    {
        book_.write_date(sheet_, row_, column_, time.date, time.since_midnight);
    }
    void operator()(Verdict verdict) const { text(verdict_words(verdict, words_)); }
    void operator()(const std::string& said) const { text(said); }

private:
    void text(const std::string& said) const
    {
        worksheet_write_string(
            sheet_, row_, column_, formula_safe(said).c_str(), bold_ ? book_.bold() : nullptr);
    }
    void number(int column, double value, lxw_format* format) const
    {
        worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column), value, format);
    }

    Workbook& book_;
    lxw_worksheet* sheet_;
    const Words& words_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    bool bold_ = false;
};

// Letters that a column should show, within reason.
double column_width(const Table& table, std::size_t column, const Words& words)
{
    constexpr std::size_t kLookedAt = 300;
    std::size_t letters = table.columns[column].name.size();
    for (std::size_t row = 0; row < std::min(table.rows.size(), kLookedAt); ++row)
        letters = std::max(letters, words_of(table.rows[row].at(column), words).text.size());
    return std::clamp(static_cast<double>(letters) + 2, 9.0, 48.0);
}

void write_head(Workbook& book, lxw_worksheet* sheet, const Table& table, const Words& words)
{
    lxw_col_t at = 0;
    double lines = 1;
    const auto head = [&](const std::string& name, double width) {
        lines =
            std::max(lines, std::ceil((static_cast<double>(name.size()) + 4) / width)); // words break early
        worksheet_write_string(sheet, 0, at, formula_safe(name).c_str(), book.head());
        worksheet_set_column(sheet, at, at, width, nullptr);
        ++at;
    };
    constexpr double kCountWidth = 12;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string& name = table.columns[c].name;
        head(name, column_width(table, c, words));
        if (is_share(table, c)) {
            head(words.say(Text::CliDocumentSharePart, { { "name", name } }), kCountWidth);
            head(words.say(Text::CliDocumentShareWhole, { { "name", name } }), kCountWidth);
        }
    }
    constexpr double kLine = 15; // points
    worksheet_set_row(sheet, 0, kLine * std::min(lines, 5.0), nullptr);
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_repeat_rows(sheet, 0, 0);
    if (at > 0 && !table.rows.empty())
        worksheet_autofilter(
            sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()), static_cast<lxw_col_t>(at - 1));
}

void write_table(Workbook& book, const Table& table, const Words& words)
{
    lxw_worksheet* sheet = book.add_sheet(table.caption, words.right_to_left());
    write_head(book, sheet, table, words);
    CellWriter writer(book, sheet, words);
    lxw_row_t row = 1;
    for (const auto& cells : table.rows) {
        const bool bold = table.last == Table::LastRow::Total && &cells == &table.rows.back();
        lxw_col_t column = 0;
        for (std::size_t c = 0; c < cells.size(); ++c)
            column = writer.write(row, column, cells[c], is_share(table, c), bold);
        ++row;
    }
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_paper(sheet, 9); // A4
}

} // namespace

void write_about(Workbook& book, const Document& document, const Words& words)
{
    lxw_worksheet* sheet = book.add_sheet(words.say(Text::CliDocumentSheetAbout), words.right_to_left());
    worksheet_set_column(sheet, 0, 0, 26, nullptr);
    worksheet_set_column(sheet, 1, 1, 100, nullptr);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_paper(sheet, 9); // A4
    lxw_row_t row = 0;
    const auto text = [&](lxw_col_t column, const std::string& said, lxw_format* format) {
        worksheet_write_string(sheet, row, column, formula_safe(said).c_str(), format);
    };
    const auto terms = [&](const std::string& title, const std::vector<Term>& all) {
        if (all.empty())
            return;
        ++row;
        text(0, title, book.bold());
        ++row;
        for (const Term& term : all) {
            text(0, term.name, book.wrapped());
            text(1, term.sentence, book.wrapped());
            ++row;
        }
    };
    text(0, document.title, book.title());
    ++row;
    text(0, document.council, nullptr);
    ++row;
    terms(words.say(Text::CliDocumentAsked), document.asked);
    terms(words.say(Text::CliDocumentDefinitions), document.definitions);
    terms(words.say(Text::CliDocumentAbout), document.about);
}

void write_workbook(const Document& document, const Words& words, const std::filesystem::path& file)
{
    Workbook book(file, Workbook::Memory::Usual);
    book.describe(document.title, document.council,
        document.about.size() > 1 ? document.about[1].sentence : "", document.made);
    std::vector<const chart::Chart*> charts;
    for (const Section& section : document.sections) {
        for (const auto& part : section.parts) {
            if (const auto* table = std::get_if<Table>(&part))
                write_table(book, *table, words);
            else if (const auto* chart = std::get_if<chart::Chart>(&part); chart && !chart::is_empty(*chart))
                charts.push_back(chart);
        }
    }
    add_charts(book, charts, words);
    write_about(book, document, words);
    book.finish();
}

} // namespace nextplease::report
