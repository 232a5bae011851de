#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::AbsentIfUsual;
using sql::bind_all;
using sql::CodeList;
using sql::read_all;

// --- Feedback ---

std::string select_feedback(std::string_view condition)
{
    return fmt::format("SELECT id, visit, at, service, language, score, words_key, words_text, request, "
                       "channel, contact FROM feedback {}",
        condition);
}

Feedback feedback_in(Statement& row)
{
    Feedback f;
    read_all(row, f.id, f.visit, f.at, f.service, f.language, f.score, f.words.key, f.words.text,
        AbsentIfEmpty { f.request }, f.channel, f.contact);
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
    "c.id, c.letter, c.kind, c.service, c.category, c.received, c.state, c.outcome, c.acknowledge_by, "
    "c.respond_by, c.first_respond_by, c.acknowledged, c.responded, c.extended, c.extensions, "
    "c.second_began, "
    "c.second_acknowledge_by, c.second_respond_by, c.second_first_respond_by, c.second_acknowledged, "
    "c.second_responded, c.second_extended, c.second_extensions, c.extended_late, c.second_extended_late, "
    "c.began, c.ended, c.second_ended, c.was_ended, c.was_began, c.was_acknowledge_by, c.was_respond_by, "
    "c.was_first_respond_by, c.was_acknowledged, c.was_extended, c.was_extensions, c.was_extended_late, "
    "c.handler, c.first_handler, c.also, "
    "c.partners, c.documents, c.statutory, c.passed, c.ombudsman_asked, c.ombudsman_decided, "
    "c.ombudsman_upheld, c.closed, c.reply, c.reply_language, c.language, c.words_key, c.words_text, "
    "c.contact_key, c.contact_text, c.channel, c.first_outcome, c.refused_because, "
    "c.summary, c.wanted, "
    "c.not_ours, c.adjustments, c.remedies, c.actions";

std::string select_cases(std::string_view condition)
{
    return fmt::format("SELECT {} FROM council_case c {}", kCaseColumns, condition);
}

Case case_in(Statement& row)
{
    Case c;
    StageClocks& first = c.first;
    StageClocks second;
    StageClocks was;
    std::optional<Instant> first_began, second_began, was_began;
    std::optional<int> upheld;
    int extended_late = 0, second_extended_late = 0, was_extended_late = 0;
    CodeList also(c.also);
    std::string remedies, actions;
    read_all(row, c.id, c.letter, c.kind, c.service, c.category, c.received, c.state, c.outcome,
        first.acknowledge_by, first.respond_by, first.first_respond_by, first.acknowledged, first.responded,
        first.extended, first.extensions, second_began, second.acknowledge_by, second.respond_by,
        second.first_respond_by, second.acknowledged, second.responded, second.extended, second.extensions,
        extended_late, second_extended_late, first_began, first.ended, second.ended, was.ended, was_began,
        was.acknowledge_by, was.respond_by, was.first_respond_by, was.acknowledged, was.extended,
        was.extensions, was_extended_late, c.handler, c.first_handler, also, c.partners, c.documents,
        c.procedure, c.passed, c.ombudsman_asked, c.ombudsman_decided, upheld, c.closed, c.reply,
        c.reply_language, c.language, c.words.key, c.words.text, c.contact.key, c.contact.text, c.channel,
        c.first_outcome, c.ground, c.understood.summary, c.understood.wanted, c.understood.not_ours,
        c.understood.adjustments, remedies, actions);
    c.remedies = remedies_in(remedies);
    c.actions = actions_in(actions);
    first.began = first_began.value_or(c.received);
    first.extended_late = extended_late != 0;
    second.extended_late = second_extended_late != 0;
    if (second_began) {
        second.began = *second_began;
        c.second = second;
    }
    if (was_began) {
        was.began = *was_began;
        was.extended_late = was_extended_late != 0;
        c.as_complaint = was;
    }
    if (upheld)
        c.ombudsman_upheld = *upheld != 0;
    return c;
}

// What a step may change, to the places from $2; $1 is the id.
constexpr std::string_view kChangeCase = R"(
    UPDATE council_case SET kind = $2, state = $3, outcome = $4, open = $5, due = $6, acknowledge_by = $7,
        respond_by = $8, first_respond_by = $9, acknowledged = $10, responded = $11, extended = $12,
        extensions = $13, second_began = $14, second_acknowledge_by = $15, second_respond_by = $16,
        second_first_respond_by = $17, second_acknowledged = $18, second_responded = $19,
        second_extended = $20, second_extensions = $21, handler = $22, first_handler = $23, also = $24,
        partners = $25, documents = $26, statutory = $27, passed = $28, ombudsman_asked = $29,
        ombudsman_decided = $30, ombudsman_upheld = $31, closed = $32, service = $33, first_outcome = $34,
        refused_because = $35, summary = $36, wanted = $37, not_ours = $38, adjustments = $39,
        remedies = $40, actions = $41, ended = $42, extended_late = $43, second_extended_late = $44, second_ended = $45,
        began = $46, category = $47, was_ended = $48, was_began = $49, was_acknowledge_by = $50,
        was_respond_by = $51, was_first_respond_by = $52, was_acknowledged = $53, was_extended = $54,
        was_extensions = $55, was_extended_late = $56, forgotten = NULL
    WHERE id = $1)";

