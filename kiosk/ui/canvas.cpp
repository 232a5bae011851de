#include "kiosk/ui/canvas.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <numbers>

namespace nextplease::ui {

namespace {

constexpr float kQuarter = std::numbers::pi_v<float> / 2;
constexpr float kOneStep = 0.9F; // a text that does not fit drops one step, at most twice
constexpr int kMostSteps = 2;
constexpr float kTolerance = 0.75F; // device pixels; positions are rounded to whole ones

// Nastaliq looks larger than Latin of the same size and stands higher: it is set smaller, but not below this,
// and its lines need this distance.
constexpr float kNastaliqSize = 0.8F;
constexpr float kNastaliqLeast = 26;
constexpr float kNastaliqLine = 1.8F;

ImU32 paint_color(Color color, float opacity = 1)
{
    return IM_COL32((color.rgb >> 16) & 0xFFU, (color.rgb >> 8) & 0xFFU, color.rgb & 0xFFU,
        static_cast<unsigned>(std::lround(255 * opacity)));
}

ImVec2 corner(const Rect& rect)
{
    return { rect.x, rect.y };
}
ImVec2 far_corner(const Rect& rect)
{
    return { rect.right(), rect.bottom() };
}

// Points along a rounded rectangle, clockwise from the end of its first corner, a device pixel or less from
// the true curve; the last point is the first.
std::vector<Point> outline(const Rect& rect, float radius)
{
    std::vector<Point> points;
    const int parts = radius < 1 ? 1 : std::clamp(static_cast<int>(radius), 4, 24);
    const auto turn = [&](float x, float y, float from) {
        for (int i = 0; i <= parts; ++i) {
            const float angle = from + kQuarter * static_cast<float>(i) / static_cast<float>(parts);
            points.push_back({ x + radius * std::cos(angle), y + radius * std::sin(angle) });
        }
    };
    points.push_back({ rect.x + radius, rect.y });
    turn(rect.right() - radius, rect.y + radius, -kQuarter);
    turn(rect.right() - radius, rect.bottom() - radius, 0);
    turn(rect.x + radius, rect.bottom() - radius, kQuarter);
    turn(rect.x + radius, rect.y + radius, 2 * kQuarter);
    return points;
}

Rect common(const Rect& a, const Rect& b)
{
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return { x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
        std::max(0.0F, std::min(a.bottom(), b.bottom()) - y) };
}

float distance(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

float length_of(const std::vector<Point>& points)
{
    float length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1], points[i]);
    return length;
}

// Walks along points, painting `dash` of every `dash + gap`.
void paint_dashes(
    ImDrawList& list, const std::vector<Point>& points, float dash, float gap, ImU32 color, float width)
{
    float left = dash; // of the dash or gap under way
    bool drawing = true;
    list.PathLineTo({ points[0].x, points[0].y });
    for (std::size_t i = 1; i < points.size(); ++i) {
        Point at = points[i - 1];
        float rest = distance(at, points[i]);
        while (rest > left) {
            const float share = left / rest;
            at = { at.x + (points[i].x - at.x) * share, at.y + (points[i].y - at.y) * share };
            rest -= left;
            list.PathLineTo({ at.x, at.y });
            if (drawing)
                list.PathStroke(color, ImDrawFlags_None, width);
            list.PathClear();
            drawing = !drawing;
            left = drawing ? dash : gap;
            list.PathLineTo({ at.x, at.y });
        }
        left -= rest;
        if (drawing && rest > 0)
            list.PathLineTo({ points[i].x, points[i].y });
    }
    if (drawing && list._Path.Size > 1)
        list.PathStroke(color, ImDrawFlags_None, width);
    list.PathClear();
}

} // namespace

Canvas::Canvas(TextPainter& painter, float width, float height, Size reference)
    : painter_(painter)
    , width_(width)
    , height_(height)
    , scale_(std::min(width / reference.w, height / reference.h))
    , room_ { width / scale_, height / scale_ }
{
}

void Canvas::begin(ImDrawList* list, const Language& language, bool right_to_left)
{
    list_ = list;
    language_ = language;
    rtl_ = right_to_left;
    faults_.clear();
}

