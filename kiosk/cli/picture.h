// Pictures of what is not a screen.
#pragma once

#include "core/reception/snapshot.h"
#include "kiosk/cli/arguments.h"

namespace nextplease::cli {

// A slip of paper. Throws InputError if there is no such slip or ticket, Failure if it cannot be written.
void picture_paper(const PictureArguments& asked, const Configuration& configuration, const Snapshot& room);

} // namespace nextplease::cli