constexpr Instant kNoTime = Instant::min();
constexpr LocalDate kNeverDue { std::chrono::year { 9999 }, std::chrono::December, std::chrono::day { 31 } };

void change_case(Statement& update, const Case& c)
{
    const StageClocks& first = c.first;
    const StageClocks second = c.second.value_or(StageClocks {});
    const StageClocks was = c.as_complaint.value_or(StageClocks {});
    // NULL where they are these: so that GCC 12 does not take an empty optional for one that is read.
    const Instant second_began = c.second ? second.began : kNoTime;
    const Instant was_began = c.as_complaint ? was.began : kNoTime;
    const int upheld = c.ombudsman_upheld.value_or(false) ? 1 : 0;
    const int undecided = c.ombudsman_upheld ? -1 : upheld;
    const CodeList also(c.also);
    const std::string remedies = joined(c.remedies);
    const std::string actions = lines_of(c.actions);
    bind_all(update, c.id, c.kind, c.state, c.outcome, is_open(c) ? 1 : 0, next_due(c).value_or(kNeverDue),
        first.acknowledge_by, first.respond_by, first.first_respond_by, first.acknowledged, first.responded,
        first.extended, first.extensions, AbsentIfUsual { second_began, kNoTime }, second.acknowledge_by,
        second.respond_by, second.first_respond_by, second.acknowledged, second.responded, second.extended,
        second.extensions, c.handler, c.first_handler, also, c.partners, c.documents, c.procedure, c.passed,
        c.ombudsman_asked, c.ombudsman_decided, AbsentIfUsual { upheld, undecided }, c.closed, c.service,
        c.first_outcome, c.ground, c.understood.summary, c.understood.wanted, c.understood.not_ours,
        c.understood.adjustments, remedies, actions, first.ended, first.extended_late ? 1 : 0,
        second.extended_late ? 1 : 0, second.ended, AbsentIfUsual { first.began, c.received }, c.category,
        was.ended, AbsentIfUsual { was_began, kNoTime }, was.acknowledge_by, was.respond_by,
        was.first_respond_by, was.acknowledged, was.extended, was.extensions, was.extended_late ? 1 : 0);
    if (update.run() != 1)
        throw std::logic_error("a case that is not stored cannot be replaced");
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
    if (feedback.contact) {
        Statement& forget = writing("DELETE FROM feedback WHERE contact = $1");
        bind_all(forget, *feedback.contact);
        forget.run();
    }
    Statement& insert = writing(R"(
        INSERT INTO feedback (visit, at, service, language, score, words_key, words_text, request, channel,
            contact)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))");
    bind_all(insert, feedback.visit, feedback.at, feedback.service, feedback.language, feedback.score,
        feedback.words.key, feedback.words.text, AbsentIfEmpty { feedback.request }, feedback.channel,
        feedback.contact);
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
        INSERT INTO council_case (letter, kind, service, category, received, reply, reply_language, language,
            words_key, words_text, contact_key, contact_text, channel)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))");
    bind_all(insert, record.letter, record.kind, record.service, record.category, record.received,
        record.reply, record.reply_language, record.language, record.words.key, record.words.text,
        record.contact.key, record.contact.text, record.channel);
    insert.run();
    Case stored = record;
    stored.id = CaseId(connection_.last_key());
    change_case(writing(kChangeCase), stored);
    return stored.id;
}

void SqlRecords::put(const Case& record)
{
    change_case(writing(kChangeCase), record);
}

