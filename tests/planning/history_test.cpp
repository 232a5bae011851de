// What the store's history becomes in the model, figure by figure; and forecasts that replace its visitors.
#include "core/reception/arrival_forecast.h"

#include "core/base/error.h"
#include "core/reception/desk_import.h"
#include "core/reception/log_import.h"
#include "core/reception/planning.h"
#include "tests/support/reception_fixture.h"

#include <cmath>
#include <fstream>

using namespace nextplease;

namespace {

const LocalDate kMonday { std::chrono::year { 2026 } / 3 / 2 };

struct HistoryFixture : testing::ReceptionFixture {
    std::string rows = "ticket,service,priority,arrived,called,finished,left,server\n";
    int ticket = 0;

    // Times of day as "09:00:00"; empty where it did not happen.
    void visit(LocalDate day, const std::string& service, const std::string& arrived,
        const std::string& called, const std::string& finished, const std::string& left = "",
        const std::string& desk = "Desk 1", const std::string& priority = "0")
    {
        const auto at = [&](const std::string& time) { return time.empty() ? "" : to_iso(day) + "T" + time; };
        rows += std::to_string(++ticket) + "," + service + "," + priority + "," + at(arrived) + ","
            + at(called) + "," + at(finished) + "," + at(left) + "," + (called.empty() ? "" : desk) + "\n";
    }

    void import()
    {
        std::ofstream(folder / "log.csv", std::ios::trunc) << rows;
        import_log(*store, configuration, folder / "log.csv", UnknownNames::TakeAsFound);
    }

    void import_desks_of(const std::string& lines)
    {
        std::ofstream(folder / "desks.csv", std::ios::trunc) << "desk,event,at\n" << lines;
        import_desks(*store, configuration, folder / "desks.csv", UnknownNames::TakeAsFound);
    }

    ModelOfHistory model(int weekday = 1)
    {
        return model_of_history(*store, configuration,
            { .from = add_days(kMonday, -100),
                .to = add_days(kMonday, 100),
                .weekday = weekday,
                .open = configuration.hours.weekdays[0] });
    }

    std::filesystem::path forecast_file(const std::string& text)
    {
        std::ofstream(folder / "forecast.csv", std::ios::trunc) << text;
        return folder / "forecast.csv";
    }

    std::string forecast_fault(const std::string& text)
    {
        ModelOfHistory made = model();
        try {
            set_forecast(made.model, forecast_file(text));
        } catch (const InputError& error) {
            const std::string what = error.what();
            return what.substr(what.find("forecast.csv"));
        }
        return "";
    }
};

} // namespace

TEST_CASE_FIXTURE(HistoryFixture, "Visitors of a weekday are expected as they came, step by step, on average")
{
    for (int week = 0; week < 10; ++week) {
        const LocalDate monday = add_days(kMonday, 7 * week);
        visit(monday, "A", "09:00:00", "09:01:00", "09:05:00");
        visit(monday, "A", "09:29:59", "09:30:00", "09:35:00");
        if (week % 2 == 0)
            visit(monday, "B", "16:59:59", "17:00:00", "17:05:00");
        visit(monday, "A", "08:59:59", "09:00:00", "09:01:00"); // before it opens
        visit(add_days(monday, 1), "B", "12:00:00", "12:01:00", "12:05:00");
    }
    import();
    const ModelOfHistory made = model();
    REQUIRE(made.model.steps.size() == 16);
    CHECK(made.model.steps[0].visitors == doctest::Approx(2));
    CHECK(made.model.steps[1].visitors == 0);
    CHECK(made.model.steps[15].visitors == doctest::Approx(0.5));
    CHECK(made.model.visitors() == doctest::Approx(2.5));
    CHECK(made.basis.days == 10);
    CHECK(made.basis.all_days == 20);
    CHECK(made.basis.visitors == 25);
    CHECK(made.basis.outside == 10);
    CHECK(made.basis.own_shape);
}

