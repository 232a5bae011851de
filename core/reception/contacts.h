// Contacts by other channels than a visit, as desks and the command line log, answer and code them. On the
// thread of the reception. Each is done once however often its request id is said. Throws Failure when the
// store fails.
#pragma once

#include "core/domain/feedback.h"
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
    std::optional<int> score {}; // how satisfied they said they were, 1 to 5 (CS 6.5.1)
};
using ContactReply = std::variant<OtherContact, Refusal>;

// What came of a contact; what is left out stays as it was.
struct ContactOutcome {
    std::optional<AvoidableContact> avoidable {};
    std::optional<bool> resolved {};
    std::string reason {};
    // Told with a late answer (C-e-full, C-letter-full): both or neither. The day of the answer is then the
    // date that was told.
    std::string explanation {}, apology {};
    // When it was answered, where that was before it is said; never before it came or was acknowledged, nor
    // later than now. None: now.
    std::optional<Instant> at {};
};

ContactReply log_contact(
    Reception& reception, const ContactWish& wish, const RequestId& request, const Actor& actor);
// Acknowledged already: stays as it was. `at` is when, never before it came nor later than now; none: now.
ContactReply acknowledge_contact(
    Reception& reception, ContactId contact, const Actor& actor, std::optional<Instant> at = {});
// What was not acknowledged is so by the answer. Answered already: its time stays, and what came of it is
// said anew; an explanation and an apology only where none was told, or the date told had passed.
ContactReply answer_contact(
    Reception& reception, ContactId contact, const Actor& actor, const ContactOutcome& outcome = {});
// Says why the answer is late, apologises, and gives the day by which it will come (C-e-full,
// C-letter-full). Refused where it is not open any more, a text is empty, or the day is past.
ContactReply explain_contact(Reception& reception, ContactId contact, const std::string& explanation,
    const std::string& apology, LocalDate until, const Actor& actor);
// It needs no answer, and is in no figure of the standards. Said again, the later reason stands. What is over
// can only be abusive or junk: a late answer stays late.
ContactReply set_contact_aside(Reception& reception, ContactId contact, SetAside why, const Actor& actor);
// It was set aside by mistake: its clocks count as if it had never been. Not set aside: stays as it was.
ContactReply take_back_contact(Reception& reception, ContactId contact, const Actor& actor);

// Somebody looked whether anything had come by that channel (M-social: "checked daily"). Logging,
// acknowledging and answering a contact of it is looking too.
void check_channel(Reception& reception, Channel channel, const Actor& actor);

// How satisfied a caller or writer said they were, as staff write it down (CS 6.5.1). `channel` and `service`
// are those of the contact where it is known. REQUIRES: the score is one that there is.
struct ScoreWish {
    int score = 0;
    Channel channel = Channel::Phone;
    ServiceCode service {}; // empty: something else
    std::optional<ContactId> contact {}; // said again of the same one, the later score stands
};
std::variant<Feedback, Refusal> record_score(
    Reception& reception, const ScoreWish& wish, const RequestId& request, const Actor& actor);

} // namespace nextplease
