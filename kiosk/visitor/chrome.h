// What every visitor screen has: the council and clock at the top, the question, the row of buttons, and the
// bar with language, reading aids and help.
#pragma once

#include "kiosk/ui/widgets.h"
#include "kiosk/visitor/page.h"
#include "kiosk/visitor/wording.h"

#include <optional>

namespace nextplease::visitor {

// What a screen paints with.
struct Scene {
    ui::Frame& frame;
    const Page& page;
    const Wording& wording;
    std::optional<Intent>& intent; // set when something was pressed
};

void draw_top(const Scene& scene);

// The question; returns where it ends.
float draw_heading(const Scene& scene, const std::string& text);
float draw_heading(const Scene& scene, const std::string& text, float y);

void draw_button(const Scene& scene, const ui::Rect& rect, const ButtonWords& words, ui::Look look);

// At the bottom start and the bottom end.
void draw_row(
    const Scene& scene, const std::optional<ButtonWords>& first, const std::optional<ButtonWords>& main);

// Which page of several, between the two buttons that turn it.
struct PagerPlace {
    ui::Rect back, text, more;
};
struct PagerWords {
    std::string keys; // "home": the items are "home.previous" and "home.more"
    std::string more;
    // What the buttons are on the first and the last page; nothing: off.
    std::optional<ButtonWords> first {}, last {};
};
void draw_pager(const Scene& scene, const PagerPlace& place, int page, int pages, const PagerWords& words);

// Where a pager stands in a row of buttons: that of the page, or another.
PagerPlace pager_row(const Page& page);
PagerPlace pager_row(const Page& page, const ui::Rect& row);

void draw_bar(const Scene& scene);

// A white panel that cannot be touched.
void draw_panel(const Scene& scene, const ui::Rect& rect);

} // namespace nextplease::visitor
