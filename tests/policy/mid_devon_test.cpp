// Mid Devon's Customer Care Policy of 2018, row by row: each promise just kept and just broken, over bank
// holidays and nights on which the clocks change, through the verbs, and the figure read back from the
// report.
#include "tests/policy/policy_office.h"

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::Share;
using testing::share_of;

namespace {

struct Case {
    const char* received;
    const char* answered;
    bool in_time;
};

void play(const char* id, Channel channel, const std::vector<Case>& cases)
{
    for (const Case& one : cases) {
        CAPTURE(one.received);
        CAPTURE(one.answered);
        PolicyOffice office("mid-devon");
        const OtherContact contact = office.log(channel, one.received);
        office.answer(contact, one.answered);
        CHECK(share_of(office.of(id)) == Share(one.in_time ? 1 : 0, 1));
    }
}

} // namespace

TEST_CASE("M-visit: 95 % are seen within 15 minutes of arriving")
{
    PolicyOffice office("mid-devon");
    for (int i = 0; i < 19; ++i)
        office.visit("A", "2026-10-13T10:00", 15min);
    CHECK(office.of("M-visit").verdict(95) == Verdict::Met);
    office.visit("A", "2026-10-13T11:00", 15min + 1s);
    CHECK(share_of(office.of("M-visit")) == Share(19, 20));
    CHECK(office.of("M-visit").verdict(95) == Verdict::Met); // exactly
    office.visit("A", "2026-10-25T01:50", 16min); // the clocks go back meanwhile
    CHECK(office.of("M-visit").verdict(95) == Verdict::NotMet);
    office.visit("A", "2026-03-29T00:50", 14min); // and forward
    office.visit("A", "2026-12-25T10:00", 16min); // on a bank holiday it is the same promise
    CHECK(share_of(office.of("M-visit")) == Share(20, 23));
}

TEST_CASE("M-phone: 85 % of the calls between 08:30 and 17:00 are answered at all")
{
    PolicyOffice office("mid-devon");
    office.go_to("2026-11-01T09:00");
    office.import(ContactLog::Calls,
        "1,2026-10-13T08:29:59,no,30,A\n" // before anybody is there
        "2,2026-10-13T08:30:00,no,30,A\n"
        "3,2026-10-13T16:59:59,yes,900,\n" // however long it takes
        "4,2026-10-13T17:00:00,no,30,\n"
        "5,2026-10-26T08:30:00,yes,2,\n" // the first morning of winter time
        "6,2026-03-30T08:30:00,yes,2,\n" // and of summer time
        "7,2026-03-30T08:29:59,no,30,\n"
        "8,2026-08-31T10:00:00,no,30,\n" // a bank holiday: nobody is there
        "9,2026-10-17T10:00:00,no,30,\n"); // a Saturday
    CHECK(share_of(office.of("M-phone")) == Share(3, 4));
    CHECK(office.of("M-phone").lost == 1);
    CHECK(office.of("M-phone").verdict(85) == Verdict::NotMet);
    office.import(ContactLog::Calls,
        "10,2026-10-13T10:00:00,yes,5,\n11,2026-10-13T10:01:00,yes,5,\n"
        "12,2026-10-13T10:02:00,yes,5,\n");
    CHECK(share_of(office.of("M-phone")) == Share(6, 7));
    CHECK(office.of("M-phone").verdict(85) == Verdict::Met); // 85.7 %
}

TEST_CASE("M-email: 95 % are answered within 5 days, weekends and bank holidays included")
{
    play("M-email", Channel::Email,
        {
            { "2026-10-13T10:00", "2026-10-18T23:59:59", true },
            { "2026-10-13T10:00", "2026-10-19T00:00:00", false },
            { "2026-10-13T22:00", "2026-10-18T23:59:59", true }, // days are days: closing changes nothing
            { "2026-12-24T10:00", "2026-12-29T23:59:59", true },
            { "2026-12-24T10:00", "2026-12-30T00:00:00", false },
            { "2026-10-22T10:00", "2026-10-27T23:59:59", true }, // the clocks go back
            { "2026-10-22T10:00", "2026-10-28T00:00:00", false },
            { "2026-03-26T10:00", "2026-03-31T23:59:59", true }, // and forward
            { "2026-03-26T10:00", "2026-04-01T00:00:00", false },
        });
}

TEST_CASE("M-post: 95 % of scannable post is scanned on the day it comes")
{
    PolicyOffice office("mid-devon");
    office.go_to("2026-11-01T09:00");
    office.import(ContactLog::Post,
        "p1,2026-10-13T09:10,2026-10-13T23:59:59,yes,A\n"
        "p2,2026-10-13T09:10,2026-10-14T00:00:00,yes,A\n"
        "p3,2026-10-13T09:10,,no,A\n" // a parcel
        "p4,2026-10-13T09:10,,yes,B\n" // not yet
        "p5,2026-10-25T00:30,2026-10-25T23:59:59,yes,\n" // a day of 25 hours
        "p6,2026-03-29T00:30,2026-03-29T23:59:59,yes,\n" // and of 23
        "p7,2026-03-29T00:30,2026-03-30T00:00:00,yes,\n"
        "p8,2026-08-31T09:00,2026-08-31T12:00,yes,\n"); // the same day is the same day on a bank holiday
    CHECK(share_of(office.of("M-post")) == Share(4, 7));
    CHECK(office.of("M-post").open_late == 1);
    CHECK(office.of("M-post").left_out == 1);
    const ContactImportSummary again =
        office.import(ContactLog::Post, "p4,2026-10-13T09:10,2026-10-15T10:00,yes,B\n");
    CHECK(again.updated == 1);
    CHECK(office.of("M-post").late == 3);
    CHECK(office.of("M-post").open == 0);
}

TEST_CASE("M-social: answered within 24 hours on weekdays, where an answer is required")
{
    play("M-social", Channel::Social,
        {
            { "2026-10-13T10:30:00", "2026-10-14T10:30:00", true },
            { "2026-10-13T10:30:00", "2026-10-14T10:30:01", false },
            { "2026-10-16T16:00:00", "2026-10-19T16:00:00", true }, // Friday to Monday
            { "2026-10-16T16:00:00", "2026-10-19T16:00:01", false },
            { "2026-10-23T12:00:00", "2026-10-26T12:00:00", true }, // the clocks go back
            { "2026-10-23T12:00:00", "2026-10-26T12:00:01", false },
            { "2026-03-27T12:00:00", "2026-03-30T12:00:00", true }, // and forward
            { "2026-04-02T10:00:00", "2026-04-03T10:00:00", true }, // Good Friday is a weekday
            { "2026-04-02T10:00:00", "2026-04-03T10:00:01", false },
        });
    PolicyOffice office("mid-devon");
    const OtherContact post = office.log(Channel::Social, "2026-10-13T10:00");
    set_contact_aside(office.reception, post.id, SetAside::NoReply, office.actor);
    office.go_to("2026-10-20T10:00");
    CHECK(share_of(office.of("M-social")) == Share(0, 0));
    CHECK(office.of("M-social").left_out == 1);
}
