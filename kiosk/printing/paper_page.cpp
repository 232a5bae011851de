#include "kiosk/printing/paper_page.h"

#include <algorithm>

namespace nextplease::printing {
namespace {

constexpr int kHalf = 128;

} // namespace

// The dot there, or nothing beyond the edges; the page grows to have it.
std::uint8_t* PaperPage::at(int x, int y)
{
    if (x < 0 || x >= width_ || y < 0)
        return nullptr;
    if (y >= height_) {
        height_ = y + 1;
        grey_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    }
    return &grey_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)
        + static_cast<std::size_t>(x)];
}

void PaperPage::put(const ui::Mask& mask, int left, int top)
{
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            const std::uint8_t cover = mask.coverage[static_cast<std::size_t>(y * mask.stride + x)];
            if (cover == 0)
                continue;
            if (std::uint8_t* dot = at(left + x, top + y))
                *dot = std::max(*dot, cover);
            else if (cover >= kHalf)
                outside_ = true;
        }
}

void PaperPage::clear(const ui::Mask& mask, int left, int top)
{
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (std::uint8_t* dot = at(left + x, top + y))
                *dot = static_cast<std::uint8_t>(std::max(0,
                    *dot - static_cast<int>(mask.coverage[static_cast<std::size_t>(y * mask.stride + x)])));
}

void PaperPage::fill(int left, int top, int w, int h)
{
    for (int y = top; y < top + h; ++y)
        for (int x = left; x < left + w; ++x) {
            if (std::uint8_t* dot = at(x, y))
                *dot = 255;
            else
                outside_ = true;
        }
}

void PaperPage::frame(int left, int top, int w, int h, int stroke)
{
    fill(left, top, w, stroke);
    fill(left, top + h - stroke, w, stroke);
    fill(left, top, stroke, h);
    fill(left + w - stroke, top, stroke, h);
}

Raster PaperPage::dots(int height) const
{
    Raster raster(width_, height);
    for (int y = 0; y < std::min(height, height_); ++y)
        for (int x = 0; x < width_; ++x)
            if (grey_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)
                    + static_cast<std::size_t>(x)]
                >= kHalf)
                raster
                    .rows[static_cast<std::size_t>(y) * raster.stride() + static_cast<std::size_t>(x / 8)] |=
                    static_cast<std::uint8_t>(0x80 >> (x % 8));
    return raster;
}

} // namespace nextplease::printing
