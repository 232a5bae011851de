// The words of the board: its lines about services, and the notices that take turns where there is something
// to say. Made when a picture of the room comes, so that a frame only paints.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/charter.h"
#include "core/reception/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::board {

struct ServiceLine {
    enum class Tone {
        Usual,
        Slow, // the estimate is past the service's own limit
        Quiet // no number: closed, or the wait is not known
    };
    std::string letter;
    std::string name;
    std::string waiting; // how many; empty where it is closed
    std::string time; // "9 to 14 min", "opens 14:00"
    Tone tone = Tone::Usual;
    friend bool operator==(const ServiceLine&, const ServiceLine&) = default;
};

struct Notice {
    enum class Kind {
        CutOff, // stands alone
        Delay, // put up by a desk: every other turn is its
        Message, // of the council's own
        Figure // of last month
    };
    Kind kind = Kind::CutOff;
    std::string title;
    std::string text;
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct Content {
    std::string site;
    std::string date;
    std::string clock;
    std::vector<ServiceLine> services;
    std::string time_column; // what the times are, or as of when
    std::string no_call; // what stands in the band before the first call
    std::string no_call_more;
    std::vector<Notice> notices; // in turn
    friend bool operator==(const Content&, const Content&) = default;
};

// What this board shows beside the room.
struct Scope {
    const BoardZone* zone = nullptr; // none: all services
    const CharterFigures* figures = nullptr; // none: not known yet
};

// Never a name or anything else about a visitor.
Content content_of(const Snapshot& snapshot, const Words& words, const Configuration& configuration,
    const Scope& scope = {});

// Whether the board is for that service.
bool in_zone(const BoardZone* zone, const ServiceCode& service);

} // namespace nextplease::board
