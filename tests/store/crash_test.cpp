// A process that is killed while it takes and serves, again and again, at moments of chance. What it was told
// has happened must have happened, and nothing may have happened by half.
#include "core/store/sqlite_connection.h"
#include "tests/bench/bench_office.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <random>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

constexpr int kKills = 200;

// Takes and serves until it is killed; what it was told is in `notes` before it asks for more. What it wrote
// there survives it, as a printed ticket would.
[[noreturn]] void take_until_killed(const std::string& url, const std::filesystem::path& notes, Instant now)
{
    const Configuration configuration = bench::office_with(26, 1);
    const auto store = open_store(url, Opening::Create);
    const ManualClock clock(now);
    Reception reception(*store, configuration, clock);
    const DeskCode& desk = configuration.office.desks.front().code;
    std::ofstream told(notes, std::ios::app);
    for (std::size_t i = 0;; ++i) {
        const ServiceCode& service = configuration.office.services.at(i % 26).code;
        const Visit taken =
            std::get<Done>(reception.take({ .service = service }, new_request(), "kiosk")).visit;
        told << "taken " << taken.id.value() << ' ' << taken.number.text() << std::endl;
        if (i % 3 != 0)
            continue;
        const Visit called = std::get<Done>(reception.call_next(desk, new_request(), "desk")).visit;
        reception.start(called.id, new_request(), { "desk", desk });
        reception.finish(called.id, new_request(), { "desk", desk });
        told << "served " << called.id.value() << ' ' << called.number.text() << std::endl;
    }
}

// Starts `work` in a process of its own, and kills it when `moment` returns.
void kill_at(const std::function<void()>& moment, const std::function<void()>& work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    moment();
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status)); // it did not give up by itself
}

// Waits until so much was told; how long that took.
std::chrono::microseconds time_to_tell(const std::filesystem::path& notes, std::uintmax_t bytes)
{
    const auto start = std::chrono::steady_clock::now();
    std::error_code not_yet;
    while (!std::filesystem::exists(notes) || std::filesystem::file_size(notes, not_yet) < bytes)
        std::this_thread::sleep_for(std::chrono::milliseconds { 1 });
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

// Everything that was told is so. Returns how much that is.
int check_told(Records& records, const std::filesystem::path& notes)
{
    std::ifstream told(notes);
    std::string word;
    std::int64_t id = 0;
    std::string number;
    int count = 0;
    while (told >> word >> id >> number) {
        const auto visit = records.visit(VisitId(id));
        REQUIRE(visit);
        REQUIRE(visit->number.text() == number);
        if (word == "served")
            REQUIRE(visit->state == VisitState::Served);
        ++count;
    }
    return count;
}

void check_whole(Records& records, LocalDate day)
{
    std::set<TicketNumber> numbers;
    for (const Visit& visit : records.visits_of(day)) {
        REQUIRE(numbers.insert(visit.number).second); // of 26 x 999 none comes again on one day
        const std::vector<Event> events = records.events_of(visit.id);
        REQUIRE_FALSE(events.empty());
        REQUIRE(events.front().kind == EventKind::Taken);
        REQUIRE((events.back().kind == EventKind::Finished) == (visit.state == VisitState::Served));
        REQUIRE((events.back().kind == EventKind::Called) == (visit.state == VisitState::Called));
        REQUIRE(records.legs_of(visit.id).empty() == is_open(visit.state));
    }
}

std::string integrity_of(const std::filesystem::path& file)
{
    const auto connection = open_sqlite(file, Opening::Existing);
    Statement& check = connection->prepared("PRAGMA integrity_check");
    return check.step() ? std::string(check.text(0)) : "no answer";
}

} // namespace

TEST_CASE(
    "A process that is killed two hundred times loses nothing it was told, and leaves nothing half-done")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto notes = folder / "told.txt";
    const unsigned seed = std::random_device {}();
    CAPTURE(seed);
    std::minstd_rand random(seed);
    const auto live = [&](int life, const std::function<void()>& end) {
        // Every life is a day with its own numbers.
        kill_at(end, [&] {
            take_until_killed(
                "sqlite:" + file.string(), notes, bench::morning() + std::chrono::days { life });
        });
    };
    // A first life shows how long it takes here to open the store and to be told some thirty things; the
    // others end somewhere on that way.
    std::chrono::microseconds longest {};
    live(0, [&] { longest = time_to_tell(notes, 1000); });
    std::uniform_int_distribution<long> microseconds(0, longest.count());
    int told = 0;
    for (int i = 1; i <= kKills; ++i) {
        live(i, [&] { std::this_thread::sleep_for(std::chrono::microseconds { microseconds(random) }); });
        const auto store = open_store(file.string(), Opening::Create); // opens by itself, whatever was left
        store->read([&](Records& records) {
            told = check_told(records, notes);
            check_whole(records,
                LocalDate {
                    std::chrono::floor<std::chrono::days>(bench::morning()) + std::chrono::days { i } });
        });
    }
    MESSAGE(told << " answers, all kept, through " << kKills << " kills");
    CHECK(told > kKills);
    CHECK(integrity_of(file) == "ok");
}
