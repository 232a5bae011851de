#include "kiosk/report/visit_export.h"

#include "core/reception/csv.h"
#include "kiosk/report/row_file.h"
#include "kiosk/report/sheets.h"
#include "kiosk/report/visit_rows.h"
#include "kiosk/report/workbook.h"

#include <algorithm>

namespace nextplease::report {
namespace {

constexpr lxw_row_t kRowsOfASheet = 1'048'575; // under the head

// A line of CSV after another, without a string for each cell.
class CsvLine {
public:
    explicit CsvLine(RowFile& out)
        : out_(out)
    {
    }

    void cell(std::string_view text)
    {
        separate();
        out_ += text;
    }
    void time(const std::optional<Instant>& wall)
    {
        separate();
        if (wall)
            out_.put_time(*wall);
    }
    void seconds(const std::optional<Seconds>& value)
    {
        separate();
        if (value)
            out_.put_number(value->count());
    }
    void day(LocalDate day)
    {
        separate();
        out_.put_day(std::chrono::sys_days { day });
    }
    void end()
    {
        out_.end_line();
        first_ = true;
    }

private:
    void separate()
    {
        if (!first_)
            out_ += ',';
        first_ = false;
    }

    RowFile& out_;
    bool first_ = true;
};

// Codes come from people: each is made safe once.
class SafeCodes {
public:
    const std::string& safe(std::string_view code)
    {
        if (code != last_) {
            last_ = code;
            safe_ = csv_cell(code);
        }
        return safe_;
    }

private:
    std::string last_, safe_;
};

// A number of a ticket is hardly ever the one before it.
std::string_view safe_number(std::string_view number, std::string& kept)
{
    const auto plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (std::all_of(number.begin(), number.end(), plain))
        return number;
    return kept = csv_cell(number);
}

std::int64_t write_rows(
    Store& store, const Configuration& configuration, const VisitQuestion& question, RowFile& out)
{
    SafeCodes services, desks;
    std::string number;
    std::int64_t count = 0;
    CsvLine line(out);
    VisitRows rows(configuration, question);
    rows.each(store, [&](const ExportedVisit& visit) {
        line.day(visit.row->day);
        line.cell(safe_number(visit.row->number, number));
        line.time(visit.arrived);
        line.time(visit.called);
        line.time(visit.seen);
        line.time(visit.ended);
        line.cell(word(visit.row->state));
        line.cell(services.safe(visit.row->service));
        line.cell(desks.safe(visit.row->desk));
        line.seconds(visit.wait);
        line.seconds(visit.row->held);
        line.seconds(visit.walk);
        line.seconds(visit.served);
        line.seconds(visit.limit);
        line.cell(!visit.within ? "" : *visit.within ? "1" : "0");
        line.end();
        ++count;
    });
    return count;
}

class VisitSheets {
public:
    VisitSheets(Workbook& book, std::string name, bool right_to_left)
        : book_(book)
        , name_(std::move(name))
        , right_to_left_(right_to_left)
    {
        next_sheet();
    }

    void add(const ExportedVisit& visit)
    {
        if (row_ == kRowsOfASheet)
            next_sheet();
        ++row_;
        column_ = 0;
        book_.write_date(sheet_, row_, column_++, visit.row->day, Seconds { 0 });
        text(visit.row->number);
        for (const std::optional<Instant>& wall :
            { std::optional(visit.arrived), visit.called, visit.seen, visit.ended })
            time(wall);
        for (const std::string_view text : { word(visit.row->state), visit.row->service, visit.row->desk })
            this->text(text);
        for (const std::optional<Seconds>& value : { visit.wait, std::optional(visit.row->held), visit.walk,
                 visit.served, std::optional(visit.limit) })
            number(value ? std::optional(static_cast<double>(value->count())) : std::nullopt);
        number(visit.within ? std::optional(*visit.within ? 1.0 : 0.0) : std::nullopt);
    }

private:
    void next_sheet()
    {
        sheet_ = book_.add_sheet(name_, right_to_left_);
        row_ = 0;
        lxw_col_t column = 0;
        constexpr double kWidth = 19;
        for (const std::string& name : visit_columns()) {
            worksheet_set_column(sheet_, column, column, kWidth, nullptr);
            worksheet_write_string(sheet_, 0, column++, name.c_str(), book_.head());
        }
        worksheet_freeze_panes(sheet_, 1, 0);
    }
    void time(const std::optional<Instant>& wall)
    {
        if (wall) {
            const auto day = std::chrono::floor<std::chrono::days>(*wall);
            book_.write_time(sheet_, row_, column_, LocalDate { day }, *wall - Instant { day });
        }
        ++column_;
    }
    void text(std::string_view said)
    {
        if (!said.empty())
            worksheet_write_string(sheet_, row_, column_, formula_safe(said).c_str(), nullptr);
        ++column_;
    }
    void number(const std::optional<double>& value)
    {
        if (value)
            worksheet_write_number(sheet_, row_, column_, *value, nullptr);
        ++column_;
    }

    Workbook& book_;
    std::string name_;
    bool right_to_left_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

} // namespace

const std::vector<std::string>& visit_columns()
{
    static const std::vector<std::string> names { "day", "ticket", "arrived", "called", "seen_at", "ended",
        "state", "service", "desk", "wait_seconds", "held_seconds", "walk_seconds", "service_seconds",
        "limit_seconds", "within" };
    return names;
}

std::int64_t write_visits_csv(Store& store, const Configuration& configuration, const VisitQuestion& question,
    const std::filesystem::path& file)
{
    return write_row_file(file, [&](RowFile& out) {
        CsvLine head(out);
        for (const std::string& name : visit_columns())
            head.cell(name);
        head.end();
        return write_rows(store, configuration, question, out);
    });
}

std::int64_t write_visits_workbook(Store& store, const Configuration& configuration,
    const VisitQuestion& question, const Document& about, const Words& words,
    const std::filesystem::path& file)
{
    Workbook book(file, Workbook::Memory::Flat);
    book.describe(
        about.title, about.council, about.about.size() > 1 ? about.about[1].sentence : "", about.made);
    VisitSheets sheets(book, about.title, words.right_to_left());
    std::int64_t count = 0;
    VisitRows rows(configuration, question);
    rows.each(store, [&](const ExportedVisit& visit) {
        sheets.add(visit);
        ++count;
    });
    write_about(book, about, words);
    book.finish();
    return count;
}

} // namespace nextplease::report
