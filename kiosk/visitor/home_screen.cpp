// The services of the reception: what do you need today?
#include "kiosk/visitor/home_layout.h"
#include "kiosk/visitor/screens.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;

// Who was called last, for reading while the buttons are low.
void draw_latest_calls(const Scene& scene, const Rect& rect)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const HomeWords& words = scene.wording.home;
    canvas.fill(rect, theme.tint, 16);
    if (theme.kind == ui::Theme::Kind::Contrast)
        canvas.border(rect, theme.edge, theme.border, 16);
    canvas.text({ rect.x + 40, rect.y + 66 }, words.latest_calls, { .size = 36, .weight = ui::Weight::Bold },
        theme.petrol, rect.w - 80);
    const bool beside = scene.page.landscape;
    const float size = beside ? 52 : 60;
    const ui::Type type { .size = size, .weight = ui::Weight::Bold };
    const float width = beside ? (rect.w - 80) / 3 : rect.w - 80;
    for (std::size_t i = 0; i < words.calls.size(); ++i) {
        const auto step = static_cast<float>(i);
        const float x = rect.x + 40 + (beside ? width * step : 0);
        const float y = rect.y + (beside ? 84 : 96 + 96 * step);
        canvas.text({ x, baseline_in(y, 96, size) }, words.calls[i].number, type, theme.ink);
        const float arrow = x + (beside ? 168.0F : 252.0F);
        const float desk = arrow + (beside ? 68.0F : 96.0F);
        canvas.icon(
            ui::Icon::Arrow, { arrow, y + 20, beside ? 48.0F : 56.0F, beside ? 48.0F : 56.0F }, theme.petrol);
        canvas.text(
            { desk, baseline_in(y, 96, size) }, words.calls[i].desk, type, theme.ink, x + width - 20 - desk);
        if (!beside && i + 1 < words.calls.size())
            canvas.fill({ x, y + 95, width, 2 }, theme.petrol, 0, 0.25F);
    }
}

// A notice of delay: a sign and words, never colour alone. Returns its height; where nothing is to be drawn,
// it is measured only.
enum class Ink { Measure, Draw };
float draw_delay(const Scene& scene, float y, Ink ink)
{
    const Page& page = scene.page;
    const float sign = page.modes.large_print ? 52 : 44;
    const ui::Type type { .size = page.size(32), .line = page.line(32), .weight = ui::Weight::Bold };
    const float room = page.width() - sign - 20;
    const HomeWords& home = scene.wording.home;
    const int lines = page.landscape || page.tall ? 1 : page.modes.large_print ? 3 : 2;
    const float whole = scene.frame.canvas.measure(home.delay, type, room).h;
    const bool fits = whole < (static_cast<float>(lines) + 0.5F) * type.line;
    const std::string& said = fits ? home.delay : home.delay_short;
    const float height = fits ? whole : scene.frame.canvas.measure(said, type, room).h;
    if (ink == Ink::Draw) {
        ui::pace_sign(scene.frame,
            { page.margin(), y + (std::min(height, page.line(32)) - sign) / 2, sign, sign }, Pace::Near);
        scene.frame.canvas.paragraph(
            { page.margin() + sign + 20, y, room, height + 1 }, said, type, scene.frame.theme.ink);
    }
    return height;
}

// Above low cards: the latest calls and, right over the cards, the question.
void draw_low_top(const Scene& scene)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const HomeWords& words = scene.wording.home;
    const ui::Type hint { .size = page.size(32), .line = page.line(32) };
    const bool delayed = !words.delay.empty();
    const float hint_height =
        delayed ? draw_delay(scene, 0, Ink::Measure) : canvas.measure(words.low_hint, hint, page.width()).h;
    const float question_height = canvas.measure(words.question, page.heading(), page.width()).h;
    const float hint_y = page.reach_top() - (page.landscape ? 20.0F : 32.0F) - hint_height;
    const float question_y = hint_y - 8 - question_height;
    draw_heading(scene, words.question, question_y);
    if (delayed)
        draw_delay(scene, hint_y, Ink::Draw);
    else
        canvas.paragraph({ page.margin(), hint_y, page.width(), hint_height + 1 }, words.low_hint, hint,
            scene.frame.theme.ink2);
    const float top = page.landscape ? 104 : 160;
    const float height = page.landscape ? 192 : 112 + 96 * static_cast<float>(words.calls.size());
    if (!words.calls.empty() && top + height + 16 <= question_y)
        draw_latest_calls(scene, { page.margin(), top, page.width(), height });
}

// Returns where the cards begin.
float draw_top_words(const Scene& scene)
{
    const Page& page = scene.page;
    const HomeWords& words = scene.wording.home;
    const float end = draw_heading(scene, words.question);
    // Beside the question, where Nastaliq leaves no height for a line of its own.
    const bool beside = page.landscape && page.tall && !page.modes.large_print;
    if (!words.delay.empty() && !beside)
        return end + 8 + draw_delay(scene, end + 8, Ink::Draw)
            + (page.landscape || page.tall ? 12.0F : 28.0F);
    if (page.modes.large_print)
        return end + (page.landscape ? 16.0F : 32.0F);
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Color color = scene.frame.theme.ink2;
    if (page.landscape) {
        const float room = page.width() - canvas.measure(words.question, page.heading()).w - 40;
        const bool delayed = !words.delay.empty();
        const ui::Type type {
            .size = 30, .weight = delayed ? ui::Weight::Bold : ui::Weight::Regular, .align = ui::Align::End
        };
        const std::string& said = !delayed                ? words.hint
            : canvas.measure(words.delay, type).w <= room ? words.delay
                                                          : words.delay_short;
        canvas.text({ page.room.w - page.margin(), page.heading_y() + 56 }, said, type,
            delayed ? scene.frame.theme.ink : color, room);
        return end + 16;
    }
    const ui::Type type { .size = 32, .line = page.tall ? page.line(32) : 40 };
    const float height =
        canvas.paragraph({ page.margin(), end + 8, page.width(), 0 }, words.hint, type, color);
    return end + 8 + height + (page.tall ? 12.0F : 32.0F);
}

