// Letters: what each says, in which language, and that it names who deals with it (C-complaint-ack) and why
// it takes longer (C-complaint-full, LGO code 6.4 and 6.5).
#include "core/reception/letters.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using namespace nextplease::testing;

namespace {

CaseStory played(ReceptionFixture& office, const std::vector<CaseStep>& steps, const char* language = "en",
    ReplyWish reply = ReplyWish::Letter)
{
    CaseWish wish;
    wish.words = Secret(std::string_view("It leaks."));
    wish.contact = Secret(std::string_view("1 High Street"));
    wish.reply = reply;
    wish.language = Language(language);
    const CaseId id = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    for (const CaseStep& step : steps)
        REQUIRE(std::holds_alternative<CaseDone>(step_case(office.reception, id, step, {}, "Case team")));
    return case_story(*office.store, id).value();
}

Configuration with_chief()
{
    Configuration made = small_configuration();
    made.complaints.second_stage = "Chief Executive";
    return made;
}

bool has(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

std::string text(ReceptionFixture& office, const CaseStory& story, LetterKind kind)
{
    return text_of(letter_of(story, kind, office.configuration, office.reception.today()));
}

} // namespace

TEST_CASE("C-complaint-ack: the acknowledgement names the handler, the date and the procedure")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office, { case_step::Acknowledge { "Head of Housing" } });
    CHECK(letter_due(story) == LetterKind::Acknowledgement);
    const std::string text = text_of(
        letter_of(story, LetterKind::Acknowledgement, office.configuration, office.reception.today()));
    CHECK(has(text, "Our reference: K-1"));
    CHECK(has(text, "Who deals with it: Head of Housing."));
    CHECK(has(text, "We will answer you in full by Monday 7 December 2026."));
    CHECK(has(text,
        "ask somebody else to look at it again: Chief Executive. After that you can ask the Ombudsman."));
}

TEST_CASE(
    "C-complaint-full, LGO 6.5: the extension says sorry, why, until when, and how to reach the Ombudsman")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office,
        { case_step::Acknowledge { "Head" },
            case_step::Extend { "A survey", *parse_iso_date("2026-12-21") } });
    CHECK(letter_due(story) == LetterKind::Extension);
    const std::string text =
        text_of(letter_of(story, LetterKind::Extension, office.configuration, office.reception.today()));
    CHECK(has(text, "by Monday 7 December 2026. We need more time, and we are sorry."));
    CHECK(has(text, "The reason: A survey"));
    CHECK(has(text, "by Monday 21 December 2026"));
    // A copy of the acknowledgement is still the letter that was sent.
    const std::string copy = text_of(
        letter_of(story, LetterKind::Acknowledgement, office.configuration, office.reception.today()));
    CHECK(has(copy, "We will answer you in full by Monday 7 December 2026."));
    CHECK(has(text, "0300 061 0614"));
    // The second one says the day that was told last.
    const CaseStory again = played(office,
        { case_step::Acknowledge { "Head" }, case_step::Extend { "A survey", *parse_iso_date("2026-12-21") },
            case_step::Extend { "A storm", *parse_iso_date("2027-01-11") } });
    const std::string second =
        text_of(letter_of(again, LetterKind::Extension, office.configuration, office.reception.today()));
    CHECK(has(second, "We said that we would answer you by Monday 21 December 2026."));
    CHECK(has(second, "by Monday 11 January 2027"));
}

