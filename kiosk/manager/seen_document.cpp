#include "kiosk/manager/seen_document.h"

#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "core/reception/wait_report_text.h"
#include "kiosk/manager/seen_charts.h"
#include "kiosk/report/column_words.h"
#include "text_keys.h"

#include <array>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

using report::Cell;
using report::Column;
using report::Duration;
using report::Share;
using report::Table;

std::vector<Cell> figure_row(const std::string& name, const SeenFigures& f)
{
    const bool any = f.seen > 0;
    const auto seconds = [&](std::int64_t value) {
        return any ? Cell(Duration { static_cast<double>(value) }) : Cell();
    };
    return { name, f.visits, f.seen, f.within, Share { f.within, f.seen }, Share { f.within, f.strict_of },
        seconds(f.median), seconds(f.p90), seconds(f.longest), f.left, f.no_show, f.unresolved, f.waiting };
}

Table figure_table(const std::string& caption, const std::string& first, const Words& words)
{
    const auto of_wait = [&](Text text) {
        return words.say(Text::CliReportColumnWait) + ", " + words.say(text);
    };
    Table table { .caption = caption,
        .columns = report::columns({ "group", "visits", "seen", "within", "share_seen_within",
                                       "share_all_within", "wait_median_seconds", "wait_p90_seconds",
                                       "wait_max_seconds", "left", "no_show", "unresolved", "waiting" },
            words),
        .rows = {} };
    table.columns.front().name = first;
    table.columns.at(6).name = of_wait(Text::CliReportColumnMedian);
    table.columns.at(7).name = of_wait(Text::CliReportColumnP90);
    table.columns.at(8).name = of_wait(Text::CliReportColumnMax);
    return table;
}

std::string period_name(const SeenQuestion::Days& days, const report::Making& making)
{
    return report::period_words({ days.from, days.to }, making.words);
}

// The period, and what it is compared with.
Table chosen_table(const SeenAnswer& answer, const report::Making& making)
{
    const SeenReport& seen = answer.report;
    Table table = figure_table(making.words.say(Text::CliDocumentTableVisits),
        making.words.say(Text::CliDocumentPeriod), making.words);
    table.rows.push_back(
        figure_row(period_name({ seen.question.from, seen.question.to }, making), seen.total));
    if (seen.question.beside)
        table.rows.push_back(figure_row(period_name(*seen.question.beside, making), seen.beside));
    return table;
}

Table trend_table(const SeenAnswer& answer, const report::Making& making)
{
    const Words& words = making.words;
    Table table { .caption = trend_title(answer.report.question.trend, words),
        .columns = { { "from", words.say(Text::CliDocumentPeriod) },
            { "share_seen_within", words.say(Text::CliReportColumnShareSeen) },
            { "share_year_before", words.say(Text::ManagerTrendYearBefore) } },
        .rows = {} };
    for (const SeenReport::Stretch& stretch : answer.report.trend)
        table.rows.push_back({ days_long(stretch.days.from, stretch.days.to, words),
            Share { stretch.share.within, stretch.share.seen },
            Share { stretch.year_before.within, stretch.year_before.seen } });
    return table;
}

Table hours_table(const SeenAnswer& answer, const report::Making& making)
{
    const Words& words = making.words;
    Table table { .caption = words.say(Text::ManagerHours),
        .columns = { { "weekday", words.say(Text::CliDocumentGroupWeekday) },
            { "hour", words.say(Text::CliDocumentGroupHour) },
            { "share_seen_within", words.say(Text::CliReportColumnShareSeen) } },
        .rows = {} };
    const HeatPlaces places = heat_places(answer.report);
    for (const int weekday : places.weekdays) {
        for (const int hour : places.hours) {
            const SeenShare& cell = answer.report.by_hour.at(static_cast<std::size_t>(weekday - 1))
                                        .at(static_cast<std::size_t>(hour));
            if (cell.seen > 0)
                table.rows.push_back({ weekday_short(weekday, words), clock_face(std::chrono::hours { hour }),
                    Share { cell.within, cell.seen } });
        }
    }
    return table;
}

