// A standard: a promise that is counted. A channel, a clock with a start and a stop, a limit, and a goal (the
// share that must be within the limit). Seen-within-target is one of many; C-visit, M-email and all others of
// the councils' policies are kiosk.conf's [[standard.promise]], and nothing here knows a council.
//
// What counts. Whatever began its clock in the period counts once, by the day on which it began:
//   within    stopped in time, or in time by the date that was told when more time may be had
//   late      stopped after that
//   lost      never stopped: hung up, left. Which of them count is the promise's own rule
//   open      not stopped yet; open_late of them are past the limit, and cannot be kept any more
//   left out  abusive, junk or otherwise no promise at all: in no figure
// share = within / decided, decided = within + late + lost + open_late. Never a share of nothing.
#pragma once

#include "core/domain/deadline.h"
#include "core/domain/office.h"
#include "core/domain/other_contact.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nextplease {

enum class StandardChannel {
    Visit,
    Phone,
    Email,
    Text,
    Web,
    Letter,
    Fax,
    Social,
    Post,
    OutOfHours,
    Complaint,
    Escalated, // to the Chief Executive, or stage two
};
inline constexpr std::array kStandardChannels { StandardChannel::Visit, StandardChannel::Phone,
    StandardChannel::Email, StandardChannel::Text, StandardChannel::Web, StandardChannel::Letter,
    StandardChannel::Fax, StandardChannel::Social, StandardChannel::Post, StandardChannel::OutOfHours,
    StandardChannel::Complaint, StandardChannel::Escalated };
std::string_view word(StandardChannel channel);
std::optional<StandardChannel> standard_channel(std::string_view word);
StandardChannel channel_of(Channel channel);

// What starts and stops the clock.
enum class Stretch {
    Seen, // arrived -> seen
    Picked, // offered (the first ring) -> answered
    Acknowledged, // received -> acknowledged
    Answered, // received -> answered in full
    Scanned, // received -> scanned
    AnsweredSinceAcknowledged, // acknowledged -> answered in full
};
// The words of kiosk.conf, `from` and `to`; and whether a channel has such a clock.
struct StretchWords {
    Stretch stretch;
    std::string_view from, to;
};
StretchWords words_of(Stretch stretch);
std::optional<Stretch> stretch(std::string_view from, std::string_view to);
bool has_stretch(StandardChannel channel, Stretch stretch);

// Which of those who gave up count against a promise.
enum class Lost {
    LeaveOut, // none: the share is of those who were seen or answered
    Late, // those who gave up after the limit
    All, // all
};

struct Standard {
    std::string id; // the policy's row: "C-visit"
    Worded title; // "Seen within 10 minutes"; in English or the kiosk's own language at least
    std::string source; // where the council says so
    std::vector<StandardChannel> channels; // not empty
    Stretch stretch = Stretch::Seen; // that every one of them has
    std::optional<Limit> limit; // none, of visits: the limit of each service
    // Where a later date that was told in time counts as kept: the latest one that may be told.
    std::optional<Limit> extended;
    std::optional<double> goal_percent; // none: published, and not judged
    std::vector<ServiceCode> services; // empty: all
    DirectorateCode directorate; // only its services; empty: all
    std::vector<OpenSpan> between; // only what begins at these times of day; empty: all
    bool working_days_only = false; // only what begins on one
    Lost lost = Lost::LeaveOut;
    Seconds lost_grace { 0 }; // who gave up sooner is not counted at all
};

// One thing that a promise may be held against.
struct Observation {
    StandardChannel channel = StandardChannel::Visit;
    ServiceCode service {}; // empty: something else
    DirectorateCode directorate {}; // of the service; empty: none
    Instant started {};
    std::optional<Instant> stopped {};
    std::optional<Instant> lost {}; // gave up before that
    Seconds paused { 0 }; // taken out of the clock
    std::optional<Seconds> own_limit {}; // where the standard has none
    enum class Counts { Yes, LeftOut };
    Counts counts = Counts::Yes;
    // An explanation, an apology and a later date were given.
    struct Told {
        Instant at; // first
        LocalDate until; // the date, to its end
    };
    std::optional<Told> told {};
    // The last day that was promised to this one, for a standard of that limit: it stands, however the
    // calendar has changed since.
    struct Promised {
        Limit limit;
        LocalDate until;
    };
    std::optional<Promised> promised {};
    std::string_view reference {}; // for people to find it: "contact 17"
};

enum class Standing { Within, Late, Lost, Open, OpenLate, LeftOut };

struct Judged {
    Standing standing = Standing::LeftOut;
    std::optional<Instant> due {}; // the last second in time; none: at all
    bool extended = false; // within thanks to the later date alone
    Seconds over { 0 }; // past it
};

// REQUIRES: the standard has a limit, or the observation has its own. `now` is the moment of the report.
Judged judge(const Standard& standard, const Observation& observation, Deadlines& deadlines, Instant now);

// Whether the standard is about it at all: channel, service, directorate, day and time of day.
bool is_about(const Standard& standard, const Observation& observation, const Deadlines& deadlines);

// A promise that was broken, for people to look at.
struct BrokenPromise {
    std::string reference;
    StandardChannel channel = StandardChannel::Visit;
    ServiceCode service;
    Instant started;
    std::optional<Instant> stopped; // none: still open, or lost
    std::optional<Instant> due; // none: it was promised at all, and did not happen
    Seconds over { 0 };
    bool lost = false; // gave up, or was left over at closing: nobody knows how long it would have taken
    friend bool operator==(const BrokenPromise&, const BrokenPromise&) = default;
};
constexpr std::size_t kWorstCases = 5;

enum class Verdict { Met, NotMet, NoGoal, Nothing };
std::string_view word(Verdict verdict); // "met", "not_met", "no_goal", "nothing"

struct StandardFigures {
    std::int64_t count = 0; // = within + late + lost + open
    std::int64_t within = 0;
    std::int64_t extended = 0; // of within: only by the later date
    std::int64_t late = 0;
    std::int64_t lost = 0;
    std::int64_t open = 0;
    std::int64_t open_late = 0; // of open
    std::int64_t told = 0; // of late and open_late: an explanation, an apology and a new date were given
    std::int64_t left_out = 0; // not counted
    std::map<LocalDate, std::int64_t> broken_days; // of what was not within, by the day on which it began
    std::array<std::int64_t, 24> broken_hours {}; // and its hour
    std::vector<BrokenPromise> worst; // the longest over first and the lost last, at most kWorstCases

    std::int64_t decided() const { return within + late + lost + open_late; }
    // within / decided; nullopt if nothing is decided.
    std::optional<double> share() const;
    Verdict verdict(const std::optional<double>& goal_percent) const;

    void add(const Observation& observation, const Judged& judged, const Zone& zone);
    friend bool operator==(const StandardFigures&, const StandardFigures&) = default;
};

} // namespace nextplease
