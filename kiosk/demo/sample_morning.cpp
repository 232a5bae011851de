#include "kiosk/demo/sample_morning.h"

#include "core/domain/numbering.h"
#include "core/reception/sentences.h"
#include "kiosk/demo/sample_script.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace nextplease {
namespace {

using namespace sample;

// A number that looks thrown but is the same on every machine. [0, below)
int scattered(const std::string& letter, int serial, int below)
{
    const unsigned seed =
        static_cast<unsigned>(letter[0]) * 2654435761U + static_cast<unsigned>(serial) * 40503U;
    return static_cast<int>((seed >> 7U) % static_cast<unsigned>(below));
}

struct EarlyVisit {
    std::string letter;
    int serial;
    Seconds arrives;
    Seconds service;
    std::optional<Seconds> gives_up {};
    VisitId id {};
    enum class Stage { Expected, Waiting, Over } stage = Stage::Expected;
};

std::vector<EarlyVisit> early_visits()
{
    constexpr Seconds doors = at(9, 0);
    std::vector<EarlyVisit> visits;
    for (const EarlyVisitors& group : kEarly) {
        Seconds previous { 0 };
        for (int serial = 1; serial <= group.count; ++serial) {
            const int later = serial - group.at_the_door; // arrive evenly, give or take half a minute
            Seconds arrives = doors + Seconds { 5 + 11 * serial + scattered(group.letter, serial, 9) };
            if (later > 0)
                arrives = doors + (group.last - doors) * later / (group.count - group.at_the_door)
                    - Seconds { scattered(group.letter, serial, 60) };
            arrives = std::max(arrives, previous + Seconds { 4 });
            previous = arrives;
            visits.push_back({ .letter = group.letter,
                .serial = serial,
                .arrives = arrives,
                .service = group.quickest
                    + Seconds {
                        scattered(group.letter, serial + 500, static_cast<int>(group.quickest.count())) } });
            for (const Impatient& one : kImpatient) {
                if (one.number == ticket_number(group.letter, serial).text())
                    visits.back().gives_up = arrives + one.after;
            }
        }
    }
    std::stable_sort(visits.begin(), visits.end(),
        [](const EarlyVisit& a, const EarlyVisit& b) { return a.arrives < b.arrives; });
    return visits;
}

class Morning {
public:
    Morning(Reception& reception, ManualClock& clock)
        : reception_(reception)
        , clock_(clock)
        , early_(early_visits())
    {
        for (const Desk& desk : reception.configuration().office.desks)
            desks_.push_back({ .desk = &desk });
    }

    void play(Instant until)
    {
        const Configuration& configuration = reception_.configuration();
        clock_.set(sample_instant(configuration, at(9, 0)));
        for (const DeskAtWork& one : desks_) {
            if (std::holds_alternative<Refusal>(
                    reception_.set_desk(one.desk->code, DeskState::Open, actor(one.desk->code).name)))
                fail("opening " + one.desk->code.text());
        }
        book();
        for (Seconds time = at(9, 0); clock_.now() <= until; time += Seconds { 1 }) {
            clock_.set(sample_instant(configuration, time));
            if (clock_.now() > until)
                break;
            visitors_come_and_go(time);
            desks_work(time);
            while (step_ < kSteps.size() && kSteps[step_].when <= time)
                play(kSteps[step_++]);
        }
        clock_.set(until);
    }

private:
    struct DeskAtWork {
        const Desk* desk;
        std::optional<VisitId> visit {};
        Seconds starts { 0 };
        Seconds finishes { 0 };
        bool started = false;
    };

    static Actor actor(const DeskCode& desk) { return { "desk:" + desk.text(), desk }; }

    RequestId request() { return RequestId { "sample-" + std::to_string(++requests_) }; }

    [[noreturn]] void fail(const std::string& step) const
    {
        throw std::logic_error("the sample morning does not fit kiosk.conf: " + step + " was refused");
    }

    Visit done(const Reply& reply, const std::string& step) const
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            fail(
                step + " (" + sentence(*refusal, words(Language { "en" }), reception_.configuration()) + ")");
        return std::get<Done>(reply).visit;
    }

    ServiceCode service_of(const std::string& letter) const
    {
        for (const Service& service : reception_.configuration().office.services) {
            if (service.letter == letter)
                return service.code;
        }
        fail("a ticket of letter " + letter);
    }

    void book()
    {
        for (const Booked& one : kBooked) {
            Appointment appointment;
            appointment.reference = one.reference;
            appointment.service = service_of(one.letter);
            appointment.at = sample_instant(reception_.configuration(), one.time);
            if (std::holds_alternative<Refusal>(reception_.add_appointment(appointment, "command line")))
                fail("booking " + appointment.reference);
        }
    }

    Visit arrive(const std::string& number, const std::string& letter, const Language& language)
    {
        for (const Booked& one : kBooked) {
            if (number != one.number)
                continue;
            const CheckInReply reply = reception_.check_in(one.reference, language, request(), "kiosk");
            const auto* came = std::get_if<CheckedIn>(&reply);
            if (!came || !came->visit)
                fail("checking in " + number);
            return *came->visit;
        }
        TicketWish wish { .service = service_of(letter), .language = language };
        for (const Asked& one : kAsked) {
            if (number == one.number)
                add(wish, one);
        }
        return done(reception_.take(wish, request(), "kiosk"), "taking " + number);
    }

    void add(TicketWish& wish, const Asked& asked) const
    {
        const Office& office = reception_.configuration().office;
        if (office.find(NeedCode(asked.need)))
            wish.needs = { NeedCode(asked.need) };
        if (office.interpreter(Language(asked.interpreter)))
            wish.interpreter = Language(asked.interpreter);
        wish.party = std::min(asked.party, office.rules.party_at_most);
        if (*asked.also && office.rules.matters_at_most > 0)
            wish.matters = { service_of(asked.also) };
    }

