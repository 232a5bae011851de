// What the store costs: taking and calling against one bare durable insert, reports over many visits, and how
// soon other processes hear of a commit. See README.md.
//
//   bench_store [--past N]... [--units N] [--waiting N] [--folder DIR]
#include "core/domain/wait_figures.h"
#include "core/reception/wait_report.h"
#include "tests/bench/bare_insert.h"
#include "tests/bench/bench_office.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace nextplease::bench {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

struct Options {
    std::vector<int> past { 1'000, 1'000'000 };
    int units = 2'000;
    int waiting = 20; // people in the room
    fs::path folder = fs::temp_directory_path();
};

// What one piece of work took: on the wall, and of the processor's time.
struct Took {
    double wall_us = 0;
    double processor_us = 0;
};

double processor_time_us()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

template <class Work>
Took timed(Work work)
{
    const double processor = processor_time_us();
    const auto start = SteadyClock::now();
    work();
    const std::chrono::duration<double, std::micro> wall = SteadyClock::now() - start;
    return { wall.count(), processor_time_us() - processor };
}

double quantile(std::vector<double>& values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

class Timings {
public:
    void add(const Took& took)
    {
        wall_us_.push_back(took.wall_us);
        processor_us_.push_back(took.processor_us);
    }
    double p50() { return quantile(wall_us_, 0.5); }
    double p99() { return quantile(wall_us_, 0.99); }
    double processor_p50() { return quantile(processor_us_, 0.5); }

private:
    std::vector<double> wall_us_;
    std::vector<double> processor_us_;
};

const Visit& done(const Reply& reply)
{
    if (!std::holds_alternative<Done>(reply)) {
        std::fprintf(stderr, "refused\n");
        std::exit(1);
    }
    return std::get<Done>(reply).visit;
}

void print(const char* what, Timings& measured, Timings& bare)
{
    std::printf("  %-16s p50 %6.0f us = %5.2f x   p99 %6.0f us = %5.2f x   processor p50 %4.0f us\n", what,
        measured.p50(), measured.p50() / bare.p50(), measured.p99(), measured.p99() / bare.p99(),
        measured.processor_p50());
}

// Taking, calling and finishing in turn, with people waiting; a bare insert beside each, first or second
// by chance, so that neither gets the better half of the disk's moods.
void measure_verbs(Store& store, const Options& options, const fs::path& folder)
{
    const Configuration configuration = office_with(6, 4);
    ManualClock clock(morning());
    Reception reception(store, configuration, clock);
    BareInsert bare(folder / "bare.db");
    std::minstd_rand random(1);
    Timings bare_times;
    Timings takes;
    Timings calls;
    const auto take = [&](int i, const RequestId& request) {
        const ServiceCode& service = configuration.office.services.at(static_cast<std::size_t>(i % 6)).code;
        done(reception.take({ .service = service, .language = Language("en") }, request, "kiosk"));
    };
    const auto beside_bare = [&](Timings& times, auto work) {
        const bool bare_first = random() % 2 == 0;
        if (bare_first)
            bare_times.add(timed([&] { bare.insert(); }));
        times.add(timed(work));
        if (!bare_first)
            bare_times.add(timed([&] { bare.insert(); }));
    };
    for (int i = 0; i < options.waiting; ++i)
        take(i, new_request());
    for (int i = 0; i < options.units; ++i) {
        clock.advance(Seconds { i % 2 });
        // A face makes the request when its button is pressed, before anything waits for it.
        RequestId request = new_request();
        beside_bare(takes, [&] { take(i, request); });
        request = new_request();
        const DeskCode& desk = configuration.office.desks.at(static_cast<std::size_t>(i % 4)).code;
        Visit visit;
        beside_bare(calls, [&] { visit = done(reception.call_next(desk, request, "desk")); });
        done(reception.start(visit.id, new_request(), { "desk", desk }));
        done(reception.finish(visit.id, new_request(), { "desk", desk }));
    }
    print("one bare insert", bare_times, bare_times);
    print("take", takes, bare_times);
    print("call next", calls, bare_times);
}

void measure_reports(Store& store)
{
    const Configuration configuration = office_with(6, 4);
    const Period always { Instant {}, morning() };
    for (int turn = 0; turn < 2; ++turn) {
        std::int64_t rows = 0;
        const auto scan = timed([&] { store.scan(always, [&](const VisitRow&) { ++rows; }); });
        const auto report = timed([&] { wait_report(store, configuration, {}, morning()); });
        std::printf("  scan of %lld visits %.0f ms, wait report over them %.0f ms (%s)\n",
            static_cast<long long>(rows), scan.wall_us / 1e3, report.wall_us / 1e3,
            turn == 0 ? "first" : "again");
    }
}

// Another process commits; this one waits for the signal and asks for the revision.
void measure_signal(const std::string& url)
{
    constexpr int kCommits = 200;
    const auto store = open_store(url, Opening::Existing);
    const auto signal = change_signal(url);
    int committed[2];
    if (pipe(committed) != 0)
        return;
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const auto own = open_store(url, Opening::Existing);
        for (int i = 0; i < kCommits; ++i) {
            usleep(5000);
            own->write([&](Records& records) {
                records.put(
                    DeskRecord { DeskCode("Desk 1"), DeskState::Open, morning() + Seconds { i }, "bench" });
            });
            const auto now = SteadyClock::now();
            if (write(committed[1], &now, sizeof now) != sizeof now)
                _exit(1);
        }
        _exit(0);
    }
    std::vector<double> latencies_ms;
    int lost = 0;
    std::int64_t revision = store->revision();
    for (int i = 0; i < kCommits; ++i) {
        const auto deadline = SteadyClock::now() + std::chrono::seconds { 1 };
        while (store->revision() == revision && SteadyClock::now() < deadline)
            signal->wait(std::chrono::milliseconds { 1000 });
        const auto noticed = SteadyClock::now();
        lost += store->revision() == revision ? 1 : 0;
        revision = store->revision();
        SteadyClock::time_point commit;
        if (read(committed[0], &commit, sizeof commit) != sizeof commit)
            break;
        const std::chrono::duration<double, std::milli> latency = noticed - commit;
        latencies_ms.push_back(std::max(latency.count(), 0.0));
    }
    waitpid(child, nullptr, 0);
    std::printf("  commit to other process p50 %.2f ms p99 %.2f ms, unnoticed for a second: %d\n",
        quantile(latencies_ms, 0.5), quantile(latencies_ms, 0.99), lost);
}

int bytes_on_disk_mib(const fs::path& folder)
{
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        bytes += entry.file_size();
    return static_cast<int>(bytes >> 20);
}

void measure(const Options& options, int past)
{
    const fs::path folder = options.folder / ("nextplease-bench-" + std::to_string(getpid()));
    fs::remove_all(folder);
    const std::string url = "sqlite:" + (folder / "store.db").string();
    {
        const auto store = open_store(url, Opening::Create);
        const auto filled = timed([&] { store_past(*store, past); });
        std::printf("%d past tickets (stored in %.1f s, %d MiB)\n", past, filled.wall_us / 1e6,
            bytes_on_disk_mib(folder));
        std::fflush(stdout);
        measure_verbs(*store, options, folder);
        measure_reports(*store);
    }
    measure_signal(url);
    std::fflush(stdout);
    fs::remove_all(folder);
}

Options options_of(int count, char** words)
{
    Options options;
    bool past_given = false;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = words[i];
        if (name == "--past") {
            if (!past_given)
                options.past.clear();
            past_given = true;
            options.past.push_back(std::atoi(words[i + 1]));
        } else if (name == "--units") {
            options.units = std::atoi(words[i + 1]);
        } else if (name == "--waiting") {
            options.waiting = std::atoi(words[i + 1]);
        } else if (name == "--folder") {
            options.folder = words[i + 1];
        } else {
            std::fprintf(stderr, "unknown option %s\n", words[i]);
            std::exit(2);
        }
    }
    return options;
}

} // namespace
} // namespace nextplease::bench

int main(int count, char** words)
{
    using namespace nextplease::bench;
    const Options options = options_of(count, words);
    for (const int past : options.past)
        measure(options, past);
    return 0;
}
