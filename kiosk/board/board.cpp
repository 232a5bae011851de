#include "kiosk/board/board.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nextplease::board {
namespace {

// More than are shown, so that a call that is taken back leaves no gap.
constexpr std::size_t kHistory = 2 * kCallsKept;

// Nullptr if the visit is no longer called, or no longer among the latest.
const Call* find(const std::vector<Call>& calls, VisitId visit)
{
    const auto found =
        std::find_if(calls.begin(), calls.end(), [&](const Call& call) { return call.visit == visit; });
    return found == calls.end() ? nullptr : &*found;
}

// It is not among the latest calls because it was taken back, not because it is old.
bool taken_back(const Snapshot& snapshot, VisitId visit, Instant rung)
{
    if (find(snapshot.calls, visit))
        return false;
    return snapshot.calls.size() < kCallsKept || rung > snapshot.calls.back().rung;
}

} // namespace

void Board::take(const Snapshot& snapshot)
{
    if (snapshot.cut_off) {
        if (!started_)
            take_first(snapshot); // what others last knew; the next picture is the first one still
        return;
    }
    if (!started_ || snapshot.local.date != day_) {
        take_first(snapshot);
        return;
    }
    update_known(snapshot);
    std::vector<Queued> fresh;
    for (const Call& call : snapshot.calls) {
        const auto known = known_.find(call.visit);
        // An old call shows up again where a later one was taken back from a full list.
        const bool old = known == known_.end() && call.rung < horizon_;
        if (old || (known != known_.end() && known->second == ring_of(call)))
            continue;
        // Several recalls between two pictures are as many rings.
        const bool again =
            known != known_.end() && known->second.desk == call.desk && known->second.recalls < call.recalls;
        fresh.push_back({ call, again ? call.recalls - known->second.recalls : 1 + call.recalls });
    }
    look_back(snapshot);
    std::sort(fresh.begin(), fresh.end(), [](const Queued& a, const Queued& b) {
        return std::tie(a.call.rung, a.call.visit) < std::tie(b.call.rung, b.call.visit);
    });
    for (const Queued& one : fresh)
        enqueue(one.call, one.rings);
}

// A full list says nothing of what came before its oldest call.
void Board::look_back(const Snapshot& snapshot)
{
    if (snapshot.calls.size() >= kCallsKept)
        horizon_ = std::max(horizon_, snapshot.calls.back().rung);
}

void Board::take_first(const Snapshot& snapshot)
{
    started_ = !snapshot.cut_off;
    day_ = snapshot.local.date;
    queue_.clear();
    rings_.clear();
    known_.clear();
    before_ = snapshot.calls;
    band_.reset();
    band_since_.reset();
    flash_again_ = false;
    for (const Call& call : before_)
        known_[call.visit] = ring_of(call);
    if (!before_.empty()) {
        band_ = before_.front();
        before_.erase(before_.begin());
    }
    horizon_ = {};
    look_back(snapshot);
    changed_ = true;
}

void Board::update_known(const Snapshot& snapshot)
{
    const auto gone = [&](const Call& call) { return taken_back(snapshot, call.visit, call.rung); };
    const std::size_t shown = before_.size();
    std::erase_if(before_, gone);
    changed_ |= before_.size() != shown;
    std::erase_if(queue_, [&](const Queued& one) { return gone(one.call); });
    std::erase_if(rings_, gone);
    std::erase_if(
        known_, [&](const auto& entry) { return taken_back(snapshot, entry.first, entry.second.rung); });
    if (band_ && gone(*band_)) {
        band_.reset();
        band_since_.reset();
        changed_ = true;
    }
    // The same ring, but the visitor may have come to the desk since.
    const auto update = [&](Call& call) {
        const Call* now = find(snapshot.calls, call.visit);
        if (now && ring_of(*now) == ring_of(call))
            call = *now;
    };
    std::for_each(before_.begin(), before_.end(), update);
    for (Queued& one : queue_)
        update(one.call);
    if (band_)
        update(*band_);
}

void Board::enqueue(const Call& call, int rings)
{
    known_[call.visit] = ring_of(call);
    if (band_ && band_->visit == call.visit) {
        band_ = call;
        flash_again_ = true;
        ring(call, rings);
        return;
    }
    const auto waiting = std::find_if(
        queue_.begin(), queue_.end(), [&](const Queued& other) { return other.call.visit == call.visit; });
    if (waiting != queue_.end()) // rung again before it was shown: it keeps its place, and every ring counts
        *waiting = { call, waiting->call.desk == call.desk ? waiting->rings + rings : rings };
    else
        queue_.push_back({ call, rings });
}

void Board::ring(const Call& call, int times)
{
    rings_.insert(rings_.end(), static_cast<std::size_t>(std::max(times, 1)), call);
}

std::vector<Call> Board::rings()
{
    return std::exchange(rings_, {});
}

void Board::retire_band()
{
    if (!band_)
        return;
    before_.insert(before_.begin(), *band_);
    if (before_.size() > kHistory)
        before_.resize(kHistory);
    band_.reset();
}

// Those who have come to the desk while they queued need no band where others are still expected.
void Board::give_way()
{
    const bool expected =
        std::any_of(queue_.begin(), queue_.end(), [](const Queued& one) { return one.call.standing; });
    if (!expected)
        return;
    while (!queue_.front().call.standing) {
        before_.insert(before_.begin(), queue_.front().call);
        queue_.pop_front();
    }
}

bool Board::next_in_band(Moment now, Hall hall)
{
    const Moment stood = band_ && band_since_ ? now - *band_since_ : kSpeaksAtMost;
    const bool free = stood >= least_ && (hall == Hall::Silent || stood >= kSpeaksAtMost);
    if (queue_.empty() || !free)
        return false;
    retire_band();
    give_way();
    band_ = queue_.front().call;
    ring(queue_.front().call, queue_.front().rings);
    queue_.pop_front();
    std::erase_if(before_, [&](const Call& call) { return call.visit == band_->visit; });
    band_since_ = now;
    flash_again_ = false;
    return true;
}

bool Board::tick(Moment now, Hall hall)
{
    bool changed = std::exchange(changed_, false);
    changed |= next_in_band(now, hall);
    if (std::exchange(flash_again_, false)) {
        band_since_ = now;
        changed = true;
    }
    if (!band_ && queue_.empty()
        && !before_.empty()) { // the newest was taken back: the one before stands again
        band_ = before_.front();
        before_.erase(before_.begin());
        band_since_.reset();
        changed = true;
    }
    bool swapped = false;
    if (band_ && band_since_) {
        const Moment stood = now - *band_since_;
        swapped = stood < kSwaps * kSwapPeriod && stood % kSwapPeriod < kSwapPeriod / 2;
    }
    changed |= swapped != swapped_;
    swapped_ = swapped;
    return changed;
}

std::vector<Call> Board::before() const
{
    return { before_.begin(),
        before_.begin() + static_cast<std::ptrdiff_t>(std::min(before_.size(), kCallsBefore)) };
}

} // namespace nextplease::board
