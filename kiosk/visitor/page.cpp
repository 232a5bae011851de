#include "kiosk/visitor/page.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

constexpr float kLargePrint = 1.4F;
// Nastaliq is set at 0.8 of the size, not below 26, and needs this much of it, from line to line, above the
// first and below the last.
constexpr float kNastaliqSize = 0.8F;
constexpr float kNastaliqLeast = 26;
constexpr float kNastaliqLine = 1.8F;
constexpr float kNastaliqLineInText = 2.0F;
constexpr float kNastaliqAbove = 2.0F;
constexpr float kNastaliqBelow = 0.8F;
constexpr float kNastaliqWider = 0.4F;
constexpr float kCapital = 0.714F;
constexpr float kLatinLine = 1.45F;

float nastaliq(float size)
{
    return std::min(size, std::max(kNastaliqLeast, kNastaliqSize * size));
}

} // namespace

float Page::size(float normal) const
{
    return modes.large_print ? std::round(normal * kLargePrint) : normal;
}

ui::Type Page::type(float normal, ui::Weight weight, ui::Align align) const
{
    return { .size = size(normal), .line = line(normal), .weight = weight, .align = align };
}

float Page::line(float normal) const
{
    const float set = size(normal);
    if (!tall)
        return std::round(set * 1.28F);
    return nastaliq(set) * (modes.large_print && landscape ? kNastaliqLine : kNastaliqLineInText);
}

float Page::above(float normal, float usual) const
{
    return tall ? std::round(0.6F * size(normal)) : usual;
}

float Page::between(float normal, float usual) const
{
    return tall ? std::round(0.5F * size(normal)) : usual;
}

ui::Rect Page::bar() const
{
    const float height = landscape ? 144 : 176;
    return { 0, room.h - height, room.w, height };
}

ui::Rect Page::row() const
{
    const float height = landscape ? 112 : modes.large_print ? 136.0F : 120.0F;
    return { margin(), bar().y - 32 - height, width(), height };
}

ui::Type Page::heading() const
{
    float set = landscape ? 64.0F : 72.0F;
    float apart = landscape ? 80.0F : 88.0F;
    if (modes.large_print) {
        set = landscape ? 76.0F : 88.0F;
        apart = landscape ? 92.0F : 104.0F;
    }
    if (tall)
        apart = kNastaliqLine * nastaliq(set);
    return { .size = set, .line = apart, .weight = ui::Weight::Bold };
}

float Page::heading_y() const
{
    if (landscape)
        return !tall ? 96 : modes.large_print ? 92.0F : 88.0F;
    if (tall)
        return modes.large_print ? 136 : 128;
    return modes.large_print ? 144 : 152;
}

Page page_for(const ui::Canvas& canvas, Modes modes)
{
    const ui::Size room = canvas.room();
    return { .room = room,
        .landscape = room.w > room.h,
        .tall = ui::nastaliq(canvas.language(), "\u0627"), // alef: any letter of its script
        .modes = modes };
}

std::vector<float> baselines(const Page& page, float height, std::initializer_list<float> sizes)
{
    std::vector<float> at;
    std::vector<float> steps; // how much each line stands below the one above
    float y = 0, below = 0, between = 0;
    for (const float asked : sizes) {
        const float set = page.tall ? nastaliq(asked) : asked;
        steps.push_back(set
            * (at.empty() ? (page.tall ? kNastaliqAbove : kCapital)
                          : (page.tall ? kNastaliqLine : kLatinLine)));
        y += steps.back();
        at.push_back(y);
        between += at.size() > 1 ? set : 0;
        below = page.tall ? kNastaliqBelow * set : 0;
    }
    // Nastaliq reads better further apart, where there is room.
    float spare = height - y - below;
    const float wider = page.tall && between > 0 ? std::clamp(spare / between, 0.0F, kNastaliqWider) : 0;
    spare -= wider * between;
    y = std::max(0.0F, spare) / 2;
    for (std::size_t i = 0; i < at.size(); ++i) {
        y += steps[i] + (i > 0 ? wider * steps[i] / kNastaliqLine : 0);
        at[i] = std::round(y);
    }
    return at;
}

float baseline_in(float y, float height, float size)
{
    return y + height / 2 + 0.388F * size;
}

ui::Rect Grid::cell(int index) const
{
    const int column = order == Order::Down ? index / rows : index % columns;
    const int row = order == Order::Down ? index % rows : index / columns;
    return { area.x + static_cast<float>(column) * (width + gap_x),
        area.y + static_cast<float>(row) * (height + gap_y), width, height };
}

Grid grid(const ui::Rect& area, int count, int columns, float least, float most, float gap_y)
{
    Grid made { .columns = columns, .gap_y = gap_y, .area = area };
    for (;; ++made.columns) {
        made.rows = std::max(1, (count + made.columns - 1) / made.columns);
        const float gaps = static_cast<float>(made.rows - 1) * gap_y;
        made.height = std::floor((area.h - gaps) / static_cast<float>(made.rows));
        if (made.height >= least || made.rows == 1)
            break;
    }
    made.height = std::min(made.height, most);
    made.width = std::floor(
        (area.w - static_cast<float>(made.columns - 1) * made.gap_x) / static_cast<float>(made.columns));
    return made;
}

} // namespace nextplease::visitor
