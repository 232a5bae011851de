// The shipped profiles: each is a whole reception, with every promise of its policy, its Charter, its
// complaint routes and its reporting period. Another profile is another file and nothing else.
#include "core/base/catalogue.h"
#include "tests/policy/policy_office.h"

#include <algorithm>

using namespace nextplease;
using testing::profile;

namespace {

const Standard* find(const Configuration& council, const std::string& id)
{
    const auto found = std::find_if(council.standards.begin(), council.standards.end(),
        [&](const Standard& standard) { return standard.id == id; });
    return found == council.standards.end() ? nullptr : &*found;
}

struct Row {
    const char* id;
    std::vector<StandardChannel> channels;
    const char* from;
    const char* to;
    const char* limit;
    std::optional<double> goal;
};

void check_rows(const std::string& name, const std::vector<Row>& rows)
{
    const Configuration council = profile(name);
    for (const Row& row : rows) {
        CAPTURE(row.id);
        const Standard* standard = find(council, row.id);
        REQUIRE(standard);
        CHECK(standard->channels == row.channels);
        CHECK(standard->stretch == stretch(row.from, row.to));
        REQUIRE(standard->limit);
        CHECK(to_text(*standard->limit) == row.limit);
        CHECK(standard->goal_percent == row.goal);
        CHECK_FALSE(standard->source.empty());
        CHECK_FALSE(standard->title.empty());
    }
}

using On = StandardChannel;
const std::optional<double> kNone;

} // namespace

TEST_CASE("Chorley: every row of its policy is in the profile")
{
    check_rows("chorley",
        {
            { "C-visit", { On::Visit }, "arrived", "seen", "10 minutes", kNone },
            { "C-phone", { On::Phone }, "ringing", "answered", "20 seconds", kNone },
            { "C-e-ack", { On::Email, On::Text, On::Web }, "received", "acknowledged", "1 working day",
                kNone },
            { "C-e-full", { On::Email, On::Text, On::Web }, "received", "responded", "2 working days",
                kNone },
            { "C-letter-ack", { On::Letter, On::Fax }, "received", "acknowledged", "5 working days", kNone },
            { "C-letter-full", { On::Letter, On::Fax }, "received", "responded", "7 working days", kNone },
            { "C-complaint-ack", { On::Complaint }, "received", "acknowledged", "5 working days", kNone },
            { "C-complaint-full", { On::Complaint }, "received", "responded", "10 working days", kNone },
            { "C-escalated-ack", { On::Escalated }, "escalated", "acknowledged", "5 working days", kNone },
            { "C-escalated-full", { On::Escalated }, "escalated", "responded", "10 working days", kNone },
        });
    const Configuration council = profile("chorley");
    CHECK(council.reports.every == ReportSettings::Every::Month);
    CHECK(council.limit == Minutes { 10 });
    CHECK(council.complaints.acknowledge_working_days == 5);
    CHECK(council.complaints.respond_working_days == 10);
    const auto goes_to = [&](const char* code) {
        const ComplaintCategory* category = council.complaints.find(CategoryCode(code));
        REQUIRE(category);
        return words_in(category->handled_by, Language("en"), {});
    };
    CHECK(goes_to("money") == "Assistant Chief Executive (Business Transformation and Improvement)");
    CHECK(goes_to("discrimination") == "Corporate Director Human Resources and Organisational Development");
    CHECK(goes_to("crime") == "The Chief Executive");
    CHECK(goes_to("councillor") == "Corporate Director of Governance");
    CHECK(goes_to("chief-officer") == "The Chief Executive");
    CHECK(goes_to("chief-executive") == "The Executive Leader");
    // The policy publishes shares and names no goal, so the Charter judges none.
    for (const CharterLine& line : council.charter)
        CHECK_FALSE(line.goal_percent);
}

