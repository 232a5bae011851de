#include "core/domain/staffing_search.h"

#include "core/domain/erlang.h"

#include <algorithm>
#include <numeric>

namespace nextplease {
namespace {

// Told to stop.
struct Stopped { };

// Visitors who come for each service on an average day.
std::vector<double> visitors_by_service(const StaffingModel& model)
{
    std::vector<double> visitors(model.services.size(), 0);
    for (const PlannedStep& step : model.steps) {
        for (const Coming& coming : step.coming)
            visitors[static_cast<std::size_t>(coming.service)] +=
                step.visitors / static_cast<double>(step.coming.size());
    }
    return visitors;
}

bool serves(const PlannedDesk& desk, std::size_t service)
{
    return service < desk.rank.size() && desk.rank[service] > 0;
}

// One that the reception does not have yet.
bool is_invented(const PlannedDesk& desk)
{
    return desk.code.empty();
}

// Of the exponential distribution that agrees at the last knot.
double mean_patience(const HazardTable& patience)
{
    const double hazard = patience.cumulative(patience.last_knot());
    return patience.last_knot() / std::max(hazard, 1e-9);
}

// Opens what is missing for each stay of the desk to be long enough.
void lengthen_stays(Rota& rota, std::size_t desk, const std::vector<OpenSpan>& steps, std::size_t shortest)
{
    for (const Stay& stay : stays_of(rota, desk, steps)) {
        const Stay opening = opening_of(stay.from, steps);
        Stay longer = stay;
        while (longer.length() < std::min(shortest, opening.length())) {
            if (longer.to < opening.to)
                rota.open(desk, longer.to++);
            else
                rota.open(desk, --longer.from);
        }
    }
}

bool stays_long_enough(
    const Rota& rota, std::size_t desk, const std::vector<OpenSpan>& steps, std::size_t shortest)
{
    const std::vector<Stay> stays = stays_of(rota, desk, steps);
    return std::all_of(stays.begin(), stays.end(), [&](const Stay& stay) {
        return stay.length() >= std::min(shortest, opening_of(stay.from, steps).length());
    });
}

class Search {
public:
    Search(const StaffingQuestion& question, const Progress& progress)
        : model_(question.model)
        , days_(question.days)
        , goal_(question.goal)
        , bounds_(question.bounds)
        , progress_(progress)
        , times_(model_.times())
        , stretches_(times_, goal_.each)
        , rehearsal_(model_, question.rule)
        , order_(opening_order(model_))
        , kept_(times_.size(), 0)
    {
    }

    FoundRota run()
    {
        say(0);
        set_targets();
        Rota rota = guess();
        climb(rota);
        if (longest_waited_ && !still_reaches(rota))
            rota = all_desks();
        prefer_own_desks(rota);
        trim(rota);
        const std::vector<PooledShare> reached = shares(rota, days_.size());
        say(1);
        return { rota, std::all_of(reached.begin(), reached.end(), [&](const PooledShare& share) {
                    return share.surely() >= goal_.share;
                }) };
    }

    bool all_desks_reach_it()
    {
        targets_.assign(stretches_.count(), goal_.share);
        return still_reaches(all_desks());
    }

private:
    static constexpr double kAsGoodAs = 0.002;
    static constexpr double kAsLongAs = 1.01;
    static constexpr double kClimbed = 0.3; // of the work
    static constexpr std::size_t kBatch = 40; // days between two looks

    void say(double done)
    {
        done_ = std::max(done_, done);
        if (progress_(done_) == GoOn::Stop)
            throw Stopped {};
    }

    void set_targets()
    {
        const std::vector<PooledShare> best = shares(all_desks(), days_.size());
        const auto missed = [&](const PooledShare& share) { return share.surely() < goal_.share; };
        for (const PooledShare& share : best)
            targets_.push_back(missed(share) ? share.surely() - kAsGoodAs : goal_.share);
        if (std::none_of(best.begin(), best.end(), missed))
            return;
        // The whole day, which is the last, is missed because of some of its hours, if they are asked for.
        const bool an_hour = std::any_of(best.begin(), best.end() - 1, missed);
        for (std::size_t i = 0; i < best.size(); ++i) {
            if (!missed(best[i]) || (an_hour && i + 1 == best.size()))
                continue;
            for (const std::size_t step : stretches_.steps(i))
                kept_[step] = 1;
        }
        std::int64_t waited = 0;
        const Rota all = all_desks();
        for (const DrawnDay& day : days_)
            waited += waited_where_kept(rehearsal_.play(day, all));
        longest_waited_ = static_cast<double>(waited) * kAsLongAs;
    }

