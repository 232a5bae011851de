#include "core/reception/configuration_desks.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

constexpr std::size_t kLongestReason = 60; // a line of the board's notice
constexpr std::size_t kLongestName = 28; // a button of the console
constexpr WholeRange kMinutes { 1, 480 };

template <class Item>
std::string read_reason_code(
    const TomlTable& table, std::string_view example, const std::vector<Item>& before)
{
    std::vector<std::string_view> codes;
    codes.reserve(before.size());
    for (const Item& item : before)
        codes.push_back(item.code);
    return read_code_text(table, example, "-_", codes);
}

std::string read_name(const TomlTable& table, std::string_view example)
{
    const TomlValue value = table.need("name", example);
    std::string name = value.text();
    if (name.size() > kLongestName)
        value.refuse(fmt::format("{} is \"{}\": write at most {} letters", value.name(), name, kLongestName));
    return name;
}

void read_late(const TomlTable& late, const std::vector<Language>& languages, DeskSettings& settings)
{
    read_duration(late, "notice_minutes", kMinutes, settings.notice);
    const auto reasons = late.find("reason");
    if (!reasons)
        return;
    for (const TomlTable& table : reasons->tables(keys::kLateReason)) {
        LateReason reason;
        reason.code = read_reason_code(table, "code = \"busy\"", settings.late);
        reason.words = need_words(table, "words", languages, kLongestReason);
        settings.late.push_back(std::move(reason));
    }
}

void read_outcome(const TomlTable& outcome, DeskSettings& settings)
{
    if (const auto asked = outcome.find("asked"))
        settings.result = read_result_rule(*asked);
    const auto reasons = outcome.find("unresolved");
    if (!reasons)
        return;
    for (const TomlTable& table : reasons->tables(keys::kUnresolved)) {
        UnresolvedReason reason;
        reason.code = read_reason_code(table, "code = \"evidence\"", settings.unresolved);
        reason.name = read_name(table, "name = \"More evidence is needed\"");
        if (const auto passed_to = table.find("passed_to"))
            reason.passed_to = passed_to->text();
        settings.unresolved.push_back(std::move(reason));
    }
}

bool is_key(const std::string& key)
{
    if (key == "Ctrl+Z")
        return true;
    if (key.size() == 1)
        return key[0] >= 'A' && key[0] <= 'Z';
    // F1 is the list of the keys, wherever they are.
    static constexpr auto kFunctions = std::to_array<std::string_view>(
        { "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12" });
    return std::find(kFunctions.begin(), kFunctions.end(), key) != kFunctions.end();
}

void read_keys(const TomlTable& table, DeskSettings& settings)
{
    for (const std::string& verb : table.keys()) {
        const TomlValue value = *table.find(verb);
        const std::string key = value.text();
        if (!is_key(key))
            value.refuse(
                fmt::format("{} is \"{}\": write one of F2 to F12, a capital letter A to Z, or Ctrl+Z",
                    value.name(), key));
        settings.keys[verb] = key;
    }
    std::map<std::string, std::string_view> taken;
    for (const ConsoleKey& usual : usual_console_keys()) {
        const std::string key = console_key(usual.verb, settings);
        const auto [before, is_new] = taken.emplace(key, usual.verb);
        if (!is_new)
            table.refuse(fmt::format("console.keys has {} for both {} and {}: give each a key of its own",
                key, before->second, usual.verb));
    }
}

void read_console(const TomlTable& console, DeskSettings& settings)
{
    if (const auto note = console.find("transfer_note")) {
        constexpr auto kChoices = std::to_array<std::string_view>({ "required", "optional" });
        settings.transfer_note =
            note->one_of(kChoices) == "optional" ? Onward::Note::Optional : Onward::Note::Required;
    }
    read_duration(console, "lock_minutes", { 0, 480 }, settings.lock);
    if (const auto breaks = console.find("break")) {
        for (const TomlTable& table : breaks->tables(keys::kBreak)) {
            BreakReason reason;
            reason.code = read_reason_code(table, "code = \"lunch\"", settings.breaks);
            reason.name = read_name(table, "name = \"Lunch\"");
            if (const auto minutes = table.find("minutes"))
                reason.minutes = Minutes { minutes->whole(kMinutes) };
            settings.breaks.push_back(std::move(reason));
        }
    }
    if (const auto bound = console.find("keys"))
        read_keys(bound->table(keys::kConsoleKeys), settings);
}

template <class Item>
const Item* find_code(const std::vector<Item>& items, std::string_view code)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.code == code; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

ResultRule read_result_rule(const TomlValue& value)
{
    constexpr auto kChoices = std::to_array<std::string_view>({ "required", "optional", "none" });
    const std::string chosen = value.one_of(kChoices);
    if (chosen == "none")
        return ResultRule::None;
    return chosen == "optional" ? ResultRule::Optional : ResultRule::Required;
}

DeskSettings read_desks(const TomlTable& root, const Configuration& configuration)
{
    DeskSettings settings;
    settings.result = ResultRule::Required;
    if (const auto value = root.find("late"))
        read_late(value->table(keys::kLate), configuration.languages, settings);
    if (const auto value = root.find("outcome"))
        read_outcome(value->table(keys::kOutcome), settings);
    if (const auto value = root.find("console"))
        read_console(value->table(keys::kConsole), settings);
    return settings;
}

const LateReason* DeskSettings::late_reason(std::string_view code) const
{
    return find_code(late, code);
}
const UnresolvedReason* DeskSettings::unresolved_reason(std::string_view code) const
{
    return find_code(unresolved, code);
}
const BreakReason* DeskSettings::break_reason(std::string_view code) const
{
    return find_code(breaks, code);
}

std::vector<ConsoleKey> usual_console_keys()
{
    return { { "call_next", "F2" }, { "recall", "F3" }, { "start", "F4" }, { "finish", "F5" },
        { "transfer", "F6" }, { "hold", "F7" }, { "no_show", "F8" }, { "undo", "Ctrl+Z" }, { "break", "F9" },
        { "close", "F10" }, { "finish_and_call", "F11" }, { "return", "F12" }, { "apologise", "L" },
        { "notice", "D" }, { "ticket", "T" }, { "change", "N" }, { "why", "W" }, { "help_me", "H" },
        { "appointments", "P" }, { "contacts", "C" }, { "register", "R" }, { "sign_out", "O" } };
}

std::string console_key(std::string_view verb, const DeskSettings& settings)
{
    if (const auto own = settings.keys.find(std::string(verb)); own != settings.keys.end())
        return own->second;
    for (const ConsoleKey& usual : usual_console_keys()) {
        if (usual.verb == verb)
            return std::string(usual.key);
    }
    return {};
}

} // namespace nextplease
