// Rows of text going into a file as they are made: a buffer that is written when it is full.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace nextplease::report {

class RowFile {
public:
    // The file must outlive it.
    explicit RowFile(std::FILE* file);

    RowFile& operator+=(std::string_view text)
    {
        buffer_ += text;
        return *this;
    }
    RowFile& operator+=(char letter)
    {
        buffer_ += letter;
        return *this;
    }
    void put_number(std::int64_t value);
    // "2026-10-13"
    void put_day(std::chrono::sys_days day) { buffer_ += day_text(day); }
    // "2026-10-13T10:24:05", of a time on the wall as if it were UTC.
    void put_time(Instant wall);

    // Where a row ends that no line ends with.
    void end_row()
    {
        if (buffer_.size() >= kFull)
            flush();
    }
    void end_line()
    {
        buffer_ += '\n';
        end_row();
    }
    // Whether everything came into the file.
    bool flush();

private:
    static constexpr std::size_t kFull = 1 << 18;

    const std::string& day_text(std::chrono::sys_days day);

    std::FILE* file_;
    std::string buffer_;
    bool good_ = true;
    std::chrono::sys_days day_ = std::chrono::sys_days::min();
    std::string day_text_;
};

// The file is there whole or not at all; an empty name is standard output. `write` returns how many rows it
// wrote, and so does this. Throws Failure if it cannot be written.
std::int64_t write_row_file(
    const std::filesystem::path& file, const std::function<std::int64_t(RowFile&)>& write);

} // namespace nextplease::report
