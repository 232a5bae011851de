#include "kiosk/manager/view.h"

namespace nextplease::manager {

const std::string& ChartView::said_of(const chart::Area& area) const
{
    const auto series = static_cast<std::size_t>(area.series), index = static_cast<std::size_t>(area.index);
    return series < said.size() && index < said[series].size() ? said[series][index] : title;
}

std::vector<KeyedTable> tables_of(View& view)
{
    return { { "group", Tab::Seen, &view.seen.groups }, { "service", Tab::Live, &view.live.services },
        { "promise", Tab::Live, &view.live.promises }, { "desk", Tab::Live, &view.live.desks },
        { "device", Tab::Live, &view.live.devices },
        { "indicator", Tab::Published, &view.published.indicators },
        { "received", Tab::Complaints, &view.complaints.services },
        { "case", Tab::Complaints, &view.complaints.open },
        { "whatif", Tab::Staffing, &view.staffing.what_ifs },
        { "hours", Tab::Staffing, &view.staffing.hours } };
}

} // namespace nextplease::manager
