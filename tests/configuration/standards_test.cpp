// [[standard.promise]], [[directorate]] and [reports]: read as written, and refused where they make no sense.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

using namespace nextplease;
using testing::small_conf;

namespace {

std::string with(const std::string& sections)
{
    return small_conf() + "\n" + sections;
}

std::string promise_with(const std::string& lines)
{
    return with("[[standard.promise]]\nid = \"x\"\ntitle = \"T\"\nsource = \"S\"\n" + lines);
}

std::string message_of(const std::string& text)
{
    try {
        parse_configuration(text, "k");
    } catch (const InputError& error) {
        const std::string message = error.what();
        return message.substr(message.find(": ") + 2);
    }
    return "accepted";
}

} // namespace

TEST_CASE("A promise is read as it is written")
{
    const Configuration read = parse_configuration(with(R"([[directorate]]
code = "people"
name = "People"
director = "Director of People"
numbers = ["01632 960110"]

[standard]
limit_minutes = 12

[[standard.promise]]
id = "M-complaint"
title = "Resolved in 10 days"
source = "Policy"
channels = ["complaint", "escalated"]
from = "received"
to = "responded"
limit = "10 days"
extended = "12 weeks"
goal_percent = 90
services = ["A"]
directorate = "people"

[[standard.promise]]
id = "calls"
title = "Answered"
source = "Policy"
channels = ["phone"]
from = "offered"
to = "answered"
limit = "at all"
between = ["08:30-17:00"]
lost_grace_seconds = 5

[[standard.promise]]
id = "visits"
title = "Seen"
source = "Policy"
channels = ["visit"]
from = "arrived"
to = "seen"
lost = "late"

[reports]
every = "quarter"
monitored_calls = 9
monitoring_seed = 7
)"),
        "k");
    REQUIRE(read.standards.size() == 3);
    const Standard& complaints = read.standards[0];
    CHECK(complaints.id == "M-complaint");
    CHECK(complaints.channels == std::vector { StandardChannel::Complaint, StandardChannel::Escalated });
    CHECK(complaints.stretch == Stretch::Answered);
    CHECK(complaints.limit == parse_limit("10 days"));
    CHECK(complaints.extended == parse_limit("12 weeks"));
    CHECK(complaints.goal_percent == 90);
    CHECK(complaints.services == std::vector { ServiceCode("A") });
    CHECK(complaints.directorate == DirectorateCode("people"));
    const Standard& calls = read.standards[1];
    CHECK(calls.stretch == Stretch::Picked);
    CHECK(calls.limit == Limit {});
    CHECK(calls.lost == Lost::All);
    CHECK(calls.lost_grace == Seconds { 5 });
    CHECK(calls.between.size() == 1);
    CHECK_FALSE(calls.goal_percent);
    CHECK_FALSE(read.standards[2].limit);
    CHECK(read.standards[2].lost == Lost::Late);
    CHECK(read.limit == Minutes { 12 });
    CHECK(read.office.directorates.at(0).director == "Director of People");
    CHECK(read.office.directorates.at(0).numbers == std::vector<std::string> { "01632 960110" });
    CHECK(read.reports.every == ReportSettings::Every::Quarter);
    CHECK(read.reports.monitored_calls == 9);
    CHECK(read.reports.monitoring_seed == 7);
}

TEST_CASE("A promise has one title in the kiosk's own language, or one for each")
{
    const Language english("en"), polish("pl"), welsh("cy");
    const std::string rest = "id = \"x\"\nsource = \"S\"\nchannels = [\"email\"]\nfrom = \"received\"\nto = "
                             "\"responded\"\nlimit = \"1 day\"\n";
    const auto read = [&](const std::string& title) {
        return parse_configuration(with("[[standard.promise]]\n" + rest + title), "k");
    };
    const auto refused = [&](const std::string& title) {
        return message_of(with("[[standard.promise]]\n" + rest + title));
    };
    const auto said = [&](const Configuration& council, const Language& reader) {
        return title_in(council.standards.at(0).title, reader, council);
    };
    const Configuration one = read("title = \"Answered\"\n");
    CHECK(said(one, polish) == Worded::value_type { english, "Answered" });
    const Configuration each = read("title.en = \"Answered\"\ntitle.pl = \"Odpowiedź\"\n");
    CHECK(said(each, english) == Worded::value_type { english, "Answered" });
    CHECK(said(each, polish) == Worded::value_type { polish, "Odpowiedź" });
    CHECK(said(each, welsh) == Worded::value_type { english, "Answered" });
    CHECK(characters_in(each, polish).find("Odpowiedź") != std::string::npos);

    CHECK(refused("title.xx = \"Answered\"\n").starts_with("standard.promise.title.xx is not a key: write "));
    CHECK(refused("title.pl = \"Odpowiedź\"\n")
        == "standard.promise.title.en is missing: write standard.promise.title.en = \"...\"");
    CHECK(refused("title.en = \" \"\n").starts_with("standard.promise.title.en is empty"));
    CHECK(refused("title = 5\n") == "standard.promise.title is a whole number: write text in quotes");
    CHECK(refused("") == "standard.promise.title is missing: write title.en = \"Seen within 10 minutes\"");
}

