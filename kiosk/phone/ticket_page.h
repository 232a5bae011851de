// What a visitor's phone shows of a ticket: all words and what can be done, from a picture of the room. A
// model without a page: whoever serves the page only sets it. Pure: the same room gives the same page.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease::phone {

struct TicketPage {
    enum class State {
        Waiting,
        Next, // nobody is ahead and the call comes within a minute, or a desk is free
        Called,
        Serving,
        Held,
        Missed, // was called and did not come, and may still rejoin
        Over,
        Left,
        Unknown, // no such ticket today
        CutOff, // how the ticket stands cannot be seen
    };
    State state = State::Unknown;
    std::string council;
    std::string number; // "B042"; empty: Unknown
    std::string letter, service;

    std::string heading; // "You are in the queue", "It is your turn"
    std::string hint; // what to do; may be empty
    // Waiting and Next:
    int people_ahead = 0; // for the row of dots
    std::string people; // "4 people are ahead of you."
    std::string time; // "about 9 min", "You are next", "No desk is open yet"
    std::string time_hint; // "could be up to 15", "Go to Desk 2 now"; may be empty
    std::string late; // past the standard: that, and that we are sorry; else empty
    // A notice of delay about the service, with its reason; else empty.
    std::string delay_title, delay;
    // Called and Missed:
    std::string desk; // Called: "Desk 3"
    std::string held_until; // "We hold your place until 10:39."
    std::string checked; // "Checked 10:29. Updates by itself."

    enum class Action { MoreTime, Leave, Rejoin };
    struct Button {
        Action action = Action::Leave;
        std::string label;
        friend bool operator==(const Button&, const Button&) = default;
    };
    std::vector<Button> buttons;

    friend bool operator==(const TicketPage&, const TicketPage&) = default;
};

// The page of the ticket that `code` names: what the square code on it holds, or its number as typed. `found`
// is the latest visit with that number of the code's day, or of today where the code has none, as
// Reception::find gives it; the room tells how it stands now. A code of another day is told as such.
TicketPage ticket_page(std::string_view code, const std::optional<Visit>& found, const Snapshot& room,
    const Configuration& configuration, const Words& words);

} // namespace nextplease::phone
