#include "core/reception/configuration_standards.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_scheduled.h"
#include "core/reception/configuration_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

constexpr std::string_view kLimitExample =
    "\"20 seconds\", \"10 minutes\", \"24 hours on weekdays\", \"same day\", \"5 days\", \"5 working days\", "
    "\"20 UK working days\", \"12 weeks\" or \"at all\"";

Limit read_limit(const TomlValue& value)
{
    const std::string text = value.text();
    if (const auto limit = parse_limit(text))
        return *limit;
    value.refuse(
        fmt::format("{} is \"{}\", which is no limit: write such as {}", value.name(), text, kLimitExample));
}

std::string read_id(const TomlTable& table, const std::vector<Standard>& before)
{
    const TomlValue value = table.need("id", "id = \"C-visit\"");
    std::string id = value.text();
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    constexpr std::size_t kLongest = 24;
    if (id.find_first_not_of(kLetters) != std::string::npos || id.size() > kLongest)
        value.refuse(fmt::format(
            "{} is \"{}\": write at most {} letters, digits, -, _ and .", value.name(), id, kLongest));
    if (std::any_of(before.begin(), before.end(), [&](const Standard& one) { return one.id == id; }))
        value.refuse(fmt::format("{} \"{}\" is there twice: give each promise its own", value.name(), id));
    return id;
}

std::vector<StandardChannel> read_channels(const TomlTable& table)
{
    const TomlValue value = table.need("channels", "channels = [\"email\", \"text\"]");
    std::vector<std::string_view> known;
    known.reserve(kStandardChannels.size());
    for (const StandardChannel channel : kStandardChannels)
        known.push_back(word(channel));
    std::vector<StandardChannel> channels;
    for (const TomlValue& item : value.list()) {
        const StandardChannel channel = *standard_channel(item.one_of(known));
        if (std::find(channels.begin(), channels.end(), channel) != channels.end())
            item.refuse(fmt::format("{} has \"{}\" twice: write it once", value.name(), word(channel)));
        channels.push_back(channel);
    }
    if (channels.empty())
        value.refuse(fmt::format("{} is empty: write at least one, such as [\"email\"]", value.name()));
    return channels;
}

Stretch read_stretch(const TomlTable& table, const std::vector<StandardChannel>& channels)
{
    const TomlValue from = table.need("from", "from = \"received\"");
    const TomlValue to = table.need("to", "to = \"acknowledged\"");
    const auto found = stretch(from.text(), to.text());
    if (!found)
        to.refuse(fmt::format(
            "there is no clock from \"{}\" to \"{}\": write one such as from \"received\" to "
            "\"acknowledged\" "
            "or \"responded\", from \"arrived\" to \"seen\", from \"ringing\" to \"answered\", from "
            "\"received\" to \"scanned\"",
            from.text(), to.text()));
    for (const StandardChannel channel : channels) {
        if (!has_stretch(channel, *found))
            to.refuse(
                fmt::format("the channel \"{}\" has no clock from \"{}\" to \"{}\": take the channel out, "
                            "or write another clock",
                    word(channel), from.text(), to.text()));
    }
    return *found;
}

std::optional<Limit> read_promised_limit(const TomlTable& table, Stretch stretch)
{
    const auto value = table.find("limit");
    if (!value) {
        if (stretch != Stretch::Seen)
            table.need("limit", "limit = \"5 working days\"");
        return std::nullopt;
    }
    const Limit limit = read_limit(*value);
    const bool can_be_lost = stretch == Stretch::Seen || stretch == Stretch::Picked;
    if (limit.unit == Limit::Unit::AtAll && !can_be_lost)
        value->refuse(fmt::format("{} is \"at all\", and only visitors and calls can be lost: write such as "
                                  "\"5 working days\"",
            value->name()));
    return limit;
}

void read_lost(const TomlTable& table, Standard& standard)
{
    const bool can_be_lost = standard.stretch == Stretch::Seen || standard.stretch == Stretch::Picked;
    // Complaints that are withdrawn count where they were late by then.
    standard.lost = standard.stretch == Stretch::Picked ? Lost::All
        : standard.stretch == Stretch::Seen             ? Lost::LeaveOut
                                                        : Lost::Late;
    if (const auto lost = table.find("lost")) {
        if (!can_be_lost)
            lost->refuse(fmt::format("{} goes with visits and calls alone: take it out", lost->name()));
        constexpr auto kChoices = std::to_array<std::string_view>({ "leave_out", "late", "all" });
        const std::string word = lost->one_of(kChoices);
        standard.lost = word == "all" ? Lost::All : word == "late" ? Lost::Late : Lost::LeaveOut;
    }
    if (const auto grace = table.find("lost_grace_seconds")) {
        if (standard.lost != Lost::All)
            grace->refuse(
                fmt::format("{} goes with lost = \"all\" alone: write that, or take it out", grace->name()));
        standard.lost_grace = Seconds { grace->whole({ 0, 600 }) };
    }
}