TEST_CASE_FIXTURE(
    HistoryFixture, "A few days of the weekday tell how many come; when they come, all days tell")
{
    visit(kMonday, "A", "09:00:00", "09:01:00", "09:05:00");
    visit(kMonday, "A", "09:10:00", "09:11:00", "09:15:00");
    visit(add_days(kMonday, 1), "A", "11:00:00", "11:01:00", "11:05:00");
    visit(add_days(kMonday, 1), "A", "11:10:00", "11:11:00", "11:15:00");
    import();
    const ModelOfHistory made = model();
    CHECK_FALSE(made.basis.own_shape);
    CHECK(made.model.visitors() == doctest::Approx(2));
    CHECK(made.model.steps[0].visitors == doctest::Approx(1));
    CHECK(made.model.steps[4].visitors == doctest::Approx(1));
}

TEST_CASE_FIXTURE(HistoryFixture, "Durations at desks, no-shows and places in the queue are those that were")
{
    visit(kMonday, "A", "09:00:00", "09:01:00", "09:05:00");
    visit(kMonday, "N", "09:10:00", "09:11:00", "09:18:20");
    visit(kMonday, "A", "09:20:00", "09:21:00", "09:22:00", "", "Desk 1", "P");
    import();
    const ModelOfHistory made = model();
    REQUIRE(made.model.services.size() == 3);
    const auto durations = [&](std::size_t service) {
        std::vector<int> of;
        for (const Handling& one : made.model.services[service].handlings)
            of.push_back(one.at_desk);
        return of;
    };
    // Fewer than ten: imagined ones stand beside them.
    CHECK(durations(0).size() == 202);
    CHECK(durations(0)[0] == 240);
    CHECK(durations(0)[1] == 60);
    CHECK(durations(2)[0] == 440);
    CHECK(made.model.mean_at_desk(1)
        == doctest::Approx(600).epsilon(0.2)); // never seen: the configured minutes
    CHECK(made.basis.served == 3);
    const std::vector<Coming>& coming = made.model.steps[0].coming;
    CHECK(std::count(coming.begin(), coming.end(), Coming { 0, 0 }) == 1);
    CHECK(std::count(coming.begin(), coming.end(), Coming { 2, -90 }) == 1);
    CHECK(std::count(coming.begin(), coming.end(), Coming { 0, 600 }) == 1);
    CHECK(made.model.services[1].limit == Minutes { 15 });
    CHECK(made.model.desks[1].rank == std::vector<int> { 2, 1, 0 });
}

TEST_CASE_FIXTURE(HistoryFixture, "Days scatter beyond chance by the spread that the model has")
{
    // Mondays of 10 and 50 visitors in turn: mean 30, variance 400 n/(n-1).
    for (int week = 0; week < 10; ++week) {
        const int count = week % 2 == 0 ? 10 : 50;
        for (int i = 0; i < count; ++i) {
            const std::string minute = "10:" + std::to_string(10 + i) + ":";
            visit(add_days(kMonday, 7 * week), "A", minute + "00", minute + "10", minute + "40");
        }
    }
    import();
    const StaffingModel made = model().model;
    const double variance = 400.0 * 10 / 9;
    CHECK(made.load_spread == doctest::Approx(std::sqrt((variance - 30) / 900)));
    CHECK(made.level_error == doctest::Approx(std::sqrt(variance / 10) / 30));
}

TEST_CASE_FIXTURE(
    HistoryFixture, "Patience is learnt from those who left and from those whom a call cut short")
{
    // Half of all would leave after 300 seconds; of ten who are called after 299 nothing more is known.
    for (int i = 0; i < 10; ++i) {
        const LocalDate day = add_days(kMonday, 7 * i);
        visit(day, "A", "09:00:00", "", "", "09:05:00");
        visit(day, "A", "10:00:00", "10:10:00", "10:20:00");
        visit(day, "A", "11:00:00", "11:04:59", "11:20:00");
    }
    import();
    const ModelOfHistory made = model();
    CHECK(made.basis.left == 10);
    REQUIRE(made.model.patience);
    // Ten of twenty who reached it left at 300 seconds. A mean of the leavers alone would be 300 seconds for
    // all.
    CHECK(made.model.patience->survival(600) > 0.4);
    CHECK(made.model.patience->survival(600) < 0.6);
    CHECK(made.model.patience->survival(180) > 0.8);
}

TEST_CASE_FIXTURE(HistoryFixture, "Where hardly anybody was seen to leave, nobody is taken to leave")
{
    for (int i = 0; i < 9; ++i)
        visit(add_days(kMonday, 7 * i), "A", "09:00:00", "", "", "09:05:00");
    import();
    CHECK_FALSE(model().model.patience);
}

