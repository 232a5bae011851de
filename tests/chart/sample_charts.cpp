#include "tests/chart/sample_charts.h"

#include <cmath>
#include <fmt/format.h>

namespace nextplease::chart {
namespace {

Chart chart_of(std::string title, std::string unit, decltype(Chart::body) body)
{
    return { .title = std::move(title),
        .description = "What it shows, in a sentence.",
        .unit = std::move(unit),
        .nothing = "Nobody came in this period.",
        .language = Language("en"),
        .body = std::move(body) };
}

Value percent(double value, double goal = 95)
{
    const Mark mark = value >= goal ? Mark::Met : value >= goal - 5 ? Mark::Near : Mark::Missed;
    return { .at = value, .label = fmt::format("{:.1f}", value), .mark = mark };
}

} // namespace

Chart sample_lines()
{
    Lines lines;
    lines.categories = { "20 Jul", "27", "3 Aug", "10", "17", "24", "31", "7 Sep", "14", "21", "28", "5 Oct",
        "12\nso far" };
    Series series { "Seen in time", {} };
    for (const double value :
        { 91.8, 92.5, 93.9, 95.2, 95.6, 96.1, 95.4, 94.8, 95.3, 96.0, 94.9, 94.6, 89.1 })
        series.values.push_back(percent(value));
    lines.series = { series };
    lines.target = { 95, "goal 95 %" };
    lines.begins_at = "Scale starts at {}.";
    lines.last = Lines::Last::SoFar;
    return chart_of("Week by week", "% seen within 15 minutes", lines);
}

Chart sample_two_lines()
{
    Lines lines;
    lines.unit = Unit::Percent;
    lines.target = { 95, "goal 95 %" };
    Series now { "2026", {} }, before { "2025", {} }, other { "2024", {} };
    for (int month = 1; month <= 12; ++month) {
        lines.categories.push_back(std::to_string(month));
        Value value = month < 11 ? percent(93 + 3 * std::sin(month)) : Value {};
        if (value.at) {
            value.low = *value.at - 1.5;
            value.high = *value.at + 1.5;
        }
        now.values.push_back(value);
        before.values.push_back({ .at = 90 + 2 * std::cos(month) });
        other.values.push_back({ .at = 91 + 1.5 * std::cos(month + 1) });
    }
    lines.series = { now, before, other };
    return chart_of("This year and the ones before", "% seen within 15 minutes", lines);
}

Chart sample_bars()
{
    Bars bars;
    Series series { "", {} };
    for (int hour = 9; hour < 17; ++hour) {
        bars.categories.push_back(fmt::format("{:02}:00", hour));
        const double value = 300 + 220 * std::sin(hour);
        series.values.push_back({ .at = value * 4, .label = fmt::format("{:.0f}", value * 4 / 60) });
    }
    bars.series = { series };
    bars.unit = Unit::Duration;
    bars.target = { 900, "target 15" };
    return chart_of("Median wait by hour", "minutes", bars);
}

Chart sample_level_bars()
{
    Bars bars;
    bars.categories = { "Council Tax", "Housing", "Benefits", "Births and deaths", "Something else" };
    Series series { "", { percent(95.8), percent(88.7), percent(93.2), percent(100), percent(96.9) } };
    bars.series = { series };
    bars.unit = Unit::Percent;
    bars.direction = Bars::Direction::Level;
    bars.target = { 95, "goal 95 %" };
    return chart_of("By service", "% seen within 15 minutes", bars);
}

Chart sample_compared_bars()
{
    Bars bars;
    bars.categories = { "Complaints answered in 10 working days, or by the date told (≥ 90 %)",
        "Seen within 10 minutes, 15 for longer matters (≥ 95 %)", "Satisfied" };
    bars.series = { { "2026-10", { percent(75.0), percent(96.1), percent(88) } },
        { "2026-09", { percent(74.0), percent(95.2), percent(87) } },
        { "2025-10", { percent(73.9), percent(94.4), {} } } };
    bars.unit = Unit::Percent;
    bars.direction = Bars::Direction::Level;
    return chart_of("Beside the month and the year before", "%", bars);
}

Chart sample_stacked_bars()
{
    Bars bars;
    bars.arrangement = Bars::Arrangement::Stacked;
    bars.categories = { "Jul", "Aug", "Sep", "Oct" };
    for (const char* name : { "clarification", "signposting", "repeat", "unfinished", "chasing" }) {
        Series series { name, {} };
        for (int month = 0; month < 4; ++month) {
            const double value = 12 + 7 * month + static_cast<double>(bars.series.size()) * 5;
            series.values.push_back({ .at = value, .label = fmt::format("{:.0f}", value) });
        }
        bars.series.push_back(series);
    }
    return chart_of("Avoidable contact by type", "contacts", bars);
}

Chart sample_heat()
{
    Heat heat;
    heat.rows = { "Mon", "Tue", "Wed", "Thu", "Fri" };
    for (int hour = 9; hour < 17; ++hour)
        heat.columns.push_back(fmt::format("{:02}", hour));
    for (int row = 0; row < 5; ++row) {
        std::vector<Value> cells;
        for (int hour = 0; hour < 8; ++hour) {
            const double value = 98 - (row == 0 ? 5 : 2) * std::max(0.0, 3.5 - std::abs(hour - 4.5));
            cells.push_back(row == 2 && hour == 7
                    ? Value {}
                    : Value { .at = std::round(value), .label = fmt::format("{:.0f}", value) });
        }
        heat.cells.push_back(cells);
    }
    heat.steps = { { 97, "97 and over", Mark::Met }, { 95, "95 to 96", Mark::Met },
        { 90, "90 to 94", Mark::Near }, { 85, "85 to 89", Mark::Missed }, { 0, "under 85", Mark::Missed } };
    return chart_of("By hour and weekday", "% seen within 15 minutes", heat);
}

Chart sample_histogram()
{
    Histogram histogram;
    for (int minute = 0; minute < 31; ++minute) {
        const double shape =
            minute == 30 ? 4 : 170 * std::exp(-std::pow(std::log((minute + 1.0) / 6) / 0.6, 2) / 2);
        histogram.counts.push_back(static_cast<std::int64_t>(shape));
    }
    histogram.median = { 384, "median 6.4" };
    histogram.p90 = { 768, "nine in ten under 12.8" };
    histogram.targets = { { 900, "target 15: 74 waited longer" } };
    return chart_of("How long people waited", "people, by minutes waited", histogram);
}

Chart sample_urdu_histogram()
{
    Chart chart = sample_histogram();
    chart.language = Language("ur");
    chart.unit = "لوگ، انتظار کے منٹ کے حساب سے";
    auto& histogram = std::get<Histogram>(chart.body);
    // All at one place, as where nobody waits.
    histogram.median = { 10, "نصف نے 0:10 تک انتظار کیا" };
    histogram.p90 = { 20, "دس میں سے نو نے 0:20 تک" };
    histogram.targets = { { 30, "مقصد 0:30: 74 نے زیادہ انتظار کیا" } };
    return chart;
}

Chart sample_urdu_bars()
{
    Chart chart = sample_level_bars();
    chart.language = Language("ur");
    chart.unit = "ملاقات والوں کا %، وقت پر";
    auto& bars = std::get<Bars>(chart.body);
    bars.categories = { "کونسل ٹیکس", "رہائش", "مالی امداد", "پیدائش اور وفات", "دیگر کام" };
    bars.target->label = "مقصد 95 %";
    return chart;
}

Chart sample_urdu_lines()
{
    Chart chart = sample_lines();
    chart.language = Language("ur");
    chart.unit = "ملاقات والوں کا %، وقت پر";
    auto& lines = std::get<Lines>(chart.body);
    lines.categories.front() = "20 جولائی\nاب تک";
    lines.categories.back() = "12 اکتوبر\nاب تک";
    lines.target->label = "مقصد 95 %";
    lines.begins_at = "پیمانہ {} سے شروع";
    return chart;
}

std::vector<Chart> sample_charts()
{
    return { sample_lines(), sample_two_lines(), sample_bars(), sample_level_bars(), sample_compared_bars(),
        sample_stacked_bars(), sample_heat(), sample_histogram() };
}

} // namespace nextplease::chart
