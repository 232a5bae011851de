// What a manager sees of seen-within-target against the reports that are published: the same figures,
// whatever is chosen, on a simulated quarter.
#include "core/reception/log_import.h"
#include "core/reception/seen_report.h"
#include "core/reception/simulation.h"
#include "core/reception/wait_report.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace nextplease;

namespace {

struct Quarter {
    Configuration configuration = read_configuration(NEXTPLEASE_CONF);
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "nextplease-seen-report";
    std::unique_ptr<Store> store;
    Instant now = *configuration.zone.instant(*parse_iso_time("2026-12-23T12:00:00"));
    VisitTable table { configuration };
    SeenQuestion all { *parse_iso_date("2026-10-01"), *parse_iso_date("2026-11-30"), {}, {}, {}, {},
        SeenQuestion::Days { *parse_iso_date("2026-09-01"), *parse_iso_date("2026-09-30") } };

    Quarter()
    {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
        SimulationRules rules = simulation_rules(configuration);
        rules.leave_share = 0.2;
        const SimulatedLog log =
            simulated_log(rules, configuration, { *parse_iso_date("2026-09-01"), 70, 3 });
        std::ofstream(folder / "visits.csv") << log.visits;
        import_log(*store, configuration, folder / "visits.csv", UnknownNames::Refuse);
        table.load(*store, {}, {}, now);
    }
    ~Quarter() { std::filesystem::remove_all(folder); }

    WaitReport report(Grouping by, LocalDate from, LocalDate to) const
    {
        WaitQuestion question { from, to };
        question.by = by;
        return wait_report(*store, configuration, question, now);
    }
};

Quarter& quarter()
{
    static Quarter made;
    return made;
}

void check_same(const SeenFigures& mine, const WaitFigures& published)
{
    CHECK(mine.visits == published.visits);
    CHECK(mine.seen == published.seen);
    CHECK(mine.within == published.within);
    CHECK(mine.strict_of == published.share_all_of());
    CHECK(mine.left == published.left_early + published.left_late);
    CHECK(mine.no_show == published.no_show);
    CHECK(mine.unresolved == published.unresolved);
    CHECK(mine.median == published.wait.median_seconds);
    CHECK(mine.p90 == published.wait.p90_seconds);
    CHECK(mine.longest == published.wait.max_seconds);
}

} // namespace

TEST_CASE("The whole, the period beside it, services and desks are those that report wait publishes")
{
    Quarter& q = quarter();
    const SeenReport mine = seen_report(q.table, q.all);
    REQUIRE(mine.total.seen > 1000);
    REQUIRE(mine.total.left > 20);
    check_same(mine.total, q.report(Grouping::None, q.all.from, q.all.to).total.figures);
    check_same(mine.beside, q.report(Grouping::None, q.all.beside->from, q.all.beside->to).total.figures);
    const WaitReport services = q.report(Grouping::Service, q.all.from, q.all.to);
    REQUIRE(mine.services.size() == services.groups.size());
    for (std::size_t i = 0; i < mine.services.size(); ++i) {
        CHECK(q.table.services().at(mine.services[i].place) == services.groups[i].key);
        check_same(mine.services[i].figures, services.groups[i].figures);
    }
    for (const WaitGroup& desk : q.report(Grouping::Desk, q.all.from, q.all.to).groups) {
        const auto at = std::find_if(mine.desks.begin(), mine.desks.end(),
            [&](const auto& group) { return q.table.desks().at(group.place) == desk.key; });
        REQUIRE(at != mine.desks.end());
        CHECK(at->figures.within == desk.figures.within);
        CHECK(at->figures.seen == desk.figures.seen);
        CHECK(at->figures.median == desk.figures.wait.median_seconds);
    }
}

