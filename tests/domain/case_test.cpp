// References as people type them, and the words that the store keeps; satisfaction counted by hand.
#include "core/domain/case.h"
#include "core/domain/feedback.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("A reference is its letter and number, and is understood however it is typed")
{
    Case record;
    record.id = CaseId(318);
    record.letter = "K";
    CHECK(reference_of(record) == "K-318");
    for (const char* typed : { "K-318", "k-318", "K318", " k 318 ", "K-0318" }) {
        CAPTURE(typed);
        CHECK(parse_case_reference(typed) == CaseReference { "K", CaseId(318) });
    }
    CHECK(parse_case_reference("QX-1") == CaseReference { "QX", CaseId(1) });
    for (const char* typed :
        { "", "K", "318", "K-0", "K-3a", "3K", "KLM-1", "K-99999999999999999999", "ł-3" }) {
        CAPTURE(typed);
        CHECK_FALSE(parse_case_reference(typed));
    }
}

TEST_CASE("Every kind and wish has a word of its own, and is found by it")
{
    for (int kind = 0; kind <= static_cast<int>(CaseKind::Compliment); ++kind)
        CHECK(case_kind(word(static_cast<CaseKind>(kind))) == static_cast<CaseKind>(kind));
    for (int wish = 0; wish <= static_cast<int>(ReplyWish::Braille); ++wish)
        CHECK(reply_wish(word(static_cast<ReplyWish>(wish))) == static_cast<ReplyWish>(wish));
    CHECK(case_event_kind(word(CaseEventKind::Received)) == CaseEventKind::Received);
    CHECK_FALSE(case_kind("grumble"));
    CHECK_FALSE(reply_wish(""));
}

TEST_CASE("Satisfied are the two best scores, and feedback without a ticket is counted apart")
{
    Satisfaction figures;
    CHECK_FALSE(figures.share());
    std::int64_t visit = 0;
    for (const int score : { 5, 4, 4, 3, 1 }) {
        Feedback feedback;
        feedback.visit = VisitId(++visit);
        feedback.score = score;
        figures.add(feedback);
    }
    Feedback loose;
    loose.score = 1;
    for (int i = 0; i < 7; ++i)
        figures.add(loose);
    CHECK(figures.visits == 5);
    CHECK(figures.satisfied == 3);
    CHECK(figures.by_score == std::array<std::int64_t, 5> { 1, 0, 1, 2, 1 });
    CHECK(figures.others == 7);
    CHECK(figures.others_by_score == std::array<std::int64_t, 5> { 7, 0, 0, 0, 0 });
    CHECK(figures.share().value() == doctest::Approx(0.6));
}
