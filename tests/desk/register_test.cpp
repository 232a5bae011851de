// The register of complaints at a desk, worked with keys on a real store.
#include "core/reception/case_register.h"
#include "tests/desk/desk_story.h"

#include <fstream>

namespace nextplease::desk {
namespace {

using ui::KeyCode;

constexpr const char* kDesk = "Desk 1";

Configuration with_officers()
{
    Configuration made = testing::small_configuration();
    made.complaints.second_stage = "Chief Executive";
    made.complaints.heads = { { { ServiceCode("A") }, "Head of A" } };
    return made;
}

struct Team : Story {
    explicit Team(const Language& language = Language("en"), const Configuration& made = with_officers())
        : Story(language, 1920, 1080, made)
    {
    }
    Case complain()
    {
        CaseWish wish;
        wish.service = ServiceCode("A");
        wish.words = Secret(std::string_view("The lift was broken."));
        wish.language = Language("en");
        return std::get<CaseDone>(receive_case(reception.reception, wish, {}, "kiosk")).record;
    }
    void open(const Case& record)
    {
        look();
        type(kDesk, "r");
        tap(kDesk, "case." + std::to_string(record.id.value()));
    }
    void take(const char* step, const char* words)
    {
        tap(kDesk, step);
        tap(kDesk, "form.words");
        at(kDesk).type(words);
        tap(kDesk, "form.send");
    }
    Case now(const Case& record) { return case_story(*reception.store, record.id)->record; }
    bool says(const std::string& words) { return at(kDesk).says(words); }
};

} // namespace

TEST_CASE("The register opens with one key: what is due first, what is late, and whose it is")
{
    Team team;
    const Case late = team.complain();
    team.reception.clock.advance(std::chrono::hours { 24 * 8 });
    const Case fresh = team.complain();
    team.look();
    team.type(kDesk, "r");
    CHECK(team.says("Register: 2 open, 1 late, 0 due today"));
    CHECK(team.says("to acknowledge, late since Tue 20 Oct"));
    CHECK(team.says("K-1, Head of A")); // whose it is from its first day
    CHECK(team.at(kDesk).shows("case.2"));
    team.tap(kDesk, "register.late");
    CHECK(team.at(kDesk).shows("case.1"));
    CHECK_FALSE(team.at(kDesk).shows("case.2"));
    team.tap(kDesk, "register.today");
    CHECK(team.says("Nothing is open here."));
    static_cast<void>(late);
    static_cast<void>(fresh);
}

TEST_CASE("One case is chosen, its story is shown, and the next step is one form with its letter")
{
    Team team;
    const Case record = team.complain();
    team.look();
    team.type(kDesk, "r");
    team.tap(kDesk, "case.1");
    CHECK(team.says("Tue 13 Oct: Received, at the kiosk"));
    team.key(kDesk, KeyCode::Enter);
    CHECK(team.says("Choose what was done."));
    team.tap(kDesk, "step.acknowledge");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).state == CaseState::Acknowledged);
    CHECK(team.now(record).handler == "Head of A");
    CHECK(case_story(*team.reception.store, record.id)->events.back().actor == "desk:Desk 1");
    team.tap(kDesk, "register.letter");
    CHECK(team.says("Who deals with it: Head of A."));
    CHECK(team.says("We will answer you in full by Tuesday 27 October 2026."));
    team.tap(kDesk, "register.back");
    team.tap(kDesk, "step.extend");
    team.tap(kDesk, "form.send");
    CHECK(team.says("Write the day too, such as 2026-12-18."));
    team.tap(kDesk, "form.words");
    team.at(kDesk).type("A survey is needed");
    team.tap(kDesk, "form.day");
    team.at(kDesk).type("2026-11-03");
    team.tap(kDesk, "form.send");
    CHECK(to_iso(*team.now(record).first.respond_by) == "2026-11-03");
    team.tap(kDesk, "register.letter");
    CHECK(team.says("The reason: A survey is needed"));
    CHECK(team.says("You will have our full answer by Tuesday 3 November 2026."));
    team.tap(kDesk, "register.back");
    team.tap(kDesk, "step.respond.not_upheld");
    team.tap(kDesk, "form.send");
    team.tap(kDesk, "step.escalate");
    team.tap(kDesk, "form.send");
    CHECK(team.says("The reason is missing. Write it in a few words."));
    CHECK(team.now(record).state == CaseState::Responded);
}

