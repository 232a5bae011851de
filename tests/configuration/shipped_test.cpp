// The kiosk.conf that is shipped: it is complete, says what is true, and no piece of it brings the reader
// down.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "core/reception/configuration_keys.h"
#include "tests/configuration/small_conf.h"

#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <sstream>

using namespace nextplease;
namespace keys = nextplease::configuration_keys;

namespace {

std::string shipped_text()
{
    std::ifstream file(NEXTPLEASE_CONF);
    std::ostringstream text;
    text << file.rdbuf();
    REQUIRE(!text.str().empty());
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

bool is_comment(const std::string& line)
{
    return line == "#" || line.starts_with("# ");
}

// The comment right above a line, or above the lines of the same block.
std::string comment_above(const std::vector<std::string>& lines, std::size_t at)
{
    while (at > 0 && !lines[at - 1].empty() && !is_comment(lines[at - 1]))
        --at;
    std::string comment;
    for (; at > 0 && is_comment(lines[at - 1]); --at)
        comment = lines[at - 1].substr(1) + comment;
    return comment;
}

// What the shipped file says of a key where it stands first, whether it is left out there ("#key = ") or not.
std::string documentation_of(const std::string& section, const std::string& key)
{
    const std::vector<std::string> lines = lines_of(shipped_text());
    std::string current;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool left_out = lines[i].starts_with("#") && !lines[i].starts_with("# ");
        const std::string line = left_out ? lines[i].substr(1) : lines[i];
        if (line.starts_with("[")) {
            current = line.substr(line.find_first_not_of('['));
            current = current.substr(0, current.find(']'));
            if (current == section + "." + key)
                return comment_above(lines, i);
        }
        if (current == section && (line.starts_with(key + " =") || line.starts_with(key + ".")))
            return comment_above(lines, i);
    }
    return {};
}

} // namespace

TEST_CASE("The shipped file is a reception of eight services and four desks")
{
    const Configuration shipped = read_configuration(NEXTPLEASE_CONF);
    CHECK(shipped.office.services.size() == 8);
    CHECK(shipped.office.desks.size() == 4);
    CHECK(shipped.languages.size() == 13); // all that have a catalogue
    CHECK(shipped.languages.front() == Language("en"));
    CHECK(words_in(shipped.site, Language("en"), {}) == "Northmoor Borough Council");
    CHECK(shipped.visitor.start == VisitorSettings::Start::Languages);
}

TEST_CASE("On a Tuesday morning Planning is closed and opens at 14:00")
{
    const Configuration shipped = read_configuration(NEXTPLEASE_CONF);
    const LocalTime morning = *parse_iso_time("2026-10-13T10:24");
    CHECK(shipped.hours.open_at(morning));
    for (const Service& service : shipped.office.services)
        CHECK(service.hours.open_at(morning) == (service.code != ServiceCode("F")));
    CHECK(shipped.office.find(ServiceCode("F"))->hours.next_opening(morning)
        == *parse_iso_time("2026-10-13T14:00"));
}

TEST_CASE("The shipped file has the policy's escalations, a Charter with figures, and no key")
{
    const Configuration shipped = read_configuration(NEXTPLEASE_CONF);
    CHECK(shipped.complaints.categories.size() == 6);
    CHECK(words_in(shipped.complaints.find(CategoryCode("councillor"))->handled_by, Language("en"), {})
        == "The Director of Governance");
    CHECK(shipped.calendar.closures.contains(*parse_iso_date("2026-12-29")));
    REQUIRE(shipped.charter.size() == 5);
    CHECK(shipped.charter[0].limit == Minutes { 10 });
    CHECK(shipped.charter[0].goal_percent == 95);
    CHECK(shipped.charter[1].standard == CharterLine::Standard::Satisfaction);
    CHECK_FALSE(shipped.charter[2].goal_percent);
    CHECK_FALSE(shipped.public_key);
}

