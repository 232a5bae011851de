// The one text path: Pango lays a text out, Cairo draws it into a one-channel mask, the mask becomes a
// texture that is tinted when it is painted. Sets any script. The same masks serve icons and QR codes.
//
// UI thread only. Masks are cached by what they show; the least recently painted are dropped above a limit.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace nextplease::ui {

enum class Weight { Regular, Bold };
enum class Align { Start, Middle, End };

// A text as it is to be set, in device pixels.
struct TextSpec {
    std::string text;
    bool markup = false; // <b>...</b> inside; then &, < and > of the text are escaped by whoever composed it
    Language language;
    float px = 32;
    Weight weight = Weight::Regular;
    float wrap = 0; // width at which lines break; 0: one line
    float line_height = 0; // distance of baselines; 0: 1.3 x px
    Align align = Align::Start; // of wrapped lines; start is the side where the language begins
    friend bool operator==(const TextSpec&, const TextSpec&) = default;
};

// One-channel coverage, 8 bits a pixel, rows `stride` bytes apart.
struct Mask {
    int width = 0;
    int height = 0;
    int stride = 0;
    std::vector<std::uint8_t> coverage;
};

// Pixels kept around what is drawn: edges are smoothed, and letters move by up to half a pixel.
constexpr float kInkMargin = 2;

// A text that was set. Sizes in device pixels. `ink` is where something is drawn, with kInkMargin around it,
// relative to the logical box whose top left is (0, 0) and which is `wrap` wide, or as wide as the one line.
// Ink may lie outside of the box (Nastaliq does). Baselines are on whole pixels.
struct TextBlock {
    float width = 0; // of the widest line
    float height = 0;
    float baseline = 0; // of the first line, from the top
    int lines = 1;
    float ink_x = 0, ink_y = 0, ink_w = 0, ink_h = 0;
    int unknown_glyphs = 0; // that no font has
    bool broken_word = false; // a word is wider than `wrap` and was broken
    std::uintptr_t texture = 0; // covers the ink rectangle
};

// Where a caret stands: from the left of the text's box, and the baseline of its line.
struct TextCaret {
    float x = 0;
    float baseline = 0;
    int line = 0;
};

// Where masks become textures. The headless form makes numbers only.
class TextureMaker {
public:
    virtual ~TextureMaker() = default;
    virtual std::uintptr_t make(const Mask& mask) = 0; // never 0
    virtual void drop(std::uintptr_t texture) = 0;
};

class TextPainter {
public:
    // `textures` must outlive it.
    explicit TextPainter(TextureMaker& textures);
    ~TextPainter();
    TextPainter(const TextPainter&) = delete;
    TextPainter& operator=(const TextPainter&) = delete;

    // Valid until the next call of begin_frame.
    const TextBlock& block(const TextSpec& spec);
    // The same without a texture: for sizes.
    const TextBlock& measured(const TextSpec& spec);
    // Of a text being typed: the caret before byte `index` of spec.text. REQUIRES: no markup.
    TextCaret caret(const TextSpec& spec, std::size_t index);
    // And back: the byte before which a caret stands that is nearest to `x` in that line.
    std::size_t index_at(const TextSpec& spec, int line, float x);

    // From the next frame on nothing is left of any text that was set: what one visitor typed is overwritten
    // before the next one comes.
    void wipe();

    // A picture by name (an icon at a size, a QR code): `draw` is called only if it is not cached. An empty
    // mask gives a picture without texture.
    struct Picture {
        float width = 0, height = 0;
        std::uintptr_t texture = 0;
    };
    const Picture& picture(const std::string& key, const std::function<Mask()>& draw);

    // Drops what has not been painted lately, above the memory limit. Once a frame.
    void begin_frame();

    // Bytes of masks kept.
    std::size_t bytes() const;

    // A language's texts are set once, so that the first screen in it does not stutter.
    void warm(const Language& language);

    // A text's ink as a mask on its own, for paper and pictures.
    static Mask mask_of(const TextSpec& spec);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace nextplease::ui
