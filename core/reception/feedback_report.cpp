#include "core/reception/feedback_report.h"

#include "core/domain/reporting_period.h"
#include "core/domain/standard.h"
#include "core/reception/group_place.h"

#include <algorithm>
#include <array>
#include <map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 6> kGroupingWords { "", "service", "month", "quarter", "directorate",
    "channel" };

GroupPlace place_of(const Feedback& feedback, FeedbackGrouping by, const Configuration& configuration)
{
    const Office& office = configuration.office;
    const LocalDate date = configuration.zone.date(feedback.at);
    switch (by) {
    case FeedbackGrouping::None:
        break;
    case FeedbackGrouping::Service:
        return place_in(office.services, feedback.service);
    case FeedbackGrouping::Directorate:
        return place_in(office.directorates, office.directorate_of(feedback.service));
    case FeedbackGrouping::Channel: {
        const StandardChannel channel =
            feedback.channel ? channel_of(*feedback.channel) : StandardChannel::Visit;
        return { static_cast<std::size_t>(channel), std::string(word(channel)) };
    }
    case FeedbackGrouping::Month:
        return { 0, period_of(date, ReportingPeriod::Kind::Month).key() };
    case FeedbackGrouping::Quarter:
        return { 0, period_of(date, ReportingPeriod::Kind::Quarter).key() };
    }
    return {};
}

} // namespace

std::string_view word(FeedbackGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<FeedbackGrouping> feedback_grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<FeedbackGrouping>(at - kGroupingWords.begin());
}

FeedbackReport satisfaction_report(
    Store& store, const Configuration& configuration, const FeedbackQuestion& question)
{
    FeedbackReport report { question, configuration.zone.name(), {}, {} };
    std::map<GroupPlace, Satisfaction> groups;
    const Period period = configuration.zone.days(question.from, question.to);
    store.read([&](Records& records) {
        records.each_feedback(period, [&](const Feedback& feedback) {
            report.total.figures.add(feedback);
            groups[place_of(feedback, question.by, configuration)].add(feedback);
        });
    });
    if (question.by == FeedbackGrouping::None)
        return report;
    for (auto& [place, figures] : groups)
        report.groups.push_back({ place.second, figures });
    return report;
}

} // namespace nextplease
