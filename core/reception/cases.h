// What visitors tell us: complaints, comments, compliments and feedback. Verbs as those of reception.h: each
// is one unit of work, done once however often its request id is said. What was typed is sealed before it
// reaches the store.
//
// On the thread of the reception. Throws Failure when the store fails; the wish is unharmed then and can be
// said again with the same request.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/secret.h"
#include "core/domain/case.h"
#include "core/domain/feedback.h"
#include "core/reception/reception.h"

#include <variant>

namespace nextplease {

struct CaseWish {
    CaseKind kind = CaseKind::Complaint;
    ServiceCode service {}; // empty: something else
    CategoryCode category {}; // of a complaint; empty: an ordinary one
    Secret words;
    ReplyWish reply = ReplyWish::None;
    Language reply_language {}; // none: `language`
    Secret contact; // name, number or address as typed; only where a reply is wished
    Language language {};
    std::string wanted {}, adjustments {}; // as staff write them down; see CaseUnderstanding
    std::string channel {}; // the word of a Channel; empty: at the kiosk
    std::optional<Instant> received {}; // none: now; later than now counts as now
};

struct CaseDone {
    Case record;
    bool repeated = false; // this request had been done before
};
enum class CaseRefusal {
    UnknownService,
    UnknownCategory,
    UnknownChannel,
    WordsMissing,
    ContactMissing, // a reply is wished, and there is nowhere to send it
};
using CaseReply = std::variant<CaseDone, CaseRefusal>;

// A category that kiosk.conf sends to the second stage is there at once, as an event of its own.
CaseReply receive_case(
    Reception& reception, const CaseWish& wish, const RequestId& request, const std::string& actor);

// The dates that a complaint received at `received` would have; none for comments and compliments. For
// showing them before it is sent.
struct CaseDates {
    std::optional<LocalDate> acknowledge_by, respond_by;
};
CaseDates dates_of(CaseKind kind, Instant received, const Configuration& configuration);

// Who deals with it: of its category, else the complaints team, in the language of `words`.
std::string handler_of(const CategoryCode& category, const Words& words, const Configuration& configuration);

struct FeedbackWish {
    std::optional<VisitId> visit {}; // none: without a ticket
    int score = kLowestScore; // 1 to 5
    Secret words;
    Language language {};
};
struct FeedbackDone {
    Feedback feedback;
    bool repeated = false;
    bool replaced = false; // there was feedback on this visit before; this one counts
};
enum class FeedbackRefusal {
    UnknownVisit,
};
using FeedbackReply = std::variant<FeedbackDone, FeedbackRefusal>;

// REQUIRES: the score is one that there is.
FeedbackReply give_feedback(Reception& reception, const FeedbackWish& wish, const RequestId& request);

// Whether there is feedback on that visit already.
bool has_feedback(Reception& reception, VisitId visit);

} // namespace nextplease
