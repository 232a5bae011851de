// What the estimate's commands answer: tables for a terminal, CSV and JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/estimate.h"
#include "core/domain/wait_forecaster.h"
#include "core/reception/estimate_backtest.h"
#include "core/reception/estimate_report.h"
#include "kiosk/report/figure_words.h"

#include <string>
#include <vector>

namespace nextplease::cli {

using report::estimate_definitions;
using report::estimate_group_name;

std::string backtest_table(const BacktestReport& report, const Words& words);
std::string backtest_json(const BacktestReport& report, const Words& words);

// ticket,arrived,waited,wait_seconds,ahead,p10_seconds,p50_seconds,p90_seconds,rolling10_seconds,les_seconds,
// ql_seconds
std::string predictions_header();
std::string prediction_line(const Prediction& prediction);

std::string estimate_table(
    const EstimateReport& report, const Configuration& configuration, const Words& words);
std::string estimate_csv(
    const EstimateReport& report, const Configuration& configuration, const Words& words);
std::string estimate_json(
    const EstimateReport& report, const Configuration& configuration, const Words& words);

// For a newcomer of a service.
struct ServiceEstimate {
    ServiceCode service;
    Estimate told;
    WaitForecast forecast;
};
std::string estimates_now_table(
    const std::vector<ServiceEstimate>& services, const Configuration& configuration, const Words& words);
std::string estimates_now_json(const std::vector<ServiceEstimate>& services, Instant now);

} // namespace nextplease::cli
