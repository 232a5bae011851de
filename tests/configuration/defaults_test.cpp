// What a key means that is left out, and what one that is there does.
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

using namespace nextplease;
using namespace std::chrono_literals;
using nextplease::testing::small_conf;
using nextplease::testing::small_conf_with;

namespace {

Configuration parsed(const std::string& text)
{
    return parse_configuration(text, "k");
}

} // namespace

TEST_CASE("The small file is read as it stands")
{
    const Configuration small = parsed(small_conf());
    CHECK(small.source == "k");
    CHECK(small.site.at(Language("pl")) == "Northmoor PL");
    CHECK(small.languages == std::vector { Language("en"), Language("pl") });
    CHECK(small.hours.weekdays[0].size() == 2);
    CHECK(small.hours.weekdays[0][1] == OpenSpan { Seconds { 48600 }, Seconds { 61200 } });
    CHECK(small.hours.weekdays[2].empty());
    CHECK(small.visitor.help.at(Language("en")) == "Ask at the desk.");
    REQUIRE(small.office.services.size() == 2);
    CHECK(small.office.services[1].name.at(Language("en")) == "Housing");
    CHECK(small.office.services[1].hours == small.hours);
    REQUIRE(small.office.desks.size() == 1);
    CHECK(small.office.desks[0].services
        == std::vector<DeskService> { { ServiceCode("A"), 1 }, { ServiceCode("B"), 1 } });
}

TEST_CASE("Every optional key changes exactly what it says")
{
    const auto with = [](const std::string& section) {
        return parsed(small_conf_with("[visitor]\n", section));
    };
    CHECK(with("[standard]\nlimit_minutes = 15\n[visitor]\n").limit == Minutes { 15 });
    CHECK(with("[standard]\nlimit_minutes = 15\n[visitor]\n").office.services[0].limit == Minutes { 15 });
    CHECK(with("[standard]\ngoal_percent = 97.5\n[visitor]\n").goal_percent == 97.5);
    CHECK(with("[standard]\ngoal_percent = 90\n[visitor]\n").goal_percent == 90);
    CHECK(with("[machine]\nstore = \"sqlite:/tmp/x.db\"\n[visitor]\n").store == "sqlite:/tmp/x.db");
    CHECK(with("[visitor]\nstart = \"services\"\n").visitor.start == VisitorSettings::Start::Services);
    CHECK(with("[visitor]\nidle_seconds = 90\n").visitor.idle == Seconds { 90 });
    CHECK(with("[visitor]\nidle_large_print_seconds = 90\n").visitor.idle_large_print == Seconds { 90 });
    CHECK(with("[visitor]\nidle_warning_seconds = 90\n").visitor.idle_warning == Seconds { 90 });
    CHECK(with("[visitor]\nslow_answer_seconds = 90\n").visitor.slow_answer == Seconds { 90 });
    CHECK(with("[visitor]\ntouch_repeat_milliseconds = 500\n").visitor.touch_repeat == 500ms);
    CHECK(with("[visitor]\nsteady_repeat_milliseconds = 900\n").visitor.steady_repeat == 900ms);
    CHECK(with("[visitor]\nsteady_hold_milliseconds = 200\n").visitor.steady_hold == 200ms);
    CHECK(with("[visitor]\nfew_tickets = 0\n").visitor.few_tickets == 0);
    CHECK(with("[visitor]\nphone = \"01632 960042\"\n").visitor.phone == "01632 960042");
    CHECK(with("[visitor]\nemergency.en = \"Phone us.\"\nemergency.pl = \"Zadzwoń.\"\n")
              .visitor.emergency.at(Language("pl"))
        == "Zadzwoń.");
    CHECK(with("[visitor]\n").visitor.emergency.empty());
    CHECK(with("[board]\nnewest_at_least_seconds = 9\n[visitor]\n").board.newest_at_least == Seconds { 9 });
    CHECK(with("[web]\npublic_url = \"https://q.example.org/\"\n[visitor]\n").public_url
        == "https://q.example.org");
    CHECK(with("[queue]\nundo_seconds = 0\n[visitor]\n").office.rules.undo_within == Seconds { 0 });
    CHECK(
        with("[queue]\nno_show_grace_minutes = 5\n[visitor]\n").office.rules.no_show_grace == Minutes { 5 });

    const auto rules = [&](const std::string& line) {
        return with("[queue]\n" + line + "\n[visitor]\n").office.rules;
    };
    CHECK(rules("farthest_seat_metres = 8").farthest_seat_metres == 8);
    CHECK(rules("more_time_behind = 5").more_time_behind == 5);
    CHECK(rules("more_time_at_most = 0").more_time_at_most == 0);
    CHECK(rules("party_at_most = 1").party_at_most == 1);
    CHECK(rules("matters_at_most = 0").matters_at_most == 0);
    const auto appointments = [&](const std::string& line) {
        return with("[appointments]\n" + line + "\n[visitor]\n").office.appointments;
    };
    CHECK(appointments("early_minutes = 5").early == Minutes { 5 });
    CHECK(appointments("late_minutes = 5").late == Minutes { 5 });
    CHECK(appointments("head_start_minutes = -5").head_start == Minutes { -5 });

    const auto service = [](const std::string& line) {
        return parsed(small_conf_with("letter = \"A\"\n", "letter = \"A\"\n" + line)).office.services[0];
    };
    CHECK(service("usual_minutes = 3\n").usual == Minutes { 3 });
    CHECK(service("last_ticket_minutes = 15\n").last_ticket == Minutes { 15 });
    CHECK(service("tickets_a_day = 15\n").tickets_a_day == 15);
    CHECK_FALSE(service("").tickets_a_day);
    CHECK(service("elsewhere.en = \"Online\"\nelsewhere.pl = \"W sieci\"\n").elsewhere.at(Language("pl"))
        == "W sieci");
    CHECK(service("limit_minutes = 3\n").limit == Minutes { 3 });
    CHECK(service("head_start_minutes = -3\n").head_start == Minutes { -3 });
    CHECK(service("hint.en = \"Bills\"\nhint.pl = \"Rachunki\"\n").hint.size() == 2);

    const auto desk = [](const std::string& lines) {
        return parsed(small_conf_with("services = [\"A\", \"B\"]\n", lines)).office.desks[0];
    };
    CHECK(desk("services = [\"A\", \"B\"]\nuses_start = false\n").uses_start == false);
    CHECK_FALSE(desk("services = [\"A\", \"B\"]\n").opens);
    CHECK(desk("services = [\"A\", \"B\"]\nopens = \"09:30\"\n").opens
        == std::chrono::hours { 9 } + Minutes { 30 });
    CHECK(desk("services = [\"A\", \"B\"]\nbreaks = [\"12:00-12:45\"]\n").breaks
        == std::vector<OpenSpan> {
            { std::chrono::hours { 12 }, std::chrono::hours { 12 } + Minutes { 45 } } });
    CHECK(desk("services = [{ code = \"B\", rank = 2 }, \"A\"]\n").services
        == std::vector<DeskService> { { ServiceCode("B"), 2 }, { ServiceCode("A"), 1 } });
}

