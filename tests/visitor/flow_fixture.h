// A visitor at the touchscreen without a screen: a flow, a picture of the room made by hand, and a clock that
// is told.
#pragma once

#include "kiosk/visitor/flow.h"

#include <ostream>
#include <stdexcept>
#include <string>
#include <utility>

namespace nextplease::visitor {

inline std::ostream& operator<<(std::ostream& out, Screen screen)
{
    return out << static_cast<int>(screen);
}

class FlowFixture {
public:
    explicit FlowFixture(
        VisitorSettings::Start start = VisitorSettings::Start::Languages, Journeys journeys = {})
        : configuration(make_configuration(start))
        , flow(
              configuration, [this] { return RequestId("r" + std::to_string(++requests)); },
              std::move(journeys))
    {
        room.local = { LocalDate {
                           std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 13 } },
            std::chrono::hours { 10 } };
        room.services.resize(2);
        room.services[0].code = ServiceCode("housing");
        room.services[0].waiting = 5;
        room.services[0].newcomer.people_ahead = 5;
        room.services[1].code = ServiceCode("planning");
        room.services[1].open = false;
        show();
        flow.tick(now, now);
    }

    void show() { flow.show(std::make_shared<const Snapshot>(room)); }
    void cut_off(bool yes)
    {
        room.cut_off = yes ? std::optional<std::string>("no disk") : std::nullopt;
        show();
    }
    void reception_open(bool yes)
    {
        room.open = yes;
        show();
    }

    // Nobody touches for so long; ticks each second, with a picture, as the window does.
    void wait(Seconds seconds)
    {
        for (long second = 0; second < seconds.count(); ++second) {
            now += Seconds { 1 };
            show();
            flow.tick(now, touched);
        }
    }
    // A person touches the screen.
    void touch()
    {
        touched = now;
        flow.tick(now, touched);
    }

    // To the screen where a ticket can be taken.
    void choose_housing(const std::string& language = "en")
    {
        touch();
        if (flow.screen() == Screen::Languages)
            flow.choose_language(Language(language));
        flow.choose_service(ServiceCode("housing"));
        look_around();
    }
    // Reads what is there; the screens hear a button only after that.
    void look_around()
    {
        now += Seconds { 2 };
        touched = now;
        flow.tick(now, touched);
    }
    // The one order that is waiting; fails the test by throwing if there is not exactly one of that kind.
    template <class Kind>
    Kind order()
    {
        const std::vector<Order> orders = flow.orders();
        if (orders.size() != 1)
            throw std::runtime_error(std::to_string(orders.size()) + " orders instead of one");
        return std::get<Kind>(orders.front());
    }

    static Visit visit(const TakeTicket& take)
    {
        Visit made;
        made.id = VisitId { 7 };
        made.number = TicketNumber("B042");
        made.service = take.wish.service;
        made.language = take.wish.language;
        return made;
    }
    static Reply done(const Visit& visit) { return Done { .visit = visit }; }

    // A whole visit up to its ticket.
    void take_ticket()
    {
        choose_housing();
        flow.take();
        const auto take = order<TakeTicket>();
        flow.answered(take.request, done(visit(take)));
        look_around();
    }

    Configuration configuration;
    Snapshot room;
    int requests = 0;
    Flow flow;
    Moment now { 1'000'000 }, touched { 1'000'000 };

private:
    static Configuration make_configuration(VisitorSettings::Start start)
    {
        Configuration made;
        made.languages = { Language("en"), Language("pl"), Language("ur") };
        made.visitor.start = start;
        return made;
    }
};

} // namespace nextplease::visitor
