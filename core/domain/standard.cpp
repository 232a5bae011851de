#include "core/domain/standard.h"

#include <algorithm>
#include <cassert>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, kStandardChannels.size()> kChannelWords { "visit", "phone", "email",
    "text", "web", "letter", "fax", "social", "post", "out_of_hours", "complaint", "escalated" };

// Where two words mean one clock, the first is the one that is written.
constexpr auto kStretches = std::to_array<StretchWords>({
    { Stretch::Seen, "arrived", "seen" },
    { Stretch::Picked, "ringing", "answered" },
    { Stretch::Picked, "offered", "answered" },
    { Stretch::Acknowledged, "received", "acknowledged" },
    { Stretch::Acknowledged, "escalated", "acknowledged" },
    { Stretch::Answered, "received", "responded" },
    { Stretch::Answered, "posted", "responded" },
    { Stretch::Answered, "escalated", "responded" },
    { Stretch::Scanned, "received", "scanned" },
    { Stretch::AnsweredSinceAcknowledged, "acknowledged", "responded" },
});

constexpr std::array<std::string_view, 4> kVerdictWords { "met", "not_met", "no_goal", "nothing" };

bool is_lost(const Standard& standard, const Observation& observation, const std::optional<Instant>& due)
{
    switch (standard.lost) {
    case Lost::LeaveOut:
        return false;
    case Lost::Late:
        return due && *observation.lost > *due;
    case Lost::All:
        return *observation.lost - observation.started >= standard.lost_grace;
    }
    return false;
}

std::optional<Instant> due_of(const Standard& standard, const Observation& observation, Deadlines& deadlines)
{
    assert(standard.limit || observation.own_limit);
    const Instant from = observation.started + observation.paused;
    if (!standard.limit)
        return from + *observation.own_limit;
    if (observation.promised && observation.promised->limit == *standard.limit)
        return deadlines.end_of(observation.promised->until);
    return deadlines.last_moment(*standard.limit, from);
}

// The later date, where it was told in time; no later than may be told.
std::optional<Instant> extended_due(
    const Standard& standard, const Observation& observation, Instant due, Deadlines& deadlines)
{
    if (!standard.extended || !observation.told || observation.told->at > due)
        return std::nullopt;
    const auto most = deadlines.last_moment(*standard.extended, observation.started);
    const Instant told = deadlines.end_of(observation.told->until);
    return most ? std::min(told, *most) : told;
}

bool worse(const BrokenPromise& a, const BrokenPromise& b)
{
    return std::tuple(a.lost, -a.over.count(), a.started, a.reference)
        < std::tuple(b.lost, -b.over.count(), b.started, b.reference);
}

} // namespace

std::string_view word(StandardChannel channel)
{
    return kChannelWords.at(static_cast<std::size_t>(channel));
}

std::optional<StandardChannel> standard_channel(std::string_view word)
{
    const auto at = std::find(kChannelWords.begin(), kChannelWords.end(), word);
    if (at == kChannelWords.end())
        return std::nullopt;
    return static_cast<StandardChannel>(at - kChannelWords.begin());
}

StandardChannel channel_of(Channel channel)
{
    return *standard_channel(word(channel));
}

StretchWords words_of(Stretch stretch)
{
    return *std::find_if(
        kStretches.begin(), kStretches.end(), [&](const auto& one) { return one.stretch == stretch; });
}

std::optional<Stretch> stretch(std::string_view from, std::string_view to)
{
    const auto found = std::find_if(kStretches.begin(), kStretches.end(),
        [&](const auto& one) { return one.from == from && one.to == to; });
    return found == kStretches.end() ? std::nullopt : std::optional(found->stretch);
}

bool has_stretch(StandardChannel channel, Stretch stretch)
{
    switch (stretch) {
    case Stretch::Seen:
        return channel == StandardChannel::Visit;
    case Stretch::Picked:
        return channel == StandardChannel::Phone;
    case Stretch::Scanned:
        return channel == StandardChannel::Post;
    case Stretch::Acknowledged:
    case Stretch::Answered:
    case Stretch::AnsweredSinceAcknowledged:
        return channel != StandardChannel::Visit && channel != StandardChannel::Post;
    }
    return false;
}

