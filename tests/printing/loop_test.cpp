#include "kiosk/printing/printer.h"
#include "kiosk/printing/printer_loop.h"

#include <doctest/doctest.h>
#include <thread>

using namespace nextplease;
using namespace nextplease::printing;
using namespace std::chrono_literals;
using End = Sink::Result::End;

namespace {

// Does what it is told next, and counts.
class ScriptedSink : public Sink {
public:
    DeviceState status() override
    {
        ++asked;
        return state;
    }
    Result print(const Raster&) override
    {
        ++printed;
        return { can_print(state) ? end : End::NotBegun, state };
    }
    DeviceState state = DeviceState::Ready;
    End end = End::Printed;
    int asked = 0, printed = 0;
};

struct Bench {
    ScriptedSink sink;
    PrinterLoop::Moment now {};
    std::vector<Now> told;
    bool drawing_fails = false;
    PrinterLoop loop { { .sink = sink,
        .draw =
            [this](const Paper&) {
                if (drawing_fails)
                    throw std::runtime_error("no such font");
                return DrawnPaper { .raster = Raster(384, 1), .placed = {} };
            },
        .now = [this] { return now; },
        .tell = [this](const Now& one) { told.push_back(one); } } };

    // Steps as the thread does, for that long.
    void pass(Milliseconds time)
    {
        const auto until = now + time;
        while (true) {
            const Milliseconds pause = loop.step();
            if (now + pause > until)
                break;
            now += pause;
        }
        now = until;
    }
    Now last() const { return told.empty() ? Now {} : told.back(); }
};

} // namespace

TEST_CASE("A slip is waiting, printing, printed")
{
    Bench bench;
    bench.loop.print(SlipId(1), {});
    bench.pass(1s);
    std::vector<SlipState> states;
    for (const Now& one : bench.told)
        if (states.empty() || states.back() != one.state)
            states.push_back(one.state);
    CHECK(states == std::vector { SlipState::Waiting, SlipState::Printing, SlipState::Printed });
    CHECK(bench.last().device == DeviceState::Ready);
    CHECK(bench.last().heard);
}

TEST_CASE("A slip waits for paper, and is printed when there is some")
{
    Bench bench;
    bench.sink.state = DeviceState::PaperOut;
    bench.loop.print(SlipId(1), {});
    bench.pass(20s);
    CHECK(bench.last().state == SlipState::Waiting);
    CHECK(bench.last().why == DeviceState::PaperOut);
    CHECK(bench.last().device == DeviceState::PaperOut);
    bench.sink.state = DeviceState::Ready;
    bench.pass(2s);
    CHECK(bench.last().state == SlipState::Printed);
}

TEST_CASE("A slip that could not be printed for a minute is not printed later for nobody")
{
    Bench bench;
    bench.sink.state = DeviceState::CoverOpen;
    bench.loop.print(SlipId(1), {});
    bench.pass(61s);
    CHECK(bench.last().state == SlipState::Failed);
    CHECK(bench.last().why == DeviceState::CoverOpen);
    bench.sink.state = DeviceState::Ready;
    const int before = bench.sink.printed;
    bench.pass(10min);
    CHECK(bench.sink.printed == before);
    // But it can be asked for again.
    bench.loop.print_again(SlipId(1));
    bench.pass(1s);
    CHECK(bench.last().state == SlipState::Printed);
    CHECK(bench.sink.printed == before + 1);
}

TEST_CASE("A torn slip has failed, is not repeated by itself, and can be printed again")
{
    Bench bench;
    bench.sink.end = End::Torn;
    bench.sink.state = DeviceState::Ready;
    bench.loop.print(SlipId(1), {});
    bench.pass(5s);
    CHECK(bench.last().state == SlipState::Failed);
    CHECK(bench.sink.printed == 1);
    bench.sink.end = End::Printed;
    bench.loop.print_again(SlipId(1));
    bench.pass(1s);
    CHECK(bench.last().state == SlipState::Printed);
}

TEST_CASE("The last slip is printed again as often as it is asked for, one at a time")
{
    Bench bench;
    bench.loop.print(SlipId(1), {});
    bench.pass(1s);
    bench.loop.print_again(SlipId(1));
    bench.loop.print_again(SlipId(1)); // a double tap
    bench.pass(1s);
    CHECK(bench.sink.printed == 2);
    bench.loop.print_again(SlipId(7)); // nobody's
    bench.pass(1s);
    CHECK(bench.sink.printed == 2);
}

