#include "core/reception/complaint_report.h"

#include "core/domain/reporting_period.h"
#include "core/reception/group_place.h"

#include <array>
#include <map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 7> kGroupingWords { "", "service", "directorate", "category",
    "handler", "month", "quarter" };

class Groups {
public:
    Groups(ComplaintReport& report, const Configuration& configuration, LocalDate today)
        : report_(report)
        , configuration_(configuration)
        , zone_(configuration.zone)
        , period_(configuration.zone.days(report.question.from, report.question.to))
        , today_(today)
    {
    }

    void count(const Case& record)
    {
        if (period_.contains(record.received))
            add(record, zone_.date(record.received),
                [&](ComplaintFigures& figures) { figures.add_received(record, today_, zone_); });
        if (record.kind != CaseKind::Complaint)
            return;
        for (const CaseAction& action : record.actions) {
            if (asked_for(action.due))
                add(record, action.due, [&](ComplaintFigures& figures) { figures.add_due(action, today_); });
        }
        if (record.ombudsman_asked && period_.contains(*record.ombudsman_asked))
            add(record, zone_.date(*record.ombudsman_asked),
                [](ComplaintFigures& figures) { ++figures.ombudsman_asked; });
        if (record.ombudsman_decided && period_.contains(*record.ombudsman_decided))
            add(record, zone_.date(*record.ombudsman_decided),
                [&](ComplaintFigures& figures) { figures.add_decision(record); });
    }

    void finish()
    {
        fill_periods();
        report_.groups.reserve(groups_.size());
        for (auto& [place, figures] : groups_)
            report_.groups.push_back({ place.second, figures });
    }

private:
    // A month or quarter without a complaint stands between the others, with nothing in it.
    void fill_periods()
    {
        const ComplaintGrouping by = report_.question.by;
        if (groups_.empty() || (by != ComplaintGrouping::Month && by != ComplaintGrouping::Quarter))
            return;
        const auto kind =
            by == ComplaintGrouping::Month ? ReportingPeriod::Kind::Month : ReportingPeriod::Kind::Quarter;
        const auto parse = by == ComplaintGrouping::Month ? &parse_month : &parse_quarter;
        const auto last = parse(groups_.rbegin()->first.second);
        for (auto period = parse(groups_.begin()->first.second); period && !(period == last);
             period = period_of(add_days(period->last(), 1), kind))
            groups_.try_emplace({ 0, period->key() });
    }

    template <class Add>
    void add(const Case& record, LocalDate day, const Add& into)
    {
        into(report_.total);
        if (report_.question.by != ComplaintGrouping::None)
            into(groups_[place_of(record, day)]);
    }

    bool asked_for(LocalDate day) const
    {
        const ComplaintQuestion& question = report_.question;
        return (!question.from || day >= *question.from) && (!question.to || day <= *question.to);
    }

    GroupPlace place_of(const Case& record, LocalDate day) const
    {
        const Office& office = configuration_.office;
        switch (report_.question.by) {
        case ComplaintGrouping::Service:
            return place_in(office.services, record.service);
        case ComplaintGrouping::Directorate:
            return place_in(office.directorates, office.directorate_of(record.service));
        case ComplaintGrouping::Category:
            return place_in(configuration_.complaints.categories, record.category);
        case ComplaintGrouping::Handler:
            return { record.handler.empty() ? 1 : 0, record.handler };
        case ComplaintGrouping::Quarter:
            return { 0, period_of(day, ReportingPeriod::Kind::Quarter).key() };
        case ComplaintGrouping::Month:
        case ComplaintGrouping::None:
            break;
        }
        return { 0, period_of(day, ReportingPeriod::Kind::Month).key() };
    }

    ComplaintReport& report_;
    const Configuration& configuration_;
    const Zone& zone_;
    Period period_;
    LocalDate today_;
    std::map<GroupPlace, ComplaintFigures> groups_;
};

} // namespace

std::string_view word(ComplaintGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<ComplaintGrouping> complaint_grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<ComplaintGrouping>(at - kGroupingWords.begin());
}

ComplaintReport complaint_report(
    Store& store, const Configuration& configuration, const ComplaintQuestion& question, LocalDate today)
{
    ComplaintReport report { question, configuration.zone.name(), {}, {} };
    Groups groups(report, configuration, today);
    // What was received before the period may be due or decided in it.
    const Period received = configuration.zone.days(std::nullopt, question.to);
    store.read([&](Records& records) {
        records.each_case(received, [&](const Case& record) { groups.count(record); });
    });
    groups.finish();
    return report;
}

} // namespace nextplease
