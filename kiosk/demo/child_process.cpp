#include "kiosk/demo/child_process.h"

#include "core/base/error.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace nextplease {
namespace {

constexpr const char* kThisProgram = "/proc/self/exe";
constexpr std::chrono::milliseconds kPatience { 3000 }; // until it is ended by force

// In the child, between fork and exec: only what is safe there.
[[noreturn]] void become(char* const* arguments, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(1); // the parent died before the line above
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    execv(kThisProgram, arguments);
    _exit(127);
}

} // namespace

ChildProcess::ChildProcess(std::string name, const std::vector<std::string>& arguments)
    : name_(std::move(name))
{
    std::vector<std::string> words { "nextplease" };
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    pid_ = fork();
    if (pid_ == 0)
        become(pointers.data(), parent);
    if (pid_ < 0)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the {} cannot be started: {}; end other programs and try again", name_,
                std::strerror(errno)));
}

ChildProcess::~ChildProcess()
{
    if (!running())
        return;
    kill(pid_, SIGTERM);
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (running()) {
        if (std::chrono::steady_clock::now() >= until) {
            kill(pid_, SIGKILL);
            waitpid(pid_, &status_, 0);
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds { 20 });
    }
}

bool ChildProcess::running()
{
    if (!ended_)
        ended_ = waitpid(pid_, &status_, WNOHANG) == pid_;
    return !ended_;
}

} // namespace nextplease
