#include "core/reception/result_report.h"

#include "core/reception/group_place.h"
#include "core/reception/row_times.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <unordered_set>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 4> kGroupingWords { "", "service", "desk", "month" };

class Groups {
public:
    Groups(ResultReport& report, const Configuration& configuration)
        : report_(report)
        , configuration_(configuration)
    {
    }

    template <class Count>
    void count(const ServiceCode& service, const DeskCode& desk, Instant at, Count into)
    {
        into(report_.total);
        if (report_.question.by != ResultGrouping::None)
            into(groups_[place_of(service, desk, at)]);
    }

    void finish()
    {
        for (auto& [place, group] : groups_) {
            group.key = place.second;
            report_.groups.push_back(group);
        }
    }

private:
    GroupPlace place_of(const ServiceCode& service, const DeskCode& desk, Instant at) const
    {
        if (report_.question.by == ResultGrouping::Service)
            return place_in(configuration_.office.services, service);
        if (report_.question.by == ResultGrouping::Desk)
            return place_in(configuration_.office.desks, desk);
        const LocalDate date = configuration_.zone.date(at);
        return { 0, fmt::format("{:04}-{:02}", int { date.year() }, unsigned { date.month() }) };
    }

    ResultReport& report_;
    const Configuration& configuration_;
    std::map<GroupPlace, ResultGroup> groups_;
};

} // namespace

std::string_view word(ResultGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<ResultGrouping> result_grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<ResultGrouping>(at - kGroupingWords.begin());
}

ResultReport result_report(Store& store, const Configuration& configuration, const ResultQuestion& question)
{
    ResultReport report { question, configuration.zone.name(), {}, {} };
    Groups groups(report, configuration);
    const Period period = configuration.zone.days(question.from, question.to);
    std::unordered_set<VisitId> told;
    ServiceCode service;
    Seconds limit = configuration.limit;
    const auto count_apology = [&](const VisitRow& row) {
        if (!row.seen)
            return;
        if (service.text() != row.service) {
            service = ServiceCode(std::string(row.service));
            const Service* known = configuration.office.find(service);
            limit = known ? known->limit : configuration.limit;
        }
        const VisitTimes times = times_of(row);
        const auto said = told.contains(row.id) ? ApologyFigures::Told::Yes : ApologyFigures::Told::No;
        ApologyFigures one;
        one.add(times, limit, said);
        if (one.late > 0)
            groups.count(service, DeskCode(std::string(row.desk)), row.arrived,
                [&](ResultGroup& group) { group.apologies.add(times, limit, said); });
    };
    store.read([&](Records& records) {
        records.each_result(period, [&](const ResultRecord& record) {
            groups.count(record.service, record.desk, record.at,
                [&](ResultGroup& group) { group.results.add(record.result); });
        });
        for (const Apology& apology : records.apologies(period))
            told.insert(apology.visit);
        records.scan(period, count_apology);
    });
    groups.finish();
    return report;
}

} // namespace nextplease
