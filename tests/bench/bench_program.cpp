#include "tests/bench/bench_program.h"

#include "core/base/time.h"
#include "core/reception/configuration.h"
#include "core/reception/reception.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace nextplease::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kSettle = 3s; // after the first frame, before idleness is counted
constexpr auto kIdle = 10s;

// A child process that ends with this.
class Program {
public:
    explicit Program(std::vector<std::string> words)
        : id_(fork())
    {
        if (id_ != 0)
            return;
        std::vector<char*> pointers;
        for (std::string& word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    ~Program()
    {
        kill(id_, SIGTERM);
        waitpid(id_, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // Seconds of processor time so far, of all its threads.
    double cpu_seconds() const
    {
        std::ifstream file("/proc/" + std::to_string(id_) + "/stat");
        std::string skipped;
        std::getline(file, skipped, ')');
        for (int field = 3; field < 14; ++field)
            file >> skipped;
        double user = 0, system = 0;
        file >> user >> system;
        return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

    double megabytes() const
    {
        std::ifstream file("/proc/" + std::to_string(id_) + "/status");
        std::string word;
        while (file >> word)
            if (word == "VmRSS:") {
                double kilobytes = 0;
                file >> kilobytes;
                return kilobytes / 1024;
            }
        return 0;
    }

private:
    pid_t id_;
};

void measure(const std::string& name, std::vector<std::string> words)
{
    const testing::TempFolder folder;
    const std::filesystem::path probe = folder / "probe.json";
    words.insert(words.end(), { "--window", "1080x1920", "--probe", probe.string() });
    words.insert(words.begin() + 1, { "--store", "sqlite:" + (folder / "store.db").string() });
    const auto begun = Clock::now();
    const Program program(words);
    while (!std::filesystem::exists(probe)) {
        if (Clock::now() - begun > 20s)
            throw std::runtime_error(name + " shows nothing after 20 seconds");
        std::this_thread::sleep_for(1ms);
    }
    const std::chrono::duration<double, std::milli> first = Clock::now() - begun;
    std::this_thread::sleep_for(kSettle);
    const double before = program.cpu_seconds();
    std::this_thread::sleep_for(kIdle);
    const double idle = (program.cpu_seconds() - before) / std::chrono::duration<double>(kIdle).count();
    std::printf("%-38s %8.0f %8.2f %8.0f\n", name.c_str(), first.count(), 100 * idle, program.megabytes());
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>() };
}

// The same reception, in which a call may stand for a second only, so that the next can follow.
void write_quick_configuration(const std::filesystem::path& config, const std::filesystem::path& to)
{
    std::string text = text_of(config);
    const auto replace = [&text](const std::string& from, const std::string& by) {
        if (const std::size_t at = text.find(from); at != std::string::npos)
            text.replace(at, from.size(), by);
    };
    replace("newest_at_least_seconds = 8", "newest_at_least_seconds = 1");
    replace("words = \"assets/words\"",
        "words = \"" + (std::filesystem::absolute(config).parent_path() / "assets/words").string() + "\"");
    std::ofstream(to, std::ios::binary) << text;
}

// From the moment in which a call is safe on the disk to that in which another process has painted it.
void measure_board(const std::filesystem::path& program, const std::filesystem::path& config)
{
    constexpr int kCalls = 100;
    constexpr auto kBetween = 1'150ms; // longer than a call stands at the least
    const testing::TempFolder folder;
    const std::filesystem::path quick = folder / "kiosk.conf", probe = folder / "probe.json";
    write_quick_configuration(config, quick);
    const Configuration configuration = read_configuration(quick);
    const std::string url = "sqlite:" + (folder / "store.db").string();
    const auto store = open_store(url, Opening::Create);
    const SystemClock clock;
    Reception reception(*store, configuration, clock);
    const DeskCode desk = configuration.office.desks.front().code;
    const ServiceCode service = configuration.office.desks.front().services.front().service;
    const Program board({ program.string(), "--config", quick.string(), "--store", url, "board", "--window",
        "1920x1080", "--probe", probe.string() });
    while (!std::filesystem::exists(probe))
        std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(kSettle);
    std::vector<double> latencies;
    for (int i = 0; i < kCalls; ++i) {
        const Reply taken = reception.take({ service }, {}, "bench");
        const Visit visit = std::get<Done>(taken).visit;
        std::this_thread::sleep_for(kBetween);
        (void)reception.call(desk, visit.id, {}, "bench");
        const auto committed = Clock::now();
        while (text_of(probe).find(visit.number.text() + ", ") == std::string::npos) {
            if (Clock::now() - committed > 5s)
                throw std::runtime_error("the board does not show " + visit.number.text());
            std::this_thread::sleep_for(200us);
        }
        latencies.push_back(std::chrono::duration<double, std::milli>(Clock::now() - committed).count());
        (void)reception.start(visit.id, {}, { .name = "bench", .desk = desk });
        (void)reception.finish(visit.id, ContactResult {}, {}, { .name = "bench", .desk = desk });
    }
    std::sort(latencies.begin(), latencies.end());
    std::printf("\ncommit to painted board, %d calls: p50 %.1f ms, p99 %.1f ms\n", kCalls,
        latencies[kCalls / 2], latencies[kCalls * 99 / 100]);
}

} // namespace

void measure_program(const std::filesystem::path& program, const std::filesystem::path& config)
{
    const std::vector<std::string> start { program.string(), "--config", config.string() };
    const auto face = [&start](std::vector<std::string> more) {
        more.insert(more.begin(), start.begin(), start.end());
        return more;
    };
    const Configuration configuration = read_configuration(config);
    std::printf("\n%-38s %8s %8s %8s\n", "program", "first ms", "idle %", "RSS MB");
    measure("visitor", face({ "visitor" }));
    measure("desk", face({ "desk", "--desk", configuration.office.desks.front().code.text() }));
    measure("board", face({ "board" }));
    measure_board(program, config);
}

} // namespace nextplease::bench