TEST_CASE("A slip whose visitor is gone is not printed, and not again")
{
    Bench bench;
    bench.sink.state = DeviceState::PaperOut;
    bench.loop.print(SlipId(1), {});
    bench.pass(2s);
    bench.loop.forget(SlipId(1));
    bench.sink.state = DeviceState::Ready;
    const int before = bench.sink.printed;
    bench.loop.print_again(SlipId(1));
    bench.pass(1min);
    CHECK(bench.sink.printed == before);
}

TEST_CASE("Two slips are printed in turn, and the later one is told of")
{
    Bench bench;
    bench.loop.print(SlipId(1), {});
    bench.loop.print(SlipId(2), {});
    bench.pass(1s);
    CHECK(bench.sink.printed == 2);
    CHECK(bench.last().slip == SlipId(2));
    CHECK(bench.last().state == SlipState::Printed);
}

TEST_CASE("The printer is asked every ten seconds while it is well, every two while it is not")
{
    Bench bench;
    bench.pass(60s);
    CHECK(bench.sink.asked == 7);
    bench.sink.state = DeviceState::PaperOut;
    bench.pass(10s);
    const int before = bench.sink.asked;
    bench.pass(60s);
    CHECK(bench.sink.asked - before == 30);
    CHECK(bench.last().device == DeviceState::PaperOut);
    const std::size_t told = bench.told.size();
    bench.pass(60s);
    CHECK(bench.told.size() == told); // nothing new, nothing told
}

TEST_CASE("A slip that cannot be drawn has failed, and the next one is printed")
{
    Bench bench;
    bench.drawing_fails = true;
    bench.loop.print(SlipId(1), {});
    bench.pass(1s);
    CHECK(bench.last().state == SlipState::Failed);
    bench.drawing_fails = false;
    bench.loop.print(SlipId(2), {});
    bench.pass(1s);
    CHECK(bench.last().state == SlipState::Printed);
}

namespace {

// A printer that never comes back, as a worst case for whoever asks it.
class StuckSink : public Sink {
public:
    explicit StuckSink(const Interrupt& interrupt)
        : interrupt_(interrupt)
    {
    }
    DeviceState status() override { return wait(); }
    Result print(const Raster&) override { return { End::NotBegun, wait() }; }

private:
    DeviceState wait() const
    {
        while (!interrupt_.asked())
            std::this_thread::sleep_for(1ms);
        return DeviceState::Stalled;
    }
    const Interrupt& interrupt_;
};

// Looks as a UI thread does, until it sees that; false after five seconds.
bool comes_true(const std::function<bool()>& seen)
{
    const auto end = std::chrono::steady_clock::now() + 5s;
    while (!seen()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

} // namespace

TEST_CASE("Asking for a slip never waits for the printer, and neither does the end of the program")
{
    const auto begin = std::chrono::steady_clock::now();
    {
        const auto printer = make_printer_over(
            [](const Interrupt& interrupt) { return std::make_unique<StuckSink>(interrupt); }, {});
        for (int i = 0; i < 100; ++i)
            printer->print_again(printer->print({ .language = Language("en"), .parts = {} }));
        CHECK(printer->now().slip == SlipId(100));
        CHECK(printer->now().state == SlipState::Waiting);
        CHECK(std::chrono::steady_clock::now() - begin < 100ms);
    }
    CHECK(std::chrono::steady_clock::now() - begin < 2s);
}

TEST_CASE("The UI thread sees what the printer's thread found")
{
    auto printer = make_printer_over([](const Interrupt&) { return std::make_unique<ScriptedSink>(); }, {});
    const SlipId slip = printer->print({ .language = Language("en"), .parts = { Line { .text = "hello" } } });
    CHECK(comes_true([&] { return printer->now().state == SlipState::Printed; }));
    CHECK(printer->now().slip == slip);
    CHECK(printer->now().device == DeviceState::Ready);
    CHECK(printer->now().heard);
    printer->forget(slip);
    printer->print_again(slip);
    CHECK(make_printer({}) == nullptr);
}
