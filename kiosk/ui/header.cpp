// The top of kiosk and board: see widgets.h.
#include "kiosk/ui/widgets.h"

#include <algorithm>

namespace nextplease::ui {

namespace {

// Where the parts of a header stand, in the three forms of screen.
struct HeaderForm {
    float margin, logo, logo_y;
    Type name, clock, date;
    float name_x, name_y, name_y_of_two; // first baselines
    float clock_y;
};

HeaderForm header_form(const Frame& frame, Print print)
{
    const auto type = [](float size, float line, Weight weight, Align align) {
        return Type { .size = size, .line = line, .weight = weight, .align = align };
    };
    const bool large = print == Print::Large;
    const Size room = frame.canvas.room();
    const bool wide = room.w > room.h;
    if (frame.theme.kind == Theme::Kind::Board && wide)
        return { 56, 56, 16, type(40, 48, Weight::Bold, Align::Start), type(72, 80, Weight::Bold, Align::End),
            type(40, 48, Weight::Regular, Align::End), 132, 59, 0, 69 };
    if (frame.theme.kind == Theme::Kind::Board)
        return { 56, 56, 16, type(28, 32, Weight::Bold, Align::Start), type(72, 80, Weight::Bold, Align::End),
            type(32, 40, Weight::Regular, Align::End), 132, 54, 39, 69 };
    if (wide)
        return { 40, 56, 20, type(28, 32, Weight::Bold, Align::Start),
            type(large ? 60.0F : 56.0F, 64, Weight::Bold, Align::End),
            type(large ? 32.0F : 28.0F, 36, Weight::Regular, Align::End), 112, 58, 41, 68 };
    if (large)
        return { 48, 64, 32, type(36, 40, Weight::Bold, Align::Start), type(64, 72, Weight::Bold, Align::End),
            type(36, 40, Weight::Regular, Align::End), 128, 78, 58, 86 };
    return { 48, 64, 32, type(28, 32, Weight::Bold, Align::Start), type(56, 64, Weight::Bold, Align::End),
        type(28, 32, Weight::Regular, Align::End), 128, 76, 59, 84 };
}

// The council's name, on one line or two of about the same width.
void site_name(Frame& frame, const HeaderForm& form, const std::string& site, float room)
{
    const float whole = frame.canvas.measure(site, form.name).w;
    if (form.name_y_of_two == 0 || whole <= std::min(room, 260.0F)) {
        frame.canvas.text({ form.name_x, form.name_y }, site, form.name, frame.theme.ink, room);
        return;
    }
    const float first = form.name_y_of_two - form.name.line / 2 - 0.388F * form.name.size;
    const float balanced = std::min(room, whole * 0.62F);
    const bool two = frame.canvas.measure(site, form.name, balanced).h <= 2.5F * form.name.line;
    frame.canvas.paragraph(
        { form.name_x, first, two ? balanced : room, 0 }, site, form.name, frame.theme.ink);
}

} // namespace

void header(
    Frame& frame, const std::string& site, const std::string& date, const std::string& clock, Print print)
{
    const HeaderForm form = header_form(frame, print);
    const Rect logo { form.margin, form.logo_y, form.logo, form.logo };
    frame.canvas.fill(logo, frame.theme.petrol, form.logo * 12 / 64);
    frame.canvas.icon(Icon::Logo, logo, frame.theme.on_petrol);
    float end = frame.canvas.room().w - form.margin;
    const bool board = frame.theme.kind == Theme::Kind::Board;
    if (!clock.empty())
        end -=
            frame.canvas.text({ end, form.clock_y }, clock, form.clock, frame.theme.ink) + (board ? 32 : 24);
    if (!date.empty())
        end -= frame.canvas.text({ end, form.clock_y }, date, form.date, frame.theme.ink2) + 24;
    site_name(frame, form, site, end - form.name_x);
}

} // namespace nextplease::ui
