// Changing the complaints team's key: all that was confided is sealed to the new one, and nothing is lost.
#include "core/base/error.h"
#include "core/reception/case_steps.h"
#include "core/reception/cases.h"
#include "core/reception/resealing.h"
#include "tests/support/reception_fixture.h"

using namespace nextplease;
using testing::ReceptionFixture;

namespace {

// Breaks off after so many units of work, as when the machine loses its power.
class BreakingStore : public Store {
public:
    BreakingStore(Store& store, int units)
        : store_(store)
        , left_(units)
    {
    }
    void write(const std::function<void(Records&)>& work) override
    {
        if (left_-- == 0)
            throw Failure(Failure::Kind::Unavailable, "broken off");
        store_.write(work);
    }
    void read(const std::function<void(Records&)>& work) override { store_.read(work); }
    void scan(Period arrived, const std::function<void(const VisitRow&)>& tell) override
    {
        store_.scan(arrived, tell);
    }
    void scan_numbered(Period arrived, const std::function<void(const VisitRow&)>& tell) override
    {
        store_.scan_numbered(arrived, tell);
    }
    void scan_events(EventId after, Instant from, const std::function<void(const EventRow&)>& tell) override
    {
        store_.scan_events(after, from, tell);
    }
    void scan_estimates(
        EstimateId after, Instant from, const std::function<void(const EstimateRecord&)>& tell) override
    {
        store_.scan_estimates(after, from, tell);
    }
    std::int64_t revision() override { return store_.revision(); }
    void backup(const std::string& path) override { store_.backup(path); }
    std::string name() const override { return store_.name(); }

private:
    Store& store_;
    int left_;
};

struct Archive {
    explicit Archive(int cases)
    {
        office.configuration.public_key = old_key.public_key();
        for (int i = 0; i < cases; ++i)
            complain("Words " + std::to_string(i));
    }
    Case complain(const std::string& words)
    {
        CaseWish wish;
        wish.words = Secret(std::string_view(words));
        wish.reply = ReplyWish::Phone;
        wish.contact = Secret(std::string_view("07700 900123"));
        wish.language = Language("en");
        return std::get<CaseDone>(receive_case(office.reception, wish, {}, "kiosk")).record;
    }
    void give(const std::string& words)
    {
        FeedbackWish wish;
        wish.score = 2;
        wish.words = Secret(std::string_view(words));
        wish.language = Language("en");
        give_feedback(office.reception, wish, {});
    }
    Resealed reseal(Store& store)
    {
        return nextplease::reseal(
            store, old_key, new_key.public_key(), office.reception.now(), "command line:ann");
    }
    Resealed reseal() { return reseal(*office.store); }
    std::vector<Confided> all(Confided::Of of)
    {
        std::vector<Confided> found;
        office.store->read([&](Records& records) { found = records.confided(of, 0, 10'000); });
        return found;
    }

    ReceptionFixture office;
    SecretKey old_key = make_secret_key(), new_key = make_secret_key();
};

} // namespace

TEST_CASE("After a rotation the new key reads every word, and the old one reads none")
{
    Archive archive(3);
    archive.give("Too loud");
    const Resealed done = archive.reseal();
    CHECK(done.cases == 3);
    CHECK(done.feedback == 1);
    CHECK(done.never_sealed + done.other_keys == 0);
    CHECK(done.damaged.empty());
    const std::vector<Confided> cases = archive.all(Confided::Of::Case);
    REQUIRE(cases.size() == 3);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CHECK(archive.new_key.open(cases[i].words)->text() == "Words " + std::to_string(i));
        CHECK(archive.new_key.open(cases[i].contact)->text() == "07700 900123");
        CHECK_FALSE(archive.old_key.open(cases[i].words));
    }
    CHECK(archive.new_key.open(archive.all(Confided::Of::Feedback).front().words)->text() == "Too loud");
}

TEST_CASE("Each case tells that it was sealed anew, by whom, and to which key it was sealed before")
{
    Archive archive(1);
    archive.reseal();
    const CaseEvent event = case_story(*archive.office.store, CaseId(1))->events.back();
    CHECK(event.kind == CaseEventKind::Resealed);
    CHECK(event.actor == "command line:ann");
    CHECK(event.before == "key=" + fingerprint(archive.old_key.public_key()) + '\n');
    CHECK(event.after == "key=" + fingerprint(archive.new_key.public_key()) + '\n');
}

TEST_CASE("A rotation that was broken off is begun again and does the rest, each case once")
{
    Archive archive(450); // three units of work
    BreakingStore breaking(*archive.office.store, 1);
    CHECK_THROWS_AS(archive.reseal(breaking), Failure);
    CHECK(archive.reseal().cases == 250);
    CHECK(archive.reseal().cases == 0);
    for (const Confided& one : archive.all(Confided::Of::Case))
        CHECK(one.words.key == fingerprint(archive.new_key.public_key()));
    CHECK(case_story(*archive.office.store, CaseId(1))->events.size() == 2);
}

TEST_CASE("What was never sealed is sealed too, and what another key or damage keeps shut is left and said")
{
    Archive archive(1);
    archive.office.configuration.public_key.reset();
    archive.complain("Plain words");
    archive.office.configuration.public_key = make_secret_key().public_key();
    archive.complain("Of a third key");
    archive.office.configuration.public_key = archive.old_key.public_key();
    const Case spoilt = archive.complain("Spoilt");
    Confided damaged = archive.all(Confided::Of::Case).back();
    damaged.words.text[20] = damaged.words.text[20] == 'A' ? 'B' : 'A';
    archive.office.store->write([&](Records& records) { records.put(damaged); });
    const Resealed done = archive.reseal();
    CHECK(done.cases == 1);
    CHECK(done.never_sealed == 1);
    CHECK(done.other_keys == 1);
    REQUIRE(done.damaged.size() == 1);
    CHECK(done.damaged.front() == reference_of(spoilt));
    const std::vector<Confided> cases = archive.all(Confided::Of::Case);
    CHECK(archive.new_key.open(cases[1].words)->text() == "Plain words");
    CHECK(cases[3] == damaged);
}
