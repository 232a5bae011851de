#include "kiosk/demo/simulation.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr double kBusy = 0.82; // share of their time for which the simulated desks have visitors
constexpr double kBusyForPeople = 0.3; // the same of the desks for people: something is left for them to do
constexpr double kImpatient = 0.06; // give up early; the others too, but not soon
constexpr double kDoesNotCome = 0.04;
constexpr double kComesBack = 0.5; // of those who did not come
constexpr double kTransferred = 0.05;
constexpr double kHeld = 0.03;
constexpr double kPriority = 0.05;
constexpr double kOwnLanguage = 0.8; // choose the kiosk's first one
constexpr double kVariation = 0.7; // of service times, as the estimate takes them
constexpr Seconds kMeanWalk { 30 };
constexpr Seconds kMeanRest { 15 }; // between two visitors
constexpr Seconds kRecallAfter { 60 };
constexpr Seconds kLookAgain { 15 }; // a receptionist for whom nobody waits

Actor actor(const Desk& desk)
{
    return { "desk:" + desk.code.text(), desk.code };
}

bool serves(const Desk& desk, const ServiceCode& service)
{
    return std::any_of(desk.services.begin(), desk.services.end(),
        [&](const DeskService& offered) { return offered.service == service; });
}

} // namespace

Simulation::Simulation(Reception& reception, SimulationSettings settings, Instant start)
    : reception_(reception)
    , settings_(std::move(settings))
    , chance_(settings_.seed)
    , wishes_(reception, settings_.seed + 1, start)
{
    for (const Desk& desk : reception_.configuration().office.desks) {
        if (simulated(desk))
            workers_.push_back({ .desk = &desk, .next = start });
    }
    make_streams(start);
}

bool Simulation::simulated(const Desk& desk) const
{
    return std::find(settings_.for_people.begin(), settings_.for_people.end(), desk.code)
        == settings_.for_people.end();
}

// Each desk's time is divided evenly among its services.
void Simulation::make_streams(Instant start)
{
    double total = 0;
    const Office& office = reception_.configuration().office;
    for (const Service& service : office.services) {
        double per_second = 0;
        for (const Desk& desk : office.desks) {
            if (serves(desk, service.code)) {
                const auto each =
                    static_cast<double>((Seconds { service.usual } + kMeanWalk + kMeanRest).count());
                per_second += (simulated(desk) ? kBusy : kBusyForPeople) / each
                    / static_cast<double>(desk.services.size());
            }
        }
        if (per_second > 0)
            streams_.push_back({ .service = service.code, .per_second = per_second, .next = start });
        total += per_second;
    }
    for (Stream& stream : streams_) {
        if (settings_.visitors_per_hour > 0)
            stream.per_second *= settings_.visitors_per_hour / 3600 / total;
        stream.next = start + chance_.until_next(stream.per_second);
    }
}

void Simulation::step(Instant now)
{
    for (Stream& stream : streams_) {
        while (stream.next <= now) {
            arrive(stream, now);
            stream.next += chance_.until_next(stream.per_second);
        }
    }
    for (const VisitId visit : wishes_.keep_appointments(now))
        people_[visit] = Person {};
    give_up(now);
    do_later(now);
    for (Worker& worker : workers_) {
        if (worker.next <= now)
            work(worker, now);
    }
}

void Simulation::arrive(const Stream& stream, Instant now)
{
    const Configuration& configuration = reception_.configuration();
    TicketWish wish { .service = stream.service, .hours = TicketWish::Hours::Bind };
    wish.language = configuration.languages.front();
    if (!chance_.happens(kOwnLanguage))
        wish.language = configuration.languages[chance_.pick(configuration.languages.size())];
    const std::vector<PriorityClass>& priorities = configuration.office.rules.priorities;
    if (!priorities.empty() && chance_.happens(kPriority))
        wish.priority = priorities[chance_.pick(priorities.size())].code;
    wishes_.add_to(wish);
    Person person;
    person.comes = !chance_.happens(kDoesNotCome);
    const bool impatient = chance_.happens(kImpatient);
    person.gives_up = now
        + (impatient ? chance_.between(Minutes { 4 }, Minutes { 25 })
                     : chance_.between(Minutes { 40 }, Minutes { 90 }));
    const Reply reply = reception_.take(wish, request(), "kiosk"); // refused while the service is closed
    if (const auto* done = std::get_if<Done>(&reply))
        people_[done->visit.id] = person;
}

void Simulation::give_up(Instant now)
{
    for (auto& [visit, person] : people_) {
        if (!person.gives_up || now < *person.gives_up)
            continue;
        person.gives_up.reset();
        // Half of them tell us. It is refused if the visit is no longer waiting.
        if (chance_.happens(0.5))
            (void)reception_.leave(visit, request(), { "kiosk" });
        else
            person.comes = false;
    }
}

void Simulation::do_later(Instant now)
{
    const auto due = std::stable_partition(
        later_.begin(), later_.end(), [&](const Later& later) { return later.when > now; });
    const std::vector<Later> doing(due, later_.end());
    later_.erase(due, later_.end());
    for (const Later& later : doing) {
        if (later.what == Later::What::Resume)
            (void)reception_.resume(later.visit, request(), { "demo" });
        else
            (void)reception_.rejoin(later.visit, request(), { "demo" });
    }
}

