// Results, apologies, notices of delay, other contacts and staff, in SQL.
#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

#include <cassert>

namespace nextplease {
namespace {

using sql::AbsentIfEmpty;
using sql::bind_all;
using sql::CodeList;
using sql::read_all;

constexpr std::string_view kResultColumns =
    "visit, leg, at, service, desk, actor, resolved, reason, passed_to, words, avoidable, given";

ResultRecord result_in(Statement& row)
{
    ResultRecord r;
    int resolved = 0;
    read_all(row, r.visit, r.leg, r.at, r.service, r.desk, r.actor, resolved, r.result.reason,
        r.result.passed_to, r.result.words, r.result.avoidable, r.result.given);
    r.result.resolved = resolved != 0;
    return r;
}

Apology apology_in(Statement& row)
{
    Apology a;
    read_all(row, a.visit, a.at, a.waited, a.reason, a.words, a.desk, a.actor);
    return a;
}

// What a contact has in columns of its own, for as long as a statement runs.
struct ToldColumns {
    explicit ToldColumns(const OtherContact& contact)
    {
        if (contact.resolved)
            resolved = *contact.resolved ? 1 : 0;
        if (!contact.log_says.scannable)
            unscannable = 1;
        if (!contact.told)
            return;
        at = contact.told->at;
        until = contact.told->until;
        explanation = contact.told->explanation;
        apology = contact.told->apology;
    }
    std::optional<int> resolved;
    std::optional<int> unscannable;
    std::optional<Instant> at;
    std::optional<LocalDate> until;
    std::string explanation, apology;
};

std::string select_contacts(std::string_view condition)
{
    return fmt::format(
        "SELECT id, channel, service, about, received, acknowledged, answered, avoidable, "
        "actor, request, lost, set_aside, resolved, reason, told, told_until, explanation, apology, "
        "log, log_over, log_unscannable FROM contact {}",
        condition);
}

OtherContact contact_in(Statement& row)
{
    OtherContact c;
    std::optional<int> resolved;
    std::optional<int> unscannable;
    std::optional<Instant> told;
    std::optional<LocalDate> until;
    std::string explanation, apology;
    read_all(row, c.id, c.channel, c.service, c.about, c.received, c.acknowledged, c.answered, c.avoidable,
        c.actor, AbsentIfEmpty { c.request }, c.lost, c.set_aside, resolved, AbsentIfEmpty { c.reason }, told,
        until, AbsentIfEmpty { explanation }, AbsentIfEmpty { apology }, AbsentIfEmpty { c.log },
        c.log_says.over, unscannable);
    c.log_says.scannable = unscannable.value_or(0) == 0;
    if (resolved)
        c.resolved = *resolved != 0;
    if (told && until)
        c.told = DelayTold { *told, *until, explanation, apology };
    return c;
}

std::optional<OtherContact> first_contact(Statement& rows)
{
    std::optional<OtherContact> found;
    if (rows.step())
        found = contact_in(rows);
    rows.reset();
    return found;
}

StaffMember member_in(Statement& row)
{
    StaffMember m;
    int active = 0;
    int complaints = 0;
    read_all(row, m.id, m.name, m.pin_hash, active, m.wrong, m.last_try, complaints);
    m.active = active != 0;
    m.complaints = complaints != 0;
    return m;
}

} // namespace

void SqlRecords::put(const ResultRecord& record)
{
    Statement& upsert = writing(R"(
        INSERT INTO result (visit, leg, at, service, desk, actor, resolved, reason, passed_to, words, avoidable,
            given)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (visit, leg) DO UPDATE SET at = excluded.at, service = excluded.service, desk = excluded.desk,
            actor = excluded.actor, resolved = excluded.resolved, reason = excluded.reason,
            passed_to = excluded.passed_to, words = excluded.words, avoidable = excluded.avoidable,
            given = excluded.given)");
    const ContactResult& result = record.result;
    bind_all(upsert, record.visit, record.leg, record.at, record.service, record.desk, record.actor,
        result.resolved ? 1 : 0, result.reason, result.passed_to, result.words, result.avoidable,
        result.given);
    upsert.run();
}

std::vector<ResultRecord> SqlRecords::results_of(VisitId visit)
{
    static const std::string sql =
        fmt::format("SELECT {} FROM result WHERE visit = $1 ORDER BY leg", kResultColumns);
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, visit);
    std::vector<ResultRecord> results;
    while (rows.step())
        results.push_back(result_in(rows));
    return results;
}

