// [late], [outcome] and [console] of kiosk.conf.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"

using namespace nextplease;
using nextplease::testing::small_conf;
using nextplease::testing::small_conf_with;

namespace {

Configuration with(const std::string& sections)
{
    return parse_configuration(small_conf() + sections, "k");
}

std::string message_of(const std::string& sections)
{
    try {
        with(sections);
    } catch (const InputError& error) {
        const std::string text = error.what();
        return text.substr(text.find(' ') + 1); // without the place
    }
    return "accepted";
}

} // namespace

TEST_CASE("Without the sections a result is required, a note too, and the console locks after five minutes")
{
    const DeskSettings desks = with("").desks;
    CHECK(desks.result == ResultRule::Required);
    CHECK(desks.transfer_note == Onward::Note::Required);
    CHECK(desks.lock == Minutes { 5 });
    CHECK(desks.notice == Minutes { 30 });
    CHECK(desks.late.empty());
    CHECK(desks.unresolved.empty());
    CHECK(console_key("finish", desks) == "F5");
    CHECK(console_key("finish_and_call", desks) == "F11");
}

TEST_CASE("Every key of the desks' sections changes exactly what it says")
{
    const DeskSettings desks = with("[late]\nnotice_minutes = 20\n[[late.reason]]\ncode = \"busy\"\n"
                                    "words.en = \"Busy.\"\nwords.pl = \"Tłok.\"\n"
                                    "[outcome]\nasked = \"optional\"\n[[outcome.unresolved]]\ncode = \"e\"\n"
                                    "name = \"Evidence\"\npassed_to = \"Team\"\n"
                                    "[console]\ntransfer_note = \"optional\"\nlock_minutes = 0\n"
                                    "[[console.break]]\ncode = \"lunch\"\nname = \"Lunch\"\nminutes = 45\n"
                                    "[console.keys]\nfinish = \"K\"\n")
                                   .desks;
    CHECK(desks.notice == Minutes { 20 });
    REQUIRE(desks.late_reason("busy"));
    CHECK(desks.late_reason("busy")->words.at(Language("pl")) == "Tłok.");
    CHECK(desks.result == ResultRule::Optional);
    CHECK(desks.unresolved_reason("e")->passed_to == "Team");
    CHECK(desks.transfer_note == Onward::Note::Optional);
    CHECK(desks.lock == Minutes { 0 });
    CHECK(desks.break_reason("lunch")->minutes == Minutes { 45 });
    CHECK(console_key("finish", desks) == "K");
}

TEST_CASE("A service's own rule goes before that of all")
{
    const Configuration made =
        parse_configuration(small_conf_with("code = \"A\"\n", "code = \"A\"\noutcome = \"none\"\n"), "k");
    CHECK(made.desks.rule_for(made.office.find(ServiceCode("A"))) == ResultRule::None);
    CHECK(made.desks.rule_for(made.office.find(ServiceCode("B"))) == ResultRule::Required);
}

TEST_CASE("What is wrong with the desks' sections is said with the remedy")
{
    CHECK(message_of("[console.keys]\nfinish = \"F2\"\n")
        == "console.keys has F2 for both call_next and finish: give each a key of its own");
    CHECK(message_of("[console.keys]\nfinish = \"F1\"\n")
        == "console.keys.finish is \"F1\": write one of F2 to F12, a capital letter A to Z, or Ctrl+Z");
    CHECK(message_of("[console.keys]\nfinnish = \"F2\"\n")
        == "console.keys.finnish is not a key: write finish");
    CHECK(message_of("[outcome]\nasked = \"sometimes\"\n")
              .starts_with("outcome.asked is \"sometimes\": write "));
    CHECK(message_of("[[late.reason]]\ncode = \"busy\"\nwords.en = \"Busy.\"\n").find("pl")
        != std::string::npos);
}
