// What is kept long enough is forgotten: it is in no table, no file and no copy any more, while everything
// that is counted stays.
#include "core/base/error.h"
#include "core/store/forgetting.h"
#include "core/store/reading_log.h"
#include "core/store/sqlite_connection.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>
#include <fstream>
#include <set>
#include <sstream>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

// Every word that somebody wrote in these tests begins so, whatever it is about, and every name.
const std::string kWord = "zqWord";
const std::string kName = "staff:zqName";

const Zone& london()
{
    static const Zone zone("Europe/London");
    return zone;
}

ForgetLimits all_before(LocalDate day)
{
    const Instant from = london().start_of(day);
    return { .visits = day,
        .appointments = from,
        .feedback = from,
        .contacts = from,
        .log = from,
        .cases = from,
        .zone = &london() };
}

Forgotten forget_all(Store& store, const ForgetLimits& limits, int at_most = 10)
{
    const auto keeper = open_keeper(store.name(), Keeping::ForgetToo);
    Forgotten all;
    int units = 0;
    do {
        all.more = false;
        all += keeper->forget(limits, at_most);
        REQUIRE(++units < 10'000);
    } while (all.more);
    return all;
}

Event told(std::optional<VisitId> visit, EventKind kind, const std::string& detail, const std::string& actor)
{
    Event event = event_of(VisitId(1), kind);
    event.visit = visit;
    event.detail = detail;
    event.actor = actor;
    event.desk = DeskCode("Desk 3");
    return event;
}

// A visit, an appointment and everything else that the store can hold, each with words and names.
struct Planted {
    VisitId visit;
    AppointmentId appointment;
    CaseId record;
};

VisitId plant_visit(Records& records, int number)
{
    Visit visit = served(waiting_visit("A" + std::to_string(number), number % 3000));
    visit.note = kWord + "Note";
    visit.needs = { NeedCode(kWord + "Need") };
    visit.interpreter = Language(kWord + "Tongue");
    visit.for_staff = kWord + "For";
    visit.reference = kWord + "Reference" + std::to_string(number);
    const VisitId id = records.add(visit);
    records.put(leg_of(id));
    records.add(told(id, EventKind::Held, "until=2026-10-13T10:30:00Z note=" + kWord + "Why", kName));
    records.add(told(id, EventKind::Transferred, "staff=zqName note=" + kWord + "Onward", kName));
    records.add(told(id, EventKind::NeedsChanged,
        "party=2 need=" + kWord + "Need interpreter=pl priority=P instead_of=Q", kName));
    records.add(
        told(id, EventKind::Result, "resolved=no reason=late passed_to=" + kWord + " words=" + kWord, kName));
    ResultRecord result;
    result.visit = id;
    result.at = at(0);
    result.actor = kName;
    result.result = { .resolved = false,
        .reason = "late",
        .passed_to = kWord + "To",
        .words = kWord + "Said" + std::to_string(number),
        .avoidable = AvoidableContact::Chasing };
    records.put(result);
    records.put(Apology { id, at(0), Seconds { 900 }, "", kWord + "Sorry", DeskCode("Desk 3"), kName });
    EstimateRecord estimate;
    estimate.visit = id;
    estimate.at = at(0);
    records.add(estimate);
    Feedback feedback;
    feedback.visit = id;
    feedback.at = at(0);
    feedback.score = 4;
    feedback.words = { "", kWord + "Liked" };
    records.add(feedback);
    return id;
}

CaseId plant_case(Records& records)
{
    Case record;
    record.letter = "K";
    record.received = at(0);
    record.first.began = at(0);
    record.state = CaseState::Closed;
    record.outcome = CaseOutcome::Upheld;
    record.closed = at(60);
    record.handler = kWord + "Handler";
    record.first_handler = kWord + "First";
    record.partners = kWord + "Partners";
    record.understood.summary = kWord + "Summary";
    record.understood.wanted = kWord + "Wanted";
    record.understood.not_ours = kWord + "NotOurs";
    record.understood.adjustments = kWord + "Adjustments";
    record.actions = { { kWord + "Action", LocalDate { std::chrono::year { 2026 } / 12 / 18 } } };
    record.documents = kWord + "Documents";
    record.words = { "", kWord + "Complaint" };
    record.contact = { "", kWord + "Address" };
    const CaseId id = records.add(record);
    CaseEvent event;
    event.record = id;
    event.at = at(0);
    event.actor = "zqName";
    event.reason = kWord + "Because";
    event.before = "handler=" + kWord;
    event.after = "handler=" + kWord;
    records.add(event);
    return id;
}

Planted plant(Records& records, int number = 1)
{
    Planted all;
    all.visit = plant_visit(records, number);
    Appointment appointment;
    appointment.reference = kWord + std::to_string(number);
    appointment.at = at(0);
    appointment.needs = { NeedCode(kWord + "Need") };
    appointment.interpreter = Language(kWord + "Tongue");
    appointment.note = kWord + "About";
    appointment.apology = kWord + "Moved";
    appointment.state = AppointmentState::Arrived;
    appointment.visit = all.visit;
    all.appointment = records.add(appointment);
    records.add(told({}, EventKind::AppointmentBooked, appointment.reference, kName));
    records.add(told({}, EventKind::AppointmentMoved, appointment.reference + " " + kWord + "Moved", kName));
    OtherContact contact;
    contact.channel = Channel::Letter;
    contact.about = kWord + "About";
    contact.reason = kWord + "Reason" + std::to_string(number);
    contact.avoidable = AvoidableContact::Repeat;
    contact.received = at(0);
    contact.answered = at(60);
    contact.actor = kName;
    contact.told = DelayTold { at(10), kTomorrow, kWord + "Explained", kWord + "Sorry" };
    records.add(contact);
    records.add(told({}, EventKind::ContactExplained,
        "letter contact=1 until=2026-10-14 explanation=" + kWord + " apology=" + kWord, kName));
    records.add(told({}, EventKind::ContactCoded,
        "letter contact=1 avoidable=repeat was_avoidable=chasing was_reason=" + kWord, kName));
    records.add(told({}, EventKind::SignedIn, "", kName));
    records.add(told({}, EventKind::SignedOut, "", kName));
    DelayNotice notice;
    notice.words = kWord + "Delay";
    notice.put = at(0);
    notice.until = at(600);
    notice.actor = kName;
    records.add(notice);
    records.add(told({}, EventKind::NoticePut, "notice=1 words=" + kWord, kName));
    MonitoredCall call { {}, "2026-10", DirectorateCode("D"), "0" + std::to_string(number), at(0), 7, {} };
    call.id = records.add(call);
    call.heard = CallHeard { at(0), true, true, true, true, kWord + "Heard", kName };
    records.put(call);
    all.record = plant_case(records);
    return all;
}

Planted planted(Store& store, int number = 1)
{
    Planted all;
    store.write([&](Records& records) { all = plant(records, number); });
    open_reading_log(store.name())->add({ at(0), kName, kToday, {}, 3 });
    return all;
}

std::string contents(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream all;
    all << stream.rdbuf();
    return all.str();
}

// Of the store's files.
bool anywhere(const std::filesystem::path& file, const std::string& word)
{
    return contents(file).find(word) != std::string::npos
        || contents(file.string() + "-wal").find(word) != std::string::npos;
}

std::vector<std::string> column(Connection& connection, std::string_view sql, std::string_view value = {})
{
    Statement& rows = connection.prepared(sql);
    if (!value.empty())
        rows.bind(1, value);
    std::vector<std::string> found;
    while (rows.step())
        found.emplace_back(rows.text(0));
    return found;
}

} // namespace