TEST_CASE("Documents and priority classes are read in order")
{
    const Configuration read = parsed(small_conf_with("[[desk]]",
        "[[service.bring]]\nicon = \"key\"\nname.en = \"Keys\"\nname.pl = \"Klucze\"\n"
        "[[service.bring]]\nicon = \"idcard\"\nname.en = \"ID\"\nname.pl = \"Dowód\"\n"
        "hint.en = \"Any\"\nhint.pl = \"Dowolny\"\n"
        "[[priority]]\ncode = \"p\"\nname.en = \"P\"\nname.pl = \"P\"\nhead_start_minutes = 7\n[[desk]]"));
    const std::vector<Document>& bring = read.office.services[1].bring;
    REQUIRE(bring.size() == 2);
    CHECK(bring[0].icon == "key");
    CHECK(bring[0].hint.empty());
    CHECK(bring[1].hint.at(Language("pl")) == "Dowolny");
    REQUIRE(read.office.rules.priorities.size() == 1);
    CHECK(read.office.rules.priorities[0].head_start == Minutes { 7 });
}

TEST_CASE("Words of a language that is not switched on may stay in the file")
{
    const Configuration read =
        parsed(small_conf_with("languages = [\"en\", \"pl\"]", "languages = [\"en\"]"));
    CHECK(read.languages.size() == 1);
    CHECK(read.site.contains(Language("pl")));
}

TEST_CASE("Services may share a letter, but not a code")
{
    CHECK(parsed(small_conf_with("letter = \"B\"", "letter = \"A\"")).office.services[1].letter == "A");
    CHECK(parsed(small_conf_with("letter = \"B\"", "letter = \"AB\"")).office.services[1].letter == "AB");
}

TEST_CASE("The words in a language fall back to the kiosk's own, then to any")
{
    const Worded words { { Language("pl"), "po polsku" }, { Language("ur"), "اردو" } };
    const std::vector fallbacks { Language("en"), Language("ur") };
    CHECK(words_in(words, Language("pl"), fallbacks) == "po polsku");
    CHECK(words_in(words, Language("en"), fallbacks) == "اردو");
    CHECK(words_in(words, Language("en"), {}) == "po polsku");
    CHECK(words_in({}, Language("en"), fallbacks).empty());
}

TEST_CASE("Needs, interpreters and groups are read as they stand")
{
    const Configuration read = parsed(small_conf() + R"(
[[priority]]
code = "support"
name.en = "Support"
name.pl = "Wsparcie"
head_start_minutes = 10

[[interpreter]]
code = "so"
own_name = "Soomaali"
name = "Somali"

[[need]]
code = "interpreter"
name.en = "An interpreter"
name.pl = "Tłumacz"
hint.en = "By phone"
hint.pl = "Przez telefon"
icon = "interpreter"
asks = "language"

[[need]]
code = "pain"
name.en = "I cannot stand long"
name.pl = "Nie mogę długo stać"
icon = "person"
priority = "support"

[[group]]
code = "all"
name.en = "All"
name.pl = "Wszystko"
icon = "key"
services = ["B", "A"]
)");
    const Office& office = read.office;
    REQUIRE(office.needs.size() == 2);
    CHECK(office.needs[0].asks == Need::Asks::WhichLanguage);
    CHECK(office.needs[0].priority.empty());
    CHECK(office.needs[0].hint.at(Language("pl")) == "Przez telefon");
    CHECK(office.find(NeedCode("pain"))->priority == PriorityCode("support"));
    CHECK(office.find(NeedCode("pain"))->icon == "person");
    CHECK(office.interpreter(Language("so"))->own_name == "Soomaali");
    REQUIRE(office.groups.size() == 1);
    CHECK(office.groups[0].services == std::vector { ServiceCode("B"), ServiceCode("A") });
    CHECK(office.groups[0].hint.empty());
}
