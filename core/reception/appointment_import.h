// Appointments from a booking system's file. CSV; the first line is
//
//   reference,service,at,language,needs,note
//
// reference: as the visitor has it. service: a code of kiosk.conf. at: local time, such as 2026-10-13T10:40.
// language: that the visitor speaks, or empty. needs: codes of kiosk.conf with spaces between them, or empty;
// "interpreter:so" names the language as well. note: for the desk, or empty; nobody's name belongs in it.
//
// All of the file, or nothing: what is wrong is an InputError "FILE:line N: ..." with the reason. A row that
// is in the store already, just so, is left alone; so the same file twice adds nothing. One that was
// cancelled or missed is booked anew if it has another time or content.
#pragma once

#include "core/domain/refusal.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <filesystem>
#include <optional>

namespace nextplease {

struct AppointmentSummary {
    int rows = 0;
    int added = 0;
    int already_there = 0;
};

// Throws InputError for what is wrong in the file, Failure as read_csv and the store do.
AppointmentSummary import_appointments(
    Store& store, const Configuration& configuration, const std::filesystem::path& file, Instant now);

// Why it cannot be booked at `now`, whatever else is booked.
std::optional<Refusal> not_bookable(
    const Appointment& appointment, const Configuration& configuration, Instant now);

// Cancelled or missed: its reference may be used for another time.
bool may_be_booked_anew(const Appointment& before);

// Stores it as booked, in place of `before` if there is one. Returns it as stored.
Appointment store_booking(
    Records& records, Appointment appointment, const std::optional<Appointment>& before);

} // namespace nextplease
