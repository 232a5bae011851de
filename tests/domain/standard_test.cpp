// What counts for a promise, and what against it.
#include "core/domain/reporting_period.h"
#include "core/domain/standard.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

struct Room {
    Zone zone { "Europe/London" };
    OpeningHours hours = [] {
        OpeningHours made;
        for (std::size_t day = 0; day < 5; ++day)
            made.weekdays[day] = { { 9h, 17h } };
        return made;
    }();
    Deadlines deadlines { zone, {}, hours };
    Instant now = at("2026-12-01T12:00");
    StandardFigures figures;

    Instant at(const char* local) const { return *zone.instant(*parse_iso_time(local)); }
    Judged add(const Standard& standard, const Observation& observation)
    {
        const Judged judged = judge(standard, observation, deadlines, now);
        figures.add(observation, judged, zone);
        return judged;
    }
};

Standard promise(StandardChannel channel, Stretch stretch, const char* limit)
{
    Standard made;
    made.id = "x";
    made.channels = { channel };
    made.stretch = stretch;
    made.limit = parse_limit(limit);
    return made;
}

} // namespace

TEST_CASE(
    "Answered waits of 5, 19, 20, 21 and 40 s and calls given up at 3 and 25 s, by each way of counting")
{
    Standard calls = promise(StandardChannel::Phone, Stretch::Picked, "20 seconds");
    const auto counted = [&](Lost lost, Seconds grace) {
        Room room;
        calls.lost = lost;
        calls.lost_grace = grace;
        const Instant rang = room.at("2026-10-13T10:00");
        for (const int wait : { 5, 19, 20, 21, 40 })
            room.add(calls,
                { .channel = StandardChannel::Phone, .started = rang, .stopped = rang + Seconds { wait } });
        for (const int wait : { 3, 25 })
            room.add(calls,
                { .channel = StandardChannel::Phone, .started = rang, .lost = rang + Seconds { wait } });
        return std::pair(room.figures.within, room.figures.decided());
    };
    CHECK(counted(Lost::LeaveOut, 0s) == std::pair<std::int64_t, std::int64_t>(3, 5));
    CHECK(counted(Lost::All, 0s) == std::pair<std::int64_t, std::int64_t>(3, 7));
    CHECK(counted(Lost::All, 5s) == std::pair<std::int64_t, std::int64_t>(3, 6));
    CHECK(counted(Lost::Late, 0s) == std::pair<std::int64_t, std::int64_t>(3, 6));
}

TEST_CASE("Nothing decided has no share, and a share of exactly the goal meets it")
{
    StandardFigures figures;
    CHECK_FALSE(figures.share());
    CHECK(figures.verdict(95) == Verdict::Nothing);
    figures.open = 3;
    figures.count = 3;
    CHECK_FALSE(figures.share());
    figures.within = 95;
    figures.late = 5;
    CHECK(figures.verdict(95) == Verdict::Met);
    CHECK(figures.verdict(std::nullopt) == Verdict::NoGoal);
    figures.late = 6;
    CHECK(figures.verdict(95) == Verdict::NotMet);
}

TEST_CASE("What is open and past its limit is decided; what is open in time is not")
{
    Room room;
    const Standard letters = promise(StandardChannel::Letter, Stretch::Answered, "5 working days");
    room.now = room.at("2026-10-20T23:59:59");
    room.add(letters, { .channel = StandardChannel::Letter, .started = room.at("2026-10-13T10:00") });
    CHECK(room.figures.open == 1);
    CHECK(room.figures.open_late == 0);
    CHECK(room.figures.decided() == 0);
    room.now += 1s;
    CHECK(
        room.add(letters, { .channel = StandardChannel::Letter, .started = room.at("2026-10-13T10:00") }).over
        == 1s);
    CHECK(room.figures.open == 2);
    CHECK(room.figures.open_late == 1);
    CHECK(room.figures.share() == 0);
    CHECK(room.figures.broken_days
        == std::map<LocalDate, std::int64_t> { { *parse_iso_date("2026-10-13"), 1 } });
    CHECK(room.figures.broken_hours[10] == 1);
}

TEST_CASE("A later date that was told in time is kept by its own day, and no later than may be told")
{
    Room room;
    Standard complaints = promise(StandardChannel::Complaint, Stretch::Answered, "10 days");
    const Instant came = room.at("2026-10-01T10:00");
    const auto judged = [&](const char* told, const char* until, const char* answered) {
        return room.add(complaints,
            { .channel = StandardChannel::Complaint,
                .started = came,
                .stopped = room.at(answered),
                .told = Observation::Told { room.at(told), *parse_iso_date(until) } });
    };
    // Where the promise knows no later date, it is late; that it was told is counted.
    CHECK(judged("2026-10-05T10:00", "2026-11-02", "2026-10-20T10:00").standing == Standing::Late);
    CHECK(room.figures.told == 1);
    complaints.extended = parse_limit("12 weeks");
    const Judged kept = judged("2026-10-05T10:00", "2026-11-02", "2026-11-02T23:00");
    CHECK(kept.standing == Standing::Within);
    CHECK(kept.extended);
    CHECK(judged("2026-10-05T10:00", "2026-11-02", "2026-11-03T00:00").standing == Standing::Late);
    CHECK(
        judged("2026-10-12T10:00", "2026-11-02", "2026-10-20T10:00").standing == Standing::Late); // told late
    CHECK(judged("2026-10-05T10:00", "2027-03-01", "2026-12-25T10:00").standing == Standing::Late);
    CHECK(judged("2026-10-05T10:00", "2027-03-01", "2026-12-24T10:00").standing == Standing::Within);
    const Judged early = judged("2026-10-05T10:00", "2026-11-02", "2026-10-06T10:00");
    CHECK(early.standing == Standing::Within);
    CHECK_FALSE(early.extended);
    CHECK(room.figures.extended == 2);
}

