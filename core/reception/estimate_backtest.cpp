#include "core/reception/estimate_backtest.h"

#include "core/reception/hall_feed.h"

#include <algorithm>
#include <unordered_map>

namespace nextplease {
namespace {

// The reception as the log's own was: kiosk.conf's, with those head starts.
Configuration as_asked(const Configuration& configuration, const BacktestQuestion& question)
{
    Configuration changed = configuration;
    auto& priorities = changed.office.rules.priorities;
    for (const auto& [code, head_start] : question.priority_head_starts) {
        std::erase_if(priorities, [&code = code](const PriorityClass& one) { return one.code == code; });
        priorities.push_back({ .code = code, .name = {}, .head_start = head_start });
    }
    auto& services = changed.office.services;
    for (const auto& [code, head_start] : question.service_head_starts) {
        auto known = std::find_if(services.begin(), services.end(),
            [&code = code](const Service& one) { return one.code == code; });
        if (known == services.end()) {
            known = services.insert(services.end(), Service {});
            known->code = code;
        }
        known->head_start = head_start;
    }
    return changed;
}

struct Open {
    WaitForecast forecast;
    RivalEstimates rivals;
    Instant at;
};

std::unordered_map<VisitId, std::string> references_of(Store& store, Period period)
{
    std::unordered_map<VisitId, std::string> references;
    store.read([&](Records& records) {
        records.each_visit(period, [&](const Visit& visit) {
            references.emplace(visit.id, visit.number.empty() ? visit.reference : visit.number.text());
        });
    });
    return references;
}

class Replay {
public:
    Replay(const Configuration& configuration, Store& store, const BacktestQuestion& question,
        const std::function<void(const Prediction&)>& tell)
        : configuration_(as_asked(configuration, question))
        , period_(configuration.zone.days(question.from, question.to))
        , references_(references_of(store, period_))
        , tell_(tell)
    {
        report_.question = question;
    }

    BacktestReport run(Store& store)
    {
        // Which events there are decides how desks are taken, so they are read before anything is replayed.
        WaitForecaster numbering(configuration_.office, DeskStates::Told);
        const std::vector<HallEvent> seen = HallFeed(configuration_, numbering).read(store, Instant::min());
        report_.desk_states = report_.question.desk_states.value_or(desk_states_told(seen));
        WaitForecaster forecaster(configuration_.office, report_.desk_states);
        HallFeed feed(configuration_, forecaster);
        for (const HallEvent& event : feed.read(store, Instant::min())) {
            if (event.at >= period_.to && open_.empty())
                break; // all who came in the period are scored
            const Taught& taught = feed.observe(event);
            if (taught.departed)
                close(event, *taught.departed, forecaster.hall());
            const bool joined = event.kind == EventKind::Taken || event.kind == EventKind::CheckedIn;
            if (joined && event.at < period_.to && forecaster.hall().waiter(event.visit))
                estimate(event, forecaster);
        }
        return std::move(report_);
    }

private:
    void estimate(const HallEvent& event, WaitForecaster& forecaster)
    {
        const WaitForecast forecast = forecaster.for_visit(event.visit, event.at, Stated::WithTicket);
        if (forecast.known)
            forecaster.remember(event.visit, event.leg, event.at, Stated::WithTicket, forecast.range);
        if (period_.contains(event.at))
            open_.insert_or_assign(
                event.visit, Open { forecast, forecaster.rivals(event.visit, event.at), event.at });
    }

    void close(const HallEvent& event, const Taught::Departure& departed, const Hall& hall)
    {
        const auto found = open_.find(event.visit);
        if (found == open_.end())
            return;
        const Open open = found->second;
        open_.erase(found);
        if (departed.how != Taught::Departure::How::Called)
            return;
        Prediction prediction;
        prediction.ticket = references_[event.visit];
        prediction.service = hall.services()[static_cast<std::size_t>(departed.waiter.service)].code;
        prediction.arrived = configuration_.zone.local(open.at);
        prediction.ahead = open.forecast.ahead;
        prediction.known = open.forecast.known;
        prediction.scored = { open.forecast.range, open.rivals, departed.wait() };
        ++report_.called;
        report_.scores.add(prediction.scored);
        tell_(prediction);
    }

    Configuration configuration_;
    Period period_;
    std::unordered_map<VisitId, std::string> references_;
    const std::function<void(const Prediction&)>& tell_;
    std::unordered_map<VisitId, Open> open_;
    BacktestReport report_;
};

} // namespace

BacktestReport backtest(Store& store, const Configuration& configuration, const BacktestQuestion& question,
    const std::function<void(const Prediction&)>& tell)
{
    return Replay(configuration, store, question, tell).run(store);
}

} // namespace nextplease
