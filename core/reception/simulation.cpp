#include "core/reception/simulation.h"

#include "core/reception/csv.h"
#include "core/reception/hall_feed.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr double kUsedShare = 0.75; // of desk time
constexpr double kBetweenVisitors = 60; // seconds: turnaround and greeting

double usual_seconds(const Service& service)
{
    return static_cast<double>(Seconds(service.usual).count());
}

// Of an ordinary Monday's week: what all desks have on its longest day.
double desk_seconds_a_day(const Configuration& configuration)
{
    double longest = 0;
    for (const auto& spans : configuration.hours.weekdays) {
        double open = 0;
        for (const OpenSpan& span : spans)
            open += static_cast<double>((span.to - span.from).count());
        longest = std::max(longest, open);
    }
    return longest * static_cast<double>(configuration.office.desks.size());
}

class LogWriter {
public:
    explicit LogWriter(const Configuration& configuration)
        : configuration_(configuration)
    {
        log_.visits = "ticket,service,priority,arrived,called,finished,left,server\n";
        log_.desks = "desk,event,at\n";
    }

    void add(const SimulatedDay& day)
    {
        for (const SimulatedVisit& visit : day.visits)
            log_.visits += csv_line({ std::to_string(++log_.count), visit.service.text(),
                visit.priority.text(), local(visit.arrived), local(visit.called), local(visit.finished),
                local(visit.left), visit.desk.text() });
        for (const SimulatedDeskEvent& event : day.desks)
            log_.desks += csv_line({ event.desk.text(), word_of(event.kind), local(event.at) });
    }

    SimulatedLog take() { return std::move(log_); }

private:
    std::string local(const std::optional<Instant>& at) const
    {
        return at ? to_iso(configuration_.zone.local(*at)) : std::string();
    }
    static std::string word_of(EventKind kind)
    {
        if (kind == EventKind::DeskPaused)
            return "pause";
        return kind == EventKind::DeskClosed ? "close" : "open";
    }

    const Configuration& configuration_;
    SimulatedLog log_;
};

} // namespace

SimulationRules simulation_rules(const Configuration& configuration)
{
    SimulationRules rules;
    rules.office = configuration.office;
    double mean = 0;
    double shares = 0;
    for (const Service& service : configuration.office.services) {
        SimulatedService simulated;
        simulated.mean_minutes = static_cast<double>(service.usual.count());
        simulated.share = 1 / simulated.mean_minutes;
        mean += simulated.share * (usual_seconds(service) + kBetweenVisitors);
        shares += simulated.share;
        rules.services.push_back(simulated);
    }
    rules.visitors_a_day = kUsedShare * desk_seconds_a_day(configuration) / (mean / shares);
    return rules;
}

SimulatedLog simulated_log(
    const SimulationRules& rules, const Configuration& configuration, const SimulationQuestion& question)
{
    LogWriter writer(configuration);
    LocalDate date = question.from;
    constexpr int kLongestClosed = 60; // days on end, for a reception that never opens again
    int closed = 0;
    for (int day = 0; day < question.days && closed < kLongestClosed; date = add_days(date, 1)) {
        const std::vector<OpenSpan>& spans = configuration.hours.on(date);
        ++closed;
        if (spans.empty())
            continue;
        closed = 0;
        const Instant midnight = configuration.zone.start_of(date);
        const DayPlan plan = day_plan(configuration, date);
        const Instant opens =
            configuration.zone.instant({ date, spans.front().from }).value_or(midnight + spans.front().from);
        writer.add(simulate_day(rules, question.seed, day++, midnight, { opens, *plan.closes }, plan));
    }
    return writer.take();
}

} // namespace nextplease
