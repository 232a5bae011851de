// What was asked on the command line, as plain values. Only arguments.cpp knows how it was written.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/other_contact.h"
#include "core/domain/visit.h"
#include "core/reception/complaint_report.h"
#include "core/reception/contact_import.h"
#include "core/reception/contact_report.h"
#include "core/reception/contacts.h"
#include "core/reception/estimate_backtest.h"
#include "core/reception/estimate_report.h"
#include "core/reception/feedback_report.h"
#include "core/reception/indicator_report.h"
#include "core/reception/log_import.h"
#include "core/reception/planning.h"
#include "core/reception/result_report.h"
#include "core/reception/simulation.h"
#include "core/reception/standard_report.h"
#include "core/reception/wait_report.h"
#include "kiosk/cli/published_options.h"
#include "kiosk/cli/report_form.h"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace nextplease::cli {

// The command line is not one that there is. what() is one sentence.
class WrongUsage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

enum class Output {
    Text,
    Json,
};

struct TicketArguments {
    enum class Verb {
        Take,
        Call,
        Recall,
        Undo,
        Start,
        Finish,
        Transfer,
        Hold,
        Resume,
        NoShow,
        Rejoin,
        Leave,
        MoreTime,
        Show,
        List,
        CloseDay,
    };
    Verb verb = Verb::List;
    std::string number; // as typed; empty for Take and List, and for Call where the desk takes who is next
    std::string service; // Take, Transfer
    std::string priority;
    std::string language;
    std::vector<std::string> needs; // Take: codes
    std::string interpreter; // Take
    int party = 1; // Take
    std::vector<std::string> matters; // Take: codes of further services
    std::string desk; // Call
    std::string note; // Transfer, Hold
    std::optional<int> minutes; // Hold
    std::string to_desk, to_staff; // Transfer
    bool resolved = false; // Finish: it was said what came of it, and that nothing is left to do
    std::string unresolved; // Finish: why something is left to do, a code of kiosk.conf
    std::string passed_to; // Finish
    std::string avoidable; // Finish: a type of NI 14
    std::string given; // Finish: the service that was given in fact
    std::string request;
    bool all = false; // List: also those that are over
    Output output = Output::Text;
};

struct AppointmentArguments {
    enum class Verb {
        Add,
        Cancel,
        Move,
        CheckIn,
        Import,
        List,
    };
    Verb verb = Verb::List;
    std::string reference; // as typed; Add: empty, one is made
    std::string service; // Add
    LocalTime at; // Add, Move
    std::string apology; // Cancel, Move: what the visitor is told
    std::string language; // Add, CheckIn
    std::vector<std::string> needs; // Add: codes
    std::string interpreter; // Add
    std::string note; // Add
    std::filesystem::path file; // Import
    std::optional<LocalDate> from, to; // List: today unless told
    std::string request; // CheckIn
    Output output = Output::Text;
};

struct DeskArguments {
    std::string desk;
    DeskState state = DeskState::Open;
    std::string reason; // of Paused and Closed: a code of kiosk.conf
    std::optional<int> minutes; // until it is expected back
    Output output = Output::Text;
};

struct ImportArguments {
    std::filesystem::path file; // may be empty where `desks` is not
    std::filesystem::path desks; // what desks did; may be empty
    bool breaks = false; // kiosk.conf's breaks are taken for what desks did
    UnknownNames unknown = UnknownNames::Refuse;
    Output output = Output::Text;
};

struct WaitReportArguments : ReportForm {
    WaitQuestion question;
};

struct FeedbackReportArguments : ReportForm {
    FeedbackQuestion question;
};

// What visitors wrote with their feedback, and what callers said of it. The PIN and the passphrase are read
// from standard input.
struct FeedbackArguments {
    enum class Verb { Show, Readings, Add };
    Verb verb = Verb::Show;
    ScoreWish score; // Add, as the request
    std::string request;
    std::string staff; // who reads
    std::filesystem::path key; // the team's; empty: none
    std::optional<LocalDate> from, to;
    Output output = Output::Text;
};

struct EstimateNowArguments {
    std::string service; // empty: all
    Output output = Output::Text;
};

