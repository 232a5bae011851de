// Cards and tables of the manager's screen.
#pragma once

#include "kiosk/manager/places.h"
#include "kiosk/manager/screen.h"

namespace nextplease::manager {

struct Painting {
    ui::Frame& frame;
    const View& view;
    Act act;
};

using places::kMargin;
using places::kPadding;
inline ui::Rect inner(const ui::Rect& card)
{
    return { card.x + kPadding, card.y + kPadding, card.w - 2 * kPadding, card.h - 2 * kPadding };
}

// Where a card's title stands: letters of Urdu rise high.
inline float title_baseline(const ui::Frame& frame, const ui::Rect& card)
{
    return card.y + (frame.canvas.language().text() == "ur" ? 46.0F : 40.0F);
}

// The frame with its title, and a note at the end of that line.
void paint_card(Painting& painting, const ui::Rect& card, const std::string& title, const std::string& note);

using PressRow = std::function<Act(int row)>;
struct TableForm {
    std::string key; // of the items, such as "group.3", "group.sum", "group.more"
    float name_share = 0.4F; // of the width
    int chosen = -1;
    float lowest_row = 34; // how close its rows may stand
    std::vector<float> shares {}; // of the columns' width; empty: alike, but for those with signs
    PressRow press_last {}; // of the last cell, where that opens something else
};
// Something on a page that is pressed as a whole; painted before what stands on it.
void paint_press(
    Painting& painting, const ui::Rect& place, const std::string& key, const std::string& label, Act act);
void paint_table(Painting& painting, const ui::Rect& card, const TableView& table, const TableForm& form,
    const PressRow& press);
// The same without the card.
void paint_rows(Painting& painting, const ui::Rect& area, const TableView& table, const TableForm& form,
    const PressRow& press);

using Press = std::function<Act(const chart::Area&)>;
enum class TitleShown { Yes, No };
// A chart in its card. Each part of it that can be opened is an item for the keys and the mouse.
void paint_chart(Painting& painting, const ui::Rect& card, const ChartView& view, const std::string& key,
    const Press& press, TitleShown title = TitleShown::Yes);

// Pages.
void paint_live(Painting& painting);
void paint_published(Painting& painting);
void paint_complaints(Painting& painting);
void paint_staffing(Painting& painting);

// One sentence in the middle, where there is nothing else.
void paint_notice(Painting& painting, const std::string& words);

} // namespace nextplease::manager
