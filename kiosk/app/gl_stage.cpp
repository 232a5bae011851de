#include "kiosk/app/gl_stage.h"

#include <GL/gl.h>

namespace nextplease::app {

GlStage::GlStage(ui::Interaction& input)
    : painter_(textures_)
    , input_(input)
{
}

void GlStage::clear(ui::Color color, int width, int height)
{
    const auto channel = [color](
                             int shift) { return static_cast<float>((color.rgb >> shift) & 0xFFU) / 255; };
    glViewport(0, 0, width, height);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void GlStage::paint(Face& face, int width, int height, ui::Moment now)
{
    imgui_.make_current();
    ImGuiIO& io = ImGui::GetIO();
    const ui::Size window { static_cast<float>(width), static_cast<float>(height) };
    io.DisplaySize = { window.w, window.h };
    io.DeltaTime = 0.016F; // nothing of ours reads it
    ImGui::NewFrame();
    app::paint(face, { painter_, input_, window }, now, ImGui::GetBackgroundDrawList());
    ImGui::Render();
    // The ground is the clear colour: cheaper than a rectangle over the whole screen.
    clear(face.theme().paper, width, height);
    renderer_.draw(*ImGui::GetDrawData(), width, height);
}

} // namespace nextplease::app
