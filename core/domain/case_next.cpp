// Which steps may be taken now.
#include "core/domain/case_life.h"

namespace nextplease {
namespace {

std::vector<std::string_view> steps_in_state(const Case& record)
{
    const bool routed = record.outcome == CaseOutcome::Routed;
    const bool complaint = record.kind == CaseKind::Complaint;
    switch (record.state) {
    case CaseState::Logged:
        if (!complaint)
            return { "pass", "acknowledge", "reclassify", "close" };
        if (record.second)
            return { "acknowledge", "put-right", "pass", "route", "withdraw", "refuse" };
        return { "acknowledge", "put-right", "pass", "escalate", "route", "reclassify", "withdraw",
            "refuse" };
    case CaseState::Acknowledged:
        if (!complaint)
            return { "close", "pass", "reclassify" };
        if (record.second)
            return { "respond", "extend", "put-right", "pass", "route", "withdraw", "refuse" };
        return { "respond", "extend", "put-right", "pass", "escalate", "route", "reclassify", "withdraw",
            "refuse" };
    case CaseState::Responded:
        if (record.second)
            return { "close", "ombudsman" };
        return { "close", "escalate", "ombudsman" };
    case CaseState::WithOmbudsman:
        return { "decide" };
    case CaseState::Closed:
        if (!complaint || record.ombudsman_upheld)
            return {};
        if (record.second || routed)
            return { "ombudsman" };
        return { "escalate", "ombudsman" };
    }
    return {};
}

} // namespace

std::vector<std::string_view> next_steps(const Case& record)
{
    std::vector<std::string_view> steps = steps_in_state(record);
    if (is_with_ombudsman(record) && record.state != CaseState::WithOmbudsman) {
        std::erase(steps, "reclassify");
        steps.push_back("decide");
    }
    const bool left = has_action_left(record);
    if (left) {
        std::erase(steps, "close");
        steps.insert(steps.begin(), "action-done");
    }
    if (left || record.state != CaseState::Closed)
        steps.push_back("action");
    return steps;
}

} // namespace nextplease
