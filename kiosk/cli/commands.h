// The commands, one function each. They write results to standard output and throw what stops them: Refused,
// WrongUsage, InputError or Failure; cli.cpp makes the sentence and the exit status of it.
#pragma once

#include "core/domain/refusal.h"
#include "kiosk/cli/arguments.h"
#include "kiosk/cli/surroundings.h"

#include <stdexcept>

namespace nextplease::cli {

// A verb was refused, or a check found problems. what() is one sentence.
class Refused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

void run_command(const TicketArguments& asked, const Surroundings& around);
void run_command(const AppointmentArguments& asked, const Surroundings& around);
void run_command(const DeskArguments& asked, const Surroundings& around);
void run_command(const ImportArguments& asked, const Surroundings& around);
void run_command(const WaitReportArguments& asked, const Surroundings& around);
void run_command(const FeedbackReportArguments& asked, const Surroundings& around);
void run_command(const FeedbackArguments& asked, const Surroundings& around);
void run_command(const EstimateNowArguments& asked, const Surroundings& around);
void run_command(const BacktestArguments& asked, const Surroundings& around);
void run_command(const EstimateReportArguments& asked, const Surroundings& around);
void run_command(const SimulateArguments& asked, const Surroundings& around);
void run_command(const PlanArguments& asked, const Surroundings& around);
void run_command(const ResultReportArguments& asked, const Surroundings& around);
void run_command(const IndicatorArguments& asked, const Surroundings& around);
void run_command(const ContactReportArguments& asked, const Surroundings& around);
void run_command(const ComplaintReportArguments& asked, const Surroundings& around);
void run_command(const MonitorArguments& asked, const Surroundings& around);
void run_command(const ContactArguments& asked, const Surroundings& around);
void run_command(const ContactImportArguments& asked, const Surroundings& around);
void run_command(const StandardReportArguments& asked, const Surroundings& around);
void run_command(const VisitsArguments& asked, const Surroundings& around);
void run_command(const NoticeArguments& asked, const Surroundings& around);
void run_command(const ScheduledArguments& asked, const Surroundings& around);
void run_command(const StaffArguments& asked, const Surroundings& around);
void run_command(const FaceArguments& asked, const Surroundings& around);
void run_command(const PinArguments& asked, const Surroundings& around);
void run_command(const DemoArguments& asked, const Surroundings& around);
void run_command(const PictureArguments& asked, const Surroundings& around);
void run_command(const CheckArguments& asked, const Surroundings& around);
void run_command(const BackupArguments& asked, const Surroundings& around);
void run_command(const RestoreArguments& asked, const Surroundings& around);
void run_command(const PurgeArguments& asked, const Surroundings& around);
void run_command(const ExportArguments& asked, const Surroundings& around);
void run_command(const CaseArguments& asked, const Surroundings& around);
void run_command(const KeyArguments& asked); // needs no configuration
void run_command(const KeyRotateArguments& asked, const Surroundings& around);

// Throws Refused with the refusal's sentence.
[[noreturn]] void refuse(const Refusal& refusal, const Surroundings& around);

// Throws Refused where something that came cannot have come then.
void check_received(Instant received, Instant now);

// Writes a result: to standard output, or to `file` if it is not empty. Control characters are shown as signs
// on standard output, for a terminal would obey them, unless they are our own colours. Throws Failure if it
// cannot be written.
enum class Controls { Shown, OurColours };
void write_result(
    const std::string& text, const std::filesystem::path& file = {}, Controls controls = Controls::Shown);

} // namespace nextplease::cli