TEST_CASE(
    "C-escalated: the answer shows the way to the second stage, and the last answer the way to the Ombudsman")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    std::vector<CaseStep> steps { case_step::Acknowledge { "Head" },
        case_step::Respond { CaseOutcome::PartlyUpheld, "The lift was late" } };
    const CaseStory first = played(office, steps);
    const std::string first_answer = text(office, first, LetterKind::Response);
    CHECK(has(first_answer, "You were right in part"));
    CHECK(has(first_answer, "What we found: The lift was late"));
    CHECK(has(first_answer, "look at it again: Chief Executive."));
    CHECK_FALSE(has(first_answer, "final answer"));
    steps.push_back(case_step::Escalate { "Not happy", {} });
    steps.push_back(case_step::Acknowledge {});
    steps.push_back(case_step::Respond { CaseOutcome::NotUpheld });
    const CaseStory second = played(office, steps);
    const std::string last_answer = text(office, second, LetterKind::Response);
    CHECK(has(last_answer, "This is our final answer."));
    CHECK_FALSE(has(last_answer, "The lift was late")); // that was the first stage's
    CHECK(has(last_answer, "12 months"));
    CHECK(has(last_answer, "0300 061 0614"));
}

TEST_CASE(
    "A letter is in the language and format that were wished, where we have the language, else in English")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const auto written = [&](const char* language, ReplyWish reply) {
        return letter_of(played(office, { case_step::Acknowledge { "Head" } }, language, reply),
            LetterKind::Acknowledgement, office.configuration, office.reception.today());
    };
    const Letter polish = written("pl", ReplyWish::LargePrint);
    CHECK(polish.language == Language("pl"));
    CHECK(polish.large_print);
    CHECK(has(text_of(polish), "Zajmuje się nią: Head."));
    CHECK(written("ur", ReplyWish::Letter).language == Language("ur"));
    const Letter welsh = written("cy", ReplyWish::Letter);
    CHECK(welsh.language == Language("en"));
    CHECK_FALSE(welsh.large_print);
}

TEST_CASE("C-escalated: the letters of the second stage tell of that stage")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    std::vector<CaseStep> steps { case_step::Acknowledge { "Head" },
        case_step::Respond { CaseOutcome::NotUpheld }, case_step::Escalate { "Not happy", {} } };
    const CaseStory draft = played(office, steps);
    CHECK(letter_due(draft) == LetterKind::Acknowledgement);
    CHECK(letter_obstacle(draft, LetterKind::Response) == CaseObstacle { CaseObstacle::Kind::RespondFirst });
    CHECK(letter_obstacle(draft, LetterKind::Acknowledgement)->kind == CaseObstacle::Kind::AcknowledgeFirst);
    steps.push_back(case_step::Acknowledge {});
    const std::string said = text(office, played(office, steps), LetterKind::Acknowledgement);
    CHECK(has(said, "Who deals with it: Chief Executive."));
    CHECK(has(said, "Somebody else looks again at what happened and at our first answer."));
    CHECK(has(said, "This is the last step of our procedure."));
    CHECK_FALSE(has(said, "We look at what happened and answer you."));
    CHECK_FALSE(has(said, "ask somebody else"));
}

TEST_CASE("Nobody is offered to look again at what they dealt with themselves, nor at what is about them")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const std::vector<CaseStep> steps { case_step::Acknowledge { "The Chief Executive" },
        case_step::Respond { CaseOutcome::NotUpheld } };
    const CaseStory story = played(office, steps);
    CHECK_FALSE(has(text(office, story, LetterKind::Acknowledgement), "ask somebody else"));
    CHECK(has(text(office, story, LetterKind::Acknowledgement), "does not help, you can ask the Ombudsman."));
    CHECK(has(text(office, story, LetterKind::Response), "This is our final answer."));
    CHECK(has(text(office, story, LetterKind::Response), "0300 061 0614"));
    ComplaintCategory category;
    category.code = CategoryCode("top");
    category.handled_by = { { Language("en"), "The Leader" } };
    category.about = "The Chief Executive";
    office.configuration.complaints.categories = { category };
    CaseWish wish;
    wish.words = Secret(std::string_view("x"));
    wish.category = category.code;
    wish.language = Language("en");
    const CaseId id = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    const std::string draft =
        text(office, case_story(*office.store, id).value(), LetterKind::Acknowledgement);
    CHECK(has(draft, "Who deals with it: The Leader."));
    CHECK_FALSE(has(draft, "Chief Executive"));
}

