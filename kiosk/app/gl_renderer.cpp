#include "kiosk/app/gl_renderer.h"

#include "core/base/error.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <array>
#include <imgui.h>
#include <string>

namespace nextplease::app {

namespace {

constexpr const char* kVertexSource = R"(#version 330 core
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
uniform vec2 scale;
out vec2 at;
out vec4 tint;
void main()
{
    at = texel;
    tint = color;
    gl_Position = vec4(place * scale + vec2(-1, 1), 0, 1);
}
)";

constexpr const char* kPlainSource = R"(#version 330 core
in vec4 tint;
out vec4 pixel;
void main() { pixel = tint; }
)";

constexpr const char* kMaskedSource = R"(#version 330 core
in vec2 at;
in vec4 tint;
uniform sampler2D mask;
out vec4 pixel;
void main() { pixel = vec4(tint.rgb, tint.a * texture(mask, at).r); }
)";

GLuint compile(GLenum kind, const char* source)
{
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint good = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good == GL_TRUE)
        return shader;
    std::array<char, 400> why {};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(why.size()), nullptr, why.data());
    throw Failure(Failure::Kind::Unavailable,
        "The graphics driver cannot run our shaders: " + std::string(why.data())
            + " Update the driver, or start with LIBGL_ALWAYS_SOFTWARE=1.");
}

const void* offset(std::size_t bytes)
{
    return reinterpret_cast<const void*>(bytes);
}

} // namespace

GlRenderer::Program GlRenderer::make_program(const char* fragment_source)
{
    const GLuint vertex = compile(GL_VERTEX_SHADER, kVertexSource);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    Program program;
    program.name = glCreateProgram();
    glAttachShader(program.name, vertex);
    glAttachShader(program.name, fragment);
    glLinkProgram(program.name);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    program.scale = glGetUniformLocation(program.name, "scale");
    return program;
}

GlRenderer::GlRenderer()
    : plain_(make_program(kPlainSource))
    , masked_(make_program(kMaskedSource))
{
    glGenVertexArrays(1, &layout_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindVertexArray(layout_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    for (const GLuint location : { 0U, 1U, 2U })
        glEnableVertexAttribArray(location);
    constexpr GLsizei kStride = sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, offset(IM_OFFSETOF(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, offset(IM_OFFSETOF(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offset(IM_OFFSETOF(ImDrawVert, col)));
}

GlRenderer::~GlRenderer()
{
    glDeleteVertexArrays(1, &layout_);
    glDeleteBuffers(1, &vertices_);
    glDeleteBuffers(1, &indices_);
    glDeleteProgram(plain_.name);
    glDeleteProgram(masked_.name);
}

void GlRenderer::use(const Program& program, int width, int height)
{
    glUseProgram(program.name);
    glUniform2f(program.scale, 2.0F / static_cast<float>(width), -2.0F / static_cast<float>(height));
}

void GlRenderer::draw(const ImDrawData& drawn, int width, int height)
{
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(layout_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    for (int i = 0; i < drawn.CmdListsCount; ++i)
        draw(*drawn.CmdLists[i], width, height);
    glDisable(GL_SCISSOR_TEST);
}

void GlRenderer::draw(const ImDrawList& list, int width, int height)
{
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.VtxBuffer.size_in_bytes()),
        list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.IdxBuffer.size_in_bytes()),
        list.IdxBuffer.Data, GL_STREAM_DRAW);
    const Program* used = nullptr;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const auto texture = static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(command.TextureId));
        const Program& program = texture == 0 ? plain_ : masked_;
        if (&program != used)
            use(program, width, height);
        used = &program;
        if (texture != 0)
            glBindTexture(GL_TEXTURE_2D, texture);
        const ImVec4& clip = command.ClipRect;
        const bool whole = clip.x <= 0 && clip.y <= 0 && clip.z >= static_cast<float>(width)
            && clip.w >= static_cast<float>(height);
        if (whole) {
            glDisable(GL_SCISSOR_TEST);
        } else {
            glEnable(GL_SCISSOR_TEST);
            glScissor(static_cast<GLint>(clip.x), height - static_cast<GLint>(clip.w),
                static_cast<GLsizei>(clip.z - clip.x), static_cast<GLsizei>(clip.w - clip.y));
        }
        glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
            sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
            offset(command.IdxOffset * sizeof(ImDrawIdx)), static_cast<GLint>(command.VtxOffset));
    }
}

} // namespace nextplease::app
