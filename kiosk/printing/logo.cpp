#include "kiosk/printing/logo.h"

#include "core/base/error.h"

#include <algorithm>
#include <cairo/cairo.h>
#include <memory>

namespace nextplease::printing {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

// On white paper, as large as fits.
Surface scaled(cairo_surface_t* image, int px)
{
    const int width = cairo_image_surface_get_width(image), height = cairo_image_surface_get_height(image);
    const double scale = static_cast<double>(px) / std::max({ width, height, 1 });
    Surface made(cairo_image_surface_create(CAIRO_FORMAT_RGB24, std::max(1, static_cast<int>(width * scale)),
        std::max(1, static_cast<int>(height * scale))));
    cairo_t* const cairo = cairo_create(made.get());
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, image, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(made.get());
    return made;
}

} // namespace

ui::Mask logo_mask(const std::filesystem::path& file, int px)
{
    const Surface image(cairo_image_surface_create_from_png(file.c_str()));
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS)
        throw Failure(Failure::Kind::Unavailable,
            "The logo \"" + file.string()
                + "\" cannot be read: see that it is a PNG file and that this user may read it, or leave "
                  "printer.logo out.");
    const Surface small = scaled(image.get(), px);
    ui::Mask mask;
    mask.width = mask.stride = cairo_image_surface_get_width(small.get());
    mask.height = cairo_image_surface_get_height(small.get());
    const unsigned char* const pixels = cairo_image_surface_get_data(small.get());
    const int stride = cairo_image_surface_get_stride(small.get());
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            const unsigned char* const bgr = pixels + y * stride + x * 4;
            const int light = (bgr[0] * 29 + bgr[1] * 150 + bgr[2] * 77) / 256;
            mask.coverage.push_back(static_cast<std::uint8_t>(255 - light));
        }
    return mask;
}

} // namespace nextplease::printing
