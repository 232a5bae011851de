// The journey of a compliment, comment or complaint, without a screen: what is asked, in which order, what is
// sent, and that nothing of it stays.
#include "kiosk/visitor/message_journey.h"
#include "kiosk/visitor/message_words.h"
#include "tests/support/reception_fixture.h"

#include <cstring>
#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

using At = MessageStep;

// A journey, and the store that it sends to.
struct Teller {
    // On Tuesday 13 October, with the shipped kiosk.conf.
    testing::ReceptionFixture kiosk { "2026-10-13T10:24:00", read_configuration(NEXTPLEASE_CONF) };
    Language language { "en" };
    int requests = 0;
    std::unique_ptr<MessageJourney> journey =
        std::make_unique<MessageJourney>(JourneyContext { .configuration = kiosk.configuration,
            .make_request = [this] { return RequestId("request-" + std::to_string(++requests)); },
            .language = [this] { return language; },
            .snapshot = nullptr });

    Step step() const { return journey->step(words(language)); }
    template <class Kind>
    Kind shown() const
    {
        const Step now = step();
        REQUIRE(std::holds_alternative<Kind>(now));
        return std::get<Kind>(now);
    }
    void choose(const std::string& key)
    {
        const ChoiceStep now = shown<ChoiceStep>();
        for (std::size_t i = 0; i < now.choices.size(); ++i)
            if (now.choices[i].key == key)
                return journey->choose(static_cast<int>(i));
        FAIL("there is no choice " << key);
    }
    void type(const std::u32string& text)
    {
        ui::TextDraft* const draft = shown<TypingStep>().draft;
        REQUIRE(draft);
        for (const char32_t c : text)
            draft->insert(c);
        journey->typed();
    }
    void answer(const std::u32string& text)
    {
        type(text);
        journey->next();
    }
    void change(const std::string& key)
    {
        const ReviewStep now = shown<ReviewStep>();
        for (std::size_t i = 0; i < now.rows.size(); ++i)
            if (now.rows[i].key == key)
                return journey->change(static_cast<int>(i));
        FAIL("there is no row " << key);
    }
    // As the face does.
    void run_errands()
    {
        for (Errand& errand : journey->errands())
            errand.job(kiosk.reception)();
    }
    void fail_errands()
    {
        for (Errand& errand : journey->errands())
            errand.failed();
    }
    void to_words(const std::string& kind)
    {
        choose(kind);
        choose("about.other");
        if (kind == "message.complaint")
            choose("category.none");
    }
    void to_review()
    {
        to_words("message.complaint");
        answer(U"The lift is broken.");
        choose("reply.none");
        REQUIRE(journey->at() == At::Review);
    }
};

std::string text_of(const SayingStep& said)
{
    std::string all = said.words.heading + "\n" + said.large + "\n";
    for (const MessageLine& line : said.words.lines)
        all += line.title + "\n" + line.text + "\n";
    return all;
}

} // namespace

TEST_CASE("An anonymous complaint: nothing that says who it is is asked for, and it ends with a reference")
{
    Teller teller;
    CHECK(teller.journey->name() == "message.kind");
    teller.choose("message.complaint");
    teller.choose("about.other");
    CHECK(teller.journey->name() == "message.category");
    teller.choose("category.none");
    CHECK(teller.journey->name() == "message.words");
    CHECK(teller.shown<TypingStep>().privacy.find("You can stay anonymous") != std::string::npos);
    teller.answer(U"The lift is broken.");
    teller.choose("reply.none");
    CHECK(teller.journey->name() == "message.review"); // no name, no address
    teller.journey->next();
    CHECK(teller.journey->waiting());
    teller.run_errands();
    REQUIRE(teller.journey->sent());
    const Case& kept = *teller.journey->sent();
    CHECK(kept.kind == CaseKind::Complaint);
    CHECK(kept.reply == ReplyWish::None);
    const SayingStep said = teller.shown<SayingStep>();
    CHECK(said.large == reference_of(kept));
    CHECK(said.large_label == "Your reference");
    CHECK(text_of(said).find("Our Customer Relations team") != std::string::npos);
    CHECK(text_of(said).find("Ombudsman") != std::string::npos);
    CHECK(text_of(said).find("You asked for no answer") != std::string::npos);
    CHECK(teller.journey->end() == Journey::End::No);
    teller.journey->next();
    CHECK(teller.journey->end() == Journey::End::StartAgain);
}

TEST_CASE("An answer is told by when: first and full, in working days")
{
    Teller teller; // on Tuesday 13 October
    teller.to_words("message.complaint");
    teller.answer(U"Nobody phoned.");
    teller.choose("reply.phone");
    CHECK(teller.journey->name() == "message.name");
    teller.journey->next(); // may stay empty
    CHECK(teller.journey->name() == "message.phone");
    CHECK(teller.shown<TypingStep>().keys == TypingStep::Keys::Digits);
    teller.answer(U"01632 960 042");
    teller.journey->next();
    teller.run_errands();
    const std::string said = text_of(teller.shown<SayingStep>());
    CHECK(said.find("You have our full answer by Tuesday 27 October.") != std::string::npos);
    CHECK(said.find("You hear from us by Tuesday 20 October.") != std::string::npos);
}