TEST_CASE("What was kept long enough is in no file and no backup any more")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    // Enough for pages to be split, with rows that grow and shrink as they do in life.
    for (int i = 1; i <= 300; ++i) {
        Planted one = planted(*store, i);
        store->write([&](Records& records) {
            Visit visit = *records.visit(one.visit);
            visit.note = kWord + std::string(static_cast<std::size_t>(37 * i % 900), 'n');
            records.put(visit);
        });
    }
    CHECK(anywhere(file, kWord));
    const auto onlooker = open_store(file.string(), Opening::Existing); // a desk that stays open
    onlooker->read([](Records& records) { records.visits_of(kToday); });
    const Forgotten done = forget_all(*store, all_before(kTomorrow), 100);
    CHECK(done.visits == 300);
    CHECK(done.appointments == 300);
    CHECK(done.feedback == 300);
    CHECK(done.cases == 300);
    REQUIRE(open_keeper(store->name(), Keeping::ForgetToo)->empty_log());
    CHECK_FALSE(anywhere(file, kWord));
    CHECK_FALSE(anywhere(file, "zqName"));
    store->backup((folder / "copy.db").string());
    CHECK_FALSE(anywhere(folder / "copy.db", kWord));
    const auto connection = open_sqlite(file, Opening::Existing);
    CHECK(column(*connection, "PRAGMA integrity_check") == std::vector<std::string> { "ok" });
    const auto copy = open_sqlite(folder / "copy.db", Opening::Existing);
    CHECK(column(*copy, "PRAGMA integrity_check") == std::vector<std::string> { "ok" });
    CHECK(forget_all(*store, all_before(kTomorrow)).all() == 0);
}

