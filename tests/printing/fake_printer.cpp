#include "tests/printing/fake_printer.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace nextplease::testing {

FakePrinter::FakePrinter(const Behaviour& behaviour)
    : behaviour_(behaviour)
{
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // Buffers as small as a printer's, so that what it does not read stays with the sender.
    const int small = 4096;
    setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (listener_ < 0 || bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0
        || listen(listener_, 4) != 0
        || getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no port for a fake printer");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

FakePrinter::~FakePrinter()
{
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
}

void FakePrinter::behave(const Behaviour& behaviour)
{
    const std::lock_guard lock(mutex_);
    behaviour_ = behaviour;
}

Behaviour FakePrinter::behaviour() const
{
    const std::lock_guard lock(mutex_);
    return behaviour_;
}

std::string FakePrinter::received() const
{
    const std::lock_guard lock(mutex_);
    return received_;
}

void FakePrinter::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        pollfd polled { listener_, POLLIN, 0 };
        if (::poll(&polled, 1, 10) <= 0)
            continue;
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        serve(connection, stop);
        ::close(connection);
    }
}

void FakePrinter::serve(int connection, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const Behaviour now = behaviour();
        const std::size_t so_far = received().size();
        pollfd polled { connection, static_cast<short>(so_far < now.stop_reading_after ? POLLIN : 0), 0 };
        const int ready = ::poll(&polled, 1, 10);
        if (ready > 0 && (polled.revents & (POLLHUP | POLLERR)) != 0 && (polled.revents & POLLIN) == 0)
            return;
        if (ready <= 0 || so_far >= now.stop_reading_after)
            continue;
        char bytes[512];
        const ssize_t got = ::read(connection, bytes, sizeof bytes);
        if (got <= 0)
            return;
        for (ssize_t i = 0; i < got; ++i)
            if (!take(connection, static_cast<std::uint8_t>(bytes[i])))
                return;
    }
}

// False if it pulls the plug.
bool FakePrinter::take(int connection, std::uint8_t byte)
{
    const Behaviour now = behaviour();
    std::size_t so_far = 0;
    {
        const std::lock_guard lock(mutex_);
        received_ += static_cast<char>(byte);
        so_far = received_.size();
    }
    if (now.chatters || now.echoes) {
        std::string said(1, static_cast<char>(byte));
        for (int i = 0; now.chatters && i < 256; ++i)
            said += static_cast<char>(i);
        ::send(connection, said.data(), said.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    // Questions are answered when they come, also from among the dots of a picture.
    const bool out = so_far >= now.paper_out_after;
    latest_ = (latest_ + static_cast<char>(byte)).substr(latest_.size() < 3 ? 0 : 1);
    const auto which = static_cast<std::size_t>(byte) - 1;
    if (now.answers && latest_.starts_with("\x10\x04") && which < 4) {
        const std::uint8_t answers[] { now.printer, now.offline_cause, now.error_cause, now.paper };
        answer(connection, out && which == 3 ? 0x72 : answers[which]);
    }
    if (dots_ > 0) {
        --dots_;
        return so_far < now.close_after;
    }
    command_ += static_cast<char>(byte);
    if (command_ == "\x1Dr\x01") {
        if (now.answers && now.tells_done && !out)
            answer(connection, (now.paper & 0x60) != 0 ? 0x0C : 0x00);
    } else if (command_.size() == 8 && command_.starts_with("\x1Dv")) {
        const auto at = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<std::uint8_t>(command_[i]));
        };
        dots_ = (at(4) + 256 * at(5)) * (at(6) + 256 * at(7));
    }
    const auto length = [&]() -> std::size_t {
        if (command_[0] == '\0')
            return 1;
        if (command_.size() < 2)
            return 9;
        const std::string two = command_.substr(0, 2);
        return two == "\x1B@" ? 2 : two == "\x1DV" || two == "\x1DP" ? 4 : two == "\x1Dv" ? 8 : 3;
    };
    if (command_.size() >= length())
        command_.clear();
    return so_far < now.close_after;
}

void FakePrinter::answer(int connection, std::uint8_t byte)
{
    const std::string said = behaviour().before_answer + static_cast<char>(byte);
    ::send(connection, said.data(), said.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace nextplease::testing
