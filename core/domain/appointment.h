// Appointments: what is known of them, how their references are read, and what checking in does. Pure.
// "An appointment that is kept" (C). No name and nothing else about a person is in them: the reference, which
// the visitor has, and the time are enough.
#pragma once

#include "core/domain/office.h"
#include "core/domain/visit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

enum class AppointmentState {
    Booked,
    Arrived, // checked in; `visit` says where
    Cancelled,
    Missed, // its day passed without them
};
std::string_view word(AppointmentState state);
std::optional<AppointmentState> appointment_state(std::string_view word);

struct Appointment {
    AppointmentId id;
    std::string reference; // as it was given out
    ServiceCode service;
    Instant at;
    Language language; // that the visitor speaks; may be empty
    std::vector<NeedCode> needs;
    Language interpreter; // empty: none
    std::string note; // for the desk: what it is about. Nobody's name
    AppointmentState state = AppointmentState::Booked;
    VisitId visit; // of Arrived
    std::string apology {}; // and the explanation, when it was last moved or cancelled
    friend bool operator==(const Appointment&, const Appointment&) = default;
};

// What a reference is found by, however it is typed or scanned: capitals, without spaces and signs; O reads
// as 0 and I as 1. Empty if there is no letter or digit in it.
std::string reference_key(std::string_view typed);

// A reference of ours, such as "K7M-4PX": six characters of which no two look or sound alike, and too long to
// be taken for a ticket number. The same chance gives the same reference.
std::string reference_from(std::uint64_t chance);

// What checking in means at this moment.
struct CheckIn {
    enum class Kind {
        Early, // sooner than `early` before: expected, and may have to wait until the time
        InTime,
        Late, // past the time, but it still counts
        TooLate, // it does not count any more: queues as somebody who came just now
        AnotherDay, // still to come
        DayPassed,
        AlreadyArrived,
        Cancelled,
    };
    Kind kind = Kind::InTime;
    std::optional<Instant> queue_from {}; // its place, where it joins the queue
    bool joins() const { return queue_from.has_value(); }
};

// `today` and `day` are the dates of now and of the appointment, at the reception.
CheckIn check_in(const Appointment& appointment, LocalDate day, Instant now, LocalDate today,
    const AppointmentRules& rules);

} // namespace nextplease
