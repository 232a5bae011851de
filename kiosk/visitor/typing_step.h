// The step in which something is typed, at the keyboard on the screen or a real one, at any speed.
//
// The field ("step.field") is read, not touched; everything that types is in the lower part of the screen. A
// real keyboard always types into the draft, wherever the focus is.
#pragma once

#include "kiosk/visitor/chrome.h"
#include "kiosk/visitor/step.h"

namespace nextplease::visitor {

// Changes step.draft, and asks for StepTyped then, or for StepNext or Back.
void draw_step(const Scene& scene, const TypingStep& step);

} // namespace nextplease::visitor
