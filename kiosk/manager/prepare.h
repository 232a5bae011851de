// Turns figures into the words and drawings that the manager sees. Pure, but for the fonts that charts are
// measured with.
#pragma once

#include "kiosk/manager/manager.h"

namespace nextplease::manager {

// What is the same for every part of a view.
struct Scene {
    const Configuration& configuration;
    const Words& words;
    LocalDate today;
};

// A share, rounded down to a tenth: it never looks better than it is. "94.2".
std::string percent_words(double share);
// Of a duration in seconds, in minutes: "6.4".
std::string minutes_words(std::int64_t seconds);
// "1,284", grouped as people read it.
std::string number_words(std::int64_t number);
std::optional<Pace> pace_of(const std::optional<double>& share, double goal_percent);

SeenView prepare_seen(const SeenAnswer& answer, const Scene& scene, const std::string& beside);
LiveView prepare_live(const Snapshot& snapshot, const Scene& scene);
PublishedView prepare_published(const PublishedAnswer& answer, const Scene& scene);
ComplaintsView prepare_complaints(const ComplaintsAnswer& answer, const Scene& scene);
BehindView prepare_behind(const BehindAnswer& answer, const Scene& scene);

} // namespace nextplease::manager
