#include "kiosk/app/worker.h"

#include "core/base/error.h"
#include "core/reception/case_steps.h"
#include "tests/support/reception_fixture.h"

#include <atomic>
#include <doctest/doctest.h>
#include <fstream>
#include <semaphore>

using namespace nextplease;
using namespace nextplease::app;
using namespace nextplease::testing;

namespace {

// The UI thread of a test: waits until something was posted, and runs it.
class UiThread {
public:
    void run_next()
    {
        posted_.acquire();
        queue.run();
    }
    MainQueue queue { [this] { posted_.release(); } };

private:
    std::counting_semaphore<> posted_ { 0 };
};

struct Surroundings {
    TempFolder folder;
    Configuration configuration = small_configuration();
    ManualClock clock { *configuration.zone.instant(*parse_iso_time("2026-10-13T09:00:00")) };
    UiThread desk;
    std::string url(const std::string& file) const { return "sqlite:" + (folder / file).string(); }
};

Commands::Job take_a(std::string& number)
{
    return [&number](Reception& reception) -> Commands::Then {
        const Reply reply = reception.take({ ServiceCode("A") }, {}, "test");
        return [&number, reply] { number = std::get<Done>(reply).visit.number.text(); };
    };
}

} // namespace

TEST_CASE("A command is done on the worker's thread and its outcome told on the caller's")
{
    Surroundings room;
    Worker worker(room.url("store.db"), room.configuration, room.clock, room.desk.queue);
    std::thread::id did;
    worker.submit(
        [&did](Reception&) -> Commands::Then {
            did = std::this_thread::get_id();
            return [] {};
        },
        {});
    room.desk.run_next();
    std::string number;
    worker.submit(take_a(number), {});
    room.desk.run_next();
    CHECK(number == "A001");
    CHECK(did != std::this_thread::get_id());
    CHECK(did != std::thread::id {});
}

TEST_CASE("Commands are done in the order in which they were given")
{
    Surroundings room;
    Worker worker(room.url("store.db"), room.configuration, room.clock, room.desk.queue);
    std::vector<std::string> numbers(20);
    for (std::string& number : numbers)
        worker.submit(take_a(number), {});
    while (numbers.back().empty())
        room.desk.run_next();
    for (std::size_t i = 0; i < numbers.size(); ++i)
        CHECK(numbers[i] == (i < 9 ? "A00" : "A0") + std::to_string(i + 1));
}

TEST_CASE("What is to be done last is done when the worker ends, after the command under way")
{
    Surroundings room;
    std::string number;
    int last = 0;
    {
        Worker worker(room.url("store.db"), room.configuration, room.clock, room.desk.queue,
            [&last](Reception& reception) -> Commands::Then {
                reception.store().read(
                    [&last](Records& records) { last = static_cast<int>(records.open_visits().size()); });
                return {};
            });
        worker.submit(take_a(number), {});
        room.desk.run_next();
        CHECK(last == 0);
    }
    CHECK(last == 1);
}

TEST_CASE("A store that fails is told in a sentence, and tried anew with the next command")
{
    Surroundings room;
    const std::filesystem::path later = room.folder / "later";
    std::ofstream(later) << "a file where the store's folder should be";
    Worker worker("sqlite:" + (later / "store.db").string(), room.configuration, room.clock, room.desk.queue);
    std::string number, sentence;
    worker.submit(take_a(number), [&sentence](const std::string& why) { sentence = why; });
    room.desk.run_next();
    CHECK(number.empty());
    CHECK(sentence.find("later") != std::string::npos);
    std::filesystem::remove(later);
    worker.submit(take_a(number), {});
    room.desk.run_next();
    CHECK(number == "A001");
}

TEST_CASE("A command that fails half-way does not end the worker")
{
    Surroundings room;
    Worker worker(room.url("store.db"), room.configuration, room.clock, room.desk.queue);
    std::string number, sentence;
    worker.submit(
        [](Reception&) -> Commands::Then {
            throw Failure(Failure::Kind::Unavailable, "The disk is full: make room on it.");
        },
        [&sentence](const std::string& why) { sentence = why; });
    room.desk.run_next();
    CHECK(sentence == "The disk is full: make room on it.");
    worker.submit(take_a(number), {});
    room.desk.run_next();
    CHECK(number == "A001");
}

TEST_CASE("A worker that ends finishes the job under way and drops the others")
{
    Surroundings room;
    std::binary_semaphore begun { 0 }, go_on { 0 };
    std::atomic<int> done = 0;
    auto worker =
        std::make_unique<Worker>(room.url("store.db"), room.configuration, room.clock, room.desk.queue);
    const auto job = [&](Reception&) -> Commands::Then {
        if (done++ == 0) {
            begun.release();
            go_on.acquire();
        }
        return {};
    };
    worker->submit(job, {});
    worker->submit(job, {});
    begun.acquire();
    std::jthread end([&worker] { worker.reset(); });
    // Time for the end to be asked for, also on a busy machine; until then only the first may go on.
    std::this_thread::sleep_for(std::chrono::milliseconds { 500 });
    go_on.release();
    end.join();
    CHECK(done == 1);
}

TEST_CASE("Commands of tests and pictures run at once")
{
    ReceptionFixture fixture;
    DirectCommands commands(fixture.reception);
    std::string number, sentence;
    commands.submit(take_a(number), {});
    CHECK(number == "A001");
    commands.submit([](Reception&) -> Commands::Then { throw Failure(Failure::Kind::Unavailable, "Gone."); },
        [&sentence](const std::string& why) { sentence = why; });
    CHECK(sentence == "Gone.");
}

TEST_CASE("A closure that kiosk.conf names since moves what is owed as soon as a screen starts, and once")
{
    ReceptionFixture room; // Tuesday 13 October
    CaseWish wish;
    wish.words = Secret(std::string_view("The lift was broken."));
    const CaseId id = std::get<CaseDone>(receive_case(room.reception, wish, {}, "kiosk")).record.id;
    room.configuration.calendar.closures = { *parse_iso_date("2026-10-15") };
    const auto story = [&] { return case_story(*room.store, id).value(); };
    for (int start = 0; start < 2; ++start) {
        UiThread desk;
        Worker worker(room.url, room.configuration, room.clock, desk.queue);
        for (int look = 0; look < 1000 && story().events.size() < 2; ++look)
            std::this_thread::sleep_for(std::chrono::milliseconds { 5 });
        worker.submit([](Reception&) -> Commands::Then { return [] {}; }, {});
        desk.run_next();
        CHECK(story().record.first.acknowledge_by == parse_iso_date("2026-10-21"));
        CHECK(story().record.first.respond_by == parse_iso_date("2026-10-28"));
        REQUIRE(story().events.size() == 2);
        CHECK(story().events.back().kind == CaseEventKind::Recounted);
        CHECK(story().events.back().actor == "rule");
    }
}

TEST_CASE("When a day is closed, the worker forgets by itself what was kept long enough, between commands")
{
    ReceptionFixture room;
    const Visit visit = room.take("A");
    ReceptionFixture::done(room.reception.hold(visit.id, "of a person", {}, {}, { "test" }));
    room.clock.advance(std::chrono::days { 31 });
    UiThread desk;
    const Worker worker(room.url, room.configuration, room.clock, desk.queue);
    for (int look = 0; look < 1000 && !room.now(visit).note.empty(); ++look)
        std::this_thread::sleep_for(std::chrono::milliseconds { 5 });
    CHECK(room.now(visit).note.empty());
    CHECK(room.now(visit).state == VisitState::Unresolved);
}
