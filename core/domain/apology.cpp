#include "core/domain/apology.h"

namespace nextplease {

std::string apology_detail(const Apology& apology)
{
    std::string detail;
    if (!apology.reason.empty())
        detail += "reason=" + apology.reason + " ";
    detail += "waited=" + std::to_string(apology.waited.count());
    if (!apology.words.empty())
        detail += " words=" + apology.words;
    return detail;
}

void ApologyFigures::add(const VisitTimes& visit, Seconds limit, Told said)
{
    if (!visit.seen || *visit.seen - visit.arrived - visit.held <= limit)
        return;
    ++late;
    told += said == Told::Yes ? 1 : 0;
}

std::optional<double> ApologyFigures::share() const
{
    if (late == 0)
        return std::nullopt;
    return static_cast<double>(told) / static_cast<double>(late);
}

} // namespace nextplease