TEST_CASE("What is left out is in no figure but its own")
{
    Room room;
    const Standard mail = promise(StandardChannel::Email, Stretch::Acknowledged, "1 working day");
    room.add(mail,
        { .channel = StandardChannel::Email,
            .started = room.at("2026-10-01T10:00"),
            .counts = Observation::Counts::LeftOut });
    StandardFigures expected;
    expected.left_out = 1;
    CHECK(room.figures == expected);
}

TEST_CASE("Held time is taken out of the clock")
{
    Room room;
    Standard visits = promise(StandardChannel::Visit, Stretch::Seen, "10 minutes");
    const Instant came = room.at("2026-10-13T10:00");
    Observation visit { .started = came, .stopped = came + 25min, .paused = 15min };
    CHECK(room.add(visits, visit).standing == Standing::Within);
    visit.stopped = *visit.stopped + 1s;
    CHECK(room.add(visits, visit).standing == Standing::Late);
    visits.limit.reset();
    visit.own_limit = 11min;
    CHECK(room.add(visits, visit).standing == Standing::Within);
}

TEST_CASE("A promise is about its channels, services, directorate and times of day alone")
{
    Room room;
    Standard calls = promise(StandardChannel::Phone, Stretch::Picked, "20 seconds");
    Observation call { .channel = StandardChannel::Phone,
        .service = ServiceCode("A"),
        .directorate = DirectorateCode("people"),
        .started = room.at("2026-10-13T08:30") };
    CHECK(is_about(calls, call, room.deadlines));
    calls.between = { { 8h + 30min, 17h } };
    CHECK(is_about(calls, call, room.deadlines));
    call.started -= 1s;
    CHECK_FALSE(is_about(calls, call, room.deadlines));
    call.started = room.at("2026-10-13T17:00");
    CHECK_FALSE(is_about(calls, call, room.deadlines));
    call.started = room.at("2026-08-31T10:00"); // a bank holiday
    CHECK(is_about(calls, call, room.deadlines));
    calls.working_days_only = true;
    CHECK_FALSE(is_about(calls, call, room.deadlines));
    call.started = room.at("2026-09-01T10:00");
    CHECK(is_about(calls, call, room.deadlines));
    calls.between.clear();
    CHECK(is_about(calls, call, room.deadlines));
    calls.services = { ServiceCode("B") };
    CHECK_FALSE(is_about(calls, call, room.deadlines));
    calls.services = { ServiceCode("B"), ServiceCode("A") };
    CHECK(is_about(calls, call, room.deadlines));
    calls.directorate = DirectorateCode("places");
    CHECK_FALSE(is_about(calls, call, room.deadlines));
    calls.directorate = call.directorate;
    CHECK(is_about(calls, call, room.deadlines));
    call.channel = StandardChannel::Email;
    CHECK_FALSE(is_about(calls, call, room.deadlines));
}

TEST_CASE("The worst cases are the longest over, five of them")
{
    Room room;
    const Standard visits = promise(StandardChannel::Visit, Stretch::Seen, "10 minutes");
    const Instant came = room.at("2026-10-13T10:00");
    for (const int minutes : { 11, 30, 12, 60, 13, 14, 90 })
        room.add(visits, { .started = came, .stopped = came + Minutes { minutes } });
    std::vector<Seconds> over;
    for (const BrokenPromise& one : room.figures.worst)
        over.push_back(one.over);
    CHECK(over == std::vector<Seconds> { 80min, 50min, 20min, 4min, 3min });
    CHECK(room.figures.late == 7);
}

TEST_CASE("Whoever was left over at closing comes after those who are known to have waited too long")
{
    Room room;
    Standard visits = promise(StandardChannel::Visit, Stretch::Seen, "10 minutes");
    visits.lost = Lost::All;
    const Instant came = room.at("2026-10-13T10:00");
    for (int i = 0; i < 6; ++i)
        room.add(visits, { .started = came + Minutes { i }, .lost = came + std::chrono::hours { 14 } });
    room.add(visits, { .started = came, .stopped = came + Minutes { 11 } });
    REQUIRE(room.figures.lost == 6);
    REQUIRE(room.figures.worst.size() == kWorstCases);
    CHECK_FALSE(room.figures.worst.front().lost);
    CHECK(room.figures.worst.front().over == 1min);
    CHECK(room.figures.worst.back().lost);
}

TEST_CASE("Months and quarters know what was before them and a year before")
{
    const auto month = parse_month("2026-01");
    REQUIRE(month);
    CHECK(month->before().key() == "2025-12");
    CHECK(month->year_before().key() == "2025-01");
    CHECK(to_iso(parse_month("2024-02")->last()) == "2024-02-29");
    const auto quarter = parse_quarter("2026-Q3");
    REQUIRE(quarter);
    CHECK(to_iso(quarter->first()) == "2026-07-01");
    CHECK(to_iso(quarter->last()) == "2026-09-30");
    CHECK(parse_quarter("2026-Q1")->before().key() == "2025-Q4");
    CHECK(period_of(*parse_iso_date("2026-12-31"), ReportingPeriod::Kind::Quarter).key() == "2026-Q4");
    for (const char* text : { "2026-13", "2026-00", "2026-1", "26-01", "2026-Q3", "2026/01", "" })
        CHECK_FALSE(parse_month(text));
    for (const char* text : { "2026-Q5", "2026-Q0", "2026-3", "2026-q3", "" })
        CHECK_FALSE(parse_quarter(text));
}
