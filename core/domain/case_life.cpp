#include "core/domain/case_life.h"

#include <algorithm>
#include <utility>

namespace nextplease {
namespace {

using Kind = CaseObstacle::Kind;
using State = CaseState;

bool blank(const std::string& words)
{
    return words.find_first_not_of(" \t\n\r") == std::string::npos;
}

bool is_complaint(const Case& record)
{
    return record.kind == CaseKind::Complaint;
}

StageClocks& clocks(Case& record)
{
    return record.second ? *record.second : record.first;
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
        if (!may_have_it(handler))
            return;
        record_.handler = handler;
        understand(step.understood);
        acknowledge_now();
        close_if_noted();
    }

    void operator()(const case_step::PutRight& step)
    {
        work_.kind = CaseEventKind::PutRight;
        if (!complaint_under_way() || !reasoned(step.what))
            return;
        answer(CaseOutcome::PutRight);
        add_remedies(step.remedies);
        close(CaseOutcome::PutRight);
    }

    void operator()(const case_step::Pass& step)
    {
        work_.kind = CaseEventKind::Passed;
        if (!open_and_ours())
            return;
        if (blank(step.to))
            return work_.refuse(Kind::HandlerMissing);
        if (!may_have_it(step.to))
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
        const LocalDate longest =
            longest_extension(record_, rules_, calendar_, moment_.came.value_or(moment_.began));
        if (step.until <= before)
            work_.obstacle = CaseObstacle { Kind::DateNotLater, before };
        else if (step.until > longest)
            work_.obstacle = CaseObstacle { Kind::DateTooLate, longest };
        if (work_.obstacle)
            return;
        if (!stage.first_respond_by)
            stage.first_respond_by = stage.respond_by;
        stage.extended_late = stage.extended_late || (stage.respond_by && moment_.date > *stage.respond_by);
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
        for (const CaseAction& action : step.actions) {
            if (!add_action(action.what, action.due))
                return;
        }
        answer(step.outcome);
        add_remedies(step.remedies);
        record_.state = is_with_ombudsman(record_) ? State::WithOmbudsman : State::Responded;
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
        if (record_.outcome == CaseOutcome::Routed)
            return work_.refuse(Kind::GoesElsewhere);
        if (!reasoned(step.reason))
            return;
        if (blank(step.handler))
            return work_.refuse(Kind::NobodyAbove);
        record_.second = stage_clocks(rules_.second, rules_, calendar_, moment_.at, moment_.receipt);
        record_.first_handler = record_.handler;
        if (!may_have_it(step.handler))
            return;
        record_.handler = step.handler;
        record_.state = State::Logged;
        record_.first_outcome = record_.outcome;
        record_.outcome = CaseOutcome::None;
        record_.closed.reset();
    }

    void operator()(const case_step::AskOmbudsman& step)
    {
        work_.kind = CaseEventKind::OmbudsmanAsked;
        work_.reason = step.reason;
        if (!is_complaint(record_))
            return work_.refuse(Kind::NotAComplaint);
        if (is_with_ombudsman(record_) || record_.ombudsman_upheld)
            return work_.refuse(Kind::DoneAlready);
        record_.ombudsman_asked = moment_.at;
        record_.ombudsman_decided.reset(); // they sent it back before
        if (record_.state == State::Responded || record_.state == State::Closed)
            record_.state = State::WithOmbudsman;
        record_.closed.reset();
    }

    void operator()(const case_step::Decide& step)
    {
        work_.kind = CaseEventKind::OmbudsmanDecided;
        work_.reason = step.words;
        if (!is_with_ombudsman(record_))
            return work_.refuse(Kind::NotWithOmbudsman);
        record_.ombudsman_decided = moment_.at;
        record_.ombudsman_upheld = step.upheld;
        step.upheld ? close(record_.outcome) : take_back();
    }

    void operator()(const case_step::Withdraw& step) { end(CaseEventKind::Withdrawn, step.reason); }
    void operator()(const case_step::Refuse& step)
    {
        end(CaseEventKind::Refused, step.reason, CaseOutcome::Refused);
        if (!work_.obstacle)
            record_.ground = step.ground == RefusalGround::None ? RefusalGround::Other : step.ground;
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
        if (is_with_ombudsman(record_))
            return work_.refuse(Kind::OmbudsmanHasIt);
        if (!reasoned(step.reason))
            return;
        if (is_complaint(record_))
            be_no_complaint();
        record_.kind = step.kind;
        if (is_complaint(record_))
            be_a_complaint(step.handler);
    }

    void operator()(const case_step::Correct& step)
    {
        if (step.service)
            record_.service = *step.service;
        if (step.category)
            record_.category = *step.category;
        if (blank(step.handler) || !may_have_it(step.handler))
            return;
        record_.handler = step.handler;
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
        if (has_action_left(record_))
            return work_.refuse(Kind::ActionsLeft);
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
        CaseUnderstanding& understood = record_.understood;
        const auto put = [](std::string& field, const std::optional<std::string>& text) {
            if (text)
                field = one_line(*text);
        };
        put(understood.summary, step.summary);
        put(understood.wanted, step.wanted);
        put(understood.not_ours, step.not_ours);
        put(understood.adjustments, step.adjustments);
        if (step.remedies) {
            record_.remedies.clear();
            add_remedies(*step.remedies);
        }
    }

