// Files that are there whole or not at all, and readable to nobody whom they do not concern.
#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <csignal>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace nextplease;
using testing::TempFolder;

namespace {

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

unsigned mode_of(const std::filesystem::path& file)
{
    struct stat status { };
    REQUIRE(stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

std::ptrdiff_t files_in(const std::filesystem::path& folder)
{
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

// No file may grow past so many bytes, as on a full disk.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small { bytes, before_.rlim_max };
        handler_ = signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        signal(SIGXFSZ, handler_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit before_ {};
    void (*handler_)(int) = nullptr;
};

} // namespace

TEST_CASE("What does not fit on the disk leaves what was there before, and nothing beside it")
{
    const TempFolder folder;
    const auto file = folder / "report.html";
    write_whole(file, "before");
    {
        const SmallFiles full(2048);
        CHECK_THROWS_AS(write_whole(file, std::string(20'000, 'x')), Failure);
    }
    CHECK(text_of(file) == "before");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("Two files of which one does not fit are both not there")
{
    const TempFolder folder;
    {
        const SmallFiles full(2048);
        WholeFile one(folder / "a.json"), other(folder / "a.txt");
        one.write("short");
        CHECK_THROWS_AS(other.write(std::string(20'000, 'x')), Failure);
    }
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("What tells of people is its owner's alone, and a file that is replaced keeps its mode")
{
    const TempFolder folder;
    write_whole(folder / "letter.pdf", "x", Readers::Owner);
    CHECK(mode_of(folder / "letter.pdf") == 0600);
    const mode_t before = umask(022);
    write_whole(folder / "notice.html", "x");
    umask(before);
    CHECK(mode_of(folder / "notice.html") == 0644);
    REQUIRE(chmod((folder / "notice.html").c_str(), 0640) == 0);
    write_whole(folder / "notice.html", "y");
    CHECK(mode_of(folder / "notice.html") == 0640);
    CHECK(text_of(folder / "notice.html") == "y");
}

TEST_CASE("What somebody else put where the file is written is not followed")
{
    const TempFolder folder;
    write_whole(folder / "victim", "theirs");
    const WholeFile named(folder / "out.csv"); // only for the name that it writes under
    const auto part = named.path();
    std::filesystem::remove(part);
    std::filesystem::create_symlink(folder / "victim", part);
    write_whole(folder / "out.csv", "ours");
    CHECK(text_of(folder / "victim") == "theirs");
    CHECK(text_of(folder / "out.csv") == "ours");
}

TEST_CASE(
    "What a process left that was killed while it wrote the file is cleared by the next one that writes it")
{
    const TempFolder folder;
    const pid_t ended = fork();
    if (ended == 0)
        _exit(0);
    REQUIRE(waitpid(ended, nullptr, 0) == ended);
    const auto part = [&](const std::string& of, const std::string& process) {
        const std::filesystem::path file = folder.path() / (of + "." + process + ".part");
        std::ofstream(file) << "half";
        std::filesystem::last_write_time(
            file, std::filesystem::file_time_type::clock::now() - std::chrono::minutes { 5 });
        return file;
    };
    const auto abandoned = part("a.csv", std::to_string(ended));
    const auto living = part("a.csv", std::to_string(getppid()));
    const auto strange = part("a.csv", "draft");
    const auto other = part("b.csv", std::to_string(ended));
    write_whole(folder.path() / "a.csv", "whole");
    CHECK_FALSE(std::filesystem::exists(abandoned));
    CHECK(std::filesystem::exists(living));
    CHECK(std::filesystem::exists(strange));
    CHECK(std::filesystem::exists(other));
    // It may be of another machine, while it grows.
    std::ofstream(abandoned) << "half";
    write_whole(folder.path() / "a.csv", "whole");
    CHECK(std::filesystem::exists(abandoned));
}
