// What people read of cases: why a step may not be done, and the names of what a case and its events are.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/case_life.h"

#include <string>

namespace nextplease {

std::string sentence(const CaseObstacle& obstacle, const Words& words);

} // namespace nextplease
