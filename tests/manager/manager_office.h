// A council with some visits, and the manager who looks at it; commands run at once.
#pragma once

#include "core/reception/live_estimates.h"
#include "core/reception/snapshot.h"
#include "kiosk/app/worker.h"
#include "kiosk/manager/manager.h"
#include "tests/support/reception_fixture.h"

namespace nextplease::manager {

struct ManagerOffice : testing::ReceptionFixture {
    explicit ManagerOffice(const Language& language = Language("en"))
        : ReceptionFixture("2026-09-14T10:00:00", read_configuration(NEXTPLEASE_CONF))
        , commands(reception)
        , manager(configuration, commands, language)
    {
        // Four Mondays: each one in time and one late, of Housing the latter.
        for (const char* monday : { "2026-09-14T10:00:00", "2026-09-21T10:00:00", "2026-09-28T11:00:00",
                 "2026-10-05T11:00:00", "2026-10-12T14:00:00" }) {
            at(monday);
            serve("A", Minutes { 4 });
            serve("B", Minutes { 25 });
        }
        at("2026-10-13T10:00:00");
        serve("A", Minutes { 4 });
        const Visit gone = take("A");
        clock.advance(Minutes { 12 });
        done(reception.leave(gone.id, {}, { "kiosk" }));
    }

    void at(const char* local) { clock.set(*configuration.zone.instant(*parse_iso_time(local))); }
    void serve(const std::string& service, Minutes wait)
    {
        const Visit taken = take(service);
        clock.advance(wait);
        const DeskCode desk(service == "A" ? "Desk 1" : "Desk 3");
        done(reception.call(desk, taken.id, {}, "test"));
        done(reception.start(taken.id, {}, { "test", desk }));
        clock.advance(Minutes { 5 });
        done(reception.finish(taken.id, ContactResult {}, {}, { "test", desk }));
    }
    std::shared_ptr<const Snapshot> room()
    {
        LiveEstimates estimates(configuration);
        estimates.catch_up(*store, clock.now());
        return std::make_shared<const Snapshot>(read_snapshot(*store, configuration, estimates, clock.now()));
    }
    const View& look()
    {
        manager.show(room());
        return manager.view();
    }

    app::DirectCommands commands;
    Manager manager;
};

} // namespace nextplease::manager
