#include "kiosk/cli/wait_table.h"

#include "kiosk/cli/text_table.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

// "12:05" or "1:02:03"
std::string clock(std::int64_t seconds)
{
    if (seconds >= 3600)
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

Row count_row(const std::string& name, const WaitFigures& f)
{
    return { name, std::to_string(f.visits), std::to_string(f.seen), std::to_string(f.within),
        share_words(f.share_seen_within(), f.seen), share_words(f.share_all_within(), f.share_all_of()),
        std::to_string(f.left_early), std::to_string(f.left_late), std::to_string(f.no_show),
        std::to_string(f.unresolved), std::to_string(f.waiting) };
}

Row time_row(const std::string& name, const WaitFigures& f)
{
    Row row { name };
    for (const Spread* spread : { &f.wait, &f.walk, &f.service }) {
        const auto mean = spread->mean_seconds();
        const bool none = spread->count == 0;
        row.push_back(mean ? clock(static_cast<std::int64_t>(*mean + 0.5)) : "-");
        for (const auto figure : { spread->median_seconds, spread->p90_seconds, spread->max_seconds })
            row.push_back(none ? "-" : clock(figure));
    }
    return row;
}

Row count_heads(const Words& words)
{
    return { "", words.say(Text::CliReportColumnVisits), words.say(Text::CliReportColumnSeen),
        words.say(Text::CliReportColumnWithin), words.say(Text::CliReportColumnShareSeen),
        words.say(Text::CliReportColumnShareAll), words.say(Text::CliReportColumnLeftEarly),
        words.say(Text::CliReportColumnLeftLate), words.say(Text::CliReportColumnNoShow),
        words.say(Text::CliReportColumnUnresolved), words.say(Text::CliReportColumnWaiting) };
}

Row time_heads(const Words& words)
{
    Row row { "" };
    for (const Text clock_name :
        { Text::CliReportColumnWait, Text::CliReportColumnWalk, Text::CliReportColumnService }) {
        row.push_back(words.say(clock_name) + " " + words.say(Text::CliReportColumnMean));
        for (const Text figure :
            { Text::CliReportColumnMedian, Text::CliReportColumnP90, Text::CliReportColumnMax })
            row.push_back(words.say(figure));
    }
    return row;
}

// "1999-02-01 to 1999-02-14", with words where there is no end.
std::string title(const WaitReport& report, const Words& words)
{
    const WaitQuestion& asked = report.question;
    return words.say(Text::CliReportTitle) + ": "
        + words.say(Text::CliReportPeriod,
            { { "from", asked.from ? to_iso(*asked.from) : words.say(Text::CliReportFirstVisit) },
                { "to", asked.to ? to_iso(*asked.to) : words.say(Text::CliReportLastVisit) } });
}

} // namespace

std::string wait_table(const WaitReport& report, const Configuration& configuration, const Words& words)
{
    std::vector<Row> counts { count_heads(words) };
    std::vector<Row> times { time_heads(words) };
    const auto add = [&](const std::string& name, const WaitGroup& group) {
        counts.push_back(count_row(name, group.figures));
        times.push_back(time_row(name, group.figures));
    };
    for (const WaitGroup& group : report.groups)
        add(group_name(group, report.question.by, configuration, words), group);
    add(words.say(Text::CliReportTotal), report.total);

    std::string text = title(report, words) + "\n\n" + aligned(counts) + '\n' + aligned(times) + '\n';
    for (const Definition& definition : wait_definitions(report, words))
        text += fmt::format("{}: {}\n", definition.key, definition.sentence);
    return text;
}

} // namespace nextplease::cli
