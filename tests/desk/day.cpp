// A day of eight hours at four desks with three hundred visitors, made of nothing but what receptionists
// press at the real console over a real store. Each key is pressed twice. Writes the figures of the reports
// as lines of "key value"; day_recount.py counts them again from the event log.
//
//   desk_day KIOSK.CONF STORE [SEED]
#include "core/reception/contacts.h"
#include "core/reception/result_report.h"
#include "core/reception/staff.h"
#include "core/reception/wait_report.h"
#include "kiosk/desk/console.h"
#include "tests/support/plain_estimator.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <random>
#include <set>

using namespace nextplease;
using namespace nextplease::desk;

namespace {

constexpr int kVisitors = 300;
constexpr Seconds kDay { 8 * 3600 };

class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : random_(seed)
    {
    }
    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    bool happens(int percent) { return below(100) < percent; }
    Seconds between(int least, int most) { return Seconds { least + below(most - least + 1) }; }

private:
    std::mt19937_64 random_;
};

// Does at once what it is asked.
class AtOnce : public app::Commands {
public:
    explicit AtOnce(Reception& reception)
        : reception_(reception)
    {
    }
    void submit(Job job, std::function<void(const std::string&)>) override { job(reception_)(); }

private:
    Reception& reception_;
};

struct Worker {
    enum class Doing { Free, Called, Serving, Away };
    DeskCode desk;
    std::unique_ptr<Console> console;
    Doing doing = Doing::Free;
    Instant next {}; // when they press again
    int recalls_left = 0; // of somebody who will not come
    std::vector<Instant> breaks {};
};

class Day {
public:
    Day(const std::string& conf, const std::string& store, std::uint64_t seed)
        : configuration_(read_configuration(conf))
        , clock_(*configuration_.zone.instant(*parse_iso_time("2026-10-13T09:00:00")))
        , start_(clock_.now())
        , store_(open_store("sqlite:" + store, Opening::Create))
        , reception_(*store_, configuration_, clock_)
        , commands_(reception_)
        , chance_(seed)
    {
        configuration_.desks.result = ResultRule::Required;
        for (int i = 0; i < kVisitors; ++i)
            arrivals_.push_back(start_ + chance_.between(0, 7 * 3600 + 1800));
        std::sort(arrivals_.begin(), arrivals_.end());
    }

    void run()
    {
        sit_down();
        std::size_t came = 0;
        while (true) {
            Instant now = came < arrivals_.size() ? arrivals_[came] : start_ + 2 * kDay;
            for (const Worker& worker : workers_)
                now = std::min(now, worker.next);
            if (now > start_ + kDay + Seconds { 3600 })
                break;
            clock_.set(std::max(now, clock_.now()));
            for (; came < arrivals_.size() && arrivals_[came] <= now; ++came)
                arrive();
            look();
            leave_some();
            for (Worker& worker : workers_) {
                if (worker.next <= now)
                    work(worker);
            }
        }
    }

    void tell()
    {
        const WaitReport waits = wait_report(*store_, configuration_, { .by = Grouping::Desk }, clock_.now());
        tell_waits("wait.total", waits.total.figures);
        for (const WaitGroup& group : waits.groups)
            tell_waits("wait." + group.key, group.figures);
        const ResultReport results = result_report(*store_, configuration_, { .by = ResultGrouping::Desk });
        tell_results("result.total", results.total);
        for (const ResultGroup& group : results.groups)
            tell_results("result." + group.key, group);
        const Snapshot room = read_snapshot(*store_, configuration_, PlainEstimator(), clock_.now());
        tell_waits("console", room.today);
        line("console.late", room.apologies.late);
        line("console.late_apologised", room.apologies.told);
        line("presses", presses_);
    }

private:
    void sit_down()
    {
        int number = 0;
        for (const Desk& desk : configuration_.office.desks) {
            const std::string name = fmt::format("Person {}", ++number);
            add_staff(reception_, name, Secret(std::string_view("2468")));
            Worker worker;
            worker.desk = desk.code;
            worker.console = std::make_unique<Console>(configuration_, commands_, desk.code, Language("en"));
            worker.next = start_;
            worker.breaks = { start_ + Minutes { 60 + 20 * number }, start_ + Minutes { 170 + 40 * number } };
            workers_.push_back(std::move(worker));
        }
        look();
        number = 0;
        for (Worker& worker : workers_) {
            worker.console->choose(fmt::format("staff.Person {}", ++number));
            for (const char32_t digit : std::u32string(U"2468"))
                worker.console->type_pin(digit);
            worker.console->send();
            look();
            twice(
                worker, [](Console& console) { console.press_stop_or_go(); }); // opens; the second is refused
            worker.console->cancel();
        }
    }

