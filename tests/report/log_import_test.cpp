#include "core/reception/log_import.h"

#include "core/base/error.h"
#include "tests/support/reception_fixture.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace nextplease;
using testing::ReceptionFixture;

namespace {

const std::string kHeader = "ticket,service,priority,arrived,called,finished,left,server\n";

struct ImportFixture : ReceptionFixture {
    ImportSummary import(const std::string& rows, UnknownNames unknown = UnknownNames::Refuse)
    {
        std::ofstream(folder / "log.csv", std::ios::trunc) << kHeader << rows;
        return import_log(*store, configuration, folder / "log.csv", unknown);
    }

    // What is said of a log, from "line" on; "" if it is taken.
    std::string fault(const std::string& rows, UnknownNames unknown = UnknownNames::Refuse)
    {
        try {
            import(rows, unknown);
        } catch (const InputError& error) {
            const std::string what = error.what();
            CHECK(what.starts_with((folder / "log.csv").string() + ":line "));
            return what.substr(what.find(":line ") + 1);
        }
        return "";
    }

    Instant at(const std::string& local) const { return *configuration.zone.instant(*parse_iso_time(local)); }

    Visit visit(const std::string& reference, Instant arrived)
    {
        std::optional<Visit> found;
        store->read([&](Records& records) { found = records.visit_referenced(reference, arrived); });
        REQUIRE(found);
        return *found;
    }
    Visit visit(const std::string& reference, const std::string& arrived)
    {
        return visit(reference, at(arrived));
    }

