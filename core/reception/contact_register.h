// The contacts that are still to be answered as a desk works from them: what has to be done by when, the most
// urgent first. On the thread of the reception.
#pragma once

#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <optional>
#include <vector>

namespace nextplease {

// The last moments in time by the standards of kiosk.conf (C-e-ack, C-letter-full and so on). Of several
// standards the first counts; a later date that was told (contacts.h, explain_contact) counts for the answer.
struct ContactDates {
    std::optional<Instant> acknowledge_by; // none: nothing promises it, or it is done
    std::optional<Instant> answer_by; // none: nothing promises it
};
ContactDates dates_of(const OtherContact& contact, const Configuration& configuration, Instant now);

// Whether an acknowledgement means anything for it, and none was sent.
bool may_acknowledge(const OtherContact& contact);

struct OpenContact {
    OtherContact contact;
    ContactDates dates;
    // What is due first; none: nothing is promised.
    std::optional<Instant> due() const;
    bool late(Instant now) const { return due() && *due() < now; }
    // Answered in full after the last date that was promised or told: an explanation and an apology are owed
    // (C-e-full, C-letter-full). Not for what only rang or is only scanned.
    bool owes_explanation() const;
};
// In the same order. Those that are over have the dates that they had.
std::vector<OpenContact> with_dates(
    std::vector<OtherContact> contacts, const Configuration& configuration, Instant now);

struct ContactPageQuestion {
    int first = 0; // so many are left out
    int at_most = 9;
    std::optional<ContactId> chosen {};
    enum class Which {
        Open,
        Aside, // in the last four weeks, the latest received first
    };
    Which which = Which::Open;
};

struct ContactPage {
    ContactPageQuestion asked;
    Instant now;
    int open = 0, late = 0; // of all that are open
    int listed = 0; // of all that were asked for
    std::vector<OpenContact> rows; // open: by what is due; without a date last, the longest first
    bool more = false; // there are later ones
    std::vector<LocalDate> working_days; // the next ones, from tomorrow, for a new date
    std::optional<OpenContact> chosen; // none: nothing is chosen, or somebody dealt with it meanwhile
};

// Without the post that a mail room lists: it is scanned there, and its next list says so.
ContactPage contact_page(
    Store& store, const Configuration& configuration, Instant now, const ContactPageQuestion& asked);

} // namespace nextplease
