// How fast the register of complaints opens at a desk: from the key to the words that are painted, with as
// many cases in the store as a council has in ten years. See README.md.
//
//   bench_register [--cases N] [--rounds N] [--folder DIR]
#include "core/reception/case_register.h"
#include "kiosk/app/worker.h"
#include "kiosk/desk/console.h"
#include "tests/bench/bench_office.h"
#include "tests/support/plain_estimator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace nextplease::bench {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

struct Options {
    int cases = 10'000;
    int rounds = 300;
    fs::path folder = fs::temp_directory_path();
};

double quantile(std::vector<double>& values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

template <class Work>
void measure(const char* what, int rounds, Work work)
{
    std::vector<double> took;
    took.reserve(static_cast<std::size_t>(rounds));
    for (int i = 0; i < rounds; ++i) {
        const auto start = SteadyClock::now();
        work();
        const std::chrono::duration<double, std::milli> wall = SteadyClock::now() - start;
        took.push_back(wall.count());
    }
    const double first = took.front();
    const double p50 = quantile(took, 0.5); // sorts them
    std::printf(
        "  %-34s first %6.2f ms   p50 %6.2f ms   p99 %6.2f ms\n", what, first, p50, quantile(took, 0.99));
}

// Every second one is closed; the open ones are due over sixty days, some of them late.
void store_cases(Store& store, int cases, LocalDate today)
{
    constexpr int kDays = 60;
    constexpr int kLateDays = 5;
    store.write([&](Records& records) {
        for (int i = 0; i < cases; ++i) {
            Case one;
            one.letter = "K";
            one.service = ServiceCode("A");
            one.received = one.first.began = morning() - std::chrono::hours { 24 * (i % 3000) };
            one.first.acknowledge_by = add_days(today, i % kDays - kLateDays);
            one.first.respond_by = add_days(today, i % kDays);
            one.handler = "Head of Housing";
            one.language = Language("en");
            one.words = { "01234567", std::string(400, 'x') };
            if (i % 2 == 0) {
                one.state = CaseState::Closed;
                one.closed = morning();
            }
            CaseEvent received;
            received.record = records.add(one);
            received.at = one.received;
            received.actor = "kiosk";
            records.add(received);
        }
    });
}

void run(const Options& options)
{
    const fs::path file = options.folder / ("bench-register-" + std::to_string(getpid()) + ".db");
    const Configuration configuration = office_with(6, 4);
    ManualClock clock(morning());
    {
        const auto store = open_store("sqlite:" + file.string(), Opening::Create);
        Reception reception(*store, configuration, clock);
        store_cases(*store, options.cases, reception.today());
        std::printf("%d cases, half of them open, %d rounds\n", options.cases, options.rounds);
        const auto page = [&](RegisterQuestion::Which which, int first) {
            return [&store, &reception, which, first] {
                register_page(*store, reception.today(), { .which = which, .first = first });
            };
        };
        using Which = RegisterQuestion::Which;
        measure("page: all open", options.rounds, page(Which::AllOpen, 0));
        measure("page: the last of all open", options.rounds, page(Which::AllOpen, options.cases / 2 - 8));
        measure("page: due today", options.rounds, page(Which::DueToday, 0));
        measure("page: late", options.rounds, page(Which::Late, 0));
        app::DirectCommands commands(reception);
        desk::Console console(configuration, commands, DeskCode("Desk 1"), Language("en"));
        console.show(std::make_shared<const Snapshot>(
            read_snapshot(*store, configuration, PlainEstimator(), clock.now())));
        measure("console: key R to words to paint", options.rounds, [&] {
            console.press(desk::Extra::Register);
            console.cancel();
        });
    }
    for (const char* end : { "", "-wal", "-shm" })
        fs::remove(file.string() + end);
}

} // namespace
} // namespace nextplease::bench

int main(int argc, char** argv)
{
    nextplease::bench::Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--cases") == 0)
            options.cases = std::atoi(argv[i + 1]);
        else if (std::strcmp(argv[i], "--rounds") == 0)
            options.rounds = std::atoi(argv[i + 1]);
        else if (std::strcmp(argv[i], "--folder") == 0)
            options.folder = argv[i + 1];
    }
    nextplease::bench::run(options);
}
