// What managers must be able to publish, monthly (C) and quarterly (M): each indicator is played through the
// verbs in a period, in the one before and in the same one a year before, and read back from the report.
#include "core/reception/case_steps.h"
#include "core/reception/contact_report.h"
#include "core/reception/indicator_report.h"
#include "core/reception/monitoring.h"
#include "tests/policy/policy_office.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::profile;
using testing::Share;
using testing::share_of;

namespace {

// A day in each of the three periods that a report tells of: now, before and a year before.
struct Days {
    const char *now, *before, *year_before;
};
// Of October 2026, and of its quarter.
constexpr Days kMonthly { "2026-10-14", "2026-09-16", "2025-10-15" };
constexpr Days kQuarterly { "2026-11-11", "2026-08-12", "2025-12-10" };

struct Managers : PolicyOffice {
    explicit Managers(const std::string& name)
        : PolicyOffice(name)
        , days(configuration.reports.every == ReportSettings::Every::Month ? kMonthly : kQuarterly)
    {
    }

    // `play(day, n)` in the order of time: twice a year before, three times in the period before, and four
    // times in the period itself; n counts from 0 in each.
    template <class Play>
    void in_each_period(Play play)
    {
        const std::array<std::pair<const char*, int>, 3> periods { { { days.year_before, 2 },
            { days.before, 3 }, { days.now, 4 } } };
        for (const auto& [day, times] : periods) {
            for (int n = 0; n < times; ++n)
                play(std::string(day), n);
        }
    }
    // As it is published after the period is over.
    IndicatorReport report()
    {
        go_to("2027-01-04T09:00");
        const auto period = configuration.reports.every == ReportSettings::Every::Month
            ? parse_month("2026-10")
            : parse_quarter("2026-Q4");
        return indicator_report(*store, configuration, *period, clock.now());
    }
    Indicator published(const std::string& id)
    {
        for (const Indicator& one : report().indicators) {
            if (one.id == id)
                return one;
        }
        FAIL("no such indicator: " << id);
        return {};
    }
    void check(const std::string& id, IndicatorValue now, IndicatorValue before, IndicatorValue year_before)
    {
        CAPTURE(id);
        const Indicator one = published(id);
        CHECK(one.now == now);
        CHECK(one.before == before);
        CHECK(one.year_before == year_before);
    }
    // Of so many in each period, those but the first.
    void check_all_but_one(const std::string& id) { check(id, { 3, 4 }, { 2, 3 }, { 1, 2 }); }
    // Of so many in each period, the first.
    void check_first(const std::string& id) { check(id, { 1, 4 }, { 1, 3 }, { 1, 2 }); }

    Visit visit_that(const std::string& day, const ContactResult& result)
    {
        go_to(day + "T10:00");
        const Visit called = call("Desk 1", take("A"));
        start(called);
        return done(reception.finish(called.id, result, {}, actor));
    }
    CaseId complaint(const std::string& service, const std::string& received)
    {
        go_to(received);
        CaseWish wish;
        wish.words = Secret(std::string_view("Nobody came."));
        wish.service = ServiceCode(service);
        return std::get<CaseDone>(receive_case(reception, wish, {}, "kiosk")).record.id;
    }
    void step(CaseId id, const std::string& local, const CaseStep& step)
    {
        go_to(local);
        REQUIRE(std::holds_alternative<CaseDone>(step_case(reception, id, step, {}, "staff:Clerk One")));
    }

    Days days;
};

// With a goal of `percent`, and the value of this period alone.
Verdict judged(Indicator indicator, std::optional<double> percent)
{
    indicator.goal_percent = percent;
    return indicator.verdict();
}

} // namespace

TEST_CASE("C-visit: the share of visitors who were seen within the limit, every month")
{
    Managers office("chorley");
    office.in_each_period([&](const std::string& day, int n) {
        office.visit("A", day + "T10:00", n == 0 ? 10min + 1s : 10min);
    });
    office.check_all_but_one("C-visit");
    const Indicator seen = office.published("C-visit");
    CHECK(seen.now.share() == 0.75);
    CHECK(seen.title == Worded { { Language("en"), "Seen within 10 minutes of arriving" } });
    CHECK(seen.verdict() == Verdict::NoGoal); // the policy publishes it, and does not judge it
    CHECK(last_period(office.configuration, *parse_iso_date("2026-11-02")).key() == "2026-10");
}