TEST_CASE(
    "LGO 6.2, 6.6, 6.8: what letters say, remedies and promises are recorded with keys, each in one form")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.take("step.note.wanted", "A lift that works");
    CHECK(team.now(record).understood.wanted == "A lift that works");
    team.take("step.note.wanted", " today");
    CHECK(team.now(record).understood.wanted == "A lift that works today"); // it goes on from what is there
    team.take("step.acknowledge", "Head of B");
    team.tap(kDesk, "step.action");
    team.tap(kDesk, "form.words");
    team.at(kDesk).type("Mend the lift");
    team.tap(kDesk, "form.send");
    CHECK(team.says("Write the day too, such as 2026-12-18."));
    team.tap(kDesk, "form.day");
    team.at(kDesk).type("2026-11-30");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).actions.at(0) == CaseAction { "Mend the lift", *parse_iso_date("2026-11-30") });
    team.tap(kDesk, "step.respond.upheld");
    CHECK(team.says("K-1: Answered: upheld"));
    team.type(kDesk, "3"); // act
    team.tap(kDesk, "remedy.money");
    team.tap(kDesk, "remedy.money"); // not, after all
    team.tap(kDesk, "remedy.apology");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).remedies == std::vector { Remedy::Apology, Remedy::Act });
    CHECK_FALSE(team.at(kDesk).shows("step.close"));
    CHECK(team.says("Kept: Mend the lift"));
    team.tap(kDesk, "step.action-done.1");
    CHECK_FALSE(team.at(kDesk).shows("form.words"));
    team.tap(kDesk, "form.send");
    CHECK_FALSE(has_action_left(team.now(record)));
    CHECK(team.at(kDesk).shows("step.close"));
}

TEST_CASE("LGO 8.1: a refusal is recorded with its type, and no second look is offered where nobody has one")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    CHECK(team.at(kDesk).shows("step.escalate"));
    team.take("step.pass", "The Chief Executive");
    CHECK_FALSE(team.at(kDesk).shows("step.escalate"));
    team.tap(kDesk, "step.refuse");
    team.tap(kDesk, "ground.court");
    team.tap(kDesk, "ground.too_old");
    team.tap(kDesk, "form.words");
    team.at(kDesk).type("It was in 2019.");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).outcome == CaseOutcome::Refused);
    CHECK(team.now(record).ground == RefusalGround::TooOld);
    CHECK(case_story(*team.reception.store, record.id)->events.back().reason == "It was in 2019.");
}

TEST_CASE("Several services, partners and documents are written down in the register")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.tap(kDesk, "step.note.also");
    team.tap(kDesk, "also.B");
    team.tap(kDesk, "also.N");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).also == std::vector { ServiceCode("B"), ServiceCode("N") });
    team.tap(kDesk, "step.note.also");
    team.tap(kDesk, "also.B"); // not, after all
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).also == std::vector { ServiceCode("N") });
    team.take("step.note.partners", "Liftco Ltd");
    team.take("step.note.documents", "DMS 4711");
    CHECK(team.now(record).partners == "Liftco Ltd");
    CHECK(team.now(record).documents == "DMS 4711");
    CHECK(case_story(*team.reception.store, record.id)->events.back().kind == CaseEventKind::Changed);
}

TEST_CASE("A form is left for the other steps, and keeps nothing of what was typed")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.tap(kDesk, "step.withdraw");
    team.tap(kDesk, "form.words");
    team.at(kDesk).type("They rang");
    team.tap(kDesk, "register.steps");
    CHECK(team.at(kDesk).shows("step.acknowledge"));
    team.take("step.pass", "Head of B");
    CHECK(team.now(record).handler == "Head of B");
}

TEST_CASE(
    "LGO 1.7: a comment that is a complaint becomes one, and says in the register that its kind changed")
{
    Team team;
    CaseWish wish;
    wish.kind = CaseKind::Comment;
    wish.words = Secret(std::string_view("The lift was broken."));
    wish.language = Language("en");
    const Case record = std::get<CaseDone>(receive_case(team.reception.reception, wish, {}, "kiosk")).record;
    team.open(record);
    team.take("step.reclassify.complaint", "They want it looked into");
    CHECK(team.now(record).kind == CaseKind::Complaint);
    CHECK(team.says("Tue 13 Oct: Kind changed, Desk 1. They want it looked into"));
    CHECK_FALSE(team.at(kDesk).shows("step.reclassify.complaint"));
    CHECK(team.at(kDesk).shows("step.reclassify.service_request"));
}

TEST_CASE("A page of the register has eight cases, and the next ones are a key away")
{
    Team team;
    for (int i = 0; i < 10; ++i)
        team.complain();
    team.look();
    team.type(kDesk, "r");
    CHECK(team.at(kDesk).shows("case.8"));
    CHECK_FALSE(team.at(kDesk).shows("case.9"));
    team.tap(kDesk, "register.later");
    CHECK(team.at(kDesk).shows("case.10"));
    CHECK_FALSE(team.at(kDesk).shows("case.1"));
    team.tap(kDesk, "register.earlier");
    CHECK(team.at(kDesk).shows("case.1"));
}

