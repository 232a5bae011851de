#include "core/domain/case_life.h"

#include <algorithm>

namespace nextplease {
namespace {

using Kind = CaseObstacle::Kind;
using State = CaseState;

bool blank(const std::string& words)
{
    return words.find_first_not_of(" \t\n\r") == std::string::npos;
}

LocalDate due(const WorkingDays& calendar, const CaseRules& rules, LocalDate from, int days)
{
    return rules.count == CaseRules::Count::WorkingDays ? calendar.due(from, days) : add_days(from, days);
}

bool is_complaint(const Case& record)
{
    return record.kind == CaseKind::Complaint;
}

StageClocks& clocks(Case& record)
{
    return record.second ? *record.second : record.first;
}

const StageRules& stage_rules(const Case& record, const CaseRules& rules)
{
    return record.second ? rules.second : rules.first;
}

// One step in work: what it makes of the record, and what is told of it.
struct Work {
    Case record;
    CaseEventKind kind = CaseEventKind::Changed;
    std::string reason {};
    std::optional<CaseObstacle> obstacle {};

    void refuse(Kind why) { obstacle = CaseObstacle { why }; }
};

class Steps {
public:
    Steps(Work& work, const CaseRules& rules, const WorkingDays& calendar, const CaseMoment& moment)
        : work_(work)
        , record_(work.record)
        , rules_(rules)
        , calendar_(calendar)
        , moment_(moment)
    {
    }

    void operator()(const case_step::Acknowledge& step)
    {
        work_.kind = CaseEventKind::Acknowledged;
        if (!open_and_ours())
            return;
        if (record_.state != State::Logged)
            return work_.refuse(Kind::DoneAlready);
        const std::string handler = blank(step.handler) ? record_.handler : step.handler;
        if (is_complaint(record_) && blank(handler))
            return work_.refuse(Kind::HandlerMissing);
        if (same_as_first(handler))
            return;
        record_.handler = handler;
        acknowledge_now();
        close_if_noted();
    }

    void operator()(const case_step::PutRight& step)
    {
        work_.kind = CaseEventKind::PutRight;
        if (!complaint_under_way() || !reasoned(step.what))
            return;
        answer(CaseOutcome::PutRight);
        close(CaseOutcome::PutRight);
    }

    void operator()(const case_step::Pass& step)
    {
        work_.kind = CaseEventKind::Passed;
        if (!open_and_ours())
            return;
        if (blank(step.to))
            return work_.refuse(Kind::HandlerMissing);
        if (same_as_first(step.to))
            return;
        record_.handler = step.to;
        record_.passed = moment_.at;
        close_if_noted();
    }

    void operator()(const case_step::Extend& step)
    {
        work_.kind = CaseEventKind::Extended;
        if (!complaint_under_way())
            return;
        if (record_.state == State::Logged)
            return work_.refuse(Kind::AcknowledgeFirst);
        if (!reasoned(step.reason))
            return;
        StageClocks& stage = clocks(record_);
        const StageRules& stage_has = stage_rules(record_, rules_);
        if (stage_has.extensions && stage.extensions >= *stage_has.extensions)
            return work_.refuse(Kind::ExtendedAlready);
        const LocalDate before = std::max(stage.respond_by.value_or(moment_.date), moment_.date);
        const auto longest = longest_extension(record_, rules_, calendar_, moment_.received);
        if (step.until <= before)
            work_.obstacle = CaseObstacle { Kind::DateNotLater, before };
        else if (longest && step.until > *longest)
            work_.obstacle = CaseObstacle { Kind::DateTooLate, longest };
        if (work_.obstacle)
            return;
        if (!stage.first_respond_by)
            stage.first_respond_by = stage.respond_by;
        stage.respond_by = step.until;
        stage.extended = moment_.at;
        stage.extensions += 1;
    }

    void operator()(const case_step::Respond& step)
    {
        work_.kind = CaseEventKind::Responded;
        work_.reason = step.words;
        if (!complaint_under_way())
            return;
        const bool found = step.outcome == CaseOutcome::Upheld || step.outcome == CaseOutcome::PartlyUpheld
            || step.outcome == CaseOutcome::NotUpheld;
        if (!found)
            return work_.refuse(Kind::OutcomeMissing);
        answer(step.outcome);
        record_.state = State::Responded;
    }

    void operator()(const case_step::Escalate& step)
    {
        work_.kind = CaseEventKind::Escalated;
        if (!is_complaint(record_))
            return work_.refuse(Kind::NotAComplaint);
        if (record_.second)
            return work_.refuse(Kind::DoneAlready);
        if (record_.state == State::WithOmbudsman)
            return work_.refuse(Kind::OmbudsmanHasIt);
        if (!reasoned(step.reason))
            return;
        if (blank(step.handler))
            return work_.refuse(Kind::HandlerMissing);
        record_.second = stage_clocks(rules_.second, rules_, calendar_, moment_.at, moment_.receipt);
        record_.first_handler = record_.handler;
        if (same_as_first(step.handler))
            return;
        record_.handler = step.handler;
        record_.state = State::Logged;
        record_.outcome = CaseOutcome::None;
        record_.closed.reset();
    }