TEST_CASE("LGO 2.4: who is refused is told the reason and the way to the Ombudsman")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story =
        played(office, { case_step::Refuse { "Older than 12 months.", RefusalGround::TooOld } });
    CHECK(letter_due(story) == LetterKind::Refusal);
    CHECK_FALSE(letter_obstacle(story, LetterKind::Refusal));
    const std::string said = text(office, story, LetterKind::Refusal);
    CHECK(has(said, "we cannot look into this complaint"));
    CHECK(has(said, "The reason: Older than 12 months."));
    CHECK(has(said, "0300 061 0614"));
    CHECK_FALSE(has(said, "We looked at what happened"));
    CHECK(letter_obstacle(story, LetterKind::Response)->kind == CaseObstacle::Kind::RespondFirst);
}

TEST_CASE("C: what was put right at once is told, and by whom it can be looked at again")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(
        office, { case_step::Pass { "Head" }, case_step::PutRight { "We collected the bin at noon." } });
    CHECK(letter_due(story) == LetterKind::Response);
    const std::string said = text(office, story, LetterKind::Response);
    CHECK(has(said, "What we did: We collected the bin at noon."));
    CHECK(has(said, "look at it again: Chief Executive."));
    CHECK_FALSE(has(said, "We looked at what happened"));
}

TEST_CASE("There is no letter of what did not happen")
{
    using Kind = CaseObstacle::Kind;
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory logged = played(office, {});
    CHECK(letter_due(logged) == LetterKind::Acknowledgement); // as a draft
    for (const auto& [kind, why] : { std::pair { LetterKind::Acknowledgement, Kind::AcknowledgeFirst },
             { LetterKind::Extension, Kind::NotExtended }, { LetterKind::Response, Kind::RespondFirst },
             { LetterKind::Refusal, Kind::NotRefused }, { LetterKind::Routing, Kind::NotRouted } })
        CHECK(letter_obstacle(logged, kind) == CaseObstacle { why });
    CHECK_FALSE(letter_obstacle(logged, LetterKind::Ombudsman));
    const CaseStory told = played(office, { case_step::Acknowledge { "Head" } });
    CHECK_FALSE(letter_obstacle(told, LetterKind::Acknowledgement));
    CHECK(letter_obstacle(told, LetterKind::Extension)->kind == Kind::NotExtended);
}

TEST_CASE("What goes by a procedure of the law is told which, and who runs it, and they do not sign for us")
{
    Configuration made = with_chief();
    made.complaints.procedures = { { "planning", "Planning appeal", "Planning Inspectorate" } };
    ReceptionFixture office("2026-11-23T10:00:00", made);
    const CaseStory story = played(office, { case_step::Route { "planning", {} } });
    CHECK(letter_due(story) == LetterKind::Routing);
    const std::string said = text(office, story, LetterKind::Routing);
    CHECK(has(said, "a procedure of their own: Planning appeal."));
    CHECK(has(said, "Who deals with it: Planning Inspectorate."));
    CHECK(said.ends_with("Our complaints team\n"));
}

TEST_CASE(
    "LGO 1.2, 1.7: who asks for a service is told that it is a request, why, and that they may complain")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office,
        { case_step::Acknowledge { "Head of Housing" },
            case_step::Reclassify { CaseKind::ServiceRequest, "You ask for a new bin." } });
    CHECK(letter_due(story) == LetterKind::Request);
    CHECK_FALSE(letter_obstacle(story, LetterKind::Request));
    const std::string said = text(office, story, LetterKind::Request);
    CHECK(has(said, "we deal with it as a request, and not as a complaint."));
    CHECK(has(said, "The reason: You ask for a new bin."));
    CHECK(has(said, "Who deals with it: Head of Housing."));
    CHECK(has(said, "If you do not agree, or what we do does not help, tell us. Then it is a complaint."));
    const CaseStory again = played(office,
        { case_step::Reclassify { CaseKind::ServiceRequest, "You ask for a new bin." },
            case_step::Reclassify { CaseKind::Complaint, "They do not agree." } });
    CHECK(letter_due(again) == LetterKind::Acknowledgement); // a complaint's, as a draft
    CHECK(letter_obstacle(again, LetterKind::Request)->kind == CaseObstacle::Kind::NotARequest);
}