TEST_CASE("Times, codes, scores and outcomes stay when words and names are forgotten")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const Planted one = planted(*store);
        Visit before;
        store->read([&](Records& records) { before = *records.visit(one.visit); });
        forget_all(*store, all_before(kTomorrow));
        store->read([&](Records& records) {
            Visit visit = *records.visit(one.visit);
            CHECK(visit.note.empty());
            CHECK(visit.needs.empty());
            Visit stripped = before;
            stripped.note.clear();
            stripped.needs.clear();
            stripped.interpreter = {};
            stripped.for_staff.clear();
            stripped.reference = visit.reference;
            CHECK(visit == stripped);
            const auto events = records.events_of(one.visit);
            REQUIRE(events.size() == 4);
            CHECK(events[0].detail == "until=2026-10-13T10:30:00Z note=");
            CHECK(events[1].detail == "staff=1 note=");
            CHECK(events[2].detail == "party=2 priority=P instead_of=Q");
            CHECK(events[3].detail == "resolved=no reason=late");
            CHECK(events[3].actor == "staff");
            CHECK(records.results_of(one.visit)[0].result.reason == "late");
            CHECK(records.results_of(one.visit)[0].actor == "staff");
            CHECK(records.feedback_of(one.visit)->score == 4);
            const Case record = *records.case_of(one.record);
            CHECK(record.outcome == CaseOutcome::Upheld);
            CHECK(record.closed == at(60));
            CHECK(records.events_of(one.record)[0].actor == "staff");
            const auto contact = records.contact(ContactId(1));
            CHECK(contact->avoidable == AvoidableContact::Repeat);
            CHECK(contact->told->until == kTomorrow);
        });
    });
}

TEST_CASE("Whose office it is stays when a case is forgotten, and a name becomes nobody's")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        CaseId named, office;
        store->write([&](Records& records) {
            named = plant_case(records);
            office = plant_case(records);
            Case record = *records.case_of(office);
            record.handler = "the Chief Executive";
            record.first_handler = "";
            records.put(record);
        });
        ForgetLimits limits = all_before(kTomorrow);
        limits.offices = { "The Chief Executive" };
        CHECK(forget_all(*store, limits).cases == 2);
        store->read([&](Records& records) {
            CHECK(records.case_of(named)->handler == "forgotten");
            CHECK(records.case_of(named)->first_handler == "forgotten");
            CHECK(records.case_of(office)->handler == "the Chief Executive");
            CHECK(records.case_of(office)->first_handler.empty());
        });
    });
}

