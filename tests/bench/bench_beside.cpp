// Whether the kiosk and the desks notice that somebody reads reports: tickets taken and called with a report
// running, against without, in turn in one run.
//
//   bench_beside STORE PROGRAM KIOSK.CONF [ROUNDS] [WORDS OF THE REPORT...]       else 20 rounds of "wait
//   --by hour"
#include "tests/bench/bench_office.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace nextplease::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int kVisitsARound = 100;
constexpr useconds_t kPauseUs = 4000; // a busy hall, not a flood

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

// The report, started again as often as it ends.
class Reading {
public:
    explicit Reading(std::vector<std::string> words)
        : words_(std::move(words))
    {
    }
    void keep_running()
    {
        if (child_ != 0 && waitpid(child_, nullptr, WNOHANG) != child_)
            return;
        std::vector<char*> arguments;
        for (std::string& word : words_)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        if (posix_spawn(&child_, arguments.front(), &actions, nullptr, arguments.data(), environ) != 0)
            std::exit(1);
        posix_spawn_file_actions_destroy(&actions);
        ++started_;
    }
    void end()
    {
        if (child_ == 0)
            return;
        int status = 0;
        waitpid(child_, &status, 0);
        if (status != 0) {
            std::fprintf(stderr, "the report failed\n");
            std::exit(1);
        }
        child_ = 0;
    }
    int started() const { return started_; }

private:
    std::vector<std::string> words_;
    pid_t child_ = 0;
    int started_ = 0;
};

struct Timings {
    std::vector<double> take_us, call_us;
};

class Hall {
public:
    explicit Hall(Store& store)
        : configuration_(office_with(6, 4))
        , clock_(morning())
        , reception_(store, configuration_, clock_)
    {
    }

    // One is taken, called, seen and finished.
    void visit(int number, Timings& times)
    {
        clock_.advance(Seconds { number % 2 });
        const auto place = static_cast<std::size_t>(number);
        const ServiceCode& service = configuration_.office.services.at(place % 6).code;
        const DeskCode& desk = configuration_.office.desks.at(place % 4).code;
        take(service, times.take_us);
        const auto begun = SteadyClock::now();
        const Reply reply = reception_.call_next(desk, new_request(), "desk");
        times.call_us.push_back(since(begun));
        const VisitId id = std::get<Done>(reply).visit.id;
        reception_.start(id, new_request(), { "desk", desk });
        reception_.finish(id, new_request(), { "desk", desk });
    }
    void take(const ServiceCode& service, std::vector<double>& took_us)
    {
        const auto begun = SteadyClock::now();
        reception_.take({ .service = service, .language = Language("en") }, new_request(), "kiosk");
        took_us.push_back(since(begun));
    }

private:
    static double since(SteadyClock::time_point begun)
    {
        return std::chrono::duration<double, std::micro>(SteadyClock::now() - begun).count();
    }

    Configuration configuration_;
    ManualClock clock_;
    Reception reception_;
};

void print(const char* what, const std::vector<double>& alone, const std::vector<double>& beside)
{
    std::printf("%-10s", what);
    for (const double share : { 0.5, 0.95, 0.99 })
        std::printf("  p%.0f %6.0f us alone, %6.0f beside: %.2f", share * 100, quantile(alone, share),
            quantile(beside, share), quantile(beside, share) / quantile(alone, share));
    std::printf("\n");
}

int run(int count, char** words)
{
    if (count < 4)
        return 2;
    const int rounds = count > 4 ? std::atoi(words[4]) : 20;
    std::vector<std::string> report { words[2], "--config", words[3], "--store", words[1], "report" };
    if (count > 5)
        report.insert(report.end(), words + 5, words + count);
    else
        report.insert(report.end(), { "wait", "--by", "hour" });
    const auto store = open_store(words[1], Opening::Existing);
    Hall hall(*store);
    Reading reading(report);
    Timings alone, beside;
    for (int i = 0; i < 20; ++i)
        hall.visit(i, alone);
    alone = {};
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < kVisitsARound; ++i) {
            usleep(kPauseUs);
            hall.visit(i, alone);
        }
        for (int i = 0; i < kVisitsARound; ++i) {
            reading.keep_running();
            usleep(kPauseUs);
            hall.visit(i, beside);
        }
        reading.end();
    }
    std::printf("%d visits alone and as many beside %d reports\n", rounds * kVisitsARound, reading.started());
    print("take", alone.take_us, beside.take_us);
    print("call next", alone.call_us, beside.call_us);
    return 0;
}

} // namespace
} // namespace nextplease::bench

int main(int count, char** words)
{
    return nextplease::bench::run(count, words);
}