TEST_CASE("M-visit: the share of visitors who were seen within the limit, every quarter, against the goal")
{
    Managers office("mid-devon");
    office.in_each_period([&](const std::string& day, int n) {
        office.visit("A", day + "T10:00", n == 0 ? 15min + 1s : 15min);
    });
    office.check_all_but_one("M-visit");
    CHECK(office.published("M-visit").goal_percent == 95);
    CHECK(office.published("M-visit").verdict() == Verdict::NotMet);
    for (int i = 0; i < 16; ++i)
        office.visit("A", "2026-12-31T10:00", 1min); // the last day of the quarter
    CHECK(office.published("M-visit").now == IndicatorValue { 19, 20 });
    CHECK(office.published("M-visit").verdict() == Verdict::Met);
    office.visit("A", "2027-01-04T09:00", 20min); // of the next one
    CHECK(office.published("M-visit").now == IndicatorValue { 19, 20 });
    CHECK(last_period(office.configuration, *parse_iso_date("2027-01-02")).key() == "2026-Q4");
}

TEST_CASE(
    "NI14: the share of contacts that were avoidable, visits and other channels, of those that were coded")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        office.in_each_period([&](const std::string& day, int n) {
            ContactResult result;
            if (n == 0)
                result.avoidable = AvoidableContact::Repeat;
            if (n % 2 == 0) {
                office.visit_that(day, result);
            } else {
                const OtherContact mail = office.log(Channel::Email, day + "T11:00");
                answer_contact(office.reception, mail.id, office.actor, { .resolved = true });
            }
        });
        office.log(Channel::Phone, std::string(office.days.now) + "T12:00"); // nobody coded it
        const OtherContact junk = office.log(Channel::Email, std::string(office.days.now) + "T12:05");
        // Coded, and then seen to be junk: it leaves the figure.
        REQUIRE(std::holds_alternative<OtherContact>(answer_contact(office.reception, junk.id, office.actor,
            { .avoidable = AvoidableContact::Chasing, .resolved = true })));
        REQUIRE(std::holds_alternative<OtherContact>(
            set_contact_aside(office.reception, junk.id, SetAside::Junk, office.actor)));
        office.check_first("NI14");
        const Indicator avoidable = office.published("NI14");
        CHECK(avoidable.verdict() == Verdict::NoGoal);
        CHECK(judged(avoidable, 25) == Verdict::Met); // fewer are better
        CHECK(judged(avoidable, 24) == Verdict::NotMet);
        office.configuration.reports.avoidable_percent_at_most = 20;
        CHECK(office.published("NI14").verdict() == Verdict::NotMet);
    }
}

TEST_CASE("NI14: its five types and their reasons have a trend from month to month")
{
    Managers office("chorley");
    const std::array days { "2026-08-12", "2026-09-16", "2026-10-14" };
    for (std::size_t month = 0; month < days.size(); ++month) {
        for (const AvoidableContact type : kAvoidableContacts) {
            ContactResult result;
            result.avoidable = type;
            result.words = "no reply to a letter";
            if (type != AvoidableContact::Chasing || month > 0)
                office.visit_that(days.at(month), result);
        }
        for (std::size_t i = 0; i < month; ++i) {
            const OtherContact call = office.log(Channel::Phone, std::string(days.at(month)) + "T11:00");
            answer_contact(office.reception, call.id, office.actor,
                { .avoidable = AvoidableContact::Chasing, .reason = "no reply to a letter" });
        }
    }
    const auto months =
        contact_report(*office.store, office.configuration, { .by = ContactGrouping::Month }).groups;
    REQUIRE(months.size() == 3);
    CHECK(months[0].key == "2026-08");
    CHECK(months[0].figures.by_type == std::array<std::int64_t, 5> { 1, 1, 1, 1, 0 });
    CHECK(months[1].figures.by_type == std::array<std::int64_t, 5> { 1, 1, 1, 1, 2 });
    CHECK(months[2].figures.by_type == std::array<std::int64_t, 5> { 1, 1, 1, 1, 3 });
    CHECK(months[2].figures.reasons.at("chasing: no reply to a letter") == 3);
    CHECK(months[2].figures.share_avoidable() == 1.0);
}

TEST_CASE("first-contact: the share of contacts that were resolved at the first one")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        office.in_each_period([&](const std::string& day, int n) {
            ContactResult result;
            result.resolved = n != 0;
            if (n == 0)
                result.reason = "evidence";
            office.visit_that(day, result);
        });
        office.log(Channel::Letter, std::string(office.days.now) + "T12:00"); // nobody said
        office.check_all_but_one("first-contact");
        CHECK(office.published("first-contact").verdict() == Verdict::NoGoal);
    }
}

