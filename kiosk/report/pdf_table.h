// A table on pages of a PDF: columns as wide as their words need, the head again on every page.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"
#include "kiosk/ui/pdf_pages.h"

#include <vector>

namespace nextplease::report {

struct Stretch {
    float x = 0;
    float w = 0;
};

class PdfTable {
public:
    // In that stretch of each page. All must outlive it.
    PdfTable(ui::PdfPages& pages, const Table& table, const Words& words, Stretch across);

    // As many rows as fit between both, and one at least. Returns where it ends.
    float draw(float top, float bottom);
    bool more() const { return next_ < table_.rows.size(); }

    // As narrow as the table can be without breaking a word, in letters of the usual size.
    static float narrowest(ui::PdfPages& pages, const Table& table, const Words& words);

private:
    void share_out();
    float column_x(std::size_t column) const;
    float cell_height(std::size_t column, const Cell& cell, bool total) const;
    float row_height(const std::vector<Cell>& row, bool total) const;
    float head_height() const;
    void draw_head(float y);
    void draw_row(const std::vector<Cell>& row, float y, bool total);
    bool is_total(std::size_t row) const
    {
        return table_.last == Table::LastRow::Total && row + 1 == table_.rows.size();
    }
    bool numbers(std::size_t column) const;

    ui::PdfPages& pages_;
    const Table& table_;
    const Words& words_;
    Stretch across_;
    float size_;
    std::vector<float> widths_;
    std::size_t next_ = 0;
};

} // namespace nextplease::report