TEST_CASE("Who read what was written with feedback is kept, until the names of the log are forgotten")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const auto log = open_reading_log(store->name());
        const FeedbackReading first { at(0), kName, kToday, {}, 3 };
        const FeedbackReading second { at(60), kName, {}, kTomorrow, 0 };
        log->add(first);
        log->add(second);
        CHECK(log->all() == std::vector { first, second });
        CHECK(forget_all(*store, all_before(kToday)).names == 0);
        CHECK(forget_all(*store, all_before(kTomorrow)).names == 2);
        CHECK(log->all().front() == FeedbackReading { at(0), "staff", kToday, {}, 3 });
    });
}

TEST_CASE("What is not old enough yet is left alone")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const Planted one = planted(*store);
        CHECK(forget_all(*store, all_before(kToday)).all() == 0);
        CHECK(open_keeper(store->name(), Keeping::OnlyLook)->to_forget(all_before(kToday), 1000).all() == 0);
        store->read([&](Records& records) {
            CHECK(records.visit(one.visit)->note == kWord + "Note");
            CHECK(records.case_of(one.record)->words.text == kWord + "Complaint");
        });
    });
}

TEST_CASE("What would be forgotten is counted without changing anything")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        for (int i = 1; i <= 3; ++i)
            planted(*store, i);
        const Forgotten would =
            open_keeper(store->name(), Keeping::OnlyLook)->to_forget(all_before(kTomorrow), 100'000);
        const Forgotten done = forget_all(*store, all_before(kTomorrow), 2);
        CHECK(would.visits == 3);
        CHECK(would.visits == done.visits);
        CHECK(would.appointments == done.appointments);
        CHECK(would.feedback == done.feedback);
        CHECK(would.contacts == done.contacts);
        CHECK(would.cases == done.cases);
        CHECK(would.names == done.names);
    });
}

TEST_CASE("Visits of a day that is not closed wait, and so do open cases and contacts")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("A001");
        visit.note = kWord;
        const VisitId id = store_visit(*store, visit);
        OtherContact contact;
        contact.about = kWord;
        contact.received = at(0);
        Case record;
        record.letter = "K";
        record.received = at(0);
        record.words = { "", kWord };
        CaseId open;
        store->write([&](Records& records) {
            records.add(contact);
            open = records.add(record);
        });
        CHECK(forget_all(*store, all_before(kTomorrow)).all() == 0);
        store->read([&](Records& records) {
            CHECK(records.visit(id)->note == kWord);
            CHECK(records.case_of(open)->words.text == kWord);
        });
    });
}

TEST_CASE(
    "Another system's visit whose reference is forgotten is known again, and a late import is forgotten too")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = served(waiting_visit(""));
        visit.reference = "r17";
        const VisitId id = store_visit(*store, visit);
        forget_all(*store, all_before(kTomorrow));
        store->read([&](Records& records) {
            CHECK(records.visit(id)->reference.size() == 5);
            REQUIRE(records.visit_referenced("r17", visit.arrived));
            CHECK(records.visit_referenced("r17", visit.arrived)->reference == "r17");
            CHECK_FALSE(records.visit_referenced("r18", visit.arrived));
        });
        Visit late = served(waiting_visit("", 60, kYesterday));
        late.reference = "r99";
        const VisitId later = store_visit(*store, late);
        CHECK(forget_all(*store, all_before(kTomorrow)).visits == 1);
        store->read([&](Records& records) { CHECK(records.visit(later)->reference != "r99"); });
    });
}

TEST_CASE("A reason that five contacts share is kept, for it tells of nobody")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store->write([](Records& records) {
            for (int i = 0; i < 6; ++i) {
                OtherContact contact;
                contact.avoidable = AvoidableContact::Chasing;
                contact.reason = i < 5 ? "no reply to a letter" : "Mrs Somebody's letter";
                contact.received = at(i);
                contact.answered = at(i);
                records.add(contact);
            }
        });
        CHECK(forget_all(*store, all_before(kTomorrow)).contacts == 1);
        store->read([](Records& records) {
            CHECK(records.contact(ContactId(1))->reason == "no reply to a letter");
            CHECK(records.contact(ContactId(6))->reason.empty());
        });
    });
}