// One of the row: an icon and words of two lines; the icon above them where the print is large.
void draw_third(const Scene& scene, const Rect& rect, const ButtonWords& words)
{
    ui::Frame& frame = scene.frame;
    const Page& page = scene.page;
    const bool large = page.modes.large_print;
    const ui::Type type { .size = large ? 38.0F
            : page.landscape            ? 32.0F
                                        : 28.0F,
        .line = large   ? (page.tall ? page.line(27) : 46.0F)
            : page.tall ? page.line(28)
                        : 36.0F,
        .weight = ui::Weight::Bold,
        .align = ui::Align::Start };
    const bool above = rect.h > 180;
    const bool icon = words.icon && (above || !large || page.landscape);
    const float side = above ? 60 : 52;
    const float padding = above ? 24 : 20;
    const ui::Touch touch = frame.input.item(frame.canvas, words.key, rect, words.label);
    const ui::Color on_card = ui::card(frame, rect, touch, ui::Look::Quiet);
    const bool contrast = frame.theme.kind == ui::Theme::Kind::Contrast;
    const ui::Color color = touch.down ? on_card : contrast ? frame.theme.ink : frame.theme.petrol;
    Rect room { rect.x + padding, rect.y + 8, rect.w - 2 * padding, rect.h - 16 };
    if (above) {
        room.y = rect.y + 20 + side + 4;
        room.h = rect.h - 20 - side - 16;
    } else if (icon) {
        room.x += side + 14;
        room.w -= side + 6;
    }
    if (icon)
        frame.canvas.icon(*words.icon,
            { rect.x + padding, above ? rect.y + 20 : rect.y + (rect.h - side) / 2, side, side }, color);
    const ui::Type set = frame.canvas.fitted(words.label, type, { room.w, room.h });
    const float height = frame.canvas.measure(words.label, set, room.w).h;
    const float y = above ? room.y : rect.y + (rect.h - height) / 2;
    frame.canvas.paragraph({ room.x, y, room.w, 0 }, words.label, set, color);
    if (touch.activated)
        scene.intent = Intent { .kind = words.act, .index = words.index };
}

void draw_three(const Scene& scene, const Rect& row, const std::vector<ButtonWords>& buttons)
{
    constexpr float kGap = 24;
    const auto count = static_cast<float>(buttons.size());
    const float width = (row.w - kGap * (count - 1)) / count;
    float x = row.x;
    for (const ButtonWords& one : buttons) {
        draw_third(scene, { x, row.y, width, row.h }, one);
        x += width + kGap;
    }
}

// Groups first, then the services that are in none.
void draw_cards(const Scene& scene, const HomeLayout& layout, int first, int last)
{
    const HomeWords& words = scene.wording.home;
    const auto groups = static_cast<int>(words.groups.size());
    const float column =
        layout.form == CardForm::Wide ? time_column(scene, words.services, layout.grid.width) : 0;
    for (int i = first; i < last; ++i) {
        const Rect rect = layout.grid.cell(i - first);
        if (i < groups) {
            if (draw_group_card(scene, rect, layout.form, words.groups[static_cast<std::size_t>(i)]))
                scene.intent = Intent { .kind = Intent::Kind::ChooseGroup, .index = i };
        } else if (draw_service_card(scene, rect, layout.form,
                       words.services[static_cast<std::size_t>(i - groups)], column)) {
            scene.intent = Intent { .kind = Intent::Kind::ChooseService, .index = i - groups };
        }
    }
}

} // namespace

void draw_home(const Scene& scene)
{
    const Page& page = scene.page;
    const HomeWords& words = scene.wording.home;
    const auto cards = static_cast<int>(words.groups.size() + words.services.size());
    float top = page.reach_top();
    if (page.modes.reach)
        draw_low_top(scene);
    else
        top = draw_top_words(scene);
    const Below below = words.in_group ? Below::Back : words.row.empty() ? Below::Nothing : Below::Three;
    const HomeLayout layout = home_layout(page, std::max(1, cards), top, below);

    const int pages = std::max(1, (cards + layout.per_page - 1) / layout.per_page);
    const int shown = std::clamp(scene.wording.page, 0, pages - 1);
    const int first = shown * layout.per_page;
    draw_cards(scene, layout, first, std::min(cards, first + layout.per_page));
    std::optional<ButtonWords> back;
    if (words.in_group)
        back = ButtonWords {
            .key = "home.back", .label = scene.wording.back, .icon = ui::Icon::Back, .act = Intent::Kind::Back
        };
    if (pages > 1)
        draw_pager(scene, layout.pager, shown, pages,
            { .keys = "home", .more = words.more, .first = back, .last = {} });
    else
        draw_row(scene, back, std::nullopt);
    if (below == Below::Three)
        draw_three(scene, layout.row, words.row);
}

} // namespace nextplease::visitor
