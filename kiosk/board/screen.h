// Paints the board. Everything shown was prepared before; nothing here decides.
#pragma once

#include "kiosk/board/content.h"
#include "kiosk/ui/widgets.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::board {

// A call in words.
struct CallShown {
    std::string number;
    std::string place;
    friend bool operator==(const CallShown&, const CallShown&) = default;
};

struct View {
    Content content;
    std::optional<CallShown> band;
    bool swapped = false; // the band's colours
    std::vector<CallShown> before; // latest first
    std::size_t page = 0; // of the services; counts on, modulo their pages
    std::size_t notice = 0; // that stands now; counts on, modulo them
    bool no_sound = false; // calls are not heard here
};

// Returns how many pages the services take.
std::size_t paint(ui::Frame& frame, const View& view);

} // namespace nextplease::board
