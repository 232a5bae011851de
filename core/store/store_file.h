// The file in which a store lies: whether it is there, what the system has against it, and files that appear
// under their name only when they are complete.
#pragma once

#include <filesystem>

namespace nextplease {

// Throws Failure unless there is a regular file.
void require_file(const std::filesystem::path& path);
// Throws Failure if it cannot be made.
void make_folder_of(const std::filesystem::path& path);

// The errno value for which the system refuses the file or, where there is none yet, its folder; 0 if it does
// not. `wanted` as access(2) takes it.
int obstacle_at(const std::filesystem::path& path, int wanted);
// What such a value means for a store, to follow its path in a sentence; nullptr for one of no special
// meaning.
const char* remedy_for(int system_error);

// A file that is written under another name, and is removed again unless it was completed.
class UnfinishedFile {
public:
    // Throws Failure if `target` is there already.
    explicit UnfinishedFile(std::filesystem::path target);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    // Where to write.
    const std::filesystem::path& path() const { return path_; }
    // Syncs it to the disk and gives it its name, never in place of another file. Returns 0, or an errno
    // value.
    int complete();

private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

} // namespace nextplease
