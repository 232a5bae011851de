#include "kiosk/report/visit_export.h"

#include "core/base/error.h"
#include "core/reception/csv.h"
#include "kiosk/report/sheets.h"
#include "kiosk/report/visit_rows.h"
#include "kiosk/report/whole_file.h"
#include "kiosk/report/workbook.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <memory>

namespace nextplease::report {
namespace {

constexpr std::size_t kBuffer = 1 << 18;
constexpr lxw_row_t kRowsOfASheet = 1'048'575; // under the head

// A line of CSV after another into a file, without a string for each cell.
class CsvFile {
public:
    explicit CsvFile(std::FILE* file)
        : file_(file)
    {
        buffer_.reserve(kBuffer + 1024);
    }

    void cell(std::string_view text)
    {
        separate();
        buffer_ += text;
    }
    void time(const std::optional<Instant>& wall)
    {
        separate();
        if (wall)
            put_time(*wall);
    }
    void seconds(const std::optional<Seconds>& value)
    {
        separate();
        if (!value)
            return;
        std::array<char, 24> digits {};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value->count());
        buffer_.append(digits.data(), end.ptr);
    }
    // Only as the first of a line.
    void day(LocalDate day)
    {
        buffer_ += day_text(std::chrono::sys_days { day });
        first_ = false;
    }

    void end_line()
    {
        buffer_ += '\n';
        first_ = true;
        if (buffer_.size() >= kBuffer)
            flush();
    }
    bool flush()
    {
        good_ = good_ && std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size();
        buffer_.clear();
        return good_ && std::fflush(file_) == 0;
    }

private:
    void separate()
    {
        if (!first_)
            buffer_ += ',';
        first_ = false;
    }

    const std::string& day_text(std::chrono::sys_days day)
    {
        if (day != day_) {
            day_ = day;
            day_text_ = to_iso(LocalDate { day });
        }
        return day_text_;
    }

    void put_time(Instant wall)
    {
        const auto day = std::chrono::floor<std::chrono::days>(wall);
        buffer_ += day_text(day);
        const auto seconds = static_cast<int>((wall - Instant { day }).count());
        const auto two = [&](char mark, int value) {
            buffer_ += mark;
            buffer_ += static_cast<char>('0' + value / 10);
            buffer_ += static_cast<char>('0' + value % 10);
        };
        two('T', seconds / 3600);
        two(':', seconds / 60 % 60);
        two(':', seconds % 60);
    }

    std::FILE* file_;
    std::string buffer_;
    bool first_ = true;
    bool good_ = true;
    std::chrono::sys_days day_ = std::chrono::sys_days::min();
    std::string day_text_;
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

std::int64_t write_rows(
    Store& store, const Configuration& configuration, const VisitQuestion& question, CsvFile& out)
{
    SafeCodes services, desks;
    std::int64_t count = 0;
    VisitRows rows(configuration, question);
    rows.each(store, [&](const ExportedVisit& visit) {
        out.day(visit.row->day);
        out.time(visit.arrived);
        out.time(visit.called);
        out.time(visit.seen);
        out.time(visit.ended);
        out.cell(word(visit.row->state));
        out.cell(services.safe(visit.row->service));
        out.cell(desks.safe(visit.row->desk));
        out.seconds(visit.wait);
        out.seconds(visit.row->held);
        out.seconds(visit.walk);
        out.seconds(visit.served);
        out.seconds(visit.limit);
        out.cell(!visit.within ? "" : *visit.within ? "1" : "0");
        out.end_line();
        ++count;
    });
    return count;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

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
    static const std::vector<std::string> names { "day", "arrived", "called", "seen_at", "ended", "state",
        "service", "desk", "wait_seconds", "held_seconds", "walk_seconds", "service_seconds", "limit_seconds",
        "within" };
    return names;
}

std::int64_t write_visits_csv(Store& store, const Configuration& configuration, const VisitQuestion& question,
    const std::filesystem::path& file)
{
    const auto write = [&](std::FILE* to) {
        CsvFile out(to);
        for (const std::string& name : visit_columns())
            out.cell(name);
        out.end_line();
        const std::int64_t count = write_rows(store, configuration, question, out);
        return out.flush() ? count : -1;
    };
    if (file.empty()) {
        const std::int64_t count = write(stdout);
        if (count < 0)
            throw Failure(Failure::Kind::Unavailable, "the result could not be written to standard output");
        return count;
    }
    WholeFile whole(file);
    std::unique_ptr<std::FILE, CloseFile> opened(std::fopen(whole.path().c_str(), "wbe"));
    const std::int64_t count = opened ? write(opened.get()) : -1;
    if (count < 0 || std::fclose(opened.release()) != 0)
        unwritable(file);
    whole.keep();
    return count;
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
