// A page of paper while it is being set: shades of grey that grow downwards, and become dots at the end.
// Places are thought of left to right; it mirrors them for right-to-left languages.
#pragma once

#include "kiosk/printing/raster.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text_painter.h"

#include <cstdint>
#include <vector>

namespace nextplease::printing {

enum class Run { LeftToRight, RightToLeft };

class PaperPage {
public:
    PaperPage(int width, Run run)
        : width_(width)
        , run_(run)
    {
    }

    int width() const { return width_; }
    // A box that is `w` wide and begins `x` from the side where the language begins.
    int left(int x, int w) const { return run_ == Run::LeftToRight ? x : width_ - x - w; }

    // At absolute places: what is there already stays black.
    void put(const ui::Mask& mask, int left, int top);
    void fill(int left, int top, int w, int h);
    void frame(int left, int top, int w, int h, int stroke);
    // The same mask in white on what is black there.
    void clear(const ui::Mask& mask, int left, int top);

    // Black where at least half is covered.
    Raster dots(int height) const;

    bool outside() const { return outside_; } // something was beyond the edges

private:
    std::uint8_t* at(int x, int y);

    int width_;
    Run run_;
    int height_ = 0;
    bool outside_ = false;
    std::vector<std::uint8_t> grey_;
};

} // namespace nextplease::printing
