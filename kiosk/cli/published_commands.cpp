// Every visit, the notice, and what is written by itself.
#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/reception/configuration_scheduled.h"
#include "core/reception/reception.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/report_output.h"
#include "kiosk/report/csv_metadata.h"
#include "kiosk/report/notice.h"
#include "kiosk/report/scheduled_run.h"
#include "text_keys.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace nextplease::cli {
namespace {

report::Document visits_document(const report::VisitQuestion& question, const report::Making& making)
{
    const Words& words = making.words;
    report::Document document = report::begin_document(
        making, "visits", words.say(Text::CliVisitsTitle), { question.from, question.to });
    document.definitions = {
        { words.say(Text::CliVisitsTitle), words.say(Text::CliReportDefinitionVisits) },
        { "ticket", words.say(Text::CliVisitsDefinitionTicket) },
        { "arrived, called, seen_at, ended", words.say(Text::CliVisitsDefinitionTimes) },
        { "wait_seconds", words.say(Text::CliReportDefinitionWait) },
        { "walk_seconds", words.say(Text::CliReportDefinitionWalk) },
        { "service_seconds", words.say(Text::CliReportDefinitionService) },
        { "limit_seconds", words.say(Text::CliReportDefinitionLimitOwn) },
        { "within", words.say(Text::CliVisitsDefinitionWithin) },
    };
    return document;
}

const Words& words_of(const std::string& language, const Surroundings& around)
{
    return language.empty() ? around.words() : nextplease::words(Language(language));
}

// The indicators of a month, found once for all languages and formats of its notice.
class MonthsFigures {
public:
    MonthsFigures(Store& store, const Surroundings& around)
        : store_(store)
        , around_(around)
    {
    }
    const IndicatorReport& of(const ReportingPeriod& month)
    {
        if (!found_ || !(found_->period == month))
            found_ = indicator_report(store_, around_.configuration(), month, around_.clock().now());
        return *found_;
    }

private:
    Store& store_;
    const Surroundings& around_;
    std::optional<IndicatorReport> found_;
};

void write_notice(const ReportingPeriod& month, const Language& language, const std::string& format,
    const std::filesystem::path& file, MonthsFigures& figures, Store& store, const Surroundings& around)
{
    const Words& words = nextplease::words(language);
    const Configuration& configuration = around.configuration();
    const Instant now = around.clock().now();
    report::Notice notice = report::notice_of(figures.of(month), configuration, words, now);
    notice.program = program_version();
    const report::Making making = making_of(store, around, words);
    notice.data = report::begin_document(making, "", "", {}).about.at(1).sentence;
    write_whole(file, format == "pdf" ? report::notice_pdf(notice) : report::notice_page(notice, words));
}

void make_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the folder {} could not be made: see that you may write there", folder.string()));
}

template <class Arguments>
Arguments asked_of(const report::ScheduledFile& file, Format format)
{
    Arguments arguments;
    static_cast<ReportForm&>(arguments) = { format, file.file, file.language.text() };
    if constexpr (requires { arguments.question.from; }) {
        arguments.question.from = file.days.first;
        arguments.question.to = file.days.last;
    }
    return arguments;
}

Format format_of(const std::string& word)
{
    return form_of({ .format = word, .file = "-", .language = {} }).format;
}

void write_scheduled(
    const report::ScheduledFile& file, MonthsFigures& figures, Store& store, const Surroundings& around)
{
    make_folder(file.file.parent_path());
    const std::string& report = file.report.report;
    const ReportingPeriod month = period_of(file.days.first, ReportingPeriod::Kind::Month);
    if (report == "notice")
        return write_notice(month, file.language, file.format, file.file, figures, store, around);
    const Format format = format_of(file.format);
    if (report == "visits")
        return run_command(asked_of<VisitsArguments>(file, format), around);
    const ReportingPeriod period = file.report.every == ScheduledReport::Every::Month
        ? month
        : period_of(file.days.first, ReportingPeriod::Kind::Quarter);
    if (report == "indicators" || report == "monitoring") {
        const auto of_period = [&](auto arguments) {
            arguments.period = period;
            return run_command(arguments, around);
        };
        if (report == "indicators")
            return of_period(asked_of<IndicatorArguments>(file, format));
        auto monitored = asked_of<MonitorArguments>(file, format);
        monitored.verb = MonitorArguments::Verb::Report;
        return of_period(std::move(monitored));
    }
    const auto grouped = [&](auto arguments, auto by) {
        if (by)
            arguments.question.by = *by;
        run_command(arguments, around);
    };
    const std::string& by = file.report.by;
    if (report == "wait")
        return grouped(asked_of<WaitReportArguments>(file, format), grouping(by));
    if (report == "standards")
        return grouped(asked_of<StandardReportArguments>(file, format), standard_grouping(by));
    if (report == "contacts")
        return grouped(asked_of<ContactReportArguments>(file, format), contact_grouping(by));
    if (report == "outcomes")
        return grouped(asked_of<ResultReportArguments>(file, format), result_grouping(by));
    if (report == "complaints")
        return grouped(asked_of<ComplaintReportArguments>(file, format), complaint_grouping(by));
    if (report == "feedback")
        return grouped(asked_of<FeedbackReportArguments>(file, format), feedback_grouping(by));
    return grouped(asked_of<EstimateReportArguments>(file, format), estimate_grouping(by));
}

