#include "core/reception/feedback_report.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 3> kGroupingWords { "", "service", "month" };

// A key by which groups sort: the place of a service in kiosk.conf, unknown ones after all and none last.
using Place = std::pair<std::size_t, std::string>;

Place place_of(const Feedback& feedback, FeedbackGrouping by, const Configuration& configuration)
{
    switch (by) {
    case FeedbackGrouping::None:
        break;
    case FeedbackGrouping::Service: {
        const auto& services = configuration.office.services;
        const auto at = std::find_if(services.begin(), services.end(),
            [&](const Service& service) { return service.code == feedback.service; });
        const bool none = feedback.service.empty();
        return { none ? services.size() + 1 : static_cast<std::size_t>(at - services.begin()),
            feedback.service.text() };
    }
    case FeedbackGrouping::Month: {
        const LocalDate date = configuration.zone.date(feedback.at);
        return { 0, fmt::format("{:04}-{:02}", int { date.year() }, unsigned { date.month() }) };
    }
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
    std::map<Place, Satisfaction> groups;
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