TEST_CASE("Within a day a number stands for each name, so that a replay knows who sat where")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, served(waiting_visit("A001")));
        const auto sign = [&](EventKind kind, const char* name, const char* desk, int days) {
            Event event = told({}, kind, "", std::string("staff:") + name);
            event.desk = DeskCode(desk);
            event.at = at(0) + std::chrono::days { days };
            store->write([&](Records& records) { records.add(event); });
        };
        sign(EventKind::SignedIn, "Ann", "Desk 1", 0);
        sign(EventKind::SignedIn, "Bob", "Desk 2", 0);
        store->write([&](Records& records) {
            records.add(told(visit, EventKind::Transferred, "staff=Bob note=", "staff:Ann"));
        });
        sign(EventKind::SignedOut, "Ann", "Desk 1", 0);
        sign(EventKind::SignedIn, "Cy", "Desk 1", 1); // Bob stays over night
        sign(EventKind::SignedOut, "Bob", "Desk 2", 1);
        sign(EventKind::SignedIn, "Ann", "Desk 2", 1);
        sign(EventKind::SignedIn, "Ann", "Desk 3", 2); // not old enough
        forget_all(*store, all_before(add_days(kToday, 2)));
        store->read([&](Records& records) {
            std::vector<std::string> actors;
            for (const Event& event : records.events_after(EventId(0), 100))
                actors.push_back(event.actor);
            CHECK(actors
                == std::vector<std::string> {
                    "staff:1", "staff:2", "staff", "staff:1", "staff:1", "staff:2", "staff:3", "staff:Ann" });
            CHECK(records.events_of(visit)[0].detail == "staff=2 note=");
        });
    });
}

TEST_CASE("Events are changed in no other way than by taking words and names out")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    planted(*open_store(file.string(), Opening::Create));
    const auto connection = open_sqlite(file, Opening::Existing);
    const auto refused = [&](const std::string& change) {
        CAPTURE(change);
        CHECK(failure_of([&] { connection->execute("UPDATE event SET " + change); }).find("never changed")
            != std::string::npos);
    };
    for (const char* change :
        { "detail = 'nothing like it' WHERE kind = 'held'", "detail = detail || ' more' WHERE kind = 'held'",
            "detail = 'until=2026-10-13T11:30:00Z note=' WHERE kind = 'held'",
            "detail = 'party=3 priority=P instead_of=Q' WHERE kind = 'needs_changed'",
            "detail = 'party=2 priority=X instead_of=Q' WHERE kind = 'needs_changed'",
            "detail = 'staff=Somebody note="
            "' WHERE kind = 'transferred'",
            "actor = 'kiosk' WHERE kind = 'held'", "actor = 'staff:Other' WHERE kind = 'signed_in'",
            "actor = 'staff' WHERE kind = 'signed_in'", "at = at + 1", "kind = 'left'", "desk = NULL",
            "leg = 7", "service = 'X'", "request = 'r'", "visit = NULL WHERE kind = 'held'",
            "id = 99 WHERE id = 1" })
        refused(change);
    CHECK(failure_of([&] { connection->execute("DELETE FROM event"); }).find("never removed")
        != std::string::npos);
    connection->execute("UPDATE event SET detail = '' WHERE kind = 'held'");
    connection->execute("UPDATE event SET actor = 'staff' WHERE kind = 'held'");
}

