#include "kiosk/demo/x_tools.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace nextplease {
namespace {

[[noreturn]] void failed(const std::string& program, const std::string& why)
{
    throw Failure(Failure::Kind::Unavailable,
        fmt::format("{} {}: a scripted visit needs an X display and the packages xdotool and imagemagick",
            program, why));
}

// The reading end of a pipe that the program writes its standard output to.
class Pipe {
public:
    Pipe()
    {
        if (pipe2(ends_.data(), O_CLOEXEC) != 0)
            failed("pipe", std::strerror(errno));
    }
    ~Pipe()
    {
        close(ends_[0]);
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    int writing() const { return ends_[1]; }
    void close_writing()
    {
        if (ends_[1] >= 0)
            close(ends_[1]);
        ends_[1] = -1;
    }
    std::string read_all()
    {
        std::string text;
        std::array<char, 4096> part {};
        for (;;) {
            const ssize_t got = read(ends_[0], part.data(), part.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return text;
            text.append(part.data(), static_cast<std::size_t>(got));
        }
    }

private:
    std::array<int, 2> ends_ { -1, -1 };
};

// Exit status, or -1 if the program did not end by itself.
int run(const std::vector<std::string>& words, std::string& output)
{
    std::vector<std::string> copy = words;
    std::vector<char*> pointers;
    pointers.reserve(copy.size() + 1);
    for (std::string& word : copy)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    Pipe pipe;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe.writing(), STDOUT_FILENO);
    pid_t process = -1;
    const int error = posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        failed(words[0], std::string("cannot be started: ") + std::strerror(error));
    pipe.close_writing();
    output = pipe.read_all();
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

std::string run_tool(const std::vector<std::string>& words)
{
    std::string output;
    if (run(words, output) != 0)
        failed(words[0], "failed");
    return output;
}

std::string x_window_of(pid_t process)
{
    std::string output;
    if (run({ "xdotool", "search", "--onlyvisible", "--pid", std::to_string(process) }, output) != 0)
        return {};
    return output.substr(0, output.find('\n'));
}

void touch_screen(int x, int y)
{
    run_tool({ "xdotool", "mousemove", std::to_string(x), std::to_string(y), "sleep", "0.05", "mousedown",
        "1", "sleep", "0.09", "mouseup", "1" });
}

void press_key(const std::string& window, const std::string& key)
{
    run_tool({ "xdotool", "windowfocus", "--sync", window, "key", key });
}

void save_window(const std::string& window, const std::filesystem::path& file)
{
    run_tool({ "import", "-window", window, file.string() });
}

} // namespace nextplease
