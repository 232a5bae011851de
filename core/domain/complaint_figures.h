// What is published of complaints: how many, in time or not, what came of them, and what was promised. Pure
// counting. Sources: C-complaint-*, C-escalated; the Ombudsman's code of 2024 ("LGO code"), clause 8.1.
//
// In time is by the day that the person was told: a stage's first date, or the later one where it was
// extended. What was withdrawn, refused, sent to a procedure of the law, found to be no complaint, or went on
// to the second stage unanswered stops there: a clock that was kept or broken by then counts, and one that
// still ran in time does not. So nothing that was late leaves the figures by such a step.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/case.h"

#include <array>
#include <cstdint>

namespace nextplease {

// One clock of a stage, by how each complaint stands on the day of the report.
struct PromiseFigures {
    std::int64_t in_time = 0; // by the first date
    std::int64_t in_extended_time = 0; // later, by the date that was told in its place
    std::int64_t late = 0; // too late, or given up when it was late
    std::int64_t open = 0; // and not late yet
    std::int64_t open_late = 0;

    std::int64_t decided() const { return in_time + in_extended_time + late + open_late; }
    // nullopt where nothing is decided.
    std::optional<double> share_in_time() const;
    std::optional<double> share_with_extension() const;
    friend bool operator==(const PromiseFigures&, const PromiseFigures&) = default;
};

constexpr std::size_t kCaseOutcomes = 9;
struct StageFigures {
    std::int64_t complaints = 0; // that were in this stage
    PromiseFigures acknowledged, answered;
    std::array<std::int64_t, kCaseOutcomes> outcomes {}; // by CaseOutcome; None: not yet
    friend bool operator==(const StageFigures&, const StageFigures&) = default;
};

constexpr std::size_t kCaseKinds = 4;
struct ComplaintFigures {
    // Of what was received in the period. All but the first are of complaints.
    std::array<std::int64_t, kCaseKinds> received {}; // by CaseKind
    std::int64_t open = 0;
    StageFigures first, second; // the clocks of what was a complaint are in the first
    // What came of each in the end, by CaseOutcome: what the second stage found; where that found nothing, as
    // when the review was refused, what the first did.
    std::array<std::int64_t, kCaseOutcomes> outcomes {};
    std::array<std::int64_t, kRefusalGrounds.size()> refused {}; // in the order of kRefusalGrounds
    std::array<std::int64_t, kRemedies.size()> remedies {}; // complaints that each was given to
    // Of what was due in the period, whenever it was received.
    std::int64_t actions_due = 0;
    std::int64_t actions_done = 0; // of them, in time
    std::int64_t actions_done_late = 0;
    std::int64_t actions_late = 0; // not done, and the day is past
    // Of what happened in the period, whenever it was received.
    std::int64_t ombudsman_asked = 0;
    std::int64_t ombudsman_decided = 0, ombudsman_upheld = 0; // of what they investigated
    std::int64_t ombudsman_sent_back = 0; // and what they did not

    std::int64_t came_to(CaseOutcome outcome) const { return outcomes.at(static_cast<std::size_t>(outcome)); }
    std::int64_t upheld() const // in whole or in part; each complaint once
    {
        return came_to(CaseOutcome::Upheld) + came_to(CaseOutcome::PartlyUpheld);
    }
    void add_received(const Case& record, LocalDate today, const Zone& zone);
    void add_decision(const Case& record);
    void add_due(const CaseAction& action, LocalDate today);
    friend bool operator==(const ComplaintFigures&, const ComplaintFigures&) = default;
};

// What a stage found; None: nothing yet, or it went on to the second undecided. `stage` is 1 or 2.
CaseOutcome outcome_of_stage(const Case& record, int stage);

// What came of it in the end: see ComplaintFigures::outcomes.
CaseOutcome outcome_of(const Case& record);

// How a stage ended: what was put right at once is acknowledged and answered by that.
struct StageEnd {
    std::optional<Instant> acknowledged {}, answered {};
    std::optional<Instant> lost {}; // unanswered: withdrawn, refused, sent on, or gone on to the second stage
};
// `stage` is 1 or 2. REQUIRES: the case was in it.
StageEnd end_of_stage(const Case& record, int stage);
// Of Case::as_complaint.
StageEnd end_as_complaint(const StageClocks& clocks);

} // namespace nextplease
