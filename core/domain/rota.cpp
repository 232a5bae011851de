#include "core/domain/rota.h"

#include <algorithm>

namespace nextplease {

int Rota::desks_open(std::size_t step) const
{
    int count = 0;
    for (std::size_t desk = 0; desk < desks(); ++desk)
        count += is_open(desk, step) ? 1 : 0;
    return count;
}

int Rota::desk_steps() const
{
    return static_cast<int>(std::count(open_.begin(), open_.end(), 1));
}

std::vector<OpenSpan> steps_of(const std::vector<OpenSpan>& open, Seconds length)
{
    std::vector<OpenSpan> steps;
    for (const OpenSpan& span : open) {
        for (Seconds from = span.from; from < span.to; from += length)
            steps.push_back({ from, std::min(from + length, span.to) });
    }
    return steps;
}

Stay opening_of(std::size_t step, const std::vector<OpenSpan>& steps)
{
    Stay opening { step, step + 1 };
    while (opening.from > 0 && steps[opening.from - 1].to == steps[opening.from].from)
        --opening.from;
    while (opening.to < steps.size() && steps[opening.to - 1].to == steps[opening.to].from)
        ++opening.to;
    return opening;
}

std::vector<Stay> stays_of(const Rota& rota, std::size_t desk, const std::vector<OpenSpan>& steps)
{
    std::vector<Stay> stays;
    for (std::size_t step = 0; step < rota.steps(); ++step) {
        if (!rota.is_open(desk, step))
            continue;
        const bool goes_on =
            !stays.empty() && stays.back().to == step && steps[step - 1].to == steps[step].from;
        if (goes_on)
            ++stays.back().to;
        else
            stays.push_back({ step, step + 1 });
    }
    return stays;
}

} // namespace nextplease
