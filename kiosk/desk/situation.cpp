#include "kiosk/desk/situation.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

// Whether the desk may call anybody at all.
May may_call_somebody(const Situation& situation)
{
    if (situation.cut_off)
        return May::CutOff;
    if (situation.current)
        return May::FinishFirst;
    if (situation.desk == DeskState::Paused)
        return May::OnBreak;
    if (situation.desk == DeskState::Closed && !situation.opens_with_call)
        return May::OpenFirst;
    return May::Yes;
}

May may_finish(const Situation& situation)
{
    if (situation.serving() || (situation.called() && !situation.uses_start))
        return May::Yes;
    return situation.called() ? May::StartFirst : May::NobodyHere;
}

May may_hold(const Situation& situation)
{
    if (situation.serving())
        return May::Yes;
    return situation.called() ? May::StartFirst : May::NobodyHere;
}

// What is only possible between the call and the start.
May while_called(const Situation& situation)
{
    if (situation.called())
        return May::Yes;
    return situation.serving() ? May::WithYou : May::NobodyCalled;
}

May may_undo(const Situation& situation)
{
    if (!situation.called())
        return May::NothingToUndo;
    return situation.undo_left >= Seconds { 0 } ? May::Yes : May::UndoOver;
}

} // namespace

Instant moment_of(const Snapshot& snapshot)
{
    return snapshot.cut_off ? snapshot.last_known : snapshot.now;
}

bool serves(const Desk& desk, const ServiceCode& service)
{
    return std::any_of(desk.services.begin(), desk.services.end(),
        [&](const DeskService& offered) { return offered.service == service; });
}

Situation situation_of(const Snapshot& snapshot, const Desk& desk, const Configuration& configuration)
{
    Situation situation;
    situation.cut_off = snapshot.cut_off.has_value();
    situation.uses_start = desk.uses_start;
    const DeskNow* now = snapshot.desk(desk.code);
    if (!now)
        return situation;
    situation.desk = now->state;
    situation.opens_with_call =
        now->state == DeskState::Closed && now->since <= configuration.zone.start_of(snapshot.local.date);
    situation.current = now->current ? &*now->current : nullptr;
    situation.next = now->next ? snapshot.visit(*now->next) : nullptr;
    situation.after_next = now->after_next;
    if (situation.called())
        situation.undo_left =
            configuration.office.rules.undo_within - (moment_of(snapshot) - *situation.current->visit.called);
    return situation;
}

May may(Verb verb, const Situation& situation)
{
    if (situation.cut_off)
        return May::CutOff;
    switch (verb) {
    case Verb::CallNext:
        if (const May somebody = may_call_somebody(situation); somebody != May::Yes)
            return somebody;
        return situation.next ? May::Yes : May::NobodyWaits;
    case Verb::Recall:
    case Verb::Start:
    case Verb::NoShow:
        return while_called(situation);
    case Verb::Finish:
        return may_finish(situation);
    case Verb::Transfer:
        return situation.current ? May::Yes : May::NobodyHere;
    case Verb::Hold:
        return may_hold(situation);
    case Verb::Undo:
        return may_undo(situation);
    }
    return May::CutOff;
}

May may(Extra extra, const Situation& situation, bool signed_in)
{
    if (situation.cut_off)
        return May::CutOff;
    switch (extra) {
    case Extra::FinishAndCall:
        return may_finish(situation);
    case Extra::Return:
        return situation.current ? May::Yes : May::NobodyHere;
    case Extra::Apologise:
        if (!situation.current)
            return May::NobodyHere;
        return situation.current->pace == Pace::Past ? May::Yes : May::NotLate;
    case Extra::Why:
        return situation.next ? May::Yes : May::NobodyWaits;
    case Extra::SignOut:
        return signed_in ? May::Yes : May::NobodySignedIn;
    case Extra::Notice:
    case Extra::Ticket:
    case Extra::Change:
    case Extra::HelpMe:
    case Extra::Appointments:
    case Extra::Contacts:
    case Extra::Register:
        break;
    }
    return May::Yes;
}

May may_call(const Visit& visit, const Desk& desk, const Situation& situation)
{
    if (const May somebody = may_call_somebody(situation); somebody != May::Yes)
        return somebody;
    return serves(desk, visit.service) ? May::Yes : May::ServesNot;
}

May may_stop(const Situation& situation)
{
    if (situation.cut_off)
        return May::CutOff;
    if (situation.current)
        return May::FinishFirst;
    return situation.desk == DeskState::Closed ? May::DeskClosed : May::Yes;
}

Verb likely(const Situation& situation)
{
    if (situation.serving())
        return Verb::Finish;
    if (situation.called())
        return situation.uses_start ? Verb::Start : Verb::Finish;
    return Verb::CallNext;
}

} // namespace nextplease::desk
