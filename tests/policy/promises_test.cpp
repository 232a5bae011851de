// What visitors are promised beside the figures, in both policies: each case is played through the verbs of
// the reception, and read back from where screens, paper and letters take it.
//
//   P-standards    the standards are told with how they are kept; the Charter is shown in every office (C, M)
//   P-delay        delays are told, what is being done and the likely time (M); past the limit an apology and
//                  an explanation (C)
//   P-handed       handed on only with the reason and the name of whom to; the colleague is briefed (C)
//   P-appointment  an appointment is kept; changed or cancelled with an apology and an explanation (C)
//
// The other four are in promises_access_test.cpp.
#include "core/domain/event_detail.h"
#include "core/reception/cases.h"
#include "core/reception/charter_words.h"
#include "core/reception/live_estimates.h"
#include "core/reception/notices.h"
#include "core/reception/result_report.h"
#include "core/reception/sentences.h"
#include "core/reception/staff.h"
#include "tests/policy/policy_office.h"
#include "tests/support/plain_estimator.h"

#include <algorithm>

using namespace nextplease;
using namespace std::chrono_literals;
using testing::PolicyOffice;
using testing::Share;
using testing::share_of;
using Kind = Refusal::Kind;

namespace {

const Words& english()
{
    return words(Language("en"));
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

struct Council : PolicyOffice {
    using PolicyOffice::PolicyOffice;

    Snapshot picture() { return read_snapshot(*store, configuration, PlainEstimator(), clock.now()); }
    std::vector<Event> events(EventKind kind)
    {
        std::vector<Event> found;
        store->read([&](Records& records) { found = records.events_after({}, 1000); });
        std::erase_if(found, [&](const Event& event) { return event.kind != kind; });
        return found;
    }
    CharterFigures charter()
    {
        return charter_figures(*store, configuration, reception.today(), clock.now());
    }
    // How a promise of the Charter was kept: by the id of its standard, or "satisfaction".
    CharterResult kept(const std::string& id)
    {
        for (const CharterResult& result : charter().lines) {
            if (result.line.counted == id
                || (id == "satisfaction" && result.line.standard == CharterLine::Standard::Satisfaction)
                || (id == "visit" && result.line.standard == CharterLine::Standard::Visit))
                return result;
        }
        FAIL("no such line of the Charter: " << id);
        return {};
    }
    Share charter_share(const std::string& id)
    {
        const CharterResult result = kept(id);
        return { result.within, result.of };
    }
    void say_how_it_was(const Visit& visit, int score)
    {
        FeedbackWish wish;
        wish.visit = visit.id;
        wish.score = score;
        REQUIRE(std::holds_alternative<FeedbackDone>(give_feedback(reception, wish, {})));
    }
    // Arrives, and is seen after that long.
    Visit seen(const std::string& arrived, Seconds wait)
    {
        go_to(arrived);
        const Visit taken = take("A");
        clock.advance(wait);
        return finished(start(call("Desk 1", taken)));
    }
    Visit serving(const std::string& service, const std::string& desk)
    {
        return start(call(desk, take(service)));
    }
    Visit finished(const Visit& visit)
    {
        return done(reception.finish(visit.id, ContactResult {}, {}, actor));
    }
    Appointment book(const std::string& reference, const std::string& local)
    {
        Appointment wanted;
        wanted.reference = reference;
        wanted.service = ServiceCode("C");
        wanted.at = at(local);
        return std::get<Appointment>(reception.add_appointment(wanted, actor.name));
    }
    CheckedIn check_in(const std::string& reference, const std::string& local)
    {
        go_to(local);
        return std::get<CheckedIn>(reception.check_in(reference, Language("en"), {}, "kiosk"));
    }
};

// Every promise with a number in it can be counted, so it must be.
void check_numbers_are_counted(const Configuration& council)
{
    for (const CharterLine& line : council.charter) {
        const std::string& promise = words_in(line.promise, Language("en"), council.languages);
        CAPTURE(promise);
        const bool number =
            std::any_of(promise.begin(), promise.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
        CHECK((!number || line.standard != CharterLine::Standard::None));
    }
}

} // namespace

TEST_CASE("P-standards: Chorley's Charter tells each standard, and how it was kept last month")
{
    Council office("chorley");
    check_numbers_are_counted(office.configuration);
    const OtherContact in_time = office.log(Channel::Letter, "2026-10-05T10:00");
    const OtherContact late = office.log(Channel::Letter, "2026-10-06T10:00");
    office.acknowledge(in_time, "2026-10-12T10:00"); // 5 working days
    office.answer(in_time, "2026-10-14T10:00"); // 7
    const OtherContact mail = office.log(Channel::Email, "2026-10-13T09:00");
    office.acknowledge(mail, "2026-10-14T09:00");
    office.acknowledge(late, "2026-10-14T10:00");
    const std::array scores { 5, 5, 4, 3, 1 };
    for (const int score : scores)
        office.say_how_it_was(office.seen("2026-10-15T10:00", score == 1 ? 11min : 9min), score);
    office.answer(late, "2026-10-16T10:00");
    office.go_to("2026-11-02T09:00");
    office.import(ContactLog::Calls,
        "1,2026-10-13T10:00:00,yes,20,A\n2,2026-10-13T10:01:00,yes,21,A\n3,2026-10-13T10:02:00,yes,9,\n"
        "4,2026-11-01T10:00:00,no,40,\n"); // is of this month
    CHECK(to_iso(office.charter().first) == "2026-10-01");
    CHECK(to_iso(office.charter().last) == "2026-10-31");
    CHECK(office.charter_share("C-visit") == Share(4, 5));
    CHECK(office.charter_share("C-phone") == Share(2, 3));
    CHECK(office.charter_share("C-letter-ack") == Share(1, 2));
    CHECK(office.charter_share("C-letter-full") == Share(1, 2));
    CHECK(office.charter_share("C-e-ack") == Share(1, 1));
    CHECK(office.charter_share("satisfaction") == Share(3, 5));
    const std::string said = result_words(office.kept("C-visit"), english());
    CHECK(has(said, "80 in 100"));
    CHECK(has(said, "4 of 5"));
    CHECK_FALSE(has(result_words(office.kept("C-e-ack"), english()), "1 of 1")); // might tell who it was
}

TEST_CASE("P-standards: Mid Devon's Charter says with each figure whether its goal was reached")
{
    Council office("mid-devon");
    check_numbers_are_counted(office.configuration);
    for (int i = 0; i < 19; ++i)
        office.seen("2026-10-13T10:00", 15min);
    office.seen("2026-10-13T11:00", 15min + 1s);
    const OtherContact mail = office.log(Channel::Email, "2026-10-13T12:00");
    office.answer(mail, "2026-10-19T00:00"); // the sixth day
    office.go_to("2026-11-02T09:00");
    CHECK(office.charter_share("visit") == Share(19, 20));
    CHECK(office.kept("visit").verdict == Pace::InTime); // 95 %, to the last visitor
    CHECK(has(verdict_words(office.kept("visit"), english()), "Goal reached: 95"));
    CHECK(office.charter_share("M-email") == Share(0, 1));
    CHECK(office.charter_share("M-complaint") == Share(0, 0));
    CHECK_FALSE(office.kept("M-complaint").share());
    office.seen("2026-10-14T11:00", 16min);
    office.go_to("2026-11-02T09:00");
    CHECK(office.kept("visit").verdict == Pace::Near);
    office.seen("2026-10-15T11:00", 16min);
    office.seen("2026-10-15T12:00", 16min);
    office.go_to("2026-11-02T09:00");
    CHECK(office.kept("visit").verdict == Pace::Past); // 19 of 23
    CHECK(has(verdict_words(office.kept("visit"), english()), "Below our goal: 95"));
}

TEST_CASE("P-delay: a delay is told with why it is and what is being done, to those whom it holds up")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T10:00");
    const auto put = [&](const NoticeWish& wish) { return put_notice(office.reception, wish, office.actor); };
    for (const char* nothing : { "", " \n" })
        CHECK(std::get<Refusal>(put({ .words = nothing })).kind == Kind::ReasonMissing);
    CHECK(std::get<Refusal>(put({ .reason = "weather" })).kind == Kind::ReasonMissing);
    put({ .services = { ServiceCode("C") }, .reason = "staff" });
    const Snapshot shown = office.picture();
    REQUIRE(notice_about(shown, ServiceCode("C")));
    CHECK_FALSE(notice_about(shown, ServiceCode("A")));
    const DelayWords ready =
        delay_words(*notice_about(shown, ServiceCode("C")), english(), office.configuration);
    CHECK(has(ready.title, "Housing"));
    CHECK(has(ready.text, "A colleague is ill today."));
    CHECK(has(ready.text, "sorry"));
    put({ .services = { ServiceCode("C") }, .reason = "staff", .words = "Desk 3 helps from 11:00." });
    const Snapshot later = office.picture();
    REQUIRE(later.notices.size() == 1); // the newer one stands in its place
    CHECK(has(delay_words(later.notices[0], english(), office.configuration).text,
        "A colleague is ill today. Desk 3 helps from 11:00."));
    CHECK(office.events(EventKind::NoticePut).size() == 2);
    office.clock.advance(office.configuration.desks.notice);
    CHECK(office.picture().notices.empty()); // nobody has to remember to take it down
}

TEST_CASE("P-delay: whoever waits is told the likely time and the longest, and it is kept what was said")
{
    Council office("mid-devon");
    office.go_to("2026-10-13T10:00");
    office.reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
    for (int i = 0; i < 6; ++i)
        office.take("A");
    LiveEstimates estimates(office.configuration);
    estimates.catch_up(*office.store, office.clock.now());
    CHECK(estimates.record(*office.store, office.clock.now()) == 6);
    const VisitNow last =
        read_snapshot(*office.store, office.configuration, estimates, office.clock.now()).waiting.back();
    CHECK(last.estimate.people_ahead == 5);
    REQUIRE(last.estimate.about);
    REQUIRE(last.estimate.up_to);
    CHECK(*last.estimate.up_to > *last.estimate.about);
    const std::string said = plain_wait_words(last.estimate, english());
    CHECK(has(said, "about " + std::to_string(last.estimate.about->count()) + " min"));
    CHECK(has(said, "up to " + std::to_string(last.estimate.up_to->count())));
    std::optional<EstimateRecord> record;
    office.store->read([&](Records& records) { record = records.latest_estimate(last.visit.id); });
    CHECK(record);
}

TEST_CASE("P-delay: past the limit an apology and an explanation are owed, recorded and counted")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    const Visit told = office.take("A");
    const Visit untold = office.take("A");
    const auto apologise = [&](const char* reason, const char* words) {
        return office.reception.apologise(told.id, reason, words, {}, office.actor);
    };
    office.clock.advance(10min);
    CHECK(office.picture().waiting[0].pace == Pace::Near);
    CHECK(Council::refused(apologise("busy", "")) == Kind::NotLate);
    office.clock.advance(1s);
    CHECK(office.picture().waiting[0].pace == Pace::Past);
    office.start(office.call("Desk 1", told));
    for (const char* nothing : { "", "  " })
        CHECK(Council::refused(apologise("", nothing)) == Kind::ReasonMissing);
    CHECK(Council::refused(apologise("weather", "")) == Kind::ReasonMissing);
    Council::done(apologise("busy", ""));
    CHECK(office.picture().desk(DeskCode("Desk 1"))->current->apologised);
    REQUIRE(office.events(EventKind::Apologised).size() == 1);
    CHECK(office.events(EventKind::Apologised)[0].detail == "reason=busy waited=601");
    office.finished(told);
    office.finished(office.start(office.call("Desk 1", untold)));
    office.seen("2026-10-13T11:00", 10min); // in time: nothing is owed
    CHECK(result_report(*office.store, office.configuration, {}).total.apologies == ApologyFigures { 2, 1 });
    office.seen("2026-11-03T11:00", 11min);
    const auto months =
        result_report(*office.store, office.configuration, { .by = ResultGrouping::Month }).groups;
    REQUIRE(months.size() == 2);
    CHECK(months[0].apologies.share() == 0.5);
    CHECK(months[1].apologies.share() == 0.0);
}

