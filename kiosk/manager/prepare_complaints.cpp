#include "core/base/percent.h"
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/places.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/complaint_words.h"
#include "text_keys.h"

namespace nextplease::manager {
namespace {

constexpr ui::Size kMonths = places::chart_room(places::kMonths);
constexpr float kChartText = 16;

std::int64_t complaints_in(const ComplaintFigures& figures)
{
    return figures.received.at(static_cast<std::size_t>(CaseKind::Complaint));
}

// Of the first stage, by the first date or the later one that was told.
std::optional<double> share_in_time(const ComplaintFigures& figures)
{
    return figures.first.answered.share_with_extension();
}

std::vector<TileView> tiles(const ComplaintsAnswer& answer, const Scene& scene)
{
    const Words& words = scene.words;
    const ComplaintFigures& total = answer.months.total;
    const CaseCounts& counts = answer.open.counts;
    const PromiseFigures& answered = total.first.answered;
    const auto share = share_in_time(total);
    return {
        { .label = words.say(Text::ManagerComplaintsReceived),
            .value = number_words(complaints_in(total), words),
            .note = words.say(Text::ManagerComplaintsPeriod,
                { { "day",
                    days_long(*answer.months.question.from, *answer.months.question.from, words) } }) },
        { .label = words.say(Text::ManagerComplaintsInTime),
            .value = share ? percent_text(*share, words) + " %" : "–",
            .note = share ? words.say(Text::ManagerOf,
                        { { "part", number_words(answered.in_time + answered.in_extended_time, words) },
                            { "whole", number_words(answered.decided(), words) } })
                          : std::string() },
        { .label = words.say(Text::ManagerComplaintsOpen),
            .value = number_words(counts.open, words),
            .note = {} },
        { .label = words.say(Text::ManagerComplaintsLate),
            .value = number_words(counts.late, words),
            .note = {},
            .pace = counts.late > 0 ? Pace::Past : Pace::InTime },
    };
}

ChartView months_chart(const ComplaintReport& report, const Scene& scene)
{
    chart::Bars bars;
    chart::Series series;
    std::vector<LocalDate> firsts;
    std::vector<std::string> said;
    for (const ComplaintGroup& month : report.groups) {
        firsts.push_back(parse_iso_date(month.key + "-01").value_or(scene.today));
        const std::int64_t count = complaints_in(month.figures);
        series.values.push_back(
            { .at = static_cast<double>(count), .label = number_words(count, scene.words) });
    }
    for (std::size_t i = 0; i < firsts.size(); ++i)
        said.push_back(
            area_words(month_long(firsts[i], scene.words), series.values.at(i).label, scene.words));
    if (!series.values.empty()) {
        bars.categories = month_names(firsts, last_month(report.groups.back().key, scene.today), scene.words);
        bars.series.push_back(std::move(series));
    }
    const std::string title = scene.words.say(Text::ManagerComplaintsByMonth);
    const chart::Chart chart { .title = title,
        .description = title,
        .unit = scene.words.say(Text::CliDocumentUnitComplaints),
        .nothing = scene.words.say(Text::ManagerNothingSaid),
        .language = scene.words.language(),
        .body = std::move(bars) };
    return { .title = title,
        .note = {},
        .foot = {},
        .drawing =
            chart::lay_out(chart, { kMonths, kChartText }, chart::font_measure(scene.words.language())),
        .nothing = {},
        .said = { std::move(said) } };
}

TableView services_table(const ComplaintReport& report, const Scene& scene)
{
    const Words& words = scene.words;
    TableView table { .title = words.say(Text::ManagerComplaintsByService),
        .columns = { words.say(Text::CliColumnComplaints), words.say(Text::ManagerColumnInTime),
            words.say(Text::CliColumnUpheld) },
        .rows = {},
        .sum = {},
        .nothing = words.say(Text::ManagerNothingSaid) };
    const auto row = [&](std::string letter, std::string name, const ComplaintFigures& figures) {
        const auto share = share_in_time(figures);
        return TableRow { .letter = std::move(letter),
            .name = std::move(name),
            .cells = { { number_words(complaints_in(figures), words) },
                { share ? percent_text(*share, words) : "–" }, { number_words(figures.upheld(), words) } } };
    };
    for (const ComplaintGroup& group : report.groups) {
        const Service* service = scene.configuration.office.find(ServiceCode(group.key));
        table.rows.push_back(row(service ? service->letter : "",
            report::complaint_group_name(group, report, scene.configuration, words), group.figures));
    }
    if (!table.rows.empty())
        table.sum = row("", words.say(Text::ManagerAll), report.total);
    return table;
}

// The register has comments and compliments too: these say so.
std::string about_words(const Case& record, const Scene& scene)
{
    const std::string kind = record.kind == CaseKind::Complaint
        ? scene.words.say(Text::DeskComplaintKindComplaint)
        : record.kind == CaseKind::Comment    ? scene.words.say(Text::DeskComplaintKindComment)
        : record.kind == CaseKind::Compliment ? scene.words.say(Text::DeskComplaintKindCompliment)
                                              : report::kind_words(record.kind, scene.words);
    if (record.service.empty())
        return kind;
    const std::string service = name_of(record.service, scene.words, scene.configuration);
    return record.kind == CaseKind::Complaint ? service : service + ", " + kind;
}

TableView open_table(const RegisterPage& page, const Scene& scene)
{
    const Words& words = scene.words;
    TableView table { .title = words.say(Text::ManagerComplaintsDue),
        .columns = { words.say(Text::ManagerComplaintsDueDay), words.say(Text::ManagerComplaintsAbout),
            words.say(Text::ManagerComplaintsHandler) },
        .rows = {},
        .sum = {},
        .nothing = words.say(Text::ManagerComplaintsNoneOpen),
        .count = page.counts.open };
    for (const Case& record : page.rows) {
        const auto due = next_due(record);
        Cell day { due ? day_words(*due, scene) : "–" };
        if (due)
            day.pace = *due < page.today ? Pace::Past : *due == page.today ? Pace::Near : Pace::InTime;
        table.rows.push_back({ .letter = {},
            .name = reference_of(record),
            .cells = {
                day, { about_words(record, scene) }, { record.handler.empty() ? "–" : record.handler } } });
    }
    return table;
}

} // namespace

ComplaintsView prepare_complaints(const ComplaintsAnswer& answer, const Scene& scene)
{
    return { tiles(answer, scene), months_chart(answer.months, scene), services_table(answer.services, scene),
        open_table(answer.open, scene) };
}

} // namespace nextplease::manager
