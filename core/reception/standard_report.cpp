#include "core/reception/standard_report.h"

#include "core/reception/group_place.h"

#include "core/reception/standard_feed.h"

#include <algorithm>
#include <array>
#include <map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 5> kGroupingWords { "", "service", "directorate", "month", "quarter" };

// How long before a period something may have been received whose acknowledgement begins a clock in it.
constexpr std::chrono::days kBeforeAcknowledgement { 366 };

// The month or quarter of an instant, cheap for millions: the zone is asked once for each.
class PeriodKeys {
public:
    PeriodKeys(const Zone& zone, ReportingPeriod::Kind kind)
        : zone_(zone)
        , kind_(kind)
    {
    }
    const std::string& of(Instant at)
    {
        auto known = periods_.upper_bound(at);
        if (known != periods_.begin() && at < std::prev(known)->second.to)
            return std::prev(known)->second.key;
        const ReportingPeriod period = period_of(zone_.date(at), kind_);
        const Period days = zone_.days(period.first(), period.last());
        return periods_.emplace(days.from, Known { days.to, period.key() }).first->second.key;
    }

private:
    struct Known {
        Instant to;
        std::string key;
    };
    const Zone& zone_;
    ReportingPeriod::Kind kind_;
    std::map<Instant, Known> periods_; // by their beginnings
};

class Tally {
public:
    Tally(const Configuration& configuration, const StandardQuestion& question, Period period, Instant now)
        : configuration_(configuration)
        , question_(question)
        , period_(period)
        , now_(now)
        , deadlines_(configuration.zone, configuration.calendar, configuration.hours)
        , keys_(configuration.zone,
              question.by == StandardGrouping::Quarter ? ReportingPeriod::Kind::Quarter
                                                       : ReportingPeriod::Kind::Month)
        , groups_(configuration.standards.size())
    {
        for (const Standard& standard : configuration.standards)
            answers_.push_back({ standard, {}, {}, {} });
    }

    void add(const Occasion& occasion)
    {
        for (std::size_t i = 0; i < answers_.size(); ++i) {
            const Standard& standard = answers_[i].standard;
            const auto observation = observation_of(occasion, standard.stretch, configuration_);
            if (!observation || !period_.contains(observation->started)
                || !is_about(standard, *observation, deadlines_))
                continue;
            const Judged judged = judge(standard, *observation, deadlines_, now_);
            answers_[i].total.add(*observation, judged, configuration_.zone);
            if (observation->channel == StandardChannel::Phone)
                answers_[i].calls.add(standard, *observation, judged);
            if (question_.by != StandardGrouping::None)
                groups_[i][place_of(*observation)].add(*observation, judged, configuration_.zone);
        }
    }

    std::vector<StandardAnswer> answers()
    {
        for (std::size_t i = 0; i < answers_.size(); ++i) {
            for (auto& [place, figures] : groups_[i])
                answers_[i].groups.push_back({ place.second, std::move(figures) });
        }
        return std::move(answers_);
    }

private:
    GroupPlace place_of(const Observation& observation)
    {
        if (question_.by == StandardGrouping::Service)
            return place_in(configuration_.office.services, observation.service);
        if (question_.by == StandardGrouping::Directorate)
            return place_in(configuration_.office.directorates, observation.directorate);
        return { 0, keys_.of(observation.started) };
    }

    const Configuration& configuration_;
    const StandardQuestion& question_;
    Period period_;
    Instant now_;
    Deadlines deadlines_;
    PeriodKeys keys_;
    std::vector<StandardAnswer> answers_;
    std::vector<std::map<GroupPlace, StandardFigures>> groups_; // of each answer
};

bool any_about(const Configuration& configuration, const std::function<bool(StandardChannel)>& wanted)
{
    return std::any_of(
        configuration.standards.begin(), configuration.standards.end(), [&](const Standard& standard) {
            return std::any_of(standard.channels.begin(), standard.channels.end(), wanted);
        });
}

} // namespace

std::string_view word(StandardGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<StandardGrouping> standard_grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<StandardGrouping>(at - kGroupingWords.begin());
}

StandardReport standard_report(
    Store& store, const Configuration& configuration, const StandardQuestion& question, Instant now)
{
    const auto is_visit = [](StandardChannel channel) { return channel == StandardChannel::Visit; };
    const auto is_case = [](StandardChannel channel) {
        return channel == StandardChannel::Complaint || channel == StandardChannel::Escalated;
    };
    const Period period = configuration.zone.days(question.from, question.to);
    const Period received { period.from - kBeforeAcknowledgement, period.to };
    Tally tally(configuration, question, period, now);
    const auto tell = [&](const Occasion& occasion) { tally.add(occasion); };
    if (any_about(configuration, is_visit))
        each_visit_occasion(store, configuration, period, now, tell);
    if (any_about(configuration, [&](StandardChannel one) { return !is_visit(one) && !is_case(one); }))
        each_contact_occasion(store, received, tell);
    if (any_about(configuration, is_case))
        each_case_occasion(store, { Instant {}, period.to }, tell); // the second stage may begin years later
    return { question, configuration.zone.name(), tally.answers() };
}

} // namespace nextplease
