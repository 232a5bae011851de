#include "core/reception/configuration_board.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

VolumeFrom read_volume(const TomlTable& table, const std::vector<VolumeFrom>& before)
{
    VolumeFrom read;
    const TomlValue from = table.need("from", "\"12:00\"");
    const auto time = parse_clock_face(from.text());
    if (!time)
        from.refuse(
            fmt::format("{} is \"{}\": write a time of day such as \"12:00\"", from.name(), from.text()));
    if (!before.empty() && *time <= before.back().since_midnight)
        from.refuse(fmt::format(
            "{} is \"{}\", not later than the one before: put the earliest first", from.name(), from.text()));
    read.since_midnight = *time;
    read.volume = static_cast<int>(table.need("volume", "3").whole({ 0, 7 }));
    return read;
}

BoardMessage read_message(const TomlTable& table, const std::vector<Language>& languages)
{
    constexpr std::size_t kLongestTitle = 40, kLongestText = 90; // they are read from across the hall
    BoardMessage message;
    message.title = need_words(table, "title", languages, kLongestTitle);
    message.text = need_words(table, "text", languages, kLongestText);
    if (const auto until = table.find("until")) {
        const auto day = parse_iso_date(until->text());
        if (!day)
            until->refuse(fmt::format(
                "{} is \"{}\": write a date such as \"2026-12-24\"", until->name(), until->text()));
        message.until = day;
    }
    return message;
}

BoardZone read_zone(const TomlTable& table, const std::vector<BoardZone>& before, const Office& office)
{
    BoardZone zone;
    std::vector<std::string_view> codes;
    codes.reserve(before.size());
    for (const BoardZone& one : before)
        codes.push_back(one.code);
    zone.code = read_code_text(table, "\"upstairs\"", "-_", codes);
    const TomlValue services = table.need("services", "[\"A\", \"B\"]");
    for (const TomlValue& one : services.list()) {
        const ServiceCode code(one.text());
        if (!office.find(code))
            one.refuse(fmt::format(
                "there is no service \"{}\" for the board's zone: write the code of a [[service]]",
                code.text()));
        zone.services.push_back(code);
    }
    if (zone.services.empty())
        services.refuse(fmt::format("{} is empty: write the codes of its services", services.name()));
    return zone;
}

} // namespace

BoardSettings read_board(const TomlTable& root, const Configuration& configuration)
{
    BoardSettings settings;
    const auto value = root.find("board");
    if (!value)
        return settings;
    const TomlTable board = value->table(keys::kBoard);
    read_duration(board, "newest_at_least_seconds", { 1, 60 }, settings.newest_at_least);
    read_duration(board, "notice_seconds", { 5, 120 }, settings.notice_stands);
    read_count(board, "volume", { 0, 7 }, settings.volume);
    if (const auto announce = board.find("announce"))
        settings.announce = announce->yes_no();
    if (const auto figures = board.find("charter_figures"))
        settings.charter_figures = figures->yes_no();
    if (const auto volumes = board.find("volume_from")) {
        for (const TomlTable& one : volumes->tables(keys::kVolumeFrom))
            settings.volumes.push_back(read_volume(one, settings.volumes));
    }
    if (const auto messages = board.find("message")) {
        for (const TomlTable& one : messages->tables(keys::kMessage))
            settings.messages.push_back(read_message(one, configuration.languages));
    }
    if (const auto zones = board.find("zone")) {
        for (const TomlTable& one : zones->tables(keys::kZone))
            settings.zones.push_back(read_zone(one, settings.zones, configuration.office));
    }
    return settings;
}

int BoardSettings::volume_at(Seconds since_midnight) const
{
    int now = volume;
    for (const VolumeFrom& one : volumes) {
        if (one.since_midnight <= since_midnight)
            now = one.volume;
    }
    return now;
}

const BoardZone* BoardSettings::zone(const std::string& code) const
{
    const auto found =
        std::find_if(zones.begin(), zones.end(), [&](const auto& one) { return one.code == code; });
    return found == zones.end() ? nullptr : &*found;
}

} // namespace nextplease
