// The section [printer] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

namespace nextplease {

// `source` is the file: the logo's path is read from its folder.
PrinterSettings read_printer(const TomlTable& root, const std::filesystem::path& source);

} // namespace nextplease
