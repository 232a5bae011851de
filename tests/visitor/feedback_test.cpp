// Feedback and the Charter as visitors go through them, against a real store, without drawing.
#include "kiosk/visitor/charter_journey.h"
#include "kiosk/visitor/feedback_journey.h"
#include "tests/support/reception_fixture.h"

#include <fmt/format.h>

using namespace nextplease;
using namespace nextplease::testing;
using namespace nextplease::visitor;

namespace {

// A journey at a reception whose store answers, or fails, when it is told to.
class Guide {
public:
    explicit Guide(ReceptionFixture& office)
        : office_(office)
    {
    }

    JourneyContext context(const std::optional<Visit>& ticket = std::nullopt)
    {
        return { .configuration = office_.configuration,
            .make_request = [this] { return RequestId("r" + std::to_string(++requests_)); },
            .language = [] { return Language("en"); },
            .snapshot = nullptr,
            .ticket = ticket };
    }

    int answer(Journey& journey)
    {
        int answered = 0;
        for (Errand& errand : journey.errands()) {
            errand.job(office_.reception)();
            ++answered;
        }
        return answered;
    }
    static void fail(Journey& journey)
    {
        for (Errand& errand : journey.errands())
            errand.failed();
    }

    Satisfaction satisfaction()
    {
        Satisfaction all;
        office_.store->read([&](Records& records) {
            records.each_feedback(office_.configuration.zone.days(std::nullopt, std::nullopt),
                [&](const Feedback& one) { all.add(one); });
        });
        return all;
    }

private:
    ReceptionFixture& office_;
    int requests_ = 0;
};

template <class Kind>
Kind step_of(const Journey& journey)
{
    const Step step = journey.step(words(Language("en")));
    REQUIRE(std::holds_alternative<Kind>(step));
    return std::get<Kind>(step);
}

void type(Journey& journey, const std::u32string& text)
{
    for (const char32_t c : text)
        step_of<TypingStep>(journey).draft->insert(c);
    journey.typed();
}

} // namespace

TEST_CASE("Feedback on a visit: its number, a face, a few words, thank you")
{
    ReceptionFixture office;
    office.take("A");
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    CHECK(journey.name() == "feedback.number");
    CHECK(step_of<TypingStep>(journey).keys == TypingStep::Keys::Code);
    type(journey, U"a1");
    journey.next();
    CHECK(journey.waiting());
    guide.answer(journey);
    CHECK(journey.name() == "feedback.faces");
    const FacesStep faces = step_of<FacesStep>(journey);
    CHECK(faces.faces.size() == 5);
    CHECK(faces.hint == "Your visit with ticket A001");
    journey.choose(3);
    CHECK(journey.name() == "feedback.words");
    const TypingStep typing = step_of<TypingStep>(journey);
    CHECK(typing.personal);
    CHECK_FALSE(typing.privacy.empty());
    type(journey, U"Warm and quick");
    journey.next();
    CHECK(journey.waiting());
    CHECK(guide.answer(journey) == 1);
    CHECK(journey.name() == "feedback.thanks");
    CHECK(journey.end() == Journey::End::No);
    journey.next();
    CHECK(journey.end() == Journey::End::StartAgain);
    CHECK(guide.satisfaction().satisfied == 1);
    office.store->read([](Records& records) {
        CHECK(records.feedback_of(RequestId("r1"))->words.text == "Warm and quick");
        CHECK(records.feedback_of(RequestId("r1"))->language == Language("en"));
    });
}

TEST_CASE("Feedback at any time: without a number and without words")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    journey.next();
    CHECK(journey.name() == "feedback.faces");
    CHECK(step_of<FacesStep>(journey).hint.empty());
    journey.choose(0);
    journey.next();
    guide.answer(journey);
    CHECK(journey.name() == "feedback.thanks");
    CHECK(guide.satisfaction().others == 1);
    CHECK(guide.satisfaction().visits == 0);
}

TEST_CASE("Who took a ticket in this visit is not asked for its number, and comes back to it")
{
    ReceptionFixture office;
    const Visit visit = office.take("A");
    Guide guide(office);
    FeedbackJourney journey(guide.context(visit));
    CHECK(journey.name() == "feedback.faces");
    CHECK(step_of<FacesStep>(journey).hint == "Your visit with ticket A001");
    journey.choose(4);
    journey.next();
    guide.answer(journey);
    journey.next();
    CHECK(journey.end() == Journey::End::Ticket);
    REQUIRE(journey.ticket());
    CHECK(journey.ticket()->id == visit.id);
    CHECK(guide.satisfaction().visits == 1);
}

TEST_CASE("A number that is none today is said kindly, and may be corrected or left out")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    type(journey, U"B042");
    journey.next();
    guide.answer(journey);
    CHECK(journey.name() == "feedback.number");
    CHECK(step_of<TypingStep>(journey).problem.find("B042") != std::string::npos);
    type(journey, U"X");
    CHECK(step_of<TypingStep>(journey).problem.empty());
}

