// What is said to people of refusals, dates and waits, in each language.
#include "core/reception/sentences.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace nextplease;
using Kind = Refusal::Kind;

namespace {

const Words& english()
{
    return words(Language("en"));
}

const Configuration& council()
{
    static const Configuration shipped = read_configuration(NEXTPLEASE_CONF);
    return shipped;
}

Refusal refusal(Kind kind, VisitState state = VisitState::Waiting)
{
    return { .kind = kind,
        .number = TicketNumber("B042"),
        .service = ServiceCode("B"),
        .desk = DeskCode("Desk 3"),
        .priority = {},
        .state = state,
        .opens = {} };
}

std::string said(Kind kind, VisitState state = VisitState::Waiting)
{
    return sentence(refusal(kind, state), english(), council());
}

LocalTime time_of(const char* iso)
{
    return *parse_iso_time(iso);
}
LocalDate date_of(const char* iso)
{
    return *parse_iso_date(iso);
}

constexpr int kKinds = static_cast<int>(Kind::NoteMissing) + 1;

} // namespace

TEST_CASE("Each refusal says what is wrong and what to do")
{
    CHECK(said(Kind::DeskClosed) == "Desk 3 is closed. Open it first.");
    CHECK(said(Kind::DeskPaused) == "Desk 3 is paused. Open it first.");
    CHECK(said(Kind::DeskBusy) == "Desk 3 still has B042. Finish B042 first.");
    CHECK(said(Kind::DeskServesNot) == "Desk 3 does not serve Housing. Use one of these: Desk 3, Desk 4.");
    CHECK(said(Kind::NobodyWaits) == "Nobody is waiting for Desk 3 now.");
    CHECK(said(Kind::AlreadyCalled) == "B042 was already called to Desk 3.");
    CHECK(said(Kind::UnknownNumber) == "There is no ticket B042 today. Check the letter and the digits.");
    CHECK(said(Kind::NotStarted) == "B042 has not been started. Start it, then finish it.");
    CHECK(said(Kind::SameService) == "B042 is in Housing already. Choose another service.");
    CHECK(said(Kind::NoteMissing) == "Write a short note for B042 first, so that nobody has to ask twice.");
    CHECK(said(Kind::UndoTooLate)
        == "B042 was called more than 30 seconds ago. Start it, or say that nobody came.");
    CHECK(said(Kind::GraceOver)
        == "B042 could rejoin for 20 minutes, and they are over. A new ticket is needed.");
    CHECK(said(Kind::CalledAlreadyNoLeave)
        == "B042 was called to Desk 3 and cannot leave the queue now. Finish it, or say that nobody came.");
    CHECK(said(Kind::NumbersUsedUp)
        == "Every number for Housing is with somebody who is still here. Finish a visit first.");
}

TEST_CASE("A refusal by state says where the visit stands")
{
    CHECK(said(Kind::NotCalled) == "B042 is still waiting. Call it first.");
    CHECK(said(Kind::NotServing) == "B042 is still waiting. Call it first.");
    CHECK(said(Kind::NotHeld) == "B042 is in the queue already.");
    CHECK(said(Kind::NotWaiting, VisitState::Called)
        == "B042 was called to Desk 3 and is on the way. Start it, or take the call back.");
    CHECK(said(Kind::NotCalled, VisitState::Serving) == "B042 is being served at Desk 3. Finish it first.");
    CHECK(said(Kind::NotServing, VisitState::Held) == "B042 is on hold. Resume it first.");
    CHECK(said(Kind::NotHeld, VisitState::NoShow)
        == "B042 did not come when it was called. Let it rejoin first.");
    CHECK(said(Kind::Ended, VisitState::Served) == "B042 is finished. A new question needs a new ticket.");
    CHECK(said(Kind::Ended, VisitState::Left)
        == "B042 has left the queue. A new ticket is needed to come back.");
    CHECK(said(Kind::Ended, VisitState::Unresolved)
        == "B042 was still open when the day closed. A new ticket is needed.");
}

TEST_CASE("What is unknown is named with what there is instead")
{
    Refusal unknown = refusal(Kind::UnknownService);
    unknown.service = ServiceCode("X");
    CHECK(sentence(unknown, english(), council())
        == "There is no service X. Choose one of these: A, B, C, D, E, F, G, H.");
    unknown = refusal(Kind::UnknownDesk);
    unknown.desk = DeskCode("Desk 9");
    CHECK(sentence(unknown, english(), council())
        == "There is no desk Desk 9. Choose one of these: Desk 1, Desk 2, Desk 3, Desk 4.");
    unknown = refusal(Kind::UnknownPriority);
    unknown.priority = PriorityCode("vip");
    CHECK(sentence(unknown, english(), council())
        == "There is no priority vip. Choose one of these, or none: support.");
    Configuration plain = council();
    plain.office.rules.priorities.clear();
    CHECK(sentence(unknown, english(), plain)
        == "There is no priority vip. This reception has none, so leave it out.");
}

TEST_CASE("A closed service says when it opens")
{
    Refusal closed = refusal(Kind::ServiceClosed);
    CHECK(sentence(closed, english(), council()) == "Housing is closed now. Ask us when it opens again.");
    closed.opens = time_of("2026-10-19T09:00");
    CHECK(sentence(closed, english(), council(), time_of("2026-10-16T18:00"))
        == "Housing is closed now, opens Monday 09:00.");
    CHECK(sentence(closed, english(), council(), time_of("2026-10-19T08:00"))
        == "Housing is closed now, opens 09:00.");
    CHECK(sentence(closed, english(), council()) == "Housing is closed now, opens Mon 19 Oct, 09:00.");
}

