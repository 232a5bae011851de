// Halls by chance: services, desks, ranks, priority classes, a morning that taught something, desks in every
// state and a queue with everything that desks do to visits. The same seed gives the same hall.
#pragma once

#include "tests/estimate/hall_story.h"

namespace nextplease::testing {

class AnyHall {
public:
    enum class Lengths { Usual, None, DayLong };
    struct Wish {
        std::uint64_t seed = 1;
        int most_desks = 6;
        int most_waiting = 30;
        Lengths lengths = Lengths::Usual;
    };

    // The office's last desk serves everything, and stays closed until open_one_more.
    explicit AnyHall(const Wish& wish)
        : random_(wish.seed)
        , wish_(wish)
        , office_(any_office())
        , story(office_, DeskStates::Told, any_plan())
    {
        live_a_morning();
        fill_the_queue();
        leave_desks_as_they_are();
    }

    Instant now() const { return after_nine(kNow); }
    int services() const { return static_cast<int>(office_.services.size()); }
    int any_service() { return static_cast<int>(random_.index(office_.services.size())); }
    void one_more(int service) { take(kNow, service, ""); }
    void open_one_more()
    {
        story.desk(EventKind::DeskOpened, kNow, office_.desks.back().code.text().c_str());
    }

    // The medians of as many looks ahead for a newcomer, each by chance of its own.
    std::vector<double> medians(int service, int looks)
    {
        story.forecaster.for_all(now()); // settles what was learnt
        LookAhead look_ahead;
        std::vector<double> all;
        for (int i = 0; i < looks; ++i)
            all.push_back(
                look_ahead
                    .for_one(story.forecaster.hall().newcomer(service, 0, now()), story.forecaster.hall(),
                        story.forecaster.lessons(), {}, now(), static_cast<std::uint64_t>(i) + 1)
                    .p50);
        return all;
    }

private:
    static constexpr long kNow = 3 * 3600;

    struct Stretch { // of a service, and the pause behind it
        int service;
        long length;
        long gap;
    };

    Office any_office()
    {
        static const std::string kLetters = "ABCDE";
        std::vector<std::string> desks;
        const std::string services = kLetters.substr(0, 1 + random_.index(kLetters.size()));
        for (std::size_t i = 1 + random_.index(static_cast<std::size_t>(wish_.most_desks)); i > 0; --i) {
            std::string offered;
            for (const char letter : services) {
                if (random_.chance(0.6))
                    offered += std::string(1, letter) + (random_.chance(0.3) ? "2" : "1");
            }
            desks.push_back(offered.empty() ? services.substr(0, 1) : offered);
        }
        desks.push_back(services);
        Office office = office_of(services, desks);
        for (Service& service : office.services) {
            service.usual = Minutes { 1 + static_cast<int>(random_.index(25)) };
            service.head_start = Seconds { random_.chance(0.2) ? -90 : 0 };
        }
        office.rules.priorities = { { .code = PriorityCode("P"), .name = {}, .head_start = Minutes { 10 } } };
        return office;
    }

    DayPlan any_plan()
    {
        DayPlan plan;
        for (std::size_t i = 0; i + 1 < office_.desks.size(); ++i) {
            DayPlan::DeskPlan desk { .desk = office_.desks[i].code, .opens = after_nine(0), .breaks = {} };
            if (random_.chance(0.2))
                desk.opens = after_nine(kNow + 600);
            if (random_.chance(0.4))
                desk.breaks.push_back({ after_nine(kNow + 900), after_nine(kNow + 3600) });
            plan.desks.push_back(desk);
        }
        return plan;
    }

    long length(int service)
    {
        switch (wish_.lengths) {
        case Lengths::None:
            return 0;
        case Lengths::DayLong:
            return 24L * 3600;
        case Lengths::Usual:
            break;
        }
        const auto usual =
            static_cast<double>(Seconds(office_.services[static_cast<std::size_t>(service)].usual).count());
        return std::lround(usual * (0.3 + random_.exponential(0.7)));
    }

    std::string code(int desk) const { return office_.desks[static_cast<std::size_t>(desk)].code.text(); }
    int served_at(int desk)
    {
        const auto& offered = office_.desks[static_cast<std::size_t>(desk)].services;
        return offered[random_.index(offered.size())].service.text()[0] - 'A';
    }
    VisitId take(long at, int service, const char* priority)
    {
        return story.take(at, std::string(1, static_cast<char>('A' + service)).c_str(), priority);
    }

    // One visitor after another at each desk, so that there is something to learn from.
    void live_a_morning()
    {
        for (int desk = 0; desk + 1 < static_cast<int>(office_.desks.size()); ++desk) {
            std::vector<Stretch> stretches;
            long at = kNow - 1800; // when the last one has ended
            for (std::size_t i = random_.index(12); i > 0; --i) {
                const int service = served_at(desk);
                stretches.push_back({ service, length(service), std::lround(random_.exponential(60)) });
                at -= stretches.back().length + stretches.back().gap;
            }
            story.desk(EventKind::DeskOpened, at, code(desk).c_str());
            for (const Stretch& one : stretches) {
                const VisitId visit = take(at, one.service, "");
                story.tell(EventKind::Called, at, visit, code(desk).c_str());
                at += one.length;
                story.tell(random_.chance(0.1) ? EventKind::NoShow : EventKind::Finished, at, visit);
                at += one.gap;
            }
        }
    }

    void fill_the_queue()
    {
        for (std::size_t i = random_.index(static_cast<std::size_t>(wish_.most_waiting) + 1); i > 0; --i) {
            const long at = kNow - 1 - static_cast<long>(random_.index(1800));
            const VisitId visit = take(at, any_service(), random_.chance(0.15) ? "P" : "");
            const Waiter waiter = *story.forecaster.hall().waiter(visit);
            HallEvent event;
            event.visit = visit;
            event.at = after_nine(kNow - 1);
            event.service = waiter.service;
            event.arrived = event.queue_from = after_nine(at);
            if (random_.chance(0.15)) { // sent on to a desk
                event.kind = EventKind::ServiceChanged;
                event.for_desk = static_cast<int>(random_.index(office_.desks.size()));
            } else if (random_.chance(0.1)) {
                event.kind = EventKind::Held;
                event.until = after_nine(kNow + static_cast<long>(random_.index(1200)));
            } else {
                continue;
            }
            story.forecaster.observe(event);
        }
    }

    void leave_desks_as_they_are()
    {
        for (int desk = 0; desk + 1 < static_cast<int>(office_.desks.size()); ++desk) {
            const long since = kNow - 1 - static_cast<long>(random_.index(600));
            HallEvent event;
            event.desk = story.forecaster.hall().desk_number(DeskCode(code(desk)));
            event.at = after_nine(since);
            switch (random_.index(6)) {
            case 0:
                event.kind = EventKind::DeskPaused;
                break;
            case 1:
                event.kind = EventKind::DeskPaused;
                event.until = after_nine(kNow + static_cast<long>(random_.index(1800)));
                break;
            case 2:
                event.kind = EventKind::DeskClosed;
                break;
            case 3:
                continue; // free
            default:
                story.serve(since, std::string(1, static_cast<char>('A' + served_at(desk))).c_str(),
                    code(desk).c_str());
                continue;
            }
            story.forecaster.observe(event);
        }
    }

    Random random_;
    Wish wish_;
    Office office_;

public:
    HallStory story;
};

} // namespace nextplease::testing
