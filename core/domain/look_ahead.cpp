#include "core/domain/look_ahead.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr double kSeenLately = 45 * 60; // a desk of which nothing is told is taken to be there so long
constexpr double kExtraDeskMean = 600; // and one more joins after so long, on average
constexpr double kLateOpeningMean = 120; // behind a planned time
constexpr double kGivenUpAfter = 30 * 60; // an opening that is so late does not come
constexpr double kArrivalWindow = 1800;
constexpr double kStillServing = 3 * 3600.0; // a service that lasts longer was never ended in the log

double seconds(Instant from, Instant to)
{
    return static_cast<double>((to - from).count());
}

// When a desk that is away says, or is planned, to open; none: nobody knows, or it is too late to believe.
std::optional<Instant> opening_of(const HallDesk& desk, Instant now)
{
    const bool planned = desk.doing == HallDesk::Doing::Closed && !desk.opened;
    const std::optional<Instant> opening = desk.back ? desk.back : planned ? desk.opens : std::nullopt;
    return opening && seconds(*opening, now) <= kGivenUpAfter ? opening : std::nullopt;
}

struct Valued {
    double wait;
    double weight;
};

// The wait below which `share` of all weight lies.
double quantile(const std::vector<Valued>& sorted, double total, double share)
{
    double below = 0;
    for (const Valued& one : sorted) {
        below += one.weight;
        if (below >= share * total)
            return one.wait;
    }
    return sorted.empty() ? kLongestWait : sorted.back().wait;
}

Forecast forecast_of(std::vector<Valued>& waits)
{
    std::sort(waits.begin(), waits.end(), [](const Valued& a, const Valued& b) { return a.wait < b.wait; });
    double total = 0;
    double never = 0;
    for (const Valued& one : waits) {
        total += one.weight;
        never += one.wait >= kLongestWait ? one.weight : 0;
    }
    return { quantile(waits, total, 0.1), quantile(waits, total, 0.5), quantile(waits, total, 0.9),
        waits.empty() || total <= 0 ? 1 : never / total };
}

} // namespace

Forecast LookAhead::for_one(const Waiter& who, const Hall& hall, const Lessons& lessons,
    const std::vector<Expected>& expected, Instant now, std::uint64_t seed)
{
    prepare(hall, lessons, expected, now, &who);
    const auto at = std::find_if(line_.begin(), line_.end(), [](const InLine& one) { return one.asked; });
    const int target = static_cast<int>(at - line_.begin());
    const double waited = at->waited;
    Random random(seed);
    std::vector<Valued> waits;
    waits.reserve(static_cast<std::size_t>(replicates_));
    for (int replicate = 0; replicate < replicates_; ++replicate) {
        begin_replicate(lessons, random);
        play(target, lessons, random);
        const double wait = std::min(calls_[static_cast<std::size_t>(target)], kLongestWait);
        // Who is called at last has had the patience to wait for it.
        const double weight = visitors_leave_
            ? std::exp(lessons.patience().cumulative(waited) - lessons.patience().cumulative(waited + wait))
            : 1;
        waits.push_back({ wait, weight });
    }
    return forecast_of(waits);
}

LookAhead::All LookAhead::for_all(const Hall& hall, const Lessons& lessons,
    const std::vector<Expected>& expected, Instant now, std::uint64_t seed)
{
    prepare(hall, lessons, expected, now, nullptr);
    const auto room_for_waits = [&](std::size_t people) {
        std::vector<std::vector<Valued>> waits(people);
        for (auto& one : waits)
            one.reserve(static_cast<std::size_t>(replicates_));
        return waits;
    };
    auto waits = room_for_waits(line_.size());
    auto newcomers = room_for_waits(newcomer_keys_.size());
    Random random(seed);
    for (int replicate = 0; replicate < replicates_; ++replicate) {
        begin_replicate(lessons, random);
        newcomers_left_ = newcomers_.size();
        play(-1, lessons, random);
        for (std::size_t i = 0; i < line_.size(); ++i) {
            // Who left in a replicate says nothing about how long those wait who stay.
            const bool left = calls_[i] == kNever && patience_[i] < kLongestWait;
            if (!left)
                waits[i].push_back({ std::min(calls_[i], kLongestWait), 1 });
        }
        for (std::size_t service = 0; service < newcomers_.size(); ++service)
            newcomers[service].push_back({ std::min(newcomers_[service], kLongestWait), 1 });
    }
    All all;
    for (auto& one : waits)
        all.waiting.push_back(forecast_of(one));
    for (auto& one : newcomers)
        all.newcomers.push_back(forecast_of(one));
    return all;
}

