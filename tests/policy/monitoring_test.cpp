// Call monitoring (C): a sample by chance that anybody can draw again, and how the calls were answered.
#include "core/domain/call_monitoring.h"
#include "core/reception/monitoring.h"
#include "tests/policy/policy_office.h"

#include <algorithm>
#include <map>
#include <set>

using namespace nextplease;
using testing::PolicyOffice;

namespace {

const ReportingPeriod kOctober = *parse_month("2026-10");

Directorate with_numbers(int count)
{
    Directorate made { DirectorateCode("people"), "People", "", {} };
    for (int i = 0; i < count; ++i)
        made.numbers.push_back("01632 9601" + std::to_string(10 + i));
    return made;
}

OpeningHours weekdays()
{
    OpeningHours hours;
    for (std::size_t day = 0; day < 5; ++day)
        hours.weekdays[day] = { { std::chrono::hours { 9 }, std::chrono::hours { 17 } } };
    return hours;
}

std::vector<MonitoredCall> drawn(
    const Directorate& directorate, int count, std::uint64_t seed, const ReportingPeriod& month = kOctober)
{
    return sample_calls(directorate, month, count, seed, WorkingDays(), weekdays(), Zone("Europe/London"));
}

} // namespace

TEST_CASE("The same seed draws the same calls, another seed or month others, however the numbers are ordered")
{
    Directorate directorate = with_numbers(20);
    const auto calls = drawn(directorate, 5, 7);
    REQUIRE(calls.size() == 5);
    std::reverse(directorate.numbers.begin(), directorate.numbers.end());
    CHECK(drawn(directorate, 5, 7) == calls);
    CHECK(drawn(directorate, 5, 8) != calls);
    CHECK(drawn(directorate, 5, 7, *parse_month("2026-11")) != calls);
}

TEST_CASE("No number is drawn twice, none is left when all are drawn, and all ring on open working days")
{
    const Zone zone("Europe/London");
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::set<std::string> numbers;
        Instant before {};
        for (const MonitoredCall& call : drawn(with_numbers(8), 20, seed, *parse_month("2026-12"))) {
            CHECK(numbers.insert(call.number).second);
            const LocalTime local = zone.local(call.at);
            CHECK(WorkingDays().is_working_day(local.date));
            CHECK(weekdays().open_at(local));
            CHECK(call.seed == seed);
            CHECK(call.at >= before);
            before = call.at;
        }
        CHECK(numbers.size() == 8);
    }
    CHECK(drawn(with_numbers(0), 5, 1).empty());
}

TEST_CASE("Every number and every day is as likely as any other")
{
    const Zone zone("Europe/London");
    std::map<std::string, int> by_number;
    std::map<LocalDate, int> by_day;
    constexpr int kDraws = 2000;
    for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
        for (const MonitoredCall& call : drawn(with_numbers(10), 5, seed)) {
            ++by_number[call.number];
            ++by_day[zone.date(call.at)];
        }
    }
    for (const auto& [number, count] : by_number)
        CHECK(std::abs(count - kDraws / 2) < 5 * 23); // five deviations of a half chance
    CHECK(by_day.size() == 22); // working days of October 2026
    for (const auto& [day, count] : by_day)
        CHECK(std::abs(count - kDraws * 5 / 22) < 5 * 21);
}

TEST_CASE("C, M: how fast a telephone is answered is asked where a promise says in how many seconds")
{
    CHECK(monitored_within(testing::profile("chorley")) == Seconds { 20 });
    CHECK_FALSE(monitored_within(testing::profile("mid-devon"))); // "at all"
}

TEST_CASE("C: the month's sample is drawn once, results go to the directorate, correct is all four")
{
    PolicyOffice office("chorley");
    office.go_to("2026-10-01T08:00");
    const auto calls = monitoring_sample(office.reception, kOctober);
    CHECK(calls.size() == 6 * 5); // directorates by [reports] monitored_calls
    office.configuration.reports.monitoring_seed = 99;
    CHECK(monitoring_sample(office.reception, kOctober) == calls);
    CallHeard heard;
    heard.within = heard.script = heard.name = true;
    CHECK(std::get<Refusal>(record_call(office.reception, MonitoredCallId(999), heard, office.actor)).kind
        == Refusal::Kind::UnknownCall);
    CHECK(std::get<Refusal>(record_call(office.reception, calls[0].id, heard, office.actor)).kind
        == Refusal::Kind::CallNotYet);
    office.go_to("2026-11-01T08:00");
    record_call(office.reception, calls[0].id, heard, office.actor); // a wrong answer
    heard.right = true;
    record_call(office.reception, calls[1].id, heard, office.actor);
    record_call(office.reception, calls[5].id, heard, office.actor);
    const MonitoringReport report = monitoring_report(*office.store, office.configuration, kOctober);
    REQUIRE(report.groups.size() == 6);
    CHECK(report.groups[0].directorate == DirectorateCode("people"));
    CHECK(report.groups[0].figures.rung == 2);
    CHECK(report.groups[0].figures.correct == 1);
    CHECK(report.groups[0].figures.share() == 0.5);
    CHECK(report.groups[1].figures.share() == 1.0);
    CHECK_FALSE(report.groups[2].figures.share()); // none is not all
    CHECK(report.total.sampled == 30);
    // A quarter has its three months.
    CHECK(monitoring_report(*office.store, office.configuration, *parse_quarter("2026-Q4")).total
        == report.total);
}
