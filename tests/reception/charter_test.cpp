// The Charter's figures: of the last whole month, with denominators, judged against the goals.
#include "core/reception/cases.h"
#include "core/reception/charter.h"
#include "core/reception/charter_words.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

Configuration with_charter()
{
    Configuration made = small_configuration();
    const auto line = [](const char* promise, CharterLine::Standard standard,
                          std::optional<double> goal = std::nullopt,
                          std::optional<Minutes> limit = std::nullopt) {
        return CharterLine { { { Language("en"), promise } }, standard, {}, goal, limit };
    };
    made.charter = { line("seen", CharterLine::Standard::Visit, 50, Minutes { 10 }),
        line("happy", CharterLine::Standard::Satisfaction), line("polite", CharterLine::Standard::None) };
    return made;
}

CharterFigures figures_of(ReceptionFixture& office)
{
    return charter_figures(
        *office.store, office.configuration, office.reception.today(), office.reception.now());
}

void jump_to(ReceptionFixture& office, const char* time)
{
    office.clock.set(*office.configuration.zone.instant(*parse_iso_time(time)));
}

} // namespace

TEST_CASE("The Charter shows the share seen in time in the last whole month, with its denominator")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_charter());
    office.take("A");
    office.serve_next("Desk 1", Seconds { 20 }, Seconds { 200 });
    office.take("A");
    office.clock.advance(Minutes { 11 });
    office.serve_next("Desk 1", Seconds { 20 }, Seconds { 200 });
    jump_to(office, "2026-11-02T10:00:00"); // not of last month
    office.take("A");
    office.serve_next("Desk 1", Seconds { 20 }, Seconds { 200 });
    const CharterFigures figures = figures_of(office);
    CHECK(to_iso(figures.first) == "2026-10-01");
    CHECK(to_iso(figures.last) == "2026-10-31");
    REQUIRE(figures.lines.size() == 3);
    CHECK(figures.lines[0].within == 1);
    CHECK(figures.lines[0].of == 2);
    CHECK(figures.lines[0].verdict == Pace::InTime);
    CHECK_FALSE(figures.lines[1].share());
    CHECK_FALSE(figures.lines[1].verdict);
    CHECK_FALSE(figures.lines[2].share());
}

TEST_CASE("A promise is counted by any standard, over what was decided of it")
{
    Configuration made = with_charter();
    Standard letters;
    letters.id = "letters";
    letters.channels = { StandardChannel::Letter };
    letters.stretch = Stretch::Answered;
    letters.limit = parse_limit("2 days");
    made.standards = { letters };
    made.charter = { { { { Language("en"), "answered" } }, CharterLine::Standard::Counted, "letters", 60,
        {} } };
    ReceptionFixture office("2026-10-13T10:00:00", made);
    const auto write = [&](int answered_after_days) {
        OtherContact letter;
        letter.channel = Channel::Letter;
        letter.received = office.reception.now();
        if (answered_after_days >= 0)
            letter.answered = letter.received + std::chrono::days { answered_after_days };
        office.store->write([&](Records& records) { records.add(letter); });
    };
    for (const int days : { 0, 2, 3, -1, -1 }) // not answered on the first of the next month: past the limit
        write(days);
    jump_to(office, "2026-11-01T09:00:00");
    write(0); // not of last month
    const CharterFigures figures = figures_of(office);
    REQUIRE(figures.lines.size() == 1);
    CHECK(figures.lines[0].within == 2);
    CHECK(figures.lines[0].of == 5);
    CHECK(figures.lines[0].verdict == Pace::Past);
    CHECK(result_words(figures.lines[0], words(Language("en"))) == "40 in 100 (2 of 5)");
}

TEST_CASE("Satisfaction stands in the Charter, and without a goal it is not judged")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_charter());
    for (const int score : { 5, 4, 1 }) {
        FeedbackWish wish;
        wish.visit = office.take("A").id;
        wish.score = score;
        give_feedback(office.reception, wish, {});
    }
    jump_to(office, "2026-11-01T00:00:00");
    const CharterFigures figures = figures_of(office);
    CHECK(figures.lines[1].within == 2);
    CHECK(figures.lines[1].of == 3);
    CHECK_FALSE(figures.lines[1].verdict);
    office.configuration.charter[1].goal_percent = 70;
    CHECK(figures_of(office).lines[1].verdict == Pace::Near);
    office.configuration.charter[1].goal_percent = 80;
    CHECK(figures_of(office).lines[1].verdict == Pace::Past);
    office.configuration.charter[1].goal_percent = 66;
    CHECK(figures_of(office).lines[1].verdict == Pace::InTime);
}

TEST_CASE("In January the last month is December of the year before; an empty one has no figures")
{
    ReceptionFixture office("2027-01-04T10:00:00", with_charter());
    const CharterFigures figures = figures_of(office);
    CHECK(to_iso(figures.first) == "2026-12-01");
    CHECK(to_iso(figures.last) == "2026-12-31");
    CHECK_FALSE(figures.lines[0].share());
    CHECK_FALSE(figures.lines[0].verdict);
}

TEST_CASE("The limit of a promise is its own, else each service's")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_charter());
    office.take("B"); // limit 15 minutes
    office.clock.advance(Minutes { 12 });
    office.serve_next("Desk 1", Seconds { 20 }, Seconds { 200 });
    jump_to(office, "2026-11-02T10:00:00");
    CHECK(figures_of(office).lines[0].within == 0);
    office.configuration.charter[0].limit.reset();
    CHECK(figures_of(office).lines[0].within == 1);
}
