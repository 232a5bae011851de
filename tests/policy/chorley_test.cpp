// Chorley's Customer Care Policy, row by row: each promise just kept and just broken, over bank holidays and
// nights on which the clocks change, through the verbs, and the figure read back from the report.
#include "tests/policy/policy_office.h"

#include <fmt/format.h>

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::Share;
using testing::share_of;

namespace {

// One e-mail, letter and so on, answered or acknowledged at a moment: in time, or not.
struct Case {
    Channel channel;
    const char* received;
    const char* at;
    bool in_time;
};

// Plays each case in an office of its own, and reads the promise's figure.
template <class Verb>
void play(const char* id, const std::vector<Case>& cases, Verb verb)
{
    for (const Case& one : cases) {
        CAPTURE(one.received);
        CAPTURE(one.at);
        PolicyOffice office("chorley");
        const OtherContact contact = office.log(one.channel, one.received);
        CHECK(share_of(office.of(id)) == Share(0, 0)); // open, and not decided
        CHECK(office.of(id).open == 1);
        verb(office, contact, one.at);
        CHECK(share_of(office.of(id)) == Share(one.in_time ? 1 : 0, 1));
        CHECK(office.of(id).open == 0);
    }
}
void answer(PolicyOffice& office, const OtherContact& contact, const char* at)
{
    office.answer(contact, at);
}
void acknowledge(PolicyOffice& office, const OtherContact& contact, const char* at)
{
    office.acknowledge(contact, at);
}

} // namespace

TEST_CASE("C-visit: seen within 10 minutes of arriving, to the second, also while the clocks change")
{
    PolicyOffice office("chorley");
    office.visit("A", "2026-10-13T10:00", 10min);
    CHECK(share_of(office.of("C-visit")) == Share(1, 1));
    office.visit("A", "2026-10-13T11:00", 10min + 1s);
    CHECK(share_of(office.of("C-visit")) == Share(1, 2));
    office.visit("A", "2026-10-25T01:55", 9min); // 01:55 summer time to 01:04 winter time
    office.visit("A", "2026-10-25T01:55", 11min);
    CHECK(share_of(office.of("C-visit")) == Share(2, 4));
    office.visit("A", "2026-12-25T10:00", 10min); // a promise is a promise on a bank holiday
    CHECK(share_of(office.of("C-visit")) == Share(3, 5));
    office.visit("A", "2026-03-29T00:55", 9min); // 00:55 winter time to 02:04 summer time
    office.visit("A", "2026-03-29T00:55", 11min);
    CHECK(share_of(office.of("C-visit")) == Share(4, 7));
    CHECK(office.of("C-visit").worst.at(0).over == 1min);
    CHECK(office.of("C-visit").worst.at(0).reference.starts_with("A0")); // its ticket
}

TEST_CASE("C-visit: who gave up in time says nothing, who gave up after the limit counts against it")
{
    PolicyOffice office("chorley");
    for (const Seconds wait : { Seconds { 10min }, Seconds { 10min + 1s } }) {
        office.go_to("2026-10-13T10:00");
        const Visit visit = office.take("A");
        office.clock.advance(wait);
        office.done(office.reception.leave(visit.id, {}, office.actor));
    }
    CHECK(share_of(office.of("C-visit")) == Share(0, 1));
    CHECK(office.of("C-visit").lost == 1);
    CHECK(office.of("C-visit").left_out == 1);
}

TEST_CASE("C-phone: a telephone rings no longer than 20 seconds")
{
    PolicyOffice office("chorley");
    office.go_to("2026-11-01T09:00");
    office.import(ContactLog::Calls,
        "1,2026-10-13T10:00:00,yes,20,A\n"
        "2,2026-10-13T10:01:00,yes,21,A\n"
        "3,2026-10-13T10:02:00,no,9,\n"
        "4,2026-10-25T01:59:50,yes,15,\n" // the clocks go back meanwhile
        "5,2026-03-29T00:59:50,yes,15,\n" // and forward
        "6,2026-08-31T10:00:00,yes,21,\n"); // a bank holiday
    CHECK(share_of(office.of("C-phone")) == Share(3, 6));
    CHECK(office.of("C-phone").lost == 1);
    // A call that a desk logged tells nothing of how long it rang.
    office.log(Channel::Phone, "2026-11-02T10:00");
    CHECK(office.of("C-phone").count == 6);
}

