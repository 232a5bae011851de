// What a person is told about a mistake in kiosk.conf: the place, what is wrong and what to write instead.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace nextplease;
using nextplease::testing::small_conf;
using nextplease::testing::small_conf_with;

namespace {

std::string message_of(const std::string& text)
{
    try {
        parse_configuration(text, "k");
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

struct Broken {
    std::string old;
    std::string now;
    std::string message;
};

const Broken kBroken[] = {
    // Keys.
    { "monday = [", "mondy = [", "k:7:1: hours.mondy is not a key: write monday" },
    { "[visitor]", "[vistor]", "k:10:2: vistor is not a key: write visitor" },
    { "[visitor]\n", "[visitor]\ncolour = \"red\"\n",
        "k:11:1: visitor.colour is not a key: write one of these: help, emergency, phone, "
        "start, idle_seconds, idle_large_print_seconds, "
        "idle_warning_seconds, slow_answer_seconds, touch_repeat_milliseconds, "
        "steady_repeat_milliseconds, steady_hold_milliseconds, few_tickets, service_pin" },
    { "[visitor]\n", "[visitor]\nidle_second = 60\n",
        "k:11:1: visitor.idle_second is not a key: write idle_seconds" },
    { "letter = \"B\"\n", "letter = \"B\"\nlettre = \"B\"\n",
        "k:23:1: service.lettre is not a key: write letter" },
    { "code = \"A\"\n", "", "k:14:1: service.code is missing: write code = \"A\"" },
    { "code = \"A\"\n", "code = \"A\"\ncode = \"C\"\n",
        "k:16:8: this is not TOML: Error while parsing key-value pair: cannot redefine existing string "
        "'code'" },
    { "[hours]\n", "[hours]\n[site]\n",
        "k:7:1: this is not TOML: Error while parsing table header: cannot redefine existing table 'site'" },
    { "help.en = \"Ask", "help.en = Ask",
        "k:11:11: this is not TOML: Error while parsing value: could not determine value type" },
    // Needs, interpreters, appointments, groups.
    { "[[desk]]", "[[need]]\ncode = \"seat\"\nname.en = \"A seat\"\nname.pl = \"K\"\n\n[[desk]]",
        "k:26:1: need.icon is missing: write icon = \"person\"" },
    { "[[desk]]",
        "[[need]]\ncode = \"seat\"\nname.en = \"A seat\"\nname.pl = \"K\"\nicon = \"persn\"\n\n[[desk]]",
        "k:30:8: need.icon is \"persn\", and there is no such icon: write \"person\"" },
    { "[[desk]]",
        "[[need]]\ncode = \"seat\"\nname.en = \"A seat\"\nname.pl = \"K\"\nicon = \"person\"\npriority = "
        "\"fast\"\n\n[[desk]]",
        "k:31:12: need.priority is \"fast\", and there is no section [[priority]]: write one, or take this "
        "line "
        "out" },
    { "[[desk]]",
        "[[need]]\ncode = \"i\"\nname.en = \"I\"\nname.pl = \"I\"\nicon = \"person\"\nasks = "
        "\"language\"\n\n[[desk]]",
        "k:31:8: need.asks is \"language\", and there is no section [[interpreter]] to choose from: write "
        "some" },
    { "[[desk]]", "[[interpreter]]\ncode = \"so\"\nname = \"Somali\"\n\n[[desk]]",
        "k:26:1: interpreter.own_name is missing: write own_name = \"Soomaali\"" },
    { "[[desk]]",
        "[[group]]\ncode = \"home\"\nname.en = \"Home\"\nname.pl = \"Dom\"\nservices = [\"A\", "
        "\"C\"]\n\n[[desk]]",
        "k:30:18: group.services is \"C\": write one of these: A, B" },
    { "[[desk]]",
        "[[group]]\ncode = \"home\"\nname.en = \"Home\"\nname.pl = \"Dom\"\nservices = []\n\n[[desk]]",
        "k:30:12: group.services is empty: write the codes of its services, such as [\"A\", \"B\"]" },
    { "[visitor]\n", "[appointments]\nlate_minutes = 999\n[visitor]\n",
        "k:11:16: appointments.late_minutes is 999: write a whole number from 0 to 480" },
    { "[visitor]\n", "[queue]\nfarthest_seat_metres = 0\n[visitor]\n",
        "k:11:24: queue.farthest_seat_metres is 0: write a whole number from 1 to 200" },
    { "[visitor]\n", "[queue]\nmore_time_behind = 0\n[visitor]\n",
        "k:11:20: queue.more_time_behind is 0: write a whole number from 1 to 20" },
    { "letter = \"A\"", "letter = \"A\"\ntickets_a_day = 0",
        "k:17:17: service.tickets_a_day is 0: write a whole number from 1 to 999" },
    { "[visitor]\n", "[visitor]\nservice_pin = \"1234\"\n",
        "k:11:15: visitor.service_pin is not a hash: never write the PIN itself; run  nextplease pin  "
        "and "
        "copy the line that it prints" },
    // Sound and keypad.
    { "[visitor]\n", "[sound]\nvolume = 9\n[visitor]\n",
        "k:11:10: sound.volume is 9: write a whole number from 1 to 7" },
    { "[visitor]\n", "[sound]\noutput = \"loud\"\n[visitor]\n",
        "k:11:10: sound.output is \"loud\": write one of these: alsa, file, none" },
    { "[visitor]\n", "[sound]\noutput = \"file\"\n[visitor]\n",
        "k:10:1: sound.output is \"file\" and there is no sound.file: write the name of a WAV to make, such "
        "as "
        "file = \"/tmp/kiosk.wav\"" },
    { "[visitor]\n", "[sound]\nvoices.en = \"-f/etc/passwd\"\n[visitor]\n",
        "k:11:13: sound.voices.en is \"-f/etc/passwd\": write a name that  espeak-ng --voices  lists, such "
        "as "
        "\"en-gb\"" },
    { "[visitor]\n", "[sound]\nvoices.xx = \"xx\"\n[visitor]\n",
        "k:11:8: sound.voices.xx is not a key: write one of these: en, pl" },
    { "[visitor]\n", "[keypad]\nhelp = [\"F2\"]\n[visitor]\n",
        "k:10:1: \"F2\" stands for both keypad.help and keypad.repeat: give each key one use" },
    { "[visitor]\n", "[keypad]\nhelp = \"F1\"\n[visitor]\n",
        "k:11:8: keypad.help is text: write a list between [ and ]" },
    // Kinds of values.
    { "letter = \"A\"", "letter = 1", "k:16:10: service.letter is a whole number: write text in quotes" },
    { "letter = \"A\"", "letter = true", "k:16:10: service.letter is true or false: write text in quotes" },
    { "letter = \"A\"", "letter = \"A\"\nusual_minutes = \"5\"",
        "k:17:17: service.usual_minutes is text: write a whole number from 1 to 240, without quotes" },
    { "letter = \"A\"", "letter = \"A\"\nusual_minutes = 2.5",
        "k:17:17: service.usual_minutes is a number with a point: write a whole number from 1 to 240" },
    { "letter = \"A\"", "letter = \"A\"\nusual_minutes = 0",
        "k:17:17: service.usual_minutes is 0: write a whole number from 1 to 240" },
    { "letter = \"A\"", "letter = \"A\"\nlimit_minutes = -5",
        "k:17:17: service.limit_minutes is -5: write a whole number from 1 to 480" },
    { "letter = \"A\"", "letter = \"A\"\nhead_start_minutes = 1000",
        "k:17:22: service.head_start_minutes is 1000: write a whole number from -240 to 240" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", \"B\"]\nuses_start = \"no\"",
        "k:31:14: desk.uses_start is text: write true or false, without quotes" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", \"B\"]\nopens = \"half nine\"",
        "k:31:9: desk.opens is \"half nine\": write a time of day such as \"09:00\"" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", \"B\"]\nbreaks = [\"13:00-12:00\"]",
        "k:31:11: desk.breaks has \"13:00-12:00\", which ends before it begins: write the earlier time "
        "first" },
    { "services = [\"A\", \"B\"]", "services = \"A\"",
        "k:30:12: desk.services is text: write a list between [ and ]" },
    { "[[desk]]", "[desk]", "k:26:1: desk can be there several times: write [[desk]] with two brackets" },
    { "[visitor]\n", "[visitor]\nstart = \"tickets\"\n",
        "k:11:9: visitor.start is \"tickets\": write one of these: languages, services" },
    { "[visitor]\n", "[visitor]\ntouch_repeat_milliseconds = 100\n",
        "k:11:29: visitor.touch_repeat_milliseconds is 100: write a whole number from 200 to 2000" },
    { "[visitor]\n", "[visitor]\nsteady_repeat_milliseconds = 100\n",
        "k:11:30: visitor.steady_repeat_milliseconds is 100: write a whole number from 500 to 3000" },
    { "[visitor]\n", "[visitor]\nsteady_hold_milliseconds = 20\n",
        "k:11:28: visitor.steady_hold_milliseconds is 20: write a whole number from 100 to 2000" },
    { "[visitor]\n", "[visitor]\nfew_tickets = -1\n",
        "k:11:15: visitor.few_tickets is -1: write a whole number from 0 to 100" },
    { "[visitor]\n", "[visitor]\nslow_answer_seconds = 5\n",
        "k:11:23: visitor.slow_answer_seconds is 5: write a whole number from 60 to 900" },
    { "[visitor]\n", "[visitor]\nphone = \"call us\"\n",
        "k:11:9: visitor.phone is \"call us\": write a number such as \"01632 960042\", at most 20 digits "
        "and "
        "spaces" },
    { "[visitor]\n", "[visitor]\nidle_warning_seconds = 5\n",
        "k:11:24: visitor.idle_warning_seconds is 5: write a whole number from 20 to 120" },
    { "[hours]", "[standard]\ngoal_percent = 101\n[hours]",
        "k:7:16: standard.goal_percent is 101: write a number from 1 to 100" },
    { "[hours]", "[standard]\ngoal_percent = nan\n[hours]",
        "k:7:16: standard.goal_percent is nan: write a number from 1 to 100" },
    // Languages and words.
    { "languages = [\"en\", \"pl\"]", "languages = []",
        "k:4:13: site.languages is empty: write at least one, such as [\"en\"]" },
    { "\"en\", \"pl\"]", "\"en\", \"de\"]",
        "k:4:20: site.languages is \"de\": write one of these: en, ar, bn, cy, gu, pa, pl, pt, ro, tr, uk, "
        "ur, "
        "zh" },
    { "\"en\", \"pl\"]", "\"en\", \"en\"]", "k:4:20: site.languages has \"en\" twice: write it once" },
    { "name.pl = \"Mieszkania\"\n", "",
        "k:23:1: service.name.pl is missing: write service.name.pl = \"...\" or add it to the words of "
        "that language (site.words), or take \"pl\" out of "
        "site.languages" },
    { "name.pl = \"Mieszkania\"", "name.po = \"Mieszkania\"",
        "k:24:6: service.name.po is not a key: write pa" },
    { "name.pl = \"Mieszkania\"", "name.pl = \" \"",
        "k:24:11: service.name.pl is empty: write its words between the quotes" },
    { "name.pl = \"Mieszkania\"", "name.pl = \"a\\nb\"",
        "k:24:11: service.name.pl has a line break or a control character in it: write it on one line" },
    { "name.en = \"Housing\"\nname.pl = \"Mieszkania\"", "name = \"Housing\"",
        "k:23:8: service.name is text: write one line per language, such as service.name.en = \"...\"" },
    { "name.en = \"Housing\"", "name.en = \"Housing and everything\"",
        "k:23:11: service.name.en has 22 letters, and the screens have room for 18: write it shorter" },
    { "name.en = \"Housing\"",
        "name.en = \"Housing\"\nhint.en = \"Homes, rent, repairs and more\"\nhint.pl = \"x\"",
        "k:24:11: service.hint.en has 29 letters, and the screens have room for 26: write it shorter" },
    { "name.en = \"Housing\"", "name.en = \"Housing\"\nhint.en = \"Homes\"",
        "k:24:1: service.hint.pl is missing: write service.hint.pl = \"...\" or add it to the words of "
        "that language (site.words), or take \"pl\" out of "
        "site.languages" },
    // Hours and dates.
    { "\"09:00-12:30\"", "\"9-5\"", "k:7:11: hours.monday has \"9-5\": write times such as \"09:00-17:00\"" },
    { "\"09:00-12:30\"", "\"09:00-25:00\"",
        "k:7:11: hours.monday has \"09:00-25:00\": write times such as \"09:00-17:00\"" },
    { "\"09:00-12:30\"", "\"12:30-09:00\"",
        "k:7:11: hours.monday has \"12:30-09:00\", which ends before it begins: write the earlier time "
        "first" },
    { "\"09:00-12:30\"", "\"09:00-14:00\"",
        "k:7:26: hours.monday has \"13:30-17:00\" after \"09:00-14:00\": write them in order and without "
        "overlap" },
    { "monday = [\"09:00-12:30\", \"13:30-17:00\"]\ntuesday = [\"09:00-17:00\"]", "monday = []",
        "k:6:1: the reception is never open: write times, such as monday = [\"09:00-17:00\"]" },
    { "[visitor]", "[hours.exceptions]\n2026-02-30 = []\n[visitor]",
        "k:11:1: 2026-02-30 is not a date of the calendar: write year-month-day, such as 2026-12-25" },
    { "[visitor]", "[hours.exceptions]\n2026-12-24 = \"closed\"\n[visitor]",
        "k:11:14: hours.exceptions.2026-12-24 is text: write a list between [ and ]" },
    { "[[desk]]", "[service.hours]\nmonday = [\"09:00-17:00\"]\n[[desk]]",
        "k:27:10: service.hours.monday has \"09:00-17:00\", but the reception is open 09:00-12:30, "
        "13:30-17:00: "
        "write times within its own" },
    { "[[desk]]", "[service.hours]\nfriday = [\"09:00-10:00\"]\n[[desk]]",
        "k:27:10: service.hours.friday has \"09:00-10:00\", but the reception is closed then: write times "
        "within "
        "its own" },
    { "[[desk]]", "[service.hours.exceptions]\n2026-10-16 = [\"09:00-10:00\"]\n[[desk]]",
        "k:27:14: service.hours.exceptions.2026-10-16 has \"09:00-10:00\", but the reception is closed then: "
        "write "
        "times within its own" },
    { "languages = [", "zone = \"Europe/Londn\"\nlanguages = [",
        "k:4:8: time zone \"Europe/Londn\" is not in this system's database: write one such as "
        "\"Europe/London\", "
        "and see that the package tzdata is installed" },
    // Services and desks.
    { "letter = \"A\"", "letter = \"a\"",
        "k:16:10: service.letter is \"a\": write one or two capital letters, such as \"A\"" },
    { "letter = \"A\"", "letter = \"ABC\"",
        "k:16:10: service.letter is \"ABC\": write one or two capital letters, such as \"A\"" },
    { "letter = \"A\"", "letter = \"O\"",
        "k:16:10: service.letter is \"O\": write letters other than O and I, which look like 0 and 1" },
    { "code = \"B\"", "code = \"A\"",
        "k:21:8: service.code \"A\" is there twice: give each a code of its own" },
    { "code = \"B\"", "code = \"B!\"",
        "k:21:8: service.code is \"B!\": write at most 30 letters and digits, such as code = \"A\"" },
    { "services = [\"A\", \"B\"]", "services = [\"A\"]",
        "k:20:1: no desk serves the service \"B\": write \"B\" into the services of a desk" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", \"B\", \"X\"]",
        "k:30:23: desk.services has \"X\", and there is no such service: write codes of [[service]]: A, B" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", \"B\", \"A\"]",
        "k:30:23: desk.services has \"A\" twice: write it once" },
    { "services = [\"A\", \"B\"]", "services = []",
        "k:30:12: desk.services is empty: write the codes of the services that this desk serves, such as "
        "[\"A\"]" },
    { "services = [\"A\", \"B\"]", "services = [\"A\", { code = \"B\", rank = 0 }]",
        "k:30:39: desk.services.rank is 0: write a whole number from 1 to 99" },
    { "[[desk]]", "[[service.bring]]\nicon = \"lettr\"\nname.en = \"x\"\nname.pl = \"x\"\n[[desk]]",
        "k:27:8: service.bring.icon is \"lettr\", and there is no such icon: write \"letter\"" },
    // Other sections.
    { "[hours]", "[machine]\nstore = \"postgres://x\"\n[hours]",
        "k:7:9: machine.store is \"postgres://x\": write such as \"sqlite:/var/lib/nextplease/store.db\"" },
    { "[hours]", "[web]\npublic_url = \"queue.example.org\"\n[hours]",
        "k:7:14: web.public_url is \"queue.example.org\": write an address such as "
        "\"https://queue.example.org\", at "
        "most 120 letters, without ? and #" },
    { "[hours]", "[queue]\nundo_seconds = 301\n[hours]",
        "k:7:16: queue.undo_seconds is 301: write a whole number from 0 to 300" },
    { "[hours]", "[[priority]]\ncode = \"p\"\nname.en = \"x\"\nname.pl = \"x\"\n[hours]",
        "k:6:1: priority.head_start_minutes is missing: write head_start_minutes = 10" },
};

} // namespace

TEST_CASE("The small file is complete")
{
    CHECK(message_of(small_conf()) == "accepted");
}

TEST_CASE("Each mistake is named by line and column with what to write instead")
{
    for (const Broken& one : kBroken) {
        CAPTURE(one.now);
        CHECK(message_of(small_conf_with(one.old, one.now)) == one.message);
    }
}

TEST_CASE("A section that must be there and is not is named")
{
    CHECK(message_of("") == "k:1:1: site is missing: write a section [site]");
    const std::string text = small_conf();
    CHECK(message_of(text.substr(0, text.find("[hours]")))
        == "k:1:1: hours is missing: write a section [hours]");
    CHECK(message_of(text.substr(0, text.find("[visitor]")))
        == "k:1:1: visitor is missing: write a section [visitor]");
    CHECK(message_of(text.substr(0, text.find("[[service]]")))
        == "k:1:1: service is missing: write a section [[service]]");
    CHECK(message_of(text.substr(0, text.find("[[desk]]")))
        == "k:1:1: desk is missing: write a section [[desk]]");
}

TEST_CASE("Text that is not UTF-8, and bytes that are no text at all, are refused")
{
    CHECK(message_of("\xff\xfe").find("k:1:1: this is not TOML") == 0);
    CHECK(
        message_of(small_conf_with("Housing", "Hou\xC3sing")).find("this is not TOML") != std::string::npos);
    CHECK(message_of(std::string("a\0b", 3)).find("this is not TOML") != std::string::npos);
}

TEST_CASE("A folder or a missing file in place of kiosk.conf is a failure that names it")
{
    CHECK_THROWS_WITH_AS(read_configuration("/"),
        "the configuration / cannot be read: check that it is a file and that you may read it", Failure);
    CHECK_THROWS_AS(read_configuration("/no/such/kiosk.conf"), Failure);
}

TEST_CASE("The file that --config names is used, and named when it is not there")
{
    CHECK(find_configuration(NEXTPLEASE_CONF) == NEXTPLEASE_CONF);
    CHECK_THROWS_WITH_AS(find_configuration("/no/such.conf"),
        "--config /no/such.conf: there is no file /no/such.conf; write the path of a kiosk.conf", InputError);
}

TEST_CASE("Without --config the environment, then the current folder, is looked into")
{
    namespace fs = std::filesystem;
    const fs::path before = fs::current_path();
    const fs::path folder = fs::temp_directory_path() / ("nextplease-conf-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    fs::current_path(folder);
    ::setenv("NEXTPLEASE_CONFIG", NEXTPLEASE_CONF, 1);
    CHECK(find_configuration("") == NEXTPLEASE_CONF);
    ::setenv("NEXTPLEASE_CONFIG", "/no/such.conf", 1);
    CHECK_THROWS_AS(find_configuration(""), InputError);
    ::unsetenv("NEXTPLEASE_CONFIG");
    if (!fs::exists("/etc/nextplease/kiosk.conf"))
        CHECK_THROWS_AS(find_configuration(""), InputError);
    std::ofstream("kiosk.conf") << small_conf();
    CHECK(find_configuration("") == "kiosk.conf");
    fs::current_path(before);
    fs::remove_all(folder);
}
