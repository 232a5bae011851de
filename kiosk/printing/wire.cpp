#include "kiosk/printing/wire.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace nextplease::printing {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostReceived = 4096;

// When a wait ends.
class Deadline {
public:
    explicit Deadline(Milliseconds within)
        : at_(SteadyClock::now() + within)
    {
    }
    Milliseconds left() const
    {
        const auto left = std::chrono::ceil<Milliseconds>(at_ - SteadyClock::now());
        return std::max(left, Milliseconds { 0 });
    }

private:
    SteadyClock::time_point at_;
};

class DescriptorWire : public Wire {
public:
    DescriptorWire(const Interrupt& interrupt, Talk talk)
        : interrupt_(interrupt)
        , talk_(talk)
    {
    }
    ~DescriptorWire() override { shut(); }
    DescriptorWire(const DescriptorWire&) = delete;
    DescriptorWire& operator=(const DescriptorWire&) = delete;

    void close() override { shut(); }
    Talk talk() const override { return talk_; }

    Sent send(std::string_view bytes, Milliseconds patience, Milliseconds within) override
    {
        const Deadline end(within);
        Sent sent;
        while (sent.bytes < bytes.size()) {
            const ssize_t taken = write_some(bytes.substr(sent.bytes));
            if (taken > 0) {
                sent.bytes += static_cast<std::size_t>(taken);
                continue;
            }
            if (taken < 0 && errno == EINTR)
                continue;
            if (taken < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
                sent.end = errno == ENOSPC ? Sent::End::Stalled : Sent::End::Gone;
                give_up();
                return sent;
            }
            const Waited waited = wait(POLLOUT, std::min(patience, end.left()));
            if (waited != Waited::Ready) {
                sent.end = waited == Waited::Gone ? Sent::End::Gone : Sent::End::Stalled;
                give_up();
                return sent;
            }
        }
        sent.end = delivered(patience, end);
        if (sent.end != Sent::End::All)
            give_up();
        return sent;
    }

    std::string receive(Milliseconds within, Milliseconds quiet) override
    {
        std::string received;
        if (talk_ == Talk::OneWay)
            return received;
        const Deadline end(within + quiet);
        while (received.size() < kMostReceived) {
            const Milliseconds patience = received.empty() ? within : quiet;
            if (wait(POLLIN, std::min(patience, end.left())) != Waited::Ready)
                break;
            std::array<char, 256> some {};
            const ssize_t got = ::read(descriptor_, some.data(), some.size());
            if (got > 0)
                received.append(some.data(), static_cast<std::size_t>(got));
            else if (got == 0 || (errno != EINTR && errno != EAGAIN))
                break;
        }
        return received;
    }

protected:
    enum class Waited { Ready, TooLong, Gone };
    Waited wait(short events, Milliseconds patience) const
    {
        const Deadline end(patience);
        while (true) {
            std::array<pollfd, 2> polled { pollfd { descriptor_, events, 0 },
                pollfd { interrupt_.descriptor(), POLLIN, 0 } };
            const int count = ::poll(polled.data(), polled.size(), static_cast<int>(end.left().count()));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0 || polled[1].revents != 0)
                return Waited::TooLong;
            if ((polled[0].revents & events) != 0)
                return Waited::Ready;
            return Waited::Gone;
        }
    }

    void hold(int descriptor)
    {
        shut();
        descriptor_ = descriptor;
    }
    int descriptor() const { return descriptor_; }
    bool interrupted() const { return interrupt_.asked(); }
    void shut()
    {
        if (descriptor_ >= 0)
            ::close(std::exchange(descriptor_, -1));
    }

    virtual ssize_t write_some(std::string_view bytes)
    {
        return ::write(descriptor_, bytes.data(), bytes.size());
    }
    // Waits until the other side has what was written.
    virtual Sent::End delivered(Milliseconds /*patience*/, const Deadline& /*end*/) { return Sent::End::All; }
    // What was written and not delivered yet is not to be delivered later.
    virtual void give_up() { }

private:
    const Interrupt& interrupt_;
    Talk talk_;
    int descriptor_ = -1;
};

