#include "kiosk/app/probe.h"

#include "core/base/error.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace nextplease::app {

namespace {

std::string quoted(const std::string& text)
{
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    return json + '"';
}

std::string box(const ui::Rect& rect)
{
    return fmt::format(R"("x": {}, "y": {}, "w": {}, "h": {})", std::lround(rect.x), std::lround(rect.y),
        std::lround(rect.w), std::lround(rect.h));
}

} // namespace

std::string Probe::json(const ui::Interaction& input, const ui::Rect& window)
{
    std::string json = fmt::format(
        R"({{"screen": {}, "window": {{{}}}, "items": [)", quoted(input.screen_name()), box(window));
    for (const ui::Item& item : input.items()) {
        if (json.back() != '[')
            json += ",";
        json += fmt::format("\n{{\"key\": {}, {}, \"label\": {}, \"enabled\": {}}}", quoted(item.key),
            box(item.device), quoted(item.label), item.enabled);
    }
    return json + "]}\n";
}

void Probe::tell(const ui::Interaction& input, const ui::Rect& window)
{
    if (file_.empty())
        return;
    std::string now = json(input, window);
    if (now == told_)
        return;
    const std::filesystem::path half = file_.string() + ".new";
    std::ofstream(half, std::ios::binary) << now;
    std::error_code error;
    std::filesystem::rename(half, file_, error);
    if (error)
        throw Failure(Failure::Kind::Unavailable,
            "The probe file \"" + file_.string() + "\" cannot be written: " + error.message() + ".");
    told_ = std::move(now);
}

} // namespace nextplease::app