    std::int64_t waited_where_kept(const std::vector<StepCount>& day) const
    {
        std::int64_t waited = 0;
        for (std::size_t step = 0; step < day.size(); ++step)
            waited += kept_[step] ? day[step].waited : 0;
        return waited;
    }

    std::vector<PooledShare> shares(const Rota& rota, std::size_t days)
    {
        std::vector<PooledShare> shares(stretches_.count());
        for (std::size_t day = 0; day < days; ++day) {
            stretches_.add(rehearsal_.play(days_[day], rota), shares);
            if (day % kBatch == kBatch - 1)
                say(done_);
        }
        return shares;
    }

    // Plays no more days than it takes to see that it does not.
    bool still_reaches(const Rota& rota)
    {
        constexpr double kHopeless = 3; // standard errors
        std::vector<PooledShare> shares(stretches_.count());
        std::int64_t waited = 0;
        for (std::size_t day = 0; day < days_.size(); ++day) {
            const std::vector<StepCount>& counts = rehearsal_.play(days_[day], rota);
            stretches_.add(counts, shares);
            waited += longest_waited_ ? waited_where_kept(counts) : 0;
            const bool last = day + 1 == days_.size();
            if (day % kBatch != kBatch - 1 && !last)
                continue;
            say(done_);
            if (longest_waited_ && static_cast<double>(waited) > *longest_waited_)
                return false;
            for (std::size_t i = 0; i < shares.size(); ++i) {
                const double may_be =
                    last ? shares[i].surely() : shares[i].share() + kHopeless * shares[i].error();
                if (may_be < targets_[i])
                    return false;
            }
        }
        return true;
    }

    Rota all_desks() const
    {
        Rota rota(model_.desks.size(), times_.size());
        for (std::size_t i = 0; i < static_cast<std::size_t>(bounds_.most_desks); ++i) {
            for (std::size_t step = 0; step < times_.size(); ++step)
                rota.open(order_[i], step);
        }
        return rota;
    }

    Rota guess() const
    {
        Rota rota(model_.desks.size(), times_.size());
        const auto desks = desks_by_formula(model_, goal_.share, bounds_.most_desks);
        for (std::size_t step = 0; step < times_.size(); ++step) {
            const int most = bounds_.most_desks;
            const auto wanted = static_cast<std::size_t>(kept_[step] ? most : desks[step].value_or(most));
            for (std::size_t i = 0; i < wanted; ++i)
                rota.open(order_[i], step);
        }
        for (std::size_t desk = 0; desk < rota.desks(); ++desk)
            lengthen_stays(rota, desk, times_, bounds_.shortest_stay);
        return rota;
    }

    bool allowed(const Rota& rota) const
    {
        for (std::size_t step = 0; step < rota.steps(); ++step) {
            if (rota.desks_open(step) > bounds_.most_desks)
                return false;
        }
        return true;
    }

    // People a day by whom the goal is missed.
    double shortfall(const std::vector<PooledShare>& shares) const
    {
        double missing = 0;
        for (std::size_t i = 0; i < shares.size(); ++i)
            missing += missing_in(shares[i], targets_[i]);
        return missing;
    }
    static double missing_in(const PooledShare& share, double target)
    {
        return std::max(target - share.surely(), 0.0) * share.counted() / std::max(share.days(), 1);
    }

    void climb(Rota& rota)
    {
        double first = 0;
        const auto at_most = static_cast<int>(rota.desks() * rota.steps());
        for (int i = 0; i < at_most; ++i) {
            const std::vector<PooledShare> now = shares(rota, days_.size());
            const double missing = shortfall(now);
            if (missing <= 0)
                break;
            first = std::max(first, missing);
            say(kClimbed * (1 - missing / first));
            if (!open_what_helps_most(rota, now)) {
                rota = all_desks(); // nothing single helps any more
                break;
            }
        }
        say(kClimbed);
    }

    enum class Desks { Own, Invented };
    bool is_of(Desks desks, std::size_t desk) const
    {
        return is_invented(model_.desks[desk]) == (desks == Desks::Invented);
    }

