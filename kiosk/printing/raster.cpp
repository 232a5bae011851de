#include "kiosk/printing/raster.h"

#include "core/base/error.h"

#include <algorithm>
#include <cairo/cairo.h>

namespace nextplease::printing {

bool Raster::blank(int y) const
{
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * stride());
    return std::all_of(
        from, from + static_cast<std::ptrdiff_t>(stride()), [](std::uint8_t b) { return b == 0; });
}

void save_picture(const Raster& raster, const std::filesystem::path& file)
{
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, raster.width);
    std::vector<std::uint32_t> pixels(
        static_cast<std::size_t>(stride / 4) * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride / 4)
                + static_cast<std::size_t>(x)] = raster.black(x, y) ? 0 : 0xFFFFFF;
    cairo_surface_t* const surface =
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
            CAIRO_FORMAT_RGB24, raster.width, raster.height, stride);
    const cairo_status_t status = cairo_surface_write_to_png(surface, file.c_str());
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw Failure(Failure::Kind::Unavailable,
            "The picture cannot be written to \"" + file.string() + "\": " + cairo_status_to_string(status)
                + ".");
}

} // namespace nextplease::printing
