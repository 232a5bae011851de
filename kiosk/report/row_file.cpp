#include "kiosk/report/row_file.h"

#include "core/base/error.h"
#include "core/base/local_time.h"
#include "core/base/whole_file.h"

#include <array>
#include <charconv>
#include <memory>

namespace nextplease::report {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

} // namespace

RowFile::RowFile(std::FILE* file)
    : file_(file)
{
    buffer_.reserve(kFull + 1024);
}

void RowFile::put_number(std::int64_t value)
{
    std::array<char, 24> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    buffer_.append(digits.data(), end.ptr);
}

void RowFile::put_time(Instant wall)
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

bool RowFile::flush()
{
    good_ = good_ && std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size();
    buffer_.clear();
    return good_ && std::fflush(file_) == 0;
}

const std::string& RowFile::day_text(std::chrono::sys_days day)
{
    if (day != day_) {
        day_ = day;
        day_text_ = to_iso(LocalDate { day });
    }
    return day_text_;
}

std::int64_t write_row_file(
    const std::filesystem::path& file, const std::function<std::int64_t(RowFile&)>& write)
{
    const auto write_to = [&](std::FILE* to) {
        RowFile rows(to);
        const std::int64_t count = write(rows);
        return rows.flush() ? count : -1;
    };
    if (file.empty()) {
        const std::int64_t count = write_to(stdout);
        if (count < 0)
            throw Failure(Failure::Kind::Unavailable, "the result could not be written to standard output");
        return count;
    }
    WholeFile whole(file);
    std::unique_ptr<std::FILE, CloseFile> opened(std::fopen(whole.path().c_str(), "wbe"));
    const std::int64_t count = opened ? write_to(opened.get()) : -1;
    if (count < 0 || std::fclose(opened.release()) != 0)
        unwritable(file);
    whole.keep();
    return count;
}

} // namespace nextplease::report
