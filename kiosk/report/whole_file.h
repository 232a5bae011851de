// A file that is there whole or not at all: written beside its place and moved there at the end.
#pragma once

#include <filesystem>
#include <string>

namespace nextplease::report {

class WholeFile {
public:
    explicit WholeFile(std::filesystem::path file);
    // What was not kept is removed.
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    // Where to write. The file itself where that is no ordinary file, such as /dev/stdout.
    const std::filesystem::path& path() const { return written_; }

    // Moves it into its place, once it is on the disk. Throws Failure, as every writer of it should with
    // unwritable().
    void keep();

private:
    std::filesystem::path file_;
    std::filesystem::path written_;
    bool kept_ = false;
};

// Throws Failure: one sentence that names the file and what to do.
[[noreturn]] void unwritable(const std::filesystem::path& file);

void write_whole(const std::filesystem::path& file, const std::string& bytes);

} // namespace nextplease::report
