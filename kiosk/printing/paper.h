// What a slip of paper says: ready words, one part under another, and nothing about where they stand.
// Plain values.
#pragma once

#include "core/base/ids.h"
#include "kiosk/ui/text_painter.h"

#include <string>
#include <variant>
#include <vector>

namespace nextplease::printing {

// The council's logo and name, and a rule below.
struct Letterhead {
    std::string site;
};

// How large a text is: Body is 12 points at the least, 17 in large print (accessibility.md B3).
enum class Size { Body, Title, Large };

struct Line {
    std::string text;
    Size size = Size::Body;
    ui::Weight weight = ui::Weight::Regular;
    ui::Align align = ui::Align::Start;
    bool markup = false; // <b>...</b> inside; the rest of it is then escaped
    Language language {}; // of the text, where it is not the paper's
};

// A ticket's number or a case's reference, as large as the paper is wide.
struct Number {
    std::string text;
};

// A name in a box: the service. The second line is for staff who do not read the visitor's language.
struct Box {
    std::string text, staff;
    Language staff_language {};
};

// Things to tick off: markup.
struct Checklist {
    std::vector<std::string> things;
};

// A QR code with words beside it, or below where the paper is narrow.
struct Code {
    std::string code; // what it holds
    std::string title, text;
};

enum class Rule { Solid, Dashed };

// In tenths of a line of body text.
struct Gap {
    int tenths = 5;
};

using Part = std::variant<Letterhead, Line, Number, Box, Checklist, Code, Rule, Gap>;

enum class Print { Normal, Large };

struct Paper {
    Language language;
    Print print = Print::Normal;
    std::vector<Part> parts;
};

} // namespace nextplease::printing
