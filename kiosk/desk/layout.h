// Where the console's parts stand, in reference pixels (look.md, "Desk"). Spare width goes to the list, spare
// height to the visitor's card, the list and the other desks; nothing else grows.
#pragma once

#include "kiosk/ui/geometry.h"

namespace nextplease::desk {

// The left and middle columns and their margins; the right column needs kThreeColumns.
constexpr ui::Size kReference { 1408, 1080 };
constexpr float kThreeColumns = 1920;

struct Layout {
    bool right_column = true; // else it is a tab of the list
    ui::Rect bar;
    ui::Rect banner; // where there is one
    ui::Rect card; // below the banner, or from its top
    ui::Rect clocks;
    ui::Rect verbs;
    ui::Rect panel; // over clocks and verbs: transfer or hold
    ui::Rect list;
    ui::Rect extras; // under the list
    ui::Rect today;
    ui::Rect desks; // and the equipment under them
    ui::Rect message;
};

enum class Banner { Shown, None };
Layout layout_for(ui::Size room, Banner banner);

// Where a panel stands that is wider than a column: in place of the left column and the list, above the
// extras.
ui::Rect wide_panel(const Layout& layout);

// Of the list: where its rows begin, and the height for them and the lines under them.
constexpr float kRowsFrom = 104; // below the top of the list's card
float rows_height(const Layout& layout);

// Of the other desks: the rows that fit under the title.
constexpr float kDesksFrom = 56;
constexpr float kDeskPitch = 48;
constexpr float kEquipmentHeight = 152; // kept for it under the other desks
int desk_places(const Layout& layout);

} // namespace nextplease::desk