TEST_CASE("L4: the groups of a telephone number keep their order among words that run to the left")
{
    const Configuration shipped = read_configuration(NEXTPLEASE_CONF);
    const auto said = [&](const char* language) {
        return words_in(shipped.visitor.emergency, Language(language), shipped.languages);
    };
    CHECK(said("ur").find("\u206601632 960999\u2069") != std::string::npos);
    CHECK(said("en").find("01632 960999") != std::string::npos);
    CHECK(said("en").find("\u2066") == std::string::npos);
}

TEST_CASE(
    "Every key that there is stands in the shipped file with a comment, as required or with its default")
{
    for (const keys::Section& section : keys::kAll) {
        for (const std::string_view key : section.keys) {
            const std::string path = fmt::format("{}.{}", section.path, key);
            // The weekdays share a comment; services have hours and documents as sections of their own.
            const std::string said = documentation_of(std::string(section.path), std::string(key));
            CAPTURE(path);
            CHECK_FALSE(said.empty());
            const bool has_default =
                said.find("Default:") != std::string::npos || said.find("or none") != std::string::npos;
            CHECK((has_default || said.find("Required") != std::string::npos));
            if (key.ends_with("_minutes") || key.ends_with("_seconds") || key.ends_with("_percent")
                || key.ends_with("_days"))
                CHECK(said.find("Unit: ") != std::string::npos);
        }
    }
    CHECK(documentation_of("site", "colour").empty());
}

