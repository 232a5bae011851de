#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::bind_all;
using sql::read_all;

// --- Feedback ---

std::string select_feedback(std::string_view condition)
{
    return fmt::format("SELECT id, visit, at, service, language, score, words_key, words_text, request "
                       "FROM feedback {}",
        condition);
}

Feedback feedback_in(Statement& row)
{
    Feedback f;
    read_all(row, f.id, f.visit, f.at, f.service, f.language, f.score, f.words.key, f.words.text,
        AbsentIfEmpty { f.request });
    return f;
}

std::optional<Feedback> first_feedback(Statement& rows)
{
    std::optional<Feedback> found;
    if (rows.step())
        found = feedback_in(rows);
    rows.reset();
    return found;
}

// --- Cases ---

constexpr std::string_view kCaseColumns =
    "c.id, c.letter, c.kind, c.service, c.category, c.received, c.acknowledge_by, c.respond_by, c.reply, "
    "c.reply_language, c.language, c.words_key, c.words_text, c.contact_key, c.contact_text";

std::string select_cases(std::string_view condition)
{
    return fmt::format("SELECT {} FROM council_case c {}", kCaseColumns, condition);
}

Case case_in(Statement& row)
{
    Case c;
    read_all(row, c.id, c.letter, c.kind, c.service, c.category, c.received, c.acknowledge_by, c.respond_by,
        c.reply, c.reply_language, c.language, c.words.key, c.words.text, c.contact.key, c.contact.text);
    return c;
}

std::optional<Case> first_case(Statement& rows)
{
    std::optional<Case> found;
    if (rows.step())
        found = case_in(rows);
    rows.reset();
    return found;
}

} // namespace

FeedbackId SqlRecords::add(const Feedback& feedback)
{
    assert(feedback.id.value() == 0);
    if (feedback.visit) {
        Statement& forget = writing("DELETE FROM feedback WHERE visit = $1");
        bind_all(forget, *feedback.visit);
        forget.run();
    }
    Statement& insert = writing(R"(
        INSERT INTO feedback (visit, at, service, language, score, words_key, words_text, request)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))");
    bind_all(insert, feedback.visit, feedback.at, feedback.service, feedback.language, feedback.score,
        feedback.words.key, feedback.words.text, AbsentIfEmpty { feedback.request });
    insert.run();
    return FeedbackId(connection_.last_key());
}

std::optional<Feedback> SqlRecords::feedback_of(VisitId visit)
{
    static const std::string sql = select_feedback("WHERE visit = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, visit);
    return first_feedback(rows);
}

std::optional<Feedback> SqlRecords::feedback_of(const RequestId& request)
{
    static const std::string sql = select_feedback("WHERE request = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, request);
    return first_feedback(rows);
}

void SqlRecords::each_feedback(Period given, const std::function<void(const Feedback&)>& tell)
{
    static const std::string sql = select_feedback("WHERE at >= $1 AND at < $2 ORDER BY at, id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, given.from, given.to);
    while (rows.step())
        tell(feedback_in(rows));
}

CaseId SqlRecords::add(const Case& record)
{
    assert(record.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO council_case (letter, kind, service, category, received, acknowledge_by, respond_by, reply,
            reply_language, language, words_key, words_text, contact_key, contact_text)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))");
    bind_all(insert, record.letter, record.kind, record.service, record.category, record.received,
        record.acknowledge_by, record.respond_by, record.reply, record.reply_language, record.language,
        record.words.key, record.words.text, record.contact.key, record.contact.text);
    insert.run();
    return CaseId(connection_.last_key());
}

std::optional<Case> SqlRecords::case_of(CaseId id)
{
    static const std::string sql = select_cases("WHERE c.id = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, id);
    return first_case(rows);
}

std::optional<Case> SqlRecords::case_of(const RequestId& request)
{
    static const std::string sql =
        select_cases("JOIN case_event e ON e.council_case = c.id WHERE e.request = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, request);
    return first_case(rows);
}

void SqlRecords::each_case(Period received, const std::function<void(const Case&)>& tell)
{
    static const std::string sql = select_cases("WHERE c.received >= $1 AND c.received < $2 ORDER BY c.id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, received.from, received.to);
    while (rows.step())
        tell(case_in(rows));
}

CaseEventId SqlRecords::add(const CaseEvent& event)
{
    assert(event.id.value() == 0);
    Statement& insert = writing(
        "INSERT INTO case_event (council_case, kind, at, actor, request) VALUES ($1, $2, $3, $4, $5)");
    bind_all(insert, event.record, event.kind, event.at, event.actor, AbsentIfEmpty { event.request });
    insert.run();
    return CaseEventId(connection_.last_key());
}

std::vector<CaseEvent> SqlRecords::events_of(CaseId record)
{
    Statement& rows = connection_.prepared("SELECT id, council_case, kind, at, actor, request "
                                           "FROM case_event WHERE council_case = $1 ORDER BY id");
    bind_all(rows, record);
    std::vector<CaseEvent> events;
    while (rows.step()) {
        CaseEvent& e = events.emplace_back();
        read_all(rows, e.id, e.record, e.kind, e.at, e.actor, AbsentIfEmpty { e.request });
    }
    return events;
}

} // namespace nextplease
