// The plan as a JSON object.
#include "kiosk/cli/plan_output.h"

#include "kiosk/report/plan_words.h"

#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

Json stretch(const StretchForecast& one)
{
    return Json {
        { "from", clock_face(one.time.from) },
        { "to", clock_face(one.time.to) },
        { "desks", one.desks },
        { "visitors", one.visitors },
        { "counted", one.counted },
        { "share_within", one.expected },
        { "share_within_error", one.error },
        { "share_within_month_low", one.month.low },
        { "share_within_month_high", one.month.high },
        { "share_within_day_low", one.day.low },
        { "share_within_day_high", one.day.high },
        { "share_left", one.share_left },
        { "not_seen", one.not_seen },
        { "waited_mean_seconds", one.mean_waited_seconds },
    };
}

Json planned_day(const PlannedDay& day)
{
    Json object;
    object["total"] = stretch(day.forecast.whole);
    object["total"]["desk_hours"] = day.forecast.desk_hours;
    object["share_of_days_at_goal"] = day.forecast.days_at_goal;
    object["days_simulated"] = day.forecast.days;
    object["steps"] = Json::array();
    for (const StretchForecast& step : day.forecast.steps)
        object["steps"].push_back(stretch(step));
    object["desks"] = Json::array();
    for (const DeskHours& desk : day.desks) {
        Json hours = Json::array();
        for (const OpenSpan& span : desk.open)
            hours.push_back(Json { { "from", clock_face(span.from) }, { "to", clock_face(span.to) } });
        object["desks"].push_back(Json {
            { "desk", desk.desk.empty() ? Json(nullptr) : Json(desk.desk.text()) }, { "open", hours } });
    }
    return object;
}

Json asked(const StaffingPlan& plan)
{
    const PlanQuestion& question = plan.question;
    return Json {
        { "day", plan.day ? Json(to_iso(*plan.day)) : Json(nullptr) },
        { "weekday", plan.weekday },
        { "goal_share", plan.goal },
        { "limit_seconds", question.limit ? Json(question.limit->count()) : Json(nullptr) },
        { "goal_for", question.each == StaffingGoal::Each::Hour ? "hour" : "day" },
        { "step_seconds", question.step.count() },
        { "shortest_stay_seconds", question.shortest_stay.count() },
        { "replications", question.replications },
        { "seed", question.seed },
        { "forecast", question.forecast.empty() ? Json(nullptr) : Json(question.forecast.string()) },
    };
}

Json too_few(const StaffingPlan& plan)
{
    if (!plan.too_few)
        return nullptr;
    return Json {
        { "desks", plan.too_few->desks },
        { "enough", plan.too_few->enough ? Json(*plan.too_few->enough) : Json(nullptr) },
        { "tried", plan.too_few->tried },
    };
}

Json basis(const StaffingPlan& plan)
{
    return Json {
        { "from", to_iso(plan.basis.from) },
        { "to", to_iso(plan.basis.to) },
        { "days_of_weekday", plan.basis.days },
        { "days", plan.basis.all_days },
        { "visitors", plan.basis.visitors },
        { "visitors_outside_hours", plan.basis.outside },
        { "served", plan.basis.served },
        { "left", plan.basis.left },
        { "desk_states", plan.basis.desk_states_told ? "known" : "unknown" },
        { "own_shape", plan.basis.own_shape },
        { "load_spread", plan.load_spread },
        { "leaving", plan.leaving },
    };
}

} // namespace

std::string plan_json(const StaffingPlan& plan, const Configuration&, const Words& words)
{
    Json object;
    object["definitions"] = Json::object();
    for (const auto& [key, sentence] : report::plan_definitions(plan, report::FigureNames::Keys, words))
        object["definitions"][key] = sentence;
    object["filters"] = asked(plan);
    object["history"] = basis(plan);
    object["reached"] = plan.reached;
    object["too_few"] = too_few(plan);
    object["plan"] = planned_day(plan.plan);
    for (std::size_t step = 0; step < plan.by_formula.size(); ++step)
        object["plan"]["steps"][step]["desks_by_formula"] =
            plan.by_formula[step] ? Json(*plan.by_formula[step]) : Json(nullptr);
    object["what_if"] = Json::array();
    for (const StaffingPlan::Changed& changed : plan.what_ifs) {
        Json one;
        one["change"] = changed.what_if.text;
        one.update(planned_day(changed.day));
        object["what_if"].push_back(std::move(one));
    }
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace nextplease::cli
