// The page of staffing: a day's plan, and what if something were otherwise.
#include "kiosk/manager/screen_parts.h"

#include <algorithm>
#include <array>

namespace nextplease::manager {
namespace {

using ui::Align;
using ui::Icon;
using ui::Rect;
using ui::Type;
using ui::Weight;

constexpr float kLeft = 1240;
constexpr float kRight = 1288; // where the right column begins
constexpr float kRightWidth = 600;
constexpr float kWordsGap = 8;
constexpr float kHighestWords = 440; // what is beneath them keeps some rows

void paint_buttons(Painting& painting)
{
    const StaffingView& view = painting.view.staffing;
    ui::Frame& frame = painting.frame;
    const Type type { .size = 18, .line = 24, .weight = Weight::Bold, .align = Align::Middle };
    const Rect place { 480, 72, 240, 48 };
    if (view.progress) {
        if (ui::button(frame, "plan.stop", place, { .label = view.stop, .icon = Icon::Cross, .type = type },
                ui::Look::Secondary))
            painting.act = [](Manager& manager) {
                manager.staffing().stop();
                manager.close();
            };
        const Rect bar { 744, 90, 400, 12 };
        frame.canvas.fill(bar, frame.theme.rule, 6);
        frame.canvas.fill({ bar.x, bar.y, bar.w * *view.progress, bar.h }, frame.theme.petrol, 6);
    } else if (ui::button(frame, "plan.begin", place,
                   { .label = view.begin, .icon = Icon::Play, .type = type }, ui::Look::Primary)) {
        painting.act = [](Manager& manager) { manager.staffing().begin(); };
    }
}

// Words of some languages are higher than others: the card grows with them. Returns it.
Rect paint_words(Painting& painting, const Rect& card)
{
    const StaffingView& view = painting.view.staffing;
    ui::Frame& frame = painting.frame;
    const Rect in = inner(card);
    struct Said {
        const std::string& words;
        Type type;
        ui::Color color;
    };
    const std::array all { Said { view.progress ? view.intro : view.title,
                               { .size = 20, .line = 27, .weight = Weight::Bold }, frame.theme.ink },
        Said { view.expected, { .size = 18, .line = 25 }, frame.theme.ink },
        Said { view.basis, { .size = 16, .line = 22 }, frame.theme.ink2 } };
    Rect grown = card;
    grown.h = 32;
    for (const Said& one : all)
        grown.h += one.words.empty() ? 0 : frame.canvas.measure(one.words, one.type, in.w).h + kWordsGap;
    grown.h = std::clamp(grown.h, card.h, kHighestWords);
    paint_card(painting, grown, {}, {});
    float y = card.y + 16;
    for (const Said& one : all) {
        if (!one.words.empty())
            y += frame.canvas.paragraph({ in.x, y, in.w, std::max(1.0F, grown.bottom() - 8 - y) }, one.words,
                     one.type, one.color)
                + kWordsGap;
    }
    return grown;
}

} // namespace

void paint_staffing(Painting& painting)
{
    const StaffingView& view = painting.view.staffing;
    paint_buttons(painting);
    if (view.title.empty())
        return paint_notice(painting, view.intro);
    paint_chart(painting, { kMargin, 136, kLeft, 448 }, view.shares, "share", {});
    paint_chart(painting, { kMargin, 600, kLeft, 448 }, view.desks, "desks", {});
    const Rect words = paint_words(painting, { kRight, 136, kRightWidth, 272 });
    const float top = words.bottom() + 16;
    paint_table(painting, { kRight, top, kRightWidth, 820 - top }, view.what_ifs,
        { .key = "whatif",
            .name_share = 0.42F,
            .chosen = view.chosen,
            .lowest_row = 31,
            .shares = { 1.3F, 1.5F, 1.3F } },
        [](int row) -> Act {
            return [row](Manager& manager) {
                manager.staffing().choose_what_if(row);
                manager.close();
            };
        });
    paint_table(painting, { kRight, 836, kRightWidth, 212 }, view.hours,
        { .key = "hours", .name_share = 0.3F, .lowest_row = 27 }, {});
}

} // namespace nextplease::manager
