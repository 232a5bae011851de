#include "core/reception/staffing_history.h"

#include "core/domain/rota.h"
#include "core/domain/service_times.h"
#include "core/reception/hall_feed.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace nextplease {
namespace {

// Seconds.
constexpr std::array<double, 22> kTurnaroundKnots { 0, 2, 4, 6, 8, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240,
    300, 420, 600, 900, 1200, 1500, 1800 };
constexpr std::array<double, 11> kPauseKnots { 0, 60, 120, 240, 360, 480, 600, 900, 1200, 1500, 1800 };
constexpr std::array<double, 16> kPatienceKnots { 0, 15, 30, 60, 120, 180, 300, 450, 600, 900, 1200, 1800,
    2700, 3600, 5400, 7200 };
// What is longer is lunch or the end of the day, which the rota decides.
constexpr double kLongestPause = 1800;
constexpr double kLongestUntoldGap = 600; // where a log does not tell of pauses
constexpr double kPriorEvents = 5;
constexpr int kLeaversBelieved = 10;
constexpr int kDaysForOwnShape = 8;
constexpr std::size_t kComingForOwnMixture = 30;
constexpr std::size_t kHandlingsBelieved = 10;
constexpr int kImaginedHandlings = 200;

struct Arrival {
    LocalDate date;
    int weekday = 1;
    std::size_t step = 0;
    Coming coming;
};

// Lengths of which some were cut short.
class Spells {
public:
    void add(double duration, Ending ending)
    {
        spells_.emplace_back(duration, ending);
        exposure_ += duration;
        ended_ += ending == Ending::Seen ? 1 : 0;
    }
    int ended() const { return ended_; }

    // nullopt where none was seen to end.
    template <class Knots>
    std::optional<HazardTable> table(const Knots& knots) const
    {
        if (ended_ == 0)
            return std::nullopt;
        const double mean = std::max(exposure_ / ended_, 1.0); // the exponential's, by maximum likelihood
        HazardTable table(
            knots, [mean](double t) { return std::exp(-t / mean); }, kPriorEvents);
        for (const auto& [duration, ending] : spells_)
            table.add(duration, ending);
        return table;
    }

private:
    std::vector<std::pair<double, Ending>> spells_;
    double exposure_ = 0;
    int ended_ = 0;
};

// Goes through the events of the period.
class HistoryReader {
public:
    HistoryReader(const Configuration& configuration, const HistoryQuestion& question, DeskStates states)
        : configuration_(configuration)
        , question_(question)
        , steps_(steps_of(question.open, question.step))
        , states_(states)
        , forecaster_(configuration.office, states)
    {
    }

    void read(Store& store)
    {
        const Period period = configuration_.zone.days(question_.from, question_.to);
        HallFeed feed(configuration_, forecaster_);
        for (const HallEvent& event : feed.read(store, period.from)) {
            if (event.at >= period.to)
                break;
            const Taught& taught = feed.observe(event);
            arrive(event);
            follow(event);
            learn(event, taught);
        }
    }

    ModelOfHistory model() const;

private:
    struct AtDesk {
        Instant called;
        std::optional<Instant> started;
    };

    bool ordinary(LocalDate date) const
    {
        const auto other = configuration_.hours.exceptions.find(date);
        return other == configuration_.hours.exceptions.end() || other->second == question_.open;
    }

    void arrive(const HallEvent& event)
    {
        if (event.kind != EventKind::Taken && event.kind != EventKind::CheckedIn)
            return;
        const Waiter* waiter = forecaster_.hall().waiter(event.visit);
        const LocalTime local = configuration_.zone.local(event.at);
        if (!waiter || !ordinary(local.date))
            return;
        const int weekday = iso_weekday(local.date);
        const auto step = std::find_if(steps_.begin(), steps_.end(), [&](const OpenSpan& one) {
            return one.from <= local.since_midnight && local.since_midnight < one.to;
        });
        if (step == steps_.end()) {
            outside_ += weekday == question_.weekday ? 1 : 0;
            return;
        }
        arrivals_.push_back({ local.date, weekday, static_cast<std::size_t>(step - steps_.begin()),
            { static_cast<std::int16_t>(waiter->service),
                static_cast<std::int32_t>((event.at - waiter->place.key).count()) } });
    }

    void follow(const HallEvent& event)
    {
        if (event.kind == EventKind::Called)
            at_desk_.insert_or_assign(event.visit, AtDesk { event.at, {} });
        else if (const auto known = at_desk_.find(event.visit);
                 event.kind == EventKind::Started && known != at_desk_.end() && !known->second.started)
            known->second.started = event.at;
    }

