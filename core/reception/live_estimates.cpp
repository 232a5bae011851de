#include "core/reception/live_estimates.h"

#include "core/domain/queue.h"

#include <algorithm>
#include <cmath>

namespace nextplease {
namespace {

constexpr int kDaysLearntFrom = 366;
constexpr Seconds kLookAgain { 30 };

Seconds whole(double seconds)
{
    return Seconds { std::llround(seconds) };
}

double minutes_until(Instant at, Instant now)
{
    return std::max(static_cast<double>((at - now).count()) / 60, 0.0);
}

bool joins(EventKind kind)
{
    return kind == EventKind::Taken || kind == EventKind::CheckedIn || kind == EventKind::Transferred
        || kind == EventKind::WentOn || kind == EventKind::Resumed || kind == EventKind::Rejoined
        || kind == EventKind::Returned || kind == EventKind::ServiceChanged || kind == EventKind::CallUndone;
}

} // namespace

LiveEstimates::LiveEstimates(const Configuration& configuration)
    : configuration_(configuration)
{
}

void LiveEstimates::begin(Instant now)
{
    const LocalDate today = configuration_.zone.date(now);
    learnt_from_ = configuration_.zone.start_of(add_days(today, -kDaysLearntFrom));
    day_begins_ = configuration_.zone.start_of(today);
    day_ends_ = configuration_.zone.start_of(add_days(today, 1));
    forecaster_ = std::make_unique<WaitForecaster>(configuration_.office, DeskStates::Told);
    feed_ = std::make_unique<HallFeed>(configuration_, *forecaster_);
    last_estimate_ = {};
    promises_.clear();
    legs_.clear();
    forecast_at_.reset();
}

void LiveEstimates::catch_up(Store& store, Instant now)
{
    if (now >= day_ends_)
        begin(now);
    // Events first: what was said to a visitor was recorded before the call, so that every estimate that an
    // event here needs is found by the second reading.
    const std::vector<HallEvent> events = feed_->read(store, learnt_from_);
    store.scan_estimates(last_estimate_, learnt_from_, [&](const EstimateRecord& record) {
        last_estimate_ = record.id;
        if (record.known)
            forecaster_->remember(record.visit, record.leg, record.at, record.said, record.range);
        if (record.at >= day_begins_)
            promises_.insert_or_assign(record.visit, record);
    });
    for (const HallEvent& event : events) {
        const Taught& taught = feed_->observe(event);
        if (taught.departed)
            legs_.erase(event.visit);
        if (joins(event.kind))
            legs_.insert_or_assign(event.visit, event.leg);
    }
    feed_->reach(now);
    if (forecast_at_ && events.empty() && now - *forecast_at_ < kLookAgain)
        return;
    expect_appointments(store, now);
    forecast_ = forecaster_->for_all(now);
    forecast_at_ = now;
}

void LiveEstimates::expect_appointments(Store& store, Instant now)
{
    constexpr Minutes kUsuallyEarly { 5 };
    const LocalDate today = configuration_.zone.date(now);
    const AppointmentRules& rules = configuration_.office.appointments;
    std::vector<Expected> expected;
    store.read([&](Records& records) {
        for (const Appointment& one : records.appointments(configuration_.zone.days(today, today))) {
            if (one.state != AppointmentState::Booked || one.at + rules.late < now)
                continue;
            const int service = forecaster_->hall().service_number(one.service);
            const int priority =
                forecaster_->hall().priority_number(configuration_.office.priority_of(one.needs));
            const Instant arrives = std::max(now, one.at - kUsuallyEarly);
            const Instant key = one.at - rules.head_start - forecaster_->hall().head_start(service, priority);
            expected.push_back({ arrives, service, { key, arrives, last_in_line() } });
        }
    });
    forecaster_->expect(std::move(expected));
}

int LiveEstimates::record(Store& store, Instant now)
{
    const std::vector<EstimateRecord> records_due = due(now);
    if (records_due.empty())
        return 0;
    int recorded = 0;
    store.write([&](Records& records) {
        recorded = 0;
        for (const EstimateRecord& one : records_due) {
            const auto visit = records.visit(one.visit);
            const bool still = visit && visit->state == VisitState::Waiting && visit->leg == one.leg;
            if (!still || said_meanwhile(records.latest_estimate(one.visit), one))
                continue; // it was called, or another process was faster
            records.add(one);
            ++recorded;
        }
    });
    return recorded;
}

// Whether the latest of the store, of the same stay in the queue, is another than the one that we know.
bool LiveEstimates::said_meanwhile(
    const std::optional<EstimateRecord>& latest, const EstimateRecord& ours) const
{
    const Waiter* waiter = forecaster_->hall().waiter(ours.visit);
    if (!latest || latest->leg != ours.leg || (waiter && latest->at < waiter->joined))
        return false;
    const auto known = promises_.find(ours.visit);
    return known == promises_.end() || known->second.id != latest->id;
}

std::vector<EstimateRecord> LiveEstimates::due(Instant now)
{
    std::vector<EstimateRecord> records;
    for (const auto& [visit, fresh] : forecast_.waiting) {
        const auto leg = legs_.find(visit);
        if (leg == legs_.end() || !forecaster_->hall().waiter(visit))
            continue;
        const EstimateRecord* last = promise_to(visit, leg->second);
        if (!last) {
            records.push_back(first_record(visit, leg->second, now));
        } else if (now - last->at >= kLookAgain) {
            if (const auto moved = moved_record(*last, fresh, now))
                records.push_back(*moved);
        }
    }
    return records;
}

EstimateRecord LiveEstimates::first_record(VisitId visit, int leg, Instant now)
{
    const WaitForecast forecast = forecaster_->for_visit(visit, now, Stated::WithTicket, leg - 1);
    EstimateRecord record;
    record.visit = visit;
    record.leg = leg;
    record.at = now;
    record.said = Stated::WithTicket;
    record.range = forecast.range;
    record.ahead = forecast.ahead;
    record.known = forecast.known;
    record.promised = now + whole(forecast.range.p50);
    record.promised_by = now + whole(forecast.range.p90);
    record.rivals = forecaster_->rivals(visit, now);
    return record;
}

std::optional<EstimateRecord> LiveEstimates::moved_record(
    const EstimateRecord& last, const WaitForecast& fresh, Instant now) const
{
    const Instant promised = kept_promise(last.promised, now + whole(fresh.range.p50), now);
    const Instant promised_by = kept_promise(last.promised_by, now + whole(fresh.range.p90), now);
    if (fresh.known == last.known
        && (!fresh.known || (promised == last.promised && promised_by == last.promised_by)))
        return std::nullopt;
    EstimateRecord record = last;
    record.id = {};
    record.at = now;
    record.said = Stated::WhileWaiting;
    record.range = fresh.range;
    record.ahead = fresh.ahead;
    record.known = fresh.known;
    // Where no time was said before, there is none to keep.
    record.promised = last.known ? promised : now + whole(fresh.range.p50);
    record.promised_by = std::max(last.known ? promised_by : now + whole(fresh.range.p90), record.promised);
    record.rivals = {};
    return record;
}

const WaitForecast* LiveEstimates::forecast_of(VisitId visit) const
{
    const auto found = std::find_if(forecast_.waiting.begin(), forecast_.waiting.end(),
        [&](const auto& one) { return one.first == visit; });
    return found == forecast_.waiting.end() ? nullptr : &found->second;
}

const EstimateRecord* LiveEstimates::promise_to(VisitId visit, int leg) const
{
    const auto found = promises_.find(visit);
    const Waiter* waiter = forecaster_ ? forecaster_->hall().waiter(visit) : nullptr;
    const bool stands =
        found != promises_.end() && waiter && found->second.leg == leg && found->second.at >= waiter->joined;
    return stands ? &found->second : nullptr;
}

Estimate LiveEstimates::for_visit(const Visit& visit, const Room& room) const
{
    const DeskCode free = free_desk_for(visit, room);
    const int ahead = free.empty() ? people_ahead(visit, room.visits, room.office) : 0;
    Estimate estimate { .people_ahead = ahead, .about = {}, .up_to = {} };
    if (const WaitForecast* fresh = forecast_of(visit.id); fresh && fresh->known) {
        const EstimateRecord* promise = promise_to(visit.id, visit.leg);
        const bool promised = promise && promise->known;
        double likely = promised ? minutes_until(promise->promised, room.now) : fresh->range.p50 / 60;
        double most = promised ? minutes_until(promise->promised_by, room.now) : fresh->range.p90 / 60;
        // A promise that runs out does not mean a call within the minute.
        if (likely < 1 && fresh->range.p50 >= 60)
            likely = 1;
        estimate = told_estimate(ahead, likely, std::max(likely, most));
    }
    estimate.go_to = free;
    return estimate;
}

const WaitForecast* LiveEstimates::newcomer(const ServiceCode& service) const
{
    if (!forecaster_)
        return nullptr;
    const auto& services = forecaster_->hall().services();
    for (std::size_t number = 0; number < services.size() && number < forecast_.newcomers.size(); ++number) {
        if (services[number].code == service)
            return &forecast_.newcomers[number];
    }
    return nullptr;
}

Estimate LiveEstimates::for_newcomer(const ServiceCode& service, const Room& room) const
{
    const int ahead = people_ahead_of_newcomer(service, room.now, room.visits, room.office);
    const WaitForecast* fresh = newcomer(service);
    if (!fresh || !fresh->known)
        return { .people_ahead = ahead, .about = {}, .up_to = {} };
    return told_estimate(ahead, fresh->range.p50 / 60, fresh->range.p90 / 60);
}

} // namespace nextplease
