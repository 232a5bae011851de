// Contacts by other channels than a visit, as desks and the command line log, answer and code them. On the
// thread of the reception. Each is done once however often its request id is said. Throws Failure when the
// store fails.
#pragma once

#include "core/domain/other_contact.h"
#include "core/reception/reception.h"

#include <variant>

namespace nextplease {

struct ContactWish {
    Channel channel = Channel::Phone;
    ServiceCode service {}; // empty: something else
    std::string about {};
    std::optional<Instant> received {}; // none: now; later than now counts as now
    // When a machine or somebody did; never before it came, nor later than now. None: as kiosk.conf has it
    // for the channel, at once where a machine does it.
    std::optional<Instant> acknowledged {};
    std::optional<AvoidableContact> avoidable {};
    enum class Answered { Now, Later };
    Answered answered = Answered::Later; // Now: as a telephone call mostly is
    std::optional<SetAside> set_aside {}; // it needs no answer
    std::optional<bool> resolved {}; // at this first contact; none: not said
    std::string reason {}; // why it was avoidable
};
using ContactReply = std::variant<OtherContact, Refusal>;

// What came of a contact; what is left out stays as it was.
struct ContactOutcome {
    std::optional<AvoidableContact> avoidable {};
    std::optional<bool> resolved {};
    std::string reason {};
};

ContactReply log_contact(
    Reception& reception, const ContactWish& wish, const RequestId& request, const Actor& actor);
// Acknowledged already: stays as it was.
ContactReply acknowledge_contact(Reception& reception, ContactId contact, const Actor& actor);
// Answered already: stays as it was. What was not acknowledged is so by the answer.
ContactReply answer_contact(
    Reception& reception, ContactId contact, const Actor& actor, const ContactOutcome& outcome = {});
// Says why the answer is late, apologises, and gives the day by which it will come (C-e-full,
// C-letter-full). Refused where it is not open any more, a text is empty, or the day is past.
ContactReply explain_contact(Reception& reception, ContactId contact, const std::string& explanation,
    const std::string& apology, LocalDate until, const Actor& actor);
// It needs no answer, and is in no figure of the standards. Said again, the later reason stands.
ContactReply set_contact_aside(Reception& reception, ContactId contact, SetAside why, const Actor& actor);

} // namespace nextplease