TEST_CASE_FIXTURE(
    HistoryFixture, "Turnarounds are timed while somebody waits, and pauses where desks tell of them")
{
    // Called 30 seconds after the one before ended, each time while waiting already.
    for (int i = 0; i < 8; ++i) {
        const LocalDate day = add_days(kMonday, 7 * i);
        visit(day, "A", "09:00:00", "09:00:00", "09:05:00");
        visit(day, "A", "09:01:00", "09:05:30", "09:10:00");
        visit(day, "A", "09:02:00", "09:20:00", "09:25:00"); // after a pause
    }
    import();
    const StaffingModel untold = model().model;
    REQUIRE(untold.turnaround);
    CHECK(untold.pause_chance == 0);
    std::string desks;
    for (int i = 0; i < 8; ++i) {
        const std::string day = to_iso(add_days(kMonday, 7 * i));
        desks += "Desk 1,open," + day + "T09:00:00\nDesk 1,pause," + day + "T09:10:00\nDesk 1,resume," + day
            + "T09:20:00\nDesk 1,close," + day + "T17:00:00\n";
    }
    import_desks_of(desks);
    const ModelOfHistory told = model();
    CHECK(told.basis.desk_states_told);
    REQUIRE(told.model.turnaround);
    REQUIRE(told.model.pause);
    CHECK(told.model.pause_chance == doctest::Approx(8.0 / 24));
    CHECK(told.model.turnaround->survival(90) < 0.2);
    CHECK(told.model.pause->survival(480) > 0.6);
    CHECK(told.model.pause->survival(900) < 0.3);
}

TEST_CASE_FIXTURE(HistoryFixture, "A forecast replaces the visitors, in the shape that each hour had")
{
    for (int week = 0; week < 10; ++week) {
        const LocalDate monday = add_days(kMonday, 7 * week);
        for (const char* minute : { "09:00", "09:05", "09:10", "09:40" })
            visit(monday, "A", std::string(minute) + ":00", std::string(minute) + ":10",
                std::string(minute) + ":30");
        visit(monday, "A", "12:00:00", "12:00:10", "12:00:30");
    }
    import();
    ModelOfHistory made = model();
    set_forecast(made.model, forecast_file("hour,visitors\n09:00,40\n10:00,7.5\n"));
    CHECK(made.model.steps[0].visitors == doctest::Approx(30));
    CHECK(made.model.steps[1].visitors == doctest::Approx(10));
    CHECK(made.model.steps[2].visitors == doctest::Approx(3.75));
    CHECK(made.model.steps[6].visitors == 0); // not named
    CHECK(made.model.visitors() == doctest::Approx(47.5));
}

TEST_CASE_FIXTURE(HistoryFixture, "A wrong forecast is refused with its line, and with what to write")
{
    CHECK(forecast_fault("")
        == "forecast.csv tells of no hour: write hour,visitors and a line for each hour, such as 09:00,24");
    CHECK(forecast_fault("time,people\n")
        == "forecast.csv:line 1: this is not a forecast: the first line must be hour,visitors");
    CHECK(forecast_fault("hour,visitors\n9 o'clock,3\n")
        == "forecast.csv:line 2: \"9 o'clock\" is not an hour: write it as 09:00");
    CHECK(forecast_fault("hour,visitors\n09:30,3\n")
        == "forecast.csv:line 2: \"09:30\" is not an hour: write it as 09:00");
    CHECK(forecast_fault("hour,visitors\n09:00,many\n")
        == "forecast.csv:line 2: \"many\" is not a number of visitors: write such as 24 or 24.5");
    CHECK(forecast_fault("hour,visitors\n09:00,-1\n").find("not a number of visitors") != std::string::npos);
    CHECK(forecast_fault("hour,visitors\n09:00,nan\n").find("not a number of visitors") != std::string::npos);
    CHECK(forecast_fault("hour,visitors\n09:00,1\n09:00,2\n")
        == "forecast.csv:line 3: 09:00 is told twice: leave one of them out");
    CHECK(forecast_fault("hour,visitors\n20:00,1\n")
        == "forecast.csv:line 2: the reception is closed at 20:00: leave the line out, or say other hours "
           "with --hours");
    CHECK(forecast_fault("hour,visitors\n09:00\n")
        == "forecast.csv:line 2: 1 cells where there should be 2: write hour,visitors");
}