struct BacktestArguments {
    BacktestQuestion question;
    std::filesystem::path predictions; // empty: none are written
    Format format = Format::Table; // Table or Json
};

struct EstimateReportArguments : ReportForm {
    EstimateQuestion question;
};

struct ResultReportArguments : ReportForm {
    ResultQuestion question;
};

struct StandardReportArguments : ReportForm {
    StandardQuestion question;
};

struct IndicatorArguments : ReportForm {
    std::optional<ReportingPeriod> period; // none: the last whole one, as [reports] every has it
};

struct ContactReportArguments : ReportForm {
    ContactQuestion question;
};

struct ComplaintReportArguments : ReportForm {
    ComplaintQuestion question;
};

// Calls that are rung to hear how they are answered.
struct MonitorArguments : ReportForm {
    enum class Verb { Sample, Record, List, Report };
    Verb verb = Verb::List;
    std::optional<ReportingPeriod> period; // Sample, List, Report; none: this month
    std::string directorate; // List, Report: of it alone; empty: of all
    std::int64_t call = 0; // Record, as what follows
    CallHeard heard; // but `within`
    std::optional<bool> within; // none: not said
};

// Contacts by other channels than a visit.
struct ContactArguments {
    enum class Verb { Log, Acknowledge, Answer, Explain, SetAside, TakeBack, Checked, List };
    Verb verb = Verb::List;
    std::int64_t id = 0; // Acknowledge, Answer, Explain, SetAside, TakeBack
    Channel channel = Channel::Phone; // Log, as what follows; Checked
    std::string service;
    std::string about;
    std::optional<LocalTime> received; // none: now
    std::optional<LocalTime> acknowledged; // none: as kiosk.conf has it for the channel
    bool answered = false; // at once
    std::optional<SetAside> set_aside; // Log, SetAside
    std::optional<AvoidableContact> avoidable; // Log, Answer
    std::optional<bool> resolved; // Log, Answer
    std::string reason; // Log, Answer: why it was avoidable
    std::optional<LocalTime> at; // Acknowledge, Answer; none: now
    std::string explanation, apology; // Explain, Answer
    LocalDate until; // Explain
    std::optional<LocalDate> from, to; // List: today unless told
    bool open = false; // List: all that are still open
    std::string request; // Log
    Output output = Output::Text;
};

// The logs of a telephone system and a mail room.
struct ContactImportArguments {
    ContactLog log = ContactLog::Calls;
    std::filesystem::path file;
    Output output = Output::Text;
};

struct SimulateArguments {
    SimulationQuestion question { .from = LocalDate { std::chrono::year { 2026 }, std::chrono::January,
                                      std::chrono::day { 5 } } };
    std::optional<double> visitors; // a day
    std::optional<double> leavers; // share of them who may give up; none: nobody does
    std::optional<int> slower_from_day; // counted from 1
    std::filesystem::path folder;
};

// How many desks for which hours.
struct PlanArguments : ReportForm {
    PlanQuestion question;
};

// Who may sign in at desks. A PIN is read from standard input.
struct StaffArguments {
    enum class Verb { Add, List, Remove, Pin, Change };
    Verb verb = Verb::List;
    std::string name;
    bool complaints = false; // Add, Change: of the complaints team
    Output output = Output::Text;
};

struct FaceArguments {
    enum class Face {
        Visitor,
        Desk,
        Board,
        Manager,
        Paper, // of pictures only
    };
    Face face = Face::Visitor;
    std::string desk;
    std::string zone; // of a board; empty: all services
    std::string language; // empty: the first of kiosk.conf
    std::optional<std::pair<int, int>> size; // none: full screen
    std::optional<std::pair<int, int>> position;
    std::filesystem::path probe;
    int frames = 0; // closes after so many; 0: runs until closed
};

// The line of kiosk.conf for a service PIN, which is read from standard input.
struct PinArguments { };

struct DemoArguments {
    std::optional<double> speed; // times as fast as life; none: as the demo has it
    std::optional<Seconds> run_for; // of real time; none: until stopped
    std::filesystem::path pictures; // of a scripted visit, saved here; empty: no script
};

