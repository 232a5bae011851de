#include "core/reception/configuration_needs.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_values.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

// What fits on a card of the kiosk without shrinking.
constexpr std::size_t kLongestName = 24;
constexpr std::size_t kLongestHint = 40;

InterpreterLanguage read_interpreter(const TomlTable& table, const std::vector<InterpreterLanguage>& before)
{
    InterpreterLanguage language;
    language.code = read_code<Language>(table, "code = \"so\"", "-", before);
    language.own_name = table.need("own_name", "own_name = \"Soomaali\"").text();
    language.name = table.need("name", "name = \"Somali\"").text();
    return language;
}

Need read_need(const TomlTable& table, const std::vector<Language>& languages, const Office& office)
{
    Need need;
    need.code = read_code<NeedCode>(table, "code = \"seat\"", "-_", office.needs);
    need.name = need_words(table, "name", languages, kLongestName);
    if (const auto hint = table.find("hint"))
        need.hint = read_words(*hint, languages, kLongestHint);
    need.icon = read_icon(table.need("icon", "icon = \"person\""));
    if (const auto priority = table.find("priority")) {
        const std::vector<std::string_view> known = codes_of(office.rules.priorities);
        if (known.empty())
            priority->refuse(fmt::format("{} is \"{}\", and there is no section [[priority]]: write one, or "
                                         "take this line out",
                priority->name(), priority->text()));
        need.priority = PriorityCode(priority->one_of(known));
    }
    if (const auto asks = table.find("asks")) {
        constexpr auto kAsks = std::to_array<std::string_view>({ "language" });
        asks->one_of(kAsks);
        need.asks = Need::Asks::WhichLanguage;
        if (office.interpreters.empty())
            asks->refuse(fmt::format(
                "{} is \"language\", and there is no section [[interpreter]] to choose from: write some",
                asks->name()));
    }
    return need;
}

ServiceGroup read_group(const TomlTable& table, const std::vector<Language>& languages, const Office& office)
{
    ServiceGroup group;
    group.code = table.need("code", "code = \"home\"").text();
    group.name = need_words(table, "name", languages, kLongestName);
    if (const auto hint = table.find("hint"))
        group.hint = read_words(*hint, languages, kLongestHint);
    if (const auto icon = table.find("icon"))
        group.icon = read_icon(*icon);
    const TomlValue services = table.need("services", "services = [\"A\", \"B\"]");
    const std::vector<std::string_view> known = codes_of(office.services);
    for (const TomlValue& item : services.list()) {
        const ServiceCode code(item.one_of(known));
        if (std::find(group.services.begin(), group.services.end(), code) != group.services.end())
            item.refuse(fmt::format("{} has \"{}\" twice: write it once", services.name(), code.text()));
        group.services.push_back(code);
    }
    if (group.services.empty())
        services.refuse(fmt::format(
            "{} is empty: write the codes of its services, such as [\"A\", \"B\"]", services.name()));
    return group;
}

} // namespace

void read_needs(const TomlTable& root, const std::vector<Language>& languages, Office& office)
{
    if (const auto value = root.find("interpreter")) {
        for (const TomlTable& table : value->tables(keys::kInterpreter))
            office.interpreters.push_back(read_interpreter(table, office.interpreters));
    }
    if (const auto value = root.find("need")) {
        for (const TomlTable& table : value->tables(keys::kNeed))
            office.needs.push_back(read_need(table, languages, office));
    }
}

std::vector<ServiceGroup> read_groups(
    const TomlTable& root, const std::vector<Language>& languages, const Office& office)
{
    std::vector<ServiceGroup> groups;
    const auto value = root.find("group");
    if (!value)
        return groups;
    for (const TomlTable& table : value->tables(keys::kGroup)) {
        ServiceGroup group = read_group(table, languages, office);
        const auto same = [&](const ServiceGroup& before) { return before.code == group.code; };
        if (std::any_of(groups.begin(), groups.end(), same))
            table.find("code")->refuse(
                fmt::format("group.code \"{}\" is there twice: give each a code of its own", group.code));
        groups.push_back(std::move(group));
    }
    return groups;
}

AppointmentRules read_appointments(const TomlTable& root)
{
    AppointmentRules rules;
    if (const auto value = root.find("appointments")) {
        const TomlTable table = value->table(keys::kAppointments);
        read_duration(table, "early_minutes", { 0, 480 }, rules.early);
        read_duration(table, "late_minutes", { 0, 480 }, rules.late);
        read_duration(table, "head_start_minutes", { -240, 240 }, rules.head_start);
    }
    return rules;
}

} // namespace nextplease
