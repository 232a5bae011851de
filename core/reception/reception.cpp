#include "core/reception/reception.h"

#include "core/base/error.h"
#include "core/domain/event_detail.h"
#include "core/domain/numbering.h"
#include "core/domain/queue.h"
#include "core/reception/unit_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease {
namespace {

Refusal about_desk(Refusal::Kind kind, const DeskCode& desk)
{
    Refusal refusal { .kind = kind };
    refusal.desk = desk;
    return refusal;
}

// Who is signed in there, and whether it asks for help, stays.
void record_desk(Records& records, DeskRecord desk)
{
    if (const auto before = records.desk(desk.desk)) {
        desk.staff = before->staff;
        desk.help_since = before->help_since;
        desk.helper = before->helper;
    }
    EventKind kind = EventKind::DeskClosed;
    if (desk.state == DeskState::Open)
        kind = EventKind::DeskOpened;
    else if (desk.state == DeskState::Paused)
        kind = EventKind::DeskPaused;
    records.put(desk);
    Event event;
    event.kind = kind;
    event.at = desk.since;
    event.desk = desk.desk;
    event.actor = desk.actor;
    event.detail = until_detail(desk.reason, desk.back);
    records.add(event);
}

const Visit* visitor_at(const std::vector<Visit>& open, const DeskCode& desk)
{
    const auto found =
        std::find_if(open.begin(), open.end(), [&](const Visit& visit) { return visit.desk == desk; });
    return found == open.end() ? nullptr : &*found;
}

// A desk that has no record of today is opened by its first call.
enum class Opens { No, WithThisCall };
using DeskAnswer = std::variant<Opens, Refusal>;

// Whether `desk` can call somebody now.
DeskAnswer may_call(
    Records& records, const std::vector<Visit>& open, const DeskCode& desk, Instant today_since)
{
    if (const Visit* visitor = visitor_at(open, desk)) {
        Refusal refusal = about_desk(Refusal::Kind::DeskBusy, desk);
        refusal.number = visitor->number;
        return refusal;
    }
    const auto record = records.desk(desk);
    if (record && record->state == DeskState::Open)
        return Opens::No;
    if (record && record->since > today_since)
        return about_desk(
            record->state == DeskState::Paused ? Refusal::Kind::DeskPaused : Refusal::Kind::DeskClosed, desk);
    return Opens::WithThisCall;
}

// Stores a call, and with it the opening of its desk.
Reply save_call(
    Records& records, const Outcome& outcome, Opens opens, const DeskRecord& desk, const RequestId& request)
{
    if (opens == Opens::WithThisCall && std::holds_alternative<Change>(outcome))
        record_desk(records, desk);
    return save_or_refuse(records, outcome, request);
}

void release_those_sent_to(Records& records, const DeskCode& desk, Instant now, const std::string& actor)
{
    const std::vector<Visit> open = records.open_visits();
    for (const Visit& visit : open) {
        if (visit.for_desk == desk && (visit.state == VisitState::Waiting || visit.state == VisitState::Held))
            save(records, release(visit, now, { actor, desk }), {});
    }
}

bool serves(const Desk& desk, const ServiceCode& service)
{
    return std::any_of(desk.services.begin(), desk.services.end(),
        [&](const DeskService& offered) { return offered.service == service; });
}

// A held visit is resumed and a no-show rejoined before it is called: both in one unit.
Outcome call_from_anywhere(
    const Visit& visit, const DeskCode& desk, Instant now, Minutes grace, const Actor& actor)
{
    std::optional<Outcome> first;
    if (visit.state == VisitState::Held)
        first = resume(visit, now, actor);
    else if (visit.state == VisitState::NoShow)
        first = rejoin(visit, now, grace, actor);
    if (!first)
        return call(visit, desk, now, actor);
    if (std::holds_alternative<Refusal>(*first))
        return *first;
    const Change& waiting = std::get<Change>(*first);
    Outcome called = call(waiting.visit, desk, now, actor);
    if (auto* change = std::get_if<Change>(&called))
        change->events.insert(change->events.begin(), waiting.events.begin(), waiting.events.end());
    return called;
}

} // namespace

Reception::Reception(Store& store, const Configuration& configuration, const Clock& clock)
    : store_(store)
    , configuration_(configuration)
    , clock_(clock)
{
}

LocalDate Reception::today() const
{
    return configuration_.zone.date(clock_.now());
}