TEST_CASE("Every text of the schema is forgotten, or is known to tell of nobody")
{
    // Codes, words of a list, references of records of ours, and what is never about one person. A column
    // that is neither here nor forgotten fails: forget it in sql_forgetting.cpp, or say here that it tells of
    // nobody.
    const std::set<std::string> tells_of_nobody { "appointment.service", "appointment.language",
        "appointment.state", "appointment.reference_key", "apology.reason", "apology.desk", "case_event.kind",
        "case_event.request", "contact.channel", "contact.service", "contact.avoidable", "contact.request",
        "contact.set_aside", "contact.log", "contact.reason", "checked.channel", "council_case.letter",
        "council_case.kind", "council_case.service", "council_case.category", "council_case.channel",
        "council_case.state", "council_case.outcome", "council_case.first_outcome",
        "council_case.refused_because", "council_case.remedies", "council_case.also",
        "council_case.statutory", "council_case.reply", "council_case.reply_language",
        "council_case.language", "desk.desk", "desk.state", "desk.reason", "desk.staff", "desk.helper",
        "desk.actor", "device.machine", "device.device", "device.state", "estimate.said", "event.kind",
        "event.service", "event.desk", "event.request", "feedback.service", "feedback.language",
        "feedback.request", "feedback.channel", "feedback.words_key", "council_case.words_key",
        "council_case.contact_key", "forgotten.what", "forgotten.carried", "found_service.code",
        "leg.service", "leg.desk", "leg.how", "meta.name", "meta.value", "monitored_call.month",
        "monitored_call.directorate", "monitored_call.number", "notice.services", "notice.reason",
        "result.service", "result.desk", "result.reason", "result.avoidable", "result.given", "staff.key",
        "staff.name", "staff.pin_hash", "visit.state", "visit.service", "visit.seen_service",
        "visit.seen_desk", "visit.number", "visit.priority", "visit.language", "visit.desk", "visit.matters",
        "visit.for_desk" };
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    planted(*store);
    const auto connection = open_sqlite(file, Opening::Existing);
    const std::vector<std::string> columns = column(*connection,
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.type = 'TEXT' ORDER BY 1");
    std::vector<std::string> queries; // a statement is found by where its text lies
    queries.reserve(2 * columns.size());
    const auto holds_words = [&](const std::string& place) {
        const std::size_t dot = place.find('.');
        queries.push_back("SELECT COUNT(*) FROM " + place.substr(0, dot) + " WHERE " + place.substr(dot + 1)
            + " LIKE '%zq%'");
        return column(*connection, queries.back()) != std::vector<std::string> { "0" };
    };
    for (const std::string& place : columns) {
        CAPTURE(place);
        if (!tells_of_nobody.contains(place))
            CHECK(holds_words(place)); // so that what follows means something
    }
    forget_all(*store, all_before(kTomorrow));
    for (const std::string& place : columns) {
        CAPTURE(place);
        CHECK_FALSE(holds_words(place));
    }
}

TEST_CASE("Everything that refers to a visit, an appointment or a case is told to whom it is about")
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    const Planted one = planted(*store);
    const auto connection = open_sqlite(file, Opening::Existing);
    const auto check = [&](const Subject& subject, const std::string& table) {
        const auto rows = open_keeper(store->name(), Keeping::OnlyLook)->everything_about(subject);
        std::set<std::string> told;
        for (const SubjectRow& row : rows)
            told.emplace(row.table);
        CHECK(told.contains(table));
        static const std::string sql =
            "SELECT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f "
            "WHERE m.type = 'table' AND f.\"table\" = $1";
        for (const std::string& referring : column(*connection, sql, table)) {
            CAPTURE(referring);
            CHECK(told.contains(referring)); // else name it in sql_subject.cpp
        }
        return rows;
    };
    const auto of_visit = check(one.visit, "visit");
    CHECK(check(one.appointment, "appointment").size() == of_visit.size());
    check(one.record, "council_case");
    // With every column, and the appointment's events, which name it by its reference.
    const auto kinds = [&](const std::string& kind) {
        return std::any_of(of_visit.begin(), of_visit.end(), [&](const SubjectRow& row) {
            return row.table == "event"
                && std::any_of(row.columns.begin(), row.columns.end(), [&](const auto& cell) {
                       const auto* text = std::get_if<std::string>(&cell.second);
                       return cell.first == "kind" && text && *text == kind;
                   });
        });
    };
    CHECK(kinds("transferred"));
    CHECK(kinds("appointment_moved"));
}