Table waits_table(const SeenAnswer& answer, const report::Making& making)
{
    const Words& words = making.words;
    Table table { .caption = words.say(Text::ManagerWaits),
        .columns = { { "minutes", words.say(Text::CliReportColumnWait) },
            { "seen", words.say(Text::CliReportColumnSeen) } },
        .rows = {} };
    const auto& waits = answer.report.waits;
    for (std::size_t minute = 0; minute < waits.size(); ++minute) {
        if (waits[minute] == 0)
            continue;
        const bool last = minute + 1 == waits.size();
        table.rows.push_back(
            { words.say(Text::ManagerMinutes,
                  { { "minutes",
                      last ? fmt::format("{}+", minute) : fmt::format("{}–{}", minute, minute + 1) } }),
                waits[minute] });
    }
    return table;
}

Table group_table(const SeenAnswer& answer, By by, const Scene& scene)
{
    constexpr std::array kFirst { Text::CliDocumentGroupService, Text::CliDocumentGroupDesk,
        Text::CliDocumentGroupHour, Text::CliDocumentGroupWeekday };
    static_assert(kFirst.size() == kByChoices);
    const Words& words = scene.words;
    Table table =
        figure_table(by_title(by, words), words.say(kFirst.at(static_cast<std::size_t>(by))), words);
    for (const SeenReport::Group& group : groups_of(answer.report, by))
        table.rows.push_back(figure_row(group_name(answer, by, group.place, scene), group.figures));
    table.rows.push_back(figure_row(words.say(Text::CliReportTotal), answer.report.total));
    table.last = Table::LastRow::Total;
    return table;
}

void add_choice(report::Document& document, const SeenAnswer& answer, const report::Making& making)
{
    const Words& words = making.words;
    const SeenQuestion& question = answer.report.question;
    if (question.service)
        document.asked.push_back({ words.say(Text::CliDocumentGroupService),
            name_of(ServiceCode(answer.services.at(*question.service)), words, making.configuration) });
    if (question.desk)
        document.asked.push_back({ words.say(Text::CliDocumentGroupDesk),
            name_of(DeskCode(answer.desks.at(*question.desk)), words, making.configuration) });
    if (question.booked)
        document.asked.push_back({ words.say(Text::CliReportColumnVisits),
            words.say(*question.booked ? Text::ManagerKindBooked : Text::ManagerKindWalkIn) });
    if (question.weekday)
        document.asked.push_back(
            { words.say(Text::CliDocumentGroupWeekday), weekday_short(*question.weekday, words) });
    document.asked.push_back({ words.say(Text::CliDocumentTarget), words.say(Text::CliStandardOwnLimit) });
}

} // namespace

report::Document document_of(const SeenAnswer& answer, const report::Making& making)
{
    const Words& words = making.words;
    const SeenQuestion& question = answer.report.question;
    const Scene scene { making.configuration, words, making.configuration.zone.date(making.now) };
    report::Document document = report::begin_document(
        making, "seen", words.say(Text::ManagerTabSeen), { question.from, question.to });
    add_choice(document, answer, making);
    report::Section whole { trend_title(question.trend, words), {} };
    whole.parts.emplace_back(chosen_table(answer, making));
    whole.parts.emplace_back(trend_chart(answer, scene));
    whole.parts.emplace_back(trend_table(answer, making));
    report::Section hours { words.say(Text::ManagerHours), {} };
    hours.parts.emplace_back(hours_chart(answer, scene));
    hours.parts.emplace_back(hours_table(answer, making));
    report::Section waits { words.say(Text::ManagerWaits), {} };
    waits.parts.emplace_back(waits_chart(answer, scene));
    waits.parts.emplace_back(waits_table(answer, making));
    report::Section groups { words.say(Text::ManagerByService), {} };
    for (const By by : { By::Service, By::Desk, By::Hour, By::Weekday })
        groups.parts.emplace_back(group_table(answer, by, scene));
    document.sections = { std::move(whole), std::move(hours), std::move(waits), std::move(groups) };
    WaitReport meaning;
    meaning.zone = making.configuration.zone.name();
    for (const Definition& definition : wait_definitions(meaning, words)) {
        if (definition.key != "walk" && definition.key != "service") // which it does not have
            document.definitions.push_back(
                { report::term_words(definition.key, words), definition.sentence });
    }
    return document;
}

} // namespace nextplease::manager
