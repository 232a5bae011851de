// The sections [[need]], [[interpreter]], [[group]] and [appointments] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// Sets office.needs and office.interpreters. REQUIRES: `office` has its rules.
void read_needs(const TomlTable& root, const std::vector<Language>& languages, Office& office);

// REQUIRES: `office` has its services.
std::vector<ServiceGroup> read_groups(
    const TomlTable& root, const std::vector<Language>& languages, const Office& office);

AppointmentRules read_appointments(const TomlTable& root);

} // namespace nextplease
