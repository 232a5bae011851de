// How long until somebody is called, by playing the queue forward: two hundred times the desks are let
// finish, turn round, pause and call, with durations drawn from what was learnt and the next visitor picked
// by the rule by which desks call (first_in_turn); the two hundred waits are the forecast. A Monte-Carlo
// look-ahead over empirical tables: unlike the predictors by queue length or by the last delay (Ibrahim &
// Whitt 2009, "Real-time delay estimation based on delay history") it knows which desk serves what, how long
// each has been busy, who may overtake, and how sure it is.
#pragma once

#include "core/domain/hall.h"
#include "core/domain/lessons.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nextplease {

// Seconds until the call.
struct Forecast {
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    double never = 0; // share of the replicates in which nobody calls within kLongestWait
};
inline constexpr double kLongestWait = 4 * 3600.0;

// Visitors with an appointment who have not come yet.
struct Expected {
    Instant arrives; // when they are taken to come
    int service = 0;
    Place place; // as they will stand
};

// Keeps room to work in: one thread at a time. The same question gives the same answer to the bit.
class LookAhead {
public:
    explicit LookAhead(int replicates = 200)
        : replicates_(replicates)
    {
    }

    // For one visitor, who may be in the queue already. REQUIRES: lessons.settle().
    Forecast for_one(const Waiter& who, const Hall& hall, const Lessons& lessons,
        const std::vector<Expected>& expected, Instant now, std::uint64_t seed);

    struct All {
        std::vector<Forecast> waiting; // in the order of hall.waiting()
        std::vector<Forecast> newcomers; // by service: an ordinary visitor who would take a ticket now
    };
    // In one run: every replicate is played until all are called. A newcomer is called when a desk would have
    // picked it, and is not played: newcomers of different services do not wait for each other.
    All for_all(const Hall& hall, const Lessons& lessons, const std::vector<Expected>& expected, Instant now,
        std::uint64_t seed);

private:
    // Times in here are seconds from now.
    struct InLine {
        int line; // a place in lines_
        int service;
        double key;
        double waited;
        bool asked; // is the one who is asked about
    };
    struct PlaceAhead {
        double key;
        int order; // decides between equal keys
        auto operator<=>(const PlaceAhead&) const = default;
    };
    struct Candidate {
        Turn<PlaceAhead> turn;
        int who; // a place in line_, or line_.size() + a place in later_
    };
    struct Later { // comes after now
        double arrives;
        double lateness; // behind that, on average
        int line;
        int service;
        double key;
        double patience;
        bool gone;
    };
    struct Sent { // on to one desk or one colleague
        int service;
        int for_desk;
        int for_staff;
        friend bool operator==(const Sent&, const Sent&) = default;
    };
    struct Overtaking { // a class of visitors some of whom will come, and may go before somebody who waits
        int service;
        double head_start;
        double mean_interval;
        double until;
    };
    struct Ready { // when a desk can call: one of the ways in which it comes to that
        enum class How { Now, After, RestOfService, RestOfTurnaround, RestOfPause, Extra } how;
        double known = 0; // After: at the least; else how long it lasts already
        int service = -1;
    };
    struct DeskAhead {
        Ready ready;
        std::vector<std::pair<int, int>> offers; // a place in lines_, rank
        std::vector<std::pair<double, double>> breaks; // due, length
        double at = 0; // in the replicate
        std::size_t breaks_taken = 0;
    };

    void prepare(const Hall& hall, const Lessons& lessons, const std::vector<Expected>& expected, Instant now,
        const Waiter* one);
    void prepare_line(const Hall& hall, Instant now, const Waiter* one);
    void prepare_desks(const Hall& hall, Instant now, const Waiter* one);
    void prepare_later(const Hall& hall, const std::vector<Expected>& expected, Instant now);
    int line_of(const Waiter& waiter);
    void add_offers(const Hall& hall, const HallDesk& desk, DeskAhead& ahead) const;
    Ready ready_of(const Hall& hall, const HallDesk& desk, Instant now, const Waiter* one) const;

    void begin_replicate(const Lessons& lessons, Random& random);
    double first_call(DeskAhead& desk, const Lessons& lessons, Random& random) const;
    double next_call(DeskAhead& desk, double end, const Lessons& lessons, Random& random) const;
    // Plays until `target` is called, or all and all newcomers are where it is -1. Writes calls_ and
    // newcomers_.
    void play(int target, const Lessons& lessons, Random& random);
    // Whom `desk` calls now; -1: nobody.
    int pick(const DeskAhead& desk);
    void add_later(const DeskAhead& desk);
    void call_newcomers(const DeskAhead& desk, const Turn<PlaceAhead>* before);
    double next_arrival_for(const DeskAhead& desk) const;
    // A desk of which nothing is told may be gone for good; one that is open comes back.
    double back_after(double gap, const Lessons& lessons) const
    {
        return told_ ? std::min(gap, lessons.turnaround().last_knot()) : gap;
    }

    int replicates_;
    std::vector<InLine> line_;
    // Places in line_: one line for each service, by number, and one for each of sent_, in that order.
    std::vector<std::vector<int>> lines_;
    std::vector<Sent> sent_;
    std::vector<std::size_t> heads_; // of each of lines_, the first who is still there
    std::vector<double> patience_; // of each in line_
    std::vector<Later> expected_;
    std::vector<Later> later_;
    std::vector<Overtaking> overtaking_;
    std::vector<DeskAhead> desks_;
    std::vector<double> calls_; // of each in line_, in this replicate; kNever: not called
    std::vector<double> newcomers_; // by service: the call in this replicate; kNever: none yet
    std::vector<double> newcomer_keys_; // by service
    std::size_t newcomers_left_ = 0; // who are asked about and not called yet
    std::vector<Candidate> candidates_;
    bool visitors_leave_ = false;
    bool told_ = false; // what desks do
};

} // namespace nextplease
