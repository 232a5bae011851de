#include "kiosk/visitor/service_screen.h"

#include "text_keys.h"

#include <array>

namespace nextplease::visitor {
namespace {

using Kind = ServiceTouch::Kind;
using ui::Rect;

constexpr float kGap = 24;

ui::Type bold(float size)
{
    return { .size = size, .line = size * 1.25F, .weight = ui::Weight::Bold, .align = ui::Align::Middle };
}

// What is said stands at the start in landscape, at the top in portrait; the buttons take the rest.
struct Parts {
    Rect said, buttons;
};

Parts parts_of(const Page& page)
{
    constexpr float kMargin = 64;
    const float width = page.room.w - 2 * kMargin;
    if (page.landscape)
        return { { kMargin, 120, width * 0.42F, page.room.h - 240 },
            { kMargin + width * 0.5F, 120, width * 0.5F, page.room.h - 240 } };
    return { { kMargin, 160, width, 560 }, { kMargin, 760, width, 1'000 } };
}

struct Pad {
    ui::Frame& frame;
    std::optional<ServiceTouch> touched {};

    void button(
        const std::string& key, const Rect& rect, const std::string& label, ui::Look look, ServiceTouch touch)
    {
        const ui::ButtonText text { .label = label, .icon = {}, .type = bold(40) };
        if (ui::button(frame, key, rect, text, look))
            touched = touch;
    }
};

Rect cell(const Rect& area, int column, int row, int columns, int rows)
{
    const auto share = [](float length, int parts) {
        return (length - kGap * static_cast<float>(parts - 1)) / static_cast<float>(parts);
    };
    const float width = share(area.w, columns), height = share(area.h, rows);
    return { area.x + static_cast<float>(column) * (width + kGap),
        area.y + static_cast<float>(row) * (height + kGap), width, height };
}

void draw_said(ui::Frame& frame, const Rect& area, const ServiceWords& words)
{
    const ui::Type heading { .size = 56, .line = 68, .weight = ui::Weight::Bold };
    const ui::Type plain { .size = 36, .line = 46 };
    float y = area.y
        + frame.canvas.paragraph({ area.x, area.y, area.w, 0 }, words.heading, heading, frame.theme.ink);
    y += kGap;
    y += frame.canvas.paragraph({ area.x, y, area.w, 0 }, words.notice, plain, frame.theme.ink2);
    y += kGap;
    frame.canvas.paragraph({ area.x, y, area.w, 0 }, words.typed, heading, frame.theme.ink);
    for (const ServiceWords::Standing& one : words.standings) {
        y += frame.canvas.paragraph(
            { area.x, y, area.w, 0 }, one.what + ": " + one.how, plain, frame.theme.ink);
        y += kGap / 2;
    }
}

void draw_pin(Pad& pad, const Rect& area, const ServiceWords& words)
{
    constexpr int kColumns = 3, kRows = 5;
    for (int i = 0; i < 9; ++i) {
        const char digit = static_cast<char>('1' + i);
        pad.button(std::string("service.pin.") + digit, cell(area, i % 3, i / 3, kColumns, kRows),
            std::string(1, digit), ui::Look::Secondary, { Kind::Digit, digit });
    }
    pad.button("service.pin.erase", cell(area, 0, 3, kColumns, kRows), words.erase, ui::Look::Quiet,
        { Kind::Erase });
    pad.button(
        "service.pin.0", cell(area, 1, 3, kColumns, kRows), "0", ui::Look::Secondary, { Kind::Digit, '0' });
    pad.button("service.pin.enter", cell(area, 2, 3, kColumns, kRows), words.enter, ui::Look::Primary,
        { Kind::Enter });
    pad.button(
        "service.close", cell(area, 0, 4, 1, kRows), words.close, ui::Look::Secondary, { Kind::Close });
}

void draw_menu(Pad& pad, const Rect& area, const ServiceWords& words)
{
    constexpr int kRows = 5;
    pad.button("service.close", cell(area, 0, 0, 1, kRows), words.close, ui::Look::Primary, { Kind::Close });
    pad.button(
        "service.restart", cell(area, 0, 1, 1, kRows), words.restart, ui::Look::Secondary, { Kind::Restart });
    pad.button(
        "service.leave", cell(area, 0, 2, 1, kRows), words.leave, ui::Look::Secondary, { Kind::Leave });
    if (words.can_print)
        pad.button("service.print", cell(area, 0, 3, 1, kRows), words.test_print, ui::Look::Secondary,
            { Kind::TestPrint });
}

std::string how_it_stands(const std::optional<std::string>& trouble, const Words& words)
{
    if (!trouble)
        return words.say(Text::VisitorServiceNone);
    return trouble->empty() ? words.say(Text::VisitorServiceGood) : *trouble;
}

std::string notice_of(const ServicePanel& panel, const Words& words)
{
    switch (panel.notice()) {
    case ServicePanel::Notice::None:
        return {};
    case ServicePanel::Notice::Checking:
        return words.say(Text::VisitorServiceChecking);
    case ServicePanel::Notice::Wrong:
        return words.say(Text::VisitorServiceWrong);
    case ServicePanel::Notice::Wait:
        return words.count(Text::VisitorServiceWait, panel.seconds_to_wait());
    }
    return {};
}

} // namespace

ServiceWords service_words(const ServicePanel& panel, const Standings& standings, const Words& words)
{
    ServiceWords made;
    made.close = words.say(Text::VisitorServiceClose);
    if (panel.view() == ServicePanel::View::Pin) {
        made.heading = words.say(Text::VisitorServicePin);
        made.notice = notice_of(panel, words);
        for (int i = 0; i < panel.digits(); ++i)
            made.typed += "\u2022 ";
        made.enter = words.say(Text::VisitorServiceEnter);
        made.erase = words.say(Text::VisitorServiceErase);
        return made;
    }
    made.heading = words.say(Text::VisitorServiceHeading);
    made.notice = standings.test_print;
    made.leave = words.say(Text::VisitorServiceLeave);
    made.restart = words.say(Text::VisitorServiceRestart);
    made.test_print = words.say(Text::VisitorServiceTestPrint);
    made.can_print = standings.printer.has_value();
    made.standings = { { words.say(Text::VisitorServiceStore), how_it_stands(standings.store, words) },
        { words.say(Text::VisitorServicePrinter), how_it_stands(standings.printer, words) },
        { words.say(Text::VisitorServiceSound), how_it_stands(standings.sound, words) } };
    return made;
}

void perform(const ServiceTouch& touch, ServicePanel& panel)
{
    switch (touch.kind) {
    case Kind::Digit:
        return panel.digit(touch.digit);
    case Kind::Erase:
        return panel.erase();
    case Kind::Enter:
        return panel.enter();
    case Kind::Close:
        return panel.close();
    case Kind::Leave:
        return panel.leave();
    case Kind::Restart:
        return panel.restart();
    case Kind::TestPrint: // the printer's, which the panel knows nothing of
        return;
    }
}

std::optional<ServiceTouch> draw_service(
    ui::Frame& frame, const Page& page, const ServiceWords& words, ServicePanel::View view)
{
    frame.canvas.fill({ 0, 0, page.room.w, page.room.h }, frame.theme.paper);
    const Parts parts = parts_of(page);
    draw_said(frame, parts.said, words);
    Pad pad { frame };
    if (view == ServicePanel::View::Pin)
        draw_pin(pad, parts.buttons, words);
    else
        draw_menu(pad, parts.buttons, words);
    return pad.touched;
}

} // namespace nextplease::visitor
