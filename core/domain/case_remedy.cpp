#include "core/domain/case_remedy.h"

#include "core/base/local_time.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 7> kRemedyWords { "apology", "explanation", "act", "reconsider",
    "correct_record", "money", "change_policy" };
constexpr std::array<std::string_view, 8> kGroundWords { "none", "too_old", "decided_before", "court",
    "other_route", "not_ours", "unreasonable", "other" };

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

// The text up to `separator`, taken off the front together with it.
std::string_view take_until(std::string_view& text, char separator)
{
    const std::string_view part = text.substr(0, std::min(text.find(separator), text.size()));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

std::optional<CaseAction> action_in(std::string_view line)
{
    const auto due = parse_iso_date(take_until(line, ' '));
    const std::string_view done = take_until(line, ' ');
    if (!due || line.empty())
        return std::nullopt;
    return CaseAction { std::string(line), *due, parse_iso_date(done) };
}

} // namespace

std::string_view word(Remedy remedy)
{
    return kRemedyWords.at(static_cast<std::size_t>(remedy));
}
std::optional<Remedy> remedy(std::string_view word)
{
    return named<Remedy>(kRemedyWords, word);
}
std::string_view word(RefusalGround ground)
{
    return kGroundWords.at(static_cast<std::size_t>(ground));
}
std::optional<RefusalGround> refusal_ground(std::string_view word)
{
    return named<RefusalGround>(kGroundWords, word);
}

std::string joined(const std::vector<Remedy>& remedies)
{
    std::string text;
    for (const Remedy one : remedies)
        text += fmt::format("{}{}", text.empty() ? "" : " ", word(one));
    return text;
}

std::vector<Remedy> remedies_in(std::string_view text)
{
    std::vector<Remedy> remedies;
    remedies.reserve(kRemedies.size());
    while (!text.empty()) {
        if (const auto one = remedy(take_until(text, ' ')))
            remedies.push_back(*one);
    }
    return remedies;
}

std::string line_of(const CaseAction& action)
{
    return fmt::format("{} {} {}", to_iso(action.due), action.done ? to_iso(*action.done) : "-", action.what);
}

std::string lines_of(const std::vector<CaseAction>& actions)
{
    std::string lines;
    for (const CaseAction& action : actions)
        lines += line_of(action) + '\n';
    return lines;
}

std::vector<CaseAction> actions_in(std::string_view lines)
{
    std::vector<CaseAction> actions;
    actions.reserve(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')));
    while (!lines.empty()) {
        if (auto action = action_in(take_until(lines, '\n')))
            actions.push_back(std::move(*action));
    }
    return actions;
}

std::string one_line(std::string_view text)
{
    std::string line(text);
    for (char& c : line) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            c = ' ';
    }
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

} // namespace nextplease