TEST_CASE("P-handed: nobody is handed on without the reason, or to nobody in particular")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    const Visit visit = office.serving("A", "Desk 1");
    const auto refused = [&](const Onward& onward) {
        return Council::refused(office.reception.transfer(visit.id, onward, {}, office.actor));
    };
    for (const char* nothing : { "", " \t" })
        CHECK(refused({ .service = ServiceCode("C"), .note = nothing }) == Kind::NoteMissing);
    CHECK(refused({ .service = {}, .note = "Rent" }) == Kind::SameService); // to whom is not said
    CHECK(refused({ .service = ServiceCode("Z"), .note = "Rent" }) == Kind::UnknownService);
    CHECK(refused({ .service = {}, .desk = DeskCode("Desk 9"), .note = "Rent" }) == Kind::UnknownDesk);
    CHECK(refused({ .service = {}, .staff = "Clerk Two", .note = "Rent" }) == Kind::NotThere);
    CHECK(office.now(visit) == visit);
    CHECK(office.events(EventKind::Transferred).empty());
}

TEST_CASE("P-handed: the name and the reason travel with the visitor, who waits by the first arrival")
{
    Council office("chorley");
    office.go_to("2026-10-13T10:00");
    const Secret pin(std::string_view("1234"));
    add_staff(office.reception, "Clerk Two", pin);
    sign_in(office.reception, DeskCode("Desk 3"), "Clerk Two", pin);
    const Visit visit = office.take("A");
    office.clock.advance(5min);
    office.start(office.call("Desk 1", visit));
    const std::string why = "Rent arrears: has shown the letter of 3 May.";
    const Visit sent = Council::done(office.reception.transfer(
        visit.id, { .service = {}, .staff = "Clerk Two", .note = why }, {}, office.actor));
    CHECK(sent.for_staff == "Clerk Two");
    CHECK(sent.note == why);
    CHECK(sent.arrived == visit.arrived);
    REQUIRE(office.events(EventKind::Transferred).size() == 1);
    const Event told = office.events(EventKind::Transferred)[0];
    CHECK(sent_to(told.detail).staff == "Clerk Two");
    CHECK(has(told.detail, why));
    CHECK(office.picture().desk(DeskCode("Desk 3"))->next == visit.id);
    CHECK_FALSE(office.picture().desk(DeskCode("Desk 2"))->next);
    office.clock.advance(20min);
    office.start(office.call_next("Desk 3"));
    const Snapshot there = office.picture();
    REQUIRE(there.desk(DeskCode("Desk 3"))->current);
    CHECK(there.desk(DeskCode("Desk 3"))->current->visit.note == why); // and need not be asked again
    office.finished(visit);
    CHECK(share_of(office.of("C-visit")) == Share(1, 1)); // seen after 5 minutes, by the first
}