std::vector<Case> SqlRecords::open_cases(const OpenCases& which)
{
    static const std::string sql =
        select_cases("WHERE c.open = 1 AND c.due >= $1 AND c.due <= $2 AND ($3 = '' OR c.handler = $3) "
                     "ORDER BY c.due, c.id LIMIT $4 OFFSET $5");
    constexpr LocalDate kBegin { std::chrono::year { 1 }, std::chrono::January, std::chrono::day { 1 } };
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, which.due_from.value_or(kBegin), which.due_to.value_or(kNeverDue), which.handler,
        which.at_most, which.first);
    std::vector<Case> found;
    while (rows.step())
        found.push_back(case_in(rows));
    return found;
}

std::vector<Case> SqlRecords::closed_cases(int first, int at_most)
{
    static const std::string sql =
        select_cases("WHERE c.open = 0 ORDER BY c.due DESC, c.id DESC LIMIT $1 OFFSET $2");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, at_most, first);
    std::vector<Case> found;
    while (rows.step())
        found.push_back(case_in(rows));
    return found;
}
CaseCounts SqlRecords::count_open_cases(LocalDate today, const std::string& handler)
{
    Statement& rows =
        connection_.prepared("SELECT COUNT(*), COALESCE(SUM(CASE WHEN due < $1 THEN 1 ELSE 0 END), 0), "
                             "COALESCE(SUM(CASE WHEN due = $1 THEN 1 ELSE 0 END), 0) FROM council_case "
                             "WHERE open = 1 AND ($2 = '' OR handler = $2)");
    bind_all(rows, today, handler);
    CaseCounts counts;
    if (rows.step())
        read_all(rows, counts.open, counts.late, counts.due_today);
    rows.reset();
    return counts;
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
    Statement& insert =
        writing("INSERT INTO case_event (council_case, kind, at, actor, request, reason, was, became) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    bind_all(insert, event.record, event.kind, event.at, event.actor, AbsentIfEmpty { event.request },
        event.reason, event.before, event.after);
    insert.run();
    return CaseEventId(connection_.last_key());
}

std::vector<CaseEvent> SqlRecords::events_of(CaseId record)
{
    Statement& rows =
        connection_.prepared("SELECT id, council_case, kind, at, actor, request, reason, was, became "
                             "FROM case_event WHERE council_case = $1 ORDER BY id");
    bind_all(rows, record);
    std::vector<CaseEvent> events;
    while (rows.step()) {
        CaseEvent& e = events.emplace_back();
        read_all(rows, e.id, e.record, e.kind, e.at, e.actor, AbsentIfEmpty { e.request }, e.reason, e.before,
            e.after);
    }
    return events;
}

std::vector<Confided> SqlRecords::confided(Confided::Of of, std::int64_t after, int at_most)
{
    const bool cases = of == Confided::Of::Case;
    Statement& rows = connection_.prepared(cases
            ? "SELECT id, words_key, words_text, contact_key, contact_text FROM council_case "
              "WHERE id > $1 AND (words_text <> '' OR contact_text <> '') ORDER BY id LIMIT $2"
            : "SELECT id, words_key, words_text, '', '' FROM feedback "
              "WHERE id > $1 AND words_text <> '' ORDER BY id LIMIT $2");
    bind_all(rows, after, at_most);
    std::vector<Confided> found;
    while (rows.step()) {
        Confided& one = found.emplace_back();
        one.of = of;
        read_all(rows, one.id, one.words.key, one.words.text, one.contact.key, one.contact.text);
    }
    return found;
}

void SqlRecords::put(const Confided& confided)
{
    if (confided.of == Confided::Of::Feedback) {
        Statement& update = writing("UPDATE feedback SET words_key = $2, words_text = $3 WHERE id = $1");
        bind_all(update, confided.id, confided.words.key, confided.words.text);
        if (update.run() != 1)
            throw std::logic_error("feedback that is not stored cannot be sealed anew");
        return;
    }
    Statement& update = writing("UPDATE council_case SET words_key = $2, words_text = $3, contact_key = $4, "
                                "contact_text = $5 WHERE id = $1");
    bind_all(update, confided.id, confided.words.key, confided.words.text, confided.contact.key,
        confided.contact.text);
    if (update.run() != 1)
        throw std::logic_error("a case that is not stored cannot be sealed anew");
}

} // namespace nextplease