TEST_CASE("Mid Devon: every row of its policy is in the profile")
{
    check_rows("mid-devon",
        {
            { "M-visit", { On::Visit }, "arrived", "seen", "15 minutes", 95 },
            { "M-phone", { On::Phone }, "offered", "answered", "at all", 85 },
            { "M-email", { On::Email }, "received", "responded", "5 days", 95 },
            { "M-post", { On::Post }, "received", "scanned", "same day", 95 },
            { "M-social", { On::Social }, "posted", "responded", "24 hours on weekdays", kNone },
            { "M-complaint", { On::Complaint, On::Escalated }, "received", "responded", "10 days", 90 },
        });
    const Configuration council = profile("mid-devon");
    CHECK(council.reports.every == ReportSettings::Every::Quarter);
    CHECK(find(council, "M-complaint")->extended == parse_limit("12 weeks"));
    CHECK(find(council, "M-phone")->between.size() == 1);
    CHECK(find(council, "M-phone")->lost == Lost::All);
    CHECK(council.limit == Minutes { 15 });
}

TEST_CASE("The Ombudsman's code: both stages with their clocks and extensions are in the profile")
{
    check_rows("ombudsman-code",
        {
            { "LGO-1-ack", { On::Complaint }, "received", "acknowledged", "5 working days", kNone },
            { "LGO-1-answer", { On::Complaint }, "acknowledged", "responded", "10 working days", kNone },
            { "LGO-2-ack", { On::Escalated }, "escalated", "acknowledged", "5 working days", kNone },
            { "LGO-2-answer", { On::Escalated }, "acknowledged", "responded", "20 working days", kNone },
        });
    const Configuration council = profile("ombudsman-code");
    CHECK(find(council, "LGO-1-answer")->extended == parse_limit("20 working days"));
    CHECK(find(council, "LGO-2-answer")->extended == parse_limit("40 working days"));
    CHECK(council.calendar.after_hours == CalendarRules::AfterHours::SameDay);
    CHECK_FALSE(council.calendar.closures_stop_clock);
}

TEST_CASE("Each profile is a whole reception: services with directorates, desks, needs, Charter, Ombudsman")
{
    for (const char* name : { "chorley", "mid-devon", "ombudsman-code" }) {
        CAPTURE(name);
        const Configuration council = profile(name);
        CHECK(council.office.services.size() >= 4);
        CHECK(council.office.desks.size() >= 2);
        CHECK(council.office.needs.size() >= 5);
        CHECK(council.charter.size() >= 5);
        CHECK(council.desks.late.size() >= 3);
        CHECK(council.complaints.ombudsman.begin()->second.find("Monday to Friday, 10:00 to 16:00")
            != std::string::npos);
        CHECK_FALSE(council.privacy.officer.empty());
        for (const Service& service : council.office.services)
            CHECK(council.office.find(service.directorate));
        for (const Directorate& directorate : council.office.directorates) {
            CHECK_FALSE(directorate.director.empty());
            CHECK(static_cast<int>(directorate.numbers.size()) >= council.reports.monitored_calls);
        }
    }
}

TEST_CASE("Each profile's complaints go by its own clocks, stages and routes")
{
    const Configuration chorley = profile("chorley");
    CHECK(chorley.complaints.second_stage == "The Chief Executive");
    CHECK(chorley.complaints.procedure("housing-benefit"));
    CHECK(chorley.complaints.procedure("planning"));
    // A complaint about a service that has a procedure of the law is told from ours.
    const auto belongs = [](const Configuration& council, const char* service) {
        const StatutoryProcedure* own = council.complaints.procedure_of(ServiceCode(service));
        return own ? own->code : std::string();
    };
    for (const char* council : { "chorley", "mid-devon" }) {
        CAPTURE(council);
        CHECK(belongs(profile(council), "B") == "housing-benefit");
        CHECK(belongs(profile(council), "D") == "planning");
        CHECK(belongs(profile(council), "A").empty());
    }
    CHECK(belongs(profile("ombudsman-code"), "C") == "planning");
    CHECK(chorley.complaints.head_of(ServiceCode("D")) == "Head of Planning");
    const Configuration mid_devon = profile("mid-devon");
    CHECK(mid_devon.complaints.rules.count == CaseRules::Count::CalendarDays);
    CHECK(mid_devon.complaints.rules.longest_weeks == 12);
    const CaseRules code = profile("ombudsman-code").complaints.counted();
    CHECK(code.respond_from == CaseRules::RespondFrom::Acknowledgement);
    CHECK(code.first == StageRules { 5, 10, 10, 1 });
    CHECK(code.second == StageRules { 5, 20, 20, 1 });
}
