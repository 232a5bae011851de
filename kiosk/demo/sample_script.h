// The script of the sample morning: who comes when in the first hour, and then step by step what the pictures
// show.
#pragma once

#include "core/base/time.h"

#include <array>

namespace nextplease::sample {

constexpr Seconds at(int hour, int minute, int second = 0)
{
    return std::chrono::hours { hour } + Minutes { minute } + Seconds { second };
}

// The visitors of the first hour, by the letter of their tickets: served one after another, first come first
// served, by the desks that serve them.
struct EarlyVisitors {
    const char* letter;
    int count;
    int at_the_door; // of them, waiting when the doors open
    Seconds last; // when the last of them comes
    Seconds quickest; // service; at most twice as long
};
constexpr std::array kEarly {
    EarlyVisitors { "A", 15, 2, at(10, 8), Seconds { 150 } },
    EarlyVisitors { "B", 36, 5, at(10, 6), Seconds { 66 } },
    EarlyVisitors { "C", 26, 4, at(10, 2), Seconds { 67 } },
    EarlyVisitors { "D", 8, 1, at(10, 2), Seconds { 140 } },
    EarlyVisitors { "E", 4, 1, at(9, 56), Seconds { 170 } },
    EarlyVisitors { "G", 4, 1, at(9, 50), Seconds { 95 } },
    EarlyVisitors { "H", 8, 1, at(10, 2), Seconds { 95 } },
};
// Of them, who gives up, and after how long.
struct Impatient {
    const char* number;
    Minutes after;
};
constexpr std::array kImpatient { Impatient { "B013", Minutes { 7 } }, Impatient { "C011", Minutes { 16 } } };

// From when a desk takes nobody of the first hour any more unless it is finished with them by `until`, and
// from when it does so again.
struct Engaged {
    const char* desk;
    Seconds from;
    Seconds to;
};
constexpr std::array kEngaged {
    Engaged { "Desk 1", at(10, 19, 30), at(24, 0) },
    Engaged { "Desk 2", at(10, 19, 40), at(24, 0) },
    Engaged { "Desk 3", at(10, 21, 20), at(24, 0) },
    Engaged { "Desk 4", at(10, 14, 50), at(10, 17, 20) },
    Engaged { "Desk 4", at(10, 22, 0), at(24, 0) },
};

// What some of them need, or what else they came for, by kiosk.conf's codes; what it does not have is left
// out.
struct Asked {
    const char* number;
    const char* need = "";
    const char* interpreter = "";
    int party = 1;
    const char* also = ""; // the letter of a further service
};
constexpr std::array kAsked { Asked { "A018", "seat" }, Asked { "A020", "", "", 1, "D" },
    Asked { "B043", "", "", 4 }, Asked { "B044", "hearing-loop" }, Asked { "C031", "interpreter", "so" },
    Asked { "H012", "step-free" } };

// Appointments of the day. Who has a number checks in for it instead of taking a ticket.
struct Booked {
    const char* reference;
    const char* letter;
    Seconds time;
    const char* number = "";
};
constexpr std::array kBooked { Booked { "E7M-4PX", "E", at(10, 40), "E007" },
    Booked { "K4R-9TA", "B", at(11, 0) }, Booked { "H6W-3DN", "E", at(11, 20) },
    Booked { "M9C-7LE", "C", at(14, 30) } };

enum class Verb { Take, Call, Recall, Start, Finish, Transfer, Hold, Resume, NoShow, Pause };

// What the pictures show, step by step.
struct Step {
    Seconds when;
    Verb verb;
    const char* number;
    const char* desk = ""; // empty: at the kiosk
    const char* words = ""; // of a transfer or hold
    const char* to = ""; // of a transfer: the letter of the other service
    Seconds until { 0 }; // of a hold; 0: it is not known
};
constexpr std::array kSteps {
    Step { at(10, 8, 30), Verb::Take, "C027" },
    Step { at(10, 12, 0), Verb::Take, "H009" },
    Step { at(10, 13, 30), Verb::Take, "A016" },
    Step { at(10, 14, 40), Verb::Take, "B037" },
    Step { at(10, 15, 0), Verb::Call, "C027", "Desk 4" },
    Step { at(10, 15, 20), Verb::Start, "C027", "Desk 4" },
    Step { at(10, 15, 20), Verb::Take, "E005" },
    Step { at(10, 15, 40), Verb::Take, "H010" },
    Step { at(10, 16, 20), Verb::Take, "B038" },
    Step { at(10, 16, 50), Verb::Take, "C028" },
    Step { at(10, 17, 10), Verb::Hold, "C027", "Desk 4", "Filling in a form", "", at(10, 45) },
    Step { at(10, 17, 30), Verb::Take, "A017" },
    Step { at(10, 18, 30), Verb::Take, "B039" },
    Step { at(10, 19, 0), Verb::Take, "C029" },
    Step { at(10, 19, 20), Verb::Take, "E006" },
    Step { at(10, 19, 40), Verb::Call, "A016", "Desk 1" },
    Step { at(10, 20, 0), Verb::Call, "E005", "Desk 2" },
    Step { at(10, 20, 5), Verb::Start, "A016", "Desk 1" },
    Step { at(10, 20, 20), Verb::Start, "E005", "Desk 2" },
    Step { at(10, 20, 40), Verb::Take, "A018" },
    Step { at(10, 20, 50), Verb::Take, "B040" },
    Step { at(10, 21, 10), Verb::Take, "D009" },
    Step { at(10, 21, 30), Verb::Call, "B037", "Desk 3" },
    Step { at(10, 21, 30), Verb::Take, "H011" },
    Step { at(10, 21, 50), Verb::Start, "B037", "Desk 3" },
    Step { at(10, 22, 5), Verb::Call, "C028", "Desk 4" },
    Step { at(10, 22, 20), Verb::Finish, "E005", "Desk 2" },
    Step { at(10, 22, 30), Verb::Start, "C028", "Desk 4" },
    Step { at(10, 22, 30), Verb::Take, "C030" },
    Step { at(10, 22, 40), Verb::Take, "B041" },
    Step { at(10, 22, 45), Verb::Call, "H009", "Desk 2" },
    Step { at(10, 23, 5), Verb::Start, "H009", "Desk 2" },
    Step { at(10, 23, 50), Verb::Take, "A019" },
    Step { at(10, 24, 8), Verb::Take, "B042" },
    Step { at(10, 24, 10), Verb::Finish, "A016", "Desk 1" },
    Step { at(10, 24, 20), Verb::Finish, "B037", "Desk 3" },
    Step { at(10, 24, 30), Verb::Call, "A017", "Desk 1" },
    Step { at(10, 24, 35), Verb::Call, "B038", "Desk 3" },
    Step { at(10, 24, 55), Verb::Start, "A017", "Desk 1" },
    Step { at(10, 24, 55), Verb::Start, "B038", "Desk 3" },
    Step { at(10, 25, 40), Verb::Take, "B043" },
    Step { at(10, 25, 40), Verb::Finish, "H009", "Desk 2" },
    Step { at(10, 26, 0), Verb::Call, "H010", "Desk 2" },
    Step { at(10, 26, 20), Verb::Start, "H010", "Desk 2" },
    Step { at(10, 27, 0), Verb::Hold, "B042", "Desk 2",
        "Letter about rent arrears. Wants to agree a payment plan. Has ID and the letter. Calm, but worried "
        "about "
        "the flat." },
    Step { at(10, 27, 10), Verb::Finish, "B038", "Desk 3" },
    Step { at(10, 27, 25), Verb::Call, "B039", "Desk 3" },
    Step { at(10, 27, 40), Verb::Take, "H012" },
    Step { at(10, 27, 45), Verb::Start, "B039", "Desk 3" },
    Step { at(10, 27, 48), Verb::Resume, "B042", "Desk 2" },
    Step { at(10, 27, 50), Verb::Finish, "H010", "Desk 2" },
    Step { at(10, 28, 5), Verb::Call, "H011", "Desk 2" },
    Step { at(10, 28, 25), Verb::Start, "H011", "Desk 2" },
    Step { at(10, 28, 30), Verb::Take, "B044" },
    Step { at(10, 28, 50), Verb::Take, "C031" },
    Step { at(10, 29, 20), Verb::Transfer, "H011", "Desk 2", "Has moved house. Wants to pay by direct debit.",
        "A" },
    Step { at(10, 29, 40), Verb::Take, "A020" },
    Step { at(10, 29, 40), Verb::Call, "D009", "Desk 2" },
    Step { at(10, 29, 50), Verb::Finish, "B039", "Desk 3" },
    Step { at(10, 30, 5), Verb::Call, "B040", "Desk 3" },
    Step { at(10, 30, 5), Verb::Finish, "A017", "Desk 1" },
    Step { at(10, 30, 20), Verb::Call, "A018", "Desk 1" },
    Step { at(10, 30, 25), Verb::Start, "B040", "Desk 3" },
    Step { at(10, 30, 30), Verb::Take, "B045" },
    Step { at(10, 30, 40), Verb::Recall, "D009", "Desk 2" },
    Step { at(10, 30, 48), Verb::Start, "A018", "Desk 1" },
    Step { at(10, 31, 20), Verb::Take, "E007" },
    Step { at(10, 31, 50), Verb::NoShow, "D009", "Desk 2" },
    Step { at(10, 31, 50), Verb::Take, "H013" },
    Step { at(10, 32, 10), Verb::Call, "E006", "Desk 2" },
    Step { at(10, 32, 20), Verb::Finish, "B040", "Desk 3" },
    Step { at(10, 32, 30), Verb::Start, "E006", "Desk 2" },
    Step { at(10, 32, 35), Verb::Call, "B041", "Desk 3" },
    Step { at(10, 32, 55), Verb::Start, "B041", "Desk 3" },
    Step { at(10, 33, 30), Verb::Take, "C032" },
    Step { at(10, 34, 40), Verb::Finish, "E006", "Desk 2" },
    Step { at(10, 34, 40), Verb::Take, "B046" },
    Step { at(10, 35, 0), Verb::Pause, "", "Desk 2" },
    Step { at(10, 35, 50), Verb::Take, "H014" },
    Step { at(10, 36, 0), Verb::Finish, "B041", "Desk 3" },
    Step { at(10, 36, 12), Verb::Call, "B042", "Desk 3" },
};

} // namespace nextplease::sample
