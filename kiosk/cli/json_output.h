// Answers as JSON: stable objects, units in the keys, null where there is nothing. Instants are UTC
// ("2026-10-13T09:24:05Z"), days local. Each text ends with a line feed. The library is named in
// json_output.cpp alone.
#pragma once

#include "core/base/secret.h"
#include "core/domain/case.h"
#include "core/domain/clocks.h"
#include "core/domain/estimate.h"
#include "core/reception/appointment_import.h"
#include "core/reception/desk_import.h"
#include "core/reception/feedback_opening.h"
#include "core/reception/feedback_report.h"
#include "core/reception/forgetting.h"
#include "core/reception/log_import.h"
#include "core/reception/reception.h"
#include "core/reception/result_report.h"
#include "core/reception/wait_report_text.h"

#include <string>
#include <vector>

namespace nextplease::cli {

// A visit as it stands, with what follows from it at the moment of the answer.
struct TicketView {
    Visit visit;
    Clocks clocks;
    Seconds limit { 0 }; // the standard of its service
    std::optional<Estimate> estimate; // while Waiting
    bool repeated = false; // the request had been done before
};

std::string ticket_json(const TicketView& ticket);
// With its whole story.
std::string ticket_json(
    const TicketView& ticket, const std::vector<Leg>& legs, const std::vector<Event>& events);
std::string tickets_json(LocalDate day, const std::vector<TicketView>& tickets);
std::string appointment_json(const Appointment& appointment, const Zone& zone);
std::string appointments_json(const std::vector<Appointment>& appointments, const Zone& zone);
// What checking in came to; the ticket where there is one.
std::string check_in_json(const CheckedIn& answer, const Zone& zone);
std::string appointment_import_json(const AppointmentSummary& summary);
std::string desk_json(const DeskRecord& desk);
std::string closed_days_json(int unresolved);
enum class Purge { Done, Would };
std::string forgotten_json(const ForgottenPast& past, Purge purge);
// `desks` where a list of what desks did was imported too.
std::string import_json(const ImportSummary& summary, const std::optional<DeskImportSummary>& desks);
std::string wait_report_json(
    const WaitReport& report, const Configuration& configuration, const Words& words);
std::string feedback_json(
    const FeedbackReport& report, const Configuration& configuration, const Words& words);

// What visitors wrote, opened; and who read it.
std::string feedback_words_json(const FeedbackOpened& opened);
std::string score_json(const Feedback& given);
std::string readings_json(const std::vector<FeedbackReading>& readings);

std::string result_json(const ResultReport& report, const Configuration& configuration, const Words& words);
std::string staff_json(const std::vector<StaffMember>& staff);

} // namespace nextplease::cli
