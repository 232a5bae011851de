// Paints shapes, texts and icons in reference pixels. It scales to the window, rounds edges to whole pixels
// and mirrors everything for right-to-left languages: callers always think left to right, in "start" and
// "end".
//
// UI thread, inside a frame.
#pragma once

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/text_painter.h"
#include "kiosk/ui/theme.h"

#include <optional>
#include <string>
#include <vector>

struct ImDrawList;

namespace nextplease::ui {

// How a text is set, in reference pixels.
struct Type {
    float size = 32;
    float line = 0; // distance of baselines; 0: 1.3 x size
    Weight weight = Weight::Regular;
    Align align = Align::Start;
    bool markup = false;
    Language
        language {}; // of the text, where it is not the screen's: a language's own name. Empty: the screen's
};

// What went wrong with a text, for tests: every screen must have none.
struct TextFault {
    enum class Kind {
        Overflow, // wider or higher than the room it was given
        UnknownGlyph
    };
    Kind kind;
    std::string text;
};

// What was painted, in order, for tests: that every text is legible on what lies under it.
struct Painted {
    enum class Kind { Shape, Text, Icon };
    Kind kind;
    Rect device;
    Color color;
    std::string text {}; // of a Text
    float size = 0; // of a Text: reference pixels as asked for
};

class Canvas {
public:
    // The window is `width` x `height` device pixels; the screen is designed for `reference` pixels. Scale is
    // the smaller of the two ratios; spare room is left at the end and bottom, see room().
    Canvas(TextPainter& painter, float width, float height, Size reference);

    // Before each frame. `list` must live through it.
    void begin(ImDrawList* list, const Language& language, bool right_to_left);

    // The window has been cleared with that colour: painting it over the whole window again, before anything
    // else, is left out.
    void ground(Color color) { ground_ = color; }

    // The window in reference pixels: at least `reference` in one direction, and equal in the other.
    Size room() const { return room_; }
    float scale() const { return scale_; }
    bool right_to_left() const { return rtl_; }
    const Language& language() const { return language_; }

    // Device pixels of a rectangle, mirrored and rounded.
    Rect device(const Rect& rect) const;

    // Until the next begin_clip or end_clip nothing is painted outside of `rect`. Not nested: see Clip.
    void begin_clip(const Rect& rect);
    void end_clip();

    void fill(const Rect& rect, Color color, float radius = 0, float opacity = 1);
    // Drawn inside the rectangle.
    void border(const Rect& rect, Color color, float width, float radius = 0);
    void dashed_border(const Rect& rect, Color color, float width, float radius = 0); // dash 10, gap 8
    void line(Point from, Point to, Color color, float width);
    void circle(Point centre, float radius, Color color);
    void ring(
        Point centre, float radius, float width, Color color, float share); // clockwise from 12, share 0..1
    void triangle(Point a, Point b, Point c, Color color);
    void polygon(const std::vector<Point>& points, Color color, float opacity = 1); // convex

    // One line with its baseline at `at.y`; `at.x` is its start, middle or end, by type.align. With
    // `max_width` > 0 it is set up to two steps of 10 % smaller if it is wider, and reported as a fault if
    // that is not enough. Returns the width it took.
    float text(Point at, const std::string& text, const Type& type, Color color, float max_width = 0);

    // Lines broken at rect.w, the first one's baseline where look.md puts it in a line box at rect.y. Shrinks
    // as text() does if higher than rect.h (0: any height). Returns the height it took.
    float paragraph(const Rect& rect, const std::string& text, const Type& type, Color color);

    // `type` as paragraph() would set it in that room: up to two steps smaller. room.h 0: any height.
    Type fitted(const std::string& text, const Type& type, Size room);

    // Sizes the text would take, in reference pixels; `wrap` 0: one line.
    Size measure(const std::string& text, const Type& type, float wrap = 0);

    void icon(Icon icon, const Rect& square, Color color);
    // In the middle of the square, which becomes `light`, with at least four modules quiet around it inside
    // the square. No code if it does not fit with modules of at least two device pixels.
    void qr(const std::string& text, const Rect& square, Color dark, Color light);

    // Where the caret before byte `index` of a paragraph() stands, relative to its rectangle's top left as
    // painted (left is left, also in right-to-left languages).
    TextCaret caret(const Rect& rect, const std::string& text, const Type& type, std::size_t index) const;

    // And back: the byte before which a caret stands that is nearest to `x` (as of caret()) in that line.
    std::size_t index_at(
        const Rect& rect, const std::string& text, const Type& type, int line, float x) const;

    // See TextPainter::wipe.
    void wipe_texts() { painter_.wipe(); }

    const std::vector<TextFault>& faults() const { return faults_; }
    // From now on everything painted is told to `into`, which must live as long; nullptr: no more.
    void record(std::vector<Painted>* into) { painted_ = into; }

private:
    TextSpec spec(const std::string& text, const Type& type, float wrap) const;
    bool fits(const std::string& text, const Type& type, Size room);
    float x(float reference) const;
    float stroke(float reference) const;
    bool is_ground(const Rect& device, Color color, float opacity) const;
    void paint(const TextBlock& block, Point origin, Color color);
    void mask(std::uintptr_t texture, const Rect& device, Color color);
    void note(Painted::Kind kind, const Rect& device, Color color);
    void note(const std::string& text, const TextBlock& block, Point origin, float size, Color color);

    TextPainter& painter_;
    float width_;
    float height_;
    float scale_;
    Size room_;
    ImDrawList* list_ = nullptr;
    Language language_;
    bool rtl_ = false;
    std::optional<Color> ground_;
    std::optional<Rect> clip_; // device pixels
    std::vector<TextFault> faults_;
    std::vector<Painted>* painted_ = nullptr;
};

// Clips as long as it lives.
class Clip {
public:
    Clip(Canvas& canvas, const Rect& rect)
        : canvas_(canvas)
    {
        canvas_.begin_clip(rect);
    }
    ~Clip() { canvas_.end_clip(); }
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Canvas& canvas_;
};

// "<", ">" and "&" made harmless for a text with markup.
std::string escaped(const std::string& text);

} // namespace nextplease::ui
