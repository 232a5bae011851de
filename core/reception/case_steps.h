// What the complaints team does to a case. Verbs as those of reception.h: each is one unit of work with the
// event that tells of it, done once however often its request id is said. On the thread of the reception.
// Throws Failure when the store fails.
#pragma once

#include "core/domain/case_life.h"
#include "core/reception/cases.h"

#include <variant>

namespace nextplease {

using CaseStepReply = std::variant<CaseDone, CaseObstacle>;

// What a step leaves empty is filled in from kiosk.conf: to whom a case is acknowledged or passed (the
// officer of its category, the head of its service), who deals with the second stage, which office runs a
// procedure, who has what becomes a complaint or turns out to be about something else. A corrected category
// that goes to the second stage takes the case there, as it would have at receipt.
// `at`: when it was done, where that is entered later: after what was done before it, and not to come.
CaseStepReply step_case(Reception& reception, CaseId id, const CaseStep& step, const RequestId& request,
    const std::string& actor, std::optional<Instant> at = {});

// After the calendar of kiosk.conf changed: the open cases whose next day is another one now, each with an
// event. Never earlier, and nothing the second time. Returns how many.
int recount_cases(Reception& reception, const std::string& actor);

struct CaseStory {
    Case record;
    std::vector<CaseEvent> events;
};
std::optional<CaseStory> case_story(Store& store, CaseId id);

// "Some complaints, depending on the degree of seriousness, may go directly to the Chief Executive" (C): the
// second stage of a case whose category says so, with clocks that run from receipt.
void escalate_by_category(Records& records, Case& record, const Configuration& configuration, Instant now);

// The day as which something that came at `at` counts for complaints: by kiosk.conf's hours where it counts
// working days, and the day itself where it counts days of every kind.
LocalDate receipt_day(Instant at, const Configuration& configuration);
CaseMoment moment_of(
    const Case& record, Instant now, const std::string& actor, const Configuration& configuration);
// Who would look at it again, if the person asks for that; empty: nobody, the Ombudsman is next. Never
// whoever deals with it now, and never whom it is about.
std::string next_officer(const Case& record, const Configuration& configuration);
// Whose it is from the first day: the officer of its category, else the head of its service. Empty: nobody's
// yet, or it is no complaint.
std::string named_handler(const Case& record, const Configuration& configuration);
// Who would deal with it where nobody is named: the officer of its category, the head of its service, else
// the complaints team in the kiosk's own language.
std::string proposed_handler(const Case& record, const Configuration& configuration);
// The last day on which the person may ask for the second stage; nullopt: none is named, or it is not
// answered.
std::optional<LocalDate> last_day_to_ask(const Case& record, const Configuration& configuration);
// The procedure of the law that a complaint about its service may belong to, until it is answered or sent on;
// nullptr: none.
const StatutoryProcedure* own_procedure(const Case& record, const Configuration& configuration);

} // namespace nextplease