TEST_CASE("A complaint of a kind that goes straight to somebody senior says to whom")
{
    Teller teller;
    teller.choose("message.complaint");
    teller.choose("about.other");
    const ChoiceStep asked = teller.shown<ChoiceStep>();
    CHECK(asked.choices.size() <= 7);
    CHECK(asked.choices.back().title == "None of these");
    teller.choose("category.councillor");
    teller.answer(U"He shouted at me.");
    teller.choose("reply.none");
    teller.journey->next();
    teller.run_errands();
    CHECK(teller.journey->sent()->category == CategoryCode("councillor"));
    CHECK(text_of(teller.shown<SayingStep>()).find("The Director of Governance") != std::string::npos);
}

TEST_CASE("Comments and compliments are not asked for a category, and are owed no answer by a date")
{
    for (const std::string kind : { "message.comment", "message.compliment" }) {
        Teller teller;
        teller.choose(kind);
        teller.choose("about.other");
        CHECK(teller.journey->name() == "message.words");
        teller.answer(U"The staff were kind.");
        teller.choose("reply.none");
        teller.journey->next();
        teller.run_errands();
        const std::string said = text_of(teller.shown<SayingStep>());
        CHECK(said.find("head of that service") != std::string::npos);
        CHECK(said.find("October") == std::string::npos);
        CHECK(said.find(reference_of(*teller.journey->sent())) != std::string::npos);
    }
}

TEST_CASE("Every way of answering asks for what it needs, and only for that")
{
    struct Way {
        const char *reply, *contact;
    };
    for (const Way& way : { Way { "reply.phone", "message.phone" }, Way { "reply.email", "message.email" },
             Way { "reply.letter", "message.address" }, Way { "reply.large_print", "message.address" },
             Way { "reply.braille", "message.address" } }) {
        Teller teller;
        teller.to_words("message.comment");
        teller.answer(U"More chairs would help.");
        teller.choose(way.reply);
        CHECK(teller.journey->name() == "message.name");
        teller.answer(U"Anna");
        CHECK(teller.journey->name() == way.contact);
    }
}

TEST_CASE("Whoever reads another language is asked in which one to answer; whoever reads ours is not")
{
    Teller teller;
    teller.language = Language("pl");
    teller.to_words("message.comment");
    teller.answer(U"Dziękuję.");
    teller.choose("reply.email");
    CHECK(teller.journey->name() == "message.reply-language");
    teller.choose("reply-in.pl");
    teller.journey->next();
    teller.answer(U"anna@example.org");
    teller.journey->next();
    teller.run_errands();
    CHECK(teller.journey->sent()->reply_language == Language("pl"));
    CHECK(teller.journey->sent()->language == Language("pl"));
}

TEST_CASE("K4: what is wrong with what was typed is said: which field, why, and how to mend it")
{
    CHECK(phone_problem("") == TypingProblem::PhoneMissing);
    CHECK(phone_problem("01632 96") == TypingProblem::PhoneTooShort);
    CHECK(phone_problem("01632 960 042 01632 960 042") == TypingProblem::PhoneTooLong);
    CHECK(phone_problem("01632 nine") == TypingProblem::PhoneLetters);
    CHECK(phone_problem("+44 (0)1632 960-042") == TypingProblem::None);
    CHECK(email_problem(" ") == TypingProblem::EmailMissing);
    for (const char* wrong :
        { "anna", "anna@", "@example.org", "anna@example", "a@b@c.org", "anna@.org", "an na@example.org" })
        CHECK_MESSAGE(email_problem(wrong) == TypingProblem::EmailIncomplete, wrong);
    CHECK(email_problem("anna.m@mail.example.org ") == TypingProblem::None);
    CHECK(address_problem("\n") == TypingProblem::AddressMissing);
    CHECK(address_problem("here") == TypingProblem::AddressTooShort);
    CHECK(address_problem("4 Mill Lane\nNorthmoor") == TypingProblem::None);

    Teller teller;
    teller.to_words("message.complaint");
    teller.journey->next();
    CHECK(teller.journey->name() == "message.words"); // not further without words
    CHECK(teller.shown<TypingStep>().problem.find("One sentence is enough") != std::string::npos);
    teller.type(U"x");
    CHECK(teller.shown<TypingStep>().problem.empty()); // no nagging while it is mended
    teller.journey->next();
    teller.choose("reply.phone");
    teller.journey->next();
    teller.answer(U"0163");
    CHECK(teller.shown<TypingStep>().problem.find("phone number is too short") != std::string::npos);
    CHECK(teller.shown<TypingStep>().draft->utf8() == "0163"); // what was typed stays
    teller.journey->back();
    teller.journey->next();
    CHECK(teller.shown<TypingStep>().problem.empty());
}

