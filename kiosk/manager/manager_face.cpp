#include "kiosk/manager/manager_face.h"

#include "core/base/error.h"
#include "kiosk/manager/screen.h"

#include <array>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

class ManagerFace : public app::Face {
public:
    ManagerFace(const Configuration& configuration, app::Commands& commands, const Language& language)
        : manager_(configuration, commands, language)
    {
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override { manager_.show(std::move(snapshot)); }
    bool tick(ui::Moment, ui::Moment) override { return manager_.changed(); }
    bool same(const Snapshot& before, const Snapshot& after) const override
    {
        return looks_the_same(before, after, false);
    }

    const ui::Theme& theme() const override { return ui::light_theme(); }
    const Words& words() const override { return manager_.words(); }
    ui::Size reference(float, float) const override { return kReference; }

    void draw(ui::Frame& frame) override
    {
        const View& view = manager_.view();
        constexpr std::array kNames { "seen", "live", "published", "complaints", "staffing" };
        frame.input.screen(view.behind ? "visits"
                : view.open            ? "menu"
                                       : kNames.at(static_cast<std::size_t>(view.tab)));
        const std::vector<ui::KeyCode> keys = frame.input.keys();
        if (const Act act = paint(frame, view))
            act(manager_);
        for (const ui::KeyCode key : keys) {
            if (key == ui::KeyCode::Escape)
                manager_.close();
        }
    }

    Manager& manager() { return manager_; }

private:
    Manager manager_;
};

} // namespace

std::unique_ptr<app::Face> make_manager_face(
    const Configuration& configuration, app::Commands& commands, const Language& language)
{
    return std::make_unique<ManagerFace>(configuration, commands, language);
}

std::unique_ptr<app::Face> make_manager_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, const std::shared_ptr<const Snapshot>& snapshot)
{
    auto face = std::make_unique<ManagerFace>(configuration, commands, language);
    face->show(snapshot);
    Manager& manager = face->manager();
    if (screen == "live")
        manager.show_tab(Tab::Live);
    else if (screen == "published")
        manager.show_tab(Tab::Published);
    else if (screen == "complaints")
        manager.show_tab(Tab::Complaints);
    else if (screen == "staffing") {
        manager.show_tab(Tab::Staffing);
        manager.staffing().begin();
    } else if (screen == "visits") {
        manager.open_row(-1);
        manager.open_visit(0);
    } else if (screen == "menu")
        manager.open_menu(Menu::Days);
    else if (screen != "seen")
        throw InputError(
            fmt::format("the manager has no screen \"{}\": write seen, live, published, complaints, "
                        "staffing, visits or menu",
                screen));
    return face;
}

} // namespace nextplease::manager
