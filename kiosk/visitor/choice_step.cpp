// A question with answers to touch: one of them, or any number.
#include "kiosk/visitor/steps.h"

#include <algorithm>
#include <cmath>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;
using ui::Weight;

constexpr int kMostOnPage = 7; // accessibility: as many as can be kept in mind
constexpr float kLeastHeight = 120;
constexpr float kMostHeight = 176;
constexpr float kMostHeightLarge = 240;

// What all cards of a step have in common.
struct CardForm {
    ui::Type title, hint;
    float padding, above, tile, gap, end; // `end`: at the end, for the tick and its word, or the chevron
    float between; // title and hint
};

ui::Type word_type(const Page& page)
{
    return page.type(28, Weight::Bold, ui::Align::Middle);
}

CardForm form_of(const Scene& scene, const ChoiceStep& step, float width)
{
    const Page& page = scene.page;
    const bool large = page.modes.large_print;
    const bool narrow = width < 560;
    CardForm form { .title = page.type(narrow && large ? 36 : 40, Weight::Bold),
        .hint = page.type(large ? 29 : 30),
        .padding = narrow ? 20.0F : 24.0F,
        .above = page.above(40, 16),
        .tile = narrow ? 64.0F
            : large    ? 96.0F
                       : 80.0F,
        .gap = narrow ? 16.0F : 28.0F,
        .end = large ? 72.0F : 56.0F,
        .between = page.between(30, 2) };
    const bool any = std::any_of(step.choices.begin(), step.choices.end(),
        [](const Choice& one) { return one.icon || !one.letter.empty(); });
    if (!any)
        form.tile = form.gap = 0;
    const bool chosen =
        std::any_of(step.choices.begin(), step.choices.end(), [](const Choice& one) { return one.chosen; });
    if (step.several || chosen)
        form.end = std::max(form.end, scene.frame.canvas.measure(step.chosen_word, word_type(page)).w + 8);
    return form;
}

float text_room(const CardForm& form, float width)
{
    return width - 2 * form.padding - form.tile - form.gap - form.end - 16;
}

// The second line: why it is off, or the hint.
const std::string& second_line(const Choice& choice)
{
    return choice.off.empty() ? choice.hint : choice.off;
}

struct TextSize {
    float title, second;
};

TextSize text_size(const Scene& scene, const CardForm& form, const Choice& choice, float room)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const std::string& second = second_line(choice);
    const ui::Type title = canvas.fitted(choice.title, form.title, { room, 0 });
    return { canvas.measure(choice.title, title, room).h,
        second.empty()
            ? 0
            : form.between + canvas.measure(second, canvas.fitted(second, form.hint, { room, 0 }), room).h };
}

float height_needed(const Scene& scene, const CardForm& form, const ChoiceStep& step, float width)
{
    const Page& page = scene.page;
    const float room = text_room(form, width);
    float height = form.tile;
    for (const Choice& choice : step.choices) {
        const TextSize size = text_size(scene, form, choice, room);
        height = std::max(height, size.title + size.second);
    }
    if (step.several)
        height = std::max(height, (page.modes.large_print ? 64.0F : 48.0F) + word_type(page).line);
    return std::max(kLeastHeight, std::ceil(height + 2 * form.above));
}

// How the cards are spread.
struct Layout {
    Grid grid;
    CardForm form;
    int per_page = 1;
    int pages = 1;
};

// Cards in that many columns, as high as the highest needs to be.
Layout layout_in(const Scene& scene, const ChoiceStep& step, const Rect& area, int columns)
{
    const int count = std::max(1, static_cast<int>(step.choices.size()));
    Layout made { .grid = { .columns = columns, .area = area }, .form = {} };
    Grid& grid = made.grid;
    grid.width =
        std::floor((area.w - static_cast<float>(columns - 1) * grid.gap_x) / static_cast<float>(columns));
    made.form = form_of(scene, step, grid.width);
    const float needed = height_needed(scene, made.form, step, grid.width);
    const int rows = std::max(1, static_cast<int>((area.h + grid.gap_y) / (needed + grid.gap_y)));
    made.per_page = std::min(rows * columns, kMostOnPage);
    made.pages = (count + made.per_page - 1) / made.per_page;
    made.per_page = (count + made.pages - 1) / made.pages; // pages of about the same length
    grid.rows = (made.per_page + columns - 1) / columns;
    const float all = (area.h + grid.gap_y) / static_cast<float>(std::max(grid.rows, 1)) - grid.gap_y;
    const float most = scene.page.modes.large_print ? kMostHeightLarge : kMostHeight;
    grid.height = std::floor(std::clamp(std::min(all, most), needed, std::max(needed, most)));
    grid.order = Grid::Order::Across;
    return made;
}

// One column is read fastest; more where the cards would not all be seen at once.
Layout layout_of(const Scene& scene, const ChoiceStep& step, const Rect& area)
{
    const Page& page = scene.page;
    const int least = page.landscape && step.choices.size() > 3 ? 2 : 1;
    const int most = page.modes.large_print ? (page.landscape ? 2 : 1) : page.landscape ? 3 : 2;
    Layout best = layout_in(scene, step, area, least);
    for (int columns = least + 1; columns <= most && best.pages > 1; ++columns) {
        Layout other = layout_in(scene, step, area, columns);
        if (other.pages < best.pages)
            best = other;
    }
    return best;
}

