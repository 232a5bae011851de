// Values of kiosk.conf that several sections have: words in every language, and opening hours.
#pragma once

#include "core/base/toml_reader.h"
#include "core/domain/hours.h"
#include "core/domain/office.h"
#include "core/domain/working_days.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

// What visitors read: in every configured language, each not blank. A further language that there is a
// catalogue for may stand there too, for the day on which it is switched on. `longest_english` letters fit on
// the screens.
constexpr std::size_t kAnyLength = std::numeric_limits<std::size_t>::max();
Worded read_words(
    const TomlValue& value, const std::vector<Language>& languages, std::size_t longest_english);

// The value of a key that must be there.
Worded need_words(const TomlTable& table, std::string_view key, const std::vector<Language>& languages,
    std::size_t longest_english = kAnyLength);

// So many units (seconds, minutes) where the file gives a number; else `value` stays as it is.
template <class Unit>
void read_duration(const TomlTable& table, std::string_view key, WholeRange range, Unit& value)
{
    if (const auto found = table.find(key))
        value = Unit { found->whole(range) };
}

inline void read_count(const TomlTable& table, std::string_view key, WholeRange range, int& value)
{
    if (const auto found = table.find(key))
        value = static_cast<int>(found->whole(range));
}

// What staff and reports call something: one text in the kiosk's own language, or one for each language. One
// that is missing is read in English, else in the kiosk's own, so one of these must be there.
Worded read_title(const TomlValue& value, const std::vector<Language>& languages);

// A code that is typed on the command line, of letters, digits and `others`; refused where one of `before`
// has it. `example` is what to write.
std::string read_code_text(const TomlTable& table, std::string_view example, std::string_view others,
    const std::vector<std::string_view>& before);

// The codes of services, needs and the like. Valid as long as they.
template <class Item>
std::vector<std::string_view> codes_of(const std::vector<Item>& items)
{
    std::vector<std::string_view> codes;
    codes.reserve(items.size());
    for (const Item& item : items)
        codes.push_back(item.code.text());
    return codes;
}

template <class Code, class Item>
Code read_code(const TomlTable& table, std::string_view example, std::string_view others,
    const std::vector<Item>& before)
{
    return Code(read_code_text(table, example, others, codes_of(before)));
}

// The name of an icon.
std::string read_icon(const TomlValue& value);

// Times of a day such as ["12:00-12:45"], in order and without overlap.
std::vector<OpenSpan> read_spans(const TomlValue& value);

// The section [hours]. On bank holidays, unless it says otherwise, and on closures it is closed; a date that
// it names goes before.
OpeningHours read_hours(const TomlTable& table, const CalendarRules& calendar);

// A service's own [service.hours]: a weekday or date that it names is its own, and must lie within the
// reception's; the others are the reception's. On a date on which the reception differs, a weekday of its own
// is cut to what is open.
OpeningHours read_service_hours(const TomlTable& table, const OpeningHours& reception);

} // namespace nextplease