void LookAhead::prepare(const Hall& hall, const Lessons& lessons, const std::vector<Expected>& expected,
    Instant now, const Waiter* one)
{
    visitors_leave_ = lessons.visitors_leave();
    told_ = hall.desk_states() == DeskStates::Told;
    prepare_line(hall, now, one);
    prepare_later(hall, expected, now);
    prepare_desks(hall, now, one);
}

// Who was sent on stands in a line of its own kind, which only that desk, or the colleague's, goes to.
int LookAhead::line_of(const Waiter& waiter)
{
    if (waiter.for_desk < 0 && waiter.for_staff < 0)
        return waiter.service;
    const Sent sent { waiter.service, waiter.for_desk, waiter.for_staff };
    const auto known = std::find(sent_.begin(), sent_.end(), sent);
    if (known != sent_.end())
        return static_cast<int>(newcomer_keys_.size()) + static_cast<int>(known - sent_.begin());
    sent_.push_back(sent);
    lines_.emplace_back();
    return static_cast<int>(lines_.size()) - 1;
}

void LookAhead::prepare_line(const Hall& hall, Instant now, const Waiter* one)
{
    line_.clear();
    lines_.assign(hall.services().size(), {});
    sent_.clear();
    newcomer_keys_.clear();
    for (std::size_t service = 0; service < hall.services().size(); ++service)
        newcomer_keys_.push_back(-static_cast<double>(hall.head_start(static_cast<int>(service), 0).count()));
    const auto add = [&](const Waiter& waiter) {
        const int line = line_of(waiter);
        lines_[static_cast<std::size_t>(line)].push_back(static_cast<int>(line_.size()));
        line_.push_back({ line, waiter.service, seconds(now, waiter.place.key), seconds(waiter.joined, now),
            one && waiter.visit == one->visit });
    };
    bool added = one == nullptr || hall.waiter(one->visit) != nullptr;
    for (const Waiter& waiter : hall.waiting()) {
        if (!added && one->place < waiter.place) {
            add(*one);
            added = true;
        }
        add(waiter);
    }
    if (!added)
        add(*one);
}

void LookAhead::prepare_desks(const Hall& hall, Instant now, const Waiter* one)
{
    desks_.clear();
    for (const HallDesk& desk : hall.desks()) {
        const bool closed = desk.doing == HallDesk::Doing::Closed;
        if (!told_
            && (closed
                || (desk.doing == HallDesk::Doing::Free && seconds(desk.last_seen, now) > kSeenLately)))
            continue;
        if (desk.doing == HallDesk::Doing::Serving && seconds(desk.since, now) > kStillServing)
            continue;
        if (closed && !opening_of(desk, now))
            continue;
        DeskAhead ahead;
        ahead.ready = ready_of(hall, desk, now, one);
        add_offers(hall, desk, ahead);
        for (const Period& planned : desk.breaks) {
            const bool under_way =
                desk.doing == HallDesk::Doing::Paused && planned.from <= now + Seconds { 2700 };
            if (!under_way && planned.to > now)
                ahead.breaks.emplace_back(seconds(now, planned.from), seconds(planned.from, planned.to));
        }
        desks_.push_back(std::move(ahead));
    }
    if (!told_) {
        DeskAhead extra;
        extra.ready = { Ready::How::Extra };
        for (std::size_t service = 0; service < hall.services().size(); ++service)
            extra.offers.emplace_back(static_cast<int>(service), 1);
        desks_.push_back(std::move(extra));
    }
}

void LookAhead::add_offers(const Hall& hall, const HallDesk& desk, DeskAhead& ahead) const
{
    for (std::size_t service = 0; service < desk.rank.size(); ++service) {
        if (desk.rank[service] > 0)
            ahead.offers.emplace_back(static_cast<int>(service), desk.rank[service]);
    }
    for (std::size_t i = 0; i < sent_.size(); ++i) {
        const Sent& sent = sent_[i];
        Waiter waiter;
        waiter.service = sent.service;
        waiter.for_desk = sent.for_desk;
        waiter.for_staff = sent.for_staff;
        if (Hall::may_take(desk, waiter))
            ahead.offers.emplace_back(static_cast<int>(hall.services().size() + i),
                desk.rank[static_cast<std::size_t>(sent.service)]);
    }
}

