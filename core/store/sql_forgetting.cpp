#include "core/store/sql_forgetting.h"

#include "core/domain/case.h"
#include "core/domain/case_remedy.h"
#include "core/domain/event_detail.h"
#include "core/store/sql_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {

using sql::bind_all;

struct SqlForgetting::VisitRow {
    std::int64_t id = 0;
    int open = 0;
    int told = 0; // something of the visitor is in the row, beside the reference
    std::string reference;
};

std::string trace_of(std::string_view reference)
{
    // Fowler, Noll and Vo's hash, 1a, folded to sixteen bits.
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : reference) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16'777'619U;
    }
    return fmt::format("~{:04x}", (hash >> 16U) ^ (hash & 0xffffU));
}

Forgotten& Forgotten::operator+=(const Forgotten& other)
{
    visits += other.visits;
    appointments += other.appointments;
    feedback += other.feedback;
    contacts += other.contacts;
    names += other.names;
    cases += other.cases;
    more = more || other.more;
    return *this;
}

Forgotten SqlForgetting::run()
{
    visits();
    appointments();
    feedback();
    contacts();
    contact_events();
    cases();
    names();
    done_.more = left_ <= 0;
    return done_;
}

void SqlForgetting::spend(std::size_t records)
{
    left_ -= static_cast<std::int64_t>(records);
}

// --- How far it came ---

std::int64_t SqlForgetting::reached(std::string_view what, std::string* carried)
{
    Statement& row = connection_.prepared("SELECT upto, carried FROM forgotten WHERE what = $1");
    row.bind(1, what);
    std::int64_t upto = 0;
    if (row.step()) {
        upto = row.integer(0);
        if (carried)
            *carried = row.text(1);
    }
    row.reset();
    return upto;
}

void SqlForgetting::reach(std::string_view what, std::int64_t upto, std::string_view carried)
{
    if (!forgets())
        return;
    Statement& upsert = connection_.prepared(
        "INSERT INTO forgotten (what, upto, carried) VALUES ($1, $2, $3) "
        "ON CONFLICT (what) DO UPDATE SET upto = excluded.upto, carried = excluded.carried");
    upsert.bind(1, what);
    upsert.bind(2, upto);
    upsert.bind(3, carried);
    upsert.run();
}

std::vector<std::int64_t> SqlForgetting::ids(std::string_view select, Instant before)
{
    std::vector<std::int64_t> found;
    if (left_ <= 0)
        return found;
    Statement& rows = connection_.prepared(select);
    bind_all(rows, before, left_);
    while (rows.step())
        found.push_back(rows.integer(0));
    spend(found.size());
    return found;
}

void SqlForgetting::update(std::string_view sql, std::int64_t id)
{
    if (!forgets())
        return;
    Statement& statement = connection_.prepared(sql);
    statement.bind(1, id);
    statement.run();
}

// --- Visits, with their events, results and apologies ---

void SqlForgetting::visits()
{
    if (left_ <= 0)
        return;
    const std::int64_t from = reached("visit");
    Statement& rows = connection_.prepared(R"(
        SELECT id, open,
            note <> '' OR needs IS NOT NULL OR interpreter IS NOT NULL OR for_staff IS NOT NULL, reference
        FROM visit WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3)");
    bind_all(rows, from, sql::ids_before(limits_.visits), left_);
    std::vector<VisitRow> found;
    while (rows.step()) {
        VisitRow& visit = found.emplace_back();
        sql::read_all(rows, visit.id, visit.open, visit.told, visit.reference);
    }
    std::int64_t upto = from;
    for (const VisitRow& visit : found) {
        if (visit.open != 0)
            break; // its day is not closed
        done_.visits += forget_visit(visit) ? 1 : 0;
        upto = visit.id;
        spend(1);
    }
    if (upto != from)
        reach("visit", upto);
}

bool SqlForgetting::forget_visit(const VisitRow& visit)
{
    constexpr std::size_t kTrace = 5;
    const bool referenced =
        !visit.reference.empty() && !(visit.reference.starts_with('~') && visit.reference.size() == kTrace);
    bool told = visit.told != 0 || referenced;
    if (told && forgets()) {
        Statement& empty = connection_.prepared(
            "UPDATE visit SET note = '', needs = NULL, interpreter = NULL, for_staff = NULL, reference = $2 "
            "WHERE id = $1");
        const std::string trace = referenced ? trace_of(visit.reference) : visit.reference;
        bind_all(empty, visit.id, sql::AbsentIfEmpty { trace });
        empty.run();
    }
    told = forget_events_of(visit.id) || told;
    told = forget_results_of(visit.id) || told;
    Statement& apology = connection_.prepared("SELECT 1 FROM apology WHERE visit = $1 AND words <> ''");
    apology.bind(1, visit.id);
    const bool apologised = apology.step();
    apology.reset();
    if (apologised)
        update("UPDATE apology SET words = '' WHERE visit = $1", visit.id);
    return told || apologised;
}