TEST_CASE("CS-6.5.1: overall satisfaction, the share of visits with the two best scores")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        office.in_each_period([&](const std::string& day, int n) {
            const Visit visit = office.visit_that(day, {});
            FeedbackWish wish;
            wish.score = 1;
            give_feedback(office.reception, wish, {}); // without a visit: in no share
            wish.visit = visit.id;
            wish.score = n == 0 ? 3 : 4;
            give_feedback(office.reception, wish, {});
        });
        office.visit_that(office.days.now, {}); // said nothing
        office.check_all_but_one("CS-6.5.1");
        CHECK(judged(office.published("CS-6.5.1"), 75) == Verdict::Met);
        CHECK(judged(office.published("CS-6.5.1"), 75.1) == Verdict::NotMet);
        office.configuration.reports.satisfied_percent = 90;
        CHECK(office.published("CS-6.5.1").verdict() == Verdict::NotMet);
    }
}

TEST_CASE("M-social: on how many week days social media were checked, of those that there were")
{
    Managers office("mid-devon");
    const OtherContact post = office.log(Channel::Social, "2026-10-13T10:00");
    office.acknowledge(post, "2026-10-14T10:00");
    office.go_to("2026-10-16T10:00");
    for (int n = 0; n < 2; ++n) // twice on a day is one day
        check_channel(office.reception, Channel::Social, office.actor);
    office.go_to("2026-10-17T10:00"); // a Saturday
    check_channel(office.reception, Channel::Social, office.actor);
    office.log(Channel::Email, "2026-10-19T10:00");
    office.go_to("2026-10-20T10:00"); // entered on Tuesday, of the Thursday before
    ContactOutcome outcome;
    outcome.at = office.at("2026-10-15T16:00");
    answer_contact(office.reception, post.id, office.actor, outcome);
    office.check("checked.social", { 4, 58 }, { 0, 0 }, { 0, 0 }); // not before contacts were logged here
    CHECK(office.published("checked.social").verdict() == Verdict::NoGoal);
    // While the period runs, today counts once somebody looked.
    Managers running("mid-devon");
    running.log(Channel::Email, "2026-09-30T10:00");
    running.go_to("2026-10-06T10:00");
    const auto so_far = [&] {
        for (const Indicator& one : indicator_report(
                 *running.store, running.configuration, *parse_quarter("2026-Q4"), running.clock.now())
                                        .indicators) {
            if (one.id == "checked.social")
                return one.now;
        }
        return IndicatorValue {};
    };
    CHECK(so_far() == IndicatorValue { 0, 3 });
    check_channel(running.reception, Channel::Social, running.actor);
    CHECK(so_far() == IndicatorValue { 1, 4 });
    // Chorley promises nothing of social media.
    for (const Indicator& one : Managers("chorley").report().indicators)
        CHECK(one.id != "checked.social");
}

TEST_CASE("calls: the share of monitored calls that were answered correctly, and each director's own")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        const std::array<std::pair<const char*, std::size_t>, 3> months { { { "2025-10", 2 },
            { "2026-09", 3 }, { "2026-10", 4 } } };
        office.go_to("2026-12-31T09:00");
        for (const auto& [month, rung] : months) {
            const auto calls = monitoring_sample(office.reception, *parse_month(month));
            for (std::size_t n = 0; n < rung; ++n) {
                CallHeard heard;
                heard.within = heard.script = heard.right = true;
                heard.name = n != 0;
                record_call(office.reception, calls.at(n).id, heard, office.actor);
            }
        }
        office.check_all_but_one("calls");
        office.configuration.reports.monitored_percent = 76;
        CHECK(office.published("calls").verdict() == Verdict::NotMet);
        const auto groups =
            monitoring_report(*office.store, office.configuration, *parse_month("2026-10")).groups;
        REQUIRE(groups.size() == office.configuration.office.directorates.size());
        CHECK(groups[0].directorate == office.configuration.office.directorates[0].code);
        CHECK(groups[0].figures.rung == 4);
        CHECK(groups[1].figures.rung == 0);
        CHECK_FALSE(groups[1].figures.share());
    }
}

