// Reports that are written by themselves: [[reports.scheduled]] of kiosk.conf.
#pragma once

#include "core/base/toml_reader.h"
#include "core/reception/configuration.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nextplease {

struct ScheduledReport {
    std::string report; // "wait", "standards", "notice" and so on: see kScheduledReports
    std::string by; // what its figures are grouped by; empty: nothing
    enum class Every { Day, Week, Month, Quarter };
    Every every = Every::Month; // of its period: always the last whole one
    std::vector<std::string> formats; // "csv", "json", "html", "xlsx", "pdf"; not empty
    std::vector<Language> languages; // not empty
    std::filesystem::path folder;
};

// For check as well as for use. Refuses what a report is not made in or grouped by. `source` is the file.
std::vector<ScheduledReport> read_scheduled(
    const TomlTable& reports, const std::vector<Language>& languages, const std::filesystem::path& source);

// Of the file that the configuration was read from. Throws as read_configuration does.
std::vector<ScheduledReport> scheduled_reports(const Configuration& configuration);

// Where people's own exports go: [reports] folder; empty: none is named. As above.
std::filesystem::path reports_folder(const Configuration& configuration);

} // namespace nextplease
