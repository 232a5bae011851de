// The printed ticket, as the kiosk has it: it is printed when it was taken, the screen says how that goes, it
// can be printed again, and it is forgotten when its visitor has gone. And what the printer says of itself is
// told to the store, so that staff see it at their desks. A ticket never depends on any of this.
//
// UI thread; never waits.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/printing/printing.h"
#include "kiosk/visitor/flow.h"

#include <memory>
#include <optional>
#include <string>

namespace nextplease::visitor {

// What the ticket's screen says of its paper.
struct PrintingWords {
    enum class Look { Working, Done, Trouble };
    Look look = Look::Working;
    std::string title, hint; // empty: nothing was printed here yet
    int steps = 0; // of kPrintingSteps, while Working
    std::string again; // what the button that prints once more says; empty: there is none now
    friend bool operator==(const PrintingWords&, const PrintingWords&) = default;
};
constexpr int kPrintingSteps = 4;

class TicketPrinting {
public:
    // `printer`: nullptr, there is none. All must outlive it.
    TicketPrinting(const Configuration& configuration, app::Commands& commands, printing::Printing* printer);

    // Follows the flow; true if something visible changed.
    bool follow(const Flow& flow, Moment now);
    // The ticket that is shown, once more, with what is true now.
    void print_again(const Flow& flow);

    // Nothing unless there is a printer and a ticket is shown.
    std::optional<PrintingWords> words_for(const Flow& flow, const Words& words) const;

private:
    void print(const Flow& flow, Instant at);
    void forget();
    void report(Moment now);

    const Configuration& configuration_;
    app::Commands& commands_;
    printing::Printing* printer_;
    printing::Now heard_; // of the printer, last
    printing::SlipId slip_; // of the ticket that is shown
    VisitId shown_;
    VisitId printed_; // the latest that was printed by itself
    Moment began_ { 0 }, now_ { 0 };
    int steps_ = 0;

    // What the store knows; none: nothing, or it is not sure.
    struct Reported {
        std::optional<DeviceState> state;
        Moment tried { 0 };
        bool under_way = false;
    };
    std::shared_ptr<Reported> reported_;
};

} // namespace nextplease::visitor
