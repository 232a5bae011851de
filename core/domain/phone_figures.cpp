#include "core/domain/phone_figures.h"

namespace nextplease {
namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

void PhoneFigures::add(const Standard& standard, const Observation& observation, const Judged& judged)
{
    if (observation.counts == Observation::Counts::LeftOut)
        return;
    if (observation.stopped) {
        ++answered;
        in_time += judged.standing == Standing::Within ? 1 : 0;
    } else if (observation.lost) {
        ++abandoned;
        at_once += *observation.lost - observation.started < standard.lost_grace ? 1 : 0;
    } else {
        return;
    }
    ++offered;
}

std::optional<double> PhoneFigures::answer_rate() const
{
    return share(answered, offered);
}

std::optional<double> PhoneFigures::abandoned_rate() const
{
    return share(abandoned, offered);
}

std::optional<double> PhoneFigures::abandoned_rate_without_at_once() const
{
    return share(abandoned - at_once, offered - at_once);
}

std::optional<double> PhoneFigures::in_time_of_answered() const
{
    return share(in_time, answered);
}

std::optional<double> PhoneFigures::in_time_of_offered() const
{
    return share(in_time, offered);
}

std::optional<double> PhoneFigures::in_time_without_at_once() const
{
    return share(in_time, offered - at_once);
}

} // namespace nextplease
