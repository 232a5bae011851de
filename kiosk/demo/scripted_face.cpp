#include "kiosk/demo/scripted_face.h"

#include "kiosk/demo/x_tools.h"

namespace nextplease {
namespace {

std::vector<std::string> with_window(
    std::vector<std::string> arguments, const ScriptedFace::Place& place, const std::filesystem::path& probe)
{
    arguments.insert(arguments.end(),
        { "--window", fmt::format("{}x{}+{}+0", place.width, place.height, place.x), "--probe",
            probe.string() });
    return arguments;
}

} // namespace

void wait_until(const std::string& what, const std::function<bool()>& is_so)
{
    wait_for<bool>(what, [&] { return is_so() ? std::optional(true) : std::nullopt; });
}

ScriptedFace::ScriptedFace(const std::string& name, const Place& place, std::vector<std::string> arguments,
    const std::filesystem::path& probe)
    : place_(place)
    , probe_(probe)
    , process_(name, with_window(std::move(arguments), place, probe))
{
}

void ScriptedFace::settle()
{
    wait_until("the first picture of the " + process_.name(), [&] {
        if (!process_.running())
            throw Failure(Failure::Kind::Unavailable, fmt::format("the {} ended at once", process_.name()));
        return read_probe(probe_).has_value();
    });
    window_ =
        wait_for<std::string>("the window of the " + process_.name(), [&]() -> std::optional<std::string> {
            const std::string window = x_window_of(process_.pid());
            return window.empty() ? std::nullopt : std::optional(window);
        });
}

ProbeItem ScriptedFace::item(const std::string& key) const
{
    return wait_for<ProbeItem>(fmt::format("\"{}\" at the {}", key, process_.name()), [&] {
        auto item = item_now(key);
        return item && item->enabled ? item : std::nullopt;
    });
}

std::optional<ProbeItem> ScriptedFace::item_now(const std::string& key) const
{
    const auto view = read_probe(probe_);
    const ProbeItem* item = view ? view->find(key) : nullptr;
    return item ? std::optional(*item) : std::nullopt;
}

void ScriptedFace::wait_for_screen(const std::string& screen) const
{
    wait_until(fmt::format("the screen \"{}\" of the {}", screen, process_.name()), [&] {
        const auto view = read_probe(probe_);
        return view && view->screen == screen;
    });
    std::this_thread::sleep_for(kReadingTime);
}

void ScriptedFace::touch(const ProbeItem& item) const
{
    touch_screen(place_.x + item.x + item.width / 2, item.y + item.height / 2);
}

void ScriptedFace::press(const std::string& key) const
{
    press_key(window_, key);
}

void ScriptedFace::picture(const std::filesystem::path& file) const
{
    save_window(window_, file);
}

} // namespace nextplease