TEST_CASE("Every refusal has a sentence in every language, with its parts filled in")
{
    for (const Language& language : languages()) {
        for (int kind = 0; kind < kKinds; ++kind) {
            for (int state = 0; state <= static_cast<int>(VisitState::Unresolved); ++state) {
                const std::string text =
                    sentence(refusal(static_cast<Kind>(kind), static_cast<VisitState>(state)),
                        words(language), council());
                CAPTURE(language.text());
                CAPTURE(kind);
                CHECK(text.size() > 15);
                CHECK(text.find('{') == std::string::npos);
                CHECK(text.find("refusal.") == std::string::npos);
            }
        }
    }
}

TEST_CASE("Dates are said as people say them in each language")
{
    const LocalDate date = date_of("2026-10-13");
    CHECK(long_date(date, english()) == "Tuesday 13 October");
    CHECK(short_date(date, english()) == "Tue 13 Oct");
    CHECK(long_date(date, words(Language("pl"))) == "wtorek, 13 października");
    CHECK(short_date(date, words(Language("pl"))) == "wt. 13 paź");
    CHECK(long_date(date, words(Language("ur"))) == "\u2068منگل\u2069 \u206813\u2069 \u2068اکتوبر\u2069");
    CHECK(long_date(date_of("2026-01-04"), english()) == "Sunday 4 January");
    CHECK(short_date(date_of("2026-12-31"), english()) == "Thu 31 Dec");
}

TEST_CASE("Openings are said by time, weekday or date, whichever is enough")
{
    const LocalTime now = time_of("2026-10-13T10:24"); // a Tuesday
    const auto opening = [&](const char* iso, const char* language = "en") {
        return opening_words(time_of(iso), now, words(Language(language)));
    };
    CHECK(opening("2026-10-13T14:00") == "opens 14:00");
    CHECK(opening("2026-10-14T09:00") == "opens Wednesday 09:00");
    CHECK(opening("2026-10-19T09:00") == "opens Monday 09:00");
    CHECK(opening("2026-10-20T09:00") == "opens Tue 20 Oct, 09:00");
    CHECK(opening("2026-10-14T09:00", "pl") == "otwarcie w środę o 09:00");
    CHECK(opening("2026-10-13T14:00", "ur") == "\u206814:00\u2069 بجے کھلے گا");
}

TEST_CASE("Waits are said as about and up to, and only where they are known")
{
    const auto wait = [](std::optional<Minutes> about, std::optional<Minutes> up_to) {
        return wait_words({ .people_ahead = 5, .about = about, .up_to = up_to }, english());
    };
    CHECK(wait(Minutes { 12 }, Minutes { 18 }) == "<b>about 12 min</b>, up to 18");
    CHECK(wait(Minutes { 1 }, {}) == "<b>about 1 min</b>");
    CHECK(wait({}, {}).empty());
}

TEST_CASE("Less than a minute is not called about one, in any language")
{
    const Estimate soon { .people_ahead = 2, .about = Minutes { 0 }, .up_to = {} };
    const Estimate maybe { .people_ahead = 2, .about = Minutes { 0 }, .up_to = Minutes { 4 } };
    CHECK(wait_words(soon, english()) == "<b>under 1 min</b>");
    CHECK(wait_words(maybe, english()) == "<b>under 1 min</b>, up to 4");
    const Estimate one { .people_ahead = 2, .about = Minutes { 1 }, .up_to = {} };
    for (const Language& language : languages()) {
        CAPTURE(language.text());
        CHECK(wait_words(soon, words(language)) != wait_words(one, words(language)));
        CHECK(plain_wait_words(soon, words(language)).find("0") == std::string::npos);
        CHECK(wait_words(maybe, words(language)).find("4") != std::string::npos);
    }
}

TEST_CASE("People waiting are counted in each language's plural forms")
{
    CHECK(waiting_words(0, english()) == "nobody waiting");
    CHECK(waiting_words(1, english()) == "1 person waiting");
    CHECK(waiting_words(5, english()) == "5 people waiting");
    const Words& polish = words(Language("pl"));
    CHECK(waiting_words(1, polish) == "1 osoba czeka");
    CHECK(waiting_words(22, polish) == "22 osoby czekają");
    CHECK(waiting_words(12, polish) == "12 osób czeka");
    CHECK(waiting_words(0, words(Language("ur"))) == "کوئی منتظر نہیں");
}

TEST_CASE("Names are said in the visitor's language, else in the kiosk's own, else by their code")
{
    CHECK(name_of(ServiceCode("B"), words(Language("pl")), council()) == "Mieszkania");
    CHECK(name_of(DeskCode("Desk 3"), words(Language("ur")), council()) == "ڈیسک 3");
    CHECK(name_of(PriorityCode("support"), english(), council()) == "Extra support");
    CHECK(name_of(ServiceCode("gone"), english(), council()) == "gone");
    Configuration small = council();
    small.office.services[1].name.erase(Language("pl"));
    CHECK(name_of(ServiceCode("B"), words(Language("pl")), small) == "Housing");
}
