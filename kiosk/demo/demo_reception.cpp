#include "kiosk/demo/demo_reception.h"

#include "core/base/error.h"
#include "kiosk/demo/demo_clock.h"

#include <cstdlib>
#include <fmt/format.h>

namespace nextplease {
namespace {

Instant next_ten_o_clock(const Configuration& configuration)
{
    constexpr int kDaysAhead = 30;
    LocalDate date = configuration.zone.date(SystemClock {}.now());
    for (int day = 0; day < kDaysAhead; ++day, date = add_days(date, 1)) {
        const LocalTime ten { date, std::chrono::hours { 10 } };
        if (configuration.hours.open_at(ten)) {
            if (const auto instant = configuration.zone.instant(ten))
                return *instant;
        }
    }
    throw InputError(fmt::format("{}: the reception is never open at 10:00 in the next 30 days, when the "
                                 "demo begins: give it hours under [hours]",
        configuration.source));
}

const Desk& desk_for_people(const Configuration& configuration)
{
    const Desk* desk = configuration.office.find(DeskCode { "Desk 3" });
    return desk ? *desk : configuration.office.desks.back();
}

} // namespace

std::string StagedClock::run(double speed)
{
    const Instant real = SystemClock {}.now();
    running_.emplace(stands_at_, real, speed);
    return clock_option(stands_at_, real, speed);
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "nextplease-demo-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format(
                "no temporary folder can be made ({}): see that there is room on the disk, or set TMPDIR",
                pattern));
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

DemoReception::DemoReception(
    const Configuration& configuration, const std::string& store, const std::filesystem::path& folder)
    : configuration_(configuration)
    , store_url_(store.empty() ? "sqlite:" + (folder / "store.db").string() : store)
    , store_(open_store(store_url_, Opening::Create))
    , reception_(*store_, configuration, clock_)
    , free_desk_(desk_for_people(configuration))
    , ten_(next_ten_o_clock(configuration))
{
    clock_.set(ten_);
}

std::vector<std::string> DemoReception::common_arguments(const std::string& clock_option) const
{
    return { "--config", configuration_.source, "--store", store_url_, "--clock", clock_option };
}

} // namespace nextplease
