#include "kiosk/app/termination.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/plan_output.h"
#include "kiosk/cli/progress_bar.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/report/documents.h"
#include "text_keys.h"

namespace nextplease::cli {
namespace {

// nullopt if Ctrl+C came.
std::optional<StaffingPlan> planned(const PlanArguments& asked, Store& store, const Surroundings& around)
{
    const app::Termination termination([] {});
    ProgressBar bar(around.words().say(Text::CliPlanPlanning));
    return staffing_plan(
        store, around.configuration(), asked.question, around.clock().now(), [&](double done) {
            bar.show(done);
            return termination.asked() ? GoOn::Stop : GoOn::Yes;
        });
}

} // namespace

void run_command(const PlanArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const auto plan = planned(asked, *store, around);
    if (!plan)
        throw Refused(around.words().say(Text::CliPlanStopped));
    const Configuration& configuration = around.configuration();
    write_report(asked,
        { .table = [&](const Words& words) { return plan_table(*plan, configuration, words); },
            .csv = [&](const Words& words) { return plan_csv(*plan, configuration, words); },
            .json = [&](const Words& words) { return plan_json(*plan, configuration, words); },
            .document = [&](const report::Making& making) { return report::document_of(*plan, making); } },
        *store, around);
}

} // namespace nextplease::cli
