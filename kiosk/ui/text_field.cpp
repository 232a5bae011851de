// The text field of widgets.h.
#include "kiosk/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace nextplease::ui {

namespace {

struct FieldForm {
    Rect inner;
    Type type;
    bool several_lines;
};

FieldForm field_form(const Rect& rect)
{
    const bool large = rect.h >= 88;
    const float size = large ? 36 : std::clamp(std::round(rect.h * 0.42F), 16.0F, 32.0F);
    const float line = std::round(size * 1.45F);
    const float side = large ? 28 : 14;
    const float above = std::min(large ? 24.0F : 10.0F, (rect.h - line) / 2);
    const bool several = rect.h - 2 * above >= 2 * line;
    const Rect inner = several ? Rect { rect.x + side, rect.y + above, rect.w - 2 * side, rect.h - 2 * above }
                               : Rect { rect.x + side, rect.y + 4, rect.w - 2 * side, rect.h - 8 };
    return { inner, { .size = size, .line = line }, several };
}

void paint_caret(Frame& frame, float x, float baseline, float size)
{
    const float width = size >= 28 ? 4.0F : 2.0F;
    frame.canvas.fill({ x - width / 2, baseline - size, width, 1.28F * size }, frame.theme.focus);
}

enum class Caret { Hidden, Shown };

// The text moves under its frame so that the caret is always seen.
void paint_draft(Frame& frame, const FieldForm& form, const TextDraft& draft, Caret shown)
{
    const std::string text = draft.utf8();
    const std::size_t index = shown == Caret::Shown ? draft.utf8_until(draft.caret).size() : 0;
    const Rect& inner = form.inner;
    const float wrap = form.several_lines ? inner.w : 0;
    const TextCaret caret = frame.canvas.caret({ 0, 0, wrap, 0 }, text, form.type, index);
    const float width = form.several_lines ? inner.w : frame.canvas.measure(text, form.type).w;
    const float from_start = frame.canvas.right_to_left() ? width - caret.x : caret.x;
    float left = inner.x, baseline = inner.y + inner.h / 2 + 0.388F * form.type.size,
          caret_baseline = baseline;
    if (form.several_lines) {
        const float down = std::max(0.0F, caret.baseline + 0.4F * form.type.size - inner.h);
        frame.canvas.paragraph({ inner.x, inner.y - down, inner.w, 0 }, text, form.type, frame.theme.ink);
        caret_baseline = inner.y - down + caret.baseline;
    } else {
        left -= std::max(0.0F, from_start + 4 - inner.w);
        frame.canvas.text({ left, baseline }, text, form.type, frame.theme.ink);
    }
    if (shown == Caret::Shown)
        paint_caret(frame, left + from_start, caret_baseline, form.type.size);
}

} // namespace

void text_field(
    Frame& frame, const std::string& key, const Rect& rect, const std::string& label, TextDraft& draft)
{
    const Touch touch = frame.input.item(frame.canvas, key, rect, label);
    if (touch.activated)
        frame.input.set_focus(key);
    const bool open = frame.input.focus() == key;
    if (open) {
        frame.input.typing();
        for (const char32_t c : frame.input.characters())
            draft.insert(c);
        for (const KeyCode code : frame.input.keys())
            draft.apply(code);
    }
    if (touch.focused)
        focus_ring(frame, rect, 12);
    const Theme& theme = frame.theme;
    frame.canvas.fill(rect, theme.surface, 12);
    frame.canvas.border(rect, open ? theme.petrol : theme.edge, open ? 4 : theme.border, 12);
    const FieldForm form = field_form(rect);
    const Clip clip(frame.canvas, form.inner.inset(-4));
    if (!draft.text.empty()) {
        paint_draft(frame, form, draft, open ? Caret::Shown : Caret::Hidden);
        return;
    }
    const float middle = form.several_lines ? form.inner.y + form.type.line / 2 : rect.y + rect.h / 2;
    const float baseline = middle + 0.388F * form.type.size;
    frame.canvas.text({ form.inner.x, baseline }, label, form.type, theme.ink2, form.inner.w);
    if (open)
        paint_caret(frame, form.inner.x, baseline, form.type.size);
}

} // namespace nextplease::ui