TEST_CASE("A kiosk whose own language is another may leave English out of the titles")
{
    const std::string polish_first = testing::small_conf_with("[\"en\", \"pl\"]", "[\"pl\", \"en\"]")
        + "\n[[standard.promise]]\nid = \"x\"\nsource = \"S\"\nchannels = [\"email\"]\nfrom = \"received\"\n"
          "to = \"responded\"\nlimit = \"1 day\"\n";
    const Configuration council = parse_configuration(polish_first + "title.pl = \"Odpowiedź\"\n", "k");
    CHECK(title_in(council.standards.at(0).title, Language("en"), council).second == "Odpowiedź");
    CHECK(message_of(polish_first + "title.cy = \"Ateb\"\n")
        == "standard.promise.title is in neither en nor pl: write standard.promise.title.en = \"...\" or "
           "standard.promise.title.pl = \"...\"");
}

TEST_CASE("A promise that makes no sense is refused in words")
{
    const std::string mail = "channels = [\"email\"]\nfrom = \"received\"\nto = \"responded\"\n";
    const std::string calls = "channels = [\"phone\"]\nfrom = \"ringing\"\nto = \"answered\"\n";
    CHECK(message_of(promise_with(mail + "limit = \"2 working days\"\n")) == "accepted");
    CHECK(message_of(promise_with(mail))
        == "standard.promise.limit is missing: write limit = \"5 working days\"");
    CHECK(message_of(promise_with(mail + "limit = \"two days\"\n"))
              .starts_with(
                  "standard.promise.limit is \"two days\", which is no limit: write such as \"20 seconds\""));
    CHECK(message_of(promise_with(mail + "limit = \"at all\"\n"))
        == "standard.promise.limit is \"at all\", and only visitors and calls can be lost: write such as \"5 "
           "working days\"");
    CHECK(message_of(
        promise_with("channels = [\"email\"]\nfrom = \"received\"\nto = \"seen\"\nlimit = \"1 day\"\n"))
              .starts_with("there is no clock from \"received\" to \"seen\": write one such as"));
    CHECK(message_of(promise_with("channels = [\"email\", \"visit\"]\nfrom = \"received\"\nto = "
                                  "\"responded\"\nlimit = \"1 day\"\n"))
        == "the channel \"visit\" has no clock from \"received\" to \"responded\": take the channel out, or "
           "write another clock");
    CHECK(message_of(promise_with("channels = []\nfrom = \"received\"\nto = \"responded\"\n"))
        == "standard.promise.channels is empty: write at least one, such as [\"email\"]");
    CHECK(message_of(promise_with(mail + "limit = \"1 day\"\nlost = \"all\"\n"))
        == "standard.promise.lost goes with visits and calls alone: take it out");
    CHECK(
        message_of(promise_with(calls + "limit = \"20 seconds\"\nlost = \"late\"\nlost_grace_seconds = 5\n"))
        == "standard.promise.lost_grace_seconds goes with lost = \"all\" alone: write that, or take it out");
    CHECK(message_of(promise_with(calls + "limit = \"20 seconds\"\nextended = \"1 day\"\n"))
        == "standard.promise.extended is for what is answered in writing: take it out");
    CHECK(message_of(promise_with(mail + "limit = \"1 day\"\ndirectorate = \"people\"\n"))
        == "standard.promise.directorate is \"people\", and there is no section [[directorate]]: write one, "
           "or "
           "take this line out");
    CHECK(message_of(promise_with(mail + "limit = \"1 day\"\nservices = [\"C\"]\n"))
        == "standard.promise.services is \"C\": write one of these: A, B");
    CHECK(message_of(promise_with(mail + "limit = \"1 day\"\n[[standard.promise]]\nid = \"x\"\n"))
        == "standard.promise.id \"x\" is there twice: give each promise its own");
    CHECK(message_of(with("[[directorate]]\ncode = \"p\"\nname = \"P\"\nnumbers = [\"ask\"]\n"))
        == "directorate.numbers has \"ask\": write a telephone number such as \"01632 960042\"");
    CHECK(message_of(with("[calendar]\nclosures_stop_clock = 1\n")) != "accepted");
}
