// What a reception is made of: the services one can come for, the desks where one is served, and the
// rules of its queue. Plain values, read from kiosk.conf by core/reception/configuration.h.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
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
    bool uses_start = true; // false: the call counts as the start of service ("seen" in design terms)
};

// A class of visits that is called before others as if it had come earlier.
struct PriorityClass {
    PriorityCode code;
    Worded name;
    Minutes head_start { 0 };
};

struct QueueRules {
    std::vector<PriorityClass> priorities; // the ordinary class is not listed: its head start is zero
    Seconds undo_within { 30 }; // how long a call can be undone
    Minutes no_show_grace { 20 }; // how long after a no-show the visitor may rejoin, keeping the place
};

// A reception's services, groups and desks, in the order in which they are shown.
struct Office {
    std::vector<Service> services;
    std::vector<ServiceGroup> groups; // empty: the services are shown at once. A service may be in none
    std::vector<Desk> desks;
    QueueRules rules;

    // nullptr if there is none of that code. Valid as long as the Office.
    const Service* find(const ServiceCode& code) const;
    const Desk* find(const DeskCode& code) const;
    const PriorityClass* find(const PriorityCode& code) const;
};

} // namespace nextplease
