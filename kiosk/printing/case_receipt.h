// What somebody is told when their complaint, comment or compliment is recorded: who deals with it, by when
// they hear, and what else they can do (C-complaint-ack). The same at the kiosk, at the desk and on paper.
// Pure.
#pragma once

#include "core/reception/cases.h"
#include "kiosk/printing/slips.h"

namespace nextplease::printing {

// In the language of `words`.
CaseSlip receipt_of(const Case& sent, const Words& words, const Configuration& configuration);

} // namespace nextplease::printing
