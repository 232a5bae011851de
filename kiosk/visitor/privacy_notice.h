// What happens with what visitors tell us, as they can read it before they do.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "kiosk/visitor/step.h"

namespace nextplease::visitor {

// What a privacy notice must say (UK GDPR, article 13), in plain words: who is responsible, why and on which
// basis, whether one must, who gets it, how long it is kept, which rights one has and whom to ask.
FiguresStep privacy_notice(const Words& words, const Configuration& configuration);

} // namespace nextplease::visitor
