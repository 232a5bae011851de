// How soon a manager sees figures of many visits: the first picture, and each change of a filter.
//   bench_manager [VISITS]        else 10^6
#include "core/reception/seen_report.h"
#include "tests/bench/bench_office.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

using namespace nextplease;

namespace {

constexpr int kWeeks = stretches_of(SeenQuestion::Trend::Weeks);

double seconds(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

} // namespace

int main(int argc, char** argv)
{
    const int visits = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "nextplease-bench-manager.db";
    for (const char* end : { "", "-wal", "-shm", ".tick" })
        std::filesystem::remove(file.string() + end);
    const Configuration configuration = bench::office_with(6, 4);
    const auto store = open_store("sqlite:" + file.string(), Opening::Create);
    bench::store_past(*store, visits);
    const Instant now = bench::morning();
    const LocalDate today = configuration.zone.date(now);
    SeenQuestion question { today.year() / today.month() / std::chrono::day { 1 }, today, {}, {}, {}, {},
        SeenQuestion::Days { add_days(today, -43), add_days(today, -13) } };

    VisitTable table(configuration);
    const double bare = seconds([&] {
        std::int64_t count = 0;
        store->scan(
            configuration.zone.days(add_days(today, -7 * kWeeks), today), [&](const VisitRow&) { ++count; });
        fmt::print("visits of the first picture        {}\n", count);
    });
    const double first = seconds([&] {
        table.load(*store, add_days(today, -7 * kWeeks), today, now);
        seen_report(table, question);
    });
    const double rest =
        seconds([&] { table.load(*store, std::nullopt, add_days(today, -7 * kWeeks - 1), now); });
    SeenQuestion all = question;
    all.from = std::chrono::year { 1990 } / 1 / 1;
    const double whole = seconds([&] { seen_report(table, all); });
    all.service = 2;
    const double service = seconds([&] { seen_report(table, all); });
    const double month = seconds([&] { seen_report(table, question); });
    const double refresh = seconds([&] { table.load(*store, today, today, now); });
    fmt::print("first figures                      {:.3f} s   ({:.1f} x the bare scan of those visits)\n",
        first, first / bare);
    fmt::print("all years, read behind them        {:.3f} s\n", rest);
    fmt::print("a filter over all {:8} visits   {:.3f} s\n", table.visits().size(), whole);
    fmt::print("one service of them                {:.3f} s\n", service);
    fmt::print("this month                         {:.3f} s\n", month);
    fmt::print("today read anew                    {:.3f} s\n", refresh);
    for (const char* end : { "", "-wal", "-shm", ".tick" })
        std::filesystem::remove(file.string() + end);
}
