// The services of the reception: what do you need today?
#include "kiosk/visitor/screens.h"
#include "kiosk/visitor/service_card.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;

// How the cards are spread.
struct HomeLayout {
    CardForm form = CardForm::Wide;
    Grid grid;
    int per_page = 8;
    PagerPlace pager;
};

PagerPlace pager_row(const Page& page)
{
    const Rect row = page.row();
    const float back = page.landscape ? 392 : 264;
    const float more = page.landscape ? 520 : 408;
    return { { row.x, row.y, back, row.h }, { row.x + back, row.y, row.w - back - more, row.h },
        { row.right() - more, row.y, more, row.h } };
}

// In low landscape there is no height for a row: the buttons stand at the end.
PagerPlace pager_column(const Rect& area)
{
    constexpr float kWidth = 300, kHeight = 128;
    const float x = area.right() - kWidth;
    return { { x, area.y, kWidth, kHeight }, { x, area.y + kHeight, kWidth, area.h - 2 * kHeight },
        { x, area.bottom() - kHeight, kWidth, kHeight } };
}

// From the top down to the row of buttons if there is a pager in it, else to where that row ends.
Rect area_from(const Page& page, float top, bool paged)
{
    const float bottom = paged ? page.row().y - 24 : page.row().bottom();
    return { page.margin(), top, page.width(), bottom - top };
}

HomeLayout upright_layout(const Page& page, int services, float top)
{
    if (page.modes.large_print) {
        const bool paged = services > 4;
        const int shown = page.landscape ? 4 : std::min(services, 4);
        const Rect area = area_from(page, top, paged);
        return { CardForm::Large, grid(area, shown, page.landscape ? 2 : 1, 200, 280, 20), 4,
            pager_row(page) };
    }
    const bool paged = services > 8;
    const Rect area = area_from(page, top, paged);
    if (page.landscape)
        return { CardForm::Wide, grid(area, std::min(services, 8), 2, 120, 168), 8, pager_row(page) };
    const int shown = paged ? 7 : services;
    return { CardForm::Wide, grid(area, shown, 1, 120, 192, page.tall ? 12.0F : 16.0F), shown,
        pager_row(page) };
}

HomeLayout low_layout(const Page& page, int services)
{
    const bool large = page.modes.large_print;
    if (!page.landscape) {
        const bool paged = services > (large ? 4 : 8);
        const Rect area = area_from(page, page.reach_top(), paged);
        if (large) {
            Grid cards = grid(area, std::min(services, 4), 1, 120, 200, 12);
            return { CardForm::LargeShort, cards, 4, pager_row(page) };
        }
        if (services <= 4)
            return { CardForm::Wide, grid(area, services, 1, 120, 192), services, pager_row(page) };
        Grid cards = grid(area, std::min(services, 8), 2, 140, 200);
        cards.order = Grid::Order::Across;
        return { CardForm::Compact, cards, 8, pager_row(page) };
    }
    const bool paged = services > (large ? 4 : 8);
    Rect area = area_from(page, page.reach_top(), false);
    const PagerPlace pager = pager_column(area);
    if (paged)
        area.w -= 324;
    const int shown = large ? 4 : paged ? 6 : 8;
    Grid cards = grid(area, shown, large ? 2 : paged ? 3 : 4, 140, 201);
    cards.order = Grid::Order::Across;
    return { CardForm::Compact, cards, shown, pager };
}

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

// Above low cards: the latest calls and, right over the cards, the question.
void draw_low_top(const Scene& scene)
{
    const Page& page = scene.page;
    ui::Canvas& canvas = scene.frame.canvas;
    const HomeWords& words = scene.wording.home;
    const ui::Type hint { .size = page.size(32), .line = page.line(32) };
    const float hint_height = canvas.measure(words.low_hint, hint, page.width()).h;
    const float question_height = canvas.measure(words.question, page.heading(), page.width()).h;
    const float hint_y = page.reach_top() - (page.landscape ? 20.0F : 32.0F) - hint_height;
    const float question_y = hint_y - 8 - question_height;
    draw_heading(scene, words.question, question_y);
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
    if (page.modes.large_print)
        return end + (page.landscape ? 16.0F : 32.0F);
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Color color = scene.frame.theme.ink2;
    if (page.landscape) {
        const float question = canvas.measure(words.question, page.heading()).w;
        const ui::Type type { .size = 30, .align = ui::Align::End };
        canvas.text({ page.room.w - page.margin(), page.heading_y() + 56 }, words.hint, type, color,
            page.width() - question - 40);
        return end + 16;
    }
    const ui::Type type { .size = 32, .line = page.tall ? page.line(32) : 40 };
    const float height =
        canvas.paragraph({ page.margin(), end + 8, page.width(), 0 }, words.hint, type, color);
    return end + 8 + height + (page.tall ? 12.0F : 32.0F);
}

} // namespace

void draw_home(const Scene& scene, int wanted)
{
    const Page& page = scene.page;
    const std::vector<ServiceCard>& cards = scene.wording.home.services;
    const int services = std::max(1, static_cast<int>(cards.size()));
    float top = page.reach_top();
    if (page.modes.reach)
        draw_low_top(scene);
    else
        top = draw_top_words(scene);
    const HomeLayout layout =
        page.modes.reach ? low_layout(page, services) : upright_layout(page, services, top);

    const int pages = (services + layout.per_page - 1) / layout.per_page;
    const int shown = std::clamp(wanted, 0, pages - 1);
    const int first = shown * layout.per_page;
    const int last = std::min(static_cast<int>(cards.size()), first + layout.per_page);
    const float column = layout.form == CardForm::Wide ? time_column(scene, cards, layout.grid.width) : 0;
    for (int i = first; i < last; ++i) {
        if (draw_service_card(
                scene, layout.grid.cell(i - first), layout.form, cards[static_cast<std::size_t>(i)], column))
            scene.intent = Intent { .kind = Intent::Kind::ChooseService, .index = i };
    }
    if (pages > 1)
        draw_pager(scene, layout.pager, shown, pages, scene.wording.home.more);
}

} // namespace nextplease::visitor
