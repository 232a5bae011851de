// By when what is owed of a case: the clocks of its stages, how far an answer may be put off, and the same
// after the calendar changed.
#include "core/domain/case_life.h"

#include <algorithm>

namespace nextplease {

LocalDate due_day(const WorkingDays& calendar, const CaseRules& rules, LocalDate from, int days)
{
    return rules.count == CaseRules::Count::WorkingDays ? calendar.due(from, days) : add_days(from, days);
}

const StageRules& stage_rules(const Case& record, const CaseRules& rules)
{
    return record.second ? rules.second : rules.first;
}

StageClocks stage_clocks(const StageRules& stage, const CaseRules& rules, const WorkingDays& calendar,
    Instant began, LocalDate receipt)
{
    StageClocks clocks;
    clocks.began = began;
    clocks.acknowledge_by = due_day(calendar, rules, receipt, stage.acknowledge);
    // From the acknowledgement: until there is one, the latest day that it may lead to.
    const bool later = rules.respond_from == CaseRules::RespondFrom::Acknowledgement;
    clocks.respond_by = due_day(calendar, rules, later ? *clocks.acknowledge_by : receipt, stage.respond);
    return clocks;
}

LocalDate longest_extension(
    const Case& record, const CaseRules& rules, const WorkingDays& calendar, LocalDate came)
{
    const StageClocks& stage = clocks_of(record);
    const StageRules& has = stage_rules(record, rules);
    const auto first = stage.first_respond_by ? stage.first_respond_by : stage.respond_by;
    constexpr int kDaysAWeek = 7;
    const LocalDate last = add_days(came, rules.longest_weeks * kDaysAWeek);
    if (!has.extension || !first)
        return last;
    return std::min(due_day(calendar, rules, *first, *has.extension), last);
}

LocalDate longest_action(LocalDate today)
{
    constexpr std::chrono::years kLongest { 5 };
    const LocalDate then = today + kLongest;
    return then.ok() ? then : then.year() / then.month() / std::chrono::last;
}

std::optional<CaseChange> recount(const Case& record, const CaseRules& rules, const WorkingDays& calendar,
    LocalDate receipt, const CaseMoment& moment)
{
    if (record.kind != CaseKind::Complaint
        || (record.state != CaseState::Logged && record.state != CaseState::Acknowledged))
        return std::nullopt;
    Case after = record;
    StageClocks& stage = after.second ? *after.second : after.first;
    const StageRules& has = stage_rules(record, rules);
    StageClocks anew = stage_clocks(has, rules, calendar, stage.began, receipt);
    if (moment.acknowledged && rules.respond_from == CaseRules::RespondFrom::Acknowledgement)
        anew.respond_by = due_day(calendar, rules, *moment.acknowledged, has.respond);
    if (record.state == CaseState::Logged)
        stage.acknowledge_by = std::max(stage.acknowledge_by, anew.acknowledge_by);
    if (!stage.first_respond_by) // what was promised by an extension is a date, and no count of days
        stage.respond_by = std::max(stage.respond_by, anew.respond_by);
    const CaseChanges changed = changes(record, after);
    if (changed.after.empty())
        return std::nullopt;
    CaseEvent event;
    event.record = record.id;
    event.kind = CaseEventKind::Recounted;
    event.at = moment.at;
    event.actor = moment.actor;
    event.before = changed.before;
    event.after = changed.after;
    return CaseChange { after, event };
}

} // namespace nextplease
