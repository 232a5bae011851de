#include "core/base/whole_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
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

// What processes left that were killed while they wrote the same file. One that was touched a moment ago may
// be of another machine, where a folder is shared.
void clear_abandoned(const std::filesystem::path& file)
{
    constexpr std::chrono::minutes kOld { 1 };
    const std::string before = file.filename().string() + ".", after = ".part";
    const auto now = std::filesystem::file_time_type::clock::now();
    std::error_code error;
    const std::filesystem::path folder = file.parent_path();
    for (std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error), end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.size() <= before.size() + after.size() || !name.starts_with(before)
            || !name.ends_with(after))
            continue;
        pid_t process = 0;
        const char* last = name.data() + name.size() - after.size();
        const auto [at, wrong] = std::from_chars(name.data() + before.size(), last, process);
        std::error_code unknown;
        const bool ours = wrong == std::errc {} && at == last && process > 0;
        const bool ended = ours && kill(process, 0) != 0 && errno == ESRCH;
        if (ended && now - entry->last_write_time(unknown) > kOld && !unknown)
            std::filesystem::remove(entry->path(), unknown);
    }
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
    clear_abandoned(file_);
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
