// A service as a card that takes a touch: its letter, its name, how many wait and how long.
#pragma once

#include "kiosk/visitor/chrome.h"

#include <vector>

namespace nextplease::visitor {

enum class CardForm {
    Wide, // name and hint, and a column with time and people
    Large, // name, hint, and a line with time and people
    LargeShort, // the same without the hint
    Compact, // name, time and people under one another
};

// Where the column of times begins in a Wide card, so that it is the same on all of them.
float time_column(const Scene& scene, const std::vector<ServiceCard>& cards, float width);

// Returns true when it was pressed.
bool draw_service_card(
    const Scene& scene, const ui::Rect& rect, CardForm form, const ServiceCard& card, float time_column);

// The same for a group of services.
bool draw_group_card(const Scene& scene, const ui::Rect& rect, CardForm form, const GroupCard& card);

} // namespace nextplease::visitor
