#include "kiosk/sound/pipe_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char** environ; // NOLINT: POSIX

namespace nextplease::sound {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMost = std::size_t { 64 } << 20;

// One end of a pipe.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    int number() const { return number_; }
    void close()
    {
        if (number_ >= 0)
            ::close(number_);
        number_ = -1;
    }

private:
    int number_ = -1;
};

struct Pipe {
    Descriptor out, in; // what is written to `in` comes out of `out`
    Pipe()
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) == 0) {
            out = Descriptor(ends[0]);
            in = Descriptor(ends[1]);
        }
    }
    bool good() const { return out.number() >= 0; }
};

// Its own signals as usual, standard error nowhere. 0: it could not be started.
pid_t start(const std::vector<std::string>& command, const Pipe& input, const Pipe& output)
{
    std::vector<std::string> words = command;
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input.out.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output.in.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t child = 0;
    const int error = posix_spawnp(&child, pointers[0], &files, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error == 0 ? child : 0;
}

// A child that ended before it read everything must not end us.
void write_all(int descriptor, const std::string& bytes)
{
    sigset_t broken, before;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        done += static_cast<std::size_t>(written);
    }
    const timespec at_once {};
    while (done < bytes.size() && sigtimedwait(&broken, nullptr, &at_once) > 0) { }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

// False: it took too long, wrote too much, or nobody wants it any more.
bool read_all(
    int descriptor, std::string& bytes, Clock::time_point until, const std::function<bool()>& given_up)
{
    std::array<char, 65'536> some {};
    while (true) {
        if (given_up() || Clock::now() >= until || bytes.size() > kMost)
            return false;
        pollfd ready { descriptor, POLLIN, 0 };
        if (poll(&ready, 1, 10) <= 0)
            continue;
        const ssize_t count = ::read(descriptor, some.data(), some.size());
        if (count < 0 && errno != EINTR)
            return false;
        if (count == 0)
            return true;
        if (count > 0)
            bytes.append(some.data(), static_cast<std::size_t>(count));
    }
}

} // namespace

std::optional<std::string> piped(const std::vector<std::string>& command, const std::string& input,
    std::chrono::milliseconds at_most, const std::function<bool()>& given_up)
{
    Pipe in, out;
    if (!in.good() || !out.good())
        return std::nullopt;
    const pid_t child = start(command, in, out);
    if (child == 0)
        return std::nullopt;
    in.out.close();
    out.in.close();
    write_all(in.in.number(), input);
    in.in.close();
    std::string bytes;
    const bool whole = read_all(out.out.number(), bytes, Clock::now() + at_most, given_up);
    if (!whole)
        kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (!whole || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    return bytes;
}

} // namespace nextplease::sound
