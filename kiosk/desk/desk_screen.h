// Paints the console: one function for each part, each told what it shows as ready words. What the
// receptionist presses is handed back and done after the frame is painted.
#pragma once

#include "kiosk/desk/console.h"
#include "kiosk/desk/layout.h"

#include <functional>

namespace nextplease::desk {

// What was pressed in this frame; empty: nothing.
using Intent = std::function<void(Console&)>;

// One frame.
struct Painting {
    ui::Frame& frame;
    const Layout& layout;
    const ConsoleView& view;
    Intent intent {};
    std::string focus {}; // the item that the keys move to after it
};

void paint_bar(Painting& painting);
void paint_banner(Painting& painting);
void paint_card(Painting& painting);
void paint_clocks(Painting& painting);
void paint_verbs(Painting& painting);
void paint_list(Painting& painting);
void paint_today(Painting& painting);
void paint_desks(Painting& painting);
void paint_message(Painting& painting);
void paint_extras(Painting& painting);
void paint_equipment(Painting& painting);
void paint_sign_in(Painting& painting);
// The form that is open; `words` is the line that is typed into, `day` the one beside it; nullptr: there is
// none.
void paint_form(Painting& painting, ui::TextDraft& words, ui::TextDraft* day = nullptr);
// The card, as far as an open form leaves room for it.
void paint_card_above_form(Painting& painting);
// One of several: chosen is filled, and ticked.
void paint_choice(Painting& painting, const Choice& choice, const ui::Rect& rect);
// What was confided in a case, or the passphrase that opens it.
void paint_words(Painting& painting);
void paint_help(Painting& painting);
// A new complaint: choices in two columns, and what is typed.
void paint_complaint(Painting& painting, FormDraft& draft);
// The choices of a group with its label; returns where it ends.
float paint_group(Painting& painting, const ChoiceGroup& group, const ui::Rect& area);
constexpr const char* kNoteKey = "form.words";
constexpr const char* kContactKey = "form.contact";
constexpr const char* kDayKey = "form.day";
constexpr const char* kSendKey = "form.send";

// The parts are made of these.
// A white card.
void paint_card_frame(Painting& painting, const ui::Rect& rect, ui::Color border, float width = 2);
// Whether a text stands much higher than Latin, as Nastaliq does.
bool tall_script(const Painting& painting, const std::string& text);
// The baseline of a line in the middle of a box that spans `top` and `height`, by the script that it is in.
float middle_line(const Painting& painting, float top, float height, const std::string& text, float size);
// One line in the middle of a box, at its start, middle or end, in a smaller size if it does not fit.
void paint_line(
    Painting& painting, const ui::Rect& rect, const std::string& text, const ui::Type& type, ui::Color color);
// The key that presses a button, as engraved, ending at `end`; returns where it stands.
ui::Rect paint_key_cap(Painting& painting, ui::Point end, const std::string& cap, ui::Color fill,
    ui::Color color, float height = 36);
// A button with one line of text. True if it was pressed.
enum class Shape { Primary, Plain, Off, Pressed };
bool paint_button(Painting& painting, const std::string& key, const ui::Rect& rect, const std::string& label,
    Shape shape, const std::string& cap = {});

} // namespace nextplease::desk