TEST_CASE("P-appointment: it is moved or cancelled only with an apology and an explanation")
{
    Council office("chorley");
    office.go_to("2026-10-12T10:00");
    const Appointment booked = office.book("CH-1", "2026-10-13T14:00");
    const auto kind = [](const AppointmentReply& reply) { return std::get<Refusal>(reply).kind; };
    for (const char* nothing : { "", " \n" }) {
        CHECK(kind(office.reception.move_appointment("CH-1", booked.at + 24h, nothing, "test"))
            == Kind::ApologyMissing);
        CHECK(kind(office.reception.cancel_appointment("CH-1", nothing, "test")) == Kind::ApologyMissing);
    }
    CHECK(office.reception.appointments(office.reception.today(), *parse_iso_date("2026-10-31"))
        == std::vector { booked });
    CHECK(office.events(EventKind::AppointmentMoved).empty());
}

TEST_CASE("P-appointment: whoever comes is told that it was moved, why, and that we are sorry")
{
    Council office("chorley");
    office.go_to("2026-10-12T10:00");
    office.book("CH-1", "2026-10-13T14:00");
    const std::string sorry = "We are sorry. The officer is ill.";
    office.reception.move_appointment("CH-1", office.at("2026-10-14T10:00"), sorry, office.actor.name);
    REQUIRE(office.events(EventKind::AppointmentMoved).size() == 1);
    CHECK(office.events(EventKind::AppointmentMoved)[0].detail == "CH-1 " + sorry);
    CHECK(office.events(EventKind::AppointmentMoved)[0].actor == office.actor.name);
    const CheckedIn old_day = office.check_in("CH-1", "2026-10-13T13:55");
    CHECK(old_day.kind == CheckIn::Kind::AnotherDay);
    CHECK(old_day.appointment.at == office.at("2026-10-14T10:00"));
    CHECK(old_day.appointment.apology == sorry);
    const CheckedIn new_day = office.check_in("CH-1", "2026-10-14T09:55");
    CHECK(new_day.kind == CheckIn::Kind::InTime);
    CHECK(new_day.appointment.apology == sorry); // on the record still
}