TEST_CASE("C-phone: calls offered, answered and abandoned, and the share in time by each denominator in use")
{
    testing::PolicyOffice office("chorley");
    for (Standard& standard : office.configuration.standards) {
        if (standard.id == "C-phone")
            standard.lost_grace = Seconds { 6 }; // whoever hangs up within 5 s
    }
    office.go_to("2026-11-01T09:00");
    std::string log;
    for (const char* row : { "yes,5", "yes,19", "yes,20", "yes,21", "yes,40", "no,3", "no,25" })
        log += fmt::format("{},2026-10-13T10:00:00,{},A\n", log.size(), row);
    office.import(ContactLog::Calls, log);
    const StandardReport report =
        standard_report(*office.store, office.configuration, {}, office.clock.now());
    const auto answer = std::find_if(report.answers.begin(), report.answers.end(),
        [](const StandardAnswer& one) { return one.standard.id == "C-phone"; });
    REQUIRE(answer != report.answers.end());
    const PhoneFigures& calls = answer->calls;
    CHECK(calls == PhoneFigures { 7, 5, 3, 2, 1 });
    const auto percent = [](const std::optional<double>& share) {
        return doctest::Approx(share.value() * 100);
    };
    CHECK(percent(calls.in_time_of_answered()) == 60.0);
    CHECK(percent(calls.in_time_of_offered()).epsilon(0.001) == 42.9);
    CHECK(percent(calls.in_time_without_at_once()) == 50.0);
    CHECK(percent(calls.abandoned_rate()).epsilon(0.001) == 28.6);
    CHECK(percent(calls.abandoned_rate_without_at_once()).epsilon(0.002) == 16.7);
    CHECK(percent(calls.answer_rate()).epsilon(0.001) == 71.4);
    CHECK_FALSE(PhoneFigures {}.answer_rate());
}

TEST_CASE("C-e-ack: e-mail, text and web are acknowledged within 1 working day")
{
    play("C-e-ack",
        {
            { Channel::Email, "2026-10-13T10:00", "2026-10-14T23:59:59", true },
            { Channel::Email, "2026-10-13T10:00", "2026-10-15T00:00:00", false },
            { Channel::Text, "2026-10-16T16:59", "2026-10-19T23:59:59", true }, // Friday to Monday
            { Channel::Text, "2026-10-16T17:00", "2026-10-20T23:59:59", true }, // after closing: Monday's
            { Channel::Web, "2026-04-02T10:00", "2026-04-07T23:59:59", true }, // over Easter
            { Channel::Web, "2026-04-02T10:00", "2026-04-08T00:00:00", false },
            { Channel::Email, "2026-10-23T10:00", "2026-10-26T23:59:59", true }, // the clocks go back
            { Channel::Email, "2026-10-23T10:00", "2026-10-27T00:00:00", false },
            { Channel::Email, "2026-03-27T10:00", "2026-03-30T23:59:59", true }, // and forward
            { Channel::Email, "2026-03-27T10:00", "2026-03-31T00:00:00", false },
        },
        acknowledge);
}

TEST_CASE("C-e-ack: an answer in full acknowledges too; abusive and junk mail is in no figure")
{
    PolicyOffice office("chorley");
    const OtherContact mail = office.log(Channel::Email, "2026-10-13T10:00");
    const OtherContact abusive = office.log(Channel::Email, "2026-10-13T10:05");
    set_contact_aside(office.reception, abusive.id, SetAside::Abusive, office.actor);
    office.answer(mail, "2026-10-14T12:00");
    office.go_to("2026-11-30T12:00");
    CHECK(share_of(office.of("C-e-ack")) == Share(1, 1));
    CHECK(office.of("C-e-ack").left_out == 1);
    CHECK(share_of(office.of("C-e-full")) == Share(1, 1));
    CHECK(office.of("C-e-full").count == 1);
}

TEST_CASE("C-e-ack: an automatic acknowledgement counts, from the moment it was sent")
{
    PolicyOffice office("chorley");
    // Friday's mail, logged on Wednesday with the time of the machine's reply; and another without one.
    const auto log = [&](const char* acknowledged) {
        office.go_to("2026-10-21T10:00");
        ContactWish wish;
        wish.channel = Channel::Email;
        wish.received = office.at("2026-10-16T10:00");
        if (*acknowledged)
            wish.acknowledged = office.at(acknowledged);
        return std::get<OtherContact>(log_contact(office.reception, wish, {}, office.actor));
    };
    log("2026-10-16T10:00");
    log("2026-10-19T23:59:59"); // the last moment in time
    log("2026-10-20T00:00"); // just late
    office.acknowledge(log(""), "2026-10-21T10:00");
    CHECK(share_of(office.of("C-e-ack")) == Share(2, 4));
}