struct Ink {
    Color title, second, sign;
};

Ink ink_of(const ui::Theme& theme, const Choice& choice, const ui::Touch& touch, Color on_card)
{
    if (touch.down)
        return { on_card, on_card, on_card };
    if (!choice.off.empty())
        return { theme.ink2, theme.ink2, theme.ink2 };
    return { theme.ink, theme.ink2, theme.petrol };
}

// At the end: a box with a tick and the word for it, an empty box, or a chevron.
void draw_end(const Scene& scene, const Rect& rect, const CardForm& form, const ChoiceStep& step,
    const Choice& choice, const ui::Touch& touch, Color sign)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float middle = rect.right() - form.padding - form.end / 2;
    if (!step.several && !choice.chosen) {
        const float side = scene.page.modes.large_print ? 44 : 32;
        if (choice.off.empty())
            canvas.icon(ui::Icon::Chevron,
                { rect.right() - form.padding - side, rect.y + (rect.h - side) / 2, side, side }, sign);
        else
            ui::closed_sign(scene.frame,
                { rect.right() - form.padding - side, rect.y + (rect.h - side) / 2, side, side }, sign);
        return;
    }
    if (!choice.off.empty())
        return;
    const float side = scene.page.modes.large_print ? 64 : 48;
    const ui::Type type = word_type(scene.page);
    const float word = choice.chosen && !step.chosen_word.empty() ? type.line : 0;
    const Rect box { middle - side / 2, rect.y + (rect.h - side - word) / 2, side, side };
    if (!choice.chosen) {
        canvas.border(box, sign, 4, 10);
        return;
    }
    canvas.fill(box, sign, 10);
    canvas.icon(ui::Icon::Tick, box.inset(6), touch.down ? theme.pressed : theme.on_petrol);
    canvas.paragraph(
        { middle - form.end / 2 - 8, box.bottom(), form.end + 16, 0 }, step.chosen_word, type, sign);
}

void draw_tile(
    const Scene& scene, const Rect& square, const Choice& choice, const ui::Touch& touch, Color sign)
{
    const ui::Theme& theme = scene.frame.theme;
    if (!choice.letter.empty()) {
        const bool off = !choice.off.empty();
        const Color fill = touch.down ? sign : off ? theme.paper : theme.petrol;
        ui::letter_tile(scene.frame, square, choice.letter, fill,
            touch.down ? theme.pressed
                : off  ? theme.ink2
                       : theme.on_petrol);
    } else if (choice.icon) {
        scene.frame.canvas.icon(*choice.icon, square.inset(square.w * 0.08F), sign);
    }
}

// What is read aloud: all of the card.
std::string label_of(const ChoiceStep& step, const Choice& choice)
{
    std::string label = choice.title;
    if (const std::string& second = second_line(choice); !second.empty())
        label += ", " + second;
    if (choice.chosen && !step.chosen_word.empty())
        label += ", " + step.chosen_word;
    return label;
}

void draw_choice(
    const Scene& scene, const Rect& rect, const CardForm& form, const ChoiceStep& step, int index)
{
    const Choice& choice = step.choices[static_cast<std::size_t>(index)];
    ui::Frame& frame = scene.frame;
    const ui::Theme& theme = frame.theme;
    const bool off = !choice.off.empty();
    const ui::Touch touch = frame.input.item(
        frame.canvas, choice.key, rect, label_of(step, choice), off ? ui::Enabled::No : ui::Enabled::Yes);
    const Color on_card = ui::card(frame, rect, touch,
        off                 ? ui::Look::Off
            : choice.chosen ? ui::Look::Quiet
                            : ui::Look::Secondary);
    if (choice.chosen && !touch.down)
        frame.canvas.border(rect, theme.petrol, 6, 16);
    const Ink ink = ink_of(theme, choice, touch, on_card);
    draw_tile(scene, { rect.x + form.padding, rect.y + (rect.h - form.tile) / 2, form.tile, form.tile },
        choice, touch, ink.sign);
    const float x = rect.x + form.padding + form.tile + form.gap;
    const float room = text_room(form, rect.w);
    const TextSize size = text_size(scene, form, choice, room);
    const float y = rect.y + (rect.h - size.title - size.second) / 2;
    frame.canvas.paragraph({ x, y, room, 0 }, choice.title, form.title, ink.title);
    frame.canvas.paragraph(
        { x, y + size.title + form.between, room, 0 }, second_line(choice), form.hint, ink.second);
    draw_end(scene, rect, form, step, choice, touch, ink.sign);
    if (touch.activated)
        scene.intent = Intent { .kind = Intent::Kind::StepChoose, .index = index };
}

} // namespace

void draw_step(const Scene& scene, const ChoiceStep& step)
{
    const Page& page = scene.page;
    const float top = draw_question(scene, step.question, step.hint, standing_of(page));
    const Layout layout = layout_of(scene, step, answer_area(page, top));
    const int count = static_cast<int>(step.choices.size());
    const int shown = std::clamp(scene.wording.page, 0, layout.pages - 1);
    const int first = shown * layout.per_page;
    for (int i = first; i < std::min(count, first + layout.per_page); ++i)
        draw_choice(scene, layout.grid.cell(i - first), layout.form, step, i);
    draw_step_row(scene, { .next = step.next, .page = shown, .pages = layout.pages, .more = step.more });
}

} // namespace nextplease::visitor
