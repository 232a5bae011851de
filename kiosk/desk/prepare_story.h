// What was done with a case, event by event, with what was there before.
#pragma once

#include "kiosk/desk/prepare.h"

#include <utility>
#include <vector>

namespace nextplease::desk {

Text state_text(CaseState state);
Text kind_text(CaseKind kind);
ChoiceGroup moves_group(const std::vector<std::pair<const char*, Text>>& moves, const Words& words);

// The latest events, in short, as lines of the panel.
void add_latest(PanelView& panel, const CaseStory& story, const Scene& scene);
// All of them, from `draft.first` on, kStoryEvents at once.
void put_story(PanelView& panel, const CaseStory& story, const FormDraft& draft, const Scene& scene);

} // namespace nextplease::desk
