#include "core/reception/configuration_values.h"

#include "core/base/catalogue.h"
#include "core/reception/configuration_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

// Characters, not bytes.
std::size_t letters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Where the number that begins at `from` ends: digits, and groups of digits after one blank or hyphen each.
std::size_t end_of_number(const std::string& text, std::size_t from)
{
    std::size_t end = from;
    for (;;) {
        while (end < text.size() && is_digit(text[end]))
            ++end;
        const bool goes_on =
            end + 1 < text.size() && (text[end] == ' ' || text[end] == '-') && is_digit(text[end + 1]);
        if (!goes_on)
            return end;
        ++end;
    }
}

// Numbers of several groups, as telephones have, run from left to right in every language: in words that run
// the other way they are set apart (LRI), or their groups would change places.
std::string with_numbers_in_order(const std::string& text)
{
    std::string set;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = is_digit(text[at]) ? end_of_number(text, at) : at + 1;
        const std::string piece = text.substr(at, end - at);
        const bool groups = is_digit(text[at]) && piece.find_first_of(" -") != std::string::npos;
        set += groups ? "\u2066" + piece + "\u2069" : piece;
        at = end;
    }
    return set;
}

std::vector<std::string_view> catalogue_names()
{
    std::vector<std::string_view> names;
    for (const Language& one : languages())
        names.push_back(one.text());
    return names;
}

std::string as_read(const std::string& text, const Language& language)
{
    return nextplease::words(language).right_to_left() ? with_numbers_in_order(text) : text;
}

// Refuses a key that is no language with a catalogue.
Worded by_language(const TomlValue& value)
{
    const TomlTable table = value.table(catalogue_names());
    Worded words;
    for (const std::string& key : table.keys())
        words[Language(key)] = as_read(table.find(key)->text(), Language(key));
    return words;
}

bool is_letter_or_digit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// --- Hours ---

constexpr std::size_t kDays = 7;

OpenSpan read_span(const TomlValue& value)
{
    const std::string text = value.text();
    constexpr std::size_t kFace = 5; // letters of "09:00"
    const auto from = parse_clock_face(std::string_view(text).substr(0, kFace));
    const auto to = text.size() == 2 * kFace + 1 && text[kFace] == '-'
        ? parse_clock_face(std::string_view(text).substr(kFace + 1))
        : std::nullopt;
    if (!from || !to)
        value.refuse(fmt::format("{} has \"{}\": write times such as \"09:00-17:00\"", value.name(), text));
    if (*to <= *from)
        value.refuse(fmt::format(
            "{} has \"{}\", which ends before it begins: write the earlier time first", value.name(), text));
    return { *from, *to };
}

std::string as_written(const OpenSpan& span)
{
    return fmt::format("{}-{}", clock_face(span.from), clock_face(span.to));
}

std::map<LocalDate, std::vector<OpenSpan>> read_exceptions(const TomlTable& table)
{
    std::map<LocalDate, std::vector<OpenSpan>> exceptions;
    for (const std::string& key : table.keys()) {
        const auto date = parse_iso_date(key);
        if (!date)
            table.refuse_key(key,
                fmt::format(
                    "{} is not a date of the calendar: write year-month-day, such as 2026-12-25", key));
        exceptions[*date] = read_spans(*table.find(key));
    }
    return exceptions;
}

std::vector<OpenSpan> both(const std::vector<OpenSpan>& a, const std::vector<OpenSpan>& b)
{
    std::vector<OpenSpan> common;
    for (const OpenSpan& one : a) {
        for (const OpenSpan& other : b) {
            const OpenSpan span { std::max(one.from, other.from), std::min(one.to, other.to) };
            if (span.from < span.to)
                common.push_back(span);
        }
    }
    return common;
}

void require_within(
    const TomlValue& value, const std::vector<OpenSpan>& inner, const std::vector<OpenSpan>& reception)
{
    for (const OpenSpan& span : inner) {
        if (std::any_of(reception.begin(), reception.end(),
                [&](const OpenSpan& outer) { return outer.from <= span.from && span.to <= outer.to; }))
            continue;
        std::string open;
        for (const OpenSpan& outer : reception)
            open += (open.empty() ? "" : ", ") + as_written(outer);
        value.refuse(fmt::format("{} has \"{}\", but the reception is {}: write times within its own",
            value.name(), as_written(span), open.empty() ? "closed then" : "open " + open));
    }
}

std::string_view weekday_key(std::size_t day)
{
    return configuration_keys::kHours.at(day);
}

} // namespace

Worded read_words(const TomlValue& value, const std::vector<Language>& languages, std::size_t longest_english)
{
    if (value.is_text())
        value.refuse(fmt::format("{0} is text: write one line per language, such as {0}.{1} = \"...\"",
            value.name(), languages.front().text()));
    const Worded words = by_language(value);
    const TomlTable table = value.any_table();
    for (const Language& language : languages) {
        if (!words.contains(language))
            table.refuse(fmt::format("{0}.{1} is missing: write {0}.{1} = \"...\" or add it to the words of "
                                     "that language (site.words), "
                                     "or take \"{1}\" out of site.languages",
                value.name(), language.text()));
    }
    const Language english("en");
    if (words.contains(english) && letters_in(words.at(english)) > longest_english)
        table.find("en")->refuse(
            fmt::format("{}.en has {} letters, and the screens have room for {}: write it shorter",
                value.name(), letters_in(words.at(english)), longest_english));
    return words;
}