LookAhead::Ready LookAhead::ready_of(
    const Hall& hall, const HallDesk& desk, Instant now, const Waiter* one) const
{
    using How = Ready::How;
    const double lasted = seconds(desk.since, now);
    switch (desk.doing) {
    case HallDesk::Doing::Serving:
        return { How::RestOfService, lasted, desk.service };
    case HallDesk::Doing::Closed:
        return { How::After, std::max(-seconds(*opening_of(desk, now), now), 0.0) };
    case HallDesk::Doing::Paused:
        if (const auto opening = opening_of(desk, now))
            return { How::After, std::max(-seconds(*opening, now), 0.0) };
        if (desk.in_planned_break && !desk.breaks.empty()) {
            const Period& planned = desk.breaks.front();
            const double length = seconds(planned.from, planned.to);
            return { How::After, std::max(length - lasted, 0.0) };
        }
        return { How::RestOfPause, lasted };
    case HallDesk::Doing::Free:
        break;
    }
    // Free, and not calling: since when could it have?
    if (!told_)
        return { How::RestOfTurnaround, lasted };
    double idle = -1;
    for (const Waiter& waiter : hall.waiting()) {
        const bool is_asked = one && waiter.visit == one->visit;
        const double waited = seconds(waiter.joined, now);
        if (Hall::may_take(desk, waiter) && !(is_asked && waited <= 0))
            idle = std::max(idle, std::min(waited, lasted));
    }
    if (idle < 0)
        return { How::Now };
    return { How::RestOfTurnaround, idle };
}

void LookAhead::prepare_later(const Hall& hall, const std::vector<Expected>& expected, Instant now)
{
    expected_.clear();
    overtaking_.clear();
    // Nobody who comes behind the last of those who are asked about matters.
    double last_key = -kNever;
    const bool asked = std::any_of(line_.begin(), line_.end(), [](const InLine& one) { return one.asked; });
    for (const InLine& one : line_)
        last_key = one.asked || !asked ? std::max(last_key, one.key) : last_key;
    if (!asked && !newcomer_keys_.empty())
        last_key = std::max(last_key, *std::max_element(newcomer_keys_.begin(), newcomer_keys_.end()));
    for (const Expected& one : expected) {
        if (const double key = seconds(now, one.place.key); key < last_key)
            expected_.push_back({ std::max(seconds(now, one.arrives), 0.0), 0, one.service, one.service, key,
                kNever, false });
    }
    for (const HeldWaiter& one : hall.held()) {
        const double key = seconds(now, one.waiter.place.key);
        if (key < last_key && seconds(one.until, now) <= kGivenUpAfter)
            expected_.push_back({ std::max(seconds(now, one.until), 0.0), kLateOpeningMean,
                line_of(one.waiter), one.waiter.service, key, kNever, false });
    }
    // Before closing nobody is expected after it. Where some come all the same, more will.
    const double closes = hall.closes() ? seconds(now, *hall.closes()) : kNever;
    const double window = closes > 0 ? kArrivalWindow : std::clamp(-closes, 60.0, kArrivalWindow);
    const double last_arrival = closes > 0 ? closes : kNever;
    for (const Hall::Arrival& arrival : hall.recent_arrivals(now)) {
        if (closes <= 0 && arrival.at < *hall.closes())
            continue;
        const double head_start =
            static_cast<double>(hall.head_start(arrival.service, arrival.priority).count());
        const double until = std::min(last_key + head_start, last_arrival);
        if (until <= 0)
            continue;
        const auto same = std::find_if(overtaking_.begin(), overtaking_.end(), [&](const Overtaking& one) {
            return one.service == arrival.service && one.head_start == head_start;
        });
        if (same == overtaking_.end())
            overtaking_.push_back({ arrival.service, head_start, window, until });
        else
            same->mean_interval = 1 / (1 / same->mean_interval + 1 / window);
    }
}

void LookAhead::begin_replicate(const Lessons& lessons, Random& random)
{
    for (DeskAhead& desk : desks_) {
        desk.breaks_taken = 0;
        desk.at = first_call(desk, lessons, random);
    }
    heads_.assign(lines_.size(), 0);
    calls_.assign(line_.size(), kNever);
    newcomers_.assign(newcomer_keys_.size(), kNever);
    newcomers_left_ = 0;
    patience_.assign(line_.size(), kNever);
    later_ = expected_;
    for (Later& one : later_)
        one.arrives += one.lateness > 0 ? random.exponential(one.lateness) : 0;
    for (const Overtaking& one : overtaking_) {
        for (double at = random.exponential(one.mean_interval); at < one.until;
             at += random.exponential(one.mean_interval))
            later_.push_back({ at, 0, one.service, one.service, at - one.head_start, kNever, false });
    }
    if (!visitors_leave_)
        return;
    for (std::size_t i = 0; i < line_.size(); ++i)
        patience_[i] = line_[i].asked ? kNever : lessons.patience().draw_rest(line_[i].waited, random);
    for (Later& one : later_)
        one.patience = one.arrives + lessons.patience().draw(random);
}

