// A file that is there whole or not at all: written beside its place and moved there at the end.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace nextplease {

// Who may read a file that was not there before. One that is replaced keeps its mode.
enum class Readers {
    Usual, // as the umask has it
    Owner, // nobody else's: it tells of people
};

class WholeFile {
public:
    // Makes an empty file beside it, so that what is written there is readable to nobody else on the way
    // either. Throws Failure where none can be made.
    explicit WholeFile(std::filesystem::path file, Readers readers = Readers::Usual);
    // What was not kept is removed.
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    // Where to write. The file itself where that is no ordinary file, such as /dev/stdout.
    const std::filesystem::path& path() const { return written_; }

    // All of it at once. Throws Failure.
    void write(const std::string& bytes);

    // Moves it into its place, once it is on the disk, and its name too. Throws Failure, as every writer of
    // it should with unwritable().
    void keep();

private:
    void make(mode_t mode);

    std::filesystem::path file_;
    std::filesystem::path written_;
    bool kept_ = false;
};

// Throws Failure: one sentence that names the file and what to do.
[[noreturn]] void unwritable(const std::filesystem::path& file);

void write_whole(
    const std::filesystem::path& file, const std::string& bytes, Readers readers = Readers::Usual);

// Puts the name of a file that was made or moved onto the disk. false if it cannot.
bool sync_name(const std::filesystem::path& file);

} // namespace nextplease