TEST_CASE("The second stage's acknowledgement says when it was asked for, and counts from there")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory first = played(
        office, { case_step::Acknowledge { "Head" }, case_step::Respond { CaseOutcome::NotUpheld, "No." } });
    office.clock.advance(std::chrono::days { 7 });
    const auto take = [&](const CaseStep& step) {
        REQUIRE(std::holds_alternative<CaseDone>(
            step_case(office.reception, first.record.id, step, {}, "Case team")));
    };
    take(case_step::Escalate { "Still unhappy", {} });
    take(case_step::Acknowledge { {} });
    const CaseStory story = case_story(*office.store, first.record.id).value();
    const std::string said = text(office, story, LetterKind::Acknowledgement);
    CHECK(has(said, "On Monday 30 November 2026 you asked us to look at your complaint again."));
    CHECK_FALSE(has(said, "We received your complaint on"));
    CHECK(has(said, "Your complaint of Monday 23 November 2026"));
}

TEST_CASE("A request that becomes a complaint is not told to be acknowledged before it is")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    CaseWish wish;
    wish.kind = CaseKind::ServiceRequest;
    wish.words = Secret(std::string_view("A new bin."));
    const CaseId id = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    for (const CaseStep& step : std::vector<CaseStep> {
             case_step::Acknowledge { "Head" }, case_step::Reclassify { CaseKind::Complaint, "Not done" } })
        REQUIRE(std::holds_alternative<CaseDone>(step_case(office.reception, id, step, {}, "Case team")));
    CHECK(letter_obstacle(case_story(*office.store, id).value(), LetterKind::Acknowledgement)->kind
        == CaseObstacle::Kind::AcknowledgeFirst);
}

TEST_CASE("What the Ombudsman sent back is told so, and not as a decision")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story =
        played(office, { case_step::AskOmbudsman {}, case_step::Decide { {}, "Too soon." } });
    CHECK(letter_due(story) == LetterKind::Decision);
    const std::string said = text(office, story, LetterKind::Decision);
    CHECK(has(said, "The Ombudsman has not looked into your complaint, and has sent it back to us."));
    CHECK_FALSE(has(said, "Your complaint is closed"));
    CHECK_FALSE(has(said, "found no fault"));
}

TEST_CASE("The Ombudsman's decision is told, with what is done about it where they agree with the person")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const auto decided = [&](bool upheld) {
        return played(office,
            { case_step::Acknowledge { "Head" },
                case_step::Respond { CaseOutcome::NotUpheld, "We were right." }, case_step::AskOmbudsman {},
                case_step::Change { .remedies = std::vector { Remedy::Apology } },
                case_step::AddAction { "Mend the roof", *parse_iso_date("2026-12-18") },
                case_step::Decide { upheld, "It took too long." } });
    };
    const CaseStory right = decided(true);
    CHECK(letter_due(right) == LetterKind::Decision);
    const std::string said = text(office, right, LetterKind::Decision);
    CHECK(has(said, "The Ombudsman has decided on your complaint, and agrees with you. We are sorry."));
    CHECK(has(said, "What they decided: It took too long."));
    CHECK(has(said, "What we do to put it right: an apology."));
    CHECK(has(said, "Mend the roof"));
    CHECK(has(said, "Your complaint is closed with that."));
    const std::string wrong = text(office, decided(false), LetterKind::Decision);
    CHECK(has(wrong, "found no fault by us."));
    CHECK_FALSE(has(wrong, "put it right"));
    CHECK(letter_obstacle(played(office, {}), LetterKind::Decision)->kind == CaseObstacle::Kind::NotDecided);
}