    VisitId take(const std::string& number, Seconds time)
    {
        const std::string letter = number.substr(0, 1);
        const std::vector<Language>& languages = reception_.configuration().languages;
        const auto pick = static_cast<std::size_t>(scattered(letter, static_cast<int>(time.count()), 10));
        const bool own = number != "B042" && pick >= languages.size();
        const Language language = number == "B042" ? languages.back() : languages.at(own ? 0 : pick);
        const Visit visit = arrive(number, letter, language);
        if (visit.number.text() != number)
            fail("number " + number + " (it became " + visit.number.text() + ")");
        ids_[number] = visit.id;
        return visit.id;
    }

    void visitors_come_and_go(Seconds time)
    {
        for (EarlyVisit& visit : early_) {
            const std::string number = ticket_number(visit.letter, visit.serial).text();
            if (visit.stage == EarlyVisit::Stage::Expected && visit.arrives <= time) {
                visit.id = take(number, time);
                visit.stage = EarlyVisit::Stage::Waiting;
            }
            if (visit.stage == EarlyVisit::Stage::Waiting && visit.gives_up && *visit.gives_up <= time) {
                done(reception_.leave(visit.id, request(), { "kiosk" }), "leaving " + number);
                visit.stage = EarlyVisit::Stage::Over;
            }
        }
    }

    void desks_work(Seconds time)
    {
        for (DeskAtWork& one : desks_) {
            const Actor who = actor(one.desk->code);
            if (one.visit && !one.started && one.starts <= time) {
                if (one.desk->uses_start)
                    done(reception_.start(*one.visit, request(), who), "starting at " + who.name);
                one.started = true;
            }
            if (one.visit && one.started && one.finishes <= time) {
                done(reception_.finish(*one.visit, ContactResult {}, request(), who),
                    "finishing at " + who.name);
                one.visit.reset();
            } else if (!one.visit && one.finishes + Seconds { 12 } <= time) {
                call_early(one, time);
            }
        }
    }

    // The one who has waited longest of those whom the desk serves, if there is the time.
    void call_early(DeskAtWork& one, Seconds time)
    {
        for (EarlyVisit& visit : early_) {
            const ServiceCode service = service_of(visit.letter);
            const bool serves = std::any_of(one.desk->services.begin(), one.desk->services.end(),
                [&](const DeskService& offered) { return offered.service == service; });
            if (visit.stage != EarlyVisit::Stage::Waiting || visit.gives_up || !serves)
                continue;
            const Seconds starts = time + Seconds { 14 + scattered(visit.letter, visit.serial + 100, 16) };
            const Seconds finishes = starts + visit.service;
            if (engaged(one.desk->code, time, finishes))
                return;
            done(reception_.call(one.desk->code, visit.id, request(), actor(one.desk->code).name),
                "calling " + ticket_number(visit.letter, visit.serial).text() + " to "
                    + one.desk->code.text());
            visit.stage = EarlyVisit::Stage::Over;
            one = { .desk = one.desk, .visit = visit.id, .starts = starts, .finishes = finishes };
            return;
        }
    }

    static bool engaged(const DeskCode& desk, Seconds from, Seconds to)
    {
        return std::any_of(kEngaged.begin(), kEngaged.end(), [&](const Engaged& other) {
            return desk.text() == other.desk && from < other.to && other.from < to;
        });
    }

    void play(const Step& step)
    {
        const std::string what = std::string(step.number) + " at " + clock_face(step.when);
        if (step.verb == Verb::Take) {
            take(step.number, step.when);
            return;
        }
        const DeskCode desk { step.desk };
        if (step.verb == Verb::Pause) {
            if (std::holds_alternative<Refusal>(
                    reception_.set_desk(desk, DeskState::Paused, actor(desk).name)))
                fail("pausing " + desk.text());
            return;
        }
        done(verb(step, ids_.at(step.number), desk), what);
    }

    std::optional<Instant> hold_until(const Step& step) const
    {
        if (step.until == Seconds { 0 })
            return std::nullopt;
        return sample_instant(reception_.configuration(), step.until);
    }

    Reply verb(const Step& step, VisitId id, const DeskCode& desk)
    {
        const Actor who = actor(desk);
        switch (step.verb) {
        case Verb::Call:
            return reception_.call(desk, id, request(), who.name);
        case Verb::Recall:
            return reception_.recall(id, request(), who);
        case Verb::Start:
            return reception_.start(id, request(), who);
        case Verb::Finish:
            return reception_.finish(id, ContactResult {}, request(), who);
        case Verb::Transfer:
            return reception_.transfer(id, service_of(step.to), step.words, request(), who);
        case Verb::Hold:
            return reception_.hold(id, step.words, hold_until(step), request(), who);
        case Verb::Resume:
            return reception_.resume(id, request(), who);
        case Verb::NoShow:
            return reception_.no_show(id, request(), who);
        case Verb::Take:
        case Verb::Pause:
            break;
        }
        throw std::logic_error("not a verb of a visit");
    }

    Reception& reception_;
    ManualClock& clock_;
    std::vector<EarlyVisit> early_;
    std::vector<DeskAtWork> desks_;
    std::map<std::string, VisitId> ids_;
    std::size_t step_ = 0;
    int requests_ = 0;
};

} // namespace

Instant sample_instant(const Configuration& configuration, Seconds since_midnight)
{
    return configuration.zone.start_of(kSampleDay) + since_midnight;
}

void play_sample_morning(Reception& reception, ManualClock& clock, Instant until)
{
    Morning(reception, clock).play(until);
}

} // namespace nextplease
