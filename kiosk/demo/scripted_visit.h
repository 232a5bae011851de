// One visit from the first touch to its end, played with real X input on the three faces at their real size:
// for a machine without a person or a screen (Xvfb).
#pragma once

#include "kiosk/demo/demo.h"

namespace nextplease {

// Tells each step and saves its pictures in options.scripted. Returns 0, or throws Failure naming the step
// that did not come to its end in time.
int play_scripted_visit(const DemoOptions& options, const Configuration& configuration);

} // namespace nextplease
