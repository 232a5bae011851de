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

} // namespace

TEST_CASE("C-complaint-ack: the acknowledgement names the handler, the date and the procedure")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    const CaseStory story = played(office, { case_step::Acknowledge { "Head of Housing" } });
    CHECK(letter_due(story) == LetterKind::Acknowledgement);
    const std::string text = text_of(
        letter_of(story, LetterKind::Acknowledgement, office.configuration, office.reception.today()));
    CHECK(has(text, "Our reference: K-1"));
    CHECK(has(text, "Head of Housing is dealing with it."));
    CHECK(has(text, "We will answer you in full by Monday 7 December 2026."));
    CHECK(has(
        text, "you can ask the Chief Executive to look at it again. After that you can ask the Ombudsman."));
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
    CHECK(has(text, "0300 061 0614"));
}

TEST_CASE(
    "C-escalated: the answer shows the way to the second stage, and the last answer the way to the Ombudsman")
{
    ReceptionFixture office("2026-11-23T10:00:00", with_chief());
    std::vector<CaseStep> steps { case_step::Acknowledge { "Head" },
        case_step::Respond { CaseOutcome::PartlyUpheld, "The lift was late" } };
    const CaseStory first = played(office, steps);
    const auto text = [&](const CaseStory& story) {
        return text_of(
            letter_of(story, LetterKind::Response, office.configuration, office.reception.today()));
    };
    CHECK(has(text(first), "You were right in part"));
    CHECK(has(text(first), "What we found: The lift was late"));
    CHECK(has(text(first), "ask the Chief Executive to look at it again"));
    CHECK_FALSE(has(text(first), "final answer"));
    steps.push_back(case_step::Escalate { "Not happy", {} });
    steps.push_back(case_step::Acknowledge {});
    steps.push_back(case_step::Respond { CaseOutcome::NotUpheld });
    const CaseStory second = played(office, steps);
    CHECK(has(text(second), "This is our final answer."));
    CHECK(has(text(second), "12 months"));
    CHECK(has(text(second), "0300 061 0614"));
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
