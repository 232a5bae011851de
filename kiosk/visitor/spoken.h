// What the spoken mode says: each screen's words in the order in which they stand, and what has the focus.
// The same words as are drawn; made when something has changed, not in a frame.
#pragma once

#include "kiosk/sound/speaker.h"
#include "kiosk/ui/interaction.h"
#include "kiosk/visitor/step.h"
#include "kiosk/visitor/wording.h"

#include <string>
#include <vector>

namespace nextplease::visitor {

using Said = std::vector<sound::Utterance>;

// A screen as it is read aloud. It is read again when `id` is another: not for each minute that passes.
struct Announcement {
    std::string id;
    Said said;
    // The part of it that changes while the rest stands, such as how the paper is getting on: said again,
    // after what is being said, whenever it has changed.
    Said changing {};
};
Announcement announcement_of(const Wording& wording, const Modes& modes, const Words& words);
// A step of a journey; `name` is the journey's name for it.
Announcement announcement_of(const Step& step, const std::string& name, const Words& words);

// What is said when the keys or a finger come upon an item. `place` counts from 1.
struct ItemPlace {
    std::size_t place = 1, of = 1;
};
struct Shown {
    const Wording& wording;
    const Modes& modes;
    const Step* step = nullptr; // of a journey, if one is shown
};
Said item_said(const Shown& shown, const ui::Item& item, const ItemPlace& place, const Words& words);

// Parts of it, in spoken_step.cpp.
std::string step_item_said(const Step& step, const ui::Item& item, const Words& words);

// "on, off": joins what is not empty by commas.
std::string joined(const std::vector<std::string>& parts);

} // namespace nextplease::visitor