// All of it: the definitions of a CSV file lie beside it.
bool is_there(const report::ScheduledFile& file)
{
    std::error_code ignored;
    return std::filesystem::exists(file.file, ignored)
        && (file.format != "csv" || std::filesystem::exists(report::metadata_path(file.file), ignored));
}

// Held while scheduled reports are written, so that a person and the timer do not write the same ones twice.
// It ends with the process, whatever ends that.
class OneWriter {
public:
    explicit OneWriter(const std::string& configuration)
        : file_(open(configuration.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (file_ >= 0 && flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            close(file_);
            throw Refused(
                fmt::format("the reports that {} lists are being written already: wait until that has ended",
                    configuration));
        }
    }
    ~OneWriter()
    {
        if (file_ >= 0)
            close(file_);
    }
    OneWriter(const OneWriter&) = delete;
    OneWriter& operator=(const OneWriter&) = delete;

private:
    int file_;
};

// For whoever looks on.
void say_progress(std::size_t number, std::size_t of, const std::filesystem::path& file)
{
    if (isatty(STDERR_FILENO))
        std::fputs(fmt::format("\r\033[K{} of {}: {}", number, of, file.filename().string()).c_str(), stderr);
}

void end_progress()
{
    if (isatty(STDERR_FILENO))
        std::fputs("\r\033[K", stderr);
}

// Where kiosk and desks are switched off at night, nobody has closed the day yet, and a file that is written
// once would say for good that people still wait. Where the store may only be read, it says so.
void close_past_days(const Surroundings& around)
{
    try {
        const auto store = around.open(Opening::Existing);
        Reception(*store, around.configuration(), around.clock()).close_past_days();
    } catch (const Failure&) {
    }
}

} // namespace

void run_command(const VisitsArguments& asked, const Surroundings& around)
{
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const Words& words = words_of(asked.language, around);
    const report::Document about = visits_document(asked.question, making_of(*store, around, words));
    if (asked.format == Format::Xlsx) {
        report::write_visits_workbook(*store, configuration, asked.question, about, words, asked.file);
        return;
    }
    if (asked.format == Format::Json) {
        report::write_visits_json(*store, configuration, asked.question, about, asked.file);
        return;
    }
    report::write_visits_csv(*store, configuration, asked.question, asked.file);
    std::error_code ignored;
    if (!asked.file.empty() && std::filesystem::is_regular_file(asked.file, ignored))
        write_whole(report::metadata_path(asked.file),
            report::csv_metadata(about, report::visit_columns(), asked.file.filename().string()));
}

void run_command(const NoticeArguments& asked, const Surroundings& around)
{
    close_past_days(around);
    const auto store = around.open_for_reading();
    const Configuration& configuration = around.configuration();
    const LocalDate today = configuration.zone.date(around.clock().now());
    const ReportingPeriod month =
        asked.month.value_or(period_of(today, ReportingPeriod::Kind::Month).before());
    if (month.last() >= today)
        throw Refused(fmt::format("{} is not over, and a notice is of whole months: ask for {} or earlier",
            month.key(), period_of(today, ReportingPeriod::Kind::Month).before().key()));
    std::vector<Language> languages = configuration.languages;
    if (!asked.language.empty())
        languages = { nextplease::words(Language(asked.language)).language() };
    make_folder(asked.folder);
    MonthsFigures figures(*store, around);
    for (const Language& language : languages) {
        for (const char* format : { "html", "pdf" }) {
            const auto file =
                asked.folder / fmt::format("notice-{}.{}.{}", month.key(), language.text(), format);
            write_notice(month, language, format, file, figures, *store, around);
            write_result(file.string() + '\n');
        }
    }
}

void run_command(const ScheduledArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    const auto files = report::scheduled_files(
        scheduled_reports(configuration), configuration.zone.date(around.clock().now()));
    if (files.empty())
        throw InputError(fmt::format(
            "{} lists no report to be written: add a section [[reports.scheduled]]", configuration.source));
    const OneWriter writer(configuration.source);
    close_past_days(around);
    const auto store = around.open_for_reading();
    MonthsFigures figures(*store, around);
    std::size_t number = 0, failed = 0;
    for (const report::ScheduledFile& file : files) {
        say_progress(++number, files.size(), file.file);
        if (!asked.again && is_there(file))
            continue;
        try {
            write_scheduled(file, figures, *store, around);
            end_progress();
            write_result(file.file.string() + '\n');
        } catch (const std::exception& failure) {
            ++failed;
            end_progress();
            std::fputs(
                fmt::format("{}: {}\n", file.file.filename().string(), failure.what()).c_str(), stderr);
        }
    }
    end_progress();
    if (failed > 0)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("{} of {} reports could not be written", failed, files.size()));
}

} // namespace nextplease::cli