Reply Reception::unit(const RequestId& request, const std::function<Reply(Records&, Instant)>& work)
{
    Reply reply = Refusal { .kind = Refusal::Kind::UnknownNumber };
    const auto answer_again = [&](Records& records) {
        const auto event = records.event_of(request);
        if (event && event->visit)
            reply = Done { *records.visit(*event->visit), true };
    };
    try {
        LocalDate day {};
        store_.write([&](Records& records) {
            // Read inside the unit: units happen one after another, so times never run backwards between
            // them.
            const Instant now = clock_.now();
            day = configuration_.zone.date(now);
            close_past_days(records, day);
            reply = work(records, now);
            // Seldom is a command repeated, so that only what comes of it tells: refused now, or known to
            // the store.
            if (std::holds_alternative<Refusal>(reply) && !request.empty())
                answer_again(records);
        });
        past_closed_on_ = day;
    } catch (const RequestRepeated&) {
        store_.read(answer_again);
    }
    return reply;
}

Reply Reception::change(VisitId id, const RequestId& request, const Arrow& arrow)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Refusal::Kind::UnknownNumber };
        return save_or_refuse(records, arrow(*visit, now), request);
    });
}

Reply Reception::call_next(const DeskCode& code, const RequestId& request, const std::string& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const Desk* desk = configuration_.office.find(code);
        if (!desk)
            return about_desk(Refusal::Kind::UnknownDesk, code);
        const std::vector<Visit>& open = records.open_visits();
        const Instant today_since = configuration_.zone.start_of(configuration_.zone.date(now));
        const DeskAnswer answer = may_call(records, open, code, today_since);
        if (const auto* refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        const auto seat = records.desk(code);
        const auto next =
            who_is_next(open, *desk, configuration_.office, seat ? std::string_view(seat->staff) : "");
        if (!next)
            return about_desk(Refusal::Kind::NobodyWaits, code);
        return save_call(records, nextplease::call(next->visit, code, now, { actor, code }),
            std::get<Opens>(answer), { code, DeskState::Open, now, actor }, request);
    });
}

Reply Reception::call(const DeskCode& code, VisitId id, const RequestId& request, const std::string& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const Desk* desk = configuration_.office.find(code);
        if (!desk)
            return about_desk(Refusal::Kind::UnknownDesk, code);
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Refusal::Kind::UnknownNumber };
        // Somebody was faster: that says more than that this desk is busy or closed.
        if (visit->state == VisitState::Called || visit->state == VisitState::Serving)
            return save_or_refuse(records, nextplease::call(*visit, code, now, { actor, code }), request);
        if (!serves(*desk, visit->service)) {
            Refusal refusal = about_desk(Refusal::Kind::DeskServesNot, code);
            refusal.number = visit->number;
            refusal.service = visit->service;
            return refusal;
        }
        const Instant today_since = configuration_.zone.start_of(configuration_.zone.date(now));
        const DeskAnswer answer = may_call(records, records.open_visits(), code, today_since);
        if (const auto* refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        const Minutes grace = configuration_.office.rules.no_show_grace;
        return save_call(records, call_from_anywhere(*visit, code, now, grace, { actor, code }),
            std::get<Opens>(answer), { code, DeskState::Open, now, actor }, request);
    });
}

Reply Reception::recall(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(
        id, request, [&](const Visit& visit, Instant now) { return nextplease::recall(visit, now, actor); });
}

Reply Reception::undo_call(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(id, request, [&](const Visit& visit, Instant now) {
        return nextplease::undo_call(visit, now, configuration_.office.rules.undo_within, actor);
    });
}

Reply Reception::start(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(
        id, request, [&](const Visit& visit, Instant now) { return nextplease::start(visit, now, actor); });
}

Reply Reception::need_more_time(VisitId id, const RequestId& request, const Actor& actor)
{
    return unit(request, [&](Records& records, Instant now) -> Reply {
        const auto visit = records.visit(id);
        if (!visit)
            return Refusal { .kind = Refusal::Kind::UnknownNumber };
        const QueueRules& rules = configuration_.office.rules;
        const auto queue_from =
            queue_from_behind(*visit, records.open_visits(), configuration_.office, rules.more_time_behind);
        return save_or_refuse(records,
            nextplease::need_more_time(*visit, queue_from, rules.more_time_at_most, now, actor), request);
    });
}

Reply Reception::hold(VisitId id, const std::string& reason, std::optional<Instant> until,
    const RequestId& request, const Actor& actor)
{
    return change(id, request,
        [&](const Visit& visit, Instant now) { return nextplease::hold(visit, reason, until, now, actor); });
}

