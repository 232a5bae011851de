#include "kiosk/ui/keyboard.h"

#include <array>
#include <cmath>

namespace nextplease::ui {
namespace {

constexpr float kRadius = 12;
constexpr float kIcon = 48;
constexpr char32_t kDottedCircle = 0x25CC; // under a mark that stands alone

std::string utf8(char32_t c)
{
    TextDraft one { .text = std::u32string(1, c) };
    return one.utf8();
}

struct ActName {
    KeyAct act;
    const char* name;
    Icon icon = Icon::Help;
    bool word = false; // stands on the key instead of an icon
};
constexpr std::array kActs {
    ActName { KeyAct::Space, "key.space", Icon::Help, true },
    ActName { KeyAct::Shift, "key.shift", Icon::Shift },
    ActName { KeyAct::Signs, "key.signs", Icon::Help, true },
    ActName { KeyAct::Letters, "key.letters", Icon::Help, true },
    ActName { KeyAct::Script, "key.script", Icon::Globe },
    ActName { KeyAct::Remove, "key.delete", Icon::Backspace },
    ActName { KeyAct::NewLine, "key.new-line", Icon::Enter },
    ActName { KeyAct::Undo, "key.undo", Icon::Undo },
    ActName { KeyAct::Redo, "key.redo", Icon::Redo },
    ActName { KeyAct::Left, "key.left", Icon::Back },
    ActName { KeyAct::Right, "key.right", Icon::Arrow },
    ActName { KeyAct::Up, "key.up", Icon::Up },
    ActName { KeyAct::Down, "key.down", Icon::Down },
};

const ActName* named(KeyAct act)
{
    for (const ActName& one : kActs)
        if (one.act == act)
            return &one;
    return nullptr;
}

const std::string& spoken(const KeyboardWords& words, KeyAct act)
{
    switch (act) {
    case KeyAct::Letter:
    case KeyAct::Space:
        return words.space;
    case KeyAct::Shift:
        return words.shift;
    case KeyAct::Signs:
        return words.signs;
    case KeyAct::Letters:
        return words.letters;
    case KeyAct::Script:
        return words.script;
    case KeyAct::Remove:
        return words.remove;
    case KeyAct::NewLine:
        return words.new_line;
    case KeyAct::Undo:
        return words.undo;
    case KeyAct::Redo:
        return words.redo;
    case KeyAct::Left:
        return words.left;
    case KeyAct::Right:
        return words.right;
    case KeyAct::Up:
        return words.up;
    case KeyAct::Down:
        return words.down;
    }
    return words.space;
}

// What one keyboard is painted with.
struct Painting {
    Frame& frame;
    const KeyboardForm& form;
    const KeyboardWords& words;
    float letter_size;
    const TextDraft& draft;
};

// Letters stand as on a real keyboard in every language: the canvas would mirror them.
Rect as_on_keyboards(const Painting& painting, const Rect& at)
{
    if (!painting.frame.canvas.right_to_left())
        return at;
    const Rect& area = painting.form.area;
    return { area.x + area.right() - at.right(), at.y, at.w, at.h };
}

// What stands on a key that has no icon.
std::string face_of(const Painting& painting, const PlacedKey& key)
{
    const KeyboardState& state = painting.draft.keyboard;
    switch (key.act) {
    case KeyAct::Letter:
        return is_mark(key.letter) ? utf8(kDottedCircle) + utf8(key.letter) : utf8(key.letter);
    case KeyAct::Signs:
        return "?123";
    case KeyAct::Letters:
        return std::string(shown_layout(painting.form, state).name);
    case KeyAct::Script: {
        KeyboardState other = state;
        other.latin = !state.latin;
        return std::string(shown_layout(painting.form, other).name);
    }
    default:
        return spoken(painting.words, key.act);
    }
}

bool words_beside_icon(const PlacedKey& key)
{
    return key.act == KeyAct::Script || key.act == KeyAct::Undo || key.act == KeyAct::Redo;
}

void paint_word(const Painting& painting, const PlacedKey& key, const Rect& at, Color color)
{
    Canvas& canvas = painting.frame.canvas;
    const float size =
        key.act == KeyAct::Letter ? painting.letter_size : std::min(painting.letter_size, 36.0F);
    Type type { .size = size, .align = Align::Middle };
    if (key.act == KeyAct::Letter || key.act == KeyAct::Letters)
        type.language = painting.draft.keyboard.latin ? Language("en") : painting.form.language;
    const std::string face = face_of(painting, key);
    const float room = at.w - 12;
    // A vowel sign around its dotted circle may be wider than any letter.
    if (const float width = canvas.measure(face, type).w; width > room)
        type.size *= std::max(0.6F, room / width);
    canvas.text({ at.x + at.w / 2, at.y + at.h / 2 + 0.36F * type.size }, face, type, color, room);
}

// The word is left out where it has no room: the icon says it too.
void paint_icon_and_word(
    const Painting& painting, const PlacedKey& key, const Rect& at, Icon icon, Color color)
{
    Canvas& canvas = painting.frame.canvas;
    constexpr float kSide = 40, kGap = 10, kPadding = 10;
    Type type { .size = std::min(painting.letter_size, 32.0F) };
    if (key.act == KeyAct::Script)
        type.language = painting.draft.keyboard.latin ? painting.form.language : Language("en");
    const std::string word = face_of(painting, key);
    const float room = at.w - kSide - kGap - 2 * kPadding;
    Type smallest = type;
    smallest.size *= 0.81F;
    if (canvas.measure(word, smallest).w > room) {
        canvas.icon(icon, { at.x + (at.w - kIcon) / 2, at.y + (at.h - kIcon) / 2, kIcon, kIcon }, color);
        return;
    }
    const float width = std::min(room, canvas.measure(word, type).w);
    const float x = at.x + (at.w - kSide - kGap - width) / 2;
    canvas.icon(icon, { x, at.y + (at.h - kSide) / 2, kSide, kSide }, color);
    canvas.text({ x + kSide + kGap, at.y + at.h / 2 + 0.36F * type.size }, word, type, color, room);
}

void paint_key(const Painting& painting, const PlacedKey& key, const Rect& at, const Touch& touch)
{
    const bool on = key.act == KeyAct::Shift && painting.draft.keyboard.shifted;
    const bool types = key.act == KeyAct::Letter || key.act == KeyAct::Space;
    const Look look = on ? Look::Primary : types ? Look::Secondary : Look::Quiet;
    const Color color = card(painting.frame, at, touch, look, kRadius);
    const ActName* const name = named(key.act);
    if (!name || name->word) {
        paint_word(painting, key, at, color);
        return;
    }
    Icon icon = name->icon;
    // These point where they point, and the canvas mirrors them.
    if (painting.frame.canvas.right_to_left() && (key.act == KeyAct::Left || key.act == KeyAct::Right))
        icon = key.act == KeyAct::Left ? Icon::Arrow : Icon::Back;
    if (words_beside_icon(key))
        paint_icon_and_word(painting, key, at, icon, color);
    else
        painting.frame.canvas.icon(
            icon, { at.x + (at.w - kIcon) / 2, at.y + (at.h - kIcon) / 2, kIcon, kIcon }, color);
}

KeyboardTouch press(const PlacedKey& key, TextDraft& draft)
{
    KeyboardState& state = draft.keyboard;
    switch (key.act) {
    case KeyAct::Letter:
        draft.insert(key.letter);
        state.shifted = false;
        return { .typed = true };
    case KeyAct::Space:
        draft.insert(U' ');
        state.page = KeyboardState::Page::Letters;
        return { .typed = true };
    case KeyAct::NewLine:
        draft.insert(U'\n');
        return { .typed = true };
    case KeyAct::Remove:
        draft.apply(KeyCode::Backspace);
        return { .typed = true };
    case KeyAct::Undo:
        draft.undo();
        return { .typed = true };
    case KeyAct::Redo:
        draft.redo();
        return { .typed = true };
    case KeyAct::Shift:
        state.shifted = !state.shifted;
        return {};
    case KeyAct::Signs:
    case KeyAct::Letters:
        state.page = key.act == KeyAct::Signs ? KeyboardState::Page::Signs : KeyboardState::Page::Letters;
        state.shifted = false;
        return {};
    case KeyAct::Script:
        state.latin = !state.latin;
        state.page = KeyboardState::Page::Letters;
        state.shifted = false;
        return {};
    case KeyAct::Left:
    case KeyAct::Right:
    case KeyAct::Up:
    case KeyAct::Down:
        return { .move = key.act };
    }
    return {};
}

} // namespace

std::string key_name(const PlacedKey& key)
{
    const ActName* const name = named(key.act);
    return name ? name->name : "key." + utf8(key.letter);
}

KeyboardTouch draw_keyboard(
    Frame& frame, const KeyboardForm& form, const KeyboardWords& words, float letter_size, TextDraft& draft)
{
    const Painting painting { frame, form, words, letter_size, draft };
    struct Focused {
        PlacedKey key;
        Rect at;
        Touch touch;
    };
    std::optional<Focused> focused;
    std::optional<PlacedKey> pressed;
    for (const PlacedKey& key : place_keys(form, draft.keyboard)) {
        const Rect at = as_on_keyboards(painting, key.at);
        const std::string label = key.act == KeyAct::Letter ? utf8(key.letter) : spoken(words, key.act);
        const Touch touch = frame.input.typing_key(frame.canvas, key_name(key), at, label);
        if (touch.activated)
            pressed = key;
        if (touch.focused)
            focused = Focused { key, at, touch };
        else
            paint_key(painting, key, at, touch);
    }
    if (focused) // its ring lies over the keys around it
        paint_key(painting, focused->key, focused->at, focused->touch);
    return pressed ? press(*pressed, draft) : KeyboardTouch {};
}

} // namespace nextplease::ui
