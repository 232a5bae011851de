#include "kiosk/visitor/chrome.h"
#include "text_keys.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;

constexpr int kCells = 5;

struct Cell {
    const char* key;
    ui::Icon icon;
    const std::string& label;
    Intent::Kind act;
    bool on;
    // "English", for whoever does not know the word for language. Empty: nothing
    std::string_view below {};
};

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
    return { .size = large ? 32.0F : 28.0F,
        .line = large && !scene.page.landscape ? 38.0F : 34.0F,
        .weight = bold ? ui::Weight::Bold : ui::Weight::Regular,
        .align = ui::Align::Middle };
}

constexpr float kIcon = 48;
constexpr float kBelowIcon = 10;

float label_height(const Scene& scene, const Cell& cell, float width)
{
    const ui::Type type = label_type(scene, true);
    const float below = cell.below.empty() || scene.page.landscape ? 0 : type.line - 2;
    return scene.frame.canvas.measure(cell.label, type, width).h + below;
}

// Icons stand in one line, and together with the highest label in the middle of the bar.
float icons_y(const Scene& scene, const Rect& bar, float width, std::span<const Cell> cells)
{
    float highest = 0;
    for (const Cell& cell : cells)
        highest = std::max(highest, label_height(scene, cell, width));
    return bar.y + std::max(16.0F, (bar.h - kIcon - kBelowIcon - highest) / 2);
}

void draw_cell(const Scene& scene, const Rect& place, const Cell& cell, float icon_y)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const Rect box { place.x + 6, place.y + 12, place.w - 12, place.h - 20 };
    const ui::Touch touch = scene.frame.input.item(canvas, cell.key, box, cell.label);
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
    const std::string below(cell.below);
    // Beside each other where the bar is low: "Język / English".
    const bool beside = scene.page.landscape && !below.empty();
    const std::string label = beside ? cell.label + " / " + below : cell.label;
    const float height = canvas.paragraph({ box.x + 2, label_y, box.w - 4, 0 }, label, type, colors.text);
    if (!below.empty() && !beside)
        canvas.text({ place.x + place.w / 2, baseline_in(label_y + height - 2, type.line, type.size) }, below,
            type, colors.text, box.w - 4);
    if (touch.activated)
        scene.intent = Intent { .kind = cell.act };
}

} // namespace

void draw_top(const Scene& scene)
{
    const FrameWords& words = scene.wording.frame;
    const bool large = scene.page.modes.large_print;
    ui::header(scene.frame, words.site, large ? words.short_date : words.date, words.clock,
        large ? ui::Print::Large : ui::Print::Normal);
}

float draw_heading(const Scene& scene, const std::string& text)
{
    return draw_heading(scene, text, scene.page.heading_y());
}

float draw_heading(const Scene& scene, const std::string& text, float y)
{
    const Page& page = scene.page;
    const ui::Type type = page.heading();
    return y
        + scene.frame.canvas.paragraph(
            { page.margin(), y, page.width(), 3 * type.line }, text, type, scene.frame.theme.ink);
}

void draw_button(const Scene& scene, const Rect& rect, const ButtonWords& words, ui::Look look)
{
    const bool large = scene.page.modes.large_print;
    const ui::Type type { .size = large ? 44.0F
            : look == ui::Look::Primary ? 40.0F
                                        : 36.0F,
        .line = large ? 52.0F : 44.0F,
        .weight = ui::Weight::Bold,
        .align = ui::Align::Middle };
    if (ui::button(
            scene.frame, words.key, rect, { .label = words.label, .icon = words.icon, .type = type }, look))
        scene.intent = Intent { .kind = words.act };
}

void draw_row(
    const Scene& scene, const std::optional<ButtonWords>& first, const std::optional<ButtonWords>& main)
{
    const Rect row = scene.page.row();
    constexpr float kGap = 24;
    // The start side is as wide as its words need, within the look's measures.
    float start = 0;
    if (first) {
        const float least = scene.page.modes.large_print ? 460 : scene.page.landscape ? 392.0F : 360.0F;
        start = main ? least : std::max(least, row.w * 0.4F);
        draw_button(scene, { row.x, row.y, start, row.h }, *first, ui::Look::Secondary);
        start += kGap;
    }
    if (main)
        draw_button(scene, { row.x + start, row.y, row.w - start, row.h }, *main, ui::Look::Primary);
}

