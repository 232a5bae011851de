// Visitors and receptionists who are not there: they arrive, wait, give up, are called, come or do not come,
// and are served, through the same verbs as real ones. The same seed, configuration and steps give the same
// day.
//
// Visitors arrive in a Poisson stream for each service; service times are lognormal around the service's
// usual minutes.
#pragma once

#include "core/reception/reception.h"
#include "kiosk/demo/chance.h"
#include "kiosk/demo/simulated_wishes.h"

#include <map>
#include <string>
#include <vector>

namespace nextplease {

struct SimulationSettings {
    unsigned seed = 1;
    double visitors_per_hour = 0; // over all services; 0: as many as the simulated desks can serve
    std::vector<DeskCode> for_people {}; // desks where it never works
    std::string transfer_note; // what its receptionists write
    std::string hold_reason;
};

class Simulation {
public:
    // The first visitors come after `start`. `reception` must outlive it.
    Simulation(Reception& reception, SimulationSettings settings, Instant start);

    // Does what is due. REQUIRES: `now` is what the reception's clock shows, and not before the last step's.
    void step(Instant now);

    // All its desks have closed after the doors were shut and everybody was served.
    bool day_is_over() const;

private:
    struct Stream { // of arrivals
        ServiceCode service;
        double per_second = 0;
        Instant next;
    };
    struct Person {
        bool comes = true; // when called
        std::optional<Instant> gives_up {};
    };
    struct Worker {
        const Desk* desk = nullptr;
        enum class Doing {
            Nothing,
            Calling, // the visitor is on the way, or does not come
            Serving
        } doing = Doing::Nothing;
        VisitId visit {};
        Instant next {}; // when something is due
        bool recalled = false;
        bool open = false;
        bool gone_home = false;
    };
    struct Later { // something that a receptionist does for a visitor afterwards
        enum class What { Resume, Rejoin } what;
        Instant when;
        VisitId visit;
    };

    void make_streams(Instant start);
    void arrive(const Stream& stream, Instant now);
    void give_up(Instant now);
    void do_later(Instant now);
    void work(Worker& worker, Instant now);
    void sit_or_go(Worker& worker, Instant now);
    void call(Worker& worker, Instant now);
    void meet(Worker& worker, Instant now);
    void end_service(Worker& worker, Instant now);
    bool transfer(Worker& worker);
    bool hold(Worker& worker, Instant now);
    void rest(Worker& worker, Instant now);
    bool everybody_rests() const; // nobody can be transferred or come back any more
    Seconds service_time(const ServiceCode& service);
    bool simulated(const Desk& desk) const;
    RequestId request() { return new_request(); }

    Reception& reception_;
    SimulationSettings settings_;
    Chance chance_;
    SimulatedWishes wishes_;
    std::vector<Stream> streams_;
    std::map<VisitId, Person> people_;
    std::vector<Worker> workers_;
    std::vector<Later> later_;
};

} // namespace nextplease
