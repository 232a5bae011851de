// A council with some visits, and the manager who looks at it; commands run at once.
#pragma once

#include "core/reception/case_steps.h"
#include "core/reception/contacts.h"
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

// With something to show everywhere: people who wait, are called and served, a desk on a break and one that
// never opened, a printer without paper, mail that is late, results, feedback, and complaints of an officer
// with a long name.
struct BusyOffice : ManagerOffice {
    explicit BusyOffice(const Language& language = Language("en"))
        : ManagerOffice(language)
    {
        at("2026-09-29T10:00:00");
        log(Channel::Email, AvoidableContact::Chasing);
        log(Channel::Phone, AvoidableContact::Repeat);
        log(Channel::Letter, {});
        CaseWish wish;
        wish.service = ServiceCode("B");
        wish.words = Secret(std::string_view("The lift was broken."));
        const auto received = receive_case(reception, wish, {}, "kiosk");
        case_step::Acknowledge acknowledged;
        acknowledged.handler = "Assistant Chief Executive (Business Transformation)";
        step_case(reception, std::get<CaseDone>(received).record.id, acknowledged, {}, "test");
        receive_case(reception, wish, {}, "kiosk");
        at("2026-10-13T10:30:00");
        open_desk("Desk 1");
        open_desk("Desk 2");
        serve("B", Minutes { 3 });
        const DeskCode first("Desk 1");
        const Visit serving = take("A");
        done(reception.call(first, serving.id, {}, "test"));
        done(reception.start(serving.id, {}, { "test", first }));
        take("B");
        take("C");
        clock.advance(Minutes { 9 });
        take("B");
        clock.advance(Minutes { 9 });
        take("A");
        const Visit called = take("A");
        done(reception.call(DeskCode("Desk 2"), called.id, {}, "test"));
        reception.report_device("printer", DeviceState::PaperOut);
    }
    void open_desk(const char* desk) { reception.set_desk(DeskCode(desk), DeskState::Open, "test"); }
    void log(Channel channel, std::optional<AvoidableContact> avoidable)
    {
        ContactWish wish;
        wish.channel = channel;
        wish.service = ServiceCode("A");
        wish.avoidable = avoidable;
        wish.resolved = false;
        log_contact(reception, wish, {}, { "staff:Clerk One", DeskCode("Desk 1") });
    }
    // The room with the longest estimates that are told.
    std::shared_ptr<const Snapshot> slow_room()
    {
        auto made = std::make_shared<Snapshot>(*room());
        for (ServiceNow& service : made->services)
            service.newcomer = { 12, Minutes { 125 }, Minutes { 240 }, {} };
        return made;
    }
};

} // namespace nextplease::manager
