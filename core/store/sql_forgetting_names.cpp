// Taking the names of staff out of the log of who did what.
#include "core/domain/actor.h"
#include "core/domain/event_detail.h"
#include "core/domain/staff.h"
#include "core/store/sql_forgetting.h"
#include "core/store/sql_values.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease {
namespace {

using sql::bind_all;

// Everybody's seat in one line each: desk, number and name, with tabs between them.
template <class Seats>
std::string line_up(const Seats& seats)
{
    std::string text;
    for (const auto& [desk, seat] : seats)
        text += fmt::format("{}\t{}\t{}\n", desk, seat.number, seat.name);
    return text;
}

template <class Seats>
Seats seats_in(std::string_view text)
{
    Seats seats;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t number = line.find('\t');
        const std::size_t name = number == line.npos ? line.npos : line.find('\t', number + 1);
        if (name != line.npos)
            seats[std::string(line.substr(0, number))] = { std::string(line.substr(name + 1)),
                std::string(line.substr(number + 1, name - number - 1)) };
    }
    return seats;
}

// Numbers in place of names, each of one person: in the order in which they come.
class Numbers {
public:
    // Whoever has one keeps it.
    void keep(const std::string& name, const std::string& number) { given_[name] = number; }
    const std::string& of(const std::string& name)
    {
        std::string& number = given_[name];
        while (number.empty()) {
            const std::string next = std::to_string(++last_);
            const bool taken = std::any_of(
                given_.begin(), given_.end(), [&](const auto& one) { return one.second == next; });
            if (!taken)
                number = next;
        }
        return number;
    }

private:
    std::map<std::string, std::string> given_;
    int last_ = 0;
};

constexpr std::string_view kSessions = R"(
    SELECT id, kind, actor, detail, desk FROM event
    WHERE (kind IN ('signed_in', 'signed_out') OR substr(detail, 1, 6) = 'staff=') AND at >= $1 AND at < $2
    ORDER BY id)";

} // namespace

void SqlForgetting::names()
{
    names_in_events();
    sessions();
    names_by_visit("result",
        "SELECT visit, leg, actor FROM result WHERE visit > $1 AND visit < $2 ORDER BY visit, leg LIMIT $3",
        "UPDATE result SET actor = 'staff' WHERE visit = $1 AND leg = $2");
    names_by_visit("apology",
        "SELECT visit, 0, actor FROM apology WHERE visit > $1 AND visit < $2 ORDER BY visit LIMIT $3",
        "UPDATE apology SET actor = 'staff' WHERE visit = $1 AND $2 = 0");
    names_by_id("contact", "SELECT id, received, actor FROM contact WHERE id > $1 ORDER BY id LIMIT $2",
        "UPDATE contact SET actor = 'staff' WHERE id = $1");
    names_by_id("case event", "SELECT id, at, actor FROM case_event WHERE id > $1 ORDER BY id LIMIT $2",
        "UPDATE case_event SET actor = 'staff' WHERE id = $1");
    names_elsewhere();
}

// All but those who signed in and out; and the words of notices and monitored calls, which go with them.
void SqlForgetting::names_in_events()
{
    for (const EventRow& event : next_events("event", limits_.log)) {
        if (event.kind == EventKind::SignedIn || event.kind == EventKind::SignedOut)
            continue;
        const bool told = event.kind == EventKind::NoticePut || event.kind == EventKind::NoticeCleared
            || event.kind == EventKind::CallMonitored;
        const std::string left = told ? without_words(event.kind, event.detail) : event.detail;
        const bool named = is_a_name(event.actor);
        if (!named && left == event.detail)
            continue;
        ++done_.names;
        change_event(event.id, named ? kSomebody : std::string_view(event.actor), left);
    }
}

// A replay of the past must still know who sits at which desk, for visits are sent to them: within a day each
// person has a number. On another day it is another one, except for who stayed signed in over night.
void SqlForgetting::sessions()
{
    bool more = true;
    while (more && left_ > 0) {
        std::string carried;
        const std::int64_t upto = reached("session", &carried);
        more = one_day_of_sessions(Instant { Seconds { upto } }, carried);
    }
}

bool SqlForgetting::one_day_of_sessions(Instant from, const std::string& carried)
{
    Statement& first = connection_.prepared(
        "SELECT at FROM event WHERE (kind IN ('signed_in', 'signed_out') OR substr(detail, 1, 6) = 'staff=') "
        "AND at >= $1 AND at < $2 ORDER BY at LIMIT 1");
    bind_all(first, from, limits_.log);
    if (!first.step())
        return false;
    const Instant at { Seconds { first.integer(0) } };
    first.reset();
    const Instant end = forgets() ? limits_.zone->start_of(add_days(limits_.zone->date(at), 1)) : limits_.log;
    auto seats = seats_in<Seats>(carried);
    done_.names += name_sessions(seats, at, std::min(end, limits_.log));
    reach("session", end.time_since_epoch().count(), line_up(seats));
    return forgets();
}

