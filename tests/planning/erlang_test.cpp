// The formulas against published values, and against figures of other hands: the chain of states solved with
// thirty digits, and the waits integrated from their density (Python, mpmath).
#include "core/domain/erlang.h"

#include <cmath>
#include <doctest/doctest.h>

using namespace nextplease;

namespace {

constexpr double kMinute = 60;
constexpr double kAnHour = 3600;

bool near(double value, double wanted, double error)
{
    return std::abs(value - wanted) <= error;
}

} // namespace

TEST_CASE("Erlang B: one call in a hundred is lost at the loads of the published tables")
{
    CHECK(near(erlang_b(5, 1.361), 0.0100057240, 1e-9));
    CHECK(near(erlang_b(10, 4.461), 0.0099977867, 1e-9));
    CHECK(near(erlang_b(20, 12.031), 0.0100025920, 1e-9));
    CHECK(near(erlang_b(100, 84.064), 0.0099996829, 1e-9));
    CHECK(erlang_b(0, 3) == 1);
    CHECK(erlang_b(1000, 1) == 0); // less than any number
    CHECK(near(erlang_b(10000, 10000), 0.00794, 1e-4)); // sqrt(2 / (pi n)) for large n
}

TEST_CASE("Erlang C and A: the example of Garnett, Mandelbaum and Reiman (2002)")
{
    // 50 agents, 48 calls a minute of one minute, patience of two minutes.
    ConstantQueue queue { .desks = 50, .arrivals_a_second = 48 / kMinute, .mean_service = kMinute };
    const QueueInBalance patient(queue);
    CHECK(near(*patient.mean_wait(), 20.8, 0.05)); // as published
    CHECK(near(patient.share_seen_by(58.1), 0.9, 0.0005));
    CHECK(near(patient.chance_of_waiting(), 0.6944556112, 1e-9));

    queue.mean_patience = 2 * kMinute;
    const QueueInBalance impatient(queue);
    CHECK(near(impatient.share_leaving(), 0.031, 0.0005)); // as published
    CHECK(near(*impatient.mean_wait(), 3.7, 0.05));
    CHECK(near(impatient.share_of_seen_by(12.5), 0.9, 0.003));
    CHECK(near(impatient.chance_of_waiting(), 0.4677740686, 1e-9));
    CHECK(near(impatient.share_leaving(), 0.03091224916, 1e-10));
    CHECK(near(impatient.share_seen_by(12.5), 0.8745569097, 1e-9));
    CHECK(near(impatient.share_leaving_after(12.5), 0.004618969857, 1e-10));
}

TEST_CASE("Receptions: three desks for 24 visitors an hour; two for 40, who cannot all be served")
{
    ConstantQueue queue { .desks = 3, .arrivals_a_second = 24 / kAnHour, .mean_service = 6 * kMinute };
    const QueueInBalance patient(queue);
    CHECK(near(patient.chance_of_waiting(), 0.6471910112, 1e-9));
    CHECK(near(patient.share_seen_by(600), 0.7619117325, 1e-9));
    CHECK(near(*patient.mean_wait(), 388.3146067, 1e-6));

    queue.mean_patience = 15 * kMinute;
    const QueueInBalance impatient(queue);
    CHECK(near(impatient.chance_of_waiting(), 0.4929862901, 1e-9));
    CHECK(near(impatient.share_leaving(), 0.109269269, 1e-9));
    CHECK(near(impatient.share_seen_by(600), 0.8754423545, 1e-9));
    CHECK(near(impatient.share_leaving_after(600), 0.002916174881, 1e-10));
    CHECK(near(*impatient.mean_wait(), 98.34234208, 1e-6));

    queue = { .desks = 2,
        .arrivals_a_second = 40 / kAnHour,
        .mean_service = 6 * kMinute,
        .mean_patience = 10 * kMinute };
    const QueueInBalance crowded(queue);
    CHECK(near(crowded.chance_of_waiting(), 0.9517827676, 1e-9));
    CHECK(near(crowded.share_leaving(), 0.5144651697, 1e-9));
    CHECK(near(crowded.share_seen_by(300), 0.2299774466, 1e-9));
    CHECK(near(crowded.share_leaving_after(300), 0.1762252816, 1e-9));
}

TEST_CASE("A load that the desks cannot carry has no balance without leaving")
{
    const QueueInBalance hopeless(
        { .desks = 3, .arrivals_a_second = 30 / kAnHour, .mean_service = 6 * kMinute });
    CHECK(hopeless.chance_of_waiting() == 1);
    CHECK(hopeless.share_seen_by(36'000) == 0);
    CHECK_FALSE(hopeless.mean_wait());
}

TEST_CASE("Endless patience is the limit of long patience, and nothing runs out of range")
{
    ConstantQueue queue { .desks = 12, .arrivals_a_second = 100 / kAnHour, .mean_service = 6 * kMinute };
    const QueueInBalance patient(queue);
    for (const double patience : { 1e7, 1e9 }) {
        queue.mean_patience = patience;
        const QueueInBalance nearly(queue);
        CHECK(near(nearly.chance_of_waiting(), patient.chance_of_waiting(), 200 / std::sqrt(patience) / 100));
        CHECK(near(nearly.share_seen_by(600), patient.share_seen_by(600), 100 / std::sqrt(patience) / 100));
    }
    // A thousand desks, ten times more visitors than they can serve, patience of an hour.
    const QueueInBalance flooded({ .desks = 1000,
        .arrivals_a_second = 100'000 / kAnHour,
        .mean_service = 6 * kMinute,
        .mean_patience = kAnHour });
    CHECK(near(flooded.share_leaving(), 0.9, 1e-3));
    CHECK(flooded.chance_of_waiting() == 1);
    CHECK(flooded.share_seen_by(600) >= 0);
}

TEST_CASE("So many desks are needed, and one fewer is too few")
{
    ConstantQueue queue { .arrivals_a_second = 24 / kAnHour, .mean_service = 6 * kMinute };
    CHECK(desks_needed(queue, 600, 0.95, 20) == 4);
    queue.desks = 4;
    CHECK(QueueInBalance(queue).share_seen_by(600) >= 0.95);
    queue.desks = 3;
    CHECK(QueueInBalance(queue).share_seen_by(600) < 0.95);
    CHECK_FALSE(desks_needed(queue, 600, 0.95, 3));
    // Those who soon give up leave desks free, and do not count.
    queue.mean_patience = 5 * kMinute;
    CHECK(desks_needed(queue, 600, 0.95, 20) == 2);
}