Worded need_words(const TomlTable& table, std::string_view key, const std::vector<Language>& languages,
    std::size_t longest_english)
{
    const std::string example = fmt::format("{}.{} = \"...\"", key, languages.front().text());
    return read_words(table.need(key, example), languages, longest_english);
}

Worded read_title(const TomlValue& value, const std::vector<Language>& languages)
{
    const Language& own = languages.front();
    if (!value.is_table())
        return { { own, as_read(value.text(), own) } };
    Worded title = by_language(value);
    const Language english("en");
    if (!title.contains(english) && !title.contains(own))
        value.refuse(own == english
                ? fmt::format("{0}.en is missing: write {0}.en = \"...\"", value.name())
                : fmt::format("{0} is in neither en nor {1}: write {0}.en = \"...\" or {0}.{1} = \"...\"",
                    value.name(), own.text()));
    return title;
}

std::string read_code_text(const TomlTable& table, std::string_view example, std::string_view others,
    const std::vector<std::string_view>& before)
{
    const TomlValue value = table.need("code", example);
    std::string text = value.text();
    constexpr std::size_t kLongest = 30;
    const bool fits = text.size() <= kLongest && text.front() != ' ' && text.back() != ' '
        && std::all_of(text.begin(), text.end(),
            [&](char c) { return is_letter_or_digit(c) || others.find(c) != std::string_view::npos; });
    if (!fits)
        value.refuse(fmt::format("{} is \"{}\": write at most {} letters and digits, such as {}",
            value.name(), text, kLongest, example));
    if (std::find(before.begin(), before.end(), text) != before.end())
        value.refuse(
            fmt::format("{} \"{}\" is there twice: give each a code of its own", value.name(), text));
    return text;
}

std::string read_icon(const TomlValue& value)
{
    namespace keys = configuration_keys;
    std::string icon = value.text();
    if (std::find(keys::kIcons.begin(), keys::kIcons.end(), icon) == keys::kIcons.end()) {
        const std::string_view meant = nearest(icon, keys::kIcons);
        value.refuse(fmt::format("{} is \"{}\", and there is no such icon: write \"{}\"", value.name(), icon,
            meant.empty() ? "letter" : meant));
    }
    return icon;
}

std::vector<OpenSpan> read_spans(const TomlValue& value)
{
    std::vector<OpenSpan> spans;
    for (const TomlValue& item : value.list()) {
        const OpenSpan span = read_span(item);
        if (!spans.empty() && span.from < spans.back().to)
            item.refuse(fmt::format("{} has \"{}\" after \"{}\": write them in order and without overlap",
                value.name(), as_written(span), as_written(spans.back())));
        spans.push_back(span);
    }
    return spans;
}

namespace {

// Of as many years as anybody asks about; what stands in kiosk.conf for a date goes before.
void close_on_holidays(OpeningHours& hours, const CalendarRules& calendar)
{
    constexpr int kFirstYear = 2018;
    constexpr int kLastYear = 2060;
    const WorkingDays days(calendar);
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        for (const LocalDate date : bank_holidays(year)) {
            if (days.is_bank_holiday(date))
                hours.exceptions.try_emplace(date);
        }
    }
    for (const LocalDate date : calendar.one_offs)
        hours.exceptions.try_emplace(date);
}

} // namespace

OpeningHours read_hours(const TomlTable& table, const CalendarRules& calendar)
{
    OpeningHours hours;
    for (std::size_t day = 0; day < kDays; ++day) {
        if (const auto value = table.find(weekday_key(day)))
            hours.weekdays[day] = read_spans(*value);
    }
    if (const auto value = table.find("exceptions"))
        hours.exceptions = read_exceptions(value->any_table());
    constexpr auto kChoices = std::to_array<std::string_view>({ "closed", "open" });
    const auto holidays = table.find("bank_holidays");
    if (!holidays || holidays->one_of(kChoices) == "closed")
        close_on_holidays(hours, calendar);
    for (const LocalDate date : calendar.closures)
        hours.exceptions.try_emplace(date);
    if (std::all_of(
            hours.weekdays.begin(), hours.weekdays.end(), [](const auto& spans) { return spans.empty(); }))
        table.refuse("the reception is never open: write times, such as monday = [\"09:00-17:00\"]");
    return hours;
}

OpeningHours read_service_hours(const TomlTable& table, const OpeningHours& reception)
{
    OpeningHours hours = reception;
    std::array<bool, kDays> own {};
    for (std::size_t day = 0; day < kDays; ++day) {
        const auto value = table.find(weekday_key(day));
        if (!value)
            continue;
        own[day] = true;
        hours.weekdays[day] = read_spans(*value);
        require_within(*value, hours.weekdays[day], reception.weekdays[day]);
    }
    for (auto& [date, spans] : hours.exceptions) {
        const auto day = static_cast<std::size_t>(iso_weekday(date) - 1);
        if (own[day])
            spans = both(hours.weekdays[day], spans);
    }
    if (const auto value = table.find("exceptions")) {
        const TomlTable dates = value->any_table();
        for (const auto& [date, spans] : read_exceptions(dates)) {
            require_within(*dates.find(to_iso(date)), spans, reception.on(date));
            hours.exceptions[date] = spans;
        }
    }
    return hours;
}

} // namespace nextplease
