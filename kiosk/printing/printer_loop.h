// What the printer's thread does, one step after another: which slip is sent when, what is tried again, what
// is given up, and when the printer is asked how it is. No thread and no clock of its own.
//
//   Waiting --printer can print--> Printing --> Printed
//      |  ^----- nothing came out -----'  '--> Failed (torn)
//      '--a minute has passed--> Failed
#pragma once

#include "kiosk/printing/paper_drawing.h"
#include "kiosk/printing/printing.h"
#include "kiosk/printing/sink.h"

#include <deque>
#include <functional>
#include <optional>

namespace nextplease::printing {

// How often and how long.
struct Rhythm {
    Milliseconds well { 10000 }; // between questions to a printer that can print
    Milliseconds ill { 2000 }; // to one that cannot
    Milliseconds wanted { 1000 }; // while a slip waits for it
    Milliseconds keep { 60000 }; // after which a slip that waits is not printed any more
};

class PrinterLoop {
public:
    using Moment = std::chrono::steady_clock::time_point;
    struct Outside {
        Sink& sink;
        std::function<DrawnPaper(const Paper&)> draw; // may throw
        std::function<Moment()> now;
        std::function<void(const Now&)> tell; // whenever something has changed
    };
    explicit PrinterLoop(Outside outside, const Rhythm& rhythm = {});

    void print(SlipId slip, Paper paper);
    void print_again(SlipId slip);
    void forget(SlipId slip);

    // Does what is due; returns how long until the next step, unless something is asked for before.
    Milliseconds step();

private:
    struct Slip {
        SlipId id;
        Paper paper;
        Moment asked;
    };
    void try_to_print();
    void ask_printer();
    void give_up_old();
    void heard(DeviceState state);
    void tell(SlipId slip, SlipState state, DeviceState why);

    Outside outside_;
    Rhythm rhythm_;
    std::deque<Slip> waiting_;
    std::optional<Slip> last_; // the latest that was asked for, to be printed again
    Now now_;
    std::optional<Moment> asked_at_; // the printer, last
};

} // namespace nextplease::printing