TEST_CASE("Hours, weekdays and weeks add up to what is published by hour, weekday and day")
{
    Quarter& q = quarter();
    const SeenReport mine = seen_report(q.table, q.all);
    for (const WaitGroup& hour : q.report(Grouping::Hour, q.all.from, q.all.to).groups) {
        SeenShare sum;
        for (const auto& weekday : mine.by_hour) {
            sum.seen += weekday.at(std::stoul(hour.key)).seen;
            sum.within += weekday.at(std::stoul(hour.key)).within;
        }
        CHECK(sum == SeenShare { hour.figures.within, hour.figures.seen });
        const auto at = std::find_if(mine.hours.begin(), mine.hours.end(),
            [&](const auto& group) { return group.place == std::stoul(hour.key); });
        REQUIRE(at != mine.hours.end());
        check_same(at->figures, hour.figures);
    }
    for (const WaitGroup& weekday : q.report(Grouping::Weekday, q.all.from, q.all.to).groups) {
        SeenShare sum;
        for (const SeenShare& hour : mine.by_hour.at(std::stoul(weekday.key) - 1)) {
            sum.seen += hour.seen;
            sum.within += hour.within;
        }
        CHECK(sum == SeenShare { weekday.figures.within, weekday.figures.seen });
        const auto at = std::find_if(mine.weekdays.begin(), mine.weekdays.end(),
            [&](const auto& group) { return group.place == std::stoul(weekday.key); });
        REQUIRE(at != mine.weekdays.end());
        check_same(at->figures, weekday.figures);
    }
    for (const auto trend :
        { SeenQuestion::Trend::Days, SeenQuestion::Trend::Weeks, SeenQuestion::Trend::Months }) {
        SeenQuestion asked = q.all;
        asked.trend = trend;
        const SeenReport report = seen_report(q.table, asked);
        REQUIRE(static_cast<int>(report.trend.size()) == stretches_of(trend));
        CHECK(report.trend.back().days.to == asked.to);
        for (std::size_t i = 0; i < report.trend.size(); ++i) {
            const SeenReport::Stretch& stretch = report.trend[i];
            if (i > 0)
                CHECK(stretch.days.from == add_days(report.trend[i - 1].days.to, 1));
            const WaitFigures published =
                q.report(Grouping::None, stretch.days.from, stretch.days.to).total.figures;
            CHECK(stretch.share == SeenShare { published.within, published.seen });
        }
    }
    CHECK(iso_weekday(mine.trend.back().days.from) == 1);
}

TEST_CASE("A trend stands beside the year before: weekdays meet their like, months the same month")
{
    Quarter& q = quarter();
    for (const auto trend : { SeenQuestion::Trend::Days, SeenQuestion::Trend::Weeks }) {
        SeenQuestion then = q.all, now = q.all;
        then.trend = now.trend = trend;
        now.to = add_days(then.to, 364);
        const SeenReport before = seen_report(q.table, then);
        const SeenReport after = seen_report(q.table, now);
        for (std::size_t i = 0; i < before.trend.size(); ++i)
            CHECK(after.trend[i].year_before == before.trend[i].share);
        CHECK(after.trend.back().year_before.seen > 0);
    }
    SeenQuestion months = q.all;
    months.trend = SeenQuestion::Trend::Months;
    months.to = *parse_iso_date("2027-11-10"); // the tenth: as far as that the year before
    const SeenReport report = seen_report(q.table, months);
    const auto published = [&](const char* from, const char* to) {
        const WaitFigures f =
            q.report(Grouping::None, *parse_iso_date(from), *parse_iso_date(to)).total.figures;
        return SeenShare { f.within, f.seen };
    };
    CHECK(report.trend.back().year_before == published("2026-11-01", "2026-11-10"));
    CHECK(report.trend.at(11).year_before == published("2026-10-01", "2026-10-31"));
}

TEST_CASE(
    "How long people waited: every visit that was seen is in one bar, and those past the limit are counted")
{
    Quarter& q = quarter();
    const SeenReport mine = seen_report(q.table, q.all);
    std::int64_t sum = 0;
    for (const std::int64_t bar : mine.waits)
        sum += bar;
    CHECK(sum == mine.total.seen);
    CHECK(mine.waited_past == mine.total.seen - mine.total.within);
}