    void learn(const HallEvent& event, const Taught& taught)
    {
        if (taught.served)
            add_handling(event, *taught.served);
        if (taught.departed && taught.departed->wait() > 0)
            patience_.add(taught.departed->wait(),
                taught.departed->how == Taught::Departure::How::Left ? Ending::Seen : Ending::CutShort);
        const double longest = states_ == DeskStates::Told ? kTurnaroundKnots.back() : kLongestUntoldGap;
        for (const Taught::Spell& spell : taught.turnarounds) {
            if (spell.duration <= longest)
                turnarounds_.add(spell.duration, spell.ended ? Ending::Seen : Ending::CutShort);
        }
        for (const Taught::Spell& spell : taught.pauses) {
            if (spell.ended && spell.duration <= kLongestPause)
                pauses_.add(spell.duration, Ending::Seen);
        }
        finishes_ += taught.finish ? 1 : 0;
    }

    void add_handling(const HallEvent& event, const Taught::Service& served)
    {
        Handling handling;
        handling.at_desk = static_cast<std::int32_t>(std::lround(served.duration));
        handling.seen = event.kind != EventKind::NoShow;
        if (event.kind == EventKind::Transferred || event.kind == EventKind::WentOn)
            handling.next = static_cast<std::int16_t>(event.service);
        if (const auto known = at_desk_.find(event.visit); known != at_desk_.end()) {
            if (known->second.started)
                handling.walk =
                    static_cast<std::int32_t>((*known->second.started - known->second.called).count());
            at_desk_.erase(known);
        }
        const auto number = static_cast<std::size_t>(served.service);
        if (handlings_.size() <= number)
            handlings_.resize(number + 1);
        handlings_[number].push_back(handling);
    }

    std::vector<PlannedService> services() const;
    std::vector<PlannedDesk> desks() const;
    std::vector<Coming> coming_in(std::size_t step) const;
    void set_demand(ModelOfHistory& made) const;

