// A workbook being written: its formats and sheets. Wraps libxlsxwriter together with workbook.cpp,
// workbook_charts.cpp and visit_export.cpp.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/local_time.h"
#include "core/base/whole_file.h"
#include "kiosk/chart/chart.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>
#include <xlsxwriter.h>

namespace nextplease::report {

class Workbook {
public:
    // Flat: rows must be written one after another, and none is kept.
    enum class Memory { Usual, Flat };
    Workbook(const std::filesystem::path& file, Memory memory);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void describe(const std::string& title, const std::string& company, const std::string& comments,
        const std::string& made);
    // Its name becomes one that Excel takes: short, without []:*?/\, and of no other sheet.
    lxw_worksheet* add_sheet(const std::string& name, bool right_to_left);
    lxw_workbook* book() { return book_; }
    // The name of the sheet that was added last.
    const std::string& last_name() const { return last_name_; }

    lxw_format* head() { return head_; }
    lxw_format* bold() { return bold_; }
    lxw_format* title() { return title_; }
    lxw_format* wrapped() { return wrapped_; }
    lxw_format* counts(bool bold) { return numbers_[bold ? 1 : 0]; }
    // With so many decimals as percent_text() writes it with.
    lxw_format* shares(bool bold, double share);
    lxw_format* durations(bool bold) { return durations_[bold ? 1 : 0]; }
    lxw_format* figures(bool bold) { return figures_[bold ? 1 : 0]; }
    lxw_format* fine_figures(bool bold) { return fine_figures_[bold ? 1 : 0]; }
    lxw_format* days() { return day_; }
    lxw_format* times() { return time_; }

    // A day, or with a time of day a moment, as Excel counts days.
    void write_date(
        lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, LocalDate date, Seconds since_midnight);

    // Always a moment, at midnight too.
    void write_time(
        lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, LocalDate date, Seconds since_midnight);

    // Throws Failure if it could not be written.
    void finish();

private:
    lxw_format* format(const char* number, bool bold);

    std::filesystem::path file_;
    WholeFile whole_;
    std::string written_, folder_; // as libxlsxwriter takes them
    lxw_workbook* book_ = nullptr;
    std::set<std::string> names_; // of sheets, in small letters
    std::string last_name_;
    lxw_format *head_, *bold_, *title_, *wrapped_, *day_, *time_;
    lxw_format *numbers_[2], *durations_[2], *figures_[2], *fine_figures_[2];
    std::map<std::pair<bool, std::size_t>, lxw_format*> shares_; // by boldness and decimals
};

// Native charts on a sheet of their own, and on another the figures that they show.
void add_charts(Workbook& book, const std::vector<const chart::Chart*>& charts, const Words& words);

} // namespace nextplease::report
