// What people are told of a machine's printer.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/device_state.h"

#include <string>

namespace nextplease {

// "No paper in the printer"
std::string device_words(DeviceState state, const Words& words);

} // namespace nextplease
