#include "core/store/turns.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace nextplease {
namespace {

constexpr std::chrono::microseconds kShortestSleep { 150 };
constexpr std::chrono::microseconds kLongestSleep { 500 };

struct flock waiting_byte(short type)
{
    struct flock byte { };
    byte.l_type = type;
    byte.l_whence = SEEK_SET;
    byte.l_start = 1;
    byte.l_len = 1;
    return byte;
}

} // namespace

std::filesystem::path tick_file_of(const std::filesystem::path& store)
{
    return store.string() + ".tick";
}

TickFile::TickFile(std::filesystem::path path)
    : path_(std::move(path))
{
}

TickFile::~TickFile()
{
    close();
}

void TickFile::touch() noexcept
{
    struct stat found { };
    if (file_ >= 0 && (fstat(file_, &found) != 0 || found.st_nlink == 0))
        close(); // somebody removed it, and nobody would see what is written to it
    open();
    if (file_ >= 0 && pwrite(file_, "x", 1, 0) != 1)
        close();
}

// Locks of the open file, not of the process: two connections of one process are two.
void TickFile::set_waiting(bool waiting) noexcept
{
    open();
    struct flock byte = waiting_byte(waiting ? F_RDLCK : F_UNLCK);
    fcntl(file_, F_OFD_SETLK, &byte);
}

bool TickFile::somebody_waits() noexcept
{
    struct flock byte = waiting_byte(F_WRLCK);
    return file_ >= 0 && fcntl(file_, F_OFD_GETLK, &byte) == 0 && byte.l_type != F_UNLCK;
}

void TickFile::open() noexcept
{
    if (file_ < 0)
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
}

void TickFile::close() noexcept
{
    if (file_ >= 0)
        ::close(file_);
    file_ = -1;
}

Turns::Turns(TickFile& tick)
    : tick_(tick)
    , random_(std::random_device {}())
{
}

void Turns::before_writing()
{
    if (others_first_until_)
        std::this_thread::sleep_until(*others_first_until_);
    others_first_until_.reset();
}

bool Turns::go_on(int attempt)
{
    const auto now = Clock::now();
    if (attempt == 0) {
        deadline_ = now + kLockPatience;
        tick_.set_waiting(true);
        waiting_ = true;
    }
    if (now >= deadline_)
        return false;
    // After some 30 ms it is no ordinary commit that is waited for.
    const auto longest = attempt < 100 ? kLongestSleep : 4 * kLongestSleep;
    std::uniform_int_distribution<long> sleep(kShortestSleep.count(), longest.count());
    std::this_thread::sleep_for(std::chrono::microseconds { sleep(random_) });
    return true;
}

void Turns::stop_waiting() noexcept
{
    if (waiting_)
        tick_.set_waiting(false);
    waiting_ = false;
}

void Turns::after_writing() noexcept
{
    // Long enough for one of them to wake and take the store.
    if (tick_.somebody_waits())
        others_first_until_ = Clock::now() + kLongestSleep;
}

} // namespace nextplease