void draw_pager(const Scene& scene, const PagerPlace& place, int page, int pages, const std::string& more)
{
    ui::Frame& frame = scene.frame;
    const bool large = scene.page.modes.large_print;
    const ui::Type type { .size = large ? 42.0F : 36.0F,
        .line = large ? 50.0F : 44.0F,
        .weight = ui::Weight::Bold,
        .align = ui::Align::Middle };
    const auto turn = [&](const std::string& key, const Rect& rect, const ui::ButtonText& text, ui::Look look,
                          int to) {
        if (ui::button(frame, key, rect, text, look))
            scene.intent = Intent { .kind = Intent::Kind::TurnToPage, .index = to };
    };
    if (page > 0)
        turn("home.previous", place.back,
            { .label = scene.wording.back, .icon = ui::Icon::Back, .type = type }, ui::Look::Secondary,
            page - 1);

    const std::string words =
        frame.words.say(Text::VisitorPage, { { "page", page + 1 }, { "pages", pages } });
    const float middle = place.text.x + place.text.w / 2;
    const float y = place.text.y + place.text.h / 2;
    frame.canvas.text({ middle, y - 4 }, words,
        { .size = large ? 40.0F : 32.0F, .weight = ui::Weight::Bold, .align = ui::Align::Middle },
        frame.theme.ink, place.text.w);
    constexpr float kDots = 40;
    for (int i = 0; i < pages; ++i) {
        const float x = middle + (static_cast<float>(i) - static_cast<float>(pages - 1) / 2) * kDots;
        if (i == page)
            frame.canvas.circle({ x, y + 32 }, 12, frame.theme.petrol);
        else
            frame.canvas.border({ x - 12, y + 20, 24, 24 }, frame.theme.petrol, 3, 12);
    }
    if (page + 1 < pages)
        turn("home.next", place.more, { .label = more, .type = type }, ui::Look::Primary, page + 1);
}

void draw_panel(const Scene& scene, const Rect& rect)
{
    const ui::Theme& theme = scene.frame.theme;
    scene.frame.canvas.fill(rect, theme.surface, 16);
    scene.frame.canvas.border(rect, theme.edge, theme.border, 16);
}

void draw_bar(const Scene& scene)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const Rect bar = scene.page.bar();
    const bool contrast = theme.kind == ui::Theme::Kind::Contrast;
    canvas.fill(bar, theme.deep);
    if (contrast)
        canvas.fill({ bar.x, bar.y, bar.w, 4 }, theme.petrol);

    const BarWords& words = scene.wording.frame.bar;
    const Modes& modes = scene.page.modes;
    using Act = Intent::Kind;
    const Screen screen = scene.wording.screen;
    const Cell cells[kCells] {
        { "bar.language", ui::Icon::Globe, words.language, Act::OpenLanguages, screen == Screen::Languages,
            words.english },
        { "bar.text_size", ui::Icon::TextSize, words.text_size, Act::ToggleLargePrint, modes.large_print,
            {} },
        { "bar.contrast", ui::Icon::Contrast, words.contrast, Act::ToggleContrast, modes.contrast, {} },
        { "bar.lower", ui::Icon::Lower, words.lower, Act::ToggleReach, modes.reach, {} },
        { "bar.help", ui::Icon::Help, words.help, Act::OpenHelp, screen == Screen::Help, {} },
    };
    const float width = bar.w / kCells;
    const float icon_y = icons_y(scene, bar, width - 16, cells);
    for (int i = 0; i < kCells; ++i) {
        if (i > 0 && !cells[i].on && !cells[i - 1].on)
            canvas.fill({ bar.x + width * static_cast<float>(i) - 1, bar.y + 32, 2, bar.h - 64 },
                theme.on_deep, 0, contrast ? 1.0F : 0.18F);
        draw_cell(scene, { bar.x + width * static_cast<float>(i), bar.y, width, bar.h }, cells[i], icon_y);
    }
}

} // namespace nextplease::visitor
