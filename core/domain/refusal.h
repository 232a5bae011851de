// What may not be done now, and why: an expected answer, never an exception. Words for people are made of
// it in core/reception/sentences.h.
#pragma once

#include "core/base/ids.h"
#include "core/base/local_time.h"
#include "core/domain/visit.h"

#include <optional>

namespace nextplease {

struct Refusal {
    enum class Kind {
        UnknownService,
        UnknownDesk,
        UnknownPriority,
        UnknownNumber, // no such ticket today
        UnknownNeed, // `need`
        UnknownLanguage, // `language` is none that interpreters are asked for in
        PartyTooLarge, // or nobody at all
        TooManyMatters,
        DayFull, // `service` has given all its tickets of today; `opens` as below
        ClosingSoon, // `service` is open, but too near its closing for another ticket; `opens` as below
        ServiceClosed, // `opens` says when it opens next, if within 30 days
        NumbersUsedUp, // every number of the letter is with a visitor who is still here
        DeskClosed,
        DeskPaused,
        DeskBusy, // `number` is still at `desk`
        DeskServesNot, // `desk` does not serve `service`
        NobodyWaits, // nobody whom `desk` may call
        AlreadyCalled, // `number` was called to `desk`: somebody was faster
        NotWaiting,
        NotCalled,
        NotServing,
        NotHeld,
        NotStarted, // called, but not started: Start comes before Finish
        Ended, // the visit is over; `state` says how
        UndoTooLate, // past the time in which a call can be undone
        GraceOver, // past the time in which a no-show can rejoin
        CalledAlreadyNoLeave, // the visitor was called and is expected at `desk`
        SameService, // transfer to the service that it is in
        NoMoreTime, // the visitor let others go first as often as may be
        NobodyBehind, // there is nobody to let go first
        UnknownAppointment, // `reference`
        AppointmentExists, // another one has `reference`, or one that reads the same
        AppointmentOver, // it is not booked any more, so it cannot be cancelled
        AppointmentPast, // its day is over
        ReferenceEmpty, // no letter and no digit in it
        NoteMissing, // a transfer or hold needs its note
        ResultMissing, // Finish needs what came of it
        ReasonMissing, // not resolved, late or delayed: the reason is missing, or is none of kiosk.conf's
        NotLate, // `number` is within its standard: no apology is owed
        UnknownStaff, // `reference` is nobody's name, or was removed
        NotThere, // the colleague `reference` is at no desk
        ApologyMissing, // an appointment is moved or cancelled with an apology and an explanation
        UnknownContact,
        NoticeGone, // it does not stand any more
        ContactOver, // it is answered, lost or set aside already
        UnknownCall, // no such monitored call
        CallNotYet, // a monitored call is recorded after its time
        DelayUntold, // a late answer needs an explanation, an apology and a date that is still to come
    };
    Kind kind;
    TicketNumber number {};
    ServiceCode service {};
    std::optional<DeskCode> desk {};
    PriorityCode priority {};
    NeedCode need {};
    std::string reference {};
    Language language {};
    VisitState state = VisitState::Waiting;
    std::optional<LocalTime> opens {};
};

} // namespace nextplease
