// What a manager sees of seen-within-target as a document: the same figures and charts, with what was chosen.
#pragma once

#include "kiosk/manager/prepare.h"
#include "kiosk/report/making.h"

namespace nextplease::manager {

// Its names are in the language of `making`.
report::Document document_of(const SeenAnswer& answer, const report::Making& making);

} // namespace nextplease::manager
