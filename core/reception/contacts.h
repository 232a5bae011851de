// Contacts by telephone, e-mail, letter, social media and out of hours, as desks log them. On the thread of
// the reception. Each is done once however often its request id is said. Throws Failure when the store fails.
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
    std::optional<AvoidableContact> avoidable {};
    enum class Answered { Now, Later };
    Answered answered = Answered::Later; // Now: as a telephone call mostly is
};
using ContactReply = std::variant<OtherContact, Refusal>;

ContactReply log_contact(
    Reception& reception, const ContactWish& wish, const RequestId& request, const Actor& actor);
// Acknowledged already: stays as it was.
ContactReply acknowledge_contact(Reception& reception, ContactId contact, const Actor& actor);
// Answered already: stays as it was. What was not acknowledged is so by the answer.
ContactReply answer_contact(Reception& reception, ContactId contact, const Actor& actor);

} // namespace nextplease
