// A slip on its way to a printer that stalls, refuses, lies and vanishes; and to devices and files. Real
// sockets, threads and clocks: that is what is tested.
#include "kiosk/printing/escpos.h"
#include "kiosk/printing/sink.h"
#include "tests/printing/escpos_reader.h"
#include "tests/printing/fake_printer.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <sstream>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace nextplease;
using namespace nextplease::printing;
using testing::Behaviour;
using testing::FakePrinter;
using End = Sink::Result::End;
using namespace std::chrono_literals;

namespace {

constexpr Patience kShort {
    .open = 500ms, .answer = 150ms, .quiet = 10ms, .progress = 200ms, .slip = 2000ms, .done = 600ms
};

// Large enough not to fit into anybody's buffers.
Raster slip(int height = 4000)
{
    std::mt19937 chance(3);
    Raster raster(576, height);
    for (auto& byte : raster.rows)
        byte = static_cast<std::uint8_t>(chance());
    return escpos::harmless(raster);
}

struct Line {
    explicit Line(const Behaviour& behaviour = {}, const Patience& patience = kShort)
        : printer(behaviour)
        , sink(make_sink({ PrinterAddress::Link::Tcp, "127.0.0.1", printer.port() }, interrupt, patience))
    {
    }
    FakePrinter printer;
    Interrupt interrupt;
    std::unique_ptr<Sink> sink;
};

struct Timer {
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    Milliseconds passed() const
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - begin);
    }
};

