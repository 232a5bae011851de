// What wall boards show beside the calls, and how loud they announce them.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/office.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease {

// Words of the council's own that stand on the boards in turn.
struct BoardMessage {
    Worded title;
    Worded text;
    std::optional<LocalDate> until; // its last day; none: always
};

// The services that one board is for, where several hang in different places.
struct BoardZone {
    std::string code; // as in: nextplease board --zone CODE
    std::vector<ServiceCode> services;
};

// From that time of day on.
struct VolumeFrom {
    Seconds since_midnight { 0 };
    int volume = 0;
};

struct BoardSettings {
    Seconds newest_at_least { 8 }; // a call stands largest at least this long
    Seconds notice_stands { 12 }; // each of several notices, in turn
    bool announce = true; // calls are announced aloud
    int volume = 5; // of announcements: 1 to 7, 4 decibels each; 0 silent
    std::vector<VolumeFrom> volumes; // by time of day, ascending; before the first: `volume`
    bool charter_figures = true; // last month's figures stand among the notices
    std::vector<BoardMessage> messages; // in the order shown
    std::vector<BoardZone> zones;

    int volume_at(Seconds since_midnight) const;
    const BoardZone* zone(const std::string& code) const; // nullptr if there is none
};

} // namespace nextplease
