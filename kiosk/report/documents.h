// Every report as a document.
#pragma once

#include "core/reception/complaint_report.h"
#include "core/reception/contact_report.h"
#include "core/reception/estimate_report.h"
#include "core/reception/feedback_report.h"
#include "core/reception/indicator_report.h"
#include "core/reception/monitoring.h"
#include "core/reception/planning.h"
#include "core/reception/result_report.h"
#include "core/reception/standard_report.h"
#include "core/reception/wait_distribution.h"
#include "core/reception/wait_report.h"
#include "kiosk/report/making.h"

namespace nextplease::report {

// With the distribution of the waits where it is given.
Document document_of(const WaitReport& report, const WaitDistribution* distribution, const Making& making);
Document document_of(const StandardReport& report, const Making& making);
Document document_of(const IndicatorReport& report, const Making& making);
Document document_of(const ContactReport& report, const Making& making);
Document document_of(const FeedbackReport& report, const Making& making);
Document document_of(const ResultReport& report, const Making& making);
Document document_of(const MonitoringReport& report, const Making& making);
// The same calls as a form on paper: what to ring and when, with boxes for what was heard.
Document form_of(
    const ReportingPeriod& period, const std::vector<MonitoredCall>& calls, const Making& making);
Document document_of(const EstimateReport& report, const Making& making);
Document document_of(const ComplaintReport& report, const Making& making);
Document document_of(const StaffingPlan& plan, const Making& making);

// The charts of a plan, of one of the days that it judges.
chart::Chart plan_share_chart(const StaffingPlan& plan, const PlannedDay& day, const Words& words);
chart::Chart plan_desks_chart(const StaffingPlan& plan, const PlannedDay& day, const Words& words);

} // namespace nextplease::report
