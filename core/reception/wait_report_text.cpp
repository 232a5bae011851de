#include "core/reception/wait_report_text.h"

#include "core/reception/csv.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <array>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<Text, 7> kWeekdays { Text::CommonWeekdayMonday, Text::CommonWeekdayTuesday,
    Text::CommonWeekdayWednesday, Text::CommonWeekdayThursday, Text::CommonWeekdayFriday,
    Text::CommonWeekdaySaturday, Text::CommonWeekdaySunday };

std::string cell(std::int64_t number)
{
    return std::to_string(number);
}
std::string cell(std::optional<double> share)
{
    return share ? fmt::format("{:.6f}", *share) : "";
}
std::string cell(std::optional<Seconds> time)
{
    return time ? std::to_string(time->count()) : "";
}

void add_column_names(std::vector<std::string>& cells, const std::string& prefix)
{
    for (const char* figure : { "mean", "median", "p90", "max" })
        cells.push_back(fmt::format("{}_{}_seconds", prefix, figure));
}

void add_spread(std::vector<std::string>& cells, const Spread& spread)
{
    const auto mean = spread.mean_seconds();
    cells.push_back(mean ? fmt::format("{:.1f}", *mean) : "");
    for (const auto figure : { spread.median_seconds, spread.p90_seconds, spread.max_seconds })
        cells.push_back(spread.count > 0 ? cell(figure) : "");
}

std::vector<std::string> column_names(Grouping by)
{
    std::vector<std::string> names { by == Grouping::None ? "group" : std::string(word(by)), "name", "visits",
        "seen", "within", "share_seen_within", "share_seen_of", "left_early", "left_late", "no_show",
        "no_show_late", "unresolved", "unresolved_late", "waiting", "waiting_late", "share_all_within",
        "share_all_of", "served", "limit_seconds" };
    add_column_names(names, "wait");
    add_column_names(names, "walk");
    add_column_names(names, "service");
    return names;
}

std::vector<std::string> row(const std::string& key, const std::string& name, const WaitGroup& group)
{
    const WaitFigures& f = group.figures;
    std::vector<std::string> cells { key, name, cell(f.visits), cell(f.seen), cell(f.within),
        cell(f.share_seen_within()), cell(f.seen), cell(f.left_early), cell(f.left_late), cell(f.no_show),
        cell(f.no_show_late), cell(f.unresolved), cell(f.unresolved_late), cell(f.waiting),
        cell(f.waiting_late), cell(f.share_all_within()), cell(f.share_all_of()), cell(f.served),
        cell(group.limit) };
    add_spread(cells, f.wait);
    add_spread(cells, f.walk);
    add_spread(cells, f.service);
    return cells;
}

} // namespace

std::vector<Definition> wait_definitions(const WaitReport& report, const Words& words)
{
    const auto limit = report.question.limit;
    return {
        { "limit",
            limit ? words.say(Text::CliReportDefinitionLimit, { { "seconds", limit->count() } })
                  : words.say(Text::CliReportDefinitionLimitOwn) },
        { "visits", words.say(Text::CliReportDefinitionVisits) },
        { "seen", words.say(Text::CliReportDefinitionSeen) },
        { "within", words.say(Text::CliReportDefinitionWithin) },
        { "share_seen_within", words.say(Text::CliReportDefinitionShareSeen) },
        { "share_all_within", words.say(Text::CliReportDefinitionShareAll) },
        { "left", words.say(Text::CliReportDefinitionLeft) },
        { "no_show", words.say(Text::CliReportDefinitionNoShow) },
        { "unresolved", words.say(Text::CliReportDefinitionUnresolved) },
        { "waiting", words.say(Text::CliReportDefinitionWaiting) },
        { "wait", words.say(Text::CliReportDefinitionWait) },
        { "walk", words.say(Text::CliReportDefinitionWalk) },
        { "service", words.say(Text::CliReportDefinitionService) },
        { "quantiles", words.say(Text::CliReportDefinitionQuantiles) },
        { "groups", words.say(Text::CliReportDefinitionGroups, { { "zone", report.zone } }) },
    };
}

std::string group_name(
    const WaitGroup& group, Grouping by, const Configuration& configuration, const Words& words)
{
    switch (by) {
    case Grouping::Service:
        return name_of(ServiceCode(group.key), words, configuration);
    case Grouping::Desk:
        return group.key.empty() ? words.say(Text::CliReportNoDesk)
                                 : name_of(DeskCode(group.key), words, configuration);
    case Grouping::Weekday:
        return words.say(kWeekdays.at(static_cast<std::size_t>(std::stoi(group.key) - 1)));
    case Grouping::Hour:
        return group.key + ":00";
    case Grouping::None:
        return words.say(Text::CliReportTotal);
    case Grouping::Day:
    case Grouping::Month:
        break;
    }
    return group.key;
}

std::string wait_report_csv(const WaitReport& report, const Configuration& configuration, const Words& words)
{
    const auto date = [](const std::optional<LocalDate>& day) { return day ? to_iso(*day) : std::string(); };
    std::string text = fmt::format("# {}\n", words.say(Text::CliReportTitle));
    text += fmt::format("# from: {}\n# to: {}\n", date(report.question.from), date(report.question.to));
    for (const Definition& definition : wait_definitions(report, words))
        text += fmt::format("# {}: {}\n", definition.key, definition.sentence);
    text += csv_line(column_names(report.question.by));
    for (const WaitGroup& group : report.groups)
        text += csv_line(row(group.key, group_name(group, report.question.by, configuration, words), group));
    return text + csv_line(row("total", words.say(Text::CliReportTotal), report.total));
}

} // namespace nextplease
