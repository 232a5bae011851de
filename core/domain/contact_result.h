// What came of a contact, as the desk says when it finishes: whether it was resolved at the first contact,
// and whether it need not have been made at all. NI 14 asks every council for the share of avoidable contacts
// by five types; first-contact resolution is the figure beside it. Plain values.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

// NI 14: contact that is of little or no value to the citizen.
enum class AvoidableContact {
    Clarification, // unnecessary clarification: our letter or form was not clear
    Signposting, // poor signposting or transfer: sent to the wrong place
    Repeat, // had to give the same information again
    Unfinished, // a job was not finished properly
    Chasing, // asks how far something is, or why it was not done
};
inline constexpr std::array kAvoidableContacts { AvoidableContact::Clarification,
    AvoidableContact::Signposting, AvoidableContact::Repeat, AvoidableContact::Unfinished,
    AvoidableContact::Chasing };
std::string_view word(AvoidableContact type);
std::optional<AvoidableContact> avoidable_contact(std::string_view word);

// Whether Finish asks for it.
enum class ResultRule {
    Required, // Finish is refused without it
    Optional, // it can be left out
    None, // it is not asked
};

struct ContactResult {
    bool resolved = true; // at this contact; false: something is left to do
    std::string reason {}; // why not: a code of kiosk.conf; may be empty where there are own words
    std::string passed_to {}; // to whom it was passed; may be empty
    std::string words {}; // the desk's own
    std::optional<AvoidableContact> avoidable {}; // none: it was not avoidable
    ServiceCode given {}; // the service that was given in fact; empty: the one that was waited for
    friend bool operator==(const ContactResult&, const ContactResult&) = default;
};

// Of one leg of a visit: each matter has its own.
struct ResultRecord {
    VisitId visit;
    int leg = 1;
    Instant at;
    ServiceCode service; // that was waited for
    DeskCode desk;
    std::string actor;
    ContactResult result;
    friend bool operator==(const ResultRecord&, const ResultRecord&) = default;
};

// For the event log, such as "resolved=no reason=evidence avoidable=chasing given=B passed_to=... words=...":
// codes first, since they have no spaces.
std::string result_detail(const ContactResult& result);

// Shares of the contacts whose result was said.
struct ResultFigures {
    std::int64_t said = 0; // the denominator of both shares
    std::int64_t resolved = 0;
    std::int64_t avoidable = 0;
    std::array<std::int64_t, kAvoidableContacts.size()> by_type {};

    void add(const ContactResult& result);
    // nullopt if none was said.
    std::optional<double> share_resolved() const;
    std::optional<double> share_avoidable() const;
    friend bool operator==(const ResultFigures&, const ResultFigures&) = default;
};

} // namespace nextplease
