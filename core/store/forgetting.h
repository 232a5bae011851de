// The keeper of a store: what tells of a person is taken out when it has been kept long enough, and what is
// held of one person is gathered. What reports count stays: every time, duration, score, code and outcome.
// Forgetting is the one exception to promise (5) of store.h: it takes words and names out of events.
#pragma once

#include "core/base/ids.h"
#include "core/base/local_time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nextplease {

// What is older than these is forgotten.
struct ForgetLimits {
    LocalDate visits; // business days before it: notes, needs and references of visits and of their events
    Instant appointments; // times before it: notes, needs and references
    Instant feedback; // given before it: words
    Instant contacts; // answered, lost or set aside before it: words
    Instant log; // done before it: the names of staff. The beginning of a local day
    Instant cases; // closed before it: words, addresses, and what was written at each step
    const Zone* zone = nullptr; // must outlive it
    // Whoever deals with a case is known by one of these: they are offices, and stay. Anybody else who had it
    // becomes "forgotten", so that figures by who had it stay what they were.
    std::vector<std::string> offices {};
};

// How many records had something that was taken out.
struct Forgotten {
    std::int64_t visits = 0;
    std::int64_t appointments = 0;
    std::int64_t feedback = 0;
    std::int64_t contacts = 0;
    std::int64_t names = 0; // of staff
    std::int64_t cases = 0;
    bool more = false; // there may be more to forget

    std::int64_t all() const { return visits + appointments + feedback + contacts + names + cases; }
    Forgotten& operator+=(const Forgotten& other);
};

// Whose records are asked for: those of one visit, one appointment or one case.
using Subject = std::variant<VisitId, AppointmentId, CaseId>;

// A row of a table, as it lies in the store; NULLs are left out.
struct SubjectRow {
    std::string_view table;
    std::vector<std::pair<std::string, std::variant<std::int64_t, std::string>>> columns;
};

class Keeper {
public:
    virtual ~Keeper() = default;

    // Takes out what is older than the limits, of about `at_most` records and in one unit of work, so that
    // nobody waits long for it; `more` says that there is more. Visits of a day that is not closed wait.
    virtual Forgotten forget(const ForgetLimits& limits, int at_most) = 0;
    // What forget() would take out; changes nothing.
    virtual Forgotten to_forget(const ForgetLimits& limits, int at_most) = 0;

    // Every row of every table that holds something of that visit, appointment or case, table by table.
    virtual std::vector<SubjectRow> everything_about(const Subject& subject) = 0;

    // Empties the log that the database writes before its own file, in which what was forgotten may still
    // lie. Waits a second at most for those who read; false: they read on, and it is to be tried again.
    virtual bool empty_log() = 0;
};

// On a connection of its own, of one thread. Throws Failure where the store is not there, as each call does
// when it fails. The store must have been opened by open_store once.
enum class Keeping { ForgetToo, OnlyLook };
std::unique_ptr<Keeper> open_keeper(const std::string& url, Keeping keeping);

} // namespace nextplease