Standard read_promise(
    const TomlTable& table, const std::vector<Standard>& before, const Configuration& configuration)
{
    Standard standard;
    standard.id = read_id(table, before);
    standard.title =
        read_title(table.need("title", "title.en = \"Seen within 10 minutes\""), configuration.languages);
    standard.source = table.need("source", "source = \"Customer Care Policy, page 2\"").text();
    standard.channels = read_channels(table);
    standard.stretch = read_stretch(table, standard.channels);
    standard.limit = read_promised_limit(table, standard.stretch);
    if (const auto extended = table.find("extended")) {
        if (standard.stretch == Stretch::Seen || standard.stretch == Stretch::Picked)
            extended->refuse(
                fmt::format("{} is for what is answered in writing: take it out", extended->name()));
        standard.extended = read_limit(*extended);
    }
    if (const auto goal = table.find("goal_percent"))
        standard.goal_percent = goal->number({ 1, 100 });
    if (const auto services = table.find("services")) {
        std::vector<std::string_view> known = codes_of(configuration.office.services);
        for (const TomlValue& item : services->list())
            standard.services.emplace_back(item.one_of(known));
    }
    if (const auto directorate = table.find("directorate"))
        standard.directorate = read_directorate(*directorate, configuration.office);
    if (const auto between = table.find("between"))
        standard.between = read_spans(*between);
    if (const auto working = table.find("working_days_only"))
        standard.working_days_only = working->yes_no();
    read_lost(table, standard);
    return standard;
}

void read_reports(const TomlTable& table, ReportSettings& settings)
{
    if (const auto every = table.find("every")) {
        constexpr auto kChoices = std::to_array<std::string_view>({ "month", "quarter" });
        settings.every = every->one_of(kChoices) == "month" ? ReportSettings::Every::Month
                                                            : ReportSettings::Every::Quarter;
    }
    read_count(table, "monitored_calls", { 1, 200 }, settings.monitored_calls);
    if (const auto seed = table.find("monitoring_seed"))
        settings.monitoring_seed = static_cast<std::uint64_t>(seed->whole({ 0, 1'000'000'000 }));
    const auto read_percent = [&](std::string_view key, std::optional<double>& percent) {
        if (const auto value = table.find(key))
            percent = value->number({ 1, 100 });
    };
    read_percent("avoidable_percent_at_most", settings.avoidable_percent_at_most);
    read_percent("satisfied_percent", settings.satisfied_percent);
    read_percent("monitored_percent", settings.monitored_percent);
}

} // namespace

std::vector<Directorate> read_directorates(const TomlTable& root)
{
    std::vector<Directorate> directorates;
    const auto value = root.find("directorate");
    if (!value)
        return directorates;
    for (const TomlTable& table : value->tables(keys::kDirectorate)) {
        Directorate directorate;
        directorate.code = read_code<DirectorateCode>(table, "code = \"people\"", "-_", directorates);
        directorate.name = table.need("name", "name = \"People\"").text();
        if (const auto director = table.find("director"))
            directorate.director = director->text();
        if (const auto numbers = table.find("numbers")) {
            for (const TomlValue& item : numbers->list()) {
                const std::string number = item.text();
                if (number.find_first_not_of("+0123456789 ") != std::string::npos)
                    item.refuse(
                        fmt::format("{} has \"{}\": write a telephone number such as \"01632 960042\"",
                            numbers->name(), number));
                const auto& before = directorate.numbers;
                if (std::find(before.begin(), before.end(), number) != before.end())
                    item.refuse(fmt::format("{} has \"{}\" twice: write it once", numbers->name(), number));
                directorate.numbers.push_back(number);
            }
        }
        directorates.push_back(std::move(directorate));
    }
    return directorates;
}

DirectorateCode read_directorate(const TomlValue& value, const Office& office)
{
    if (office.directorates.empty())
        value.refuse(fmt::format(
            "{} is \"{}\", and there is no section [[directorate]]: write one, or take this line out",
            value.name(), value.text()));
    return DirectorateCode(value.one_of(codes_of(office.directorates)));
}

void read_standards(const TomlTable& root, Configuration& configuration)
{
    if (const auto value = root.find("reports")) {
        const TomlTable reports = value->table(keys::kReports);
        read_reports(reports, configuration.reports);
        read_scheduled(reports, configuration.languages, configuration.source); // refused now, not at night
    }
    const auto standard = root.find("standard");
    if (!standard)
        return;
    const auto promises = standard->table(keys::kStandard).find("promise");
    if (!promises)
        return;
    for (const TomlTable& table : promises->tables(keys::kPromise))
        configuration.standards.push_back(read_promise(table, configuration.standards, configuration));
}

} // namespace nextplease
