// The bar at the bottom of every visitor screen: language, reading aids and help, each one touch away and
// always in its place.
#include "kiosk/visitor/chrome.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string_view>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;

constexpr int kCells = 7;
constexpr float kIcon = 48;
constexpr float kBelowIcon = 10;
constexpr float kAround = 16; // of a cell that its words do not have, in all
constexpr float kNarrowest = 120; // a cell
constexpr float kLargest = 34; // of the words, in large print

struct Cell {
    const char* key;
    ui::Icon icon;
    const BarLabel& label;
    Intent::Kind act;
    bool on;
    // "English", for whoever does not know the word for language. Empty: nothing
    std::string_view below {};
};
using Cells = std::array<Cell, kCells>;

struct CellColors {
    std::optional<Color> box;
    Color text;
};

CellColors cell_colors(const ui::Theme& theme, const ui::Touch& touch, bool on)
{
    if (touch.down)
        return { theme.kind == ui::Theme::Kind::Contrast ? theme.on_deep2 : theme.petrol,
            theme.kind == ui::Theme::Kind::Contrast ? theme.paper : theme.on_petrol };
    if (on)
        return { theme.on_deep, theme.deep };
    return { std::nullopt, theme.on_deep };
}

ui::Type label_type(const Scene& scene, bool on)
{
    const bool large = scene.page.modes.large_print;
    const bool bold = on || large || scene.frame.theme.kind == ui::Theme::Kind::Contrast;
    return { .size = large ? kLargest : 28.0F,
        .line = large && !scene.page.landscape ? 38.0F : 34.0F,
        .weight = bold ? ui::Weight::Bold : ui::Weight::Regular,
        .align = ui::Align::Middle };
}

// "Język / English" where the bar is low.
std::string beside(const Cell& cell)
{
    return cell.below.empty() ? cell.label.text : cell.label.text + " / " + std::string(cell.below);
}

// The width that a cell's words need at their largest, so that it is the same in every print and theme.
float width_needed(const Scene& scene, const Cell& cell)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Type type { .size = kLargest, .weight = ui::Weight::Bold };
    float width = 0;
    if (scene.page.landscape)
        width = canvas.measure(beside(cell), type).w;
    for (const std::string& word : cell.label.words)
        width = std::max(width, canvas.measure(word, type).w);
    if (!cell.below.empty())
        width = std::max(width, canvas.measure(std::string(cell.below), type).w);
    return std::max(kNarrowest, width + kAround + 12);
}

// Where each cell begins, and the last one ends: as wide as their words need, and what is left over is
// shared.
std::array<float, kCells + 1> cell_edges(const Scene& scene, const Cells& cells, float room)
{
    std::array<float, kCells> widths {};
    std::transform(cells.begin(), cells.end(), widths.begin(),
        [&scene](const Cell& cell) { return width_needed(scene, cell); });
    const float all = std::accumulate(widths.begin(), widths.end(), 0.0F);
    std::array<float, kCells + 1> edges {};
    for (std::size_t i = 0; i < kCells; ++i) {
        const float width = all > room ? widths[i] * room / all : widths[i] + (room - all) / kCells;
        edges[i + 1] = edges[i] + width;
    }
    return edges;
}

float label_height(const Scene& scene, const Cell& cell, float width)
{
    const ui::Type type = label_type(scene, true);
    if (scene.page.landscape)
        return scene.frame.canvas.measure(beside(cell), type, width).h;
    const float below = cell.below.empty() ? 0 : type.line - 2;
    return scene.frame.canvas.measure(cell.label.text, type, width).h + below;
}

void draw_cell(const Scene& scene, const Rect& place, const Cell& cell, float icon_y)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const Rect box { place.x + 5, place.y + 12, place.w - 10, place.h - 20 };
    const ui::Touch touch = scene.frame.input.item(canvas, cell.key, box, cell.label.text);
    const CellColors colors = cell_colors(scene.frame.theme, touch, cell.on);
    if (touch.focused)
        canvas.border(box.inset(-2), scene.frame.theme.focus_gap, 8, 14);
    if (colors.box)
        canvas.fill(touch.focused ? box.inset(6) : box, *colors.box, 12);
    if (touch.focused)
        canvas.border(box.inset(4), scene.frame.theme.focus, 6, 10);
    canvas.icon(cell.icon, { place.x + place.w / 2 - kIcon / 2, icon_y, kIcon, kIcon }, colors.text);
    const ui::Type type = label_type(scene, cell.on);
    const float label_y = icon_y + kIcon + kBelowIcon;
    const Rect words { box.x + 3, label_y, box.w - 6, 0 };
    if (scene.page.landscape) {
        canvas.paragraph(words, beside(cell), type, colors.text);
    } else {
        const float height = canvas.paragraph(words, cell.label.text, type, colors.text);
        if (!cell.below.empty())
            canvas.text({ place.x + place.w / 2, baseline_in(label_y + height - 2, type.line, type.size) },
                std::string(cell.below), type, colors.text, words.w);
    }
    if (touch.activated)
        scene.intent = Intent { .kind = cell.act };
}

Cells cells_of(const Scene& scene)
{
    using Act = Intent::Kind;
    const BarWords& words = scene.wording.frame.bar;
    const Modes& modes = scene.page.modes;
    const Screen screen = scene.wording.screen;
    return { {
        { "bar.language", ui::Icon::Globe, words.language, Act::OpenLanguages, screen == Screen::Languages,
            words.english },
        { "bar.text_size", ui::Icon::TextSize, words.text_size, Act::ToggleLargePrint, modes.large_print,
            {} },
        { "bar.contrast", ui::Icon::Contrast, words.contrast, Act::ToggleContrast, modes.contrast, {} },
        { "bar.lower", ui::Icon::Lower, words.lower, Act::ToggleReach, modes.reach, {} },
        { "bar.spoken", ui::Icon::Speak, words.spoken, Act::ToggleSpoken, modes.spoken, {} },
        { "bar.slow", ui::Icon::Hourglass, words.slow, Act::ToggleSlow, modes.slow, {} },
        { "bar.help", ui::Icon::Help, words.help, Act::OpenHelp, screen == Screen::Help, {} },
    } };
}

} // namespace

void draw_bar(const Scene& scene)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const Rect bar = scene.page.bar();
    const bool contrast = theme.kind == ui::Theme::Kind::Contrast;
    canvas.fill(bar, theme.deep);
    if (contrast)
        canvas.fill({ bar.x, bar.y, bar.w, 4 }, theme.petrol);

    const Cells cells = cells_of(scene);
    const auto edges = cell_edges(scene, cells, bar.w);
    // Icons stand in one line, and together with the highest label in the middle of the bar.
    float highest = 0;
    for (std::size_t i = 0; i < kCells; ++i)
        highest = std::max(highest, label_height(scene, cells[i], edges[i + 1] - edges[i] - kAround));
    const float icon_y = bar.y + std::max(16.0F, (bar.h - kIcon - kBelowIcon - highest) / 2);
    for (std::size_t i = 0; i < kCells; ++i) {
        if (i > 0 && !cells[i].on && !cells[i - 1].on)
            canvas.fill({ bar.x + edges[i] - 1, bar.y + 32, 2, bar.h - 64 }, theme.on_deep, 0,
                contrast ? 1.0F : 0.18F);
        draw_cell(scene, { bar.x + edges[i], bar.y, edges[i + 1] - edges[i], bar.h }, cells[i], icon_y);
    }
}

} // namespace nextplease::visitor