TEST_CASE("Filters choose together what each would alone, counted visit by visit")
{
    Quarter& q = quarter();
    SeenQuestion some = q.all;
    some.service = 1;
    some.weekday = 2;
    some.desk = 2;
    WaitTally tally(Seconds { 0 }, q.now);
    q.store->scan(q.configuration.zone.days(some.from, some.to), [&](const VisitRow& row) {
        if (row.service != q.table.services()[1] || row.desk != q.table.desks()[2]
            || iso_weekday(q.configuration.zone.date(row.arrived)) != 2)
            return;
        tally.add({ .state = row.state,
                      .arrived = row.arrived,
                      .called = row.called,
                      .seen = row.seen,
                      .ended = row.ended,
                      .held = row.held,
                      .served = row.served },
            q.configuration.office.find(ServiceCode(std::string(row.service)))->limit);
    });
    const WaitFigures counted = tally.figures();
    REQUIRE(counted.visits > 10);
    check_same(seen_report(q.table, some).total, counted);
}

TEST_CASE("Behind a figure stand as many visits as it counts, the longest waits first")
{
    Quarter& q = quarter();
    const SeenReport mine = seen_report(q.table, q.all);
    Behind behind;
    behind.which = Behind::Which::PastLimit;
    const VisitsBehind late = visits_behind(q.table, q.all, behind);
    CHECK(late.count == mine.waited_past);
    REQUIRE(late.visits.size() == std::min<std::size_t>(kVisitsAtOnce, static_cast<std::size_t>(late.count)));
    for (std::size_t i = 1; i < late.visits.size(); ++i)
        CHECK(q.table.visits()[late.visits[i - 1]].wait >= q.table.visits()[late.visits[i]].wait);
    CHECK(visits_behind(q.table, q.all, behind, 7).visits.size() == 7);
    REQUIRE(mine.longest);
    CHECK(q.table.visits()[*mine.longest].counted == Counted::Seen);
    CHECK(q.table.visits()[*mine.longest].wait == mine.total.longest);
    Behind cell;
    cell.which = Behind::Which::Seen;
    cell.weekday = 1;
    cell.hour = 10;
    CHECK(visits_behind(q.table, q.all, cell).count == mine.by_hour[0][10].seen);
    Behind week;
    week.which = Behind::Which::Seen;
    week.days = mine.trend[11].days;
    CHECK(visits_behind(q.table, q.all, week).count == mine.trend[11].share.seen);
    Behind service;
    service.service = mine.services[0].place;
    CHECK(visits_behind(q.table, q.all, service).count == mine.services[0].figures.visits);
    Behind minute;
    minute.which = Behind::Which::Seen;
    minute.from_seconds = 300;
    minute.to_seconds = 360;
    CHECK(visits_behind(q.table, q.all, minute).count == mine.waits[5]);
    Behind left;
    left.which = Behind::Which::Left;
    CHECK(visits_behind(q.table, q.all, left).count == mine.total.left);
}

TEST_CASE("By desk the rows add up to all, and who was never at one stands last")
{
    Quarter& q = quarter();
    const SeenReport mine = seen_report(q.table, q.all);
    std::int64_t visits = 0, left = 0;
    for (const SeenReport::Group& desk : mine.desks) {
        visits += desk.figures.visits;
        left += desk.figures.left;
    }
    CHECK(visits == mine.total.visits);
    CHECK(left == mine.total.left);
    CHECK(q.table.desks().at(mine.desks.back().place).empty());
    CHECK(mine.desks.back().figures.seen == 0);
}

TEST_CASE("A day that is read again takes the place of what was known of it")
{
    Quarter& q = quarter();
    VisitTable table(q.configuration);
    table.load(*q.store, {}, {}, q.now);
    const std::size_t all = table.visits().size();
    table.load(*q.store, parse_iso_date("2026-10-13"), parse_iso_date("2026-10-13"), q.now);
    CHECK(table.visits().size() == all);
    CHECK(seen_report(table, q.all).total == seen_report(q.table, q.all).total);
}
