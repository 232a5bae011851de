#include "core/domain/complaint_figures.h"

#include <algorithm>

namespace nextplease {
namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

// The days of one clock: by when, by when after an extension, and what came of it.
struct PromiseDays {
    std::optional<LocalDate> first, last, done, lost;
};

void count_days(PromiseFigures& figures, const PromiseDays& days, LocalDate today)
{
    if (!days.last)
        return;
    const LocalDate first = days.first.value_or(*days.last);
    if (days.done) {
        if (*days.done <= first)
            ++figures.in_time;
        else if (*days.done <= *days.last)
            ++figures.in_extended_time;
        else
            ++figures.late;
    } else if (days.lost) {
        if (*days.lost > *days.last)
            ++figures.late;
    } else if (today > *days.last) {
        ++figures.open_late;
    } else {
        ++figures.open;
    }
}

} // namespace

std::optional<double> PromiseFigures::share_in_time() const
{
    return share(in_time, decided());
}
std::optional<double> PromiseFigures::share_with_extension() const
{
    return share(in_time + in_extended_time, decided());
}

CaseOutcome outcome_of_stage(const Case& record, int stage)
{
    return stage_of(record) == stage ? record.outcome : record.first_outcome;
}

StageEnd end_as_complaint(const StageClocks& clocks)
{
    return { clocks.acknowledged, {}, clocks.ended };
}

StageEnd end_of_stage(const Case& record, int stage)
{
    const StageClocks& clocks = stage == 2 ? *record.second : record.first;
    StageEnd end { clocks.acknowledged, clocks.responded, {} };
    const bool is_last = stage_of(record) == stage;
    if (!clocks.responded && outcome_of_stage(record, stage) == CaseOutcome::PutRight)
        end.answered = clocks.ended;
    else if (!clocks.responded && !is_last)
        end.lost = clocks.ended.value_or(record.second->began);
    else if (!clocks.responded)
        end.lost = clocks.ended;
    if (!end.acknowledged)
        end.acknowledged = end.answered;
    return end;
}

namespace {

void count_clocks(
    StageFigures& figures, const StageClocks& clocks, const StageEnd& end, LocalDate today, const Zone& zone)
{
    const auto day = [&](const std::optional<Instant>& at) {
        return at ? std::optional(zone.date(*at)) : std::nullopt;
    };
    count_days(figures.acknowledged,
        { clocks.acknowledge_by, clocks.acknowledge_by, day(end.acknowledged), day(end.lost) }, today);
    const auto first_date = clocks.first_respond_by ? clocks.first_respond_by : clocks.respond_by;
    // A new date that was told when the old one had passed makes nothing good.
    const auto last_date = clocks.extended_late ? first_date : clocks.respond_by;
    count_days(figures.answered, { first_date, last_date, day(end.answered), day(end.lost) }, today);
}

void count_stage(StageFigures& figures, const Case& record, int stage, LocalDate today, const Zone& zone)
{
    const StageClocks& clocks = stage == 2 ? *record.second : record.first;
    const bool is_last = stage_of(record) == stage;
    // What goes to the second stage at once is not in the first; that it was late before would count.
    const bool was_there = is_last || !record.first_handler.empty() || clocks.acknowledged
        || record.first_outcome != CaseOutcome::None || clocks.began < record.second->began;
    if (was_there) {
        ++figures.complaints;
        ++figures.outcomes.at(static_cast<std::size_t>(outcome_of_stage(record, stage)));
    }
    count_clocks(figures, clocks, end_of_stage(record, stage), today, zone);
}

template <class Item, std::size_t N>
void count_in(std::array<std::int64_t, N>& counts, const std::array<Item, N>& items, Item item)
{
    const auto found = std::find(items.begin(), items.end(), item);
    if (found != items.end())
        ++counts.at(static_cast<std::size_t>(found - items.begin()));
}

} // namespace

CaseOutcome outcome_of(const Case& record)
{
    const auto found = [](CaseOutcome outcome) {
        return outcome == CaseOutcome::PutRight || outcome == CaseOutcome::Upheld
            || outcome == CaseOutcome::PartlyUpheld || outcome == CaseOutcome::NotUpheld;
    };
    if (!record.second || found(record.outcome) || record.first_outcome == CaseOutcome::None)
        return record.outcome;
    return record.first_outcome;
}

void ComplaintFigures::add_received(const Case& record, LocalDate today, const Zone& zone)
{
    ++received.at(static_cast<std::size_t>(record.kind));
    if (record.as_complaint)
        count_clocks(first, *record.as_complaint, end_as_complaint(*record.as_complaint), today, zone);
    if (record.kind != CaseKind::Complaint)
        return;
    open += is_open(record) ? 1 : 0;
    count_stage(first, record, 1, today, zone);
    if (record.second)
        count_stage(second, record, 2, today, zone);
    ++outcomes.at(static_cast<std::size_t>(outcome_of(record)));
    count_in(refused, kRefusalGrounds, record.ground);
    for (const Remedy remedy : record.remedies)
        count_in(remedies, kRemedies, remedy);
}

void ComplaintFigures::add_decision(const Case& record)
{
    if (!record.ombudsman_upheld) {
        ++ombudsman_sent_back;
        return;
    }
    ++ombudsman_decided;
    ombudsman_upheld += *record.ombudsman_upheld ? 1 : 0;
}

void ComplaintFigures::add_due(const CaseAction& action, LocalDate today)
{
    ++actions_due;
    if (!action.done)
        actions_late += action.due < today ? 1 : 0;
    else if (*action.done <= action.due)
        ++actions_done;
    else
        ++actions_done_late;
}

} // namespace nextplease
