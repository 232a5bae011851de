// A ticket printer on a TCP port of this machine, with a thread of its own, that behaves as badly as it is
// told: it stalls, refuses, lies and vanishes. It reads what it gets as a printer does: bytes of a picture
// are dots, whatever they look like.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace nextplease::testing {

struct Behaviour {
    bool answers = true; // DLE EOT
    bool tells_done = true; // GS r 1
    std::uint8_t printer = 0x12, offline_cause = 0x12, error_cause = 0x12, paper = 0x12;
    std::string before_answer {}; // sent in front of every answer
    std::size_t stop_reading_after = SIZE_MAX; // bytes of slips
    std::size_t close_after = SIZE_MAX;
    std::size_t paper_out_after = SIZE_MAX; // answers so from then on, and does not tell that it is done
    bool chatters = false; // sends a byte of each value whenever it is sent anything
    bool echoes = false;
};

class FakePrinter {
public:
    explicit FakePrinter(const Behaviour& behaviour = {});
    ~FakePrinter();
    FakePrinter(const FakePrinter&) = delete;
    FakePrinter& operator=(const FakePrinter&) = delete;

    void behave(const Behaviour& behaviour);
    std::string port() const { return std::to_string(port_); }
    std::string received() const; // all, questions included

private:
    void run(const std::stop_token& stop);
    void serve(int connection, const std::stop_token& stop);
    bool take(int connection, std::uint8_t byte);
    void answer(int connection, std::uint8_t byte);
    Behaviour behaviour() const;

    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    Behaviour behaviour_;
    std::string received_;
    std::string command_; // what has come of a command
    std::string latest_; // three bytes
    std::size_t dots_ = 0; // bytes of a picture that are still to come
    std::jthread thread_;
};

} // namespace nextplease::testing