    void look()
    {
        const auto room = std::make_shared<const Snapshot>(
            read_snapshot(*store_, configuration_, PlainEstimator(), clock_.now()));
        for (Worker& worker : workers_)
            worker.console->show(room);
        room_ = room;
    }

    // A key that is pressed twice does what it does once. The second comes before the room is seen.
    template <class Press>
    void twice(Worker& worker, Press press)
    {
        press(*worker.console);
        press(*worker.console);
        presses_ += 2;
        look();
    }
    template <class Press>
    void once(Worker& worker, Press press)
    {
        press(*worker.console);
        ++presses_;
        look();
    }

    ServiceCode some_service()
    {
        const auto& services = configuration_.office.services;
        return services[static_cast<std::size_t>(chance_.below(static_cast<int>(services.size())))].code;
    }

    void arrive()
    {
        TicketWish wish { .service = some_service(), .language = Language("en") };
        if (chance_.happens(10))
            wish.party = 2 + chance_.below(4);
        if (chance_.happens(5))
            wish.matters = { some_service() };
        (void)reception_.take(wish, new_request(), "kiosk");
    }

    void leave_some()
    {
        for (const VisitNow& waiting : room_->waiting) {
            if (waiting.wait > Minutes { 14 } && left_or_stayed_.insert(waiting.visit.id).second
                && chance_.happens(12))
                (void)reception_.leave(waiting.visit.id, new_request(), { "kiosk" });
        }
        for (const VisitNow& gone : room_->no_shows) {
            if (left_or_stayed_.insert(gone.visit.id).second && chance_.happens(40))
                (void)reception_.rejoin(gone.visit.id, new_request(), { "kiosk" });
        }
        look();
    }

    void work(Worker& worker)
    {
        const Instant now = clock_.now();
        worker.next = now + Seconds { 20 };
        switch (worker.doing) {
        case Worker::Doing::Free:
            return be_free(worker, now);
        case Worker::Doing::Called:
            return await(worker, now);
        case Worker::Doing::Serving:
            return end(worker, now);
        case Worker::Doing::Away:
            once(worker, [](Console& console) { console.press_stop_or_go(); });
            worker.doing = Worker::Doing::Free;
            break;
        }
    }

    void be_free(Worker& worker, Instant now)
    {
        if (!worker.breaks.empty() && worker.breaks.front() <= now) {
            const bool lunch = worker.breaks.size() == 1;
            worker.breaks.erase(worker.breaks.begin());
            once(worker, [](Console& console) { console.press_stop_or_go(); });
            once(worker, [&](Console& console) { console.choose(lunch ? "break.lunch" : "break.break"); });
            worker.doing = Worker::Doing::Away;
            worker.next = now + Minutes { lunch ? 45 : 15 };
            return;
        }
        if (chance_.happens(2))
            log_a_call(worker);
        if (chance_.happens(1))
            once(worker, [](Console& console) { console.press(Extra::Notice); });
        worker.console->cancel();
        for (const VisitNow& held : room_->held) {
            if (held.visit.hold_until && *held.visit.hold_until <= now) {
                once(worker, [&](Console& console) {
                    console.select(held.visit.id);
                    console.put_back_selected();
                });
                break;
            }
        }
        if (chance_.happens(3))
            return serve_at_the_desk(worker, now);
        twice(worker, [](Console& console) { console.press(Verb::CallNext); });
        settle(worker, now);
    }

    // What the desk does next follows from what the room shows.
    void settle(Worker& worker, Instant now)
    {
        const auto& current = room_->desk(worker.desk)->current;
        worker.doing = Worker::Doing::Free;
        if (current && current->visit.state == VisitState::Called) {
            worker.doing = Worker::Doing::Called;
            worker.recalls_left = chance_.happens(7) ? 2 : -1;
            worker.next = now + (worker.recalls_left > 0 ? Seconds { 60 } : chance_.between(10, 50));
        } else if (current) {
            worker.doing = Worker::Doing::Serving;
            worker.next = now + chance_.between(60, 400);
        }
    }

    void await(Worker& worker, Instant now)
    {
        if (worker.recalls_left > 0) {
            --worker.recalls_left;
            once(worker, [](Console& console) { console.press(Verb::Recall); });
            worker.next = now + Seconds { 60 };
            return;
        }
        if (worker.recalls_left == 0) {
            twice(worker, [](Console& console) { console.press(Verb::NoShow); });
            return settle(worker, now);
        }
        if (chance_.happens(2)) {
            twice(worker, [](Console& console) { console.press(Verb::Undo); });
            return settle(worker, now);
        }
        twice(worker, [](Console& console) { console.press(Verb::Start); });
        if (worker.console->panel() == Panel::Apologise) {
            if (chance_.happens(80))
                twice(worker, [](Console& console) { console.choose_by_letter(U'1'); });
            else
                once(worker, [](Console& console) { console.cancel(); });
        }
        settle(worker, now);
    }

