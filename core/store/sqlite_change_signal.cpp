#include "core/store/sqlite_change_signal.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nextplease {
namespace {

// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0)
            close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

class TickSignal : public ChangeSignal {
public:
    explicit TickSignal(std::filesystem::path tick_file)
        : tick_file_(std::move(tick_file))
        , inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
        , interruption_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
        if (interruption_.number() < 0)
            throw Failure(Failure::Kind::Unavailable,
                fmt::format("this process has too many files open ({}): close some programs, then try again",
                    std::strerror(errno)));
        watch();
    }

    void wait(std::chrono::milliseconds timeout) override
    {
        std::array<pollfd, 2> waited_for { pollfd { interruption_.number(), POLLIN, 0 },
            pollfd { inotify_.number(), POLLIN, 0 } }; // poll passes over a negative descriptor
        const int ready = poll(waited_for.data(), waited_for.size(), static_cast<int>(timeout.count()));
        std::uint64_t times = 0;
        // Nothing to read means that it was not interrupted.
        [[maybe_unused]] const auto count = read(interruption_.number(), &times, sizeof times);
        if (ready <= 0 || read_news() == News::FileGone)
            watch();
    }

    void interrupt() override
    {
        const std::uint64_t once = 1;
        [[maybe_unused]] const auto count = ::write(interruption_.number(), &once, sizeof once);
    }

private:
    enum class News { Ticks, FileGone };

    // Watches the file that now has the name: after a removal it is made anew. Harmless if it is watched
    // already.
    void watch()
    {
        if (inotify_.number() < 0)
            return;
        const Descriptor made(::open(tick_file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
        inotify_add_watch(
            inotify_.number(), tick_file_.c_str(), IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF);
    }

    News read_news()
    {
        alignas(inotify_event) std::array<char, 4096> buffer {};
        News news = News::Ticks;
        for (;;) {
            const auto size = read(inotify_.number(), buffer.data(), buffer.size());
            if (size <= 0)
                return news;
            for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
                inotify_event event {};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                if (event.mask != IN_MODIFY)
                    news = News::FileGone;
                at += sizeof event + event.len;
            }
        }
    }

    std::filesystem::path tick_file_;
    Descriptor inotify_;
    Descriptor interruption_;
};

} // namespace

std::unique_ptr<ChangeSignal> watch_tick_file(const std::filesystem::path& tick_file)
{
    return std::make_unique<TickSignal>(tick_file);
}

} // namespace nextplease
