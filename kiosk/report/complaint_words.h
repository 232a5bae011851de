// What reports on complaints say of their figures, and what people call their groups, outcomes, grounds and
// remedies.
#pragma once

#include "core/reception/complaint_report.h"
#include "kiosk/report/figure_words.h"

namespace nextplease::report {

std::string complaint_group_name(const ComplaintGroup& group, const ComplaintReport& report,
    const Configuration& configuration, const Words& words);
Definitions complaint_definitions(const ComplaintReport& report, const Words& words);

std::string kind_words(CaseKind kind, const Words& words);
// In the order in which they are listed; Done, which is of comments and the like, is none of a complaint's.
inline constexpr std::array kComplaintOutcomes { CaseOutcome::None, CaseOutcome::PutRight,
    CaseOutcome::Upheld, CaseOutcome::PartlyUpheld, CaseOutcome::NotUpheld, CaseOutcome::Withdrawn,
    CaseOutcome::Refused, CaseOutcome::Routed };
std::string outcome_words(CaseOutcome outcome, const Words& words);
std::string ground_words(RefusalGround ground, const Words& words);
std::string remedy_words(Remedy remedy, const Words& words);

} // namespace nextplease::report