std::int64_t SqlForgetting::name_sessions(Seats& seats, Instant from, Instant to)
{
    Statement& rows = connection_.prepared(kSessions);
    bind_all(rows, from, to);
    std::vector<std::pair<EventRow, std::string>> events; // with their desk
    while (rows.step()) {
        auto& [event, desk] = events.emplace_back();
        sql::read_all(rows, event.id, event.kind, event.actor, event.detail, desk);
    }
    Numbers numbers;
    for (const auto& [desk, seat] : seats)
        numbers.keep(seat.name, seat.number);
    std::int64_t named = 0;
    for (const auto& [event, desk] : events) {
        const std::string actor(staff_in(event.actor));
        if (event.kind == EventKind::Transferred) {
            const std::string colleague = sent_to(event.detail).staff;
            if (!is_a_name(colleague))
                continue;
            change_event(event.id, event.actor, sent_to_other_name(event.detail, numbers.of(colleague)));
        } else if (is_a_name(event.actor)) {
            const std::string number = numbers.of(actor);
            seats.erase(desk);
            if (event.kind == EventKind::SignedIn)
                seats[desk] = { actor, number };
            change_event(event.id, "staff:" + number, event.detail);
        } else
            continue;
        ++named;
    }
    return named;
}

void SqlForgetting::names_by_visit(
    std::string_view what, std::string_view select, std::string_view update_row)
{
    if (left_ <= 0)
        return;
    struct Row {
        std::int64_t visit = 0;
        int leg = 0;
        std::string actor;
    };
    const std::int64_t from = reached(what);
    Statement& rows = connection_.prepared(select);
    bind_all(rows, from, sql::ids_before(limits_.zone->date(limits_.log)), left_);
    std::vector<Row> found;
    while (rows.step()) {
        Row& row = found.emplace_back();
        sql::read_all(rows, row.visit, row.leg, row.actor);
    }
    if (found.empty())
        return;
    for (const Row& row : found) {
        if (!is_a_name(row.actor))
            continue;
        ++done_.names;
        if (!forgets())
            continue;
        Statement& change = connection_.prepared(update_row);
        bind_all(change, row.visit, row.leg);
        change.run();
    }
    // The last visit may have more legs; seen twice, they do no harm.
    const bool whole = static_cast<std::int64_t>(found.size()) < left_;
    reach(what, whole ? found.back().visit : found.back().visit - 1);
    spend(found.size());
}

void SqlForgetting::names_by_id(std::string_view what, std::string_view select, std::string_view update_row)
{
    if (left_ <= 0)
        return;
    const std::int64_t from = reached(what);
    Statement& rows = connection_.prepared(select);
    bind_all(rows, from, left_);
    std::int64_t upto = from;
    std::size_t seen = 0;
    std::vector<std::int64_t> named;
    while (rows.step()) {
        if (Instant { Seconds { rows.integer(1) } } >= limits_.log)
            break;
        upto = rows.integer(0);
        ++seen;
        if (is_a_name(rows.text(2)))
            named.push_back(upto);
    }
    rows.reset();
    for (const std::int64_t id : named)
        update(update_row, id);
    done_.names += static_cast<std::int64_t>(named.size());
    spend(seen);
    if (upto != from)
        reach(what, upto);
}

// Small tables, where there are seldom more than a few.
void SqlForgetting::names_elsewhere()
{
    struct Place {
        std::string_view select, change;
    };
    constexpr std::array<Place, 5> kPlaces {
        Place { "SELECT id FROM notice WHERE put < $1 AND (words <> '' OR substr(actor, 1, 6) = 'staff:') "
                "LIMIT $2",
            "UPDATE notice SET words = '', actor = 'staff' WHERE id = $1" },
        Place { "SELECT id FROM monitored_call WHERE heard < $1 "
                "AND (words <> '' OR substr(actor, 1, 6) = 'staff:') LIMIT $2",
            "UPDATE monitored_call SET words = '', actor = 'staff' WHERE id = $1" },
        Place { "SELECT id FROM feedback_reading WHERE at < $1 AND substr(actor, 1, 6) = 'staff:' LIMIT $2",
            "UPDATE feedback_reading SET actor = 'staff' WHERE id = $1" },
        // Those who were removed, when no record names them any more.
        Place { "SELECT id FROM staff WHERE active = 0 AND COALESCE(last_try, 0) < $1 LIMIT $2",
            "DELETE FROM staff WHERE id = $1" },
        // By the row's number in its table, for a desk's key is a text.
        Place {
            "SELECT 0 FROM desk WHERE since < $1 AND substr(actor, 1, 6) = 'staff:' AND staff = '' LIMIT $2",
            "UPDATE desk SET actor = 'staff' WHERE substr(actor, 1, 6) = 'staff:' AND staff = '' AND since < "
            "$1" }
    };
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
        const bool desks = i + 1 == kPlaces.size();
        const auto found = ids(kPlaces[i].select, limits_.log);
        for (const std::int64_t id : found)
            update(kPlaces[i].change, desks ? limits_.log.time_since_epoch().count() : id);
        done_.names += static_cast<std::int64_t>(found.size());
    }
}

} // namespace nextplease
