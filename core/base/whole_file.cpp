#include "core/base/whole_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace nextplease {
namespace {

constexpr mode_t kUsual = 0666;
constexpr mode_t kOwner = 0600;
constexpr mode_t kPermissions = 0777;

bool sync(const std::filesystem::path& path, int flags)
{
    const int opened = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    const bool on_disk = opened >= 0 && fsync(opened) == 0;
    if (opened >= 0)
        close(opened);
    return on_disk;
}

} // namespace

void unwritable(const std::filesystem::path& file)
{
    throw Failure(Failure::Kind::Unavailable,
        fmt::format("{} could not be written: see that the folder is there, that you may write it, and that "
                    "the disk is not full",
            file.string()));
}

WholeFile::WholeFile(std::filesystem::path file, Readers readers)
    : file_(std::move(file))
    , written_(file_)
{
    struct stat before { };
    const bool exists = stat(file_.c_str(), &before) == 0;
    if (exists && !S_ISREG(before.st_mode))
        return;
    written_ += fmt::format(".{}.part", getpid());
    make(readers == Readers::Owner ? kOwner : kUsual);
    if (exists && chmod(written_.c_str(), before.st_mode & kPermissions) != 0) {
        unlink(written_.c_str());
        unwritable(file_);
    }
}

// Never what somebody else has put there under that name.
void WholeFile::make(mode_t mode)
{
    constexpr int kAnew = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int opened = open(written_.c_str(), kAnew, mode);
    if (opened < 0 && errno == EEXIST && unlink(written_.c_str()) == 0) // of one that was killed
        opened = open(written_.c_str(), kAnew, mode);
    if (opened < 0)
        unwritable(file_);
    close(opened);
}

WholeFile::~WholeFile()
{
    if (kept_ || written_ == file_)
        return;
    std::error_code ignored;
    std::filesystem::remove(written_, ignored);
}

void WholeFile::write(const std::string& bytes)
{
    std::ofstream out(written_, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (!out)
        unwritable(file_);
}

void WholeFile::keep()
{
    if (written_ != file_) {
        std::error_code error;
        const bool on_disk = sync(written_, 0);
        if (on_disk)
            std::filesystem::rename(written_, file_, error);
        if (!on_disk || error)
            unwritable(file_);
        kept_ = true;
        if (!sync_name(file_))
            unwritable(file_);
    }
    kept_ = true;
}

void write_whole(const std::filesystem::path& file, const std::string& bytes, Readers readers)
{
    WholeFile whole(file, readers);
    whole.write(bytes);
    whole.keep();
}

bool sync_name(const std::filesystem::path& file)
{
    const std::filesystem::path folder = file.parent_path();
    return sync(folder.empty() ? "." : folder, O_DIRECTORY);
}

} // namespace nextplease
