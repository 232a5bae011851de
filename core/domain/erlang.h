// The formulas of waiting lines in balance: one queue, so many desks, arrivals by chance at a constant rate
// (Poisson), service times and patience exponential. A reception is none of that for long, so the plan of a
// day is simulated (core/domain/staffing_search.h); these give it a first guess, and tests hold the simulator
// against them where they apply.
//
// Erlang B and C: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
// automatic telephone exchanges", 1917. Erlang A, with visitors who give up: C. Palm 1957; O. Garnett,
// A. Mandelbaum and M. Reiman, "Designing a call center with impatient customers", 2002. The distribution of
// the wait: S. Zeltyn and A. Mandelbaum, "Call centers with impatient customers: many-server asymptotics of
// the M/M/n+G queue", 2005.
//
// All times in seconds. Pure.
#pragma once

#include <optional>

namespace nextplease {

struct ConstantQueue {
    int desks = 1;
    double arrivals_a_second = 0;
    double mean_service = 1;
    // Mean time that visitors are willing to wait; none: for ever.
    std::optional<double> mean_patience {};

    // Desks that would be busy if there were enough of them ("erlangs").
    double load() const { return arrivals_a_second * mean_service; }
};

// That an arrival finds all desks busy where nobody waits: by the recursion B(n) = aB(n-1) / (n + aB(n-1)),
// which neither overflows nor cancels. REQUIRES: desks >= 0, load >= 0.
double erlang_b(int desks, double load);

// The queue in balance: Erlang A where visitors give up, Erlang C where they do not. With Erlang C and a load
// that the desks cannot carry there is no balance: everybody waits, and nobody is seen within any time.
class QueueInBalance {
public:
    // REQUIRES: desks > 0, arrivals_a_second > 0, mean_service > 0, mean_patience > 0 if there is one.
    explicit QueueInBalance(const ConstantQueue& queue);

    // That an arrival has to wait at all.
    double chance_of_waiting() const { return waiting_; }
    // Of all who came, those who give up before they are seen.
    double share_leaving() const { return leaving_; }
    // Of all who came, those who are seen after waiting at most `time`.
    double share_seen_by(double time) const;
    // The same of those who are seen.
    double share_of_seen_by(double time) const;
    // Of all who came, until they are seen or give up; none where there is no balance.
    std::optional<double> mean_wait() const;

    // Of all who came, those who give up after more than `time`.
    double share_leaving_after(double time) const;

private:
    double beyond(double time, double ends) const;

    ConstantQueue queue_;
    bool balanced_ = true;
    double waiting_ = 0;
    double leaving_ = 0;
    double log_busy_ = 0; // ln of the chance of all desks busy and nobody waiting; Erlang A
};

// The fewest desks, at most `at_most`, with which at least `goal` of those who count are seen by `limit`:
// those who were seen, and those who gave up after it. nullopt if they are not enough.
std::optional<int> desks_needed(ConstantQueue queue, double limit, double goal, int at_most);

} // namespace nextplease
