// Everything that a face is painted with by OpenGL: the renderer, the texts, the input. Needs a
// current context of OpenGL 3.3 while it lives.
#pragma once

#include "kiosk/app/frame.h"
#include "kiosk/app/gl_renderer.h"
#include "kiosk/app/imgui_context.h"
#include "kiosk/app/texture.h"

namespace nextplease::app {

class GlStage {
public:
    // `input` must outlive it.
    explicit GlStage(ui::Interaction& input);
    ~GlStage() = default;
    GlStage(const GlStage&) = delete;
    GlStage& operator=(const GlStage&) = delete;

    ui::TextPainter& painter() { return painter_; }

    // Paints one frame of `face` into the current framebuffer of `width` x `height` pixels.
    void paint(Face& face, int width, int height, ui::Moment now);
    // Only the ground of a screen.
    static void clear(ui::Color color, int width, int height);

private:
    ImGuiLife imgui_;
    GlRenderer renderer_;
    GlTextures textures_;
    ui::TextPainter painter_;
    ui::Interaction& input_;
};

} // namespace nextplease::app
