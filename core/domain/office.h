// What a reception is made of: the services one can come for, the desks where one is served, and the
// rules of its queue. Plain values, read from kiosk.conf by core/reception/configuration.h.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/contact_result.h"
#include "core/domain/hours.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nextplease {

// The same words in several languages, as the council supplies them.
using Worded = std::map<Language, std::string>;

// A document to have ready.
struct Document {
    std::string icon; // a name of kiosk/ui/icons.h
    Worded name; // "Our letter to you"
    Worded hint; // "If we have sent one"; may be empty
};

// What a visitor can come for.
struct Service {
    ServiceCode code;
    std::string letter; // 1 or 2 capital letters that begin its ticket numbers; services may share one
    Worded name;
    Worded hint;
    std::vector<Document> bring;
    Minutes usual { 10 }; // a usual service, for the wait estimate until it has learnt
    Minutes limit { 10 }; // the standard: seen within this long of arriving (C-visit, M-visit)
    Seconds head_start { 0 }; // added to every visit's head start; negative waits behind the others
    OpeningHours hours;
    Minutes last_ticket { 0 }; // the kiosk gives the last ticket so long before each closing
    std::optional<int> tickets_a_day; // at the kiosk; appointments are apart (promised is promised)
    std::optional<ResultRule> result; // whether Finish asks what came of it; none: as for all
    Worded elsewhere; // "This may be quicker online: ..."; may be empty
    DirectorateCode directorate; // whose service it is; empty: nobody's in particular

    // Open, and not too near the closing for another ticket.
    bool gives_tickets_at(const LocalTime& time) const;
    // The next time at or after `time` when it gives tickets, within 30 days.
    std::optional<LocalTime> next_tickets(const LocalTime& time) const;
};

// A part of the council, with the director to whom results are told. Only staff read it.
struct Directorate {
    DirectorateCode code;
    std::string name;
    std::string director; // the office, such as "Corporate Director of People"; may be empty
    std::vector<std::string> numbers; // telephone numbers that may be rung to see how they are answered
};

// Services that are offered together, one choice before the services themselves.
struct ServiceGroup {
    std::string code;
    Worded name;
    Worded hint;
    std::string icon; // a name of kiosk/ui/icons.h; may be empty
    std::vector<ServiceCode> services; // in the order shown; not empty
};

// One service that a desk may call. Lower ranks are called first, whatever has waited longer.
struct DeskService {
    ServiceCode service;
    int rank = 1;
    friend bool operator==(const DeskService&, const DeskService&) = default;
};

// Where one is served.
struct Desk {
    DeskCode code; // "Desk 3": on the command line, in the store and in exports
    Worded name; // as the board shows and says it
    std::vector<DeskService> services;
    std::optional<Seconds> opens {}; // time of day; none: with the reception
    std::vector<OpenSpan> breaks {}; // that are planned, every day
    bool uses_start = true; // false: the call counts as the start of service ("seen" in design terms)
};

// A class of visits that is called before others as if it had come earlier.
struct PriorityClass {
    PriorityCode code;
    Worded name;
    Seconds head_start { 0 };
};

// Something that a visitor may need from us (C and M: "a particular requirement, or support in accessing our
// services"). It is written on the visit and shown to the desk. It makes nobody faster by itself: only where
// kiosk.conf gives it a priority class does it put the visit into that class.
struct Need {
    NeedCode code;
    Worded name {}; // "An interpreter"
    Worded hint {}; // may be empty
    std::string icon {}; // a name of kiosk/ui/icons.h
    PriorityCode priority {}; // empty: none
    enum class Asks { Nothing, WhichLanguage };
    Asks asks = Asks::Nothing;
};

// A language that an interpreter can be asked for; the kiosk itself need not speak it.
struct InterpreterLanguage {
    Language code;
    std::string own_name; // as its speakers write it
    std::string name; // as staff read it
};

struct QueueRules {
    std::vector<PriorityClass> priorities; // the ordinary class is not listed: its head start is zero
    Seconds undo_within { 30 }; // how long a call can be undone
    Minutes no_show_grace { 20 }; // how long after a no-show the visitor may rejoin, keeping the place
    int more_time_behind = 3; // "I need more time": how many of the same service go first
    int more_time_at_most = 1; // how often in a visit; 0: not offered
    int party_at_most = 10; // people who can come on one ticket
    int matters_at_most = 3; // further services in one visit; 0: not offered
    int farthest_seat_metres = 20; // from a desk, as one walks

    // How long somebody who was called may be on the way: from the farthest seat at 0.4 metres a second, the
    // pace of a slow walker, and half a minute to get up (accessibility.md, K3). Rounded up.
    Seconds walk() const { return Seconds { (farthest_seat_metres * 5 + 1) / 2 + 30 }; }
};

// When somebody with an appointment is early, in time or late, and where they then stand in the queue.
struct AppointmentRules {
    Minutes early { 30 }; // checking in sooner than this is early
    Minutes late { 15 }; // and so long after it the appointment still counts
    Minutes head_start { 10 }; // they queue as if they had come so long before it
};

// A reception's services, groups and desks, in the order in which they are shown.
struct Office {
    std::vector<Service> services;
    std::vector<ServiceGroup> groups; // empty: the services are shown at once. A service may be in none
    std::vector<Desk> desks;
    QueueRules rules;
    std::vector<Need> needs;
    std::vector<InterpreterLanguage> interpreters;
    AppointmentRules appointments;
    std::vector<Directorate> directorates;

    // nullptr if there is none of that code. Valid as long as the Office.
    const Service* find(const ServiceCode& code) const;
    const Desk* find(const DeskCode& code) const;
    const PriorityClass* find(const PriorityCode& code) const;
    const Need* find(const NeedCode& code) const;
    const InterpreterLanguage* interpreter(const Language& code) const;
    const Directorate* find(const DirectorateCode& code) const;
    // Of a service; empty where it has none, or there is no such service.
    DirectorateCode directorate_of(const ServiceCode& service) const;

    // The class that those needs put a visit into: of the classes that kiosk.conf gives them, the one with
    // the longest head start. Empty: the ordinary class.
    PriorityCode priority_of(const std::vector<NeedCode>& needs) const;
};

} // namespace nextplease
