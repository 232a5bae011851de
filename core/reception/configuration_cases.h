// The sections [calendar], [complaints], [privacy] and [[charter]] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// The section [calendar]; without it the rules alone.
CalendarRules read_calendar(const TomlTable& root);

// Complaints, privacy, retention and the Charter. Each may be left out. REQUIRES: `configuration` has its
// languages, calendar, standards and office already.
void read_cases(const TomlTable& root, Configuration& configuration);

} // namespace nextplease
