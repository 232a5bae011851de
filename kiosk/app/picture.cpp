// save_picture: a face painted into memory by EGL, which needs no display.
#include "core/base/error.h"
#include "kiosk/app/gl_stage.h"
#include "kiosk/app/window.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <algorithm>
#include <cairo/cairo.h>

namespace nextplease::app {

namespace {

constexpr int kFrames = 3; // the first lays out, the second knows the items, the third shows both

// An off-screen surface with a current context.
class OffScreen {
public:
    OffScreen(int width, int height)
        : display_(eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr))
    {
        const EGLint wanted[] { EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
            EGL_RED_SIZE, 8, EGL_GREEN_SIZE, 8, EGL_BLUE_SIZE, 8, EGL_ALPHA_SIZE, 8, EGL_NONE };
        const EGLint size[] { EGL_WIDTH, width, EGL_HEIGHT, height, EGL_NONE };
        const EGLint version[] { EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
            EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE };
        EGLConfig config = nullptr;
        EGLint configs = 0;
        const bool ready = display_ != EGL_NO_DISPLAY && eglInitialize(display_, nullptr, nullptr)
            && eglBindAPI(EGL_OPENGL_API) && eglChooseConfig(display_, wanted, &config, 1, &configs)
            && configs > 0;
        if (ready) {
            surface_ = eglCreatePbufferSurface(display_, config, size);
            context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
        }
        if (!ready || !eglMakeCurrent(display_, surface_, surface_, context_)) {
            close();
            throw Failure(Failure::Kind::Unavailable,
                "A picture cannot be drawn because this machine has no EGL with OpenGL 3.3: install the "
                "package libgl1-mesa-dri.");
        }
    }
    ~OffScreen() { close(); }
    OffScreen(const OffScreen&) = delete;
    OffScreen& operator=(const OffScreen&) = delete;

private:
    void close()
    {
        if (display_ == EGL_NO_DISPLAY)
            return;
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context_ != EGL_NO_CONTEXT)
            eglDestroyContext(display_, context_);
        if (surface_ != EGL_NO_SURFACE)
            eglDestroySurface(display_, surface_);
        // The display is the process's: it stays, and the next picture finds it open.
    }

    EGLDisplay display_;
    EGLSurface surface_ = EGL_NO_SURFACE;
    EGLContext context_ = EGL_NO_CONTEXT;
};

// OpenGL's first row is the lowest.
void write_png(int width, int height, const std::filesystem::path& file)
{
    const auto w = static_cast<std::size_t>(width);
    const auto h = static_cast<std::size_t>(height);
    std::vector<std::uint32_t> read(w * h), pixels(w * h);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_BYTE, read.data());
    for (std::size_t y = 0; y < h; ++y)
        std::copy_n(&read[(h - 1 - y) * w], w, &pixels[y * w]);
    cairo_surface_t* const surface = cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(pixels.data()), CAIRO_FORMAT_RGB24, width, height, width * 4);
    const cairo_status_t status = cairo_surface_write_to_png(surface, file.c_str());
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw Failure(Failure::Kind::Unavailable,
            "The picture cannot be written to \"" + file.string() + "\": " + cairo_status_to_string(status)
                + ".");
}

} // namespace

void save_picture(Face& face, int width, int height, const std::filesystem::path& file)
{
    const OffScreen screen(width, height);
    ui::Interaction input;
    GlStage stage(input);
    for (int i = 0; i < kFrames; ++i)
        stage.paint(face, width, height, ui::Moment { 1000 + 16 * i });
    write_png(width, height, file);
}

} // namespace nextplease::app
