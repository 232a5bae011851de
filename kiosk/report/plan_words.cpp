#include "kiosk/report/plan_words.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

constexpr std::array<Text, 7> kWeekdays { Text::CommonWeekdayMonday, Text::CommonWeekdayTuesday,
    Text::CommonWeekdayWednesday, Text::CommonWeekdayThursday, Text::CommonWeekdayFriday,
    Text::CommonWeekdaySaturday, Text::CommonWeekdaySunday };

std::string limit_words(const StaffingPlan& plan, const Words& words)
{
    if (!plan.question.limit)
        return words.say(Text::CliPlanOwnLimits);
    const auto seconds = plan.question.limit->count();
    return seconds % 60 == 0 ? words.count(Text::CliPlanMinutes, seconds / 60)
                             : words.count(Text::CliPlanSeconds, seconds);
}

} // namespace

std::string of_hundred(double share)
{
    const double rounded = std::round(share * 100);
    return fmt::format("{:.0f}", share < 1 ? std::min(rounded, 99.0) : rounded);
}

std::string range_words(const ShareRange& share, const Words& words)
{
    return words.say(
        Text::CliPlanRange, { { "low", of_hundred(share.low) }, { "high", of_hundred(share.high) } });
}

std::string plan_day(const StaffingPlan& plan, const Words& words)
{
    const std::string weekday = words.say(kWeekdays[static_cast<std::size_t>(plan.weekday - 1)]);
    return plan.day ? fmt::format("{} {}", weekday, to_iso(*plan.day)) : weekday;
}

std::string plan_title(const StaffingPlan& plan, const Words& words)
{
    return words.say(Text::CliPlanTitle,
        { { "day", plan_day(plan, words) }, { "goal", of_hundred(plan.goal) },
            { "limit", limit_words(plan, words) } });
}

std::string desk_hours_words(const DeskHours& desk)
{
    std::string text;
    for (const OpenSpan& span : desk.open)
        text += fmt::format("{}{}-{}", text.empty() ? "" : ", ", clock_face(span.from), clock_face(span.to));
    return text;
}

std::string desk_words(const DeskHours& desk, const Words& words)
{
    return desk.desk.empty() ? words.say(Text::CliPlanFurtherDesk) : desk.desk.text();
}

std::string plan_basis(const StaffingPlan& plan, const Words& words)
{
    const HistoryBasis& basis = plan.basis;
    std::string text = plan.question.forecast.empty()
        ? words.say(Text::CliPlanBasis,
            { { "days", basis.days }, { "from", to_iso(basis.from) }, { "to", to_iso(basis.to) } })
        : words.say(Text::CliPlanBasisForecast,
            { { "file", plan.question.forecast.string() }, { "from", to_iso(basis.from) },
                { "to", to_iso(basis.to) } });
    text += ' ' + words.say(Text::CliPlanDrawn, { { "served", basis.served }, { "left", basis.left } });
    if (!basis.own_shape && plan.question.forecast.empty())
        text += ' ' + words.say(Text::CliPlanFewDays);
    if (basis.outside > 0)
        text += ' ' + words.count(Text::CliPlanOutside, basis.outside);
    return text;
}

std::string plan_expectation(const StaffingPlan& plan, const Words& words)
{
    const RotaForecast& forecast = plan.plan.forecast;
    std::string text = words.say(Text::CliPlanExpected,
        { { "share", of_hundred(forecast.whole.expected) },
            { "month", range_words(forecast.whole.month, words) },
            { "day", range_words(forecast.whole.day, words) },
            { "reached", of_hundred(forecast.days_at_goal) } });
    if (!plan.reached)
        text += ' ' + words.say(Text::CliPlanNotReached);
    return text;
}

Definitions plan_definitions(const StaffingPlan& plan, const Words& words)
{
    Text lost = Text::CliPlanDefinitionLate;
    if (plan.rule.lost == Lost::LeaveOut)
        lost = Text::CliPlanDefinitionLeaveOut;
    else if (plan.rule.lost == Lost::All)
        lost = Text::CliPlanDefinitionAll;
    return { { "share", words.say(lost) }, { "month", words.say(Text::CliPlanDefinitionMonth) },
        { "wait", words.say(Text::CliPlanDefinitionWait) } };
}

} // namespace nextplease::report
