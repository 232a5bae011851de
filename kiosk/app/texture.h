// Masks as OpenGL textures: one byte a pixel, in red. Needs a current context of
// OpenGL 3.3, also when it is destroyed.
#pragma once

#include "kiosk/ui/text_painter.h"

namespace nextplease::app {

class GlTextures : public ui::TextureMaker {
public:
    std::uintptr_t make(const ui::Mask& mask) override;
    void drop(std::uintptr_t texture) override;
};

} // namespace nextplease::app
