// Drives a face as a person would, without window, display or OpenGL: taps items by name, types, lets time
// pass, and tells what is to be seen. CMake: link `nextplease_ui_driver`.
//
//     UiDriver ui(*face, 1080, 1920);         // show() the face a snapshot before, or at any time
//     ui.tap("service.B");
//     ui.advance(std::chrono::seconds(61));
//     CHECK(ui.shows("timeout.yes"));
//     CHECK(ui.says("B042"));
//     CHECK(broken_laws(ui, {}) == "");
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/app/frame.h"
#include "kiosk/app/imgui_context.h"

#include <string>
#include <vector>

namespace nextplease {

// Textures that are only counted.
class CountedTextures : public ui::TextureMaker {
public:
    std::uintptr_t make(const ui::Mask& mask) override;
    void drop(std::uintptr_t texture) override;
    int alive() const { return made_ - dropped_; }
    int made() const { return made_; }

private:
    int made_ = 0;
    int dropped_ = 0;
};

class UiDriver {
public:
    // Draws the first frames. `face` must outlive it.
    explicit UiDriver(app::Face& face, int width = 1080, int height = 1920);

    // A person who takes her time: by each of these half a second or so passes, and the screen is settled
    // after. Throws std::runtime_error, with the names of what is there, if there is no such item.
    void tap(const std::string& key);
    void key(ui::KeyCode code);
    void type(const std::string& utf8);
    // Time passes; the face is ticked every quarter of a second at least.
    void advance(ui::Moment by);

    // What a window does: ticks the face and draws it once, 16 ms later.
    void frame();
    // Frames until nothing is left to show.
    void settle();
    // For odd fingers: events go in as they are; then call frame().
    ui::Interaction& input() { return input_; }
    ui::Point middle_of(const std::string& key) const; // device pixels

    // What is there, after the last frame.
    bool shows(const std::string& key) const { return input_.find(key) != nullptr; }
    const ui::Item& item(const std::string& key) const; // throws as tap does
    const std::vector<ui::Item>& items() const { return input_.items(); }
    const std::vector<ui::TextFault>& faults() const { return faults_; }
    const std::vector<ui::Painted>& painted() const { return painted_; }
    bool says(const std::string& part) const; // some text that was painted holds it
    const std::string& screen() const { return input_.screen_name(); }
    std::optional<std::string> focus() const { return input_.focus(); }
    std::string all_words() const; // every painted text, one a line

    ui::Moment now() const { return now_; }
    float scale() const { return scale_; } // device pixels of a reference pixel
    ui::Size window() const { return window_; }
    const ui::Theme& theme() const { return face_.theme(); }

private:
    app::Face& face_;
    app::ImGuiLife imgui_;
    CountedTextures textures_;
    ui::TextPainter painter_;
    ui::Interaction input_;
    ui::Size window_;
    ui::Moment now_ { 10'000 };
    float scale_ = 1;
    std::vector<ui::TextFault> faults_;
    std::vector<ui::Painted> painted_;
};

// What every screen must keep. Lengths in reference pixels.
struct LayoutLaws {
    float smallest_side = 88; // of an item
    float smallest_gap = 0; // between items; they never overlap
    float smallest_text = 28;
    double text_contrast = 7; // against what it is painted on
    double icon_contrast = 3;
    float text_overlap = 0.25F; // share of a text's ink that may lie on another text's
};

// One sentence a line for each law broken; empty: all kept. Also checked: no text faults, all items on the
// screen, each with a name of its own and a label.
std::string broken_laws(const UiDriver& driver, const LayoutLaws& laws);

} // namespace nextplease