std::string content(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("A printer that is well prints, and what it got are the slip's dots")
{
    Line line;
    const Raster sent = slip(500);
    const Sink::Result result = line.sink->print(sent);
    CHECK(result.end == End::Printed);
    CHECK(result.state == DeviceState::Ready);
    testing::EscposReader reader(576);
    const testing::ReadPaper paper = reader.read(line.printer.received());
    CHECK(paper.complaints.empty());
    REQUIRE(paper.slips.size() == 1);
    CHECK(paper.slips[0].raster == sent);
    CHECK(paper.slips[0].cut);
}

TEST_CASE("What the printer says of itself is told")
{
    Line line;
    const auto told = [&](const Behaviour& behaviour) {
        line.printer.behave(behaviour);
        return line.sink->status();
    };
    CHECK(told({}) == DeviceState::Ready);
    CHECK(told({ .paper = 0x1E }) == DeviceState::PaperNearEnd);
    CHECK(told({ .printer = 0x1A, .paper = 0x72 }) == DeviceState::PaperOut);
    CHECK(told({ .printer = 0x1A, .offline_cause = 0x16 }) == DeviceState::CoverOpen);
    CHECK(told({ .printer = 0x1A }) == DeviceState::Offline);
    CHECK(told({ .printer = 0x1A, .offline_cause = 0x52, .error_cause = 0x1A }) == DeviceState::Fault);
}

TEST_CASE("Nothing is sent to a printer without paper, with its cover open or off line")
{
    for (const Behaviour& behaviour : { Behaviour { .printer = 0x1A, .paper = 0x72 },
             Behaviour { .printer = 0x1A, .offline_cause = 0x16 }, Behaviour { .printer = 0x1A } }) {
        Line line(behaviour);
        const Sink::Result result = line.sink->print(slip());
        CHECK(result.end == End::NotBegun);
        CHECK_FALSE(can_print(result.state));
        CHECK(line.printer.received().size() < 30); // questions
    }
}

TEST_CASE("A printer that refuses the connection is off, at once")
{
    std::string port;
    {
        const FakePrinter gone;
        port = gone.port();
    }
    const Interrupt interrupt;
    const auto sink = make_sink({ PrinterAddress::Link::Tcp, "127.0.0.1", port }, interrupt, kShort);
    const Timer timer;
    CHECK(sink->status() == DeviceState::Offline);
    const Sink::Result result = sink->print(slip());
    CHECK(result.end == End::NotBegun);
    CHECK(result.state == DeviceState::Offline);
    CHECK(timer.passed() < 400ms);
}

TEST_CASE("A printer that stops reading in the middle is stalled, after its patience and no later")
{
    Line line({ .stop_reading_after = 20000 });
    const Timer timer;
    const Sink::Result result = line.sink->print(slip(12000));
    CHECK(result.end == End::Torn);
    CHECK(result.state == DeviceState::Stalled);
    CHECK(timer.passed() < 1500ms);
}

TEST_CASE("What a stalled printer did not take is not sent to it later, and the next slip is whole")
{
    Line line({ .stop_reading_after = 20000 });
    const Raster whole = slip(300);
    CHECK(line.sink->print(slip(12000)).end == End::Torn);
    line.printer.behave({});
    for (int i = 0; i < 10 && line.sink->status() != DeviceState::Ready; ++i)
        continue;
    CHECK(line.sink->print(whole).end == End::Printed);
    testing::EscposReader reader(576);
    const testing::ReadPaper paper = reader.read(line.printer.received());
    REQUIRE(!paper.slips.empty());
    CHECK(paper.slips.back().raster == whole);
    int rows = 0;
    for (const testing::ReadSlip& one : paper.slips)
        rows += one.raster.height;
    CHECK(rows < 4000); // of 12000: the rest of the torn slip never came
}

TEST_CASE("A printer that vanishes in the middle has torn the slip, and prints the next one when it is back")
{
    Line line({ .close_after = 20000 });
    const Sink::Result result = line.sink->print(slip(12000));
    CHECK(result.end == End::Torn);
    CHECK(result.state == DeviceState::Offline);
    line.printer.behave({});
    CHECK(line.sink->print(slip(200)).end == End::Printed);
}

TEST_CASE("A printer whose paper ends in the middle has torn the slip")
{
    Patience long_enough = kShort; // it has a whole slip to read before the question
    long_enough.answer = Milliseconds { 2000 };
    Line line({ .paper_out_after = 20000 }, long_enough);
    const Sink::Result result = line.sink->print(slip(1000));
    CHECK(result.end == End::Torn);
    CHECK(result.state == DeviceState::PaperOut);
}

TEST_CASE("A slip after which the paper is low is printed, and the paper is told")
{
    Line line({ .paper = 0x1E });
    const Sink::Result result = line.sink->print(slip(100));
    CHECK(result.end == End::Printed);
    CHECK(result.state == DeviceState::PaperNearEnd);
}

TEST_CASE("A printer that answers nothing prints, and how it is stays unknown")
{
    Line line({ .answers = false });
    CHECK(line.sink->status() == DeviceState::Unknown);
    const Sink::Result result = line.sink->print(slip(100));
    CHECK(result.end == End::Printed);
    CHECK(result.state == DeviceState::Unknown);
}

TEST_CASE("A printer that answered before and is silent now does not answer: it is not unknown")
{
    Line line;
    CHECK(line.sink->status() == DeviceState::Ready);
    line.printer.behave({ .answers = false });
    CHECK(line.sink->status() == DeviceState::Stalled);
    CHECK(line.sink->print(slip(100)).end == End::NotBegun);
    line.printer.behave({});
    CHECK(line.sink->print(slip(100)).end == End::Printed);
}

TEST_CASE("A printer that does not know the last question has printed when it is well after all that time")
{
    Line line({ .tells_done = false });
    const Sink::Result result = line.sink->print(slip(100));
    CHECK(result.end == End::Printed);
    CHECK(result.state == DeviceState::Ready);
}

TEST_CASE("A printer that lies is not believed: chatter, an echo and a doubled answer tell nothing")
{
    for (const Behaviour& behaviour :
        { Behaviour { .answers = false, .chatters = true }, Behaviour { .answers = false, .echoes = true },
            Behaviour { .before_answer = "\x72" }, Behaviour { .before_answer = "\xFF\x13" } }) {
        Line line(behaviour);
        CHECK(line.sink->status() == DeviceState::Unknown);
        CHECK(line.sink->print(slip(60)).end == End::Printed);
    }
}

TEST_CASE("A wait is over at once when the program ends")
{
    Line line({ .stop_reading_after = 0 });
    const Patience patience { .open = 500ms, .answer = 20000ms, .quiet = 10ms, .progress = 20000ms };
    const auto sink =
        make_sink({ PrinterAddress::Link::Tcp, "127.0.0.1", line.printer.port() }, line.interrupt, patience);
    const Timer timer;
    std::jthread ends([&] {
        std::this_thread::sleep_for(50ms);
        line.interrupt.ask();
    });
    sink->print(slip(12000));
    CHECK(timer.passed() < 1500ms);
}

TEST_CASE("A file gets one slip after another")
{
    const testing::TempFolder folder;
    const Interrupt interrupt;
    const std::string file = (folder / "tickets.bin").string();
    const auto sink = make_sink({ PrinterAddress::Link::File, file }, interrupt, kShort);
    CHECK(sink->status() == DeviceState::Ready);
    const Raster first = slip(100), second = slip(50);
    CHECK(sink->print(first).end == End::Printed);
    CHECK(sink->print(second).end == End::Printed);
    testing::EscposReader reader(576);
    const testing::ReadPaper paper = reader.read(content(file));
    CHECK(paper.complaints.empty());
    REQUIRE(paper.slips.size() == 2);
    CHECK(paper.slips[0].raster == first);
    CHECK(paper.slips[1].raster == second);
}

TEST_CASE("A file in a folder that is not there is a printer that is off")
{
    const Interrupt interrupt;
    const auto sink = make_sink({ PrinterAddress::Link::File, "/nowhere/tickets.bin" }, interrupt, kShort);
    CHECK(sink->status() == DeviceState::Offline);
    CHECK(sink->print(slip(10)).end == End::NotBegun);
}

TEST_CASE("A full disk is a fault, and nobody waits for it")
{
    if (access("/dev/full", W_OK) != 0)
        return;
    const Interrupt interrupt;
    const auto sink = make_sink({ PrinterAddress::Link::File, "/dev/full" }, interrupt, kShort);
    const Sink::Result result = sink->print(slip(100));
    CHECK(result.end == End::NotBegun);
    CHECK(result.state == DeviceState::Fault);
}

TEST_CASE("A device that is unplugged does not become a file")
{
    const testing::TempFolder folder;
    const Interrupt interrupt;
    const std::string device = (folder / "lp0").string();
    const auto sink = make_sink({ PrinterAddress::Link::Usb, device }, interrupt, kShort);
    CHECK(sink->status() == DeviceState::Offline);
    CHECK_FALSE(std::filesystem::exists(device));
}

TEST_CASE("A device file takes the slip and answers, as a USB printer's does")
{
    const int host = posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(host >= 0);
    REQUIRE(grantpt(host) == 0);
    REQUIRE(unlockpt(host) == 0);
    const std::string device = ptsname(host);
    const int keep_open = ::open(device.c_str(), O_RDWR | O_NOCTTY);
    termios raw {};
    tcgetattr(keep_open, &raw);
    cfmakeraw(&raw);
    tcsetattr(keep_open, TCSANOW, &raw);

    std::string received;
    {
        std::jthread printer([&](const std::stop_token& stop) {
            fcntl(host, F_SETFL, O_NONBLOCK);
            while (!stop.stop_requested()) {
                char bytes[512];
                const ssize_t got = ::read(host, bytes, sizeof bytes);
                if (got <= 0) {
                    std::this_thread::sleep_for(1ms);
                    continue;
                }
                received.append(bytes, static_cast<std::size_t>(got));
                const std::string_view tail = std::string_view(received).substr(received.size() - 3);
                if (tail.starts_with("\x10\x04"))
                    CHECK(::write(host, "\x12", 1) == 1);
                if (tail == "\x1Dr\x01")
                    CHECK(::write(host, "\x00", 1) == 1);
            }
        });
        const Interrupt interrupt;
        const auto sink = make_sink({ PrinterAddress::Link::Usb, device }, interrupt, kShort);
        CHECK(sink->status() == DeviceState::Ready);
        const Sink::Result result = sink->print(slip(200));
        CHECK(result.end == End::Printed);
        CHECK(result.state == DeviceState::Ready);
    }
    testing::EscposReader reader(576);
    const testing::ReadPaper paper = reader.read(received);
    CHECK(paper.complaints.empty());
    REQUIRE(paper.slips.size() == 1);
    CHECK(paper.slips[0].raster == slip(200));
    ::close(keep_open);
    ::close(host);
}
