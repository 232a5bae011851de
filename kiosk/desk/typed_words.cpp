#include "kiosk/desk/typed_words.h"

namespace nextplease::desk {
namespace {

// Up to the first blank, which is taken away with it.
std::string take_word(std::string& line)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    std::string word = line.substr(0, end);
    line = trimmed(line.substr(end));
    return word;
}

} // namespace

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\n");
    return first == std::string::npos ? std::string {}
                                      : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::string beginning(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

std::u32string to_utf32(const std::string& text)
{
    std::u32string wide;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        wide += c;
        i += length;
    }
    return wide;
}

TimedLine time_and_words(const std::string& line, LocalDate today)
{
    std::string rest = trimmed(line);
    const std::string whole = rest;
    std::string first = take_word(rest);
    LocalDate date = today;
    if (const auto day = parse_iso_date(first)) {
        date = *day;
        first = take_word(rest);
    }
    if (first.size() == 4 && first[1] == ':')
        first = "0" + first; // 9:30
    const auto time = parse_iso_time(to_iso(date) + "T" + first);
    if (!time)
        return { std::nullopt, whole };
    return { time, rest };
}

std::optional<TypedMoment> moment_in(const std::string& text, LocalDate today, const Zone& zone)
{
    constexpr std::chrono::hours kNoon { 12 };
    if (text.empty())
        return TypedMoment {};
    std::optional<LocalTime> time = time_and_words(text, today).time;
    if (const auto date = parse_iso_date(text))
        time = LocalTime { *date, kNoon };
    const auto at = time ? zone.instant(*time) : std::nullopt;
    return at ? std::optional(TypedMoment { at }) : std::nullopt;
}

} // namespace nextplease::desk
