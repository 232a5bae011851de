// Complaints, comments and compliments for pictures of the register: some late, some due on the sample
// morning, some answered. Through the real verbs, as the morning itself.
#pragma once

#include "core/reception/reception.h"

namespace nextplease {

// REQUIRES: the reception's configuration is the shipped kiosk.conf, and its day that of the sample morning.
void add_sample_cases(Reception& reception);

} // namespace nextplease
