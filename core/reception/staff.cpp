#include "core/reception/staff.h"

#include "core/reception/service_pin.h"
#include "core/reception/unit_parts.h"

namespace nextplease {
namespace {

using Kind = SignInRefusal::Kind;

void tell_desk(Records& records, EventKind kind, Instant at, const DeskCode& desk, const std::string& actor,
    const std::string& detail = {})
{
    Event event;
    event.kind = kind;
    event.at = at;
    event.desk = desk;
    event.actor = actor;
    event.detail = detail;
    records.add(event);
}

// The desk's record; of one that was never opened, one that its first call still opens.
DeskRecord desk_of(Records& records, const DeskCode& desk)
{
    if (const auto record = records.desk(desk))
        return *record;
    DeskRecord closed;
    closed.desk = desk;
    return closed;
}

void leave_desk(Records& records, DeskRecord desk, Instant now)
{
    const std::string name = desk.staff;
    const std::string actor = actor_of({ .id = {}, .name = name, .pin_hash = {} });
    desk.staff.clear();
    records.put(desk);
    tell_desk(records, EventKind::SignedOut, now, desk.desk, actor);
    const std::vector<Visit> open = records.open_visits();
    for (const Visit& visit : open) {
        if (visit.for_staff == name
            && (visit.state == VisitState::Waiting || visit.state == VisitState::Held))
            save(records, release(visit, now, { actor, desk.desk }), {});
    }
}

// Counts the try before the PIN is looked at, so that many at once are no way around the pause. nullopt: may
// not try now, as `refusal` says.
std::optional<StaffMember> begin_try(Reception& reception, const std::string& name, SignInRefusal& refusal)
{
    std::optional<StaffMember> found;
    reception.store().write([&](Records& records) {
        found = records.staff_named(staff_key(name));
        if (!found || !found->active) {
            found.reset();
            return;
        }
        const Instant now = reception.now();
        const Instant again = found->last_try.value_or(now) + pause_after(found->wrong);
        if (found->last_try && now < again) {
            refusal = { Kind::TooMany, again };
            found.reset();
            return;
        }
        found->wrong += 1;
        found->last_try = now;
        records.put(*found);
    });
    return found;
}

StaffReply change_member(
    Reception& reception, const std::string& name, const std::function<void(StaffMember&)>& change)
{
    StaffReply reply = StaffRefusal::UnknownName;
    reception.store().write([&](Records& records) {
        auto member = records.staff_named(staff_key(name));
        if (!member || !member->active)
            return;
        change(*member);
        records.put(*member);
        reply = *member;
    });
    return reply;
}

DeskReply change_help(Reception& reception, const DeskCode& desk,
    const std::function<void(Records&, DeskRecord&, Instant)>& change)
{
    Refusal unknown { .kind = Refusal::Kind::UnknownDesk };
    unknown.desk = desk;
    DeskReply reply = unknown;
    if (!reception.configuration().office.find(desk))
        return reply;
    reception.store().write([&](Records& records) {
        DeskRecord record = desk_of(records, desk);
        change(records, record, reception.now());
        reply = DeskDone { record };
    });
    return reply;
}

} // namespace

SignInReply check_pin(Reception& reception, const std::string& name, const Secret& pin)
{
    SignInRefusal refusal;
    const auto member = begin_try(reception, name, refusal);
    if (!member)
        return refusal;
    // Outside a unit of work: nobody waits for it.
    if (!service_pin_matches(std::string(pin.text()), member->pin_hash)) {
        if (const Seconds pause = pause_after(member->wrong); pause > Seconds { 0 })
            return SignInRefusal { Kind::TooMany, *member->last_try + pause };
        return refusal;
    }
    const StaffReply reply = change_member(reception, name, [](StaffMember& right) { right.wrong = 0; });
    if (const auto* right = std::get_if<StaffMember>(&reply))
        return *right;
    return refusal; // was removed meanwhile
}

SignInReply sign_in(Reception& reception, const DeskCode& desk, const std::string& name, const Secret& pin)
{
    const SignInReply reply = check_pin(reception, name, pin);
    const auto* member = std::get_if<StaffMember>(&reply);
    if (!member)
        return reply;
    reception.store().write([&](Records& records) {
        const Instant now = reception.now();
        for (const DeskRecord& other : records.desks()) {
            const bool same_member = other.staff == member->name;
            if (!other.staff.empty() && same_member != (other.desk == desk)
                && (same_member || other.desk == desk))
                leave_desk(records, other, now);
        }
        DeskRecord record = desk_of(records, desk);
        if (record.staff == member->name)
            return;
        record.staff = member->name;
        records.put(record);
        tell_desk(records, EventKind::SignedIn, now, desk, actor_of(*member));
    });
    return reply;
}

void sign_out(Reception& reception, const DeskCode& desk)
{
    reception.store().write([&](Records& records) {
        const auto record = records.desk(desk);
        if (record && !record->staff.empty())
            leave_desk(records, *record, reception.now());
    });
}

StaffReply add_staff(Reception& reception, const std::string& name, const Secret& pin, ComplaintsTeam team)
{
    const std::string key = staff_key(name);
    if (key.empty())
        return StaffRefusal::NameEmpty;
    if (!is_service_pin(pin.text()))
        return StaffRefusal::PinUnfit;
    StaffMember member;
    member.name = name.substr(name.find_first_not_of(' '), key.size());
    member.pin_hash = service_pin_hash(std::string(pin.text()));
    member.complaints = team == ComplaintsTeam::Member;
    StaffReply reply = StaffRefusal::NameTaken;
    reception.store().write([&](Records& records) {
        if (records.staff_named(key))
            return;
        member.id = records.add(member);
        reply = member;
    });
    return reply;
}

StaffReply change_pin(Reception& reception, const std::string& name, const Secret& pin)
{
    if (!is_service_pin(pin.text()))
        return StaffRefusal::PinUnfit;
    const std::string hash = service_pin_hash(std::string(pin.text()));
    return change_member(reception, name, [&](StaffMember& member) {
        member.pin_hash = hash;
        member.wrong = 0;
    });
}

StaffReply change_team(Reception& reception, const std::string& name, ComplaintsTeam team)
{
    return change_member(
        reception, name, [team](StaffMember& member) { member.complaints = team == ComplaintsTeam::Member; });
}

StaffReply remove_staff(Reception& reception, const std::string& name)
{
    return change_member(reception, name, [](StaffMember& member) { member.active = false; });
}

std::vector<StaffMember> staff(Reception& reception)
{
    std::vector<StaffMember> all;
    reception.store().read([&](Records& records) { all = records.staff(); });
    std::erase_if(all, [](const StaffMember& member) { return !member.active; });
    return all;
}

DeskReply call_for_help(Reception& reception, const DeskCode& desk, const std::string& actor)
{
    return change_help(reception, desk, [&](Records& records, DeskRecord& record, Instant now) {
        if (record.help_since)
            return;
        record.help_since = now;
        record.helper.clear();
        records.put(record);
        tell_desk(records, EventKind::HelpCalled, now, desk, actor);
    });
}

DeskReply answer_help(Reception& reception, const DeskCode& desk, const std::string& helper)
{
    return change_help(reception, desk, [&](Records& records, DeskRecord& record, Instant now) {
        if (!record.help_since || !record.helper.empty())
            return;
        record.helper = helper;
        records.put(record);
        tell_desk(records, EventKind::HelpAnswered, now, desk, helper);
    });
}

DeskReply end_help(Reception& reception, const DeskCode& desk, const std::string& actor)
{
    return change_help(reception, desk, [&](Records& records, DeskRecord& record, Instant now) {
        if (!record.help_since)
            return;
        record.help_since.reset();
        record.helper.clear();
        records.put(record);
        tell_desk(records, EventKind::HelpOver, now, desk, actor);
    });
}

} // namespace nextplease
