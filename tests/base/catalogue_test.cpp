// The catalogues: several languages at once, their plural forms, and codes that keep their order in Urdu.
#include "core/base/catalogue.h"

#include "core/base/error.h"
#include "core/base/number_words.h"
#include "text_keys.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <regex>
#include <set>

using namespace nextplease;

namespace {

const Words& in(const char* language)
{
    return words(Language(language));
}

} // namespace

TEST_CASE("L1: every language has its own name in its own script")
{
    const std::map<std::string, std::string> names { { "en", "English" }, { "cy", "Cymraeg" },
        { "pl", "polski" }, { "ro", "română" }, { "uk", "українська" }, { "pt", "português" },
        { "tr", "Türkçe" }, { "ar", "العربية" }, { "ur", "اردو" }, { "pa", "ਪੰਜਾਬੀ" }, { "bn", "বাংলা" },
        { "gu", "ગુજરાતી" }, { "zh", "简体中文" } };
    CHECK(languages().size() == names.size());
    for (const Language& language : languages()) {
        CAPTURE(language.text());
        CHECK(words(language).own_name() == names.at(language.text()));
        CHECK(words(language).right_to_left() == (language == Language("ar") || language == Language("ur")));
    }
}

TEST_CASE("L2: every language counts by the plural categories of CLDR")
{
    // Numbers in one bracket are said alike, those in different ones differently.
    const std::map<std::string, std::vector<std::vector<long>>> alike {
        { "en", { { 1 }, { 0, 2, 21 } } },
        { "cy", { { 0 }, { 1 }, { 2 }, { 3 }, { 4, 5, 7, 10 } } },
        { "ar", { { 0 }, { 1 }, { 2 }, { 3, 10, 103 }, { 11, 99, 111 }, { 100, 102, 1000 } } },
        { "pl", { { 1 }, { 2, 4, 22 }, { 0, 5, 12, 21, 112 } } },
        { "uk", { { 1, 21, 101 }, { 2, 4, 22 }, { 0, 5, 11, 12, 111 } } },
        { "ro", { { 1 }, { 0, 2, 19, 101 }, { 20, 100 } } },
        { "pt", { { 0, 1 }, { 2, 21 } } },
        { "pa", { { 0, 1 }, { 2, 21 } } },
        { "ur", { { 1 }, { 0, 2, 21 } } },
        { "zh", { { 0, 1, 2, 21 } } },
    };
    const auto said = [](const std::string& language, long count) {
        std::string text = in(language.c_str()).count(Text::VisitorWaitPeople, count);
        const std::string digits = number_words(count, in(language.c_str()));
        if (const auto at = text.find(digits); at != std::string::npos)
            text.erase(at, digits.size());
        return text;
    };
    for (const auto& [language, groups] : alike) {
        CAPTURE(language);
        std::set<std::string> forms;
        for (const std::vector<long>& group : groups) {
            forms.insert(said(language, group.front()));
            for (const long count : group) {
                CAPTURE(count);
                CHECK(said(language, count) == said(language, group.front()));
            }
        }
        CHECK(forms.size() == groups.size());
    }
}

TEST_CASE("L6: what is not translated is said in English, and never by its name")
{
    const auto last = static_cast<unsigned>(Text::VisitorWaitUpTo);
    const std::regex key("(visitor|common|refusal|board|paper|desk|cli|demo|language)\\.[a-z_.]+");
    for (const Language& language : languages()) {
        for (unsigned i = 0; i <= last; ++i) {
            const auto text = static_cast<Text>(i);
            std::string said;
            try {
                said = words(language).say(text);
            } catch (const fmt::format_error&) {
                continue; // it has parts to be filled in, as no name of a text has
            }
            CHECK_FALSE(said.empty());
            CHECK_MESSAGE(!std::regex_match(said, key), language.text() << ": " << said);
        }
        // Receptionists' words are there in the languages that receptionists have.
        CHECK_FALSE(words(language).say(Text::DeskNoteTransfer).empty());
    }
    CHECK(in("gu").say(Text::DeskNoteTransfer) == in("en").say(Text::DeskNoteTransfer));
}

