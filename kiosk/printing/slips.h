// The slips that there are, in a visitor's words: ready to be printed. Pure.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/appointment.h"
#include "core/domain/estimate.h"
#include "core/reception/configuration.h"
#include "kiosk/printing/paper.h"

#include <optional>
#include <string>

namespace nextplease::printing {

// What a visitor is told of a ticket, and when.
struct Told {
    Visit ticket;
    Estimate estimate;
    Instant at;
};
// The ticket in the visitor's language, with the service in the kiosk's own language too where it differs.
// The time is printed as a window, because paper does not update.
Paper ticket_slip(const Told& told, Print print, const Configuration& configuration, const Words& words);

// An appointment that was moved or cancelled, with the apology and explanation (C: "when changed or
// cancelled"), in the language in which the desk wrote them.
Paper appointment_slip(const Appointment& appointment, Instant at, Print print,
    const Configuration& configuration, const Words& words);

// A complaint, comment or compliment that was received. Empty parts are left out.
struct CaseSlip {
    std::string title; // "We have your complaint"
    std::string reference; // "K-318"
    std::string handler; // who deals with it, as a sentence
    std::vector<std::string> dates; // by when what happens, a sentence each
    std::vector<std::string> procedure; // what else there is, the Ombudsman included, a sentence each
    std::string keep; // "Keep this slip."
};
Paper case_slip(
    const CaseSlip& slip, Instant at, Print print, const Configuration& configuration, const Words& words);

// What `nextplease check --print-test` prints: every part that a slip can have.
Paper test_slip(Instant at, const Configuration& configuration, const Words& words);

} // namespace nextplease::printing