TEST_CASE("complaints, complaints.<directorate>: how many were received, and whose they are")
{
    const auto play = [](Managers& office, const char* other) {
        office.in_each_period(
            [&](const std::string& day, int n) { office.complaint(n == 0 ? other : "A", day + "T10:00"); });
        CaseWish praise;
        praise.kind = CaseKind::Compliment;
        praise.words = Secret(std::string_view("Thank you."));
        receive_case(office.reception, praise, {}, "kiosk"); // is none
        office.check("complaints", { 4, {} }, { 3, {} }, { 2, {} });
        CHECK_FALSE(office.published("complaints").now.share()); // a number, of nothing
        CHECK(office.published("complaints").verdict() == Verdict::Nothing);
    };
    SUBCASE("every month")
    {
        Managers office("chorley");
        play(office, "F");
        office.check("complaints.people", { 3, {} }, { 2, {} }, { 1, {} });
        office.check("complaints.governance", { 1, {} }, { 1, {} }, { 1, {} });
        office.check("complaints.hr", { 0, {} }, { 0, {} }, { 0, {} });
        CHECK(office.published("complaints.people").directorate == "People");
    }
    SUBCASE("every quarter")
    {
        Managers office("mid-devon");
        play(office, "C");
        office.check("complaints.finance", { 3, {} }, { 2, {} }, { 1, {} });
        office.check("complaints.housing", { 1, {} }, { 1, {} }, { 1, {} });
    }
}

TEST_CASE("C-complaint-ack, C-complaint-full: how many complaints were within each clock, by directorate")
{
    Managers office("chorley");
    office.in_each_period([&](const std::string& day, int n) {
        const CaseId id = office.complaint(n == 0 ? "F" : "A", day + "T10:00");
        // The first of each period is late with both: 5 and 10 working days are over within 21 days.
        const std::string later = to_iso(add_days(*parse_iso_date(day), n == 0 ? 21 : 1));
        office.step(id, later + "T10:00", case_step::Acknowledge { "Head of the service" });
        office.step(id, later + "T11:00", case_step::Respond { CaseOutcome::NotUpheld });
    });
    office.check_all_but_one("C-complaint-ack");
    office.check_all_but_one("C-complaint-full");
    const StandardReport by_directorate = standard_report(*office.store, office.configuration,
        { *parse_iso_date("2026-10-01"), *parse_iso_date("2026-10-31"), StandardGrouping::Directorate },
        office.clock.now());
    for (const StandardAnswer& answer : by_directorate.answers) {
        if (answer.standard.id != "C-complaint-ack" && answer.standard.id != "C-complaint-full")
            continue;
        CAPTURE(answer.standard.id);
        REQUIRE(answer.groups.size() == 2);
        CHECK(answer.groups[0].key == "people");
        CHECK(share_of(answer.groups[0].figures) == Share(3, 3));
        CHECK(answer.groups[1].key == "governance");
        CHECK(share_of(answer.groups[1].figures) == Share(0, 1));
    }
}

TEST_CASE("M-complaint: the share within its clock every quarter, against the goal")
{
    Managers office("mid-devon");
    office.in_each_period([&](const std::string& day, int n) {
        const CaseId id = office.complaint("A", day + "T10:00");
        const std::string later = to_iso(add_days(*parse_iso_date(day), n == 0 ? 11 : 10));
        office.step(id, day + "T11:00", case_step::Acknowledge { "Customer First" });
        office.step(id, later + "T11:00", case_step::Respond { CaseOutcome::Upheld });
    });
    office.check_all_but_one("M-complaint");
    CHECK(office.published("M-complaint").goal_percent == 90);
    CHECK(office.published("M-complaint").verdict() == Verdict::NotMet);
}

TEST_CASE("upheld: complaints that the Ombudsman upheld, of those decided in the period, whenever received")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        office.in_each_period([&](const std::string& day, int n) {
            const std::string before = to_iso(add_days(*parse_iso_date(day), -150));
            const CaseId id = office.complaint("A", before + "T10:00");
            office.step(id, before + "T11:00", case_step::Acknowledge { "Head of the service" });
            office.step(id, before + "T12:00", case_step::Respond { CaseOutcome::NotUpheld });
            office.step(id, day + "T10:00", case_step::AskOmbudsman {});
            office.step(id, day + "T11:00", case_step::Decide { n == 0, "" });
        });
        office.check_first("upheld");
        CHECK(office.published("upheld").verdict() == Verdict::NoGoal);
    }
}

TEST_CASE("channels: Chorley's telephone, e-mail and letters within their standards, every month")
{
    Managers office("chorley");
    std::string calls;
    int call = 0;
    office.in_each_period([&](const std::string& day, int n) {
        calls += std::to_string(++call) + ',' + day + "T10:00:00,yes," + (n == 0 ? "21" : "20") + ",A\n";
        const std::string later = to_iso(add_days(*parse_iso_date(day), n == 0 ? 21 : 1)) + "T10:00";
        for (const Channel channel : { Channel::Email, Channel::Letter })
            office.answer(office.log(channel, day + "T10:00"), later);
    });
    office.go_to("2027-01-04T09:00");
    office.import(ContactLog::Calls, calls);
    for (const char* id : { "C-phone", "C-e-ack", "C-e-full", "C-letter-ack", "C-letter-full" })
        office.check_all_but_one(id);
}