    // False if nothing helps.
    bool open_what_helps_most(Rota& rota, const std::vector<PooledShare>& now)
    {
        return open_what_helps_most(rota, now, Desks::Own)
            || open_what_helps_most(rota, now, Desks::Invented);
    }
    bool open_what_helps_most(Rota& rota, const std::vector<PooledShare>& now, Desks of)
    {
        const std::vector<Rota> choice = larger_rotas(rota, worst(now), of);
        if (choice.empty())
            return false;
        const std::size_t tried_days =
            std::max(days_.size() / 4, std::min<std::size_t>(days_.size(), kBatch));
        const double missing = shortfall(shares(rota, tried_days));
        std::optional<Rota> best;
        double most = 0;
        for (const Rota& larger : choice) {
            const double helps =
                (missing - shortfall(shares(larger, tried_days))) / (larger.desk_steps() - rota.desk_steps());
            if (helps > most) {
                most = helps;
                best = larger;
            }
        }
        if (best)
            rota = *best;
        return best.has_value();
    }

    std::size_t worst(const std::vector<PooledShare>& now) const
    {
        std::size_t worst = 0;
        for (std::size_t i = 1; i < now.size(); ++i) {
            if (missing_in(now[i], targets_[i]) > missing_in(now[worst], targets_[worst]))
                worst = i;
        }
        return worst;
    }

    // With one desk more in that stretch or shortly before it: who waits at ten came at half past nine.
    std::vector<Rota> larger_rotas(const Rota& rota, std::size_t stretch, Desks of) const
    {
        constexpr std::size_t kStepsBefore = 2;
        const std::vector<std::size_t>& steps = stretches_.steps(stretch);
        const std::size_t from = steps.front() - std::min(steps.front(), kStepsBefore);
        std::vector<Rota> larger;
        for (const std::size_t desk : order_) {
            for (std::size_t step = from; is_of(of, desk) && step <= steps.back(); ++step) {
                Rota with = rota;
                with.open(desk, step);
                lengthen_stays(with, desk, times_, bounds_.shortest_stay);
                const bool is_new =
                    with != rota && std::find(larger.begin(), larger.end(), with) == larger.end();
                if (is_new && allowed(with))
                    larger.push_back(std::move(with));
            }
        }
        return larger;
    }

    // Opens the reception's own desks wherever others are open, which then close first.
    void prefer_own_desks(Rota& rota)
    {
        Rota own = rota;
        for (std::size_t step = 0; step < rota.steps(); ++step) {
            for (const std::size_t desk : order_) {
                if (!is_of(Desks::Invented, desk) || !rota.is_open(desk, step))
                    continue;
                for (const std::size_t other : order_) {
                    if (is_of(Desks::Own, other))
                        own.open(other, step);
                }
            }
        }
        for (std::size_t desk = 0; desk < own.desks(); ++desk)
            lengthen_stays(own, desk, times_, bounds_.shortest_stay);
        if (own != rota && allowed(own) && still_reaches(own))
            rota = own;
    }

    bool is_kept(const Closing& closing) const
    {
        const auto begin = kept_.begin();
        return std::any_of(begin + static_cast<std::ptrdiff_t>(closing.steps.from),
            begin + static_cast<std::ptrdiff_t>(closing.steps.to), [](char kept) { return kept != 0; });
    }

    // Closes what can be closed, the desk that opens last first, until a whole round finds nothing.
    void trim(Rota& rota)
    {
        for (bool changed = true; changed;) {
            changed = false;
            const double before = done_;
            std::vector<Closing> closings = closings_of(rota, times_, bounds_);
            std::erase_if(closings, [&](const Closing& one) { return is_kept(one); });
            double tried = 0;
            for (auto desk = order_.rbegin(); desk != order_.rend(); ++desk) {
                for (const Closing& closing : closings) {
                    if (closing.desk != *desk)
                        continue;
                    say(before + (1 - before) * 0.6 * tried++ / static_cast<double>(closings.size()));
                    const auto smaller = without(rota, closing, times_, bounds_);
                    if (!smaller || !still_reaches(*smaller))
                        continue;
                    rota = *smaller;
                    changed = true;
                }
            }
        }
    }

