// A case: a complaint, comment or compliment that the council received, with the dates by which it answers.
// Plain records.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/domain/sealed_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

enum class CaseKind {
    Complaint,
    Comment,
    Compliment,
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

struct Case {
    CaseId id; // the running number of its reference
    std::string letter; // that its reference begins with, such as "K"
    CaseKind kind = CaseKind::Complaint;
    ServiceCode service; // empty: something else
    CategoryCode category; // empty: ordinary
    Instant received;
    // Local days. A comment or compliment has none: no answer is owed.
    std::optional<LocalDate> acknowledge_by, respond_by;
    ReplyWish reply = ReplyWish::None;
    Language reply_language; // in which an answer is wished
    Language language; // that the person used
    SealedText words;
    SealedText contact; // empty: anonymous
    friend bool operator==(const Case&, const Case&) = default;
};

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
};

// Something that happened to a case. Appended, never changed.
struct CaseEvent {
    CaseEventId id;
    CaseId record;
    CaseEventKind kind = CaseEventKind::Received;
    Instant at;
    std::string actor; // "kiosk", "command line"
    RequestId request;
    friend bool operator==(const CaseEvent&, const CaseEvent&) = default;
};

// The words of the store, exports and --json; and back.
std::string_view word(CaseKind kind);
std::string_view word(ReplyWish wish);
std::string_view word(CaseEventKind kind);
std::optional<CaseKind> case_kind(std::string_view word);
std::optional<ReplyWish> reply_wish(std::string_view word);
std::optional<CaseEventKind> case_event_kind(std::string_view word);

} // namespace nextplease
