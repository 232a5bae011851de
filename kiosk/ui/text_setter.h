// Sets one text: Pango lays it out, Cairo draws it. Lines stand at the distance that is asked for, not at the
// font's own, so that scripts with tall fonts keep to the design's grid.
//
// One thread.
#pragma once

#include "kiosk/ui/text_painter.h"

#include <memory>
#include <vector>

typedef struct _PangoLayout PangoLayout;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFontMap PangoFontMap;

namespace nextplease::ui {

// A text that was laid out and can be drawn.
class LaidText {
public:
    LaidText(PangoLayout* layout, const TextSpec& spec); // takes the layout over
    ~LaidText();
    LaidText(const LaidText&) = delete;
    LaidText& operator=(const LaidText&) = delete;

    const TextBlock& block() const { return block_; } // without texture
    Mask draw() const; // the ink rectangle

    // Where the caret before byte `index` stands: its line, and its distance from the left of the block.
    TextCaret caret(std::size_t index) const;
    // The byte before which a caret stands that is as near as can be to `x` in that line.
    std::size_t index_at(int line, float x) const;

private:
    struct Line {
        int x = 0; // left end of the line
        int baseline = 0;
    };
    void place_lines(const TextSpec& spec);
    int line_start(const TextSpec& spec, float width) const;

    PangoLayout* layout_;
    std::vector<Line> lines_;
    TextBlock block_;
};

class TextSetter {
public:
    TextSetter();
    ~TextSetter();
    TextSetter(const TextSetter&) = delete;
    TextSetter& operator=(const TextSetter&) = delete;

    std::unique_ptr<LaidText> lay(const TextSpec& spec) const;
    // Loads a language's fonts.
    void warm(const Language& language) const;

private:
    PangoContext* new_context(const TextSpec& spec) const; // the caller owns it

    PangoFontMap* map_;
};

} // namespace nextplease::ui