    const StaffingModel& model_;
    const std::vector<DrawnDay>& days_;
    StaffingGoal goal_;
    StaffingBounds bounds_;
    const Progress& progress_;
    std::vector<OpenSpan> times_;
    Stretches stretches_;
    Rehearsal rehearsal_;
    std::vector<std::size_t> order_;
    std::vector<double> targets_; // by stretch
    std::vector<char> kept_; // steps in which no desk closes: out of the goal's reach
    std::optional<double> longest_waited_; // by all in these steps, seconds; none: there are none
    double done_ = 0;
};

} // namespace

std::optional<FoundRota> find_rota(const StaffingQuestion& question, const Progress& progress)
{
    try {
        return Search(question, progress).run();
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

std::optional<int> enough_desks(const StaffingQuestion& question, int fewest, const Progress& progress)
{
    try {
        for (int desks = fewest; desks <= question.bounds.most_desks; ++desks) {
            StaffingQuestion asked = question;
            asked.bounds.most_desks = desks;
            if (Search(asked, progress).all_desks_reach_it())
                return desks;
        }
    } catch (const Stopped&) {
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<std::size_t> opening_order(const StaffingModel& model)
{
    const std::vector<double> visitors = visitors_by_service(model);
    std::vector<double> served_by(visitors.size(), 0); // desks in the order so far
    std::vector<std::size_t> order;
    order.reserve(model.desks.size());
    while (order.size() < model.desks.size()) {
        std::size_t next = 0;
        std::pair most { false, -1.0 };
        for (std::size_t desk = 0; desk < model.desks.size(); ++desk) {
            if (std::find(order.begin(), order.end(), desk) != order.end())
                continue;
            double use = 0;
            for (std::size_t service = 0; service < visitors.size(); ++service) {
                const double work = visitors[service] * model.mean_at_desk(service);
                use += serves(model.desks[desk], service) ? work / (1 + served_by[service]) : 0;
            }
            if (const std::pair own { !is_invented(model.desks[desk]), use }; own > most) {
                most = own;
                next = desk;
            }
        }
        order.push_back(next);
        for (std::size_t service = 0; service < visitors.size(); ++service)
            served_by[service] += serves(model.desks[next], service) ? 1 : 0;
    }
    return order;
}

std::vector<std::optional<int>> desks_by_formula(const StaffingModel& model, double goal, int most)
{
    const double gap = model.mean_gap();
    std::vector<std::optional<int>> desks;
    desks.reserve(model.steps.size());
    for (const PlannedStep& step : model.steps) {
        ConstantQueue queue;
        double at_desk = 0;
        double limit = 0;
        for (const Coming& coming : step.coming) {
            const auto service = static_cast<std::size_t>(coming.service);
            at_desk += model.mean_at_desk(service);
            limit += static_cast<double>(model.services[service].limit.count());
        }
        const auto of = static_cast<double>(std::max<std::size_t>(step.coming.size(), 1));
        queue.arrivals_a_second =
            step.visitors / static_cast<double>((step.time.to - step.time.from).count());
        queue.mean_service = at_desk / of + gap;
        if (model.patience)
            queue.mean_patience = mean_patience(*model.patience);
        const bool nobody = queue.load() <= 0;
        desks.push_back(nobody ? std::optional(0) : desks_needed(queue, limit / of, goal, most));
    }
    return desks;
}

std::vector<Closing> closings_of(
    const Rota& rota, const std::vector<OpenSpan>& steps, const StaffingBounds& bounds)
{
    std::vector<Closing> closings;
    for (std::size_t desk = 0; desk < rota.desks(); ++desk) {
        for (const Stay& stay : stays_of(rota, desk, steps)) {
            for (std::size_t step = stay.to; step-- > stay.from;)
                closings.push_back({ desk, { step, step + 1 } });
            if (stay.length() > 1)
                closings.push_back({ desk, stay });
        }
    }
    std::erase_if(closings, [&](const Closing& one) { return !without(rota, one, steps, bounds); });
    return closings;
}

std::optional<Rota> without(const Rota& rota, const Closing& closing, const std::vector<OpenSpan>& steps,
    const StaffingBounds& bounds)
{
    Rota smaller = rota;
    for (std::size_t step = closing.steps.from; step < closing.steps.to; ++step)
        smaller.close(closing.desk, step);
    const bool changed = smaller.desk_steps() == rota.desk_steps() - static_cast<int>(closing.steps.length());
    if (!changed || !stays_long_enough(smaller, closing.desk, steps, bounds.shortest_stay))
        return std::nullopt;
    return smaller;
}

} // namespace nextplease