TEST_CASE("C-e-ack: a channel that acknowledges by itself does so as it comes, however late it is logged")
{
    PolicyOffice office("chorley");
    office.configuration.contacts.automatic_acknowledgement = { Channel::Email };
    office.go_to("2026-10-28T10:00");
    for (const Channel channel : { Channel::Email, Channel::Text }) {
        ContactWish wish;
        wish.channel = channel;
        wish.received = office.at("2026-10-16T17:30"); // a Friday, after closing
        const auto contact = std::get<OtherContact>(log_contact(office.reception, wish, {}, office.actor));
        CHECK(contact.acknowledged.has_value() == (channel == Channel::Email));
        CHECK_FALSE(contact.answered);
    }
    CHECK(share_of(office.of("C-e-ack")) == Share(1, 2));
    CHECK(share_of(office.of("C-e-full")) == Share(0, 2)); // it is no answer
}

TEST_CASE("C-e-full: e-mail, text and web are answered in full within 2 working days")
{
    play("C-e-full",
        {
            { Channel::Email, "2026-10-13T10:00", "2026-10-15T23:59:59", true },
            { Channel::Email, "2026-10-13T10:00", "2026-10-16T00:00:00", false },
            { Channel::Text, "2026-12-24T10:00", "2026-12-30T23:59:59", true }, // 25 and 28 December
            { Channel::Text, "2026-12-24T10:00", "2026-12-31T00:00:00", false },
            { Channel::Web, "2026-10-23T10:00", "2026-10-27T23:59:59", true }, // the clocks go back
            { Channel::Web, "2026-10-23T10:00", "2026-10-28T00:00:00", false },
            { Channel::Web, "2026-03-27T10:00", "2026-03-31T23:59:59", true }, // and forward
            { Channel::Web, "2026-03-27T10:00", "2026-04-01T00:00:00", false },
        },
        answer);
}

TEST_CASE("C-e-full: a late answer with an explanation, an apology and a date is late, and told")
{
    PolicyOffice office("chorley");
    const OtherContact told = office.log(Channel::Email, "2026-10-13T10:00");
    const OtherContact untold = office.log(Channel::Email, "2026-10-13T10:00");
    office.explain(told, "2026-10-15T10:00", "2026-10-23");
    office.go_to("2026-10-16T00:00");
    CHECK(office.of("C-e-full").open_late == 2);
    CHECK(office.of("C-e-full").told == 1);
    office.answer(told, "2026-10-23T10:00");
    office.answer(untold, "2026-10-23T10:01");
    CHECK(share_of(office.of("C-e-full")) == Share(0, 2));
    CHECK(office.of("C-e-full").late == 2);
    CHECK(office.of("C-e-full").told == 1);
}

TEST_CASE("C-letter-ack: letters and faxes are acknowledged within 5 working days")
{
    play("C-letter-ack",
        {
            { Channel::Letter, "2026-11-20T10:00", "2026-11-27T23:59:59", true },
            { Channel::Letter, "2026-11-20T10:00", "2026-11-28T00:00:00", false },
            { Channel::Fax, "2026-04-02T10:00", "2026-04-13T23:59:59", true }, // over Easter
            { Channel::Fax, "2026-04-02T10:00", "2026-04-14T00:00:00", false },
            { Channel::Letter, "2026-10-22T10:00", "2026-10-29T23:59:59", true }, // the clocks go back
            { Channel::Letter, "2026-10-22T10:00", "2026-10-30T00:00:00", false },
            { Channel::Letter, "2026-03-26T10:00", "2026-04-02T23:59:59", true }, // and forward
            { Channel::Letter, "2026-03-26T10:00", "2026-04-03T00:00:00", false },
        },
        acknowledge);
}

TEST_CASE("C-letter-full: letters and faxes are answered in full within 7 working days, or it is told why")
{
    play("C-letter-full",
        {
            { Channel::Letter, "2026-11-20T10:00", "2026-12-01T23:59:59", true },
            { Channel::Letter, "2026-11-20T10:00", "2026-12-02T00:00:00", false },
            { Channel::Fax, "2026-12-23T10:00", "2027-01-06T23:59:59", true }, // Christmas and New Year
            { Channel::Fax, "2026-12-23T10:00", "2027-01-07T00:00:00", false },
            { Channel::Letter, "2026-10-22T10:00", "2026-11-02T23:59:59", true }, // the clocks go back
            { Channel::Letter, "2026-10-22T10:00", "2026-11-03T00:00:00", false },
            { Channel::Letter, "2026-03-24T10:00", "2026-04-02T23:59:59", true }, // and forward
            { Channel::Letter, "2026-03-24T10:00", "2026-04-03T00:00:00", false },
        },
        answer);
    PolicyOffice office("chorley");
    const OtherContact letter = office.log(Channel::Letter, "2026-11-20T10:00");
    office.explain(letter, "2026-12-01T10:00", "2026-12-09");
    office.answer(letter, "2026-12-09T10:00");
    CHECK(share_of(office.of("C-letter-full")) == Share(0, 1));
    CHECK(office.of("C-letter-full").told == 1);
}
