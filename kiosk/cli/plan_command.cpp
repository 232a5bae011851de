#include "kiosk/app/termination.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/plan_output.h"
#include "kiosk/cli/progress_bar.h"
#include "text_keys.h"

namespace nextplease::cli {
namespace {

// nullopt if Ctrl+C came.
std::optional<StaffingPlan> planned(const PlanArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const app::Termination termination([] {});
    ProgressBar bar(around.words().say(Text::CliPlanPlanning));
    return staffing_plan(
        *store, around.configuration(), asked.question, around.clock().now(), [&](double done) {
            bar.show(done);
            return termination.asked() ? GoOn::Stop : GoOn::Yes;
        });
}

} // namespace

void run_command(const PlanArguments& asked, const Surroundings& around)
{
    const auto plan = planned(asked, around);
    if (!plan)
        throw Refused(around.words().say(Text::CliPlanStopped));
    const Configuration& configuration = around.configuration();
    switch (asked.format) {
    case Format::Table:
        return write_result(plan_table(*plan, configuration, around.words()), asked.file);
    case Format::Csv:
        return write_result(plan_csv(*plan, configuration, around.words()), asked.file);
    case Format::Json:
        return write_result(plan_json(*plan, configuration, around.words()), asked.file);
    default:
        break; // format_of takes no other
    }
}

} // namespace nextplease::cli
