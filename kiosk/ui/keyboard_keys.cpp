// Where the keys stand.
#include "kiosk/ui/keyboard.h"

#include <cmath>

namespace nextplease::ui {
namespace {

constexpr float kColumns = 10;
constexpr float kWideColumns = 16;
constexpr float kBesideGap = 16; // between the letters and what stands beside them
constexpr float kWideKey = 1.5F; // shift, delete, signs, new line: in columns

struct Span {
    PlacedKey key;
    float columns = 1; // 0: takes what is left
};

Span letter(char32_t c, float columns = 1)
{
    return { { KeyAct::Letter, c }, columns };
}

Span act(KeyAct act, float columns = 1)
{
    return { { act }, columns };
}

// Puts keys into rows.
class Rows {
public:
    Rows(const Rect& area, float columns, int rows)
        : area_(area)
        , key_w_((area.w - (columns - 1) * kKeyGap) / columns)
        , key_h_((area.h - static_cast<float>(rows - 1) * kKeyGap) / static_cast<float>(rows))
    {
    }

    float width_of(float columns) const { return columns * key_w_ + (columns - 1) * kKeyGap; }
    float row_y(int row) const { return area_.y + static_cast<float>(row) * (key_h_ + kKeyGap); }
    float key_height() const { return key_h_; }

    // A row from the start, or in the middle if it is not as wide as the area. Keys of no width share what is
    // left between them.
    enum class From { Middle, Start };
    void row(int row, const std::vector<Span>& spans, From from = From::Middle)
    {
        float taken = kKeyGap * static_cast<float>(spans.size() - 1);
        int stretched = 0;
        for (const Span& span : spans) {
            taken += span.columns > 0 ? width_of(span.columns) : 0;
            stretched += span.columns > 0 ? 0 : 1;
        }
        const float spare = area_.w - taken;
        float x = area_.x + (stretched == 0 && from == From::Middle ? spare / 2 : 0);
        for (const Span& span : spans) {
            PlacedKey key = span.key;
            const float width =
                span.columns > 0 ? width_of(span.columns) : spare / static_cast<float>(stretched);
            key.at = { x, row_y(row), width, key_h_ };
            keys.push_back(key);
            x += width + kKeyGap;
        }
    }
    void letters(int at, std::u32string_view text)
    {
        std::vector<Span> spans;
        for (const char32_t c : text)
            spans.push_back(letter(c));
        if (!spans.empty())
            row(at, spans);
    }

