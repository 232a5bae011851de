#include "kiosk/visitor/home_layout.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using ui::Rect;

constexpr float kBlocks = 24; // between blocks

Rect row_of_three(const Page& page)
{
    const bool large = page.modes.large_print;
    const bool low = page.modes.reach;
    const bool tall = page.tall && !low && !large; // its cards need the height
    const float height = page.landscape ? (low ? 96.0F : 112.0F)
        : large && !low                 ? 216.0F
        : tall                          ? 112.0F
                                        : 136.0F;
    const float under = page.landscape ? (low ? 10.0F : 32.0F) : large || tall ? 32.0F : low ? 48.0F : 40.0F;
    return { page.margin(), page.bar().y - under - height, page.width(), height };
}

// In low landscape there is no height for a row: the buttons stand at the end.
PagerPlace pager_column(const Rect& area)
{
    constexpr float kWidth = 300;
    const float height = std::min(128.0F, (area.h - 72) / 2);
    const float x = area.right() - kWidth;
    return { { x, area.y, kWidth, height }, { x, area.y + height, kWidth, area.h - 2 * height },
        { x, area.bottom() - height, kWidth, height } };
}

// What is there for the cards, and the pager if there is one.
struct Space {
    Rect cards;
    Rect row; // of three
    Rect pager; // a row
};

Space space_of(const Page& page, float top, Below below, bool paged)
{
    Space made { .cards = {}, .row = row_of_three(page), .pager = page.row() };
    if (below == Below::Three) {
        const float high = page.modes.large_print && !page.landscape ? 128.0F : 112.0F;
        made.pager = { page.margin(), made.row.y - kBlocks - high, page.width(), high };
    }
    const bool pager_row = (paged || below == Below::Back) && !(page.landscape && page.modes.reach);
    float bottom = page.row().bottom();
    if (below == Below::Three)
        bottom = made.row.y
            - (page.landscape || paged || page.modes.reach || page.tall ? kBlocks - 4 : 2 * kBlocks);
    if (pager_row)
        bottom = made.pager.y - kBlocks;
    else if (below == Below::Back)
        bottom = page.row().y - kBlocks;
    made.cards = { page.margin(), top, page.width(), bottom - top };
    return made;
}

HomeLayout upright_layout(const Page& page, int cards, float top, Below below)
{
    const bool large = page.modes.large_print;
    const auto made = [&](CardForm form, const Space& space, int shown, const Grid& grid) {
        return HomeLayout { form, grid, shown, pager_row(page, space.pager), space.row };
    };
    if (large) {
        const Space space = space_of(page, top, below, cards > 4);
        // Under a heading of two lines and a notice of delay there is the height for three.
        constexpr float kLeastOfFour = 196;
        const int most = !page.landscape && space.cards.h < 4 * kLeastOfFour + 3 * 16 ? 3 : 4;
        const int shown = page.landscape ? most : std::min(cards, most);
        constexpr float kLeastShort = 150;
        const float least = page.landscape     ? kLeastShort
            : space.cards.h < 4 * 200 + 3 * 20 ? 180
                                               : kLeastOfFour;
        const Grid spread =
            grid(space.cards, shown, page.landscape ? 2 : 1, least, 280, page.landscape ? 20.0F : 16.0F);
        constexpr float kTallWithHint = 256;
        const bool short_form = spread.height < (page.tall ? kTallWithHint
                                        : page.landscape   ? kLeastOfFour
                                                           : 0.0F);
        return made(short_form ? CardForm::LargeShort : CardForm::Large, space, most, spread);
    }
    const bool paged = cards > 8;
    const Space space = space_of(page, top, below, paged);
    if (page.landscape) {
        const int shown = paged && below == Below::Three ? 6 : 8;
        return made(CardForm::Wide, space, shown, grid(space.cards, std::min(cards, shown), 2, 120, 168));
    }
    const int shown = paged ? 7 : cards;
    return made(
        CardForm::Wide, space, shown, grid(space.cards, shown, 1, 120, 176, page.tall ? 10.0F : 16.0F));
}

HomeLayout low_portrait(const Page& page, int cards, Below below)
{
    const bool large = page.modes.large_print;
    // Nastaliq in large print is too high for four.
    const int most = large ? (page.tall && below == Below::Three ? 3 : 4) : 8;
    const bool paged = cards > most;
    const Space space = space_of(page, page.reach_top(), below, paged);
    HomeLayout made { .pager = pager_row(page, space.pager), .row = space.row };
    if (large) {
        made.form = CardForm::LargeShort;
        made.per_page = most;
        made.grid = grid(space.cards, std::min(cards, most), 1, 116, 200, 12);
        return made;
    }
    if (cards <= 4) {
        made.per_page = cards;
        made.grid = grid(space.cards, cards, 1, 120, 176);
        return made;
    }
    made.form = CardForm::Compact;
    made.per_page = paged && below == Below::Three ? 6 : 8;
    made.grid = grid(space.cards, std::min(cards, made.per_page), 2, 132, 168);
    made.grid.order = Grid::Order::Across;
    return made;
}

HomeLayout low_landscape(const Page& page, int cards, Below below)
{
    const bool large = page.modes.large_print;
    const bool paged = cards > (large ? 4 : 8);
    Space space = space_of(page, page.reach_top(), below, paged);
    HomeLayout made { .form = CardForm::Compact, .pager = pager_column(space.cards), .row = space.row };
    if (paged)
        space.cards.w -= 324;
    made.per_page = large ? 4 : paged ? 6 : 8;
    made.grid = grid(space.cards, made.per_page, large ? 2 : paged ? 3 : 4, 124, 201);
    made.grid.order = Grid::Order::Across;
    return made;
}

} // namespace

HomeLayout home_layout(const Page& page, int cards, float top, Below below)
{
    if (!page.modes.reach)
        return upright_layout(page, cards, top, below);
    return page.landscape ? low_landscape(page, cards, below) : low_portrait(page, cards, below);
}

} // namespace nextplease::visitor
