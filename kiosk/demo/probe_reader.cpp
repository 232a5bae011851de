#include "kiosk/demo/probe_reader.h"

#include "core/base/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace nextplease {

const ProbeItem* ProbeView::find(const std::string& key) const
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const ProbeItem& item) { return item.key == key; });
    return found == items.end() ? nullptr : &*found;
}

std::optional<ProbeView> read_probe(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::nullopt;
    try {
        const nlohmann::json json = nlohmann::json::parse(stream);
        ProbeView view;
        view.screen = json.at("screen").get<std::string>();
        view.screen = view.screen.substr(0, view.screen.find('/'));
        for (const nlohmann::json& item : json.at("items")) {
            view.items.push_back({ .key = item.at("key").get<std::string>(),
                .label = item.at("label").get<std::string>(),
                .x = item.at("x").get<int>(),
                .y = item.at("y").get<int>(),
                .width = item.at("w").get<int>(),
                .height = item.at("h").get<int>(),
                .enabled = item.at("enabled").get<bool>() });
        }
        return view;
    } catch (const nlohmann::json::exception& error) {
        throw Failure(
            Failure::Kind::Corrupt, fmt::format("{} is not a probe file: {}", file.string(), error.what()));
    }
}

} // namespace nextplease