    std::vector<PlacedKey> keys;

private:
    Rect area_;
    float key_w_, key_h_;
};

std::u32string_view shown(const KeyRow& row, bool shifted)
{
    return shifted && !row.shifted.empty() ? row.shifted : row.plain;
}

bool has_shift(const KeyboardLayout& layout)
{
    for (const KeyRow& row : layout.rows)
        if (!row.shifted.empty())
            return true;
    return false;
}

// ---- Words and e-mail addresses ----

bool has_script_key(const KeyboardForm& form)
{
    return form.kind == KeyboardKind::Words && !layout_for(form.language).latin;
}

struct Letters {
    std::u32string_view extra, upper, home, lower;
    bool shift = true;
};

Letters letters_of(const KeyboardForm& form, const KeyboardState& state)
{
    const KeyboardLayout& layout = shown_layout(form, state);
    if (state.page == KeyboardState::Page::Signs) {
        const SignRows signs = sign_rows(layout);
        return { signs.rows[0], signs.rows[1], signs.rows[2], signs.last, false };
    }
    return { shown(layout.rows[0], state.shifted), shown(layout.rows[1], state.shifted),
        shown(layout.rows[2], state.shifted), shown(layout.rows[3], state.shifted), has_shift(layout) };
}

void place_lower(Rows& rows, int row, const Letters& letters)
{
    std::vector<Span> spans;
    if (letters.shift)
        spans.push_back(act(KeyAct::Shift, 0));
    for (const char32_t c : letters.lower)
        spans.push_back(letter(c));
    spans.push_back(act(KeyAct::Remove, 0));
    rows.row(row, spans);
}

void place_bottom(Rows& rows, int row, const KeyboardForm& form, const KeyboardState& state)
{
    const KeyboardLayout& layout = shown_layout(form, state);
    const bool signs = state.page == KeyboardState::Page::Signs;
    std::vector<Span> spans { act(signs ? KeyAct::Letters : KeyAct::Signs, kWideKey) };
    if (form.shape == KeyboardForm::Shape::Wide && has_script_key(form))
        spans.push_back(act(KeyAct::Script, kWideKey));
    if (form.kind == KeyboardKind::Email) {
        if (!signs)
            for (const char32_t c : std::u32string_view(U"@-_."))
                spans.push_back(letter(c, 0));
    } else {
        if (!signs)
            for (const char32_t c : layout.before_space)
                spans.push_back(letter(c));
        spans.push_back(act(KeyAct::Space, 0));
        if (!signs)
            for (const char32_t c : layout.after_space)
                spans.push_back(letter(c));
    }
    if (form.lines)
        spans.push_back(act(KeyAct::NewLine, kWideKey));
    rows.row(row, spans, Rows::From::Start);
}

std::vector<Span> mending_keys(const KeyboardForm& form)
{
    const bool script = has_script_key(form);
    std::vector<Span> spans;
    if (script)
        spans.push_back(act(KeyAct::Script, 2));
    const float word = script ? 2 : 3;
    spans.push_back(act(KeyAct::Undo, word));
    spans.push_back(act(KeyAct::Redo, word));
    const float arrow = form.lines ? 1 : 2;
    spans.push_back(act(KeyAct::Left, arrow));
    spans.push_back(act(KeyAct::Right, arrow));
    if (form.lines) {
        spans.push_back(act(KeyAct::Up));
        spans.push_back(act(KeyAct::Down));
    }
    return spans;
}

std::vector<PlacedKey> words_stacked(const KeyboardForm& form, const KeyboardState& state)
{
    Rows rows(form.area, kColumns, keyboard_rows(form));
    const Letters letters = letters_of(form, state);
    rows.row(0, mending_keys(form), Rows::From::Start);
    rows.letters(1, letters.extra);
    rows.letters(2, letters.upper);
    rows.letters(3, letters.home);
    place_lower(rows, 4, letters);
    place_bottom(rows, 5, form, state);
    return std::move(rows.keys);
}

// ---- The wide form ----

Rect letters_area(const KeyboardForm& form)
{
    const Rect& area = form.area;
    const float key = (area.w - kBesideGap - (kWideColumns - 2) * kKeyGap) / kWideColumns;
    return { area.x, area.y, kColumns * key + (kColumns - 1) * kKeyGap, area.h };
}

Rect beside_area(const KeyboardForm& form)
{
    const Rect letters = letters_area(form);
    return { letters.right() + kBesideGap, form.area.y, form.area.right() - letters.right() - kBesideGap,
        form.area.h };
}

constexpr float kBesideColumns = kWideColumns - kColumns;

void append(std::vector<PlacedKey>& to, const std::vector<PlacedKey>& keys)
{
    to.insert(to.end(), keys.begin(), keys.end());
}

std::vector<PlacedKey> words_wide(const KeyboardForm& form, const KeyboardState& state)
{
    constexpr std::size_t kInRow = static_cast<std::size_t>(kBesideColumns);
    const Letters letters = letters_of(form, state);
    Rows left(letters_area(form), kColumns, 4);
    left.letters(0, letters.upper);
    left.letters(1, letters.home);
    place_lower(left, 2, letters);
    place_bottom(left, 3, form, state);

    Rows beside(beside_area(form), kBesideColumns, 4);
    beside.letters(0, letters.extra.substr(0, kInRow));
    std::vector<Span> second;
    if (letters.extra.size() > kInRow)
        for (const char32_t c : letters.extra.substr(kInRow))
            second.push_back(letter(c));
    if (form.lines) {
        second.push_back(act(KeyAct::Up));
        second.push_back(act(KeyAct::Down));
    }
    if (!second.empty())
        beside.row(1, second, Rows::From::Start);
    beside.row(2, { act(KeyAct::Undo, 2), act(KeyAct::Redo, 2), act(KeyAct::Left), act(KeyAct::Right) },
        Rows::From::Start);
    append(left.keys, beside.keys);
    return std::move(left.keys);
}

// ---- Codes and numbers ----

void place_code(Rows& rows)
{
    for (std::size_t i = 0; i < kCodeRows.size(); ++i)
        rows.letters(static_cast<int>(i), kCodeRows[i]);
}

constexpr float kCodeColumns = 9;

std::vector<PlacedKey> code_keys(const KeyboardForm& form)
{
    if (form.shape == KeyboardForm::Shape::Stacked) {
        Rows rows(form.area, kCodeColumns, keyboard_rows(form));
        place_code(rows);
        rows.row(
            4, { act(KeyAct::Left, 2), act(KeyAct::Right, 2), act(KeyAct::Remove, 0) }, Rows::From::Start);
        return std::move(rows.keys);
    }
    Rows left(letters_area(form), kCodeColumns, 4);
    place_code(left);
    Rows beside(beside_area(form), kBesideColumns, 4);
    beside.row(
        2, { act(KeyAct::Left, 1.5F), act(KeyAct::Right, 1.5F), act(KeyAct::Remove, 3) }, Rows::From::Start);
    append(left.keys, beside.keys);
    return std::move(left.keys);
}

std::vector<PlacedKey> digit_keys(const KeyboardForm& form)
{
    const bool wide = form.shape == KeyboardForm::Shape::Wide;
    Rows rows(wide ? letters_area(form) : form.area, 4, 4);
    const auto line = [&](int row, std::u32string_view digits, KeyAct last) {
        std::vector<Span> spans;
        for (const char32_t c : digits)
            spans.push_back(c == U' ' ? act(KeyAct::Space) : letter(c));
        spans.push_back(act(last));
        rows.row(row, spans);
    };
    line(0, U"123", KeyAct::Remove);
    line(1, U"456", KeyAct::Left);
    line(2, U"789", KeyAct::Right);
    rows.row(3, { letter(U'+'), letter(U'0'), act(KeyAct::Space, 2) });
    return std::move(rows.keys);
}

} // namespace

int keyboard_rows(const KeyboardForm& form)
{
    if (form.shape == KeyboardForm::Shape::Wide)
        return 4;
    switch (form.kind) {
    case KeyboardKind::Words:
    case KeyboardKind::Email:
        return 6;
    case KeyboardKind::Code:
        return 5;
    case KeyboardKind::Digits:
        return 4;
    }
    return 0;
}

Rect beside_keys(const KeyboardForm& form)
{
    const Rect area = beside_area(form);
    const Rows rows(area, kBesideColumns, 4);
    return { area.x, rows.row_y(3), area.w, rows.key_height() };
}

const KeyboardLayout& shown_layout(const KeyboardForm& form, const KeyboardState& state)
{
    return form.kind == KeyboardKind::Email || state.latin ? latin_layout() : layout_for(form.language);
}

std::vector<PlacedKey> place_keys(const KeyboardForm& form, const KeyboardState& state)
{
    switch (form.kind) {
    case KeyboardKind::Words:
    case KeyboardKind::Email:
        return form.shape == KeyboardForm::Shape::Wide ? words_wide(form, state) : words_stacked(form, state);
    case KeyboardKind::Code:
        return code_keys(form);
    case KeyboardKind::Digits:
        return digit_keys(form);
    }
    return {};
}

} // namespace nextplease::ui
