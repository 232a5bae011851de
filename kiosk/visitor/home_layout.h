// Where the cards of the home screen stand, the row of three below them, and the pager where there are more
// cards than a screen holds.
#pragma once

#include "kiosk/visitor/service_card.h"

#include <optional>

namespace nextplease::visitor {

// What stands below the cards.
enum class Below {
    Nothing, // but a pager where it is needed
    Three, // appointment, my ticket, feedback
    Back // to the groups of services
};

struct HomeLayout {
    CardForm form = CardForm::Wide;
    Grid grid {};
    int per_page = 8;
    PagerPlace pager {};
    ui::Rect row {}; // of three
};

// `top`: where the cards may begin.
HomeLayout home_layout(const Page& page, int cards, float top, Below below);

} // namespace nextplease::visitor
