#include "core/domain/rehearsal.h"

#include "core/domain/queue.h"
#include "core/domain/visit_count.h"

#include <algorithm>
#include <limits>

namespace nextplease {
namespace {

constexpr std::int32_t kNoMore = std::numeric_limits<std::int32_t>::max();
// Long after the last closing: who is still there then was not seen.
constexpr std::int32_t kDayOver = 36 * 3600;
constexpr std::int32_t kNotCalled = -1;
constexpr int kNobody = std::numeric_limits<int>::max(); // rank of a line without anybody

// The planned day lies on no date; the definitions want instants.
Instant instant(std::int32_t second)
{
    return Instant { Seconds { second } };
}

VisitTimes times_of(const DrawnVisitor& visitor, std::int32_t called)
{
    VisitTimes times;
    times.arrived = instant(visitor.arrived);
    if (called != kNotCalled) {
        times.state = visitor.handling.seen ? VisitState::Served : VisitState::NoShow;
        times.called = instant(called);
        if (visitor.handling.seen)
            times.seen = instant(called + visitor.handling.walk);
        times.ended = instant(called + visitor.handling.at_desk);
    } else if (visitor.patience_ends < kDayOver) {
        times.state = VisitState::Left;
        times.ended = instant(visitor.patience_ends);
    } else {
        times.state = VisitState::Unresolved;
        times.ended = instant(kDayOver);
    }
    return times;
}

// Who was not seen has waited all the same. Were that left out, a plan that sees fewer would seem the quicker
// one.
std::int64_t waited(
    const DrawnVisitor& visitor, const CountedVisit& visit, std::int32_t called, std::int32_t end_of_day)
{
    if (visit.kind == Counted::Seen)
        return visit.wait.count();
    const std::int32_t until = called != kNotCalled ? called : std::min(visitor.patience_ends, end_of_day);
    return std::max(until - visitor.arrived, 0);
}

bool counts(const CountedVisit& visit, const CountingRule& rule)
{
    if (visit.kind == Counted::Seen)
        return true;
    switch (rule.lost) {
    case Lost::LeaveOut:
        return false;
    case Lost::Late:
        return visit.late;
    case Lost::All:
        return visit.wait >= rule.lost_grace;
    }
    return false;
}

} // namespace

StepCount& StepCount::operator+=(const StepCount& other)
{
    visitors += other.visitors;
    seen += other.seen;
    within += other.within;
    left += other.left;
    counted += other.counted;
    waited += other.waited;
    return *this;
}

Rehearsal::Rehearsal(const StaffingModel& model, CountingRule rule)
    : model_(model)
    , rule_(rule)
    , times_(model.times())
    , lines_(model.services.size())
    , desks_(model.desks.size())
{
    for (std::size_t desk = 0; desk < desks_.size(); ++desk) {
        const std::vector<int>& rank = model.desks[desk].rank;
        for (std::size_t service = 0; service < rank.size(); ++service) {
            if (rank[service] > 0)
                desks_[desk].offers.push_back({ service, rank[service] });
        }
    }
}

const std::vector<StepCount>& Rehearsal::play(const DrawnDay& day, const Rota& rota)
{
    prepare(day, rota);
    for (std::size_t next = 0;;) {
        const std::int32_t arrival = next < day.came ? day.visitors[next].arrived : kNoMore;
        const std::int32_t sent_on = sent_on_.empty() ? kNoMore : sent_on_.back().first;
        Desk* desk = nullptr;
        for (Desk& one : desks_) {
            if (one.at != kNoMore && (!desk || one.at < desk->at))
                desk = &one;
        }
        // Within a second whoever comes is there before a desk calls.
        const std::int32_t comes = std::min(arrival, sent_on);
        if (comes == kNoMore && !desk)
            break;
        if (desk && desk->at < comes) {
            move_on(*desk);
        } else if (arrival <= sent_on) {
            join(static_cast<std::int32_t>(next++), arrival);
        } else {
            const std::int32_t who = sent_on_.back().second;
            sent_on_.pop_back();
            join(who, sent_on);
        }
    }
    count(day);
    return counts_;
}

void Rehearsal::prepare(const DrawnDay& day, const Rota& rota)
{
    day_ = &day;
    for (Line& line : lines_) {
        line.waiting.clear();
        line.head = 0;
    }
    sent_on_.clear();
    called_.assign(day.visitors.size(), kNotCalled);
    for (std::size_t desk = 0; desk < desks_.size(); ++desk)
        open_desk(desks_[desk], desk, rota);
}

void Rehearsal::open_desk(Desk& desk, std::size_t number, const Rota& rota)
{
    desk.open.clear();
    for (const Stay& stay : stays_of(rota, number, times_)) {
        const auto from = static_cast<std::int32_t>(times_[stay.from].from.count());
        auto to = static_cast<std::int32_t>(times_[stay.to - 1].to.count());
        if (stay.to == times_.size()) // until all are seen
            to = kNoMore;
        else if (times_[stay.to].from != times_[stay.to - 1].to) // the same, over midday
            to = static_cast<std::int32_t>(times_[stay.to].from.count());
        desk.open.emplace_back(from, to);
    }
    desk.doing = desk.open.empty() ? Desk::Doing::Gone : Desk::Doing::Closed;
    desk.at = desk.open.empty() ? kNoMore : desk.open.front().first;
    desk.next_open = 0;
}

void Rehearsal::join(std::int32_t number, std::int32_t now)
{
    const DrawnVisitor& visitor = day_->visitors[static_cast<std::size_t>(number)];
    Line& line = lines_[static_cast<std::size_t>(visitor.service)];
    const Place place { visitor.key, visitor.arrived, number };
    auto at = line.waiting.end();
    while (at != line.waiting.begin() + static_cast<std::ptrdiff_t>(line.head) && place < *(at - 1))
        --at;
    line.waiting.insert(at, place);
    Desk* free = nullptr; // for the longest
    for (Desk& desk : desks_) {
        const std::vector<int>& rank = model_.desks[static_cast<std::size_t>(&desk - desks_.data())].rank;
        const bool can = desk.doing == Desk::Doing::Free && now < desk.at
            && rank[static_cast<std::size_t>(visitor.service)] > 0;
        if (can && (!free || desk.free_since < free->free_since))
            free = &desk;
    }
    if (free)
        call_next(*free, now);
}

void Rehearsal::move_on(Desk& desk)
{
    const std::int32_t now = desk.at;
    if (desk.doing != Desk::Doing::Closed) {
        while (desk.next_open < desk.open.size() && desk.open[desk.next_open].second <= now)
            ++desk.next_open;
        if (desk.next_open == desk.open.size()) {
            desk.doing = Desk::Doing::Gone;
            desk.at = kNoMore;
            return;
        }
        if (now < desk.open[desk.next_open].first) {
            desk.doing = Desk::Doing::Closed;
            desk.at = desk.open[desk.next_open].first;
            return;
        }
    }
    call_next(desk, now);
}

const Rehearsal::Place* Rehearsal::first_of(std::size_t service, std::int32_t now)
{
    Line& line = lines_[service];
    while (line.head < line.waiting.size()
        && day_->visitors[static_cast<std::size_t>(line.waiting[line.head].number)].patience_ends < now)
        ++line.head;
    return line.head < line.waiting.size() ? &line.waiting[line.head] : nullptr;
}

void Rehearsal::call_next(Desk& desk, std::int32_t now)
{
    const auto turn_of = [&](const Offer& offer) {
        const Place* first = first_of(offer.service, now);
        return first ? Turn<Place> { offer.rank, *first } : Turn<Place> { kNobody, Place {} };
    };
    const auto best = first_in_turn(desk.offers.begin(), desk.offers.end(), turn_of);
    if (best == desk.offers.end() || !first_of(best->service, now)) {
        desk.doing = Desk::Doing::Free;
        desk.free_since = now;
        desk.at = desk.open[desk.next_open].second;
        return;
    }
    const std::int32_t who = lines_[best->service].waiting[lines_[best->service].head++].number;
    const DrawnVisitor& visitor = day_->visitors[static_cast<std::size_t>(who)];
    called_[static_cast<std::size_t>(who)] = now;
    const std::int32_t done = now + visitor.handling.at_desk;
    desk.doing = Desk::Doing::Busy;
    desk.at = done + visitor.gap;
    if (visitor.next >= 0) {
        const std::pair one { done, visitor.next };
        sent_on_.insert(std::upper_bound(sent_on_.begin(), sent_on_.end(), one, std::greater<>()), one);
    }
}

std::int32_t Rehearsal::end_of_day() const
{
    auto end = static_cast<std::int32_t>(times_.empty() ? 0 : times_.back().to.count());
    for (const std::int32_t called : called_)
        end = std::max(end, called);
    return end;
}

void Rehearsal::count(const DrawnDay& day)
{
    counts_.assign(times_.size(), {});
    const std::int32_t end = end_of_day();
    for (std::size_t i = 0; i < day.came; ++i) {
        const DrawnVisitor& visitor = day.visitors[i];
        const Seconds limit = model_.services[static_cast<std::size_t>(visitor.service)].limit;
        const CountedVisit visit = count_visit(times_of(visitor, called_[i]), limit, instant(kDayOver));
        StepCount& step = counts_[static_cast<std::size_t>(visitor.step)];
        const bool seen = visit.kind == Counted::Seen;
        ++step.visitors;
        step.seen += seen ? 1 : 0;
        step.within += seen && !visit.late ? 1 : 0;
        step.left += visit.kind == Counted::LeftEarly || visit.kind == Counted::LeftLate ? 1 : 0;
        step.counted += counts(visit, rule_) ? 1 : 0;
        step.waited += waited(visitor, visit, called_[i], end);
    }
}

} // namespace nextplease
