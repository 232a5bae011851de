// Who waits and what each desk is doing, as the events tell it one after another: the state from which the
// wait estimate looks ahead, and the place where what an event teaches becomes plain (a service took so long,
// a desk turned round in so many seconds). Small numbers stand for services and desks, so that a year of
// events is gone through in a fraction of a second.
#pragma once

#include "core/domain/office.h"
#include "core/domain/queue.h"
#include "core/domain/visit.h"

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nextplease {

// An event with what the hall must know of its visit.
struct HallEvent {
    EventKind kind = EventKind::Taken;
    Instant at;
    VisitId visit; // zero for what happens to a desk
    int leg = 1;
    int service = -1; // as Hall::service_number; for Transferred and WentOn the new one
    int desk = -1; // as Hall::desk_number; -1: none is known
    int priority = 0; // as Hall::priority_number
    // Where a visit joins the queue: its arrival, and its place before head starts and before it let others
    // go first.
    Instant arrived {};
    Instant queue_from {};
    // Transferred: to one desk or one colleague; -1: to nobody in particular.
    int for_desk = -1;
    int for_staff = -1; // as Hall::staff_number
    int staff = -1; // SignedIn: who sits at the desk from now on
    std::optional<Instant> until {}; // Held, DeskPaused, DeskClosed: when it is expected back
};

// Somebody who waits for a call.
struct Waiter {
    VisitId visit;
    int service = 0;
    int priority = 0;
    Instant joined; // this queue; the wait so far counts from here
    Place place;
    int for_desk = -1; // nobody else's next
    int for_staff = -1;
    int passed_over = 0; // so often somebody was called whose turn came later
};

// Parked by a desk, and expected back in its place at a time.
struct HeldWaiter {
    Waiter waiter;
    Instant until;
};

struct HallDesk {
    enum class Doing { Serving, Free, Paused, Closed };
    int number = 0;
    Doing doing = Doing::Closed;
    Instant since {}; // of what it is doing; Free: the end of the last service, or the opening
    VisitId visit {}; // Serving
    int service = -1; // Serving, or the last one
    std::optional<Instant> turning; // since when a turnaround is timed: somebody waited at the end
    Instant last_seen {}; // last call, end or opening
    bool opened = false; // today
    bool in_planned_break = false; // Paused
    std::optional<Instant> back; // Paused and Closed: when it said that it opens again
    int staff = -1; // who sits there
    std::vector<int> rank; // by service: 0 where it does not serve it
    // What is planned for today.
    std::optional<Instant> opens;
    std::vector<Period> breaks; // still to come, in order
};

// What the events cannot tell of a day: when desks shall open and have their breaks.
struct DayPlan {
    struct DeskPlan {
        DeskCode desk;
        std::optional<Instant> opens;
        std::vector<Period> breaks;
    };
    std::vector<DeskPlan> desks;
    std::optional<Instant> closes; // nobody new comes after that
};

// What one event taught. All durations in seconds.
struct Taught {
    struct Departure {
        enum class How { Called, Left, Gone }; // Gone: out of sight without having given up
        Waiter waiter;
        How how = How::Called;
        Instant at;
        double wait() const { return static_cast<double>((at - waiter.joined).count()); }
    };
    struct Service {
        int service = 0;
        double duration = 0;
    };
    struct Spell {
        double duration = 0;
        bool ended = false; // else cut short
    };
    std::optional<Departure> departed;
    std::optional<Service> served;
    bool finish = false; // a desk became free of a visitor
    bool pause = false; // a desk paused, other than for a planned break
    std::vector<Spell> turnarounds;
    std::vector<Spell> pauses;
};

// Whether the log tells what desks do. Logs from elsewhere often tell of calls alone.
enum class DeskStates { Told, NotTold };

class Hall {
public:
    Hall(const Office& office, DeskStates desk_states);

    // Numbers for codes; a code that the office does not have gets a new one, with a usual service and no
    // head start.
    int service_number(const ServiceCode& code);
    int desk_number(const DeskCode& code);
    int priority_number(const PriorityCode& code);
    int staff_number(std::string_view name);
    const std::vector<Service>& services() const { return office_.services; } // by number

    // A new day: what is planned for it; nobody is in a queue or at a desk any more.
    void begin_day(const DayPlan& plan);

    // REQUIRES: events come in the order in which they happened. What it returns is valid until the next one.
    const Taught& observe(const HallEvent& event);

    // By place, across all services: the order in which a desk that serves everything would call.
    const std::vector<Waiter>& waiting() const { return waiting_; }
    const std::vector<HallDesk>& desks() const { return desks_; } // by number
    // Whom desks parked until a time, in no particular order.
    const std::vector<HeldWaiter>& held() const { return held_; }
    // Whether the desk may call the visit: it serves its service, and the visit was not sent to another desk
    // or colleague.
    static bool may_take(const HallDesk& desk, const Waiter& waiter);
    DeskStates desk_states() const { return desk_states_; }
    std::optional<Instant> closes() const { return closes_; } // today; none: it is not known

    const Waiter* waiter(VisitId visit) const;
    // As somebody would stand who took a ticket now.
    Waiter newcomer(int service, int priority, Instant now) const;
    // Of the same service, those who come before.
    int ahead(const Waiter& waiter) const;
    // Everybody who comes before, whatever they came for.
    int ahead_of_all(const Waiter& waiter) const;
    Seconds head_start(int service, int priority) const;

    // Arrivals of the last half hour, by service and priority.
    struct Arrival {
        Instant at;
        int service;
        int priority;
    };
    const std::vector<Arrival>& recent_arrivals(Instant now) const;

private:
    void join(const HallEvent& event);
    Waiter waiter_of(const HallEvent& event) const;
    void hold(const HallEvent& event);
    void send_to(const HallEvent& event);
    void release(VisitId visit);
    void change_priority(const HallEvent& event);
    void enqueue(const Waiter& waiter);
    void let_others_go_first(VisitId visit);
    void depart(VisitId visit, Instant at, Taught::Departure::How how);
    void call(const HallEvent& event);
    void end_service(const HallEvent& event, bool counts);
    void free_desk(HallDesk& desk, Instant at);
    void undo_call(const HallEvent& event);
    void change_desk(const HallEvent& event);
    void pause_desk(HallDesk& desk, Instant at);
    void end_pause(HallDesk& desk, Instant at, bool ended);
    void stop_turning(HallDesk& desk, Instant at, bool called);
    void stop_idle_turnings(Instant at);
    void pass_over(const Waiter& called, int desk);
    bool somebody_waits_for(const HallDesk& desk) const; // who has not gone away unnoticed

    struct AtDesk {
        int desk; // -1: none is known
        int service;
        Instant called;
        Waiter waiter; // as it waited
        HallDesk before; // the call
    };

    // What sets a visit's place apart from what its ticket tells; most have none of it.
    struct Apart {
        Seconds moved { 0 }; // back, by letting others go first
        int for_desk = -1;
        int for_staff = -1;
    };

    Office office_; // with what was found added
    DeskStates desk_states_;
    std::unordered_map<ServiceCode, int> service_numbers_;
    std::unordered_map<DeskCode, int> desk_numbers_;
    std::unordered_map<PriorityCode, int> priority_numbers_;
    std::unordered_map<std::string, int> staff_numbers_;
    std::vector<PriorityCode> priorities_;
    std::vector<std::vector<Seconds>> head_starts_; // by priority and service
    std::vector<HallDesk> desks_;
    std::optional<Instant> closes_;
    std::vector<Waiter> waiting_;
    std::unordered_map<VisitId, AtDesk> at_desk_;
    std::vector<HeldWaiter> held_;
    std::unordered_map<VisitId, Apart> apart_;
    mutable std::vector<Arrival> arrivals_;
    Taught taught_;
};

} // namespace nextplease