    void operator()(const case_step::AskOmbudsman& step)
    {
        work_.kind = CaseEventKind::OmbudsmanAsked;
        work_.reason = step.reason;
        if (!is_complaint(record_))
            return work_.refuse(Kind::NotAComplaint);
        if (record_.ombudsman_asked)
            return work_.refuse(Kind::DoneAlready);
        record_.ombudsman_asked = moment_.at;
        record_.state = State::WithOmbudsman;
        record_.closed.reset();
    }

    void operator()(const case_step::Decide& step)
    {
        work_.kind = CaseEventKind::OmbudsmanDecided;
        work_.reason = step.words;
        if (record_.state != State::WithOmbudsman)
            return work_.refuse(Kind::NotWithOmbudsman);
        record_.ombudsman_decided = moment_.at;
        record_.ombudsman_upheld = step.upheld;
        close(record_.outcome);
    }

    void operator()(const case_step::Withdraw& step) { end(CaseEventKind::Withdrawn, step.reason); }
    void operator()(const case_step::Refuse& step)
    {
        end(CaseEventKind::Refused, step.reason, CaseOutcome::Refused);
    }

    void operator()(const case_step::Reclassify& step)
    {
        work_.kind = CaseEventKind::Reclassified;
        if (!open_and_ours())
            return;
        if (record_.state == State::Responded || record_.second)
            return work_.refuse(Kind::DoneAlready);
        if (record_.kind == step.kind)
            return work_.refuse(Kind::SameKind);
        if (!reasoned(step.reason))
            return;
        record_.kind = step.kind;
        const std::optional<Instant> acknowledged = record_.first.acknowledged;
        // The clocks run from receipt whatever it was taken for: it was ours to see what it is.
        record_.first = StageClocks {};
        if (is_complaint(record_))
            record_.first = stage_clocks(rules_.first, rules_, calendar_, record_.received, moment_.received);
        record_.first.began = record_.received;
        record_.first.acknowledged = acknowledged;
    }

    void operator()(const case_step::Route& step)
    {
        work_.reason = step.procedure;
        end(CaseEventKind::Routed, step.procedure, CaseOutcome::Routed);
        if (work_.obstacle)
            return;
        record_.procedure = step.procedure;
        record_.handler = step.to;
        record_.passed = moment_.at;
    }

    void operator()(const case_step::Close& step)
    {
        work_.kind = CaseEventKind::Closed;
        work_.reason = step.words;
        if (!open_and_ours())
            return;
        if (is_complaint(record_) && record_.state != State::Responded)
            return work_.refuse(Kind::RespondFirst);
        close(is_complaint(record_) ? record_.outcome : CaseOutcome::Done);
    }

    void operator()(const case_step::Change& step)
    {
        if (step.also)
            record_.also = *step.also;
        if (step.partners)
            record_.partners = *step.partners;
        if (step.documents)
            record_.documents = *step.documents;
    }

private:
    bool open_and_ours()
    {
        if (record_.state == State::Closed)
            work_.refuse(Kind::ClosedAlready);
        else if (record_.state == State::WithOmbudsman)
            work_.refuse(Kind::OmbudsmanHasIt);
        return !work_.obstacle;
    }

    bool complaint_under_way()
    {
        if (!open_and_ours())
            return false;
        if (!is_complaint(record_))
            work_.refuse(Kind::NotAComplaint);
        else if (record_.state == State::Responded)
            work_.refuse(Kind::DoneAlready);
        return !work_.obstacle;
    }

    bool reasoned(const std::string& reason)
    {
        work_.reason = reason;
        if (blank(reason))
            work_.refuse(Kind::ReasonMissing);
        return !work_.obstacle;
    }

    // "Someone other than the stage 1 handler" (LGO code), where the first stage was answered.
    bool same_as_first(const std::string& handler)
    {
        const bool same = record_.second && record_.first.responded && handler == record_.first_handler;
        if (same)
            work_.obstacle = CaseObstacle { Kind::SameHandler, {}, handler };
        return same;
    }

    void acknowledge_now()
    {
        StageClocks& stage = clocks(record_);
        stage.acknowledged = moment_.at;
        record_.state = State::Acknowledged;
        if (stage.respond_by && rules_.respond_from == CaseRules::RespondFrom::Acknowledgement)
            stage.respond_by = due(calendar_, rules_, moment_.date, stage_rules(record_, rules_).respond);
    }

    void answer(CaseOutcome outcome)
    {
        StageClocks& stage = clocks(record_);
        stage.acknowledged = stage.acknowledged.value_or(moment_.at);
        stage.responded = moment_.at;
        record_.outcome = outcome;
    }

    void close(CaseOutcome outcome)
    {
        record_.outcome = outcome;
        record_.state = State::Closed;
        record_.closed = moment_.at;
    }

