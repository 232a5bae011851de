#include "core/domain/case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 3> kKinds { "complaint", "comment", "compliment" };
constexpr std::array<std::string_view, 6> kWishes { "none", "phone", "email", "letter", "large_print",
    "braille" };
constexpr std::array<std::string_view, 1> kEventKinds { "received" };

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

} // namespace

std::string reference_of(const Case& record)
{
    return fmt::format("{}-{}", record.letter, record.id.value());
}

std::optional<CaseReference> parse_case_reference(std::string_view typed)
{
    std::string letter, digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        const bool digit = c >= '0' && c <= '9';
        const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (digit)
            digits += c;
        else if (capital >= 'A' && capital <= 'Z' && digits.empty())
            letter += capital;
        else
            return std::nullopt;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (letter.empty() || letter.size() > 2 || error != std::errc {} || number < 1)
        return std::nullopt;
    return CaseReference { letter, CaseId(number) };
}

std::string_view word(CaseKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}
std::string_view word(ReplyWish wish)
{
    return kWishes.at(static_cast<std::size_t>(wish));
}
std::string_view word(CaseEventKind kind)
{
    return kEventKinds.at(static_cast<std::size_t>(kind));
}
std::optional<CaseKind> case_kind(std::string_view word)
{
    return named<CaseKind>(kKinds, word);
}
std::optional<ReplyWish> reply_wish(std::string_view word)
{
    return named<ReplyWish>(kWishes, word);
}
std::optional<CaseEventKind> case_event_kind(std::string_view word)
{
    return named<CaseEventKind>(kEventKinds, word);
}

} // namespace nextplease