TEST_CASE("K5: nothing is asked twice: a change goes back to the review, by way of what it makes necessary")
{
    Teller teller;
    teller.to_words("message.complaint");
    teller.answer(U"Nobody phoned.");
    teller.choose("reply.phone");
    teller.answer(U"Anna");
    teller.answer(U"01632 960 042");
    CHECK(teller.shown<ReviewStep>().rows.size() == 7);
    teller.change("review.words");
    CHECK(teller.shown<TypingStep>().draft->utf8() == "Nobody phoned."); // filled in
    teller.answer(U" Twice.");
    CHECK(teller.journey->at() == At::Review);
    teller.change("review.reply");
    CHECK(teller.shown<ChoiceStep>().choices[1].chosen);
    teller.choose("reply.email"); // needs an address that was not asked for yet
    CHECK(teller.journey->name() == "message.email");
    teller.answer(U"anna@example.org");
    CHECK(teller.journey->at() == At::Review);
    teller.change("review.reply");
    teller.choose("reply.phone"); // the number is known
    CHECK(teller.journey->at() == At::Review);
    teller.change("review.kind");
    teller.choose("message.comment");
    CHECK(teller.journey->at() == At::Review);
    CHECK(teller.shown<ReviewStep>().rows.size() == 6); // a comment has no category
    teller.change("review.about");
    teller.journey->back();
    CHECK(teller.journey->at() == At::Review);
}

TEST_CASE("Back goes one question back, with the answers kept, and from the first one out")
{
    Teller teller;
    teller.to_review();
    for (const char* name :
        { "message.reply", "message.words", "message.category", "message.about", "message.kind" }) {
        CHECK(teller.journey->back());
        CHECK(teller.journey->name() == name);
    }
    CHECK(!teller.journey->back());
    CHECK(teller.journey->draft().words.utf8() == "The lift is broken.");
}

TEST_CASE("If the store fails, the words are kept, that is said, and trying again sends them once")
{
    Teller teller;
    teller.to_review();
    teller.journey->next();
    teller.fail_errands();
    CHECK(teller.journey->name() == "message.failed");
    CHECK(text_of(teller.shown<SayingStep>()).find("Your words are still here") != std::string::npos);
    CHECK(teller.journey->draft().words.utf8() == "The lift is broken.");
    teller.journey->back(); // to look at it again
    CHECK(teller.journey->at() == At::Review);
    teller.journey->next();
    teller.journey->next(); // pressed twice
    std::vector<Errand> errands = teller.journey->errands();
    REQUIRE(errands.size() == 1);
    (void)errands[0].job(teller.kiosk.reception); // kept, but the answer is lost
    errands[0].failed();
    teller.journey->next();
    teller.run_errands();
    REQUIRE(teller.journey->sent());
    CHECK(teller.journey->sent()->id == CaseId(1)); // the first time's
}

TEST_CASE("What was typed is overwritten when it is sent, and when the journey ends before")
{
    Teller teller;
    teller.to_review();
    const char32_t* const letters = teller.journey->draft().words.text.data();
    const std::size_t room = teller.journey->draft().words.text.capacity();
    const auto zero = [&] {
        for (std::size_t i = 0; i < room; ++i)
            if (letters[i] != 0)
                return false;
        return true;
    };
    CHECK(!zero());
    teller.journey->next();
    teller.run_errands();
    CHECK(zero()); // while the journey, with its memory, is still there
    CHECK(teller.journey->draft().words.text.empty());
}

TEST_CASE(
    "Before anything personal is asked, the notice says who, why, how long, whose rights and whom to ask")
{
    Teller teller;
    REQUIRE(teller.journey->name() == "message.kind");
    teller.choose("message.notice");
    REQUIRE(teller.journey->name() == "message.notice");
    const auto notice = teller.shown<FiguresStep>();
    std::string all;
    for (const FigureRow& row : notice.rows)
        all += row.promise + ": " + row.result + "\n";
    CAPTURE(all);
    const Configuration& council = teller.kiosk.configuration;
    const std::vector<std::string> expected { council.site.at(Language("en")), "public task",
        "Article 6(1)(e)", "You need not say who you are",
        std::to_string(council.retention.cases.count()) + " years", "Ombudsman", "No computer decides",
        "ask to see it", "object", "Information Commissioner", "0303 123 1113" };
    for (const std::string& said : expected)
        CHECK_MESSAGE(all.find(said) != std::string::npos, said);
    teller.journey->next();
    CHECK(teller.journey->name() == "message.kind");
    teller.choose("message.notice");
    CHECK(teller.journey->back());
    CHECK(teller.journey->name() == "message.kind");
}

} // namespace nextplease::visitor
