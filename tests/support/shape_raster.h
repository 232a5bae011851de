// What the shapes of the frame that was drawn last look like, pixel by pixel, without a graphics card: for
// tests that must see a ring or a flash. Texts and icons are left out.
#pragma once

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <vector>

namespace nextplease::testing {

// Colours of a grid of points of `region`, `step` device pixels apart, row by row.
class ShapeRaster {
public:
    // REQUIRES: a frame was rendered. `ground` is what the window was cleared with.
    ShapeRaster(const ui::Rect& region, float step, ui::Color ground)
        : region_(region)
        , step_(step)
        , columns_(static_cast<int>(region.w / step))
        , rows_(static_cast<int>(region.h / step))
        , pixels_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), light_of(ground))
    {
        const ImDrawData* const data = ImGui::GetDrawData();
        for (int i = 0; data && i < data->CmdListsCount; ++i)
            paint(*data->CmdLists[i]);
    }

    std::size_t size() const { return pixels_.size(); }
    ui::Color at(std::size_t index) const
    {
        const Light& light = pixels_[index];
        const auto byte = [](float value) {
            return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
        };
        return { byte(light.r) << 16 | byte(light.g) << 8 | byte(light.b) };
    }

private:
    struct Light {
        float r, g, b;
    };
    static Light light_of(ui::Color color)
    {
        const auto part = [&color](
                              int shift) { return static_cast<float>((color.rgb >> shift) & 0xFFU) / 255; };
        return { part(16), part(8), part(0) };
    }

    void paint(const ImDrawList& list)
    {
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.TextureId != ImGui::GetIO().Fonts->TexID)
                continue;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                const auto corner = [&](unsigned k) -> const ImDrawVert& {
                    const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
                    return list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                };
                triangle(corner(0), corner(1), corner(2), command.ClipRect);
            }
        }
    }

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImVec4& clip)
    {
        const float area =
            (b.pos.x - a.pos.x) * (c.pos.y - a.pos.y) - (c.pos.x - a.pos.x) * (b.pos.y - a.pos.y);
        if (area == 0)
            return;
        const float left = std::max({ std::min({ a.pos.x, b.pos.x, c.pos.x }), clip.x, region_.x });
        const float right = std::min({ std::max({ a.pos.x, b.pos.x, c.pos.x }), clip.z, region_.right() });
        const float top = std::max({ std::min({ a.pos.y, b.pos.y, c.pos.y }), clip.y, region_.y });
        const float bottom = std::min({ std::max({ a.pos.y, b.pos.y, c.pos.y }), clip.w, region_.bottom() });
        const auto first = [this](float from, float start) {
            return std::max(0, static_cast<int>(std::floor((from - start) / step_ - 0.5F)));
        };
        for (int row = first(top, region_.y); row < rows_; ++row) {
            const float y = region_.y + (static_cast<float>(row) + 0.5F) * step_;
            if (y > bottom)
                break;
            for (int column = first(left, region_.x); column < columns_; ++column) {
                const float x = region_.x + (static_cast<float>(column) + 0.5F) * step_;
                if (x > right)
                    break;
                if (x < left || y < top)
                    continue;
                const float v =
                    ((x - a.pos.x) * (c.pos.y - a.pos.y) - (c.pos.x - a.pos.x) * (y - a.pos.y)) / area;
                const float w =
                    ((b.pos.x - a.pos.x) * (y - a.pos.y) - (x - a.pos.x) * (b.pos.y - a.pos.y)) / area;
                if (v >= 0 && w >= 0 && v + w <= 1)
                    blend(row, column, mixed(a.col, b.col, c.col, v, w));
            }
        }
    }

    struct Paint {
        Light light;
        float cover;
    };
    static Paint mixed(ImU32 a, ImU32 b, ImU32 c, float v, float w)
    {
        const auto part = [&](int shift) {
            const auto of = [shift](
                                ImU32 color) { return static_cast<float>((color >> shift) & 0xFFU) / 255; };
            return of(a) * (1 - v - w) + of(b) * v + of(c) * w;
        };
        return { { part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT) },
            part(IM_COL32_A_SHIFT) };
    }
    void blend(int row, int column, const Paint& paint)
    {
        Light& under = pixels_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_)
            + static_cast<std::size_t>(column)];
        const auto over = [&paint](
                              float below, float above) { return below + (above - below) * paint.cover; };
        under = { over(under.r, paint.light.r), over(under.g, paint.light.g), over(under.b, paint.light.b) };
    }

    ui::Rect region_;
    float step_;
    int columns_, rows_;
    std::vector<Light> pixels_;
};

// WCAG 2.2, "relative luminance", 0 to 1: black has none.
inline double luminance_of(ui::Color color)
{
    return ui::contrast_ratio(color, { 0x000000 }) * 0.05 - 0.05;
}

// How often a series goes up by a tenth or more and down again, or the other way round (WCAG 2.3.1's pairs of
// opposing changes).
inline int flashes_in(const std::vector<double>& luminances)
{
    if (luminances.empty())
        return 0;
    int changes = 0, direction = 0;
    double low = luminances.front(), high = low;
    for (const double now : luminances) {
        low = std::min(low, now);
        high = std::max(high, now);
        if (direction >= 0 && high - now >= 0.1) {
            ++changes;
            direction = -1;
            low = now;
        } else if (direction <= 0 && now - low >= 0.1) {
            ++changes;
            direction = 1;
            high = now;
        }
    }
    return changes / 2;
}

} // namespace nextplease::testing
