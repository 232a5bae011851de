// Reading what visitors wrote with their feedback: by whom, with what, and never without a trace.
#include "core/reception/cases.h"
#include "core/reception/feedback_opening.h"
#include "core/reception/staff.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;
using Kind = OpeningObstacle::Kind;

namespace {

struct Team {
    Team()
    {
        office.configuration.public_key = key.public_key();
        add_staff(office.reception, "Reader", Secret(std::string_view("2468")), ComplaintsTeam::Member);
        add_staff(office.reception, "Clerk", Secret(std::string_view("2468")), ComplaintsTeam::Outside);
    }
    void give(int score, std::string_view words)
    {
        FeedbackWish wish;
        wish.score = score;
        wish.words = Secret(words);
        wish.language = Language("en");
        give_feedback(office.reception, wish, {});
    }
    FeedbackOpening read(const SecretKey* with, const CaseReader& reader)
    {
        return open_feedback(office.reception, {}, {}, with, reader);
    }
    Kind refused(const SecretKey* with, const CaseReader& reader)
    {
        const FeedbackOpening reply = read(with, reader);
        REQUIRE(std::holds_alternative<OpeningObstacle>(reply));
        return std::get<OpeningObstacle>(reply).kind;
    }
    std::vector<FeedbackReading> readings() { return open_reading_log(office.store->name())->all(); }

    SecretKey key = make_secret_key();
    ReceptionFixture office;
};

} // namespace

TEST_CASE("A member of the complaints team reads all that has words, and it is stored who did and when")
{
    Team team;
    team.give(2, "Too loud");
    team.give(5, "");
    team.give(4, "A kind clerk");
    const FeedbackOpening reply = team.read(&team.key, { "reader" });
    REQUIRE(std::holds_alternative<FeedbackOpened>(reply));
    const auto& read = std::get<FeedbackOpened>(reply).read;
    REQUIRE(read.size() == 2);
    CHECK(read.front().words.text() == "Too loud");
    CHECK(read.front().feedback.score == 2);
    CHECK(read.back().words.text() == "A kind clerk");
    REQUIRE(team.readings().size() == 1);
    CHECK(team.readings().front()
        == FeedbackReading { team.office.reception.now(), "staff:Reader", {}, {}, 2 });
}

TEST_CASE("Nobody else reads what was written with feedback, and nothing is stored as read")
{
    Team team;
    team.give(2, "Too loud");
    const SecretKey other = make_secret_key();
    CHECK(team.refused(&team.key, { "" }) == Kind::NobodySignedIn);
    CHECK(team.refused(&team.key, { "Clerk" }) == Kind::NotInTeam);
    CHECK(team.refused(nullptr, { "Reader" }) == Kind::KeyMissing);
    CHECK(team.refused(&other, { "Reader" }) == Kind::OtherKey);
    CHECK(team.readings().empty());
}

TEST_CASE("What is sealed to another key is left out and counted, beside what can be read")
{
    Team team;
    team.give(2, "Too loud");
    const SecretKey other = make_secret_key();
    team.office.configuration.public_key = other.public_key();
    team.give(3, "Too cold");
    const FeedbackOpening reply = team.read(&other, { "Reader" });
    REQUIRE(std::holds_alternative<FeedbackOpened>(reply));
    CHECK(std::get<FeedbackOpened>(reply).other_keys == 1);
    CHECK(std::get<FeedbackOpened>(reply).read.front().words.text() == "Too cold");
}

TEST_CASE("What is damaged is left out and counted, and keeps nobody from reading the rest")
{
    Team team;
    team.give(2, "Too loud");
    team.give(3, "Too cold");
    team.office.store->write([](Records& records) {
        Confided spoilt = records.confided(Confided::Of::Feedback, 0, 1).front();
        spoilt.words.text[20] = spoilt.words.text[20] == 'A' ? 'B' : 'A';
        records.put(spoilt);
    });
    const FeedbackOpening reply = team.read(&team.key, { "Reader" });
    REQUIRE(std::holds_alternative<FeedbackOpened>(reply));
    CHECK(std::get<FeedbackOpened>(reply).damaged == 1);
    CHECK(std::get<FeedbackOpened>(reply).other_keys == 0);
    REQUIRE(std::get<FeedbackOpened>(reply).read.size() == 1);
    CHECK(std::get<FeedbackOpened>(reply).read.front().words.text() == "Too cold");
}