TEST_CASE("Feedback that was given before is said to be replaced, and the visit counts once")
{
    ReceptionFixture office;
    office.take("A");
    Guide guide(office);
    for (const int face : { 0, 4 }) {
        FeedbackJourney journey(guide.context());
        type(journey, U"A001");
        journey.next();
        guide.answer(journey);
        const bool again = face == 4;
        CHECK((step_of<FacesStep>(journey).hint.find("before") != std::string::npos) == again);
        journey.choose(face);
        journey.next();
        guide.answer(journey);
    }
    CHECK(guide.satisfaction().visits == 1);
    CHECK(guide.satisfaction().satisfied == 1);
}

TEST_CASE("Back goes one step at a time, and nothing that was chosen or typed is lost on the way")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    journey.next();
    journey.choose(1);
    type(journey, U"cold");
    CHECK(journey.back());
    CHECK(journey.name() == "feedback.faces");
    CHECK(step_of<FacesStep>(journey).faces[1].chosen);
    journey.choose(2);
    CHECK(step_of<TypingStep>(journey).draft->utf8() == "cold");
    CHECK(journey.back());
    CHECK(journey.back());
    CHECK(journey.name() == "feedback.number");
    CHECK_FALSE(journey.back());
    // The visitor's own ticket is not asked for, so its faces are first.
    FeedbackJourney own(guide.context(office.take("A")));
    CHECK_FALSE(own.back());
}

TEST_CASE("A store that fails loses nothing: trying again sends it once")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    journey.next();
    journey.choose(3);
    type(journey, U"kind");
    journey.next();
    Guide::fail(journey);
    CHECK(journey.name() == "feedback.failed");
    CHECK_FALSE(journey.waiting());
    CHECK(journey.back());
    CHECK(step_of<TypingStep>(journey).draft->utf8() == "kind");
    journey.next();
    CHECK(guide.answer(journey) == 1);
    CHECK(journey.name() == "feedback.thanks");
    CHECK(guide.satisfaction().others == 1);
}

TEST_CASE("A lost answer does not make two of one feedback")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    journey.next();
    journey.choose(3);
    journey.next();
    for (Errand& errand : journey.errands()) {
        errand.job(office.reception); // committed, and then the answer is lost
        errand.failed();
    }
    journey.next();
    guide.answer(journey);
    CHECK(journey.name() == "feedback.thanks");
    CHECK(guide.satisfaction().others == 1);
}

TEST_CASE("Touches that a step does not offer do nothing")
{
    ReceptionFixture office;
    Guide guide(office);
    FeedbackJourney journey(guide.context());
    journey.choose(2);
    CHECK(journey.name() == "feedback.number");
    journey.next();
    journey.choose(-1);
    journey.choose(5);
    journey.next();
    CHECK(journey.name() == "feedback.faces");
    journey.choose(2);
    journey.next();
    journey.next();
    CHECK(journey.errands().size() == 1); // touched twice, sent once
    CHECK(journey.back());
    CHECK(journey.name() == "feedback.sending");
}

namespace {

Configuration with_charter()
{
    Configuration made = small_configuration();
    const Language english("en");
    made.charter = { { { { english, "Seen soon" } }, CharterLine::Standard::Visit, {}, 80.5, Minutes { 10 } },
        { { { english, "Happy" } }, CharterLine::Standard::Satisfaction, {}, 50, {} },
        { { { english, "Polite" } }, CharterLine::Standard::None, {}, {}, {} } };
    return made;
}

} // namespace

TEST_CASE("The Charter shows each promise with last month's figure, its goal and the verdict")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_charter());
    for (int i = 0; i < 6; ++i) {
        office.take("A");
        if (i == 5)
            office.clock.advance(Minutes { 11 });
        office.serve_next("Desk 1", Seconds { 10 }, Seconds { 20 });
    }
    office.clock.set(*office.configuration.zone.instant(*parse_iso_time("2026-11-13T10:00:00")));
    Guide guide(office);
    CharterJourney journey(guide.context());
    CHECK(journey.waiting());
    guide.answer(journey);
    const FiguresStep step = step_of<FiguresStep>(journey);
    CHECK(step.hint == "The figures are from Thu 1 Oct to Sat 31 Oct.");
    REQUIRE(step.rows.size() == 3);
    CHECK(step.rows[0].promise == "Seen soon");
    CHECK(step.rows[0].result == "83 in 100 people (5 of 6)"); // 83.3
    CHECK(step.rows[0].verdict == "Goal reached: 80.5 in 100");
    CHECK(step.rows[0].sign == Pace::InTime);
    CHECK(step.rows[1].result == "Too few people last month to tell");
    CHECK(step.rows[1].verdict.empty());
    CHECK_FALSE(step.rows[1].sign);
    CHECK(step.rows[2].result.empty());
    CHECK(journey.errands().empty()); // counted once
    journey.next();
    CHECK(journey.end() == Journey::End::Home);
}

TEST_CASE("Without the store the promises stand alone, and it is said")
{
    ReceptionFixture office("2026-10-13T10:00:00", with_charter());
    Guide guide(office);
    CharterJourney journey(guide.context());
    Guide::fail(journey);
    const FiguresStep step = step_of<FiguresStep>(journey);
    CHECK(step.hint == "We cannot show last month's figures now.");
    CHECK(step.rows.size() == 3);
    CHECK(step.rows[0].result.empty());
    CHECK_FALSE(journey.waiting());
    CHECK_FALSE(journey.back());
}