Reply Reception::resume(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(
        id, request, [&](const Visit& visit, Instant now) { return nextplease::resume(visit, now, actor); });
}

Reply Reception::no_show(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(
        id, request, [&](const Visit& visit, Instant now) { return nextplease::no_show(visit, now, actor); });
}

Reply Reception::rejoin(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(id, request, [&](const Visit& visit, Instant now) {
        return nextplease::rejoin(visit, now, configuration_.office.rules.no_show_grace, actor);
    });
}

Reply Reception::leave(VisitId id, const RequestId& request, const Actor& actor)
{
    return change(
        id, request, [&](const Visit& visit, Instant now) { return nextplease::leave(visit, now, actor); });
}

void Reception::report_device(const std::string& device, DeviceState state)
{
    store_.write([&](Records& records) {
        const std::vector<DeviceRecord> known = records.devices();
        const bool same = std::any_of(known.begin(), known.end(), [&](const DeviceRecord& one) {
            return one.machine == configuration_.machine && one.device == device && one.state == state;
        });
        if (!same)
            records.put(DeviceRecord { configuration_.machine, device, state, clock_.now() });
    });
}

DeskReply Reception::set_desk(const DeskCode& code, DeskState state, const std::string& actor)
{
    return set_desk(code, state, Stop {}, actor);
}

DeskReply Reception::set_desk(
    const DeskCode& code, DeskState state, const Stop& stop, const std::string& actor)
{
    DeskReply reply = about_desk(Refusal::Kind::UnknownDesk, code);
    if (!configuration_.office.find(code))
        return reply;
    store_.write([&](Records& records) {
        const Instant now = clock_.now();
        close_past_days(records, configuration_.zone.date(now));
        const std::vector<Visit>& open = records.open_visits();
        const Visit* visitor = visitor_at(open, code);
        if (visitor && state != DeskState::Open) {
            Refusal refusal = about_desk(Refusal::Kind::DeskBusy, code);
            refusal.number = visitor->number;
            reply = refusal;
            return;
        }
        const auto record = records.desk(code);
        if (record && record->state == state && record->reason == stop.reason && record->back == stop.back) {
            reply = DeskDone { *record };
            return;
        }
        DeskRecord changed { .desk = code, .state = state, .since = now, .actor = actor };
        changed.reason = stop.reason;
        changed.back = stop.back;
        record_desk(records, changed);
        if (state == DeskState::Closed)
            release_those_sent_to(records, code, now, actor);
        reply = DeskDone { *records.desk(code) };
    });
    return reply;
}

int Reception::close_past_days()
{
    int closed = 0;
    const LocalDate day = today();
    store_.write([&](Records& records) { closed = close_past_days(records, day); });
    past_closed_on_ = day;
    return closed;
}

int Reception::close_past_days(Records& records, LocalDate day)
{
    if (past_closed_on_ == day)
        return 0;
    const std::string actor = "close of day";
    int closed = 0;
    for (const Visit& visit : std::vector<Visit>(records.open_visits())) { // which changes with each
        if (visit.day >= day)
            continue;
        const Instant end = configuration_.zone.start_of(add_days(visit.day, 1));
        save(records, close_of_day(visit, end, { actor }), {});
        ++closed;
    }
    const Instant today_since = configuration_.zone.start_of(day);
    records.miss_appointments(today_since);
    for (const DeskRecord& record : records.desks()) {
        if (record.state == DeskState::Closed || record.since >= today_since)
            continue;
        const Instant end = configuration_.zone.start_of(add_days(configuration_.zone.date(record.since), 1));
        record_desk(
            records, { .desk = record.desk, .state = DeskState::Closed, .since = end, .actor = actor });
    }
    past_closed_on_ = day;
    return closed;
}

std::optional<Visit> Reception::find(const std::string& number)
{
    std::optional<Visit> found;
    store_.read([&](Records& records) { found = records.visit_numbered(today(), normalized(number)); });
    return found;
}

std::uint64_t chance()
{
    // Asked of the system directly: std::random_device asks the processor first, which costs several
    // microseconds in a virtual machine.
    std::uint64_t bits = 0;
    if (getentropy(&bits, sizeof(bits)) != 0)
        throw Failure(Failure::Kind::Unavailable,
            "this system gives no random numbers: see that it is Linux 3.17 or newer");
    return bits;
}

RequestId new_request()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    return RequestId(fmt::format("{:012x}-{:016x}", milliseconds, chance()));
}

} // namespace nextplease
