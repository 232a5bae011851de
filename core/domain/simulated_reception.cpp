#include "core/domain/simulated_reception.h"

#include "core/domain/random.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

constexpr double kGreetingFrom = 15; // seconds, before each service
constexpr double kGreetingTo = 35;
constexpr double kTurnaroundMedian = 22;
constexpr double kTurnaroundSpread = 0.5; // of its logarithm
constexpr double kErrandShare = 0.1; // turnarounds that take one to three minutes more
constexpr double kPatienceMean = 600;

// A value that is the same on all days of a simulation, such as a clerk's speed.
double fixed_normal(std::uint64_t seed, std::uint64_t of)
{
    return Random(mixed(seed) ^ mixed(of * 7919 + 17)).normal();
}

struct DeskAtWork {
    const Desk* desk = nullptr;
    double slowness = 1;
    enum class Doing { Closed, Free, Busy, Away } doing = Doing::Closed;
    Instant until {}; // of Closed before opening, Busy and Away
    Instant next_pause {};
    std::vector<Period> breaks;
    bool pauses_after = false; // what follows Busy
    std::vector<Period> shifts; // the one that is under way or next, and those after it; empty: no end
};

// When its shift ends.
Instant closes(const DeskAtWork& desk)
{
    return desk.shifts.empty() ? Instant::max() : desk.shifts.front().to;
}

// When something changes at it by itself; Instant::max(): never.
Instant changes_at(const DeskAtWork& desk)
{
    return desk.doing == DeskAtWork::Doing::Free ? closes(desk) : desk.until;
}

struct InQueue {
    std::size_t visit;
    Place place;
    Instant patience_ends;
};

class Day {
public:
    Day(const SimulationRules& rules, std::uint64_t seed, int number, Instant midnight, Period open)
        : rules_(rules)
        , seed_(seed)
        , number_(number)
        , midnight_(midnight)
        , open_(open)
        , random_(mixed(seed) + static_cast<std::uint64_t>(number) * 104729)
    {
    }

    SimulatedDay play(const DayPlan& plan)
    {
        visitors_come();
        desks_come(plan);
        std::size_t next = 0;
        while (true) {
            const auto desk = next_desk();
            const bool all_came = next == result_.visits.size();
            if (all_came && queue_.empty() && everybody_done())
                break;
            if (!all_came && (!desk || result_.visits[next].arrived <= changes_at(*desk))) {
                arrive(next++);
            } else if (desk) {
                move_on(*desk);
            } else {
                break; // nobody is left who could call
            }
        }
        close_desks();
        std::stable_sort(result_.desks.begin(), result_.desks.end(),
            [](const auto& a, const auto& b) { return a.at < b.at; });
        return std::move(result_);
    }

private:
    double intensity(Instant at) const
    {
        const double hour = static_cast<double>((at - midnight_).count()) / 3600;
        double height = 1;
        for (const double peak : rules_.peaks_at)
            height += rules_.peak_height * std::exp(-std::pow((hour - peak) / rules_.peak_width, 2) / 2);
        return height;
    }

    // A Poisson process whose rate changes over the day: by thinning.
    void visitors_come()
    {
        const std::chrono::weekday weekday { std::chrono::floor<std::chrono::days>(
            midnight_ + Seconds { 43200 }) };
        const double monday = weekday == std::chrono::Monday ? rules_.mondays : 0;
        const double load = std::max(1 + rules_.load_spread * random_.normal() + monday, 0.2);
        double all = 0;
        double highest = 0;
        for (Instant at = open_.from; at < open_.to; at += Seconds { 60 }) {
            all += intensity(at);
            highest = std::max(highest, intensity(at));
        }
        const double rate = rules_.visitors_a_day * load * highest / (all * 60); // a second
        double at = random_.exponential(1 / rate);
        const auto length = static_cast<double>((open_.to - open_.from).count());
        for (; at < length; at += random_.exponential(1 / rate)) {
            const Instant arrived = open_.from + Seconds { static_cast<std::int64_t>(at) };
            if (random_.chance(intensity(arrived) / highest))
                add_visitor(arrived);
        }
    }