struct PictureArguments {
    FaceArguments::Face face = FaceArguments::Face::Visitor;
    std::string screen;
    std::string language;
    std::string desk;
    bool large_print = false;
    bool contrast = false;
    bool reach = false;
    std::string number; // of paper: which ticket; empty: the latest
    int width_mm = 0; // of paper; 0: as configured
    bool live = false; // the configured store as it is now, instead of the sample morning
    std::optional<std::pair<int, int>> size;
    std::filesystem::path file;
};

// Of the complaints team.
struct CaseArguments {
    enum class Verb { List, Show, Log, Step, Recount, Letter };
    Verb verb = Verb::List;
    std::string step; // Step: the name of the command, such as "acknowledge"
    std::string reference; // as typed; Show, Step
    std::string kind; // Log, Step, Letter
    std::filesystem::path file; // Letter: ends in .pdf or is text; empty: standard output
    bool large_print = false; // Letter, whatever the person wished
    bool print = false; // Letter: on the printer of kiosk.conf
    std::string service, category, channel, reply, language, contact, words; // Log
    std::optional<LocalTime> received; // Log
    std::string handler, reason, outcome, procedure; // Step, as the step needs them; handler: List too
    std::optional<LocalDate> until; // Step
    std::vector<std::string> also; // Step
    std::optional<std::string> partners, documents; // Step
    std::optional<std::string> summary, wanted, not_ours, adjustments; // Step; wanted, adjustments: Log too
    std::vector<std::string> remedies; // Step: words of Remedy
    std::vector<std::pair<LocalDate, std::string>> actions; // Step: by when, and what
    std::string because; // Step: a word of RefusalGround
    int number = 0; // Step: of an action
    std::optional<std::string> right_service, right_category; // Step: instead of a wrong one; may be empty
    std::optional<LocalTime> at; // Step: when it was done; none: now
    std::string by; // who does it, for the log; empty: the command line
    std::string request;
    std::optional<LocalDate> from, to; // local days of receipt, both included; List
    enum class Due { All, Open, Late, Today };
    Due due = Due::All; // List
    std::string staff; // Show: who reads the words, and whose PIN is asked for; empty: nobody reads them
    std::filesystem::path key; // Show: the secret key; empty: what was sealed stays so
    Output output = Output::Text;
};
// Passphrases are read from standard input.
struct KeyArguments {
    enum class Verb { Create, ChangePassphrase };
    Verb verb = Verb::Create;
    std::filesystem::path file;
};
struct KeyRotateArguments {
    std::filesystem::path file; // the old secret key
};

struct CheckArguments {
    bool print_test = false; // a slip on the printer
};
struct BackupArguments {
    std::filesystem::path file;
};
struct RestoreArguments {
    std::filesystem::path file;
};

// Taking out what was kept long enough.
struct PurgeArguments {
    bool dry_run = false;
    Output output = Output::Text;
};
// What is held of one person: one of ticket, appointment and reference is not empty.
struct ExportArguments {
    std::filesystem::path folder;
    std::string ticket;
    std::optional<LocalDate> day; // of the ticket; none: today
    std::string appointment;
    std::string reference; // of a case
};

// For all commands.
struct CommonArguments {
    std::string config;
    std::string store;
    std::string clock;
};

struct Arguments {
    CommonArguments common;
    std::variant<TicketArguments, AppointmentArguments, DeskArguments, ImportArguments, WaitReportArguments,
        FaceArguments, PinArguments, DemoArguments, PictureArguments, CheckArguments, BackupArguments,
        RestoreArguments, CaseArguments, KeyArguments, KeyRotateArguments, FeedbackReportArguments,
        FeedbackArguments, EstimateNowArguments, BacktestArguments, EstimateReportArguments,
        SimulateArguments, PlanArguments, ResultReportArguments, StaffArguments, StandardReportArguments,
        ContactArguments, ContactImportArguments, IndicatorArguments, ContactReportArguments,
        MonitorArguments, ComplaintReportArguments, PurgeArguments, ExportArguments, VisitsArguments,
        NoticeArguments, ScheduledArguments>
        command;
};

// What was asked; or the help or version text that was asked for. Throws WrongUsage.
std::variant<Arguments, std::string> read_arguments(int argc, const char* const* argv);

} // namespace nextplease::cli
