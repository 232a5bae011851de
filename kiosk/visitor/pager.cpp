// Which page of several, and the buttons that turn it: see chrome.h.
#include "kiosk/visitor/chrome.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;

void draw_place(const Scene& scene, const Rect& rect, const std::string& words, int page, int pages)
{
    ui::Frame& frame = scene.frame;
    const bool large = scene.page.modes.large_print;
    const float middle = rect.x + rect.w / 2;
    const float y = rect.y + rect.h / 2;
    frame.canvas.text({ middle, y - 4 }, words,
        { .size = large ? 40.0F : 32.0F, .weight = ui::Weight::Bold, .align = ui::Align::Middle },
        frame.theme.ink, rect.w);
    const float apart = std::min(40.0F, rect.w / static_cast<float>(pages));
    constexpr float kHigh = 96; // words and dots
    if (apart < 28 || rect.h < kHigh)
        return; // the words say it
    for (int i = 0; i < pages; ++i) {
        const float x = middle + (static_cast<float>(i) - static_cast<float>(pages - 1) / 2) * apart;
        if (i == page)
            frame.canvas.circle({ x, y + 32 }, 12, frame.theme.petrol);
        else
            frame.canvas.border({ x - 12, y + 20, 24, 24 }, frame.theme.petrol, 3, 12);
    }
}

} // namespace

PagerPlace pager_row(const Page& page)
{
    return pager_row(page, page.row());
}

PagerPlace pager_row(const Page& page, const Rect& row)
{
    const float back = page.back_width();
    const float more = page.landscape ? 520 : 408;
    return { { row.x, row.y, back, row.h }, { row.x + back + 8, row.y, row.w - back - more - 16, row.h },
        { row.right() - more, row.y, more, row.h } };
}

void draw_pager(const Scene& scene, const PagerPlace& place, int page, int pages, const PagerWords& words)
{
    using Act = Intent::Kind;
    const ButtonWords previous { .key = words.keys + ".previous",
        .label = scene.wording.back,
        .icon = ui::Icon::Back,
        .act = Act::TurnToPage,
        .index = page - 1 };
    const ButtonWords more { .key = words.keys + ".more",
        .label = words.more,
        .icon = {},
        .act = Act::TurnToPage,
        .index = page + 1 };
    const std::string where =
        scene.frame.words.say(Text::VisitorPage, { { "page", page + 1 }, { "pages", pages } });
    if (page > 0) {
        draw_button(scene, place.back, previous, ui::Look::Secondary);
        scene.frame.input.remark(where);
    } else if (words.first) {
        draw_button(scene, place.back, *words.first, ui::Look::Secondary);
    }
    draw_place(scene, place.text, where, page, pages);
    if (page + 1 < pages) {
        draw_button(scene, place.more, more, ui::Look::Primary);
        scene.frame.input.remark(where);
    } else if (words.last) {
        draw_button(scene, place.more, *words.last, ui::Look::Primary);
    }
}

} // namespace nextplease::visitor
