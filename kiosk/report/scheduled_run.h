// What is to be written by itself, and where: file names and periods of [[reports.scheduled]]. Pure.
#pragma once

#include "core/reception/configuration_scheduled.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nextplease::report {

struct ReportDays {
    LocalDate first, last; // both included
    std::string key; // "2026-10-13", "2026-W42", "2026-10", "2026-Q3"
};
// The last whole day, week (Monday to Sunday), month or quarter before `today`.
ReportDays days_of(ScheduledReport::Every every, LocalDate today);

struct ScheduledFile {
    ScheduledReport report;
    ReportDays days;
    std::string format;
    Language language;
    std::filesystem::path file; // FOLDER/wait-service-2026-10.en.pdf
};
std::vector<ScheduledFile> scheduled_files(const std::vector<ScheduledReport>& reports, LocalDate today);

} // namespace nextplease::report
