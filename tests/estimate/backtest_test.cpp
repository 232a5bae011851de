// The backtest on a store: what it scores, that it is causal, and what logs from elsewhere need.
#include "core/reception/estimate_backtest.h"

#include "core/reception/break_import.h"
#include "core/reception/desk_import.h"
#include "core/reception/log_import.h"
#include "core/reception/simulation.h"
#include "tests/support/reception_fixture.h"

#include <fstream>

using namespace nextplease;
using testing::TempFolder;

namespace {

struct Log {
    explicit Log(int days, std::optional<LocalDate> until = {})
    {
        SimulationRules rules = simulation_rules(configuration);
        SimulatedLog log = simulated_log(rules, configuration,
            { .from = LocalDate { std::chrono::year { 2026 } / 1 / 5 }, .days = days, .seed = 4 });
        write("visits.csv", until ? cut(log.visits, *until, 3) : log.visits);
        write("desks.csv", until ? cut(log.desks, *until, 2) : log.desks);
        import_log(*store, configuration, folder / "visits.csv", UnknownNames::TakeAsFound);
    }

    void write(const char* name, const std::string& text) { std::ofstream(folder / name) << text; }

    // Only rows of days before.
    static std::string cut(const std::string& csv, LocalDate until, int column)
    {
        std::string kept;
        std::size_t begin = 0;
        while (begin < csv.size()) {
            const std::size_t end = csv.find('\n', begin) + 1;
            std::string line = csv.substr(begin, end - begin);
            std::size_t cell = 0;
            for (int i = 0; i < column; ++i)
                cell = line.find(',', cell) + 1;
            if (begin == 0 || line.compare(cell, 10, to_iso(until)) < 0)
                kept += line;
            begin = end;
        }
        return kept;
    }

    void with_desks()
    {
        import_desks(*store, configuration, folder / "desks.csv", UnknownNames::TakeAsFound);
    }

    std::vector<Prediction> predictions(const BacktestQuestion& question = {})
    {
        std::vector<Prediction> all;
        report =
            backtest(*store, configuration, question, [&](const Prediction& one) { all.push_back(one); });
        return all;
    }

    TempFolder folder;
    Configuration configuration = testing::small_configuration();
    std::unique_ptr<Store> store = open_store("sqlite:" + (folder / "store.db").string(), Opening::Create);
    BacktestReport report;
};

bool same(const Prediction& a, const Prediction& b)
{
    return a.ticket == b.ticket && a.scored.range == b.scored.range && a.scored.rivals == b.scored.rivals;
}

} // namespace

TEST_CASE("Every visitor who was called is predicted once")
{
    Log log(5);
    log.with_desks();
    const auto predictions = log.predictions();
    CHECK(log.report.desk_states == DeskStates::Told);
    CHECK(log.report.called == static_cast<std::int64_t>(predictions.size()));
    CHECK(predictions.size() > 300);
    CHECK(log.report.scores.count() > 100);
    for (const Prediction& one : predictions) {
        CHECK(one.scored.range.p10 <= one.scored.range.p50);
        CHECK(one.scored.range.p50 <= one.scored.range.p90);
    }
}

TEST_CASE("No prediction changes when the log's future is cut off")
{
    Log all(5);
    all.with_desks();
    Log cut(5, LocalDate { std::chrono::year { 2026 } / 1 / 8 });
    cut.with_desks();
    const auto whole = all.predictions();
    const auto past = cut.predictions();
    REQUIRE(past.size() > 100);
    REQUIRE(past.size() < whole.size());
    for (std::size_t i = 0; i < past.size(); ++i)
        CHECK(same(past[i], whole[i]));
}

TEST_CASE("Only the days asked for are scored, and what came before is learnt from")
{
    Log log(5);
    log.with_desks();
    const auto all = log.predictions();
    const LocalDate day { std::chrono::year { 2026 } / 1 / 7 };
    const auto one_day = log.predictions({ .from = day, .to = day });
    CHECK_FALSE(one_day.empty());
    std::size_t found = 0;
    for (const Prediction& one : all) {
        if (one.arrived.date == day && found < one_day.size() && same(one, one_day[found]))
            ++found;
    }
    CHECK(found == one_day.size());
}

TEST_CASE("A log that tells of calls alone is taken as such")
{
    Log log(5);
    const auto predictions = log.predictions();
    CHECK(log.report.desk_states == DeskStates::NotTold);
    CHECK(log.report.scores.count() > 100);
    CHECK(*log.report.scores.ratio_to(Rival::RollingTen) < 1);
}

TEST_CASE("Head starts of a log from elsewhere change who is ahead")
{
    Log log(5);
    BacktestQuestion question;
    question.service_head_starts = { { ServiceCode("B"), Seconds { -600 } } };
    const auto plain = log.predictions();
    const auto behind = log.predictions(question);
    REQUIRE(plain.size() == behind.size());
    bool differs = false;
    for (std::size_t i = 0; i < plain.size(); ++i)
        differs |= !same(plain[i], behind[i]);
    CHECK(differs);
}

TEST_CASE("What desks did is imported whole or not at all, and once")
{
    Log log(2);
    log.write(
        "desks.csv", "desk,event,at\nDesk 1,open,2026-01-05T09:00:00\nDesk 1,nap,2026-01-05T09:10:00\n");
    CHECK_THROWS_WITH(log.with_desks(),
        doctest::Contains("desks.csv:line 3: \"event\" is \"nap\": write open, pause, resume or close"));
    log.write(
        "desks.csv", "desk,event,at\nDesk 1,pause,2026-01-05T09:10:00\nDesk 1,open,2026-01-05T09:00:00\n");
    const auto import = [&] {
        return import_desks(*log.store, log.configuration, log.folder / "desks.csv", UnknownNames::Refuse);
    };
    CHECK(import().added == 2);
    CHECK(import().already_there == 2);
    log.write("desks.csv", "desk,event,at\nDesk 9,open,2026-01-05T09:00:00\n");
    CHECK_THROWS_WITH(import(), doctest::Contains("desk \"Desk 9\" is not known"));
}

TEST_CASE("Where a log tells of calls alone, the planned breaks can be taken for what desks did")
{
    Log log(3);
    for (Desk& desk : log.configuration.office.desks)
        desk.breaks = { { std::chrono::hours { 12 }, std::chrono::hours { 12 } + Minutes { 30 } } };
    const DeskImportSummary taken = import_breaks(*log.store, log.configuration);
    CHECK(taken.added >= 3 * 3 * 2); // each desk opened and closed on each day
    CHECK(taken.added <= 3 * 3 * 4);
    CHECK(import_breaks(*log.store, log.configuration).added == 0);
    CHECK_FALSE(log.predictions().empty());
    CHECK(log.report.desk_states == DeskStates::Told);
}