void SqlRecords::each_result(Period said, const std::function<void(const ResultRecord&)>& tell)
{
    static const std::string sql = fmt::format(
        "SELECT {} FROM result WHERE at >= $1 AND at < $2 ORDER BY at, visit, leg", kResultColumns);
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, said.from, said.to);
    while (rows.step())
        tell(result_in(rows));
}

void SqlRecords::put(const Apology& apology)
{
    Statement& upsert = writing(R"(
        INSERT INTO apology (visit, at, waited, reason, words, desk, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (visit) DO UPDATE SET at = excluded.at, waited = excluded.waited, reason = excluded.reason,
            words = excluded.words, desk = excluded.desk, actor = excluded.actor)");
    bind_all(upsert, apology.visit, apology.at, apology.waited, apology.reason, apology.words, apology.desk,
        apology.actor);
    upsert.run();
}

std::vector<Apology> SqlRecords::apologies(Period arrived)
{
    // By the days of the visits' ids, which reach further than the period: whoever asks has the visits.
    Statement& rows = connection_.prepared(
        "SELECT visit, at, waited, reason, words, desk, actor FROM apology WHERE visit > $1 AND visit < $2 "
        "ORDER BY visit");
    const sql::Ids ids = sql::ids_of(arrived);
    bind_all(rows, ids.above, ids.below);
    std::vector<Apology> apologies;
    while (rows.step())
        apologies.push_back(apology_in(rows));
    return apologies;
}

NoticeId SqlRecords::add(const DelayNotice& notice)
{
    assert(notice.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO notice (services, reason, words, put, until, cleared, actor)
        VALUES ($1, $2, $3, $4, $5, $6, $7))");
    const CodeList services(notice.services);
    bind_all(insert, services, notice.reason, notice.words, notice.put, notice.until, notice.cleared,
        notice.actor);
    insert.run();
    return NoticeId(connection_.last_key());
}

void SqlRecords::clear_notice(NoticeId notice, Instant at)
{
    Statement& update = writing("UPDATE notice SET cleared = $2 WHERE id = $1 AND cleared IS NULL");
    bind_all(update, notice, at);
    update.run();
}

std::vector<DelayNotice> SqlRecords::notices(Instant now)
{
    Statement& rows = connection_.prepared("SELECT id, services, reason, words, put, until, cleared, actor "
                                           "FROM notice WHERE until > $1 AND cleared IS NULL ORDER BY id");
    bind_all(rows, now);
    std::vector<DelayNotice> notices;
    while (rows.step()) {
        DelayNotice& n = notices.emplace_back();
        read_all(rows, n.id, CodeList(n.services), n.reason, n.words, n.put, n.until, n.cleared, n.actor);
    }
    return notices;
}

ContactId SqlRecords::add(const OtherContact& contact)
{
    assert(contact.id.value() == 0);
    Statement& insert = writing(R"(
        INSERT INTO contact (channel, service, about, received, acknowledged, answered, avoidable, actor, request,
            lost, set_aside, resolved, reason, told, told_until, explanation, apology, log, log_over,
            log_unscannable)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20))");
    const ToldColumns told(contact);
    bind_all(insert, contact.channel, contact.service, contact.about, contact.received, contact.acknowledged,
        contact.answered, contact.avoidable, contact.actor, AbsentIfEmpty { contact.request }, contact.lost,
        contact.set_aside, told.resolved, AbsentIfEmpty { contact.reason }, told.at, told.until,
        AbsentIfEmpty { told.explanation }, AbsentIfEmpty { told.apology }, AbsentIfEmpty { contact.log },
        contact.log_says.over, told.unscannable);
    insert.run();
    return ContactId(connection_.last_key());
}

