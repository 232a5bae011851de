// Dots on paper: black or not, nothing between. Plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace nextplease::printing {

struct Raster {
    int width = 0; // dots, a multiple of 8
    int height = 0;
    std::vector<std::uint8_t> rows; // width / 8 bytes each, the first dot in the highest bit, 1 is black

    Raster() = default;
    Raster(int dots, int lines)
        : width(dots)
        , height(lines)
        , rows(static_cast<std::size_t>(dots / 8) * static_cast<std::size_t>(lines))
    {
    }
    std::size_t stride() const { return static_cast<std::size_t>(width / 8); }
    bool black(int x, int y) const
    {
        return (rows[static_cast<std::size_t>(y) * stride() + static_cast<std::size_t>(x / 8)] >> (7 - x % 8)
                   & 1)
            != 0;
    }
    bool blank(int y) const;
    friend bool operator==(const Raster&, const Raster&) = default;
};

// As a PNG, black on white. Throws Failure if the file cannot be written.
void save_picture(const Raster& raster, const std::filesystem::path& file);

} // namespace nextplease::printing
