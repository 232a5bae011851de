#include "core/store/store_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease {
namespace {

namespace fs = std::filesystem;

int sync_to_disk(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int error = fsync(file) == 0 ? 0 : errno;
    ::close(file);
    return error;
}

void refuse_existing(const fs::path& path)
{
    std::error_code ignored;
    if (fs::exists(path, ignored))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the file {} exists already and is not overwritten: name a new one", path.string()));
}

} // namespace

void require_file(const fs::path& path)
{
    std::error_code error;
    const fs::file_status found = fs::status(path, error);
    if (found.type() == fs::file_type::not_found)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("there is no store at {}: name the right file with --store", path.string()));
    if (found.type() == fs::file_type::none)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the store {} cannot be reached ({}): "
                        "see that this user may enter its folder, or name another store with --store",
                path.string(), error.message()));
    if (!fs::is_regular_file(found))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("{} is not a file and so no store: name the right file with --store", path.string()));
}

void make_folder_of(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the folder {} for the store cannot be made ({}): "
                        "make it for this user, or name another store with --store",
                path.parent_path().string(), error.message()));
}

int obstacle_at(const fs::path& path, int wanted)
{
    std::error_code ignored;
    const fs::path place = fs::exists(path, ignored) ? path : path.parent_path();
    if (access(place.c_str(), wanted) != 0)
        return errno;
    // A store has other files beside it while it is in use.
    return access(path.parent_path().c_str(), wanted) == 0 ? 0 : errno;
}

const char* remedy_for(int system_error)
{
    switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "has no more room on its disk, and what was being done was not stored: "
               "free some space, then try again";
    case EROFS:
        return "lies on a disk that can only be read: "
               "make the disk writable, or name another store with --store";
    case EACCES:
    case EPERM:
        return "is closed to this user: "
               "give read and write permission on the file and on its folder, or name another store "
               "with --store";
    default:
        return nullptr;
    }
}

UnfinishedFile::UnfinishedFile(fs::path target)
    : target_(std::move(target))
    , path_(target_.string() + ".unfinished")
{
    refuse_existing(target_);
    std::error_code ignored;
    fs::remove(path_, ignored); // left by a power cut
}

UnfinishedFile::~UnfinishedFile()
{
    std::error_code ignored;
    fs::remove(path_, ignored);
}

int UnfinishedFile::complete()
{
    if (const int error = sync_to_disk(path_))
        return error;
    int renamed = renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE);
    if (renamed != 0 && errno == EINVAL) { // a file system that cannot promise it, such as an old stick's
        refuse_existing(target_);
        renamed = rename(path_.c_str(), target_.c_str());
    }
    if (renamed != 0)
        return errno;
    sync_to_disk(target_.parent_path());
    return 0;
}

} // namespace nextplease
