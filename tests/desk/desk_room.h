// A room without a store, for tests of the console's model: visits are made by the arrows of the ticket's
// life and shown as snapshots; what the console asks for is kept and not done.
#pragma once

#include "core/domain/numbering.h"
#include "kiosk/desk/console.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

#include <deque>

namespace nextplease::desk {

// Keeps what was submitted.
class KeptCommands : public app::Commands {
public:
    void submit(Job job, std::function<void(const std::string&)> failed) override
    {
        jobs.push_back(std::move(job));
        failures.push_back(std::move(failed));
    }
    std::deque<Job> jobs;
    std::deque<std::function<void(const std::string&)>> failures;
};

class Room {
public:
    explicit Room(const std::string& desk = "Desk 1", const Language& language = Language("en"))
        : configuration(testing::small_configuration())
        , now(*configuration.zone.instant(*parse_iso_time("2026-10-13T10:00:00")))
        , desk_code(desk)
        , console(configuration, commands, desk_code, language)
    {
        set_desk(desk, DeskState::Open);
        console.fit(900, 8, false);
    }

    // The visit keeps its place in `visits`.
    Visit& take(const std::string& service, Seconds waited, const std::string& priority = {})
    {
        Visit visit;
        visit.id = VisitId { static_cast<std::int64_t>(visits.size()) + 1 };
        visit.day = configuration.zone.date(now);
        visit.number = ticket_number_for(service);
        visit.service = ServiceCode(service);
        visit.priority = PriorityCode(priority);
        visit.language = Language("ur");
        visits.push_back(nextplease::take(visit, now - waited, { "test" }).visit);
        return visits.back();
    }
    void call(Visit& visit, const std::string& desk, Seconds ago = Seconds { 0 })
    {
        become(visit, nextplease::call(visit, DeskCode(desk), now - ago, { "test" }));
    }
    void start(Visit& visit, Seconds ago = Seconds { 0 })
    {
        become(visit, nextplease::start(visit, now - ago, { "test" }));
    }
    static void become(Visit& visit, const Outcome& outcome)
    {
        REQUIRE(std::holds_alternative<Change>(outcome));
        visit = std::get<Change>(outcome).visit;
    }
    void set_desk(const std::string& desk, DeskState state)
    {
        std::erase_if(desks, [&](const DeskRecord& one) { return one.desk == DeskCode(desk); });
        desks.push_back({ DeskCode(desk), state, now - Minutes { 30 }, "test" });
    }

    Snapshot snapshot() const
    {
        RoomRecords records { configuration.zone.date(now), { visits.begin(), visits.end() }, desks, {} };
        return snapshot_of(records, configuration, PlainEstimator(), now);
    }
    const ConsoleView& show()
    {
        console.show(std::make_shared<const Snapshot>(snapshot()));
        return console.view();
    }
    const ConsoleView& show_cut_off()
    {
        Snapshot last = snapshot();
        last.now += Minutes { 5 };
        last.cut_off = "the disk is gone";
        console.show(std::make_shared<const Snapshot>(last));
        return console.view();
    }
    const VerbView& verb(Verb verb) const { return console.view().verbs.at(static_cast<std::size_t>(verb)); }

    Configuration configuration;
    Instant now;
    std::deque<Visit> visits; // references stay
    std::vector<DeskRecord> desks;
    KeptCommands commands;
    DeskCode desk_code;
    Console console;

private:
    TicketNumber ticket_number_for(const std::string& service)
    {
        return nextplease::ticket_number(service, static_cast<int>(visits.size()) + 1);
    }
};

} // namespace nextplease::desk
