#include "core/reception/arrival_forecast.h"

#include "core/base/error.h"
#include "core/base/local_time.h"
#include "core/reception/csv.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace nextplease {
namespace {

constexpr Seconds kHour { 3600 };

class ForecastReader {
public:
    explicit ForecastReader(std::string file)
        : file_(std::move(file))
    {
    }

    void take(const CsvRecord& record)
    {
        line_ = record.line;
        if (record.cells.size() != 2)
            fail(fmt::format("{} cells where there should be 2: write hour,visitors", record.cells.size()));
        if (!header_seen_) {
            if (record.cells[0] != "hour" || record.cells[1] != "visitors")
                fail("this is not a forecast: the first line must be hour,visitors");
            header_seen_ = true;
            return;
        }
        const auto hour = parse_clock_face(record.cells[0]);
        if (!hour || *hour % kHour != Seconds { 0 } || *hour >= 24 * kHour)
            fail(fmt::format("\"{}\" is not an hour: write it as 09:00", record.cells[0]));
        if (!visitors_.try_emplace(*hour, Told { visitors(record.cells[1]), line_ }).second)
            fail(fmt::format("{} is told twice: leave one of them out", record.cells[0]));
    }

    void apply(StaffingModel& model)
    {
        if (visitors_.empty())
            throw InputError(fmt::format(
                "{} tells of no hour: write hour,visitors and a line for each hour, such as 09:00,24",
                file_));
        for (const auto& [hour, told] : visitors_)
            set_hour(model, hour, told);
        for (PlannedStep& step : model.steps) {
            if (!visitors_.contains(step.time.from / kHour * kHour))
                step.visitors = 0;
        }
    }

private:
    struct Told {
        double visitors = 0;
        int line = 0;
    };

    [[noreturn]] void fail(std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", file_, line_, reason));
    }

    double visitors(const std::string& cell) const
    {
        constexpr double kMost = 100'000;
        double value = 0;
        const char* const end = cell.data() + cell.size();
        const auto [rest, error] = std::from_chars(cell.data(), end, value);
        if (error != std::errc {} || rest != end || !(value >= 0 && value <= kMost))
            fail(fmt::format("\"{}\" is not a number of visitors: write such as 24 or 24.5", cell));
        return value;
    }

    void set_hour(StaffingModel& model, Seconds hour, const Told& told)
    {
        line_ = told.line;
        double before = 0;
        double length = 0;
        for (const PlannedStep& step : model.steps) {
            if (step.time.from / kHour * kHour != hour)
                continue;
            before += step.visitors;
            length += static_cast<double>((step.time.to - step.time.from).count());
        }
        if (length <= 0 && told.visitors > 0)
            fail(fmt::format("the reception is closed at {}: leave the line out, or say other hours with "
                             "--hours",
                clock_face(hour)));
        for (PlannedStep& step : model.steps) {
            if (step.time.from / kHour * kHour != hour)
                continue;
            const double part = before > 0
                ? step.visitors / before
                : static_cast<double>((step.time.to - step.time.from).count()) / length;
            step.visitors = told.visitors * part;
        }
    }

    std::string file_;
    bool header_seen_ = false;
    int line_ = 0;
    std::map<Seconds, Told> visitors_; // by hour
};

} // namespace

void set_forecast(StaffingModel& model, const std::filesystem::path& file)
{
    ForecastReader reader(file.string());
    read_csv(file, [&](const CsvRecord& record) { reader.take(record); });
    reader.apply(model);
    model.level_error = 0; // it is what was asked
}

} // namespace nextplease
