// Calls, e-mails and letters for pictures of a desk's log: some late, one due on the sample morning, some put
// off. Through the real verbs, as the morning itself.
#pragma once

#include "core/reception/reception.h"

namespace nextplease {

// REQUIRES: the reception's configuration is the shipped kiosk.conf, and its day that of the sample morning.
void add_sample_contacts(Reception& reception);

} // namespace nextplease