TEST_CASE("C, the Charter: every letter says how to reach whoever deals with it")
{
    Configuration made = with_chief();
    made.complaints.contact = { { Language("en"), "01632 960000" } };
    ReceptionFixture office("2026-11-23T10:00:00", made);
    const CaseStory story =
        played(office, { case_step::Acknowledge { "Head" }, case_step::Respond { CaseOutcome::Upheld } });
    for (const LetterKind kind : { LetterKind::Acknowledgement, LetterKind::Response, LetterKind::Ombudsman })
        CHECK(has(text(office, story, kind), "How to reach us: 01632 960000"));
}

TEST_CASE("LGO 6.2, acknowledgement: what is understood, wanted, not ours and adjusted, and by when the "
          "answer is due")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office,
        { case_step::Acknowledge {
            "Head", { "The roof leaks.", "A dry room.", "The gas pipe.", "We ring instead of writing." } } });
    const std::string said = text(office, story, LetterKind::Acknowledgement);
    for (const char* part : { "Our reference: K-1", "We received your complaint on Monday 23 November 2026.",
             "This is how we understand your complaint: The roof leaks.",
             "What you would like to come of it: A dry room.", "What we do not answer for: The gas pipe.",
             "If we got any of that wrong, tell us.", "Who deals with it: Head.",
             "What we do so that you can take part: We ring instead of writing.",
             "in full by Monday 7 December 2026" }) {
        CAPTURE(part);
        CHECK(has(said, part));
    }
    const std::string bare =
        text(office, played(office, { case_step::Acknowledge { "Head" } }), LetterKind::Acknowledgement);
    CHECK_FALSE(has(bare, "If we got any of that wrong"));
}

TEST_CASE(
    "LGO 6.8, answer: stage, outcome, reasons, remedy, what is still to be done, and how to ask for stage 2")
{
    Configuration made = with_chief();
    made.complaints.ask_within = parse_limit("20 working days");
    ReceptionFixture office("2026-11-23T10:00:00", made);
    const auto day = [](const char* text) { return *parse_iso_date(text); };
    const CaseStory story = played(office,
        { case_step::Acknowledge { "Head" },
            case_step::Respond { CaseOutcome::Upheld, "Nobody came.", { Remedy::Money, Remedy::Apology },
                { { "Mend the roof.", day("2026-12-18") }, { "Look at the loft.", day("2026-12-04") } } },
            case_step::FinishAction { 2 } });
    const std::string said = text(office, story, LetterKind::Response);
    for (const char* part : { "This is our answer at stage 1 of our procedure.", "You were right to complain",
             "What we found: Nobody came.", "What we do to put it right: an apology, a payment.",
             "By Friday 18 December 2026: Mend the roof.",
             "Done on Monday 23 November 2026: Look at the loft.", "look at it again: Chief Executive.",
             "Ask by Monday 21 December 2026." }) {
        CAPTURE(part);
        CHECK(has(said, part));
    }
    office.configuration.complaints.ask_within = parse_limit("4 weeks");
    CHECK(has(text(office, story, LetterKind::Response), "Ask by Monday 21 December 2026."));
    office.configuration.complaints.ask_within = parse_limit("28 days");
    CHECK(has(text(office, story, LetterKind::Response), "Ask by Monday 21 December 2026."));
    office.configuration.complaints.ask_within.reset();
    CHECK_FALSE(has(text(office, story, LetterKind::Response), "Ask by"));
}

TEST_CASE("LGO 6.8, stage 2: the last answer says that it is stage 2 and final, and the way to the Ombudsman")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office,
        { case_step::Acknowledge { "Head" }, case_step::Respond { CaseOutcome::NotUpheld },
            case_step::Escalate { "Not happy", {} }, case_step::Acknowledge {},
            case_step::Respond { CaseOutcome::Upheld } });
    const std::string said = text(office, story, LetterKind::Response);
    for (const char* part : { "This is our answer at stage 2 of our procedure.", "This is our final answer.",
             "independent, and it costs nothing", "0300 061 0614" }) {
        CAPTURE(part);
        CHECK(has(said, part));
    }
}