TEST_CASE("The defaults that the shipped file states are the real ones")
{
    const Configuration small = parse_configuration(testing::small_conf(), "k");
    const Service& service = small.office.services[0];
    const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
    const auto number = [](auto duration) { return fmt::format("{}", duration.count()); };
    struct Stated {
        const char* section;
        const char* key;
        std::string real;
    };
    const Stated stated[] = {
        { "site", "zone", quoted(small.zone.name()) },
        { "standard", "limit_minutes", number(small.limit) },
        { "standard", "goal_percent", fmt::format("{}", small.goal_percent) },
        { "machine", "store", quoted(small.store) },
        { "machine", "name", quoted(small.machine) },
        { "printer", "url", quoted(small.printer.url) },
        { "printer", "width_mm", fmt::format("{}", small.printer.width_mm) },
        { "printer", "logo", quoted(small.printer.logo.string()) },
        { "printer", "large_print_always", small.printer.large_print_always ? "true" : "false" },
        { "visitor", "start",
            small.visitor.start == VisitorSettings::Start::Languages ? "\"languages\"" : "\"services\"" },
        { "visitor", "idle_seconds", number(small.visitor.idle) },
        { "visitor", "idle_large_print_seconds", number(small.visitor.idle_large_print) },
        { "visitor", "idle_warning_seconds", number(small.visitor.idle_warning) },
        { "visitor", "slow_answer_seconds", number(small.visitor.slow_answer) },
        { "visitor", "touch_repeat_milliseconds", fmt::format("{}", small.visitor.touch_repeat.count()) },
        { "visitor", "steady_repeat_milliseconds", fmt::format("{}", small.visitor.steady_repeat.count()) },
        { "visitor", "steady_hold_milliseconds", fmt::format("{}", small.visitor.steady_hold.count()) },
        { "visitor", "few_tickets", fmt::format("{}", small.visitor.few_tickets) },
        { "visitor", "phone", quoted(small.visitor.phone) },
        { "visitor", "service_pin", quoted(small.visitor.service_pin) },
        { "sound", "output", "\"alsa\"" },
        { "sound", "device", quoted(small.sound.device) },
        { "sound", "headphones_only", small.sound.headphones_only ? "true" : "false" },
        { "sound", "volume", fmt::format("{}", small.sound.volume) },
        { "sound", "words_a_minute", fmt::format("{}", small.sound.words_a_minute) },
        { "sound", "curtain", small.sound.curtain ? "true" : "false" },
        { "keypad", "help", "[" + quoted(small.keypad.help.front()) + "]" },
        { "keypad", "repeat", "[" + quoted(small.keypad.repeat.front()) + "]" },
        { "keypad", "speech", "[" + quoted(small.keypad.speech.front()) + "]" },
        { "board", "newest_at_least_seconds", number(small.board.newest_at_least) },
        { "web", "public_url", quoted(small.public_url) },
        { "queue", "undo_seconds", number(small.office.rules.undo_within) },
        { "queue", "no_show_grace_minutes", number(small.office.rules.no_show_grace) },
        { "queue", "more_time_behind", fmt::format("{}", small.office.rules.more_time_behind) },
        { "queue", "more_time_at_most", fmt::format("{}", small.office.rules.more_time_at_most) },
        { "queue", "party_at_most", fmt::format("{}", small.office.rules.party_at_most) },
        { "queue", "matters_at_most", fmt::format("{}", small.office.rules.matters_at_most) },
        { "queue", "farthest_seat_metres", fmt::format("{}", small.office.rules.farthest_seat_metres) },
        { "appointments", "early_minutes", number(small.office.appointments.early) },
        { "appointments", "late_minutes", number(small.office.appointments.late) },
        { "appointments", "head_start_minutes", number(small.office.appointments.head_start) },
        { "service", "last_ticket_minutes", number(service.last_ticket) },
        { "service", "usual_minutes", number(service.usual) },
        { "service", "head_start_minutes", number(service.head_start) },
        { "calendar", "after_hours",
            small.calendar.after_hours == CalendarRules::AfterHours::SameDay ? "\"same_day\""
                                                                             : "\"next_working_day\"" },
        { "calendar", "closures_stop_clock", small.calendar.closures_stop_clock ? "true" : "false" },
        { "reports", "every",
            small.reports.every == ReportSettings::Every::Month ? "\"month\"" : "\"quarter\"" },
        { "reports", "monitored_calls", fmt::format("{}", small.reports.monitored_calls) },
        { "reports", "monitoring_seed", fmt::format("{}", small.reports.monitoring_seed) },
        { "complaints", "reference_letter", quoted(small.complaints.reference_letter) },
        { "complaints", "acknowledge_working_days",
            fmt::format("{}", small.complaints.acknowledge_working_days) },
        { "complaints", "respond_working_days", fmt::format("{}", small.complaints.respond_working_days) },
        { "privacy", "public_key", small.public_key ? "a key" : "\"\"" },
        { "desk", "uses_start", small.office.desks[0].uses_start ? "true" : "false" },
        { "desk", "services", fmt::format("{}", small.office.desks[0].services[0].rank) },
    };
    for (const Stated& one : stated) {
        std::string said = documentation_of(one.section, one.key);
        CAPTURE(one.key);
        const std::size_t at = std::min(said.find("Default: "), said.find("default: "));
        REQUIRE(at != std::string::npos);
        said = said.substr(at + 9);
        CHECK(said.starts_with(one.real));
        CHECK(std::string(".,;) \n").find(said.at(one.real.size())) != std::string::npos);
    }
    CHECK(service.limit == small.limit);
    CHECK(documentation_of("service", "limit_minutes").find("Default: standard.limit_minutes")
        != std::string::npos);
}

TEST_CASE("The shipped file cut off anywhere is refused in words or read, and never more")
{
    const std::string whole = shipped_text();
    int refused = 0;
    for (std::size_t length = 0; length < whole.size(); length += 50) {
        CAPTURE(length);
        try {
            parse_configuration(whole.substr(0, length), "k");
        } catch (const InputError& error) {
            CHECK(std::string(error.what()).starts_with("k:"));
            ++refused;
        }
    }
    CHECK(refused > 200);
}

TEST_CASE("The shipped file with any one character changed is refused in words or read, and never more")
{
    const std::string whole = shipped_text();
    int refused = 0;
    for (const char c : { '"', '[', '=', '\xff', '\0' }) {
        for (std::size_t at = 7; at < whole.size(); at += 211) {
            std::string text = whole;
            text[at] = c;
            try {
                parse_configuration(text, "k");
            } catch (const InputError& error) {
                CHECK(std::string(error.what()).starts_with("k:"));
                ++refused;
            }
        }
    }
    CHECK(refused > 100);
}
