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

// "Tue 4 Nov", of another year "Tue 4 Nov 2025".
std::string day_words(LocalDate date, const Scene& scene);
// Of a duration in seconds, in minutes: "6.4".
std::string minutes_words(std::int64_t seconds, const Words& words);
std::optional<Pace> pace_of(const std::optional<double>& share, double goal_percent);

std::string promise_title(const Standard& standard, const Scene& scene);
// "By service"
std::string by_title(By by, const Words& words);
const std::vector<SeenReport::Group>& groups_of(const SeenReport& report, By by);
// Of a row of that table: "Housing", "Desk 3", "09:00", "Mon".
std::string group_name(const SeenAnswer& answer, By by, std::uint8_t place, const Scene& scene);

SeenView prepare_seen(const SeenAnswer& answer, By by, const Scene& scene, const std::string& beside);
// What `today` says of kiosk.conf's promises; none: it was not worked out yet.
LiveView prepare_live(
    const Snapshot& snapshot, const std::optional<PromisesAnswer>& today, const Scene& scene);
// "12 of 20: 60.0 %", or that nothing was said.
std::string share_line(std::int64_t part, std::int64_t whole, const Words& words);
// "Housing, 12 of 20: 60.0 %": a part of a chart for who does not see it.
std::string area_words(const std::string& what, const std::string& figure, const Words& words);
// Names under an axis of months: "Oct", with the year below the first one and each January; below the last
// one that it is of the days so far, where it is.
enum class LastMonth { Whole, SoFar };
std::vector<std::string> month_names(
    const std::vector<LocalDate>& firsts, LastMonth last, const Words& words);
// Whether months that end with this key ("2026-10") end with the month of today.
LastMonth last_month(const std::string& key, LocalDate today);

PublishedView prepare_published(const PublishedAnswer& answer, const Scene& scene);
ComplaintsView prepare_complaints(const ComplaintsAnswer& answer, const Scene& scene);
std::string avoidable_words(AvoidableContact type, const Words& words);

// What happened to a visit, a contact or a case; and as lines, the first one its name.
struct Told {
    TicketNumber number {};
    std::vector<Event> visit {};
    std::optional<OtherContact> contact {};
    std::optional<CaseStory> record {};
};
Told read_story(Store& store, const Finding& of); // on the store's thread
std::vector<std::string> story_words(const Told& told, const Scene& scene);

// The rows of a list of findings, and the heads of its columns.
std::vector<std::string> finding_columns(const Scene& scene);
TableRow finding_row(const Finding& finding, const Scene& scene);
BehindView prepare_behind(const BehindAnswer& answer, const Scene& scene);

} // namespace nextplease::manager