TEST_CASE("P-appointment: whoever comes for a cancelled one is told why, and that we are sorry")
{
    Council office("chorley");
    office.go_to("2026-10-12T10:00");
    office.book("CH-2", "2026-10-13T14:00");
    const std::string sorry = "We are sorry. The lift is broken.";
    office.reception.cancel_appointment("CH-2", sorry, office.actor.name);
    CHECK(office.events(EventKind::AppointmentCancelled)[0].detail == "CH-2 " + sorry);
    const CheckedIn came = office.check_in("CH-2", "2026-10-13T13:55");
    CHECK(came.kind == CheckIn::Kind::Cancelled);
    CHECK(came.appointment.apology == sorry);
    CHECK_FALSE(came.visit);
}

TEST_CASE(
    "P-appointment: it is kept before those who came just now; who is too late or never comes gives it up")
{
    Council office("chorley");
    office.go_to("2026-10-12T10:00");
    office.book("CH-1", "2026-10-13T10:00");
    office.book("CH-2", "2026-10-13T11:00");
    office.book("CH-3", "2026-10-13T12:00");
    office.go_to("2026-10-13T09:52");
    const Visit walk_in = office.take("C");
    const CheckedIn kept = office.check_in("CH-1", "2026-10-13T09:58");
    REQUIRE(kept.visit);
    CHECK(office.call_next("Desk 3").id == kept.visit->id);
    CHECK(office.call_next("Desk 4").id == walk_in.id);
    const CheckedIn late = office.check_in("CH-2", "2026-10-13T11:16"); // counts for 15 minutes
    CHECK(late.kind == CheckIn::Kind::TooLate);
    CHECK(late.visit->queue_from == office.clock.now());
    office.go_to("2026-10-14T09:00");
    office.reception.close_past_days();
    const auto all =
        office.reception.appointments(*parse_iso_date("2026-10-13"), *parse_iso_date("2026-10-13"));
    REQUIRE(all.size() == 3);
    CHECK(all[0].state == AppointmentState::Arrived);
    CHECK(all[2].state == AppointmentState::Missed);
}
