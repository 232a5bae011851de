// A journey: what a visitor does at the kiosk besides taking a ticket for a service: check in, look a ticket
// up, give feedback, make a complaint, read the Charter. A model without drawing, store or clock: it shows
// one step after another, takes what was touched, and hands out errands for the store.
//
// The flow keeps at most one journey and forgets it, with everything in it, when it ends, when the visitor
// starts again and when nobody answers "Are you still there?". UI thread.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/reception.h"
#include "core/reception/snapshot.h"
#include "kiosk/visitor/step.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace nextplease::visitor {

// Something for the store. `job` runs on the thread that owns the reception and must not touch the journey;
// what it returns runs on the UI thread afterwards, unless the journey is gone by then. If the store fails,
// `failed` runs instead. Each is answered once.
struct Errand {
    std::function<std::function<void()>(Reception&)> job;
    std::function<void()> failed;
};

// What a visitor said beside the service, before taking a ticket. The flow keeps it, shows it on the
// confirmation and puts it into the ticket.
struct VisitWishes {
    std::vector<NeedCode> needs;
    Language interpreter {}; // empty: none
    int party = 1; // people who come together
    std::vector<ServiceCode> matters; // further services in the same visit, in order
    friend bool operator==(const VisitWishes&, const VisitWishes&) = default;
};

class Journey {
public:
    virtual ~Journey() = default;

    // The present step by name, such as "message.words": for tests, pictures and the probe. Touches start
    // anew when it changes.
    virtual std::string name() const = 0;
    // Made when something has changed, not in a frame.
    virtual Step step(const Words& words) const = 0;

    // What was touched. Each does nothing on a step that does not offer it.
    virtual void choose(int /*index*/) { }
    virtual void fewer() { }
    virtual void further() { }
    virtual void change(int /*row*/) { } // of a review
    virtual void next() { }
    // False: there is nothing before this step; the journey ends where it was opened.
    virtual bool back() = 0;
    // Typed in the meantime; the draft itself is already changed.
    virtual void typed() { }

    // What a scanner read before the journey was opened, as if it had been typed and entered.
    virtual void scan(const std::u32string& /*code*/) { }

    // An answer is awaited: the time-out does not ask.
    virtual bool waiting() const { return false; }
    // It is over: asked for after every touch and every answer.
    enum class End {
        No,
        StartAgain, // everything is forgotten
        Home, // the services; or the confirmation, where it was opened from there
        Ticket, // show the ticket that it made or found
        PaperTicket // the same, and print it
    };
    virtual End end() const { return End::No; }
    virtual const Visit* ticket() const { return nullptr; } // for End::Ticket and End::PaperTicket
    // What the store keeps of a message that was sent here: its reference is printed while this is there.
    virtual const Case* sent() const { return nullptr; }
    // Of JourneyKind::Needs: what was said so far, taken over when it ends, also by back().
    virtual const VisitWishes* wishes() const { return nullptr; }

    virtual void show(const std::shared_ptr<const Snapshot>& /*snapshot*/) { }
    // The journey's own clock; true if something visible changed.
    virtual bool tick(std::chrono::milliseconds /*now*/) { return false; }
    // What is to be done now; handed out once.
    virtual std::vector<Errand> errands() { return {}; }
};

// What a journey is started with. All outlive it.
struct JourneyContext {
    const Configuration& configuration;
    std::function<RequestId()> make_request;
    std::function<Language()> language; // the one in use now
    std::shared_ptr<const Snapshot> snapshot;
    std::optional<Visit> ticket {}; // the visitor's own, if this visit took one
    ServiceCode service {}; // of JourneyKind::Needs: what a ticket is about to be taken for
    VisitWishes wishes {}; // of JourneyKind::Needs: what was said before
};

} // namespace nextplease::visitor