    long visits()
    {
        long count = 0;
        const auto tell = [&](const Visit&) { ++count; };
        store->read([&](Records& records) {
            records.each_visit(configuration.zone.days(kLong, add_days(kLong, 20'000)), tell);
        });
        return count;
    }
    static constexpr LocalDate kLong { std::chrono::year { 1990 }, std::chrono::January,
        std::chrono::day { 1 } };

    std::string story(const Visit& visit)
    {
        std::string words;
        store->read([&](Records& records) {
            for (const Event& event : records.events_of(visit.id)) {
                CHECK(event.actor == "import");
                words += std::string(word(event.kind)) + " "
                    + clock_face(configuration.zone.local(event.at).since_midnight) + " ";
            }
        });
        return words;
    }
};

} // namespace

TEST_CASE_FIXTURE(ImportFixture, "A finished row becomes a visit that was served, seen at its call")
{
    import("x-1,A,0,2026-10-12T09:00:00,2026-10-12T09:04:00,2026-10-12T09:10:30,,Desk 1\n");
    const Visit seen = visit("x-1", "2026-10-12T09:00:00");
    CHECK(seen.state == VisitState::Served);
    CHECK(seen.number.empty());
    CHECK(to_iso(seen.day) == "2026-10-12");
    CHECK(seen.seen == at("2026-10-12T09:04:00"));
    CHECK(seen.seen_called == seen.seen);
    CHECK(seen.seen_desk == DeskCode("Desk 1"));
    CHECK(seen.served == Seconds { 390 });
    CHECK(seen.ended == at("2026-10-12T09:10:30"));
    CHECK(story(seen) == "taken 09:00 called 09:04 started 09:04 finished 09:10 ");
    std::vector<Leg> legs;
    store->read([&](Records& records) { legs = records.legs_of(seen.id); });
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].how == VisitState::Served);
    CHECK(legs[0].served == Seconds { 390 });
}

TEST_CASE_FIXTURE(
    ImportFixture, "A row without an end is unresolved when its day ends, and seen if it was called")
{
    import("gone,A,0,2026-10-12T09:00:00,,,2026-10-12T09:20:00,\n"
           "open,A,0,2026-10-12T09:00:00,,,,\n"
           "half,B,0,2026-10-12T09:00:00,2026-10-12T09:01:00,,,\n");
    const Visit gone = visit("gone", "2026-10-12T09:00:00");
    CHECK(gone.state == VisitState::Left);
    CHECK(story(gone) == "taken 09:00 left 09:20 ");
    const Visit open = visit("open", "2026-10-12T09:00:00");
    CHECK(open.state == VisitState::Unresolved);
    CHECK_FALSE(open.seen);
    CHECK(open.ended == at("2026-10-13T00:00:00"));
    const Visit half = visit("half", "2026-10-12T09:00:00");
    CHECK(half.state == VisitState::Unresolved);
    CHECK(half.seen == at("2026-10-12T09:01:00"));
    CHECK(half.served == Seconds { 0 });
    CHECK(story(half) == "taken 09:00 called 09:01 started 09:01 unresolved 00:00 ");
}

TEST_CASE_FIXTURE(
    ImportFixture, "Priorities are numbers or classes of the configuration; 0 and nothing are ordinary")
{
    import("1,A,0,2026-10-12T09:00:00,,,,\n2,A,,2026-10-12T09:00:00,,,,\n"
           "3,A,02,2026-10-12T09:00:00,,,,\n4,A,P,2026-10-12T09:00:00,,,,\n");
    CHECK(visit("1", "2026-10-12T09:00:00").priority.empty());
    CHECK(visit("2", "2026-10-12T09:00:00").priority.empty());
    CHECK(visit("3", "2026-10-12T09:00:00").priority == PriorityCode("2"));
    CHECK(visit("4", "2026-10-12T09:00:00").priority == PriorityCode("P"));
}

TEST_CASE_FIXTURE(ImportFixture, "A bad row is named, and nothing of the file is imported")
{
    const std::string good = "ok,A,0,2026-10-12T08:59:00,2026-10-12T09:00:00,2026-10-12T09:01:00,,Desk 1\n";
    const auto check = [&](const std::string& row, const std::string& expected) {
        CAPTURE(row);
        const std::string said = fault(good + row + "\n");
        CAPTURE(said);
        CHECK(said.starts_with("line 3: "));
        CHECK(said.find(expected) != std::string::npos);
        CHECK(visits() == 0);
    };
    check("1,A,0,2026-10-12T09:00:00", "4 cells where there should be 8");
    check("1,A,0,2026-10-12T09:00:00,,,,,", "9 cells where there should be 8");
    check(",A,0,2026-10-12T09:00:00,,,,", "\"ticket\" is empty");
    check("ok,A,0,2026-10-12T09:00:00,,,,", "ticket \"ok\" is in line 2 already");
    check("1,,0,2026-10-12T09:00:00,,,,", "\"service\" is empty");
    check("1,ZZ,0,2026-10-12T09:00:00,,,,",
        "service \"ZZ\" is not known: add it to test, or import with --create");
    check("1,A,0,2026-10-12T09:00:00,2026-10-12T09:00:00,,,Desk 9", "desk \"Desk 9\" is not known");
    check("1,A,-1,2026-10-12T09:00:00,,,,", "priority \"-1\" is neither");
    check("1,A,0,,,,,", "\"arrived\" is empty");
    check("1,A,0,2026-10-32T09:00:00,,,,", "\"arrived\" is \"2026-10-32T09:00:00\", which is not a time");
    check("1,A,0,12/10/2026 09:00,,,,", "which is not a time: write it as 2026-10-13T10:24:05");
    check("1,A,0,2026-10-12T09:00:00Z,,,,", "which is not a time");
    check("1,A,0,2026-03-29T01:30:00,,,,", "which the clocks skipped that night in Europe/London");
    check("1,A,0,2026-10-12T09:00:00,2026-10-12T08:59:59,,,", "\"called\" is 2026-10-12T08:59:59, before");
    check("1,A,0,2026-10-12T09:00:00,2026-10-12T09:05:00,2026-10-12T09:04:00,,", "\"finished\" is");
    check("1,A,0,2026-10-12T09:00:00,,,2026-10-12T08:00:00,", "\"left\" is 2026-10-12T08:00:00, before");
    check("1,A,0,2026-10-12T09:00:00,,2026-10-12T09:05:00,,", "\"finished\" without \"called\"");
    check("1,A,0,2026-10-12T09:00:00,2026-10-12T09:05:00,,2026-10-12T09:05:00,",
        "both \"called\" and \"left\"");
    check("1,A,0,2026-10-12T09:00:00,,,,Desk 1", "there is a server and no time in \"called\"");
}

TEST_CASE_FIXTURE(ImportFixture, "A file with another header, or with nothing, is not a log")
{
    std::ofstream(folder / "log.csv") << "ticket;service\n";
    CHECK_THROWS_AS(
        import_log(*store, configuration, folder / "log.csv", UnknownNames::TakeAsFound), InputError);
    std::ofstream(folder / "log.csv", std::ios::trunc) << "";
    CHECK_THROWS_AS(
        import_log(*store, configuration, folder / "log.csv", UnknownNames::TakeAsFound), InputError);
}

TEST_CASE_FIXTURE(
    ImportFixture, "The same file twice adds nothing; another story of the same ticket is refused whole")
{
    const std::string one = "1,A,0,2026-10-12T09:00:00,2026-10-12T09:04:00,2026-10-12T09:10:00,,Desk 1\n";
    const std::string two = "2,A,0,2026-10-12T09:01:00,,,,\n";
    CHECK(import(one).added == 1);
    const ImportSummary again = import(one + two);
    CHECK(again.rows == 2);
    CHECK(again.added == 1);
    CHECK(again.already_there == 1);
    CHECK(import(one + two).added == 0);
    CHECK(visits() == 2);
    const std::string said =
        fault("3,A,0,2026-10-12T09:02:00,,,,\n"
              "1,A,0,2026-10-12T09:00:00,2026-10-12T09:04:00,2026-10-12T09:10:01,,Desk 1\n");
    CHECK(said.starts_with("line 3: ticket \"1\" of that time is in the store with another content"));
    CHECK(visits() == 2);
}

TEST_CASE_FIXTURE(ImportFixture, "What was taken as found is known to the next import")
{
    const ImportSummary first =
        import("1,ZZ,0,2026-10-12T09:00:00,2026-10-12T09:00:00,,,CLERK1\n2,ZZ,0,2026-10-12T09:00:00,,,,\n",
            UnknownNames::TakeAsFound);
    CHECK(first.found_services == std::vector { ServiceCode("ZZ") });
    CHECK(fault("3,ZZ,0,2026-10-12T09:00:00,,,,\n").empty());
    CHECK(visits() == 3);
}

TEST_CASE_FIXTURE(ImportFixture, "In the autumn hour that comes twice a row's times stay in order")
{
    import("fold,A,0,2026-10-25T01:50:00,2026-10-25T01:10:00,2026-10-25T01:30:00,,\n"
           "first,A,0,2026-10-25T01:10:00,2026-10-25T01:50:00,2026-10-25T02:00:00,,\n");
    const Instant half_past_midnight_utc = at("2026-10-25T01:30:00"); // 00:30 UTC, in summer time
    const Visit fold = visit("fold", half_past_midnight_utc + Minutes { 20 });
    CHECK(*fold.seen - fold.arrived == Minutes { 20 });
    CHECK(fold.served == Minutes { 20 });
    const Visit first = visit("first", half_past_midnight_utc - Minutes { 20 });
    CHECK(*first.seen - first.arrived == Minutes { 40 });
    CHECK(first.served == Minutes { 70 }); // 01:50 the first time, to 02:00 when both hours have passed
    CHECK(fault("back,A,0,2026-10-25T02:50:00,2026-10-25T01:10:00,,,\n").find("before") != std::string::npos);
}