void SqlRecords::put(const OtherContact& contact)
{
    Statement& update = writing(R"(
        UPDATE contact SET acknowledged = $2, answered = $3, avoidable = $4, service = $5, about = $6, lost = $7,
            set_aside = $8, resolved = $9, reason = $10, told = $11, told_until = $12, explanation = $13,
            apology = $14, log_over = $15, log_unscannable = $16, forgotten = NULL
        WHERE id = $1)");
    const ToldColumns told(contact);
    bind_all(update, contact.id, contact.acknowledged, contact.answered, contact.avoidable, contact.service,
        contact.about, contact.lost, contact.set_aside, told.resolved, AbsentIfEmpty { contact.reason },
        told.at, told.until, AbsentIfEmpty { told.explanation }, AbsentIfEmpty { told.apology },
        contact.log_says.over, told.unscannable);
    if (update.run() != 1)
        throw std::logic_error("a contact that is not stored cannot be replaced");
}

std::optional<OtherContact> SqlRecords::contact(ContactId id)
{
    static const std::string sql = select_contacts("WHERE id = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, id);
    return first_contact(rows);
}

std::optional<OtherContact> SqlRecords::contact_of(const RequestId& request)
{
    static const std::string sql = select_contacts("WHERE request = $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, request);
    return first_contact(rows);
}

std::vector<OtherContact> SqlRecords::open_contacts(int at_most)
{
    static const std::string sql = select_contacts(
        "WHERE answered IS NULL AND lost IS NULL AND set_aside IS NULL ORDER BY received, id LIMIT $1");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, at_most);
    std::vector<OtherContact> contacts;
    while (rows.step())
        contacts.push_back(contact_in(rows));
    return contacts;
}

void SqlRecords::each_contact(Period received, const std::function<void(const OtherContact&)>& tell)
{
    static const std::string sql =
        select_contacts("WHERE received >= $1 AND received < $2 ORDER BY received, id");
    Statement& rows = connection_.prepared(sql);
    bind_all(rows, received.from, received.to);
    while (rows.step())
        tell(contact_in(rows));
}

void SqlRecords::add_checked(Channel channel, LocalDate day)
{
    Statement& insert =
        writing("INSERT INTO checked (channel, day) VALUES ($1, $2) ON CONFLICT (channel, day) DO NOTHING");
    bind_all(insert, channel, day);
    insert.run();
}

std::vector<LocalDate> SqlRecords::checked_days(Channel channel, LocalDate first, LocalDate last)
{
    Statement& rows = connection_.prepared(
        "SELECT day FROM checked WHERE channel = $1 AND day >= $2 AND day <= $3 ORDER BY day");
    bind_all(rows, channel, first, last);
    std::vector<LocalDate> days;
    while (rows.step())
        read_all(rows, days.emplace_back());
    return days;
}

StaffId SqlRecords::add(const StaffMember& member)
{
    assert(member.id.value() == 0);
    Statement& insert =
        writing("INSERT INTO staff (key, name, pin_hash, active, wrong, last_try, complaints) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)");
    const std::string key = staff_key(member.name);
    bind_all(insert, key, member.name, member.pin_hash, member.active ? 1 : 0, member.wrong, member.last_try,
        member.complaints ? 1 : 0);
    insert.run();
    return StaffId(connection_.last_key());
}

void SqlRecords::put(const StaffMember& member)
{
    Statement& update =
        writing("UPDATE staff SET pin_hash = $2, active = $3, wrong = $4, last_try = $5, complaints = $6 "
                "WHERE id = $1");
    bind_all(update, member.id, member.pin_hash, member.active ? 1 : 0, member.wrong, member.last_try,
        member.complaints ? 1 : 0);
    if (update.run() != 1)
        throw std::logic_error("a member of staff who is not stored cannot be replaced");
}

std::vector<StaffMember> SqlRecords::staff()
{
    Statement& rows = connection_.prepared(
        "SELECT id, name, pin_hash, active, wrong, last_try, complaints FROM staff ORDER BY key");
    std::vector<StaffMember> staff;
    while (rows.step())
        staff.push_back(member_in(rows));
    return staff;
}

std::optional<StaffMember> SqlRecords::staff_named(const std::string& key)
{
    Statement& rows = connection_.prepared(
        "SELECT id, name, pin_hash, active, wrong, last_try, complaints FROM staff WHERE key = $1");
    bind_all(rows, key);
    std::optional<StaffMember> found;
    if (rows.step())
        found = member_in(rows);
    rows.reset();
    return found;
}

} // namespace nextplease
