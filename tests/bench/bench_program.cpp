#include "tests/bench/bench_program.h"

#include "core/reception/configuration.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
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
}

} // namespace nextplease::bench
