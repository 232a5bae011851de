// [calendar], [complaints], [privacy] and [[charter]]: what they mean, and what is said of a mistake in them.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

#include <algorithm>

using namespace nextplease;
using nextplease::testing::small_conf;

namespace {

// `section` stands at the end, from line 32 on.
Configuration with(const std::string& section)
{
    return parse_configuration(small_conf() + "\n" + section, "k");
}

std::string message_of(const std::string& section)
{
    try {
        with(section);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

std::string worded(const std::string& key)
{
    return key + ".en = \"x\"\n" + key + ".pl = \"y\"\n";
}

struct Broken {
    std::string section;
    std::string message;
};

const Broken kBroken[] = {
    { "[calendar]\none_offs = [\"2031-02-30\"]",
        "k:33:13: calendar.one_offs has \"2031-02-30\", which is not a date of the calendar: write "
        "year-month-day, such as \"2026-12-29\"" },
    { "[calendar]\nclosures = [\"2026-12-29\", \"2026-12-29\"]",
        "k:33:27: calendar.closures has \"2026-12-29\" twice: write it once" },
    { "[calendar]\nclosures = \"2026-12-29\"",
        "k:33:12: calendar.closures is text: write a list between [ and ]" },
    { "[calendar]\nmoved_away = [\"2031-05-06\"]",
        "k:33:14: calendar.moved_away has \"2031-05-06\", and by the rules that is no bank holiday: write "
        "the "
        "day from which one was moved" },
    { "[calendar]\nafter_hours = \"never\"",
        "k:33:15: calendar.after_hours is \"never\": write one of these: next_working_day, same_day" },
    { "[calendar]\nholidays = []",
        "k:33:1: calendar.holidays is not a key: write one of these: one_offs, "
        "moved_away, closures, "
        "closures_stop_clock, after_hours" },
    { "[complaints]\nreference_letter = \"k\"",
        "k:33:20: complaints.reference_letter is \"k\": write one or two capital letters, but not O and I, "
        "which look like 0 and 1" },
    { "[[complaints.head]]\nservices = [\"A\"]\nname = \"One\"\n[[complaints.head]]\nservices = "
      "[\"A\"]\nname = \"Two\"",
        "k:36:13: complaints.head.services has \"A\" for two of them, One and Two: write it for one" },
    { "[[complaints.procedure]]\ncode = \"one\"\nname = \"One\"\nhandled_by = \"X\"\nservices = [\"Z\"]",
        "k:36:13: complaints.procedure.services has \"Z\", and there is no such service: write the code of "
        "a [[service]]" },
    { "[[complaints.procedure]]\ncode = \"one\"\nname = \"One\"\nhandled_by = \"X\"\nservices = [\"A\"]\n"
      "[[complaints.procedure]]\ncode = \"two\"\nname = \"Two\"\nhandled_by = \"X\"\nservices = [\"A\"]",
        "k:41:13: complaints.procedure.services has \"A\" for two of them, one and two: write it for one" },
    { "[contacts]\nautomatic_acknowledgement = [\"post\"]",
        "k:33:30: contacts.automatic_acknowledgement has \"post\": write phone, email, text, web, letter, "
        "fax, social or out_of_hours" },
    { "[complaints]\nrespond_working_days = 0",
        "k:33:24: complaints.respond_working_days is 0: write a whole number from 1 to 60" },
    { "[complaints]\nrespond_working_days = 3",
        "k:33:24: complaints.respond_working_days is 3, before it is acknowledged after 5: write at least "
        "5" },
    { "[complaints]\nacknowledge_working_days = 20",
        "k:33:28: complaints.respond_working_days is 10, before it is acknowledged after 20: write at least "
        "20" },
    { "[complaints]\nhandled_by.en = \"x\"",
        "k:33:1: complaints.handled_by.pl is missing: write complaints.handled_by.pl = \"...\" or add it to "
        "the words of that language (site.words), or take \"pl\" out of site.languages" },
    { "[[complaints.category]]\n" + worded("words"),
        "k:32:1: complaints.category.code is missing: write code = \"money\"" },
    { "[[complaints.category]]\ncode = \"a b\"\n" + worded("words") + worded("handled_by"),
        "k:33:8: complaints.category.code is \"a b\": write at most 30 letters and digits, such as code = "
        "\"money\"" },
    { "[[complaints.category]]\ncode = \"a\"\n" + worded("words") + worded("handled_by")
            + "[[complaints.category]]\ncode = \"a\"\n" + worded("words") + worded("handled_by"),
        "k:39:8: complaints.category.code \"a\" is there twice: give each a code of its own" },
    { "[[complaints.category]]\ncode = \"a\"\n" + worded("words") + worded("handled_by")
            + "second_stage = true",
        "k:38:16: complaints.category.second_stage is true, and there is no second stage: write a section "
        "[complaints.second_stage], or take the key out" },
    { "[[complaints.category]]\ncode = \"a\"\n" + worded("words") + worded("handled_by")
            + "about = \"The X\"",
        "k:38:9: complaints.category.about is \"The X\", who deals with these by handled_by: write there who "
        "else does" },
    { "[[complaints.category]]\ncode = \"a\"\n" + worded("words") + worded("handled_by")
            + "about = \"A\"\nsecond_stage_handled_by = \"a\"",
        "k:39:27: complaints.category.second_stage_handled_by is \"a\", whom these are about: write who else "
        "looks at them again, or take the key out" },
    { "[complaints.second_stage]\nhandled_by = \"Y\"\nask_within = \"1 month\"",
        "k:34:14: complaints.second_stage.ask_within is \"1 month\": write days, working days or weeks, such "
        "as \"20 working days\"" },
    { "[complaints]\nlongest_weeks = 53",
        "k:33:17: complaints.longest_weeks is 53: write a whole number from 1 to 52" },
    { "[privacy]\npublic_key = \"hello\"",
        "k:33:14: privacy.public_key is no public key: copy the whole line that nextplease key create "
        "printed, 44 letters and signs or 64 hexadecimal digits" },
    { "[privacy]\npublic_key = \"0000000000000000000000000000000000000000000000000000000000000000\"",
        "k:33:14: privacy.public_key is no public key: copy the whole line that nextplease key create "
        "printed, 44 letters and signs or 64 hexadecimal digits" },
    { "[privacy]\nnotice_url = \"www.northmoor.gov.uk\"",
        "k:33:14: privacy.notice_url is \"www.northmoor.gov.uk\": write an address such as "
        "\"https://www.northmoor.gov.uk/privacy\"" },
    { "[retention]\nvisit_days = 0",
        "k:33:14: retention.visit_days is 0: write a whole number from 1 to 365" },
    { "[retention]\ncase_years = \"six\"",
        "k:33:14: retention.case_years is text: write a whole number from 1 to 30, without quotes" },
    { "[letters]\nprinter = \"usb:/dev/usb/lp0\"",
        "k:33:11: letters.printer is \"usb:/dev/usb/lp0\": write a queue of the print server, such as "
        "\"cups:office\"" },
    { "[privacy]\nprivate_key = \"x\"",
        "k:33:1: privacy.private_key is not a key: write one of these: public_key, secret_key, "
        "officer, notice_url" },
    { "[[charter]]\nstandard = \"visit\"", "k:32:1: charter.promise is missing: write promise.en = \"...\"" },
    { "[[charter]]\n" + worded("promise") + "standard = \"visits\"",
        "k:35:12: charter.standard is \"visits\", and no [[standard.promise]] has that id: write \"visit\", "
        "\"satisfaction\" or the id of one" },
    { "[[charter]]\n" + worded("promise") + "goal_percent = 95",
        "k:35:16: charter.goal_percent is there without a standard: write standard = \"visit\", "
        "\"satisfaction\" or the id of a promise, or take the goal out" },
    { "[[charter]]\n" + worded("promise") + "standard = \"satisfaction\"\nlimit_minutes = 5",
        "k:36:17: charter.limit_minutes goes with standard = \"visit\" alone: write that, or take the limit "
        "out" },
    { "[charter]\n" + worded("promise"),
        "k:32:1: charter can be there several times: write [[charter]] with two brackets" },
};

} // namespace

TEST_CASE("Each mistake about complaints, keys, days and the Charter is named with its place and its remedy")
{
    const std::string small = small_conf();
    REQUIRE(std::count(small.begin(), small.end(), '\n') == 30);
    for (const Broken& one : kBroken)
        CHECK(message_of(one.section) == one.message);
}

TEST_CASE("Left out, complaints go by the defaults, nothing is sealed, and there is no Charter")
{
    const Configuration plain = parse_configuration(small_conf(), "k");
    CHECK(plain.complaints.reference_letter == "K");
    CHECK(plain.complaints.acknowledge_working_days == 5);
    CHECK(plain.complaints.respond_working_days == 10);
    CHECK(plain.complaints.categories.empty());
    CHECK(plain.complaints.handled_by.empty());
    CHECK_FALSE(plain.public_key);
    CHECK(plain.charter.empty());
    CHECK(plain.calendar.after_hours == CalendarRules::AfterHours::NextWorkingDay);
    CHECK_FALSE(with("[privacy]\npublic_key = \"\"").public_key);
    CHECK(plain.secret_key.empty());
    CHECK(plain.letters.printer.empty());
    CHECK(plain.contacts.automatic_acknowledgement.empty());
    CHECK(with("[contacts]\nautomatic_acknowledgement = [\"email\", \"text\"]")
              .contacts.automatic_acknowledgement
        == std::vector { Channel::Email, Channel::Text });
    CHECK(with("[letters]\nprinter = \"cups:office\"").letters.printer == "office");
    CHECK(with("[letters]\nfolder = \"/srv/letters\"").letters.folder == "/srv/letters");
    CHECK(with("[privacy]\nsecret_key = \"/media/team.key\"").secret_key == "/media/team.key");
}

TEST_CASE("Who looks at a complaint again is the category's officer, else the second stage's, never whom it "
          "is about")
{
    const auto category = [](const char* code, const char* more) {
        return "[[complaints.category]]\ncode = \"" + std::string(code) + "\"\n" + worded("words")
            + worded("handled_by") + more + "\n";
    };
    const ComplaintSettings read =
        with(category("plain", "") + category("own", "second_stage_handled_by = \"A\"")
            + category("about", "about = \"chief executive\"") + category("direct", "second_stage = true")
            + "[complaints.second_stage]\nhandled_by = \"The Chief Executive\"\nask_within = \"28 days\"\n"
              "[complaints]\nlongest_weeks = 12\n"
            + worded("contact"))
            .complaints;
    CHECK(read.second_officer({}) == "The Chief Executive");
    CHECK(read.second_officer(CategoryCode("plain")) == "The Chief Executive");
    CHECK(read.second_officer(CategoryCode("own")) == "A");
    CHECK(read.second_officer(CategoryCode("about")).empty());
    CHECK(read.find(CategoryCode("direct"))->second_stage);
    CHECK(read.ask_within == parse_limit("28 days"));
    CHECK(read.rules.longest_weeks == 12);
    CHECK(read.contact.at(Language("en")) == "x");
    CHECK(parse_configuration(small_conf(), "k").complaints.rules.longest_weeks == 52);
}

TEST_CASE("What the file says of complaints, days and promises is understood")
{
    const SecretKey key = make_secret_key();
    const Configuration read = with("[calendar]\none_offs = [\"2031-05-09\"]\nafter_hours = \"same_day\"\n"
                                    "[privacy]\npublic_key = \""
        + to_base64(key.public_key())
        + "\"\n[complaints]\nreference_letter = \"QX\"\nrespond_working_days = 12\n"
          "[[complaints.category]]\ncode = \"money\"\n"
        + worded("words") + worded("handled_by") + "[[charter]]\n" + worded("promise")
        + "standard = \"visit\"\n[[charter]]\n" + worded("promise")
        + "standard = \"satisfaction\"\ngoal_percent = 80.5\n");
    CHECK(read.calendar.one_offs.contains(*parse_iso_date("2031-05-09")));
    CHECK(read.calendar.after_hours == CalendarRules::AfterHours::SameDay);
    CHECK(read.public_key == key.public_key());
    CHECK(read.complaints.reference_letter == "QX");
    CHECK(read.complaints.respond_working_days == 12);
    CHECK(words_in(read.complaints.find(CategoryCode("money"))->words, Language("pl"), {}) == "y");
    CHECK_FALSE(read.complaints.find(CategoryCode("crime")));
    CHECK(read.charter[0].goal_percent == read.goal_percent); // of [standard]
    CHECK_FALSE(read.charter[0].limit);
    CHECK(read.charter[1].goal_percent == 80.5);
}

TEST_CASE("What is kept how long is read, each by its own key, and has its default where it is left out")
{
    const auto kept = [](const std::string& section) {
        return parse_configuration(small_conf() + section, "k").retention;
    };
    const RetentionSettings read = kept("[retention]\nvisit_days = 7\nfeedback_months = 3\n"
                                        "contact_months = 4\nlog_months = 5\ncase_years = 2\n");
    CHECK(read.visits.count() == 7);
    CHECK(read.feedback.count() == 3);
    CHECK(read.contacts.count() == 4);
    CHECK(read.log.count() == 5);
    CHECK(read.cases.count() == 2);
    const RetentionSettings left_out = kept("");
    CHECK(left_out.visits.count() == 30);
    CHECK(left_out.cases.count() == 6);
}
