// The charts of seen-within-target: the same on the screen, in pages, PDF and spreadsheets.
#pragma once

#include "kiosk/chart/chart.h"
#include "kiosk/manager/prepare.h"

namespace nextplease::manager {

chart::Chart trend_chart(const SeenAnswer& answer, const Scene& scene);
chart::Chart hours_chart(const SeenAnswer& answer, const Scene& scene);
chart::Chart waits_chart(const SeenAnswer& answer, const Scene& scene);

// "Week by week"
std::string trend_title(SeenQuestion::Trend trend, const Words& words);
// "Seen on Mon 12 Oct", "Seen in the week from Mon 12 Oct", "Seen in Oct 2026"
std::string stretch_title(SeenQuestion::Trend trend, const SeenQuestion::Days& days, const Words& words);
// "Seen who came on Mon from 10:00"; "Seen after 4 minutes"
std::string hour_title(int weekday, int hour, const Words& words);
// How a share is marked beside its goal.
chart::Mark mark_of(const std::optional<double>& share, double goal);
std::string wait_title(int minutes, bool and_over, const Words& words);
// "Seen within 10 minutes"; of services with limits of their own: "Seen within each service's time".
std::string within_words(const SeenAnswer& answer, const Scene& scene);

// The rows of the heat map and its columns: the weekdays and hours on which anybody was seen, in order.
struct HeatPlaces {
    std::vector<int> weekdays; // ISO
    std::vector<int> hours;
};
HeatPlaces heat_places(const SeenReport& report);

} // namespace nextplease::manager
