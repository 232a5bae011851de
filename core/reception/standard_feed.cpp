#include "core/reception/standard_feed.h"

#include "core/domain/complaint_figures.h"

#include <unordered_map>

namespace nextplease {
namespace {

// Who gave up, and when: as core/domain/clocks.h has it, the wait of whoever was called and never seen ends
// at that call.
std::optional<Instant> lost_at(const VisitRow& row)
{
    if (row.seen)
        return std::nullopt;
    const bool over = row.state == VisitState::Left || row.state == VisitState::NoShow
        || row.state == VisitState::Unresolved;
    if (!over)
        return std::nullopt;
    return row.called ? row.called : row.ended;
}

// One stage of a complaint, and how it ended. What was lost counts if it was late already.
Occasion occasion_of(
    const Case& record, const StageClocks& stage, const StageEnd& end, StandardChannel channel)
{
    Occasion occasion;
    occasion.channel = channel;
    occasion.service = record.service;
    occasion.began = stage.began;
    occasion.acknowledged = end.acknowledged;
    occasion.done = end.answered;
    occasion.lost = end.lost;
    occasion.reference = reference_of(record);
    occasion.acknowledge_by = stage.acknowledge_by;
    occasion.respond_by = stage.first_respond_by ? stage.first_respond_by : stage.respond_by;
    // Put off again and again, each time before the date that stood: told in time from the first on.
    if (stage.extended && stage.respond_by)
        occasion.told =
            Observation::Told { stage.extended_late ? *stage.extended : stage.began, *stage.respond_by };
    return occasion;
}

// What a case was promised by that clock, under the limit that the stage has in kiosk.conf.
std::optional<Observation::Promised> promised_to(
    const Occasion& occasion, Stretch stretch, const Configuration& configuration)
{
    const auto clock_of_answer = [&] {
        const bool from_receipt =
            configuration.complaints.rules.respond_from == CaseRules::RespondFrom::Receipt;
        return stretch == (from_receipt ? Stretch::Answered : Stretch::AnsweredSinceAcknowledged);
    };
    const bool acknowledges = stretch == Stretch::Acknowledged;
    const std::optional<LocalDate> until = acknowledges ? occasion.acknowledge_by : occasion.respond_by;
    if (!until || (!acknowledges && !clock_of_answer()))
        return std::nullopt;
    const CaseRules rules = configuration.complaints.counted();
    const StageRules& stage = occasion.channel == StandardChannel::Escalated ? rules.second : rules.first;
    const auto unit =
        rules.count == CaseRules::Count::WorkingDays ? Limit::Unit::WorkingDay : Limit::Unit::Day;
    return Observation::Promised { { unit, acknowledges ? stage.acknowledge : stage.respond }, *until };
}

} // namespace

Occasion occasion_of(const OtherContact& contact)
{
    Occasion occasion;
    occasion.channel = channel_of(contact.channel);
    occasion.service = contact.service;
    occasion.began = contact.received;
    occasion.acknowledged = contact.acknowledged;
    occasion.done = contact.answered;
    occasion.lost = contact.lost;
    if (contact.set_aside)
        occasion.counts = Observation::Counts::LeftOut;
    if (contact.told)
        occasion.told = Observation::Told { contact.told->at, contact.told->until };
    if (contact.channel == Channel::Phone && !contact.log.empty())
        occasion.timed = Occasion::Timed::ByTelephoneSystem;
    occasion.reference = "contact " + std::to_string(contact.id.value());
    if (!contact.log.empty())
        occasion.reference += " (" + contact.log + ")";
    return occasion;
}

std::optional<Observation> observation_of(
    const Occasion& occasion, Stretch stretch, const Configuration& configuration)
{
    const bool timed = occasion.timed == Occasion::Timed::ByTelephoneSystem;
    if (!has_stretch(occasion.channel, stretch) || timed != (stretch == Stretch::Picked))
        return std::nullopt;
    Observation observation;
    observation.channel = occasion.channel;
    observation.service = occasion.service;
    observation.directorate = configuration.office.directorate_of(occasion.service);
    observation.started = occasion.began;
    observation.stopped = occasion.done;
    observation.lost = occasion.lost;
    observation.paused = occasion.paused;
    observation.own_limit = occasion.own_limit;
    observation.counts = occasion.counts;
    observation.told = occasion.told;
    observation.promised = promised_to(occasion, stretch, configuration);
    observation.reference = occasion.reference;
    if (stretch == Stretch::Acknowledged) {
        observation.stopped = occasion.acknowledged;
        observation.told.reset(); // a later date is for the answer
    }
    if (stretch == Stretch::AnsweredSinceAcknowledged) {
        // What nobody acknowledges does not wait for ever: then it is judged by the day that was promised.
        if (!occasion.acknowledged && !observation.promised)
            return std::nullopt;
        observation.started = occasion.acknowledged.value_or(occasion.began);
    }
    return observation;
}

void each_visit_occasion(Store& store, const Configuration& configuration, Period began, Instant now,
    const std::function<void(const Occasion&)>& tell)
{
    std::unordered_map<std::string, Seconds> limits;
    for (const Service& service : configuration.office.services)
        limits[service.code.text()] = service.limit;
    Occasion occasion;
    store.scan_numbered(began, [&](const VisitRow& row) {
        occasion.reference = row.number;
        occasion.service = ServiceCode(std::string(row.service));
        occasion.began = row.arrived;
        occasion.done = row.seen;
        occasion.lost = lost_at(row);
        occasion.paused = row.held;
        if (row.held_since && !row.seen)
            occasion.paused += std::max(now - *row.held_since, Seconds { 0 });
        const auto limit = limits.find(occasion.service.text());
        occasion.own_limit = limit == limits.end() ? Seconds { configuration.limit } : limit->second;
        tell(occasion);
    });
}

void each_contact_occasion(Store& store, Period began, const std::function<void(const Occasion&)>& tell)
{
    store.read([&](Records& records) {
        records.each_contact(began, [&](const OtherContact& contact) { tell(occasion_of(contact)); });
    });
}

void each_case_occasion(Store& store, Period began, const std::function<void(const Occasion&)>& tell)
{
    store.read([&](Records& records) {
        records.each_case(began, [&](const Case& record) {
            if (const auto& was = record.as_complaint)
                tell(occasion_of(record, *was, end_as_complaint(*was), StandardChannel::Complaint));
            if (record.kind != CaseKind::Complaint)
                return;
            tell(occasion_of(record, record.first, end_of_stage(record, 1), StandardChannel::Complaint));
            if (record.second)
                tell(
                    occasion_of(record, *record.second, end_of_stage(record, 2), StandardChannel::Escalated));
        });
    });
}

} // namespace nextplease