bool SqlForgetting::forget_events_of(std::int64_t visit)
{
    Statement& rows =
        connection_.prepared("SELECT id, kind, actor, detail FROM event WHERE visit = $1 AND detail <> ''");
    rows.bind(1, visit);
    std::vector<EventRow> events;
    while (rows.step()) {
        EventRow event {};
        sql::read_all(rows, event.id, event.kind, event.actor, event.detail);
        events.push_back(std::move(event));
    }
    bool told = false;
    for (const EventRow& event : events) {
        const std::string left = without_words(event.kind, event.detail);
        if (left == event.detail)
            continue;
        told = true;
        change_event(event.id, event.actor, left);
    }
    return told;
}

bool SqlForgetting::forget_results_of(std::int64_t visit)
{
    struct Result {
        int leg = 0;
        std::string passed_to, words;
        bool avoidable = false;
    };
    Statement& rows = connection_.prepared("SELECT leg, passed_to, words, avoidable IS NOT NULL FROM result "
                                           "WHERE visit = $1 AND (words <> '' OR passed_to <> '')");
    rows.bind(1, visit);
    std::vector<Result> results;
    while (rows.step()) {
        Result& one = results.emplace_back();
        int avoidable = 0;
        sql::read_all(rows, one.leg, one.passed_to, one.words, avoidable);
        one.avoidable = avoidable != 0;
    }
    bool told = false;
    for (const Result& one : results) {
        const bool keeps = one.avoidable && is_shared(one.words);
        if (keeps && one.passed_to.empty())
            continue;
        told = true;
        if (!forgets())
            continue;
        Statement& empty = connection_.prepared(
            "UPDATE result SET words = $3, passed_to = '' WHERE visit = $1 AND leg = $2");
        const std::string words = keeps ? one.words : "";
        bind_all(empty, visit, one.leg, words);
        empty.run();
    }
    return told;
}

bool SqlForgetting::is_shared(const std::string& reason)
{
    constexpr int kMany = 5;
    if (reason.empty())
        return false;
    Statement& count = connection_.prepared(R"(
        SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM result WHERE avoidable IS NOT NULL AND words = $1 LIMIT 5))
            + (SELECT COUNT(*) FROM (SELECT 1 FROM contact WHERE reason IS NOT NULL AND reason = $1 LIMIT 5)))");
    bind_all(count, reason);
    const bool shared = count.step() && count.integer(0) >= kMany;
    count.reset();
    return shared;
}

// --- Appointments, feedback, contacts, cases ---

void SqlForgetting::appointments()
{
    if (left_ <= 0)
        return;
    Statement& rows = connection_.prepared(
        "SELECT id, reference FROM appointment WHERE at < $1 AND reference <> '' ORDER BY at LIMIT $2");
    bind_all(rows, limits_.appointments, left_);
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (rows.step())
        found.emplace_back(rows.integer(0), rows.text(1));
    for (const auto& [id, reference] : found) {
        forget_appointment_events(reference);
        // No key that anybody types has small letters in it.
        update("UPDATE appointment SET reference = '', reference_key = 'forgotten ' || id, note = '', "
               "needs = NULL, interpreter = '', apology = NULL WHERE id = $1",
            id);
    }
    done_.appointments += static_cast<std::int64_t>(found.size());
    spend(found.size());
}

// Their details are the reference, or begin with it and a space.
void SqlForgetting::forget_appointment_events(const std::string& reference)
{
    if (!forgets())
        return;
    Statement& empty = connection_.prepared(
        "UPDATE event SET detail = '' "
        "WHERE kind IN ('appointment_booked', 'appointment_moved', 'appointment_cancelled') "
        "AND detail >= $1 AND detail < $2 AND (detail = $1 OR substr(detail, length($1) + 1, 1) = ' ')");
    const std::string after = reference + '!';
    bind_all(empty, reference, after);
    empty.run();
}

void SqlForgetting::feedback()
{
    const auto found = ids(
        "SELECT id FROM feedback WHERE at < $1 AND words_text <> '' ORDER BY at LIMIT $2", limits_.feedback);
    for (const std::int64_t id : found)
        update("UPDATE feedback SET words_key = '', words_text = '' WHERE id = $1", id);
    done_.feedback += static_cast<std::int64_t>(found.size());
}

void SqlForgetting::contacts()
{
    const auto found = ids(
        "SELECT id FROM contact WHERE received < $1 AND forgotten IS NULL "
        "AND (answered < $1 OR lost < $1 OR (set_aside IS NOT NULL AND answered IS NULL AND lost IS NULL)) "
        "ORDER BY received LIMIT $2",
        limits_.contacts);
    for (const std::int64_t id : found) {
        Statement& row = connection_.prepared(
            "SELECT about <> '' OR explanation IS NOT NULL OR apology IS NOT NULL, reason FROM contact "
            "WHERE id = $1");
        row.bind(1, id);
        row.step();
        bool told = row.integer(0) != 0;
        const std::string reason(row.text(1));
        row.reset();
        update(
            "UPDATE contact SET about = '', explanation = NULL, apology = NULL, forgotten = 1 WHERE id = $1",
            id);
        if (!reason.empty() && !is_shared(reason)) {
            told = true;
            update("UPDATE contact SET reason = NULL WHERE id = $1", id);
        }
        done_.contacts += told ? 1 : 0;
    }
}

