// A case: a complaint, comment or compliment that the council received, with the dates by which it answers.
// Plain records; what may happen to one is in core/domain/case_life.h.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/case_remedy.h"
#include "core/domain/sealed_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

enum class CaseKind {
    Complaint,
    Comment,
    Compliment,
    ServiceRequest, // asks for something to be done (the Ombudsman's code, 1.2): recorded, and no complaint
};

// How the person wishes to be answered. In which language is a wish of its own.
enum class ReplyWish {
    None,
    Phone,
    Email,
    Letter,
    LargePrint, // a letter in large print
    Braille, // a letter in Braille
};

enum class CaseState {
    Logged,
    Acknowledged,
    Responded, // answered in full; the person may ask for the next stage
    WithOmbudsman, // and our own part is done
    Closed,
};

enum class CaseOutcome {
    None, // not yet
    PutRight, // at once
    Upheld,
    PartlyUpheld,
    NotUpheld,
    Withdrawn, // by the person
    Refused, // is not looked into, for a reason that the person is told
    Routed, // goes by a procedure of the law, elsewhere
    Done, // a comment, compliment or service request was dealt with
};

// What a stage promises, and when it was kept. Days are local.
struct StageClocks {
    Instant began; // received; made a complaint, that was told to be something else; or the second stage
                   // asked for
    // As they stand now. A comment or compliment has none: no answer is owed.
    std::optional<LocalDate> acknowledge_by, respond_by;
    std::optional<LocalDate> first_respond_by; // before it was extended; set when it is
    std::optional<Instant> acknowledged, responded;
    std::optional<Instant> extended; // the latest time; the reasons are in the events
    int extensions = 0;
    bool extended_late = false; // once at least, when the date that stood had passed: that excuses nothing
    // When it was closed: put right, withdrawn, refused, sent on. It stays, whatever comes of the case later.
    std::optional<Instant> ended;
    friend bool operator==(const StageClocks&, const StageClocks&) = default;
};

// What the council makes of a complaint, as the person is told it: in the words of the staff, not sealed.
struct CaseUnderstanding {
    std::string summary {}; // what it is about
    std::string wanted {}; // what the person would like to come of it
    std::string not_ours {}; // what of it the council does not answer for
    std::string adjustments {}; // what is done so that the person can take part
    friend bool operator==(const CaseUnderstanding&, const CaseUnderstanding&) = default;
};

struct Case {
    CaseId id; // the running number of its reference
    std::string letter; // that its reference begins with, such as "K"
    CaseKind kind = CaseKind::Complaint;
    ServiceCode service; // empty: something else
    CategoryCode category; // empty: ordinary
    std::string channel {}; // by which it came: the word of a Channel; empty: at the kiosk
    Instant received;
    CaseState state = CaseState::Logged;
    CaseOutcome outcome = CaseOutcome::None;
    StageClocks first;
    std::optional<StageClocks> second; // the second stage: the Chief Executive, or whoever kiosk.conf names
    std::string handler {}; // the officer who deals with it; empty: nobody was named yet
    std::string first_handler {}; // who had it before the second stage; empty: nobody, it began there
    CaseOutcome first_outcome = CaseOutcome::None; // of the first stage, once the second was asked for
    // Of what was a complaint, and is none any more: its clocks as they stood, ended when that was found.
    std::optional<StageClocks> as_complaint {};
    CaseUnderstanding understood {};
    RefusalGround ground = RefusalGround::None; // of the latest refusal, of either stage
    std::vector<Remedy> remedies {}; // in the order of kRemedies, each once
    std::vector<CaseAction> actions {}; // in the order in which they were promised
    std::vector<ServiceCode> also {}; // further services that it is about
    std::string partners {}; // those who act for the council, by name; for one who reads
    std::string documents {}; // references of what lies elsewhere; for one who reads
    std::string procedure {}; // of the law, by which it goes: a code of kiosk.conf; empty: by ours
    std::optional<Instant> passed {}; // to the service's head, or another officer
    std::optional<Instant> ombudsman_asked {}, ombudsman_decided {};
    std::optional<bool> ombudsman_upheld {}; // none of a decision: they sent it back, and did not investigate
    std::optional<Instant> closed {};
    ReplyWish reply = ReplyWish::None;
    Language reply_language; // in which an answer is wished
    Language language; // that the person used
    SealedText words;
    SealedText contact; // empty: anonymous
    friend bool operator==(const Case&, const Case&) = default;
};

// Whether something that was promised is not done yet.
bool has_action_left(const Case& record);
// The Ombudsman was asked, and has not decided yet. What we had not answered then goes on meanwhile.
bool is_with_ombudsman(const Case& record);
// The latest moment at which something is known to have been done: no step comes before it.
Instant latest_step(const Case& record);
// Not closed; or closed, and an action is left.
bool is_open(const Case& record);
// The stage under way, or the last one: 1 or 2.
int stage_of(const Case& record);
const StageClocks& clocks_of(const Case& record);
// The day by which something is owed next: the acknowledgement, then the answer; or an action before it.
// nullopt: nothing is.
std::optional<LocalDate> next_due(const Case& record);

// Whether two names of officers mean one: letter case and a "the" before them do not tell them apart. An
// empty name is nobody's.
bool same_officer(std::string_view one, std::string_view other);

// "K-318": never given twice.
std::string reference_of(const Case& record);

// The letter and number of a reference as people type it: "K-318", "k 318", "K318". nullopt if it is none.
struct CaseReference {
    std::string letter;
    CaseId id;
    friend bool operator==(const CaseReference&, const CaseReference&) = default;
};
std::optional<CaseReference> parse_case_reference(std::string_view typed);

enum class CaseEventKind {
    Received,
    Acknowledged,
    PutRight,
    Passed,
    Extended,
    Responded,
    Escalated,
    OmbudsmanAsked,
    OmbudsmanDecided,
    Withdrawn,
    Refused,
    Reclassified,
    Routed,
    Closed,
    Changed, // services, partners, documents; its service or category was wrong
    Recounted, // the calendar changed, and with it the days by which something is owed
    Opened, // its words were read
    ActionAdded,
    ActionDone,
    Resealed, // to another key: the team's key was changed
};

// Something that happened to a case. Appended, never changed.
struct CaseEvent {
    CaseEventId id;
    CaseId record;
    CaseEventKind kind = CaseEventKind::Received;
    Instant at;
    std::string actor; // "kiosk", "command line"
    RequestId request;
    std::string reason {}; // why, in the words of who did it; may be empty
    // What changed, as it was and as it is: lines "field=value", as changes() writes them.
    std::string before {}, after {};
    friend bool operator==(const CaseEvent&, const CaseEvent&) = default;
};

// What is different between two states of a case: one line "field=value" for each field, as it was and as it
// is. Times are UTC seconds as ISO 8601, days as they are.
struct CaseChanges {
    std::string before, after;
};
CaseChanges changes(const Case& before, const Case& after);

// The words of the store, exports and --json; and back.
std::string_view word(CaseKind kind);
std::string_view word(ReplyWish wish);
std::string_view word(CaseEventKind kind);
std::string_view word(CaseState state);
std::string_view word(CaseOutcome outcome);
std::optional<CaseKind> case_kind(std::string_view word);
std::optional<ReplyWish> reply_wish(std::string_view word);
std::optional<CaseEventKind> case_event_kind(std::string_view word);
std::optional<CaseState> case_state(std::string_view word);
std::optional<CaseOutcome> case_outcome(std::string_view word);

} // namespace nextplease