TEST_CASE("English comes first, and each language has its own name and direction")
{
    CHECK(languages().front() == Language("en"));
    CHECK(languages().size() == 13);
    CHECK(in("en").own_name() == "English");
    CHECK(in("pl").own_name() == "polski");
    CHECK(in("ur").own_name() == "اردو");
    CHECK_FALSE(in("en").right_to_left());
    CHECK_FALSE(in("pl").right_to_left());
    CHECK(in("ur").right_to_left());
    CHECK(in("pl").language() == Language("pl"));
}

TEST_CASE("One process speaks all languages at the same time")
{
    CHECK(in("en").say(Text::CommonWeekdayTuesday) == "Tuesday");
    CHECK(in("pl").say(Text::CommonWeekdayTuesday) == "wtorek");
    CHECK(in("ur").say(Text::CommonWeekdayTuesday) == "منگل");
    CHECK(in("en").say(Text::CommonWeekdayTuesday) == "Tuesday");
}

TEST_CASE("Polish has three plural forms")
{
    const auto people = [](long count) { return in("pl").count(Text::CommonWaitingPeople, count); };
    CHECK(people(1) == "1 osoba czeka");
    for (const long few : { 2L, 3L, 4L, 22L, 104L })
        CHECK(people(few) == std::to_string(few) + " osoby czekają");
    for (const long many : { 0L, 5L, 11L, 12L, 14L, 21L, 25L, 112L })
        CHECK(people(many) == std::to_string(many) + " osób czeka");
}

TEST_CASE("English and Urdu have one and other")
{
    CHECK(in("en").count(Text::CommonWaitingPeople, 1) == "1 person waiting");
    CHECK(in("en").count(Text::CommonWaitingPeople, 0) == "0 people waiting");
    CHECK(in("en").count(Text::CommonWaitingPeople, 21) == "21 people waiting");
    CHECK(in("ur").count(Text::CommonWaitingPeople, 1) == "\u20681\u2069 فرد منتظر ہے");
    CHECK(in("ur").count(Text::CommonWaitingPeople, 7) == "\u20687\u2069 افراد منتظر ہیں");
}

TEST_CASE("Parts are set apart in right-to-left languages, and only there")
{
    const Parts parts { { "number", "B042" }, { "desk", "Desk 3" } };
    CHECK(in("en").say(Text::RefusalAlreadyCalled, parts) == "B042 was already called to Desk 3.");
    const std::string urdu = in("ur").say(Text::RefusalAlreadyCalled, parts);
    CHECK(urdu.find("\u2068B042\u2069") != std::string::npos);
    CHECK(urdu.find("\u2068Desk 3\u2069") != std::string::npos);
}

TEST_CASE("A part that was itself said runs as its language does")
{
    const std::string inner = in("ur").say(Text::CommonOpensToday, { { "time", "14:00" } });
    const std::string outer = in("ur").say(Text::CommonOpensToday, { { "time", inner } });
    CHECK(outer.find("\u2067" + inner + "\u2069") != std::string::npos);
    CHECK(in("en").say(Text::CommonOpensToday, { { "time", inner } }) == "opens " + inner);
}

TEST_CASE("A part that a text does not use does no harm")
{
    CHECK(in("en").say(Text::CommonOpensToday, { { "time", "14:00" }, { "other", "x" } }) == "opens 14:00");
}

TEST_CASE("What looks like a placeholder in a part stays as it is")
{
    CHECK(in("en").say(Text::CommonOpensToday, { { "time", "{time} {0} {" } }) == "opens {time} {0} {");
}

TEST_CASE("A language without a catalogue is refused with those that there are")
{
    CHECK_THROWS_WITH_AS(in("de"),
        "there is no catalogue for language \"de\": write one of en, ar, bn, cy, gu, pa, pl, pt, ro, tr, "
        "uk, ur, zh",
        InputError);
}