    void end(CaseEventKind kind, const std::string& reason, CaseOutcome outcome = CaseOutcome::Withdrawn)
    {
        work_.kind = kind;
        if (complaint_under_way() && reasoned(reason))
            close(outcome);
    }

    // "Passed to the service head for the staff concerned, acknowledged where possible" (C): then a comment
    // or compliment is dealt with. Who left no address cannot be written to.
    void close_if_noted()
    {
        const bool note = record_.kind == CaseKind::Comment || record_.kind == CaseKind::Compliment;
        const bool told = record_.first.acknowledged || record_.reply == ReplyWish::None;
        if (note && record_.passed && told)
            close(CaseOutcome::Done);
    }

    Work& work_;
    Case& record_;
    const CaseRules& rules_;
    const WorkingDays& calendar_;
    const CaseMoment& moment_;
};

} // namespace

CaseStepResult take_step(const Case& record, const CaseStep& step, const CaseRules& rules,
    const WorkingDays& calendar, const CaseMoment& moment)
{
    Work work { .record = record };
    std::visit(Steps(work, rules, calendar, moment), step);
    if (work.obstacle)
        return *work.obstacle;
    const CaseChanges changed = changes(record, work.record);
    CaseEvent event;
    event.record = record.id;
    event.kind = work.kind;
    event.at = moment.at;
    event.actor = moment.actor;
    event.reason = work.reason;
    event.before = changed.before;
    event.after = changed.after;
    return CaseChange { work.record, event };
}

StageClocks stage_clocks(const StageRules& stage, const CaseRules& rules, const WorkingDays& calendar,
    Instant began, LocalDate receipt)
{
    StageClocks clocks;
    clocks.began = began;
    clocks.acknowledge_by = due(calendar, rules, receipt, stage.acknowledge);
    // From the acknowledgement: until there is one, the latest day that it may lead to.
    const bool later = rules.respond_from == CaseRules::RespondFrom::Acknowledgement;
    clocks.respond_by = due(calendar, rules, later ? *clocks.acknowledge_by : receipt, stage.respond);
    return clocks;
}

std::optional<LocalDate> longest_extension(
    const Case& record, const CaseRules& rules, const WorkingDays& calendar, LocalDate received)
{
    const StageClocks& stage = clocks_of(record);
    const StageRules& has = stage_rules(record, rules);
    const auto first = stage.first_respond_by ? stage.first_respond_by : stage.respond_by;
    std::optional<LocalDate> longest;
    if (has.extension && first)
        longest = due(calendar, rules, *first, *has.extension);
    constexpr int kDaysAWeek = 7;
    if (rules.longest_weeks) {
        const LocalDate last = add_days(received, *rules.longest_weeks * kDaysAWeek);
        longest = longest ? std::min(*longest, last) : last;
    }
    return longest;
}

std::optional<CaseChange> recount(const Case& record, const CaseRules& rules, const WorkingDays& calendar,
    LocalDate receipt, std::optional<LocalDate> acknowledged, const CaseMoment& moment)
{
    if (!is_complaint(record) || (record.state != State::Logged && record.state != State::Acknowledged))
        return std::nullopt;
    Case after = record;
    StageClocks& stage = clocks(after);
    const StageRules& has = stage_rules(record, rules);
    StageClocks anew = stage_clocks(has, rules, calendar, stage.began, receipt);
    if (acknowledged && rules.respond_from == CaseRules::RespondFrom::Acknowledgement)
        anew.respond_by = due(calendar, rules, *acknowledged, has.respond);
    if (record.state == State::Logged)
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

std::vector<std::string_view> next_steps(const Case& record)
{
    const bool complaint = is_complaint(record);
    switch (record.state) {
    case State::Logged:
        if (!complaint)
            return { "pass", "acknowledge", "reclassify", "close" };
        if (record.second)
            return { "acknowledge", "put-right", "pass", "route", "withdraw", "refuse" };
        return { "acknowledge", "put-right", "pass", "escalate", "route", "reclassify", "withdraw",
            "refuse" };
    case State::Acknowledged:
        if (!complaint)
            return { "close", "pass", "reclassify" };
        if (record.second)
            return { "respond", "extend", "put-right", "pass", "route", "withdraw", "refuse" };
        return { "respond", "extend", "put-right", "pass", "escalate", "route", "reclassify", "withdraw",
            "refuse" };
    case State::Responded:
        if (record.second)
            return { "close", "ombudsman" };
        return { "close", "escalate", "ombudsman" };
    case State::WithOmbudsman:
        return { "decide" };
    case State::Closed:
        if (!complaint)
            return {};
        if (record.second || record.ombudsman_asked)
            return record.ombudsman_asked ? std::vector<std::string_view> {}
                                          : std::vector<std::string_view> { "ombudsman" };
        return { "escalate", "ombudsman" };
    }
    return {};
}

} // namespace nextplease