// /dev/usb/lp0, or anything else that a program can open and write.
class DeviceWire : public DescriptorWire {
public:
    DeviceWire(std::string path, const Interrupt& interrupt)
        : DescriptorWire(interrupt, Talk::Both)
        , path_(std::move(path))
    {
    }
    bool open(Milliseconds) override
    {
        // No O_CREAT: a device that is unplugged must not become a file.
        hold(::open(path_.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
        return descriptor() >= 0;
    }

private:
    std::string path_;
};

class FileWire : public DescriptorWire {
public:
    FileWire(std::string path, const Interrupt& interrupt)
        : DescriptorWire(interrupt, Talk::OneWay)
        , path_(std::move(path))
    {
    }
    bool open(Milliseconds) override
    {
        constexpr mode_t kMode = 0640;
        hold(::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, kMode));
        return descriptor() >= 0;
    }

private:
    std::string path_;
};

class TcpWire : public DescriptorWire {
public:
    TcpWire(std::string host, std::string port, const Interrupt& interrupt)
        : DescriptorWire(interrupt, Talk::Both)
        , host_(std::move(host))
        , port_(std::move(port))
    {
    }

    // The resolver has deadlines of its own; an address needs none.
    bool open(Milliseconds within) override
    {
        const Deadline end(within);
        addrinfo hints {};
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = AI_NUMERICSERV;
        addrinfo* found = nullptr;
        if (getaddrinfo(host_.c_str(), port_.c_str(), &hints, &found) != 0)
            return false;
        bool connected = false;
        for (const addrinfo* at = found; at && !connected; at = at->ai_next)
            connected = connect_to(*at, end);
        freeaddrinfo(found);
        if (!connected)
            shut();
        return connected;
    }

protected:
    ssize_t write_some(std::string_view bytes) override
    {
        return ::send(descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    Sent::End delivered(Milliseconds patience, const Deadline& end) override
    {
        constexpr Milliseconds kLook { 10 };
        int before = unsent();
        for (Deadline progress(patience); before > 0;) {
            if (wait(POLLRDHUP, std::min(kLook, end.left())) != Waited::TooLong)
                return Sent::End::Gone;
            const int now = unsent();
            if (now < before)
                progress = Deadline(patience);
            before = now;
            if (now > 0 && (progress.left().count() == 0 || end.left().count() == 0 || interrupted()))
                return Sent::End::Stalled;
        }
        return Sent::End::All;
    }

    void give_up() override
    {
        const linger at_once { 1, 0 };
        setsockopt(descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }

private:
    int unsent() const
    {
        int bytes = 0;
        return ioctl(descriptor(), SIOCOUTQ, &bytes) == 0 ? bytes : 0;
    }
    bool connect_to(const addrinfo& address, const Deadline& end)
    {
        hold(::socket(
            address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
        if (descriptor() < 0)
            return false;
        const int at_once = 1;
        setsockopt(descriptor(), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        if (::connect(descriptor(), address.ai_addr, address.ai_addrlen) == 0)
            return true;
        if (errno != EINPROGRESS || wait(POLLOUT, end.left()) != Waited::Ready)
            return false;
        int error = 0;
        socklen_t size = sizeof error;
        return getsockopt(descriptor(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }

    std::string host_, port_;
};

} // namespace

Interrupt::Interrupt()
    : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (descriptor_ < 0)
        throw Failure(Failure::Kind::Unavailable,
            "The printer cannot be used because this process may open no more files: raise its limit.");
}

Interrupt::~Interrupt()
{
    ::close(descriptor_);
}

void Interrupt::ask() const
{
    eventfd_write(descriptor_, 1);
}

bool Interrupt::asked() const
{
    pollfd polled { descriptor_, POLLIN, 0 };
    return ::poll(&polled, 1, 0) > 0;
}

std::unique_ptr<Wire> make_wire(const PrinterAddress& address, const Interrupt& interrupt)
{
    switch (address.link) {
    case PrinterAddress::Link::Usb:
        return std::make_unique<DeviceWire>(address.target, interrupt);
    case PrinterAddress::Link::Tcp:
        return std::make_unique<TcpWire>(address.target, address.port, interrupt);
    case PrinterAddress::Link::File:
    case PrinterAddress::Link::Cups:
        break;
    }
    return std::make_unique<FileWire>(address.target, interrupt);
}

} // namespace nextplease::printing
