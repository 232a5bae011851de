#include "kiosk/report/sheets.h"

#include "core/base/percent.h"

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease::report {
namespace {

constexpr std::size_t kLongestName = 31; // letters that Excel takes

std::size_t letters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Cut between words where one ends in time, never within a letter of several bytes.
std::string cut(std::string text, std::size_t longest)
{
    if (letters(text) <= longest)
        return text;
    while (letters(text) > longest) {
        do {
            text.pop_back();
        } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U)
            text.pop_back();
    }
    if (const std::size_t blank = text.rfind(' '); blank != std::string::npos && blank > text.size() / 2)
        text.erase(blank);
    return text;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::string folder_of(const std::filesystem::path& file)
{
    const std::filesystem::path folder = file.parent_path();
    return folder.empty() ? "." : folder.string();
}

// Day 0 is 30 December 1899, of which Excel's wrong leap year 1900 is the reason.
double excel_days(LocalDate date)
{
    constexpr std::chrono::sys_days kFirst { std::chrono::year { 1899 } / 12 / 30 };
    return static_cast<double>((std::chrono::sys_days { date } - kFirst).count());
}

// The library says on standard error what it also returns; one sentence is enough.
class QuietErrors {
public:
    QuietErrors()
        : kept_(dup(STDERR_FILENO))
    {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (kept_ >= 0 && nowhere >= 0)
            dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0)
            close(nowhere);
    }
    ~QuietErrors()
    {
        if (kept_ >= 0) {
            dup2(kept_, STDERR_FILENO);
            close(kept_);
        }
    }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    int kept_;
};

} // namespace

Workbook::Workbook(const std::filesystem::path& file, Memory memory)
    : file_(file)
    , whole_(file)
    , written_(whole_.path().string())
    , folder_(folder_of(whole_.path()))
{
    // Its own temporary files lie beside the result: where there is room for the one there is for the other.
    lxw_workbook_options options { static_cast<std::uint8_t>(memory == Memory::Flat ? 1 : 0), folder_.data(),
        0 };
    book_ = workbook_new_opt(written_.c_str(), &options);
    if (!book_)
        unwritable(file);
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_bottom(head_, LXW_BORDER_MEDIUM);
    format_set_bg_color(head_, 0xDDEBEC);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    title_ = workbook_add_format(book_);
    format_set_bold(title_);
    format_set_font_size(title_, 16);
    wrapped_ = workbook_add_format(book_);
    format_set_text_wrap(wrapped_);
    format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    day_ = format("yyyy-mm-dd", false);
    time_ = format("yyyy-mm-dd hh:mm:ss", false);
    for (const bool bold : { false, true }) {
        const auto at = static_cast<std::size_t>(bold);
        numbers_[at] = format("#,##0", bold);
        durations_[at] = format("[h]:mm:ss", bold);
        figures_[at] = format("0.0", bold);
        fine_figures_[at] = format("0.000", bold);
    }
}

lxw_format* Workbook::shares(bool bold, double share)
{
    const std::string text = percent_text(share);
    const std::size_t decimals = text.size() - text.find('.') - 1;
    const auto [known, is_new] = shares_.try_emplace({ bold, decimals });
    if (is_new)
        known->second = format(("0." + std::string(decimals, '0') + "%").c_str(), bold);
    return known->second;
}

Workbook::~Workbook()
{
    // Closing is the only way to free it; what it writes then is removed with the file that was not kept.
    if (book_) {
        const QuietErrors quiet;
        workbook_close(book_);
    }
}

lxw_format* Workbook::format(const char* number, bool bold)
{
    lxw_format* made = workbook_add_format(book_);
    format_set_num_format(made, number);
    if (bold)
        format_set_bold(made);
    return made;
}

void Workbook::describe(const std::string& title, const std::string& company, const std::string& comments,
    const std::string& made)
{
    std::string copies[] { title, company, comments };
    lxw_doc_properties properties {};
    properties.title = copies[0].data();
    properties.company = copies[1].data();
    properties.author = copies[1].data();
    properties.comments = copies[2].data();
    std::tm time {};
    if (strptime(made.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time))
        properties.created = timegm(&time);
    workbook_set_properties(book_, &properties);
}

lxw_worksheet* Workbook::add_sheet(const std::string& name, bool right_to_left)
{
    std::string plain = name;
    std::replace_if(
        plain.begin(), plain.end(),
        [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, ' ');
    last_name_ = cut(plain, kLongestName);
    last_name_.erase(last_name_.find_last_not_of(' ') + 1);
    for (int number = 2; !names_.insert(lowered(last_name_)).second; ++number)
        last_name_ = cut(plain, kLongestName - 4) + fmt::format(" {}", number);
    lxw_worksheet* sheet = workbook_add_worksheet(book_, last_name_.c_str());
    if (right_to_left)
        worksheet_right_to_left(sheet);
    return sheet;
}

void Workbook::write_date(
    lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, LocalDate date, Seconds since_midnight)
{
    if (since_midnight.count() != 0)
        return write_time(sheet, row, column, date, since_midnight);
    worksheet_write_number(sheet, row, column, excel_days(date), day_);
}

void Workbook::write_time(
    lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, LocalDate date, Seconds since_midnight)
{
    const double part = static_cast<double>(since_midnight.count()) / 86400;
    worksheet_write_number(sheet, row, column, excel_days(date) + part, time_);
}

void Workbook::finish()
{
    lxw_workbook* const closing = book_;
    book_ = nullptr;
    const QuietErrors quiet;
    if (workbook_close(closing) != LXW_NO_ERROR)
        unwritable(file_);
    whole_.keep();
}

} // namespace nextplease::report
