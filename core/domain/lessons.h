// What the past teaches about a reception, kept in a few tables that are brought up to date with every event:
// how long services take, how soon a desk calls again, how often and how long it pauses, and how long
// visitors have patience. Nothing is fitted and nothing is trained: the tables start from the configured
// minutes and weak guesses, and real events outweigh them within a morning.
#pragma once

#include "core/domain/hall.h"
#include "core/domain/hazard_table.h"
#include "core/domain/service_times.h"

#include <vector>

namespace nextplease {

class Lessons {
public:
    // Where nothing is told of desks, one that does not call may have gone home.
    explicit Lessons(DeskStates desk_states);

    // What one event taught. `services` are the hall's, for those that are new.
    void learn(const Taught& taught, const std::vector<Service>& services);
    // Every 60 working days older events count half as much.
    void begin_day();
    // Brings what is drawn from up to date with what was learnt. REQUIRED before a look ahead.
    void settle(const std::vector<Service>& services);

    const ServiceTimes& service(int number) const { return services_[static_cast<std::size_t>(number)]; }
    const HazardTable& turnaround() const { return turnaround_; }
    const HazardTable& pause() const { return pause_; }
    const HazardTable& patience() const { return patience_; }
    // Whether visitors are seen to give up: elsewhere they are not waited for less because of a guess.
    bool visitors_leave() const { return leavers_ >= kLeaversBelieved; }
    // That a desk, having finished with a visitor, pauses instead of calling the next.
    double pause_chance() const { return (pauses_ + 1) / (finishes_ + 60); }

    // From the end of a service to the next call, pauses included; kNever: it does not come back.
    double gap(Random& random) const
    {
        return random.chance(settled_pause_chance_) ? pause_quantiles_.draw(random)
                                                    : turnaround_quantiles_.draw(random);
    }

private:
    static constexpr double kLeaversBelieved = 10;

    void grow(const std::vector<Service>& services);

    std::vector<ServiceTimes> services_;
    HazardTable turnaround_;
    HazardTable pause_;
    HazardTable patience_;
    double pauses_ = 0;
    double finishes_ = 0;
    double leavers_ = 0;
    int days_ = 0;

    bool settled_ = false;
    QuantileTable turnaround_quantiles_;
    QuantileTable pause_quantiles_;
    double settled_pause_chance_ = 0;
};

} // namespace nextplease