    void add_visitor(Instant arrived)
    {
        SimulatedVisit visit;
        visit.arrived = arrived;
        visit.service = rules_.office.services[chosen_service()].code;
        const auto& priorities = rules_.office.rules.priorities;
        if (random_.chance(rules_.priority_share) && !priorities.empty())
            visit.priority = priorities.front().code;
        result_.visits.push_back(std::move(visit));
    }

    std::size_t chosen_service()
    {
        double all = 0;
        for (const SimulatedService& service : rules_.services)
            all += service.share;
        double left = random_.uniform() * all;
        for (std::size_t i = 0; i + 1 < rules_.services.size(); ++i) {
            left -= rules_.services[i].share;
            if (left < 0)
                return i;
        }
        return rules_.services.size() - 1;
    }

    void desks_come(const DayPlan& plan)
    {
        for (std::size_t i = 0; i < rules_.office.desks.size(); ++i) {
            DeskAtWork at_work;
            at_work.desk = &rules_.office.desks[i];
            at_work.slowness = std::max(1 + rules_.clerk_spread * fixed_normal(seed_, i), 0.5);
            at_work.until = open_.from;
            for (const DayPlan::DeskPlan& planned : plan.desks) {
                if (planned.desk == at_work.desk->code) {
                    at_work.until = planned.opens.value_or(open_.from);
                    if (rules_.take_breaks)
                        at_work.breaks = planned.breaks;
                }
            }
            at_work.next_pause = at_work.until + between_pauses();
            if (!rules_.shifts.empty())
                take_shifts(at_work);
            desks_.push_back(std::move(at_work));
        }
    }

    void take_shifts(DeskAtWork& at_work) const
    {
        for (const SimulatedShift& shift : rules_.shifts) {
            const Instant to = midnight_ + shift.open.to;
            if (shift.desk == at_work.desk->code)
                at_work.shifts.push_back(
                    { midnight_ + shift.open.from, to < open_.to ? to : Instant::max() });
        }
        at_work.until = at_work.shifts.empty() ? Instant::max() : at_work.shifts.front().from;
    }

    Seconds between_pauses()
    {
        const double mean = rules_.hours_between_pauses * 3600;
        return Seconds { static_cast<std::int64_t>(random_.exponential(mean)) };
    }

    Seconds whole(double seconds) const
    {
        return Seconds { std::max<std::int64_t>(std::llround(seconds), 1) };
    }

    // The desk that changes next by itself.
    DeskAtWork* next_desk()
    {
        DeskAtWork* next = nullptr;
        for (DeskAtWork& desk : desks_) {
            const Instant at = changes_at(desk);
            if (at != Instant::max() && (!next || at < changes_at(*next)))
                next = &desk;
        }
        return next;
    }

    bool everybody_done() const
    {
        return std::all_of(desks_.begin(), desks_.end(),
            [](const DeskAtWork& desk) { return desk.doing != DeskAtWork::Doing::Busy; });
    }

    void arrive(std::size_t number)
    {
        const SimulatedVisit& visit = result_.visits[number];
        const Seconds head_start = head_start_of(visit.priority, visit.service, rules_.office);
        const bool impatient = rules_.leave_share > 0 && random_.chance(rules_.leave_share);
        queue_.push_back({ number,
            { visit.arrived - head_start, visit.arrived, VisitId { static_cast<std::int64_t>(number) + 1 } },
            impatient ? visit.arrived + whole(random_.exponential(kPatienceMean)) : Instant::max() });
        // Whichever free desk sees the visitor first.
        std::vector<DeskAtWork*> free;
        for (DeskAtWork& desk : desks_) {
            if (desk.doing == DeskAtWork::Doing::Free && visit.arrived < closes(desk)
                && serves(*desk.desk, visit.service))
                free.push_back(&desk);
        }
        if (!free.empty())
            call_next(*free[random_.index(free.size())], visit.arrived);
    }

