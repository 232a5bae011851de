// The council's logo, for paper.
#pragma once

#include "kiosk/ui/text_painter.h"

#include <filesystem>

namespace nextplease::printing {

// A PNG as a mask `px` high at most and `px` wide at most: black is ink; white and see-through are not.
// Throws Failure if it cannot be read.
ui::Mask logo_mask(const std::filesystem::path& file, int px);

} // namespace nextplease::printing
