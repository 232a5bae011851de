// Stores for tests: every driver in turn, and visits to put in.
#pragma once

#include "core/store/store.h"
#include "tests/support/temp_folder.h"

#include <functional>
#include <string>

namespace nextplease::testing {

// A database that is empty at first; each open() is a connection of its own, as another process would have.
class Stores {
public:
    virtual ~Stores() = default;
    virtual std::unique_ptr<Store> open() = 0;
    // Where a backup may be written and then be opened.
    virtual std::string backup_path() = 0;
};

// Runs `test` on a new database of every driver that this machine can run.
void on_every_driver(const std::function<void(Stores&)>& test);

// 2026-10-13, a Tuesday.
constexpr LocalDate kToday { std::chrono::year { 2026 } / 10 / 13 };
constexpr LocalDate kYesterday { std::chrono::year { 2026 } / 10 / 12 };
constexpr LocalDate kTomorrow { std::chrono::year { 2026 } / 10 / 14 };
// That day at 10:00 UTC and so many seconds.
Instant at(int seconds);

// Waiting, with a ticket, arrived at(seconds).
Visit waiting_visit(const std::string& number, int seconds = 0, LocalDate day = kToday);
// The same visit, served and ended.
Visit served(Visit visit);
Event event_of(VisitId visit, EventKind kind, const std::string& request = {});

Leg leg_of(VisitId visit);

// The numbers of visits, and the latest that a letter has, or "none".
using Numbers = std::vector<std::string>;
Numbers numbers_of(const std::vector<Visit>& visits);
std::string latest(Store& store, const std::string& letter, LocalDate day = kToday);

// One unit of work that stores a visit.
VisitId store_visit(Store& store, const Visit& visit);
std::vector<Visit> visits_on(Store& store, LocalDate day);

// The sentence of the Failure that `work` throws; empty if it throws none.
std::string failure_of(const std::function<void()>& work);

} // namespace nextplease::testing
