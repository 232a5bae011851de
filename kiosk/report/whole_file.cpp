#include "kiosk/report/whole_file.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace nextplease::report {

void unwritable(const std::filesystem::path& file)
{
    throw Failure(Failure::Kind::Unavailable,
        fmt::format("{} could not be written: see that the folder is there, that you may write it, and that "
                    "the disk is not full",
            file.string()));
}

WholeFile::WholeFile(std::filesystem::path file)
    : file_(std::move(file))
    , written_(file_)
{
    std::error_code ignored;
    const auto status = std::filesystem::status(file_, ignored);
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status))
        written_ += fmt::format(".{}.part", getpid());
}

WholeFile::~WholeFile()
{
    if (kept_ || written_ == file_)
        return;
    std::error_code ignored;
    std::filesystem::remove(written_, ignored);
}

void WholeFile::keep()
{
    if (written_ != file_) {
        const int opened = open(written_.c_str(), O_RDONLY | O_CLOEXEC);
        const bool on_disk = opened >= 0 && fsync(opened) == 0;
        if (opened >= 0)
            close(opened);
        std::error_code error;
        if (on_disk)
            std::filesystem::rename(written_, file_, error);
        if (!on_disk || error)
            unwritable(file_);
    }
    kept_ = true;
}

void write_whole(const std::filesystem::path& file, const std::string& bytes)
{
    WholeFile whole(file);
    std::ofstream out(whole.path(), std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (!out)
        unwritable(file);
    whole.keep();
}

} // namespace nextplease::report
