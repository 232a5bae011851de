#include "core/base/toml_reader.h"

#include "core/base/error.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <numeric>
#include <toml++/toml.h>

namespace nextplease {
namespace {

const toml::node& node_at(const void* node)
{
    return *static_cast<const toml::node*>(node);
}

[[noreturn]] void refuse_at(
    const std::string& file, const toml::source_region& where, const std::string& sentence)
{
    throw InputError(fmt::format("{}:{}:{}: {}", file, where.begin.line, where.begin.column, sentence));
}

std::string_view kind_of(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::none:
        return "nothing";
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::string:
        return "text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a number with a point";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::date:
    case toml::node_type::date_time:
        return "a date";
    case toml::node_type::time:
        return "a time of day";
    }
    return "something else";
}

bool has_control_character(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string listed(std::span<const std::string_view> words)
{
    std::string list;
    for (const std::string_view word : words)
        list += fmt::format("{}{}", list.empty() ? "" : ", ", word);
    return list;
}

// How many letters must be changed, added or removed to make `b` of `a` (Levenshtein).
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t { 0 });
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({ changed, row[j] + 1, row[j + 1] + 1 });
        }
    }
    return row.back();
}

struct Translating {
    std::string_view from, to;
    const TomlDocument::Translations& translations;
    std::span<const std::string_view> languages;
};

bool is_by_language(const toml::table& table, std::span<const std::string_view> languages)
{
    return std::all_of(table.begin(), table.end(), [&](const auto& entry) {
        return entry.second.is_string()
            && std::find(languages.begin(), languages.end(), entry.first.str()) != languages.end();
    });
}

void translate_in(toml::node& node, const Translating& how)
{
    if (auto* list = node.as_array()) {
        for (toml::node& item : *list)
            translate_in(item, how);
    } else if (auto* table = node.as_table()) {
        for (auto&& [key, value] : *table)
            translate_in(value, how);
        const auto* words = table->get_as<std::string>(how.from);
        if (!words || table->contains(how.to) || !is_by_language(*table, how.languages))
            return;
        const auto found = how.translations.find(words->get());
        if (found != how.translations.end())
            table->insert(how.to, found->second);
    }
}

} // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> known)
{
    std::string_view best;
    // A third of the letters, at least two slips: "hint" for "hnit", but not "letter" for "site".
    std::size_t fewest = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view one : known) {
        const std::size_t needed = slips(word, one);
        if (needed < fewest && needed < one.size()) {
            fewest = needed;
            best = one;
        }
    }
    return best;
}

// --- Values ---

void TomlValue::refuse(const std::string& sentence) const
{
    refuse_at(*file_, node_at(node_).source(), sentence);
}

void TomlValue::refuse_kind(std::string_view wanted) const
{
    refuse(fmt::format("{} is {}: write {}", name_, kind_of(node_at(node_)), wanted));
}

std::string TomlValue::shown() const
{
    if (const auto* whole = node_at(node_).as_integer())
        return fmt::format("{}", whole->get());
    if (const auto* number = node_at(node_).as_floating_point())
        return fmt::format("{}", number->get());
    if (const auto* text = node_at(node_).as_string())
        return fmt::format("\"{}\"", text->get());
    return std::string(kind_of(node_at(node_)));
}

bool TomlValue::is_text() const
{
    return node_at(node_).is_string();
}

bool TomlValue::is_table() const
{
    return node_at(node_).is_table();
}

std::string TomlValue::text() const
{
    std::string text = text_or_empty();
    if (is_blank(text))
        refuse(fmt::format("{} is empty: write its words between the quotes", name_));
    return text;
}

std::string TomlValue::text_or_empty() const
{
    const auto* text = node_at(node_).as_string();
    if (!text)
        refuse_kind("text in quotes");
    if (has_control_character(text->get()))
        refuse(fmt::format("{} has a line break or a control character in it: write it on one line", name_));
    return text->get();
}

std::int64_t TomlValue::whole(WholeRange range) const
{
    const std::string wanted = fmt::format("a whole number from {} to {}", range.from, range.to);
    const auto* number = node_at(node_).as_integer();
    if (!number)
        refuse_kind(is_text() ? wanted + ", without quotes" : wanted);
    if (number->get() < range.from || number->get() > range.to)
        refuse(fmt::format("{} is {}: write {}", name_, number->get(), wanted));
    return number->get();
}