TEST_CASE(
    "channels: Mid Devon's telephone, e-mail, post and social media, every quarter, against their goals")
{
    Managers office("mid-devon");
    std::string calls;
    std::string post;
    int row = 0;
    office.in_each_period([&](const std::string& day, int n) {
        const std::string key = std::to_string(++row) + ',' + day;
        const std::string late = to_iso(add_days(*parse_iso_date(day), n == 0 ? 6 : 0)) + "T16:00";
        calls += key + "T10:00:00," + (n == 0 ? "no" : "yes") + ",30,A\n";
        post += key + "T09:10," + late + ",yes,A\n";
        for (const Channel channel : { Channel::Email, Channel::Social })
            office.answer(office.log(channel, day + "T10:00"), late);
    });
    office.go_to("2027-01-04T09:00");
    office.import(ContactLog::Calls, calls);
    office.import(ContactLog::Post, post);
    for (const char* id : { "M-phone", "M-email", "M-post" }) {
        office.check_all_but_one(id);
        CHECK(office.published(id).verdict() == Verdict::NotMet);
    }
    office.check_all_but_one("M-social");
    CHECK(office.published("M-social").verdict() == Verdict::NoGoal);
}

TEST_CASE("own targets: a service's additional target is a promise of its own, beside the council's")
{
    const std::string path = std::string(NEXTPLEASE_PROFILES) + "/chorley.conf";
    std::ifstream file(path);
    const std::string text { std::istreambuf_iterator<char>(file), {} };
    Managers office("chorley");
    office.configuration = parse_configuration(text
            + "\n[[standard.promise]]\nid = \"own-council-tax\"\ntitle = \"Council Tax: seen within 5 "
              "minutes\"\n"
              "source = \"Service plan\"\nchannels = [\"visit\"]\nfrom = \"arrived\"\nto = "
              "\"seen\"\n"
              "limit = \"5 minutes\"\ngoal_percent = 75\nservices = [\"A\"]\n",
        path);
    office.in_each_period([&](const std::string& day, int n) {
        office.visit("A", day + "T10:00", n == 0 ? 6min : 5min);
        office.visit("E", day + "T11:00", 6min); // another service
    });
    office.check_all_but_one("own-council-tax");
    CHECK(office.published("own-council-tax").verdict() == Verdict::Met);
    office.check("C-visit", { 8, 8 }, { 6, 6 }, { 4, 4 });
    office.visit("A", "2026-10-30T10:00", 6min);
    CHECK(office.published("own-council-tax").verdict() == Verdict::NotMet);
}

TEST_CASE("Where there is nothing, a share is none and nothing is judged, whatever the goal")
{
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        Managers office(council);
        const IndicatorReport report = office.report();
        const std::size_t checked = std::string_view(council) == "mid-devon" ? 1 : 0; // of social media
        CHECK(report.indicators.size()
            == office.configuration.standards.size() + 4 + checked + 1
                + office.configuration.office.directorates.size() + 1 + 1);
        for (const Indicator& one : report.indicators) {
            CAPTURE(one.id);
            for (const IndicatorValue& value : { one.now, one.before, one.year_before }) {
                CHECK(value.numerator == 0);
                CHECK(value.denominator.value_or(0) == 0);
                CHECK_FALSE(value.share());
            }
            CHECK(judged(one, 90) == Verdict::Nothing);
            CHECK(judged(one, std::nullopt) == Verdict::Nothing);
        }
    }
}

TEST_CASE("A standard below its goal says which days and hours broke it")
{
    Managers office("mid-devon");
    office.visit("A", "2026-11-11T10:20", 16min);
    office.visit("A", "2026-11-11T14:20", 20min);
    office.visit("A", "2026-11-12T14:20", 15min);
    const StandardFigures broken = office.of("M-visit");
    CHECK(broken.verdict(95) == Verdict::NotMet);
    CHECK(broken.broken_days == std::map<LocalDate, std::int64_t> { { *parse_iso_date("2026-11-11"), 2 } });
    CHECK(broken.broken_hours.at(10) == 1);
    CHECK(broken.broken_hours.at(14) == 1);
}