std::string_view word(Verdict verdict)
{
    return kVerdictWords.at(static_cast<std::size_t>(verdict));
}

bool is_about(const Standard& standard, const Observation& observation, const Deadlines& deadlines)
{
    const auto has = [](const auto& list, const auto& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    if (!has(standard.channels, observation.channel))
        return false;
    if (!standard.services.empty() && !has(standard.services, observation.service))
        return false;
    if (!standard.directorate.empty() && standard.directorate != observation.directorate)
        return false;
    if (standard.between.empty() && !standard.working_days_only)
        return true;
    const LocalTime started = deadlines.zone().local(observation.started);
    if (standard.working_days_only && !deadlines.working_days().is_working_day(started.date))
        return false;
    if (standard.between.empty())
        return true;
    const Seconds time = started.since_midnight;
    return std::any_of(standard.between.begin(), standard.between.end(),
        [&](const OpenSpan& span) { return span.from <= time && time < span.to; });
}

Judged judge(const Standard& standard, const Observation& observation, Deadlines& deadlines, Instant now)
{
    Judged judged;
    if (observation.counts == Observation::Counts::LeftOut)
        return judged;
    judged.due = due_of(standard, observation, deadlines);
    const std::optional<Instant> first = judged.due;
    if (first) {
        if (const auto later = extended_due(standard, observation, *first, deadlines))
            judged.due = std::max(*first, *later);
    }
    if (observation.lost && !observation.stopped) {
        if (!is_lost(standard, observation, judged.due))
            return judged;
        judged.standing = Standing::Lost;
        judged.over = judged.due ? std::max(*observation.lost - *judged.due, Seconds { 0 }) : Seconds { 0 };
        return judged;
    }
    const Instant until = observation.stopped.value_or(now);
    const bool late = judged.due && until > *judged.due;
    if (late)
        judged.over = until - *judged.due;
    if (!observation.stopped) {
        judged.standing = late ? Standing::OpenLate : Standing::Open;
        return judged;
    }
    judged.standing = late ? Standing::Late : Standing::Within;
    judged.extended = !late && first && until > *first;
    return judged;
}

std::optional<double> StandardFigures::share() const
{
    if (decided() == 0)
        return std::nullopt;
    return static_cast<double>(within) / static_cast<double>(decided());
}

Verdict StandardFigures::verdict(const std::optional<double>& goal_percent) const
{
    if (decided() == 0)
        return Verdict::Nothing;
    if (!goal_percent)
        return Verdict::NoGoal;
    constexpr double kPercent = 100;
    constexpr double kRounding = 1e-9; // 0.95 is not quite 95 / 100
    return *share() * kPercent + kRounding >= *goal_percent ? Verdict::Met : Verdict::NotMet;
}

void StandardFigures::add(const Observation& observation, const Judged& judged, const Zone& zone)
{
    if (judged.standing == Standing::LeftOut) {
        ++left_out;
        return;
    }
    ++count;
    switch (judged.standing) {
    case Standing::Within:
        ++within;
        extended += judged.extended ? 1 : 0;
        return;
    case Standing::Open:
        ++open;
        return;
    case Standing::Late:
        ++late;
        break;
    case Standing::Lost:
        ++lost;
        break;
    case Standing::OpenLate:
        ++open;
        ++open_late;
        break;
    case Standing::LeftOut:
        break;
    }
    if (observation.told && judged.standing != Standing::Lost)
        ++told;
    const LocalTime began = zone.local(observation.started);
    ++broken_days[began.date];
    ++broken_hours.at(
        static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(began.since_midnight).count()));
    BrokenPromise broken { std::string(observation.reference), observation.channel, observation.service,
        observation.started, observation.stopped, judged.due, judged.over,
        judged.standing == Standing::Lost };
    if (worst.size() == kWorstCases && !worse(broken, worst.back()))
        return;
    worst.insert(std::upper_bound(worst.begin(), worst.end(), broken, worse), std::move(broken));
    if (worst.size() > kWorstCases)
        worst.pop_back();
}

} // namespace nextplease