double TomlValue::number(WholeRange range) const
{
    const std::string wanted = fmt::format("a number from {} to {}", range.from, range.to);
    const auto number = is_text() ? std::nullopt : node_at(node_).value<double>();
    if (!number)
        refuse_kind(is_text() ? wanted + ", without quotes" : wanted);
    // Also refuses "nan", which is neither below nor above anything.
    if (!(*number >= static_cast<double>(range.from) && *number <= static_cast<double>(range.to)))
        refuse(fmt::format("{} is {}: write {}", name_, shown(), wanted));
    return *number;
}

bool TomlValue::yes_no() const
{
    const auto* value = node_at(node_).as_boolean();
    if (!value)
        refuse_kind("true or false, without quotes");
    return value->get();
}

std::string TomlValue::one_of(std::span<const std::string_view> choices) const
{
    const auto* value = node_at(node_).as_string();
    if (!value)
        refuse_kind(fmt::format("one of these in quotes: {}", listed(choices)));
    if (std::find(choices.begin(), choices.end(), value->get()) == choices.end())
        refuse(fmt::format("{} is \"{}\": write one of these: {}", name_, value->get(), listed(choices)));
    return value->get();
}

std::vector<TomlValue> TomlValue::list() const
{
    const auto* array = node_at(node_).as_array();
    if (!array)
        refuse_kind("a list between [ and ]");
    std::vector<TomlValue> items;
    for (const toml::node& item : *array)
        items.push_back(TomlValue(*file_, &item, name_));
    return items;
}

std::vector<TomlTable> TomlValue::tables(std::span<const std::string_view> known) const
{
    if (node_at(node_).is_table())
        refuse(fmt::format("{0} can be there several times: write [[{0}]] with two brackets", name_));
    std::vector<TomlTable> tables;
    for (const TomlValue& item : list())
        tables.push_back(item.table(known));
    return tables;
}

TomlTable TomlValue::table(std::span<const std::string_view> known) const
{
    TomlTable table = any_table();
    table.refuse_unknown(known);
    return table;
}

TomlTable TomlValue::any_table() const
{
    if (!node_at(node_).is_table())
        refuse_kind("a table, such as { key = \"value\" }");
    return TomlTable(*this);
}

// --- Tables ---

namespace {

const toml::table& table_at(const void* node)
{
    return *node_at(node).as_table();
}

} // namespace

std::string TomlTable::path_of(std::string_view key) const
{
    return self_.name_.empty() ? std::string(key) : fmt::format("{}.{}", self_.name_, key);
}

std::optional<TomlValue> TomlTable::find(std::string_view key) const
{
    const toml::node* node = table_at(self_.node_).get(key);
    if (!node)
        return std::nullopt;
    return TomlValue(*self_.file_, node, path_of(key));
}

TomlValue TomlTable::need(std::string_view key, std::string_view example) const
{
    const auto found = find(key);
    if (!found)
        refuse(fmt::format("{} is missing: write {}", path_of(key), example));
    return *found;
}

std::vector<std::string> TomlTable::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : table_at(self_.node_))
        keys.emplace_back(key.str());
    return keys;
}

void TomlTable::refuse_key(std::string_view key, const std::string& sentence) const
{
    const auto found = table_at(self_.node_).find(key);
    assert(found != table_at(self_.node_).end());
    refuse_at(*self_.file_, found->first.source(), sentence);
}

void TomlTable::refuse_unknown(std::span<const std::string_view> known) const
{
    for (const std::string& key : keys()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        const std::string_view meant = nearest(key, known);
        refuse_key(key,
            meant.empty()
                ? fmt::format("{} is not a key: write one of these: {}", path_of(key), listed(known))
                : fmt::format("{} is not a key: write {}", path_of(key), meant));
    }
}

// --- Documents ---

struct TomlDocument::Parsed {
    toml::table root;
};

TomlDocument::TomlDocument(const std::string& text, std::string name)
    : name_(std::move(name))
{
    try {
        parsed_ = std::make_unique<Parsed>(Parsed { toml::parse(std::string_view(text)) });
    } catch (const toml::parse_error& error) {
        std::string what(error.description());
        std::replace_if(
            what.begin(), what.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        refuse_at(name_, error.source(), fmt::format("this is not TOML: {}", what));
    }
}

TomlDocument::~TomlDocument() = default;

TomlTable TomlDocument::root(std::span<const std::string_view> known) const
{
    return TomlValue(name_, &parsed_->root, "").table(known);
}

TomlTable TomlDocument::any_root() const
{
    return TomlValue(name_, &parsed_->root, "").any_table();
}

void TomlDocument::translate(std::string_view from, std::string_view to, const Translations& translations,
    std::span<const std::string_view> languages)
{
    translate_in(parsed_->root, { from, to, translations, languages });
}

} // namespace nextplease