Rect Canvas::device(const Rect& rect) const
{
    const float left = std::round(rect.x * scale_);
    const float right = std::round(rect.right() * scale_);
    const float top = std::round(rect.y * scale_);
    return { rtl_ ? width_ - right : left, top, right - left, std::round(rect.bottom() * scale_) - top };
}

float Canvas::x(float reference) const
{
    return rtl_ ? width_ - reference * scale_ : reference * scale_;
}

float Canvas::stroke(float reference) const
{
    return std::max(1.0F, std::round(reference * scale_));
}

void Canvas::note(Painted::Kind kind, const Rect& rect, Color color)
{
    if (painted_)
        painted_->push_back({ kind, rect, color });
}

void Canvas::note(const std::string& text, const TextBlock& block, Point origin, float size, Color color)
{
    Rect ink =
        Rect { origin.x + block.ink_x, origin.y + block.ink_y, block.ink_w, block.ink_h }.inset(kInkMargin);
    if (clip_)
        ink = common(ink, *clip_);
    if (block.unknown_glyphs > 0)
        faults_.push_back({ TextFault::Kind::UnknownGlyph, text });
    const bool off_screen =
        !clip_ && (ink.x < -1 || ink.y < -1 || ink.right() > width_ + 1 || ink.bottom() > height_ + 1);
    if (ink.w > 0 && off_screen)
        faults_.push_back({ TextFault::Kind::Overflow, text });
    if (painted_)
        painted_->push_back({ Painted::Kind::Text, ink, color, text, size });
}

void Canvas::begin_clip(const Rect& rect)
{
    const Rect on_screen = device(rect);
    clip_ = on_screen;
    if (list_)
        list_->PushClipRect(corner(on_screen), far_corner(on_screen), true);
}

void Canvas::end_clip()
{
    clip_.reset();
    if (list_)
        list_->PopClipRect();
}

bool Canvas::is_ground(const Rect& rect, Color color, float opacity) const
{
    return ground_ == color && opacity >= 1 && rect.x <= 0 && rect.y <= 0 && rect.right() >= width_
        && rect.bottom() >= height_ && list_->VtxBuffer.empty();
}

void Canvas::fill(const Rect& rect, Color color, float radius, float opacity)
{
    const Rect on_screen = device(rect);
    note(Painted::Kind::Shape, on_screen, color);
    if (list_ && !is_ground(on_screen, color, opacity))
        list_->AddRectFilled(
            corner(on_screen), far_corner(on_screen), paint_color(color, opacity), radius * scale_);
}

void Canvas::border(const Rect& rect, Color color, float width, float radius)
{
    const float thick = stroke(width);
    // ImGui insets a rectangle's line by half a pixel itself.
    const Rect middle = device(rect).inset(thick / 2 - 0.5F);
    if (list_)
        list_->AddRect(corner(middle), far_corner(middle), paint_color(color),
            std::max(0.0F, radius * scale_ - thick / 2), ImDrawFlags_None, thick);
}

void Canvas::dashed_border(const Rect& rect, Color color, float width, float radius)
{
    if (!list_)
        return;
    const float thick = stroke(width);
    const float dash = (width < 4 ? 10.0F : 12.0F) * scale_;
    const float gap = (width < 4 ? 8.0F : 10.0F) * scale_;
    const auto points = outline(device(rect).inset(thick / 2), std::max(0.0F, radius * scale_ - thick / 2));
    // Stretched a little so that a whole number of dashes goes round.
    const float length = length_of(points);
    const float stretch = length / (dash + gap) / std::max(1.0F, std::round(length / (dash + gap)));
    paint_dashes(*list_, points, dash * stretch, gap * stretch, paint_color(color), thick);
}

void Canvas::line(Point from, Point to, Color color, float width)
{
    if (!list_)
        return;
    const float thick = stroke(width);
    Point a { x(from.x), from.y * scale_ };
    Point b { x(to.x), to.y * scale_ };
    // Upright and level lines are rectangles on whole pixels.
    if (from.y == to.y || from.x == to.x) {
        const bool level = from.y == to.y;
        const float across = std::round((level ? a.y : a.x) - thick / 2);
        const float start = std::round(level ? std::min(a.x, b.x) : std::min(a.y, b.y));
        const float end = std::round(level ? std::max(a.x, b.x) : std::max(a.y, b.y));
        const Rect bar =
            level ? Rect { start, across, end - start, thick } : Rect { across, start, thick, end - start };
        list_->AddRectFilled(corner(bar), far_corner(bar), paint_color(color));
        return;
    }
    list_->PathLineTo({ a.x, a.y });
    list_->PathLineTo({ b.x, b.y });
    list_->PathStroke(paint_color(color), ImDrawFlags_None, width * scale_);
}

