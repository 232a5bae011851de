// The letters of every way that a complaint can go, for every category of each shipped profile: they name the
// officers as that profile has them, in sentences that can be read.
#include "core/reception/letters.h"
#include "tests/policy/policy_office.h"

using namespace nextplease;
using testing::PolicyOffice;

namespace {

// One complaint of a category, brought to that step by whoever deals with it.
CaseStory played(PolicyOffice& office, const CategoryCode& category, const char* language,
    const std::vector<CaseStep>& steps)
{
    office.go_to("2026-10-13T10:00");
    CaseWish wish;
    wish.words = Secret(std::string_view("Nobody rang back."));
    wish.service = office.configuration.office.services.front().code;
    wish.category = category;
    wish.reply = ReplyWish::Letter;
    wish.contact = Secret(std::string_view("1 High Street"));
    wish.language = Language(language);
    const CaseId id = std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record.id;
    for (const CaseStep& step : steps) {
        office.clock.advance(Minutes { 10 });
        step_case(office.reception, id, step, {}, "staff:Clerk One"); // where there is no such step, none
    }
    return case_story(*office.store, id).value();
}

void check_reads_well(const std::string& text)
{
    CAPTURE(text);
    for (const char* broken : { "the The", "The The", "The the", "the the", ": .", ":  ", ". .", "..", " ,",
             " .", "{", "}", "\n\n\n" })
        CHECK_MESSAGE(text.find(broken) == std::string::npos, broken);
}

const std::vector<std::vector<CaseStep>>& all_ways()
{
    using namespace case_step;
    static const std::vector<std::vector<CaseStep>> kWays {
        { Acknowledge {} },
        { PutRight { "We collected the bin.", { Remedy::Apology } } },
        { Acknowledge {}, Extend { "A survey is needed", *parse_iso_date("2026-11-03") } },
        { Acknowledge {}, Respond { CaseOutcome::Upheld, "We were late.", { Remedy::Act }, {} } },
        { Acknowledge {}, Respond { CaseOutcome::NotUpheld }, Escalate { "Still unhappy", {} } },
        { Acknowledge {}, Respond { CaseOutcome::NotUpheld }, Escalate { "Still unhappy", {} },
            Acknowledge {}, Respond { CaseOutcome::PartlyUpheld, "Some of it.", {}, {} } },
        { Acknowledge {}, Respond { CaseOutcome::NotUpheld }, AskOmbudsman {} },
        { Acknowledge {}, Respond { CaseOutcome::NotUpheld }, AskOmbudsman {}, Decide { true, "Too late." } },
        { Refuse { "It was in 2019.", RefusalGround::TooOld } },
        { Reclassify { CaseKind::ServiceRequest, "You ask for a new bin." } },
    };
    return kWays;
}

} // namespace

TEST_CASE(
    "C-escalated, C-complaint-ack, M-complaint, LGO code: the letters of every category read well, in all "
    "three profiles and every language that they come in")
{
    for (const char* name : { "chorley", "mid-devon", "ombudsman-code" }) {
        PolicyOffice office(name);
        std::vector<CategoryCode> categories { CategoryCode() };
        for (const ComplaintCategory& one : office.configuration.complaints.categories)
            categories.push_back(one.code);
        int letters = 0;
        for (const CategoryCode& category : categories) {
            for (const char* language : { "en", "pl", "ur" }) {
                for (const auto& steps : all_ways()) {
                    const CaseStory story = played(office, category, language, steps);
                    const auto kind = letter_due(story);
                    REQUIRE(kind);
                    CAPTURE(name);
                    CAPTURE(category.text());
                    check_reads_well(
                        text_of(letter_of(story, *kind, office.configuration, office.reception.today())));
                    ++letters;
                }
            }
        }
        CHECK(letters == static_cast<int>(categories.size() * 3 * all_ways().size()));
    }
}

TEST_CASE(
    "C-escalated: what begins at the Chief Executive offers nobody else, and no letter hands a complaint to "
    "whom it is about")
{
    PolicyOffice office("chorley");
    const auto text = [&](const char* category) {
        const CaseStory story = played(office, CategoryCode(category), "en", { case_step::Acknowledge {} });
        return text_of(
            letter_of(story, LetterKind::Acknowledgement, office.configuration, office.reception.today()));
    };
    for (const char* category : { "crime", "chief-officer" }) {
        const std::string said = text(category);
        CAPTURE(said);
        CHECK(said.find("Who deals with it: The Chief Executive.") != std::string::npos);
        CHECK(said.find("look at it again") == std::string::npos);
        CHECK(said.find("This is the last step of our procedure.") != std::string::npos);
    }
    const std::string about = text("chief-executive");
    CHECK(about.find("Who deals with it: The Executive Leader.") != std::string::npos);
    CHECK(about.find("The Chief Executive") == std::string::npos);
    const std::string ordinary = text("");
    CHECK(ordinary.find("look at it again: The Chief Executive.") != std::string::npos);
}