    static bool serves(const Desk& desk, const ServiceCode& service)
    {
        return std::any_of(desk.services.begin(), desk.services.end(),
            [&](const DeskService& offered) { return offered.service == service; });
    }

    static int rank_at(const Desk& desk, const ServiceCode& service)
    {
        for (const DeskService& offered : desk.services) {
            if (offered.service == service)
                return offered.rank;
        }
        return 0;
    }

    void move_on(DeskAtWork& desk)
    {
        using Doing = DeskAtWork::Doing;
        const Instant now = changes_at(desk);
        if (desk.doing != Doing::Closed && closes(desk) <= now)
            return end_shift(desk, now);
        if (desk.doing == Doing::Closed || desk.doing == Doing::Away) {
            result_.desks.push_back({ desk.desk->code, EventKind::DeskOpened, now });
            if (desk.next_pause < now)
                desk.next_pause = now + between_pauses();
        } else if (desk.pauses_after) {
            desk.pauses_after = false;
            if (goes_away(desk, now))
                return;
        }
        call_next(desk, now);
    }

    void end_shift(DeskAtWork& desk, Instant now)
    {
        result_.desks.push_back({ desk.desk->code, EventKind::DeskClosed, now });
        std::erase_if(desk.shifts, [now](const Period& shift) { return shift.to <= now; });
        desk.doing = DeskAtWork::Doing::Closed;
        desk.pauses_after = false;
        desk.until = desk.shifts.empty() ? Instant::max() : std::max(desk.shifts.front().from, now);
    }

    // After a service: to a planned break that is due, or for a pause of its own.
    bool goes_away(DeskAtWork& desk, Instant now)
    {
        Seconds length { 0 };
        if (!desk.breaks.empty() && desk.breaks.front().from <= now) {
            length = desk.breaks.front().to - desk.breaks.front().from;
            desk.breaks.erase(desk.breaks.begin());
        } else if (desk.next_pause <= now && now < open_.to) {
            length = whole(300 + 660 * random_.uniform());
        } else {
            return turn_round(desk, now);
        }
        result_.desks.push_back({ desk.desk->code, EventKind::DeskPaused, now });
        desk.doing = DeskAtWork::Doing::Away;
        desk.until = now + length;
        return true;
    }

    bool turn_round(DeskAtWork& desk, Instant now)
    {
        double length = kTurnaroundMedian * std::exp(kTurnaroundSpread * random_.normal());
        if (random_.chance(kErrandShare))
            length += 60 + 120 * random_.uniform();
        desk.doing = DeskAtWork::Doing::Busy;
        desk.until = now + whole(length);
        return true;
    }

