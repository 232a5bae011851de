// Plays days with the desks of a rota, by the very rule of who is next by which desks call, and counts who
// was seen in time by the definitions of every report. Start reading here for how a plan is judged. Pure.
//
// A desk calls as soon as it can; what a visitor takes of it, and how soon it can call again, was drawn with
// the visitor. Who waits too long for their patience leaves. A desk that closes finishes with its visitor;
// those that are open when the reception closes stay until everybody is seen. Whoever no desk serves any more
// was never seen.
#pragma once

#include "core/domain/rota.h"
#include "core/domain/staffing_model.h"
#include "core/domain/standard.h"

#include <vector>

namespace nextplease {

// Who counts, as a promise says it (core/domain/standard.h).
struct CountingRule {
    Lost lost = Lost::Late;
    Seconds lost_grace { 0 };
};

// Of the visitors who came in one step.
struct StepCount {
    int visitors = 0;
    int seen = 0;
    int within = 0; // seen, and within the limit
    int left = 0; // gave up
    int counted = 0; // against whom `within` is held
    // Seconds, of all: until seen, until called in vain, or until they gave up or nobody was served any more.
    std::int64_t waited = 0;
    StepCount& operator+=(const StepCount& other);
};

class Rehearsal {
public:
    // `model` must outlive it.
    explicit Rehearsal(const StaffingModel& model, CountingRule rule = {});

    // REQUIRES: the rota has the model's desks and steps. What it returns is by step, and valid until the
    // next call.
    const std::vector<StepCount>& play(const DrawnDay& day, const Rota& rota);

    // When each visitor of the day that was played was called, or -1: seconds of the day; for tests.
    const std::vector<std::int32_t>& calls() const { return called_; }

private:
    struct Place {
        std::int32_t key;
        std::int32_t arrived;
        std::int32_t number;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    struct Line {
        std::vector<Place> waiting; // in order
        std::size_t head = 0;
    };
    struct Offer {
        std::size_t service;
        int rank;
    };
    struct Desk {
        enum class Doing { Closed, Free, Busy, Gone };
        Doing doing = Doing::Closed;
        std::int32_t at = 0; // when that ends by itself
        std::int32_t free_since = 0;
        std::vector<Offer> offers;
        std::vector<std::pair<std::int32_t, std::int32_t>> open; // half-open times that are still to come
        std::size_t next_open = 0;
    };

    void prepare(const DrawnDay& day, const Rota& rota);
    void open_desk(Desk& desk, std::size_t number, const Rota& rota);
    void join(std::int32_t number, std::int32_t now);
    void move_on(Desk& desk);
    void call_next(Desk& desk, std::int32_t now);
    void count(const DrawnDay& day);
    std::int32_t end_of_day() const; // closing, or a later last call
    // The first who still waits; the end of the line if nobody does.
    const Place* first_of(std::size_t service, std::int32_t now);

    const StaffingModel& model_;
    CountingRule rule_;
    std::vector<OpenSpan> times_;
    const DrawnDay* day_ = nullptr;
    std::vector<Line> lines_; // by service
    std::vector<Desk> desks_;
    std::vector<std::pair<std::int32_t, std::int32_t>> sent_on_; // when and who, the latest first
    std::vector<std::int32_t> called_;
    std::vector<StepCount> counts_;
};

} // namespace nextplease