    void serve_at_the_desk(Worker& worker, Instant now)
    {
        const std::string service = "service." + some_service().text();
        once(worker, [](Console& console) { console.press(Extra::Ticket); });
        once(worker, [&](Console& console) { console.choose(service); });
        twice(worker, [](Console& console) { console.press(Verb::Start); });
        worker.console->cancel();
        settle(worker, now);
    }

    void log_a_call(Worker& worker)
    {
        once(worker, [](Console& console) { console.press(Extra::Contacts); });
        once(worker, [](Console& console) { console.choose("channel.phone"); });
        once(worker, [](Console& console) { console.choose("answered.now"); });
        twice(worker, [](Console& console) { console.send(); });
    }

    void end(Worker& worker, Instant now)
    {
        if (chance_.happens(5)) {
            once(worker, [](Console& console) { console.press(Verb::Transfer); });
            if (TransferDraft* draft = worker.console->transfer_draft())
                draft->note.text = U"Has the letter";
            const std::string to = "transfer.service." + some_service().text();
            once(worker, [&](Console& console) { console.choose(to); });
            twice(worker, [](Console& console) { console.send(); });
            worker.console->cancel();
        } else if (chance_.happens(4)) {
            once(worker, [](Console& console) { console.press(Verb::Hold); });
            once(worker, [](Console& console) { console.choose_by_letter(U'1'); });
            once(worker, [](Console& console) { console.choose("hold.until.5"); });
            twice(worker, [](Console& console) { console.send(); });
        } else if (chance_.happens(2)) {
            twice(worker, [](Console& console) { console.press(Extra::Return); });
        } else {
            finish(worker);
        }
        settle(worker, now);
    }

    void finish(Worker& worker)
    {
        const bool and_call = chance_.happens(30);
        once(worker, [&](Console& console) {
            and_call ? console.press(Extra::FinishAndCall) : console.press(Verb::Finish);
        });
        const char32_t result = chance_.happens(75) ? U'1' : static_cast<char32_t>(U'2' + chance_.below(3));
        once(worker, [&](Console& console) { console.choose_by_letter(result); });
        constexpr char32_t kTypes[] = { U'C', U'S', U'R', U'U', U'P' };
        const char32_t avoidable = chance_.happens(70) ? U'N' : kTypes[chance_.below(5)];
        twice(worker, [&](Console& console) { console.choose_by_letter(avoidable); });
    }

    void line(const std::string& key, std::int64_t value) { std::cout << key << ' ' << value << '\n'; }

    void tell_waits(const std::string& key, const WaitFigures& f)
    {
        line(key + "/visits", f.visits);
        line(key + "/seen", f.seen);
        line(key + "/within", f.within);
        line(key + "/left_early", f.left_early);
        line(key + "/left_late", f.left_late);
        line(key + "/no_show", f.no_show);
        line(key + "/waiting", f.waiting);
        line(key + "/served", f.served);
        line(key + "/wait_sum", f.wait.sum_seconds);
        line(key + "/wait_median", f.wait.median_seconds);
        line(key + "/wait_p90", f.wait.p90_seconds);
        line(key + "/wait_max", f.wait.max_seconds);
        line(key + "/walk_sum", f.walk.sum_seconds);
        line(key + "/service_sum", f.service.sum_seconds);
    }

    void tell_results(const std::string& key, const ResultGroup& group)
    {
        line(key + "/results", group.results.said);
        line(key + "/resolved", group.results.resolved);
        line(key + "/avoidable", group.results.avoidable);
        for (const AvoidableContact type : kAvoidableContacts)
            line(key + "/avoidable_" + std::string(word(type)),
                group.results.by_type.at(static_cast<std::size_t>(type)));
        line(key + "/late", group.apologies.late);
        line(key + "/late_apologised", group.apologies.told);
    }

    Configuration configuration_;
    ManualClock clock_;
    Instant start_;
    std::unique_ptr<Store> store_;
    Reception reception_;
    AtOnce commands_;
    Chance chance_;
    std::vector<Instant> arrivals_;
    std::vector<Worker> workers_;
    std::shared_ptr<const Snapshot> room_;
    std::set<VisitId> left_or_stayed_;
    std::int64_t presses_ = 0;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "desk_day KIOSK.CONF STORE [SEED]\n";
        return 2;
    }
    Day day(argv[1], argv[2], argc > 3 ? std::stoull(argv[3]) : 1);
    day.run();
    day.tell();
    return 0;
}