    const Configuration& configuration_;
    const HistoryQuestion& question_;
    std::vector<OpenSpan> steps_;
    DeskStates states_;
    WaitForecaster forecaster_;
    std::unordered_map<VisitId, AtDesk> at_desk_;
    std::vector<Arrival> arrivals_;
    std::vector<std::vector<Handling>> handlings_; // by service
    Spells patience_, turnarounds_, pauses_;
    std::int64_t finishes_ = 0;
    std::int64_t outside_ = 0;
};

// Visitors of each day, by weekday.
using DayCounts = std::array<std::map<LocalDate, int>, 8>;

double mean_of(const std::map<LocalDate, int>& days)
{
    double sum = 0;
    for (const auto& [date, count] : days)
        sum += count;
    return days.empty() ? 0 : sum / static_cast<double>(days.size());
}

// How much days of one weekday scatter beyond chance, as a share of their mean; over all weekdays, so that a
// few weeks tell of it: the excess of their variance over Poisson's.
double load_spread_of(const DayCounts& days)
{
    double excess = 0;
    double squares = 0;
    for (const auto& weekday : days) {
        if (weekday.size() < 2)
            continue;
        const double mean = mean_of(weekday);
        const double freedom = static_cast<double>(weekday.size()) - 1;
        for (const auto& [date, count] : weekday)
            excess += (count - mean) * (count - mean);
        excess -= freedom * mean;
        squares += freedom * mean * mean;
    }
    return squares > 0 ? std::sqrt(std::max(excess / squares, 0.0)) : 0;
}

ModelOfHistory HistoryReader::model() const
{
    ModelOfHistory made;
    StaffingModel& model = made.model;
    for (const OpenSpan& step : steps_)
        model.steps.push_back({ step, 0, {} });
    model.services = services();
    model.desks = desks();
    model.turnaround = turnarounds_.table(kTurnaroundKnots);
    if (states_ == DeskStates::Told && finishes_ > 0) {
        model.pause = pauses_.table(kPauseKnots);
        model.pause_chance = static_cast<double>(pauses_.ended()) / static_cast<double>(finishes_);
    }
    if (patience_.ended() >= kLeaversBelieved)
        model.patience = patience_.table(kPatienceKnots);
    made.basis.from = question_.from;
    made.basis.to = question_.to;
    made.basis.outside = outside_;
    made.basis.left = patience_.ended();
    made.basis.desk_states_told = states_ == DeskStates::Told;
    for (const auto& handlings : handlings_)
        made.basis.served += static_cast<std::int64_t>(handlings.size());
    set_demand(made);
    return made;
}

std::vector<PlannedService> HistoryReader::services() const
{
    std::vector<PlannedService> services;
    for (const Service& known : forecaster_.hall().services()) {
        const bool ours = configuration_.office.find(known.code) != nullptr;
        PlannedService service;
        service.code = known.code;
        service.limit = question_.limit.value_or(ours ? known.limit : configuration_.limit);
        if (services.size() < handlings_.size())
            service.handlings = handlings_[services.size()];
        // Too few to draw from: as the estimate takes a service that it does not know yet.
        if (service.handlings.size() < kHandlingsBelieved) {
            const ServiceTimes imagined(static_cast<double>(Seconds(known.usual).count()));
            Random random(1);
            for (int i = 0; i < kImaginedHandlings; ++i)
                service.handlings.push_back(
                    { .at_desk = static_cast<std::int32_t>(std::lround(imagined.draw(random))) });
        }
        services.push_back(std::move(service));
    }
    return services;
}

std::vector<PlannedDesk> HistoryReader::desks() const
{
    const std::vector<Service>& services = forecaster_.hall().services();
    std::vector<PlannedDesk> desks;
    for (const Desk& known : configuration_.office.desks) {
        PlannedDesk desk { known.code, std::vector<int>(services.size(), 0) };
        for (std::size_t service = 0; service < services.size(); ++service) {
            const auto offered = std::find_if(known.services.begin(), known.services.end(),
                [&](const DeskService& one) { return one.service == services[service].code; });
            if (offered != known.services.end())
                desk.rank[service] = offered->rank;
            else if (!configuration_.office.find(services[service].code))
                desk.rank[service] = 1; // a service that kiosk.conf does not have, from a log of elsewhere
        }
        desks.push_back(std::move(desk));
    }
    for (int i = 0; i < question_.further_desks; ++i)
        desks.push_back({ DeskCode {}, std::vector<int>(services.size(), 1) });
    return desks;
}

// Who comes in that step: on that weekday; on all days, or at all times, where too few did.
std::vector<Coming> HistoryReader::coming_in(std::size_t step) const
{
    std::vector<Coming> coming;
    const auto gather = [&](auto&& wanted) {
        coming.clear();
        for (const Arrival& arrival : arrivals_) {
            if (wanted(arrival))
                coming.push_back(arrival.coming);
        }
        return coming.size() >= kComingForOwnMixture;
    };
    const bool enough =
        gather([&](const Arrival& one) { return one.step == step && one.weekday == question_.weekday; })
        || gather([&](const Arrival& one) { return one.step == step; });
    if (!enough)
        gather([](const Arrival&) { return true; });
    return coming;
}

void HistoryReader::set_demand(ModelOfHistory& made) const
{
    DayCounts days;
    std::vector<double> own(steps_.size(), 0);
    std::vector<double> all(steps_.size(), 0);
    for (const Arrival& arrival : arrivals_) {
        ++days[static_cast<std::size_t>(arrival.weekday)][arrival.date];
        ++all[arrival.step];
        own[arrival.step] += arrival.weekday == question_.weekday ? 1 : 0;
    }
    const auto& these = days[static_cast<std::size_t>(question_.weekday)];
    const double mean = mean_of(these);
    const auto number = static_cast<double>(these.size());
    made.basis.days = static_cast<int>(these.size());
    made.basis.visitors = std::llround(mean * number);
    for (const auto& weekday : days)
        made.basis.all_days += static_cast<int>(weekday.size());
    made.basis.own_shape = made.basis.days >= kDaysForOwnShape;

    const std::vector<double>& shape = made.basis.own_shape ? own : all;
    const double sum = std::accumulate(shape.begin(), shape.end(), 0.0);
    for (std::size_t step = 0; step < steps_.size(); ++step) {
        made.model.steps[step].visitors = sum > 0 ? shape[step] / sum * mean : 0;
        made.model.steps[step].coming = coming_in(step);
    }
    made.model.load_spread = load_spread_of(days);
    if (mean > 0)
        made.model.level_error =
            std::sqrt((made.model.load_spread * made.model.load_spread + 1 / mean) / number);
}

} // namespace

ModelOfHistory model_of_history(
    Store& store, const Configuration& configuration, const HistoryQuestion& question)
{
    // Which events there are decides how desks are taken.
    const Period period = configuration.zone.days(question.from, question.to);
    WaitForecaster numbering(configuration.office, DeskStates::Told);
    const DeskStates states = desk_states_told(HallFeed(configuration, numbering).read(store, period.from));
    HistoryReader reader(configuration, question, states);
    reader.read(store);
    return reader.model();
}

} // namespace nextplease
