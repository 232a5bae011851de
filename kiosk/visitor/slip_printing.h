// The printed slips, as the kiosk has them: a ticket is printed when it was taken, the reference of a
// complaint, comment or compliment when it was sent; the screen says how that goes, both can be printed
// again, and both are forgotten when their visitor has gone. And what the printer says of itself is told to
// the store, so that staff see it at their desks. Neither ticket nor case ever depends on any of this.
//
// UI thread; never waits.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/printing/printing.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/words.h"

#include <memory>
#include <optional>
#include <string>

namespace nextplease::visitor {

class SlipPrinting {
public:
    // `printer`: nullptr, there is none. All must outlive it.
    SlipPrinting(const Configuration& configuration, app::Commands& commands, printing::Printing* printer);

    // Follows the flow, and prints what it wants printed; true if something visible changed.
    bool follow(Flow& flow, Moment now);
    // What is shown, once more, with what is true now.
    void print_again(const Flow& flow);

    // Nothing unless there is a printer and a ticket or a case is shown.
    std::optional<PrintingWords> words_for(const Flow& flow, const Words& words) const;

    // For staff. How the printer stands: empty, well; nullopt, there is none.
    std::optional<std::string> standing(const Words& words) const;
    // One test slip at a time, in the words of staff.
    void print_test(Instant at, const Words& words);
    std::string test_said(const Words& words) const; // empty: none was printed
    void close_test() { test_ = {}; }

    // For pictures: what is shown has this slip, and the printer says so.
    void put_at(const Flow& flow, const printing::Now& told);

private:
    // At most one of them is there.
    struct Shown {
        VisitId ticket;
        CaseId sent;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    static Shown shown_by(const Flow& flow);
    static bool is_new(const Flow& flow);

    void print(const Flow& flow, Instant at);
    printing::Paper paper_for(const Flow& flow, Instant at) const;
    bool under_way(printing::SlipId slip) const;
    bool waits_in_vain() const; // until somebody mends the printer
    void forget();
    void report(Moment now);

    const Configuration& configuration_;
    app::Commands& commands_;
    printing::Printing* printer_;
    printing::Now heard_; // of the printer, last
    printing::SlipId slip_; // of what is shown
    printing::SlipId test_;
    Shown shown_;
    Shown printed_; // the latest that was printed by itself
    Moment began_ { 0 }, now_ { 0 };
    int steps_ = 0;
    bool still_ = false; // for a picture

    // What the store knows; none: nothing, or it is not sure.
    struct Reported {
        std::optional<DeviceState> state;
        Moment tried { 0 };
        bool under_way = false;
    };
    std::shared_ptr<Reported> reported_;
};

} // namespace nextplease::visitor
