// Options of what is published: every visit, the notice, and what is written by itself.
#pragma once

#include "kiosk/cli/period_options.h"
#include "kiosk/cli/report_form.h"
#include "kiosk/report/visit_export.h"

#include "core/domain/reporting_period.h"

#include <functional>
#include <variant>

namespace CLI {
class App;
}

namespace nextplease::cli {

struct VisitsArguments : ReportForm {
    report::VisitQuestion question;
};

// The month's notice, in every configured language.
struct NoticeArguments {
    std::optional<ReportingPeriod> month; // none: the last whole one
    std::filesystem::path folder;
    std::string language; // only that one; empty: all
};

// What [[reports.scheduled]] lists.
struct ScheduledArguments {
    bool again = false; // also what is there already
};

using PublishedCommand = std::variant<VisitsArguments, NoticeArguments, ScheduledArguments>;
using PublishedMeans = std::function<void(CLI::App*, std::function<PublishedCommand()>)>;

struct PublishedOptions {
    PeriodTyped period;
    std::string limit, language;
    std::filesystem::path folder;
    FormTyped form;
    bool again = false;
};

void add_published_commands(CLI::App& report, PublishedOptions& asked, const PublishedMeans& means);

} // namespace nextplease::cli
