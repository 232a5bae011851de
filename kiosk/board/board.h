// Which call stands in the band, for how long, and which stand below it as called before. No painting.
//
// A new call gets the band at once if the one there has stood for its least time; else it queues. Each ring
// of a ticket gets the band: a recall takes it again, or flashes again where it stands. A call that was taken
// back (undone, transferred) goes from the board. Of the calls that queue, those whose visitor has come to
// the desk meanwhile give way to those still expected, and go straight to the calls before.
//
// Each ring is announced in the moment in which its call takes the band or flashes again in it, and the band
// stays until all of it has been heard: nobody hears one number and sees another.
#pragma once

#include "core/reception/snapshot.h"

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace nextplease::board {

using Moment = std::chrono::milliseconds; // of a clock that never jumps

// The band swaps its colours for this long after it changed: each second begins swapped.
constexpr int kSwaps = 3;
constexpr Moment kSwapPeriod { 1000 };
constexpr std::size_t kCallsBefore = 5;
constexpr Moment kSpeaksAtMost { 60'000 }; // a voice that hangs does not keep the next call from being seen

class Board {
public:
    explicit Board(Seconds newest_at_least)
        : least_(newest_at_least)
    {
    }

    // What is called now. The calls of the first picture are history: the newest stands still in the band.
    void take(const Snapshot& snapshot);

    // Time passes; call it after take(). `speaking`: what was announced has not all been heard. True if the
    // board looks different from before.
    enum class Hall { Silent, Speaking };
    bool tick(Moment now, Hall hall = Hall::Silent);

    // The rings to be announced now, in order; each is handed out once.
    std::vector<Call> rings();

    // The call in the band, if there was one today.
    const std::optional<Call>& band() const { return band_; }
    // Ink and yellow are swapped just now.
    bool swapped() const { return swapped_; }
    // Called before, latest in the band first; at most kCallsBefore.
    std::vector<Call> before() const;
    // How many wait for the band.
    std::size_t queued() const { return queue_.size(); }

private:
    struct Ring {
        DeskCode desk;
        Instant rung;
        int recalls = 0;
        friend bool operator==(const Ring&, const Ring&) = default;
    };
    static Ring ring_of(const Call& call) { return { call.desk, call.rung, call.recalls }; }
    void take_first(const Snapshot& snapshot);
    void look_back(const Snapshot& snapshot);
    void update_known(const Snapshot& snapshot);
    void enqueue(const Call& call, int rings);
    void retire_band();
    void give_way();
    bool next_in_band(Moment now, Hall hall);
    void ring(const Call& call, int times);

    Moment least_;
    std::optional<Call> band_;
    std::optional<Moment> band_since_; // when it took the band; none: it stood there from the start
    bool flash_again_ = false;
    bool changed_ = false; // since the last tick
    bool swapped_ = false;
    bool started_ = false;
    LocalDate day_ {};
    struct Queued {
        Call call;
        int rings = 1; // it was recalled while it waited
    };
    std::deque<Queued> queue_; // waiting for the band, first come first served
    std::vector<Call> rings_; // not handed out
    std::vector<Call> before_; // latest first
    std::map<VisitId, Ring> known_; // the latest ring of each that was seen
    Instant horizon_ {}; // what rang before it and is not known is history
};

} // namespace nextplease::board
