// Draws what Dear ImGui has laid down, by OpenGL 3.3. Dear ImGui's own renderer reads a texture for every
// pixel; we have shapes of plain colours and texts of one-channel masks, and where there is no graphics card
// that reading is what a frame costs. Needs a current context while it lives.
#pragma once

struct ImDrawData;
struct ImDrawList;

namespace nextplease::app {

class GlRenderer {
public:
    GlRenderer();
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    // Into the current framebuffer of `width` x `height` pixels. Commands without a texture (or with Dear
    // ImGui's own, whose id must be 0) are plain colours.
    void draw(const ImDrawData& drawn, int width, int height);

private:
    // Plain colours, or the colour with a texture as its coverage.
    struct Program {
        unsigned name = 0;
        int scale = -1; // uniform: from pixels to OpenGL's -1 to 1
    };
    static Program make_program(const char* fragment_source);
    void use(const Program& program, int width, int height);
    void draw(const ImDrawList& list, int width, int height);

    Program plain_, masked_;
    unsigned vertices_ = 0, indices_ = 0, layout_ = 0;
};

} // namespace nextplease::app