void SqlForgetting::contact_events()
{
    for (const EventRow& event : next_events("contact event", limits_.contacts)) {
        const bool of_contact = event.kind == EventKind::ContactLogged
            || event.kind == EventKind::ContactAcknowledged || event.kind == EventKind::ContactAnswered
            || event.kind == EventKind::ContactExplained || event.kind == EventKind::ContactSetAside
            || event.kind == EventKind::ContactCoded || event.kind == EventKind::ContactTakenBack;
        if (!of_contact)
            continue;
        const std::string left = without_words(event.kind, event.detail);
        if (left == event.detail)
            continue;
        ++done_.contacts;
        change_event(event.id, event.actor, left);
    }
}

// The days of actions stay, and what they were about goes.
void SqlForgetting::forget_what_was_promised(std::int64_t record)
{
    Statement& select = connection_.prepared("SELECT actions FROM council_case WHERE id = $1");
    select.bind(1, record);
    std::vector<CaseAction> actions;
    if (select.step())
        actions = actions_in(select.text(0));
    select.reset();
    if (actions.empty() || !forgets())
        return;
    for (CaseAction& action : actions)
        action.what = "forgotten";
    const std::string lines = lines_of(actions);
    Statement& statement = connection_.prepared("UPDATE council_case SET actions = $2 WHERE id = $1");
    statement.bind(1, record);
    statement.bind(2, std::string_view(lines));
    statement.run();
}

std::string SqlForgetting::office_or_forgotten(std::string_view handler) const
{
    const bool office = std::any_of(limits_.offices.begin(), limits_.offices.end(),
        [&](const std::string& one) { return same_officer(one, handler); });
    return office || handler.empty() ? std::string(handler) : "forgotten";
}

void SqlForgetting::forget_handlers(std::int64_t record)
{
    Statement& select = connection_.prepared("SELECT handler, first_handler FROM council_case WHERE id = $1");
    select.bind(1, record);
    std::string handler, first;
    if (select.step()) {
        handler = office_or_forgotten(select.text(0));
        first = office_or_forgotten(select.text(1));
    }
    select.reset();
    if (!forgets())
        return;
    Statement& change =
        connection_.prepared("UPDATE council_case SET handler = $2, first_handler = $3 WHERE id = $1");
    change.bind(1, record);
    change.bind(2, std::string_view(handler));
    change.bind(3, std::string_view(first));
    change.run();
}

void SqlForgetting::cases()
{
    const auto found =
        ids("SELECT id FROM council_case WHERE closed < $1 AND forgotten IS NULL ORDER BY closed LIMIT $2",
            limits_.cases);
    for (const std::int64_t id : found) {
        update(
            "UPDATE council_case SET words_key = '', words_text = '', contact_key = '', contact_text = '', "
            "partners = '', documents = '', summary = '', wanted = '', "
            "not_ours = '', adjustments = '', forgotten = 1 WHERE id = $1",
            id);
        update("UPDATE case_event SET reason = '', was = '', became = '' WHERE council_case = $1", id);
        forget_what_was_promised(id);
        forget_handlers(id);
    }
    done_.cases += static_cast<std::int64_t>(found.size());
}

// --- Events ---

std::vector<SqlForgetting::EventRow> SqlForgetting::next_events(std::string_view what, Instant before)
{
    constexpr std::int64_t kEventsARecord = 10; // they are only looked at, mostly
    std::vector<EventRow> found;
    if (left_ <= 0)
        return found;
    const std::int64_t from = reached(what);
    Statement& rows = connection_.prepared(
        "SELECT id, kind, actor, detail, at FROM event WHERE id > $1 ORDER BY id LIMIT $2");
    bind_all(rows, from, left_ * kEventsARecord);
    std::int64_t upto = from;
    while (rows.step()) {
        EventRow event {};
        Instant at;
        sql::read_all(rows, event.id, event.kind, event.actor, event.detail, at);
        if (at >= before)
            break;
        upto = event.id;
        found.push_back(std::move(event));
    }
    rows.reset();
    spend((found.size() + kEventsARecord - 1) / kEventsARecord);
    if (upto != from)
        reach(what, upto);
    return found;
}

void SqlForgetting::change_event(std::int64_t id, std::string_view actor, std::string_view detail)
{
    if (!forgets())
        return;
    spend(1);
    Statement& change = connection_.prepared("UPDATE event SET actor = $2, detail = $3 WHERE id = $1");
    change.bind(1, id);
    change.bind(2, actor);
    change.bind(3, detail);
    change.run();
}

} // namespace nextplease