    void call_next(DeskAtWork& desk, Instant now)
    {
        drop_leavers(now);
        std::vector<std::pair<Turn<Place>, std::size_t>> candidates;
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            if (const int rank = rank_at(*desk.desk, result_.visits[queue_[i].visit].service); rank > 0)
                candidates.push_back({ { rank, queue_[i].place }, i });
        }
        const auto next = first_in_turn(candidates.begin(), candidates.end(),
            [](const auto& one) -> const Turn<Place>& { return one.first; });
        if (next == candidates.end()) {
            desk.doing = DeskAtWork::Doing::Free;
            // A break that falls due while nobody is there is taken then.
            if (!desk.breaks.empty() && desk.breaks.front().from <= now)
                goes_away(desk, now);
            return;
        }
        SimulatedVisit& visit = result_.visits[queue_[next->second].visit];
        queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(next->second));
        visit.called = now;
        visit.desk = desk.desk->code;
        visit.no_show = random_.chance(rules_.no_show_share);
        desk.doing = DeskAtWork::Doing::Busy;
        desk.until = now + (visit.no_show ? whole(60 + 50 * random_.uniform()) : service_time(desk, visit));
        desk.pauses_after = true;
        visit.finished = desk.until;
    }

    void drop_leavers(Instant now)
    {
        std::erase_if(queue_, [&](const InQueue& one) {
            if (one.patience_ends < now)
                result_.visits[one.visit].left = one.patience_ends;
            return one.patience_ends < now;
        });
    }

    Seconds service_time(const DeskAtWork& desk, const SimulatedVisit& visit)
    {
        const auto& services = rules_.office.services;
        const auto number =
            static_cast<std::size_t>(std::find_if(services.begin(), services.end(), [&](const Service& one) {
                return one.code == visit.service;
            }) - services.begin());
        const SimulatedService& service = rules_.services[number];
        const double variance = std::log1p(service.variation * service.variation);
        const double slower =
            rules_.slower_from_day >= 0 && number_ >= rules_.slower_from_day ? rules_.slower_by : 1;
        const double core = service.mean_minutes * 60 * desk.slowness * slower
            * std::exp(std::sqrt(variance) * random_.normal() - variance / 2);
        return whole(core + kGreetingFrom + (kGreetingTo - kGreetingFrom) * random_.uniform());
    }

    void close_desks()
    {
        for (const DeskAtWork& desk : desks_) {
            if (desk.doing == DeskAtWork::Doing::Closed)
                continue;
            Instant at = open_.to;
            for (const SimulatedVisit& visit : result_.visits) {
                if (visit.desk == desk.desk->code && visit.finished)
                    at = std::max(at, *visit.finished);
            }
            for (const SimulatedDeskEvent& event : result_.desks) {
                if (event.desk == desk.desk->code)
                    at = std::max(at, event.at);
            }
            result_.desks.push_back({ desk.desk->code, EventKind::DeskClosed, at });
        }
    }

    const SimulationRules& rules_;
    std::uint64_t seed_;
    int number_;
    Instant midnight_;
    Period open_;
    Random random_;
    SimulatedDay result_;
    std::vector<DeskAtWork> desks_;
    std::vector<InQueue> queue_; // in no order
};

} // namespace

SimulatedDay simulate_day(const SimulationRules& rules, std::uint64_t seed, int number, Instant midnight,
    Period open, const DayPlan& plan)
{
    return Day(rules, seed, number, midnight, open).play(plan);
}

SimulationRules simulated_council()
{
    SimulationRules rules;
    constexpr struct {
        const char* code;
        int minutes;
        double variation;
        double share;
    } kServices[] { { "A", 4, 0.6, 40 }, { "B", 6, 0.55, 30 }, { "C", 9, 0.5, 20 }, { "D", 12, 0.5, 10 } };
    for (const auto& one : kServices) {
        Service service;
        service.code = ServiceCode(one.code);
        service.letter = one.code;
        service.usual = Minutes { one.minutes };
        rules.office.services.push_back(service);
        rules.services.push_back({ .share = one.share,
            .mean_minutes = static_cast<double>(one.minutes),
            .variation = one.variation });
    }
    constexpr std::pair<const char*, std::string_view> kDesks[] { { "Desk 1", "ABCD" }, { "Desk 2", "ABC" },
        { "Desk 3", "ABD" } };
    for (const auto& [code, services] : kDesks) {
        Desk desk;
        desk.code = DeskCode(code);
        for (const char service : services)
            desk.services.push_back({ ServiceCode(std::string(1, service)), 1 });
        rules.office.desks.push_back(desk);
    }
    rules.office.rules.priorities.push_back(
        { .code = PriorityCode("access"), .name = {}, .head_start = Minutes { 10 } });
    return rules;
}

DayPlan council_plan(Instant midnight, Lunches lunches)
{
    DayPlan plan;
    const auto at = [&](int hour, int minute) { return midnight + Seconds { hour * 3600 + minute * 60 }; };
    plan.desks = { { DeskCode("Desk 1"), midnight + kCouncilOpens, { { at(12, 0), at(12, 45) } } },
        { DeskCode("Desk 2"), midnight + kCouncilOpens, { { at(12, 45), at(13, 30) } } },
        { DeskCode("Desk 3"), at(9, 0), { { at(13, 30), at(14, 15) } } } };
    if (lunches == Lunches::NotKnown) {
        for (DayPlan::DeskPlan& desk : plan.desks)
            desk.breaks.clear();
    }
    return plan;
}

} // namespace nextplease
