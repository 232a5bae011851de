#include "kiosk/cli/typed_text.h"

#include "core/reception/csv.h"
#include "kiosk/cli/arguments.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

constexpr std::string_view kWords = "--words";
constexpr std::size_t kMostWords = 4'000; // bytes: what the kiosk takes, a thousand letters, in any script
constexpr std::size_t kMostElse = 2'000;

// How many bytes a control character at `at` has: C0 and delete have one, C1 two, in UTF-8; 0 if it is none.
std::size_t control_at(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F)
        return 1;
    if (byte == 0xC2 && at + 1 < text.size()) {
        const auto next = static_cast<unsigned char>(text[at + 1]);
        return next >= 0x80 && next < 0xA0 ? 2 : 0;
    }
    return 0;
}

unsigned code_of(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte == 0xC2 ? static_cast<unsigned char>(text[at + 1]) : byte;
}

// Where the first control character is that may not be there; npos if there is none.
std::size_t find_control(std::string_view text, std::string_view allowed)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (control_at(text, at) > 0 && allowed.find(text[at]) == std::string_view::npos)
            return at;
    }
    return std::string_view::npos;
}

void check(std::string_view text, const std::string& what, std::string_view allowed, std::size_t most)
{
    if (!is_utf8(text))
        throw WrongUsage(fmt::format("{} is not UTF-8: write it in UTF-8", what));
    if (text.size() > most)
        throw WrongUsage(fmt::format("{} has {} bytes: write at most {}", what, text.size(), most));
    if (const std::size_t at = find_control(text, allowed); at != std::string_view::npos)
        throw WrongUsage(
            fmt::format("{} has the control character U+{:04X} in it: write it without, on one line", what,
                code_of(text, at)));
}

// Control characters as signs of the block of that name; those that have none there as the sign for unknown.
std::string shown(std::string_view text, std::string_view allowed)
{
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = control_at(text, at);
        if (length == 0 || allowed.find(text[at]) != std::string_view::npos) {
            line += text[at++];
            continue;
        }
        const unsigned code = code_of(text, at);
        if (code < 0x20)
            line += { '\xE2', '\x90', static_cast<char>(0x80 + code) };
        else
            line += code == 0x7F ? "\xE2\x90\xA1" : "\xEF\xBF\xBD";
        at += length;
    }
    return line;
}

} // namespace

void check_typed(int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view typed = argv[i];
        const bool words = (i > 1 && argv[i - 1] == kWords) || typed.starts_with("--words=");
        const bool option = i > 1 && std::string_view(argv[i - 1]).starts_with("--");
        const std::string what = option ? argv[i - 1] : fmt::format("argument {}", i);
        if (words)
            check_words(typed, std::string(kWords));
        else
            check(typed, is_utf8(what) ? what : "an argument", "", kMostElse);
    }
}

void check_words(std::string_view text, const std::string& where)
{
    check(text, where, "\n\t\r", kMostWords);
}

std::string on_one_line(std::string_view text)
{
    return shown(text, "");
}

std::string without_controls(std::string_view text)
{
    return shown(text, "\n\t");
}

} // namespace nextplease::cli
