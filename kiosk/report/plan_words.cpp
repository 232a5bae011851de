#include "kiosk/report/plan_words.h"

#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "kiosk/report/cell_words.h"
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

// Empty where the desks reach the goal.
std::string shortage_words(const StaffingPlan& plan, const Words& words)
{
    if (plan.reached)
        return {};
    if (!plan.too_few)
        return words.say(Text::CliPlanNotReached) + ' ';
    const std::string what_would_do = plan.too_few->enough
        ? words.say(Text::CliPlanEnough, { { "count", *plan.too_few->enough } })
        : words.say(Text::CliPlanNotEvenMore, { { "count", plan.too_few->tried } });
    return words.count(Text::CliPlanTooFew, plan.too_few->desks) + ' ' + what_would_do + ' ';
}

} // namespace

std::string range_words(const ShareRange& share, const Words& words)
{
    return words.say(Text::CliPlanRange,
        { { "low", percent_text(share.low, words) }, { "high", percent_text(share.high, words) } });
}

std::string plan_day(const StaffingPlan& plan, const Words& words)
{
    return plan.day ? long_date(*plan.day, words)
                    : words.say(kWeekdays[static_cast<std::size_t>(plan.weekday - 1)]);
}

std::string plan_title(const StaffingPlan& plan, const Words& words)
{
    return words.say(Text::CliPlanTitle,
        { { "day", plan_day(plan, words) }, { "goal", goal_text(plan.goal * 100, words) },
            { "limit", limit_words(plan, words) } });
}

std::string desk_hours_words(const DeskHours& desk)
{
    std::string text;
    for (const OpenSpan& span : desk.open)
        text += fmt::format("{}{}-{}", text.empty() ? "" : ", ", clock_face(span.from), clock_face(span.to));
    return text;
}

std::string desk_words(const DeskHours& desk, const Words& words, const Configuration& configuration)
{
    return desk.desk.empty() ? words.say(Text::CliPlanFurtherDesk) : name_of(desk.desk, words, configuration);
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
    text += ' '
        + words.say(Text::CliPlanDrawn,
            { { "served", number_words(basis.served, words) }, { "left", number_words(basis.left, words) } });
    if (!basis.own_shape && plan.question.forecast.empty())
        text += ' ' + words.say(Text::CliPlanFewDays);
    if (basis.outside > 0)
        text += ' ' + words.count(Text::CliPlanOutside, basis.outside);
    return text;
}

std::string plan_expectation(const StaffingPlan& plan, const Words& words)
{
    const RotaForecast& forecast = plan.plan.forecast;
    return shortage_words(plan, words)
        + words.say(Text::CliPlanExpected,
            { { "share", percent_text(forecast.whole.expected, words) },
                { "month", range_words(forecast.whole.month, words) },
                { "day", range_words(forecast.whole.day, words) },
                { "unseen", with_decimal_mark(fmt::format("{:.1f}", forecast.whole.not_seen), words) },
                { "visitors", with_decimal_mark(fmt::format("{:.1f}", forecast.whole.visitors), words) },
                { "reached", percent_text(forecast.days_at_goal, words) } });
}

std::string change_words(double difference, const Words& words)
{
    const double points = std::round(difference * 1000) / 10;
    if (points == 0)
        return with_decimal_mark("0.0", words);
    return with_decimal_mark(fmt::format("{}{:.1f}", points > 0 ? "+" : "−", std::abs(points)), words);
}

Definitions plan_definitions(const StaffingPlan& plan, FigureNames names, const Words& words)
{
    Text lost = Text::CliPlanDefinitionLate;
    if (plan.rule.lost == Lost::LeaveOut)
        lost = Text::CliPlanDefinitionLeaveOut;
    else if (plan.rule.lost == Lost::All)
        lost = Text::CliPlanDefinitionAll;
    const auto name = [&](const char* key, Text head) {
        return names == FigureNames::Keys ? std::string(key) : words.say(head);
    };
    return { { name("share_within", Text::CliPlanInTime), words.say(lost) },
        { name("share_within_month", Text::CliPlanInMonth), words.say(Text::CliPlanDefinitionMonth) },
        { name("not_seen", Text::CliPlanNotSeen), words.say(Text::CliPlanDefinitionNotSeen) },
        { name("waited_mean_seconds", Text::CliPlanWait), words.say(Text::CliPlanDefinitionWait) } };
}

} // namespace nextplease::report