TEST_CASE("A letter is copied: its whole text, once")
{
    Team team;
    team.complain();
    team.look();
    team.type(kDesk, "r");
    team.tap(kDesk, "case.1");
    team.tap(kDesk, "register.letter");
    CHECK(team.face(kDesk).take_copied().empty());
    team.tap(kDesk, "register.copy");
    CHECK(team.says("The letter is copied."));
    const std::string copied = team.face(kDesk).take_copied();
    CHECK(copied.find("Our reference") != std::string::npos);
    CHECK(copied.find("Tuesday 13 October 2026") != std::string::npos);
    CHECK(team.face(kDesk).take_copied().empty());
}

TEST_CASE("A letter is saved where kiosk.conf says, by reference and kind, and it is said where")
{
    const testing::TempFolder folder;
    Configuration made = with_officers();
    made.letters.folder = folder.path();
    Team team(Language("en"), made);
    team.complain();
    team.look();
    team.type(kDesk, "r");
    team.tap(kDesk, "case.1");
    team.tap(kDesk, "register.letter");
    team.tap(kDesk, "register.save");
    const auto file = folder / "K-1-acknowledgement.pdf";
    CHECK(team.says("The letter is in " + file.string()));
    std::ifstream stream(file);
    std::string begin(4, ' ');
    stream.read(begin.data(), 4);
    CHECK(begin == "%PDF");
}

TEST_CASE("A letter that cannot be saved or printed is said to be, and the register goes on")
{
    Configuration made = with_officers();
    made.letters.folder = "/nowhere/at/all";
    made.letters.printer = "nobody";
    Team team(Language("en"), made);
    team.complain();
    team.look();
    team.type(kDesk, "r");
    team.tap(kDesk, "case.1");
    team.tap(kDesk, "register.letter");
    team.tap(kDesk, "register.save");
    CHECK(team.says("The letter cannot be saved in /nowhere/at/all."));
    team.tap(kDesk, "register.print");
    CHECK(team.says("The printer nobody does not take the letter. Save it as PDF instead."));
    team.tap(kDesk, "register.back");
    CHECK(team.at(kDesk).shows("step.acknowledge"));
}

TEST_CASE("Without a printer for letters there is nothing to print on")
{
    Team team;
    team.complain();
    team.look();
    team.type(kDesk, "r");
    team.tap(kDesk, "case.1");
    team.tap(kDesk, "register.letter");
    CHECK_FALSE(team.at(kDesk).shows("register.print"));
}

TEST_CASE("C: a closed case is found again, and the Ombudsman's part is recorded at the desk")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.take("step.acknowledge", "");
    team.take("step.respond.upheld", "The lift is mended");
    CHECK(team.says("K-1, Head of A: answered, to close"));
    CHECK(team.says("Answered Tue 13 Oct, not closed yet. Next: close it, or the second stage if they ask."));
    team.take("step.close", "");
    team.tap(kDesk, "register.back");
    CHECK(team.says("Nothing is open here."));
    team.tap(kDesk, "register.closed");
    CHECK(team.says("K-1, Head of A"));
    team.tap(kDesk, "case.1");
    team.take("step.ombudsman", "They wrote to us");
    CHECK(team.now(record).state == CaseState::WithOmbudsman);
    CHECK(team.says("with the Ombudsman"));
    team.take("step.decide.not_investigated", "Not yet");
    CHECK(team.now(record).state == CaseState::Closed);
    CHECK_FALSE(team.now(record).ombudsman_upheld);
    team.take("step.ombudsman", "Once more");
    team.take("step.decide.not_upheld", "No fault found");
    CHECK(team.now(record).ombudsman_upheld == false);
}

TEST_CASE("C: after closing, the second stage is asked for at the desk")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.take("step.acknowledge", "");
    team.take("step.respond.not_upheld", "");
    team.take("step.close", "");
    team.key(kDesk, KeyCode::Escape);
    team.type(kDesk, "r");
    team.type(kDesk, "f");
    team.at(kDesk).type("k1");
    team.look();
    team.key(kDesk, KeyCode::Enter);
    CHECK(team.says("K-1, Head of A: closed"));
    team.take("step.escalate", "Not content");
    CHECK(team.now(record).second);
    CHECK(team.now(record).handler == "Chief Executive");
}

TEST_CASE("A reference that there is not says so, and so does one that is none")
{
    Team team;
    team.complain();
    team.look();
    for (const auto& [typed, said] :
        { std::pair { "K-7", "There is no K-7 in this register. Look at the paper again." },
            std::pair { "B-1", "There is no B-1 in this register. Look at the paper again." },
            std::pair { "lift", "Write the reference as on the paper, such as K-318." } }) {
        team.type(kDesk, "r");
        team.tap(kDesk, "form.words");
        team.at(kDesk).type(typed);
        team.tap(kDesk, "form.send");
        CHECK(team.says(said));
        CHECK(team.at(kDesk).shows("case.1")); // the list stays
        team.key(kDesk, KeyCode::Escape);
    }
}

