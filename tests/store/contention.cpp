#include "tests/store/contention.h"

#include "tests/bench/bench_office.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace nextplease::testing {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::filesystem::path notes_of(const std::filesystem::path& folder, int process)
{
    return folder / fmt::format("process-{}.txt", process);
}

const Visit& done(const Reply& reply)
{
    return std::get<Done>(reply).visit; // a refusal throws, and the process fails
}

// One process: notes every answer it got, as a printed ticket or a call on the board would be.
void take_and_call(const std::filesystem::path& folder, const std::string& url,
    const Configuration& configuration, int process, SteadyClock::time_point end)
{
    const auto store = open_store(url, Opening::Create);
    const SystemClock clock;
    Reception reception(*store, configuration, clock);
    const DeskCode desk = configuration.office.desks.at(static_cast<std::size_t>(process)).code;
    const ServiceCode service = configuration.office.services.front().code;
    std::ofstream notes(notes_of(folder, process));
    double slowest = 0;
    const auto timed = [&](auto work) {
        const auto start = SteadyClock::now();
        const Visit visit = done(work());
        slowest =
            std::max(slowest, std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count());
        return visit;
    };
    while (SteadyClock::now() < end) {
        const Visit taken =
            timed([&] { return reception.take({ .service = service }, new_request(), "kiosk"); });
        notes << "taken " << taken.id.value() << '\n';
        const Visit called = timed([&] { return reception.call_next(desk, new_request(), "desk"); });
        notes << "called " << called.id.value() << '\n';
        done(reception.start(called.id, new_request(), { "desk", desk }));
        done(reception.finish(called.id, new_request(), { "desk", desk }));
    }
    notes << "slowest " << slowest << '\n';
}

// Goes through the events in the order in which they happened, and counts what must not be.
void replay(Store& store, Contention& found)
{
    std::map<VisitId, VisitState> states;
    std::map<std::string, VisitId> holders;
    EventId last;
    store.read([&](Records& records) {
        std::map<VisitId, std::string> numbers;
        records.each_visit({ Instant {}, Instant::max() },
            [&](const Visit& visit) { numbers[visit.id] = visit.number.text(); });
        for (;;) {
            const std::vector<Event> events = records.events_after(last, 10'000);
            if (events.empty())
                return;
            last = events.back().id;
            for (const Event& event : events) {
                if (!event.visit)
                    continue;
                const std::string& number = numbers[*event.visit];
                VisitState& state = states[*event.visit];
                if (event.kind == EventKind::Taken) {
                    found.duplicate_numbers += holders.emplace(number, *event.visit).second ? 0 : 1;
                    state = VisitState::Waiting;
                } else if (event.kind == EventKind::Called) {
                    found.double_calls += state == VisitState::Waiting ? 0 : 1;
                    state = VisitState::Called;
                } else if (event.kind == EventKind::Finished) {
                    holders.erase(number);
                    state = VisitState::Served;
                }
            }
        }
    });
}

void read_notes(const std::filesystem::path& folder, Store& store, Contention& found)
{
    std::set<std::int64_t> taken;
    std::set<std::int64_t> called;
    store.read([&](Records& records) {
        for (std::size_t i = 0; i < found.processes.size(); ++i) {
            Contention::Process& process = found.processes[i];
            std::ifstream notes(notes_of(folder, static_cast<int>(i)));
            std::string word;
            while (notes >> word) {
                if (word == "slowest") {
                    notes >> process.slowest_ms;
                    continue;
                }
                std::int64_t id = 0;
                notes >> id;
                found.lost += records.visit(VisitId(id)) ? 0 : 1;
                if (word == "taken") {
                    ++process.taken;
                    found.duplicate_numbers += taken.insert(id).second ? 0 : 1;
                } else {
                    ++process.called;
                    found.double_calls += called.insert(id).second ? 0 : 1;
                }
            }
        }
    });
}

} // namespace

double Contention::fairness() const
{
    const auto less = [](const Process& a, const Process& b) { return a.called < b.called; };
    const auto [least, most] = std::minmax_element(processes.begin(), processes.end(), less);
    return most->called == 0 ? 0 : static_cast<double>(least->called) / static_cast<double>(most->called);
}

std::string Contention::table() const
{
    std::string text;
    for (std::size_t i = 0; i < processes.size(); ++i)
        text += fmt::format("process {}: {} taken, {} called, slowest answer {:.0f} ms\n", i + 1,
            processes[i].taken, processes[i].called, processes[i].slowest_ms);
    return text
        + fmt::format(
            "duplicate numbers {}, double calls {}, lost {}, failed processes {}, slowest / fastest {:.2f}",
            duplicate_numbers, double_calls, lost, failures, fairness());
}

Contention contend(const std::filesystem::path& folder, int processes, std::chrono::milliseconds time)
{
    const std::string url = "sqlite:" + (folder / "store.db").string();
    const Configuration configuration = bench::office_with(1, processes);
    const auto end = SteadyClock::now() + time;
    Contention found;
    std::vector<pid_t> children;
    for (int i = 0; i < processes; ++i) {
        children.push_back(fork());
        if (children.back() != 0)
            continue;
        try {
            take_and_call(folder, url, configuration, i, end);
            _exit(0);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "process %d: %s\n", i, error.what());
            _exit(1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        found.failures += status == 0 ? 0 : 1;
    }
    found.processes.resize(static_cast<std::size_t>(processes));
    const auto store = open_store(url, Opening::Existing);
    read_notes(folder, *store, found);
    replay(*store, found);
    return found;
}

} // namespace nextplease::testing
