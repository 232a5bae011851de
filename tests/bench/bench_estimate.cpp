// What the wait estimate costs: a hall of 60 waiting and 10 desks as a whole, one newcomer there, and
// learning a year anew as a restart does.
#include "core/reception/desk_import.h"
#include "core/reception/live_estimates.h"
#include "core/reception/log_import.h"
#include "core/reception/simulation.h"
#include "tests/estimate/hall_story.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>

using namespace nextplease;

namespace {

constexpr int kRounds = 201;
constexpr int kDesks = 10;
constexpr int kWaiting = 60;

struct Times {
    double median;
    double p99;
};

// Of this process alone, so that a busy machine does not count.
double processor_milliseconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC * 1000;
}

Times milliseconds_of(const std::function<void(int)>& work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = processor_milliseconds();
        work(round);
        times.push_back(processor_milliseconds() - begin);
    }
    std::sort(times.begin(), times.end());
    return { times[kRounds / 2], times[kRounds * 99 / 100] };
}

void print(const char* what, const Times& times, double bar)
{
    std::printf("%-44s %8.2f ms %8.2f ms %8.2f ms\n", what, times.median, times.p99, bar);
}

void measure_hall()
{
    // Eight services; each desk serves five or six of them.
    std::vector<std::string> desks;
    for (int desk = 0; desk < kDesks; ++desk) {
        std::string offered;
        for (int service = 0; service < 8; ++service) {
            if ((service + desk) % 3 != 0)
                offered += static_cast<char>('A' + service);
        }
        desks.push_back(offered);
    }
    testing::HallStory story(testing::office_of("ABCDEFGH", desks));
    story.open_all();
    Random random(1);
    const auto any_service = [&] { return std::string(1, static_cast<char>('A' + random.index(8))); };
    for (int desk = 0; desk < kDesks; ++desk)
        story.serve(desk, std::string(1, desks[static_cast<std::size_t>(desk)].front()).c_str(),
            std::to_string(desk + 1).c_str());
    for (int i = 0; i < kWaiting; ++i)
        story.take(20 + i, any_service().c_str());
    print("60 waiting, 10 desks, all and 8 newcomers",
        milliseconds_of([&](int round) { story.forecaster.for_all(testing::after_nine(100 + round)); }), 3);
    print("the same, a single newcomer", milliseconds_of([&](int round) {
        story.forecaster.for_newcomer(0, 0, testing::after_nine(100 + round));
    }),
        1.5);
}

void measure_restart(const char* configuration_file)
{
    const Configuration configuration = read_configuration(configuration_file);
    const testing::TempFolder folder;
    SimulationRules rules = simulation_rules(configuration);
    rules.visitors_a_day = 134;
    const SimulatedLog log = simulated_log(
        rules, configuration, { .from = { std::chrono::year { 2026 } / 1 / 5 }, .days = 250, .seed = 1 });
    std::ofstream(folder / "visits.csv") << log.visits;
    std::ofstream(folder / "desks.csv") << log.desks;
    const auto store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
    import_log(*store, configuration, folder / "visits.csv", UnknownNames::TakeAsFound);
    import_desks(*store, configuration, folder / "desks.csv", UnknownNames::TakeAsFound);
    // Three estimates a visit, as they are recorded on an ordinary day.
    store->write([&](Records& records) {
        std::vector<Visit> visits;
        records.each_visit(
            { Instant::min(), Instant::max() }, [&](const Visit& visit) { visits.push_back(visit); });
        for (const Visit& visit : visits) {
            EstimateRecord record;
            record.visit = visit.id;
            record.at = record.promised = record.promised_by = visit.arrived;
            record.range = { 100, 300, 600 };
            for (const Stated said : { Stated::WithTicket, Stated::WhileWaiting, Stated::WhileWaiting }) {
                record.said = said;
                records.add(record);
            }
        }
    });
    const Instant now =
        std::chrono::sys_days { std::chrono::year { 2026 } / 12 / 21 } + std::chrono::hours { 9 };
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const double begin = processor_milliseconds();
        LiveEstimates estimates(configuration);
        estimates.catch_up(*store, now);
        times.push_back(processor_milliseconds() - begin);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.0f ms %8.0f ms %8.0f ms   (%ld visits)\n", "restart: a year learnt anew", times[2],
        times[4], 1000.0, log.count);
}

} // namespace

int main(int argc, char** argv)
{
    std::printf("%-44s %11s %11s %11s\n", "", "median", "p99", "bar");
    measure_hall();
    measure_restart(argc > 1 ? argv[1] : "kiosk.conf");
}
