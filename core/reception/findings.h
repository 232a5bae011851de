// What is behind a published figure: the visits, other contacts, cases or feedback that it counts, for people
// to look at. The rules of counting are those of the reports.
#pragma once

#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease {

struct Finding {
    enum class Kind { Visit, Contact, Case, Feedback };
    Kind kind = Kind::Visit;
    Instant at; // arrived, received, acknowledged, or said
    ServiceCode service;
    StandardChannel channel = StandardChannel::Visit;
    std::string reference {}; // of a case: "K-318"; of a visit its number, where that is known
    std::optional<VisitId> visit {};
    int among = 0; // of a visit without that: so many came in the same second before it
    std::optional<ContactId> contact {};
    std::optional<CaseId> record {};
    std::optional<Standing> standing {}; // to a promise
    std::optional<Instant> due {};
    Seconds over { 0 };
    std::optional<AvoidableContact> avoidable {};
    std::optional<bool> resolved {};
    std::string reason {}; // why it was avoidable, in the desk's words
    std::optional<int> score {}; // of feedback, 1 to 5
    std::optional<Seconds> waited {}; // of who waits now
    DeskCode desk {}; // where it is called or served now
    std::optional<CaseState> state {};
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Findings {
    std::int64_t count = 0;
    std::vector<Finding> first; // at most as many as were asked for
};
constexpr std::size_t kMostFindings = 50;

// Days are local and included. `now` is the moment for what is open.

// What a promise was about and began then, but what is left out: the broken ones first, then the open.
Findings promise_findings(Store& store, const Configuration& configuration, std::size_t standard,
    LocalDate from, LocalDate to, Instant now, std::size_t at_most = kMostFindings);
// The same of today, with what is open since before and late, or due today: the late first, then by the day.
Findings promise_findings_today(Store& store, const Configuration& configuration, std::size_t standard,
    Instant now, std::size_t at_most = kMostFindings);

// Contacts by what was said of them, the latest first.
struct SaidQuestion {
    enum class What { Avoidable, Resolvable };
    What what = What::Avoidable;
    std::optional<AvoidableContact> type {}; // only avoidable ones of it
};
Findings contact_findings(Store& store, const Configuration& configuration, const SaidQuestion& question,
    LocalDate from, LocalDate to, std::size_t at_most = kMostFindings);

// With feedback on a visit; the lowest scores first.
Findings feedback_findings(Store& store, const Configuration& configuration, LocalDate from, LocalDate to,
    std::size_t at_most = kMostFindings);

Finding finding_of(const Case& record);

// The latest first.
struct CaseQuestion {
    enum class What {
        Complaints, // received
        Answered, // received; their first stage is decided: the late ones first
        Upheld, // received, and upheld in the end, in whole or in part
        Decided, // by the Ombudsman
    };
    What what = What::Complaints;
    std::optional<ServiceCode> service {};
    std::optional<DirectorateCode> directorate {};
};
Findings case_findings(Store& store, const Configuration& configuration, const CaseQuestion& question,
    LocalDate from, LocalDate to, std::size_t at_most = kMostFindings);

} // namespace nextplease