double LookAhead::first_call(DeskAhead& desk, const Lessons& lessons, Random& random) const
{
    using How = Ready::How;
    const Ready& ready = desk.ready;
    switch (ready.how) {
    case How::Now:
        return 0;
    case How::After:
        return ready.known + random.exponential(kLateOpeningMean);
    case How::RestOfService: {
        const double end = lessons.service(ready.service).draw_rest(ready.known, random);
        return next_call(desk, end, lessons, random);
    }
    case How::RestOfTurnaround:
        return back_after(lessons.turnaround().draw_rest(ready.known, random), lessons);
    case How::RestOfPause:
        return lessons.pause().draw_rest(ready.known, random);
    case How::Extra:
        return random.exponential(kExtraDeskMean);
    }
    return 0;
}

double LookAhead::next_call(DeskAhead& desk, double end, const Lessons& lessons, Random& random) const
{
    if (desk.breaks_taken < desk.breaks.size() && desk.breaks[desk.breaks_taken].first <= end)
        return end + desk.breaks[desk.breaks_taken++].second;
    return end + back_after(lessons.gap(random), lessons);
}

void LookAhead::play(int target, const Lessons& lessons, Random& random)
{
    std::size_t left = line_.size();
    while (left > 0 || newcomers_left_ > 0) {
        const auto first = std::min_element(
            desks_.begin(), desks_.end(), [](const DeskAhead& a, const DeskAhead& b) { return a.at < b.at; });
        if (first == desks_.end() || first->at >= kLongestWait)
            return;
        DeskAhead& desk = *first;
        const int picked = pick(desk);
        if (picked < 0) {
            desk.at = next_arrival_for(desk);
            continue;
        }
        const auto place = static_cast<std::size_t>(picked);
        int service = 0;
        if (place < line_.size()) {
            calls_[place] = desk.at;
            --left;
            if (picked == target)
                return;
            service = line_[place].service;
            ++heads_[static_cast<std::size_t>(line_[place].line)];
        } else {
            Later& later = later_[place - line_.size()];
            later.gone = true;
            service = later.service;
        }
        desk.at = next_call(desk, desk.at + lessons.service(service).draw(random), lessons, random);
    }
}

int LookAhead::pick(const DeskAhead& desk)
{
    candidates_.clear();
    for (const auto& [number, rank] : desk.offers) {
        const std::vector<int>& line = lines_[static_cast<std::size_t>(number)];
        std::size_t& head = heads_[static_cast<std::size_t>(number)];
        while (head < line.size() && patience_[static_cast<std::size_t>(line[head])] < desk.at)
            ++head; // left before this call
        if (head < line.size())
            candidates_.push_back(
                { { rank, { line_[static_cast<std::size_t>(line[head])].key, line[head] } }, line[head] });
    }
    if (!later_.empty())
        add_later(desk);
    const auto next = first_in_turn(candidates_.begin(), candidates_.end(),
        [](const Candidate& one) -> const Turn<PlaceAhead>& { return one.turn; });
    const bool nobody = next == candidates_.end();
    if (newcomers_left_ > 0)
        call_newcomers(desk, nobody ? nullptr : &next->turn);
    return nobody ? -1 : next->who;
}

// Those who have come by then, and are still there.
void LookAhead::add_later(const DeskAhead& desk)
{
    for (std::size_t i = 0; i < later_.size(); ++i) {
        const Later& later = later_[i];
        if (later.gone || later.arrives > desk.at || later.patience < desk.at)
            continue;
        for (const auto& [line, rank] : desk.offers) {
            const int who = static_cast<int>(line_.size() + i);
            if (line == later.line)
                candidates_.push_back({ { rank, { later.key, who } }, who });
        }
    }
}

// The newcomers whom the desk would pick rather than the one whose turn it is otherwise.
void LookAhead::call_newcomers(const DeskAhead& desk, const Turn<PlaceAhead>* before)
{
    for (const auto& [line, rank] : desk.offers) {
        const auto number = static_cast<std::size_t>(line);
        if (number >= newcomers_.size() || newcomers_[number] != kNever)
            continue;
        const Turn<PlaceAhead> turn { rank, { newcomer_keys_[number], static_cast<int>(line_.size()) - 1 } };
        if (!before || turn < *before) {
            newcomers_[number] = desk.at;
            --newcomers_left_;
        }
    }
}

double LookAhead::next_arrival_for(const DeskAhead& desk) const
{
    double next = kNever;
    for (const Later& later : later_) {
        const bool offered = std::any_of(desk.offers.begin(), desk.offers.end(),
            [&](const auto& offer) { return offer.first == later.line; });
        if (offered && !later.gone && later.arrives > desk.at)
            next = std::min(next, later.arrives);
    }
    return next;
}

} // namespace nextplease