void Canvas::circle(Point centre, float radius, Color color)
{
    const float r = radius * scale_;
    const Point at { x(centre.x), centre.y * scale_ };
    note(Painted::Kind::Shape, { at.x - r, at.y - r, 2 * r, 2 * r }, color);
    if (list_)
        list_->AddCircleFilled({ at.x, at.y }, r, paint_color(color));
}

void Canvas::ring(Point centre, float radius, float width, Color color, float share)
{
    if (!list_ || share <= 0)
        return;
    const float r = radius * scale_;
    const float to = -kQuarter + 4 * kQuarter * std::min(share, 1.0F);
    const int parts = std::clamp(static_cast<int>(r * share * 2), 8, 256);
    list_->PathArcTo({ x(centre.x), centre.y * scale_ }, r, -kQuarter, to, parts);
    list_->PathStroke(paint_color(color), ImDrawFlags_None, width * scale_);
}

void Canvas::triangle(Point a, Point b, Point c, Color color)
{
    if (!list_)
        return;
    list_->AddTriangleFilled(
        { x(a.x), a.y * scale_ }, { x(b.x), b.y * scale_ }, { x(c.x), c.y * scale_ }, paint_color(color));
}

void Canvas::polygon(const std::vector<Point>& points, Color color, float opacity)
{
    if (!list_)
        return;
    // ImGui smooths the edges of what runs clockwise.
    float area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i], b = points[(i + 1) % points.size()];
        area += x(a.x) * b.y - x(b.x) * a.y;
    }
    const auto place = [&](const Point& point) { list_->PathLineTo({ x(point.x), point.y * scale_ }); };
    if (area >= 0)
        std::for_each(points.begin(), points.end(), place);
    else
        std::for_each(points.rbegin(), points.rend(), place);
    list_->PathFillConvex(paint_color(color, opacity));
}

TextSpec Canvas::spec(const std::string& text, const Type& type, float wrap) const
{
    const Language& language = type.language.empty() ? language_ : type.language;
    float size = type.size;
    float line = type.line > 0 ? type.line : 1.3F * type.size;
    if (nastaliq(language, text)) {
        // Never made smaller than its least size; a staff label that is smaller already is left as it is.
        size = std::min(size, std::max(kNastaliqLeast, kNastaliqSize * size));
        line = std::max(line, kNastaliqLine * size);
    }
    Align align = type.align;
    // A language's own name in a screen that runs the other way still stands at the screen's start.
    if (align != Align::Middle && ui::right_to_left(language) != rtl_)
        align = align == Align::Start ? Align::End : Align::Start;
    return { .text = text,
        .markup = type.markup,
        .language = language,
        .px = size * scale_,
        .weight = type.weight,
        .wrap = wrap * scale_,
        .line_height = line * scale_,
        .align = wrap > 0 ? align : Align::Start };
}

void Canvas::mask(std::uintptr_t texture, const Rect& rect, Color color)
{
    if (list_ && texture != 0)
        list_->AddImage(reinterpret_cast<ImTextureID>(texture), corner(rect), far_corner(rect), { 0, 0 },
            { 1, 1 }, paint_color(color));
}

void Canvas::paint(const TextBlock& block, Point origin, Color color)
{
    mask(block.texture, { origin.x + block.ink_x, origin.y + block.ink_y, block.ink_w, block.ink_h }, color);
}

