// The flow put at a screen, for pictures: see flow.h.
#include "kiosk/visitor/flow.h"

namespace nextplease::visitor {

void Flow::put_at(const Place& place)
{
    language_ = place.language;
    modes_ = place.modes;
    ticket_ = place.ticket;
    if (place.ticket)
        service_ = place.ticket->service;
    go(Screen::Home);
    if (place.journey) {
        if (place.journey->kind == JourneyKind::Needs)
            choose_first(true);
        run(place.journey->make);
    } else if (place.screen == Screen::Confirm || place.screen == Screen::Sorry) {
        choose_first(place.screen == Screen::Confirm);
    } else {
        go(place.screen);
    }
    if (place.screen == Screen::Languages || place.screen == Screen::Help)
        return_to_ = Screen::Home;
    if (place.asking)
        asking_ = Asking { .since = now_ };
}

// The first service that is open, or closed.
void Flow::choose_first(bool open)
{
    for (const ServiceNow& service : snapshot_->services) {
        if (service.gives_tickets() == open) {
            choose_service(service.code);
            return;
        }
    }
    regret_ = Regret { .kind = Regret::Kind::NoTicket };
    go(Screen::Sorry);
}

} // namespace nextplease::visitor
