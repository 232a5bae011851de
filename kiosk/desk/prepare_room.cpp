// The right column: how today goes, and the other desks.
#include "kiosk/desk/prepare.h"

#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <cmath>
#include <fmt/format.h>

namespace nextplease::desk {
namespace {

long nearest_minutes(double seconds)
{
    return std::lround(seconds / 60);
}

std::string percent_of(double share, double goal, const Words& words)
{
    const double percent = share * 100;
    const double whole = std::round(percent);
    // Never rounded up to a goal that was missed.
    if (percent < goal && whole >= goal)
        return percent_text(share, words);
    return fmt::format("{:.0f}", whole);
}

void add_share(TodayView& today, const WaitFigures& figures, double goal, const Words& words)
{
    const std::string goal_words = goal_text(goal, words);
    const auto share = figures.share_seen_within();
    today.goal_share = goal / 100;
    if (!share) {
        today.goal = words.say(Text::DeskTodayNobody, { { "goal", goal_words } });
        return;
    }
    const double below = goal - *share * 100;
    constexpr double kClose = 5; // points under the goal: still close (look.md, signs)
    today.share = *share;
    today.percent = words.say(Text::DeskTodayPercent, { { "percent", percent_of(*share, goal, words) } });
    today.seen_within = words.count(Text::DeskTodaySeenWithin, static_cast<long>(figures.seen),
        { { "within", static_cast<long>(figures.within) } });
    if (below <= 0) {
        today.pace = Pace::InTime;
        today.goal = words.say(Text::DeskTodayMet, { { "goal", goal_words } });
        return;
    }
    today.pace = below <= kClose ? Pace::Near : Pace::Past;
    // Points as they are read off the two figures shown.
    const long points = std::lround(goal - std::round(*share * 100));
    today.goal = points < 1 ? words.say(Text::DeskTodayJustBelow, { { "goal", goal_words } })
                            : words.count(Text::DeskTodayBelow, points, { { "goal", goal_words } });
}

std::string minutes_or_none(bool known, long minutes, const Words& words)
{
    return known ? words.say(Text::DeskListMinutes, { { "minutes", minutes } })
                 : words.say(Text::DeskClockNone);
}

std::string your_desk(const Scene& scene)
{
    for (const auto& [desk, served] : scene.snapshot.served_by_desk) {
        if (desk == scene.desk.code && served.count > 0)
            return scene.words.count(Text::DeskTodayYourSeen, static_cast<long>(served.count),
                { { "minutes", nearest_minutes(*served.mean_seconds()) } });
    }
    return scene.words.say(Text::DeskTodayYourNone);
}

// "Lunch until 12:45", "On a break since 12:00"
std::string break_words(const DeskNow& desk, const Scene& scene)
{
    const BreakReason* reason = scene.configuration.desks.break_reason(desk.reason);
    if (reason && desk.back)
        return scene.words.say(Text::DeskDesksUntil,
            { { "reason", reason->name }, { "time", wall_clock(*desk.back, scene.configuration) } });
    if (reason)
        return reason->name;
    return scene.words.say(
        Text::DeskDesksOnBreak, { { "time", wall_clock(desk.since, scene.configuration) } });
}

OtherDesk other_desk(const DeskNow& desk, const Scene& scene)
{
    const Words& words = scene.words;
    OtherDesk view;
    view.name = name_of(desk.desk, words, scene.configuration);
    if (desk.help_since) {
        view.kind = OtherDesk::Kind::Paused;
        view.words = words.say(desk.helper.empty() ? Text::DeskDesksAsksHelp : Text::DeskDesksHelpComes);
        return view;
    }
    if (desk.current) {
        const Visit& visit = desk.current->visit;
        view.kind = OtherDesk::Kind::Busy;
        view.words = name_of(visit.service, words, scene.configuration);
        view.number = visit.number.text();
        const Instant now = moment_of(scene.snapshot);
        const Instant since = visit.started ? *visit.started : visit.called.value_or(now);
        view.minutes = words.say(Text::DeskListMinutes, { { "minutes", whole_minutes(now - since) } });
        return view;
    }
    switch (desk.state) {
    case DeskState::Open:
        view.kind = OtherDesk::Kind::Free;
        view.words = words.say(Text::DeskDesksFree);
        break;
    case DeskState::Paused:
        view.kind = OtherDesk::Kind::Paused;
        view.words = break_words(desk, scene);
        break;
    case DeskState::Closed:
        view.kind = OtherDesk::Kind::Closed;
        view.words = words.say(Text::DeskDesksClosed);
        break;
    }
    return view;
}

// "Seen within 10, 15 min": "38 of 41, 3 of 4"
FigureRow by_standard(const Scene& scene)
{
    const Words& words = scene.words;
    std::string limits, shares;
    for (const auto& [limit, figures] : scene.snapshot.by_limit) {
        const std::string gap = limits.empty() ? std::string() : words.say(Text::CommonListSeparator);
        limits += gap + std::to_string(whole_minutes(limit));
        shares += gap
            + words.say(Text::DeskTodayOf,
                { { "part", static_cast<long>(figures.within) },
                    { "whole", static_cast<long>(figures.seen) } });
    }
    return { words.say(Text::DeskTodayWithin, { { "minutes", limits } }), shares };
}

} // namespace

TodayView prepare_today(const Scene& scene)
{
    const Words& words = scene.words;
    const WaitFigures& figures = scene.snapshot.today;
    TodayView today;
    today.title = words.say(Text::DeskTodayTitle);
    const auto& spans = scene.configuration.hours.on(scene.snapshot.local.date);
    if (!spans.empty())
        today.since = words.say(Text::DeskTodaySince, { { "time", clock_face(spans.front().from) } });
    add_share(today, figures, scene.configuration.goal_percent, words);
    const bool known = figures.wait.count > 0;
    today.rows = {
        { words.say(Text::DeskTodayMedian),
            minutes_or_none(
                known, nearest_minutes(static_cast<double>(figures.wait.median_seconds)), words) },
        // Rounded up: "at most" stays true.
        { words.say(Text::DeskTodayNineInTen),
            minutes_or_none(known, static_cast<long>((figures.wait.p90_seconds + 59) / 60), words) },
        { words.say(Text::DeskTodayLeft), std::to_string(figures.left_early + figures.left_late) },
        { words.say(Text::DeskTodayYourDesk), your_desk(scene) },
    };
    const ApologyFigures& apologies = scene.snapshot.apologies;
    if (apologies.late > 0)
        today.rows.push_back({ words.say(Text::DeskTodayApologised),
            words.say(Text::DeskTodayOf,
                { { "part", static_cast<long>(apologies.told) },
                    { "whole", static_cast<long>(apologies.late) } }) });
    // Where services have standards of their own, how the day stands against each.
    if (scene.snapshot.by_limit.size() > 1)
        today.rows.push_back(by_standard(scene));
    return today;
}

DesksView prepare_desks(const Scene& scene, int places)
{
    DesksView view;
    view.title = scene.words.say(Text::DeskDesksTitle);
    for (const DeskNow& desk : scene.snapshot.desks) {
        if (desk.desk != scene.desk.code)
            view.desks.push_back(other_desk(desk, scene));
    }
    if (view.desks.empty())
        view.none = scene.words.say(Text::DeskDesksNone);
    const auto most = static_cast<std::size_t>(std::max(1, places));
    if (view.desks.size() > most) {
        view.more = scene.words.count(Text::DeskDesksMore, static_cast<long>(view.desks.size() - most + 1));
        view.desks.resize(most - 1);
    }
    return view;
}

} // namespace nextplease::desk