TEST_CASE("A case shows its service, category, day of receipt and the answer that is wished")
{
    Configuration made = with_officers();
    const Language en("en");
    ComplaintCategory money;
    money.code = CategoryCode("money");
    money.words = { { en, "Money taken" } };
    money.handled_by = { { en, "Auditor" } };
    made.complaints.categories = { money };
    Team team(en, made);
    CaseWish wish;
    wish.service = ServiceCode("B");
    wish.category = CategoryCode("money");
    wish.words = Secret(std::string_view("Twice."));
    wish.reply = ReplyWish::LargePrint;
    wish.contact = Secret(std::string_view("1 Mill Lane"));
    wish.language = Language("pl");
    const Case record = std::get<CaseDone>(receive_case(team.reception.reception, wish, {}, "kiosk")).record;
    team.open(record);
    CHECK(team.says(
        "Complaint, Service B, received Tue 13 Oct. Money taken. Answer wished: Large print (polski)"));
    CHECK(team.says("K-1, Auditor: to acknowledge by Tue 20 Oct"));
}

TEST_CASE("The whole story of a case says what was there before, in pages")
{
    Team team;
    const Case record = team.complain();
    team.open(record);
    team.take("step.acknowledge", "");
    team.tap(kDesk, "step.extend");
    team.tap(kDesk, "form.words");
    team.at(kDesk).type("A survey is needed");
    team.tap(kDesk, "form.day");
    team.at(kDesk).type("2026-11-03");
    team.tap(kDesk, "form.send");
    CHECK(team.says("Tue 13 Oct: New date, Desk 1. A survey is needed. Before: to answer by Tue 27 Oct"));
    for (const char* wanted : { "a", "b", "c", "d", "e", "f", "g" })
        team.take("step.note.wanted", wanted);
    CHECK_FALSE(team.says("A survey is needed")); // the latest alone stand over the steps
    team.tap(kDesk, "register.story");
    CHECK(team.says("K-1: 1 to 8 of 10"));
    CHECK(team.says("Tue 13 Oct: Received, at the kiosk"));
    CHECK(team.says("Before: to answer by Tue 27 Oct"));
    team.tap(kDesk, "register.story_later");
    CHECK(team.says("K-1: 9 to 10 of 10"));
    CHECK(team.says("Before: What they want: abcdef"));
    team.type(kDesk, "0");
    CHECK(team.at(kDesk).shows("step.respond.upheld"));
}

TEST_CASE(
    "C: a complaint about a service with a procedure of the law says so, and the second key sends it on")
{
    Configuration made = with_officers();
    made.complaints.procedures = { { "parking", "Parking appeal", "Tribunal", { ServiceCode("A") } },
        { "planning", "Planning appeal", "Inspectorate", {} } };
    Team team(Language("en"), made);
    const Case record = team.complain();
    team.open(record);
    CHECK(team.says("Has its own procedure: Parking appeal"));
    team.tap(kDesk, "register.letter");
    CHECK(team.says("The law has its own procedure for some such matters: Parking appeal."));
    team.tap(kDesk, "register.back");
    team.type(kDesk, "2");
    team.tap(kDesk, "form.send");
    CHECK(team.now(record).procedure == "parking");
    CHECK_FALSE(team.says("Has its own procedure"));
    CaseWish wish;
    wish.service = ServiceCode("B");
    wish.words = Secret(std::string_view("The lift was broken."));
    wish.language = Language("en");
    const Case other = std::get<CaseDone>(receive_case(team.reception.reception, wish, {}, "kiosk")).record;
    team.key(kDesk, KeyCode::Escape);
    team.open(other);
    CHECK_FALSE(team.says("Has its own procedure"));
}

TEST_CASE("10,000 cases: the register opens in under 100 ms")
{
    Team team;
    CaseWish wish;
    wish.words = Secret(std::string_view("The lift was broken."));
    wish.language = Language("en");
    const Case made = team.complain();
    team.reception.store->write([&](Records& records) {
        for (int i = 0; i < 10'000; ++i) {
            Case one = made;
            one.id = {};
            one.first.acknowledge_by = add_days(*made.first.acknowledge_by, i % 60);
            records.add(one);
        }
    });
    const auto begin = std::chrono::steady_clock::now();
    const RegisterPage page =
        register_page(*team.reception.store, team.reception.reception.today(), { .first = 5'000 });
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    CHECK(page.counts.open == 10'001);
    CHECK(page.rows.size() == 8);
    MESSAGE("a page of 10,001 cases in ms: ", took.count());
    CHECK(took.count() < 100);
}

} // namespace nextplease::desk