void Simulation::work(Worker& worker, Instant now)
{
    switch (worker.doing) {
    case Worker::Doing::Nothing:
        sit_or_go(worker, now);
        return;
    case Worker::Doing::Calling:
        meet(worker, now);
        return;
    case Worker::Doing::Serving:
        end_service(worker, now);
        return;
    }
}

// Opens in the morning, calls through the day, and closes when the doors are shut, nobody waits and nobody
// can be transferred or come back any more.
void Simulation::sit_or_go(Worker& worker, Instant now)
{
    const Configuration& configuration = reception_.configuration();
    const bool doors_open = configuration.hours.open_at(configuration.zone.local(now));
    worker.next = now + kLookAgain;
    if (!worker.open && doors_open) {
        (void)reception_.set_desk(worker.desk->code, DeskState::Open, actor(*worker.desk).name);
        worker.open = true;
    }
    if (worker.open)
        call(worker, now);
    if (worker.open && !doors_open && everybody_rests()) {
        (void)reception_.set_desk(worker.desk->code, DeskState::Closed, actor(*worker.desk).name);
        worker.open = false;
        worker.gone_home = true;
    }
}

void Simulation::call(Worker& worker, Instant now)
{
    const Reply reply = reception_.call_next(worker.desk->code, request(), actor(*worker.desk).name);
    const auto* done = std::get_if<Done>(&reply);
    if (!done)
        return; // nobody waits, or a person closed or uses the desk
    worker.doing = Worker::Doing::Calling;
    worker.visit = done->visit.id;
    worker.recalled = false;
    worker.next = now
        + (people_[worker.visit].comes ? chance_.between(kMeanWalk / 2, kMeanWalk * 3 / 2) : kRecallAfter);
}

void Simulation::meet(Worker& worker, Instant now)
{
    const Actor who = actor(*worker.desk);
    if (!people_[worker.visit].comes) {
        worker.next = now + kRecallAfter;
        if (!worker.recalled) {
            worker.recalled = true;
            (void)reception_.recall(worker.visit, request(), who);
            return;
        }
        (void)reception_.no_show(worker.visit, request(), who);
        if (chance_.happens(kComesBack)) {
            people_[worker.visit].comes = true;
            later_.push_back(
                { Later::What::Rejoin, now + chance_.between(Minutes { 2 }, Minutes { 10 }), worker.visit });
        }
        rest(worker, now);
        return;
    }
    const Reply reply = reception_.start(worker.visit, request(), who);
    const auto* done = std::get_if<Done>(&reply);
    if (!done) {
        rest(worker, now); // a person did something else with it
        return;
    }
    worker.doing = Worker::Doing::Serving;
    worker.next = now + service_time(done->visit.service);
}

void Simulation::end_service(Worker& worker, Instant now)
{
    const bool elsewhere =
        (chance_.happens(kTransferred) && transfer(worker)) || (chance_.happens(kHeld) && hold(worker, now));
    if (!elsewhere) {
        (void)reception_.finish(worker.visit, ContactResult {}, request(), actor(*worker.desk));
        people_.erase(worker.visit);
    }
    rest(worker, now);
}

// To another service that is open and that a simulated desk serves.
bool Simulation::transfer(Worker& worker)
{
    const Configuration& configuration = reception_.configuration();
    const LocalTime local = configuration.zone.local(reception_.now());
    std::vector<ServiceCode> others;
    for (const Stream& stream : streams_) {
        if (!serves(*worker.desk, stream.service)
            && configuration.office.find(stream.service)->hours.open_at(local))
            others.push_back(stream.service);
    }
    if (others.empty())
        return false;
    const Reply reply = reception_.transfer(worker.visit, others[chance_.pick(others.size())],
        settings_.transfer_note, request(), actor(*worker.desk));
    return std::holds_alternative<Done>(reply);
}

bool Simulation::hold(Worker& worker, Instant now)
{
    const Instant until = now + chance_.between(Minutes { 3 }, Minutes { 8 });
    const Reply reply =
        reception_.hold(worker.visit, settings_.hold_reason, until, request(), actor(*worker.desk));
    if (!std::holds_alternative<Done>(reply))
        return false;
    later_.push_back({ Later::What::Resume, until, worker.visit });
    return true;
}

void Simulation::rest(Worker& worker, Instant now)
{
    worker.doing = Worker::Doing::Nothing;
    worker.next = now + chance_.between(kMeanRest / 3, kMeanRest * 5 / 3);
}

Seconds Simulation::service_time(const ServiceCode& service)
{
    const Service* found = reception_.configuration().office.find(service);
    const Seconds usual = found ? Seconds { found->usual } : Seconds { Minutes { 5 } };
    return std::clamp(chance_.lognormal(usual, kVariation), Seconds { 20 }, Seconds { Minutes { 60 } });
}

bool Simulation::everybody_rests() const
{
    return later_.empty() && std::all_of(workers_.begin(), workers_.end(), [](const Worker& worker) {
        return worker.doing == Worker::Doing::Nothing;
    });
}

bool Simulation::day_is_over() const
{
    return std::all_of(
        workers_.begin(), workers_.end(), [](const Worker& worker) { return worker.gone_home; });
}

} // namespace nextplease
