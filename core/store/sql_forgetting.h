// Taking out what tells of a person when it has been kept long enough, in SQL. Valid inside a unit of work.
#pragma once

#include "core/domain/visit.h"
#include "core/store/connection.h"
#include "core/store/forgetting.h"

#include <map>
#include <string>

namespace nextplease {

// What is stored in place of another system's reference when it is forgotten: sixteen bits of it, enough to
// tell two visits of one second apart, and too few to tell which reference it was.
std::string trace_of(std::string_view reference);

class SqlForgetting {
public:
    enum class Deed { Forget, Count };

    // `connection` and `limits` must outlive it. `at_most`: about so many records are looked at.
    SqlForgetting(Connection& connection, const ForgetLimits& limits, Deed deed, int at_most)
        : connection_(connection)
        , limits_(limits)
        , deed_(deed)
        , left_(at_most)
    {
    }

    Forgotten run();

private:
    struct VisitRow;
    struct EventRow;
    // Who sits at a desk, and the number that stands for them on that day.
    struct Seat {
        std::string name;
        std::string number;
    };
    using Seats = std::map<std::string, Seat>; // by desk

    void visits();
    bool forget_visit(const VisitRow& visit);
    bool forget_events_of(std::int64_t visit);
    bool forget_results_of(std::int64_t visit);
    void appointments();
    void forget_appointment_events(const std::string& reference);
    void feedback();
    void contacts();
    void contact_events();
    void cases();
    void forget_what_was_promised(std::int64_t record);
    void forget_handlers(std::int64_t record);
    std::string office_or_forgotten(std::string_view handler) const;
    bool is_shared(const std::string& reason);

    // Names, in sql_forgetting_names.cpp.
    void names();
    void names_in_events();
    void sessions();
    bool one_day_of_sessions(Instant from, const std::string& carried);
    std::int64_t name_sessions(Seats& seats, Instant from, Instant to);
    void names_by_visit(std::string_view what, std::string_view select, std::string_view update);
    void names_by_id(std::string_view what, std::string_view select, std::string_view update);
    void names_elsewhere();

    // Events after the one that was reached, as many as there is time for, up to `before`.
    std::vector<EventRow> next_events(std::string_view what, Instant before);
    void change_event(std::int64_t id, std::string_view actor, std::string_view detail);

    // The first column of every row, with $1 `before` and $2 how many at most.
    std::vector<std::int64_t> ids(std::string_view select, Instant before);
    // Runs an update of the row with that id ($1), where it is to be forgotten.
    void update(std::string_view sql, std::int64_t id);

    std::int64_t reached(std::string_view what, std::string* carried = nullptr);
    void reach(std::string_view what, std::int64_t upto, std::string_view carried = {});
    // So many records were looked at.
    void spend(std::size_t records);
    bool forgets() const { return deed_ == Deed::Forget; }

    Connection& connection_;
    const ForgetLimits& limits_;
    Deed deed_;
    std::int64_t left_;
    Forgotten done_;
};

struct SqlForgetting::EventRow {
    std::int64_t id;
    EventKind kind;
    std::string actor, detail;
};

} // namespace nextplease
