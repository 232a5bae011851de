#include "core/reception/configuration_scheduled.h"

#include "core/base/catalogue.h"
#include "core/base/error.h"
#include "core/reception/configuration_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace nextplease {
namespace {

namespace keys = configuration_keys;
using Names = std::span<const std::string_view>;

constexpr auto kByWait =
    std::to_array<std::string_view>({ "service", "desk", "hour", "weekday", "day", "month" });
constexpr auto kByStandard =
    std::to_array<std::string_view>({ "service", "directorate", "month", "quarter" });
constexpr auto kByContact =
    std::to_array<std::string_view>({ "channel", "service", "directorate", "month", "quarter" });
constexpr auto kByResult = std::to_array<std::string_view>({ "service", "desk", "month" });
constexpr auto kByFeedback =
    std::to_array<std::string_view>({ "channel", "service", "directorate", "month", "quarter" });
constexpr auto kByComplaint =
    std::to_array<std::string_view>({ "service", "directorate", "category", "handler", "month", "quarter" });
constexpr auto kByEstimate = std::to_array<std::string_view>({ "service", "hour", "month" });
constexpr auto kAllFormats = std::to_array<std::string_view>({ "csv", "json", "html", "xlsx", "pdf" });
constexpr auto kVisitFormats = std::to_array<std::string_view>({ "csv", "json", "xlsx" });
constexpr auto kNoticeFormats = std::to_array<std::string_view>({ "html", "pdf" });
constexpr auto kEvery = std::to_array<std::string_view>({ "day", "week", "month", "quarter" });

struct Kind {
    std::string_view name;
    Names by;
    Names formats;
    enum class Periods { Any, MonthsAndQuarters, Months };
    Periods periods = Periods::Any;
};
constexpr std::array kKinds {
    Kind { "wait", kByWait, kAllFormats },
    Kind { "standards", kByStandard, kAllFormats },
    Kind { "indicators", {}, kAllFormats, Kind::Periods::MonthsAndQuarters },
    Kind { "monitoring", {}, kAllFormats, Kind::Periods::MonthsAndQuarters },
    Kind { "contacts", kByContact, kAllFormats },
    Kind { "outcomes", kByResult, kAllFormats },
    Kind { "complaints", kByComplaint, kAllFormats },
    Kind { "feedback", kByFeedback, kAllFormats },
    Kind { "estimate", kByEstimate, kAllFormats },
    Kind { "visits", {}, kVisitFormats },
    Kind { "notice", {}, kNoticeFormats, Kind::Periods::Months },
};

const Kind& read_kind(const TomlTable& table)
{
    std::vector<std::string_view> names;
    names.reserve(kKinds.size());
    for (const Kind& kind : kKinds)
        names.push_back(kind.name);
    const std::string chosen = table.need("report", "report = \"wait\"").one_of(names);
    return *std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.name == chosen; });
}

ScheduledReport::Every read_every(const TomlTable& table, const Kind& kind)
{
    const TomlValue value = table.need("every", "every = \"month\"");
    const std::string chosen = value.one_of(kEvery);
    const bool month = chosen == "month", quarter = chosen == "quarter";
    if (kind.periods == Kind::Periods::Months && !month)
        value.refuse(
            fmt::format("{} is \"{}\", and a notice is of a month: write \"month\"", value.name(), chosen));
    if (kind.periods == Kind::Periods::MonthsAndQuarters && !month && !quarter)
        value.refuse(fmt::format(
            "{} is \"{}\", and {} are of a month or a quarter: write \"month\" or \"quarter\"", value.name(),
            chosen, kind.name == "monitoring" ? "monitored calls" : std::string(kind.name)));
    return static_cast<ScheduledReport::Every>(
        std::find(kEvery.begin(), kEvery.end(), chosen) - kEvery.begin());
}

std::vector<std::string> read_formats(const TomlTable& table, const Kind& kind)
{
    std::vector<std::string> formats;
    const TomlValue value = table.need("formats", "formats = [\"pdf\"]");
    for (const TomlValue& item : value.list())
        formats.push_back(item.one_of(kind.formats));
    if (formats.empty())
        value.refuse(value.name() + " is empty: write one format at least, such as \"pdf\"");
    return formats;
}

std::vector<Language> read_languages(const TomlTable& table, const std::vector<Language>& configured)
{
    const auto value = table.find("languages");
    if (!value)
        return { configured.front() };
    std::vector<Language> languages;
    for (const TomlValue& item : value->list()) {
        const Language language(item.text());
        if (std::find(nextplease::languages().begin(), nextplease::languages().end(), language)
            == nextplease::languages().end())
            item.refuse(
                fmt::format("{} has \"{}\", which there is no catalogue for: write one such as \"en\"",
                    value->name(), language.text()));
        languages.push_back(language);
    }
    if (languages.empty())
        value->refuse(value->name() + " is empty: write one language at least, such as \"en\"");
    return languages;
}

TomlDocument document_of(const Configuration& configuration)
{
    std::ifstream in(configuration.source, std::ios::binary);
    const std::string text { std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>() };
    if (!in)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("{} cannot be read: see that you may read it", configuration.source));
    return TomlDocument(text, configuration.source);
}

} // namespace

std::vector<ScheduledReport> read_scheduled(
    const TomlTable& reports, const std::vector<Language>& languages, const std::filesystem::path& source)
{
    std::vector<ScheduledReport> all;
    const auto scheduled = reports.find("scheduled");
    if (!scheduled)
        return all;
    for (const TomlTable& table : scheduled->tables(keys::kScheduled)) {
        const Kind& kind = read_kind(table);
        ScheduledReport report { std::string(kind.name), {}, read_every(table, kind),
            read_formats(table, kind), read_languages(table, languages), {} };
        if (const auto by = table.find("by")) {
            if (kind.by.empty())
                by->refuse(fmt::format("{} is \"{}\", and this report is not grouped: take the line out",
                    by->name(), by->text()));
            report.by = by->one_of(kind.by);
        }
        const std::filesystem::path folder =
            table.need("folder", "folder = \"/var/lib/nextplease/reports\"").text();
        report.folder = folder.is_absolute() ? folder : source.parent_path() / folder;
        all.push_back(std::move(report));
    }
    return all;
}

std::vector<ScheduledReport> scheduled_reports(const Configuration& configuration)
{
    const TomlDocument document = document_of(configuration);
    const auto reports = document.any_root().find("reports");
    if (!reports)
        return {};
    return read_scheduled(reports->table(keys::kReports), configuration.languages, configuration.source);
}

std::filesystem::path reports_folder(const Configuration& configuration)
{
    const TomlDocument document = document_of(configuration);
    const auto reports = document.any_root().find("reports");
    const auto folder = reports ? reports->table(keys::kReports).find("folder") : std::nullopt;
    if (!folder)
        return {};
    const std::filesystem::path named = folder->text();
    return named.empty() || named.is_absolute()
        ? named
        : std::filesystem::path(configuration.source).parent_path() / named;
}

} // namespace nextplease
