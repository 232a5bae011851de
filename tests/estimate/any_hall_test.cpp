// What must hold of the estimate in every hall: shown on halls by chance.
#include "tests/estimate/any_hall.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

constexpr int kHalls = 100;
constexpr int kLooks = 12;

struct Average {
    double mean = 0;
    double error = 0; // of the mean, squared
};

Average average(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    Average made;
    made.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    for (const double value : values)
        made.error += (value - made.mean) * (value - made.mean);
    made.error /= count * (count - 1);
    return made;
}

// Medians of two hundred replicates scatter; how much is seen from a dozen of them. Five standard errors of
// the difference, and a second, are taken for chance: of the 600 comparisons here none
// should go beyond them by chance, and the halls are always the same.
bool clearly_less(const std::vector<double>& a, const std::vector<double>& b)
{
    const Average less = average(a);
    const Average more = average(b);
    return less.mean < more.mean - 5 * std::sqrt(less.error + more.error) - 1;
}

void require_in_order(double p10, double p50, double p90)
{
    CHECK(p10 >= 0);
    CHECK(p10 <= p50);
    CHECK(p50 <= p90);
    CHECK(std::isfinite(p90));
}

void require_ordered(const WaitForecast& forecast)
{
    require_in_order(forecast.range.p10, forecast.range.p50, forecast.range.p90);
    require_in_order(forecast.raw.p10, forecast.raw.p50, forecast.raw.p90);
    CHECK(forecast.raw.never >= 0);
    CHECK(forecast.raw.never <= 1);
    CHECK(forecast.ahead >= 0);
}

void require_all_ordered(AnyHall& hall)
{
    const HallForecast all = hall.story.forecaster.for_all(hall.now());
    CHECK(all.waiting.size() == hall.story.forecaster.hall().waiting().size());
    for (const auto& [visit, forecast] : all.waiting)
        require_ordered(forecast);
    CHECK(static_cast<int>(all.newcomers.size()) == hall.services());
    for (const WaitForecast& forecast : all.newcomers)
        require_ordered(forecast);
    for (const auto& [visit, forecast] : all.waiting)
        require_ordered(hall.story.forecaster.for_visit(visit, hall.now(), Stated::WithTicket));
}

} // namespace

TEST_CASE("In any hall one more ahead does not shorten the estimate by more than chance")
{
    for (std::uint64_t seed = 1; seed <= kHalls; ++seed) {
        AnyHall hall({ .seed = seed });
        const int service = hall.any_service();
        std::vector<double> before = hall.medians(service, kLooks);
        for (int more = 0; more < 3; ++more) {
            CAPTURE(seed);
            CAPTURE(more);
            hall.one_more(service);
            const std::vector<double> after = hall.medians(service, kLooks);
            CHECK_FALSE(clearly_less(after, before));
            before = after;
        }
    }
}

TEST_CASE("In any hall one more open desk does not lengthen the estimate by more than chance")
{
    for (std::uint64_t seed = 1; seed <= kHalls; ++seed) {
        AnyHall hall({ .seed = seed });
        std::vector<std::vector<double>> before;
        for (int service = 0; service < hall.services(); ++service)
            before.push_back(hall.medians(service, kLooks));
        hall.open_one_more();
        for (int service = 0; service < hall.services(); ++service) {
            CAPTURE(seed);
            CAPTURE(service);
            CHECK_FALSE(
                clearly_less(before[static_cast<std::size_t>(service)], hall.medians(service, kLooks)));
        }
    }
}

TEST_CASE("In any hall every range is in order, for all who wait and all who may come")
{
    for (std::uint64_t seed = 1; seed <= kHalls; ++seed) {
        CAPTURE(seed);
        AnyHall hall({ .seed = seed });
        require_all_ordered(hall);
    }
}

TEST_CASE("Services of no length or of a day, one desk and five hundred who wait keep every range in order")
{
    using Lengths = AnyHall::Lengths;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        for (const Lengths lengths : { Lengths::None, Lengths::DayLong }) {
            AnyHall hall({ .seed = seed, .lengths = lengths });
            require_all_ordered(hall);
        }
        AnyHall one({ .seed = seed, .most_desks = 1 });
        require_all_ordered(one);
    }
    AnyHall full({ .seed = 3 });
    while (full.story.forecaster.hall().waiting().size() < 500)
        full.one_more(full.any_service());
    const HallForecast all = full.story.forecaster.for_all(full.now());
    for (const auto& [visit, forecast] : all.waiting)
        require_ordered(forecast);
}

TEST_CASE("In any hall all at once and one at a time agree up to chance")
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        AnyHall hall({ .seed = seed, .most_waiting = 12 });
        WaitForecaster& forecaster = hall.story.forecaster;
        const HallForecast all = forecaster.for_all(hall.now());
        for (const auto& waiting : all.waiting) {
            const WaitForecast& together = waiting.second;
            const WaitForecast alone = forecaster.for_visit(waiting.first, hall.now(), Stated::WhileWaiting);
            // The shares of two hundred replicates without a call differ by less than four standard errors.
            CHECK(std::abs(together.raw.never - alone.raw.never) < 0.2);
            if (together.raw.never > 0.2 || alone.raw.never > 0.2)
                continue;
            const double spread = std::max(together.raw.p90 - together.raw.p10, 60.0);
            CHECK(std::abs(together.raw.p50 - alone.raw.p50) < spread / 2);
        }
    }
}

TEST_CASE("In any hall nobody is given a number whom no desk may ever call")
{
    for (std::uint64_t seed = 1; seed <= kHalls; ++seed) {
        CAPTURE(seed);
        AnyHall hall({ .seed = seed });
        const Hall& room = hall.story.forecaster.hall();
        const HallForecast all = hall.story.forecaster.for_all(hall.now());
        for (std::size_t i = 0; i < all.waiting.size(); ++i) {
            const Waiter& waiter = room.waiting()[i];
            const bool somebody =
                std::any_of(room.desks().begin(), room.desks().end(), [&](const HallDesk& desk) {
                    const bool away =
                        desk.doing == HallDesk::Doing::Closed && !desk.back && (desk.opened || !desk.opens);
                    return !away && Hall::may_take(desk, waiter);
                });
            CHECK((somebody || !all.waiting[i].second.known));
        }
    }
}