    void operator()(const case_step::AddAction& step)
    {
        work_.kind = CaseEventKind::ActionAdded;
        work_.reason = one_line(step.what);
        add_action(step.what, step.due);
    }

    void operator()(const case_step::FinishAction& step)
    {
        work_.kind = CaseEventKind::ActionDone;
        if (step.number < 1 || static_cast<std::size_t>(step.number) > record_.actions.size())
            return work_.refuse(Kind::UnknownAction);
        CaseAction& action = record_.actions[static_cast<std::size_t>(step.number) - 1];
        if (action.done)
            return work_.refuse(Kind::DoneAlready);
        action.done = moment_.date;
        work_.reason = action.what;
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

    // "Someone other than the stage 1 handler" (LGO code), whether or not they answered; and never whom it is
    // about.
    bool may_have_it(const std::string& handler)
    {
        if (record_.second && same_officer(handler, record_.first_handler))
            work_.obstacle = CaseObstacle { Kind::SameHandler, {}, handler };
        else if (same_officer(handler, moment_.about))
            work_.obstacle = CaseObstacle { Kind::AboutHandler, {}, handler };
        return !work_.obstacle;
    }

    void understand(const CaseUnderstanding& now)
    {
        const auto put = [](std::string& field, const std::string& text) {
            if (!blank(text))
                field = one_line(text);
        };
        put(record_.understood.summary, now.summary);
        put(record_.understood.wanted, now.wanted);
        put(record_.understood.not_ours, now.not_ours);
        put(record_.understood.adjustments, now.adjustments);
    }

    void add_remedies(const std::vector<Remedy>& more)
    {
        record_.remedies.insert(record_.remedies.end(), more.begin(), more.end());
        std::sort(record_.remedies.begin(), record_.remedies.end());
        record_.remedies.erase(
            std::unique(record_.remedies.begin(), record_.remedies.end()), record_.remedies.end());
    }

    bool add_action(const std::string& what, LocalDate due)
    {
        const LocalDate latest = longest_action(moment_.date);
        if (blank(what))
            work_.refuse(Kind::ActionMissing);
        else if (due < moment_.date)
            work_.obstacle = CaseObstacle { Kind::DateNotLater, add_days(moment_.date, -1) };
        else if (due > latest)
            work_.obstacle = CaseObstacle { Kind::DateTooLate, latest };
        else
            record_.actions.push_back({ one_line(what), due });
        return !work_.obstacle;
    }

    void acknowledge_now()
    {
        StageClocks& stage = clocks(record_);
        stage.acknowledged = moment_.at;
        record_.state = State::Acknowledged;
        if (stage.respond_by)
            answer_after(moment_.date);
    }

    // What was late as a complaint stays late: its clocks are kept as they stood.
    void be_no_complaint()
    {
        StageClocks request;
        request.began = record_.received;
        request.acknowledged = record_.first.acknowledged;
        record_.first.ended = moment_.at;
        record_.as_complaint = std::exchange(record_.first, request);
    }

    // Its own clocks again, if it was one before: nothing was won by calling it something else. What nobody
    // had looked at runs from receipt, for it was ours to see what it is. What was acknowledged as something
    // else begins here: a complaint's acknowledgement tells more, and is owed.
    void be_a_complaint(const std::string& handler)
    {
        if (record_.as_complaint) {
            record_.first = *std::exchange(record_.as_complaint, std::nullopt);
            record_.first.ended.reset();
        } else {
            const bool known = record_.first.acknowledged.has_value();
            record_.first = stage_clocks(rules_.first, rules_, calendar_,
                known ? moment_.at : record_.received, known ? moment_.receipt : moment_.began);
        }
        record_.state = record_.first.acknowledged ? State::Acknowledged : State::Logged;
        if (blank(record_.handler))
            record_.handler = handler;
    }

    // Where the answer's days begin with the acknowledgement.
    void answer_after(LocalDate acknowledged)
    {
        if (rules_.respond_from == CaseRules::RespondFrom::Acknowledgement)
            clocks(record_).respond_by =
                due_day(calendar_, rules_, acknowledged, stage_rules(record_, rules_).respond);
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
        StageClocks& stage = clocks(record_);
        stage.ended = stage.ended.value_or(moment_.at);
        if (is_with_ombudsman(record_)) {
            record_.state = State::WithOmbudsman;
            return;
        }
        record_.state = State::Closed;
        record_.closed = moment_.at;
    }

    // Not investigated: to where it was. What was not answered yet never left there.
    void take_back()
    {
        if (record_.state != State::WithOmbudsman)
            return;
        record_.closed = clocks(record_).ended;
        record_.state = record_.closed ? State::Closed : State::Responded;
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

} // namespace nextplease
