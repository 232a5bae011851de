// The promises that are counted, the directorates, and how figures are published: [[standard.promise]],
// [[directorate]] and [reports] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

std::vector<Directorate> read_directorates(const TomlTable& root);
// The code of one of them.
DirectorateCode read_directorate(const TomlValue& value, const Office& office);

// REQUIRES: the office of `configuration` is read.
void read_standards(const TomlTable& root, Configuration& configuration);

} // namespace nextplease