float Canvas::text(Point at, const std::string& text, const Type& type, Color color, float max_width)
{
    if (text.empty())
        return 0;
    Type fitted = type;
    const auto too_wide = [&] {
        return max_width > 0
            && painter_.measured(spec(text, fitted, 0)).width > max_width * scale_ + kTolerance;
    };
    int steps = 0;
    for (; too_wide() && steps < kMostSteps; ++steps)
        fitted.size *= kOneStep;
    if (steps == kMostSteps && too_wide())
        faults_.push_back({ TextFault::Kind::Overflow, text });
    const TextBlock& block = painter_.block(spec(text, fitted, 0));
    float left = x(at.x);
    if (type.align == Align::Middle)
        left -= block.width / 2;
    else if ((type.align == Align::End) != rtl_)
        left -= block.width;
    const Point origin { std::round(left), std::round(at.y * scale_) - block.baseline };
    note(text, block, origin, fitted.size, color);
    paint(block, origin, color);
    return block.width / scale_;
}

bool Canvas::fits(const std::string& text, const Type& type, Size room)
{
    const TextBlock& block = painter_.measured(spec(text, type, room.w));
    return !block.broken_word && (room.h <= 0 || block.height <= room.h * scale_ + kTolerance);
}

Type Canvas::fitted(const std::string& text, const Type& type, Size room)
{
    Type smaller = type;
    smaller.line = type.line > 0 ? type.line : 1.3F * type.size;
    for (int step = 0; step < kMostSteps && !fits(text, smaller, room); ++step) {
        smaller.size *= kOneStep;
        smaller.line *= kOneStep;
    }
    return smaller;
}

float Canvas::paragraph(const Rect& rect, const std::string& text, const Type& type, Color color)
{
    if (text.empty())
        return 0;
    const Type set = fitted(text, type, { rect.w, rect.h });
    if (!fits(text, set, { rect.w, rect.h }))
        faults_.push_back({ TextFault::Kind::Overflow, text });
    const TextBlock& block = painter_.block(spec(text, set, rect.w));
    const Rect on_screen = device(rect);
    const Point origin { on_screen.x, on_screen.y };
    note(text, block, origin, set.size, color);
    paint(block, origin, color);
    return block.height / scale_;
}

Size Canvas::measure(const std::string& text, const Type& type, float wrap)
{
    if (text.empty())
        return {};
    const TextBlock& block = painter_.measured(spec(text, type, wrap));
    return { block.width / scale_, block.height / scale_ };
}

TextCaret Canvas::caret(const Rect& rect, const std::string& text, const Type& type, std::size_t index) const
{
    const TextCaret caret = painter_.caret(spec(text, type, rect.w), index);
    return { caret.x / scale_, caret.baseline / scale_, caret.line };
}

std::size_t Canvas::index_at(
    const Rect& rect, const std::string& text, const Type& type, int line, float x) const
{
    return painter_.index_at(spec(text, type, rect.w), line, x * scale_);
}

void Canvas::icon(Icon icon, const Rect& square, Color color)
{
    const Rect on_screen = device(square);
    const int px = static_cast<int>(std::min(on_screen.w, on_screen.h));
    if (px <= 0)
        return;
    const bool mirror = rtl_ && mirrored(icon);
    const std::string key =
        std::to_string(static_cast<int>(icon)) + (mirror ? "<" : ">") + std::to_string(px);
    const auto& picture = painter_.picture(key, [&] { return icon_mask(icon, px, mirror); });
    const float side = static_cast<float>(px);
    const Rect place { on_screen.x, on_screen.y, side, side };
    note(Painted::Kind::Icon, place, color);
    mask(picture.texture, place, color);
}

void Canvas::qr(const std::string& text, const Rect& square, Color dark, Color light)
{
    constexpr int kQuiet = 4; // modules on each side, ISO/IEC 18004
    fill(square, light);
    const Rect on_screen = device(square);
    const int side = static_cast<int>(std::min(on_screen.w, on_screen.h));
    const auto& picture = painter_.picture("qr" + std::to_string(side) + text, [&] {
        const int module_px = side / (qr_modules(text) + 2 * kQuiet);
        return module_px < 2 ? Mask {} : qr_mask(text, module_px);
    });
    const Rect place { on_screen.x + std::floor((on_screen.w - picture.width) / 2),
        on_screen.y + std::floor((on_screen.h - picture.height) / 2), picture.width, picture.height };
    mask(picture.texture, place, dark);
}

std::string escaped(const std::string& text)
{
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '&')
            safe += "&amp;";
        else
            safe += c;
    }
    return safe;
}

} // namespace nextplease::ui
