#include "kiosk/cli/arguments.h"

#include "kiosk/cli/appointment_options.h"
#include "kiosk/cli/case_options.h"
#include "kiosk/cli/contact_options.h"
#include "kiosk/cli/estimate_options.h"
#include "kiosk/cli/feedback_options.h"
#include "kiosk/cli/key_options.h"
#include "kiosk/cli/option_values.h"
#include "kiosk/cli/period_options.h"
#include "kiosk/cli/plan_options.h"
#include "kiosk/cli/policy_options.h"
#include "kiosk/cli/published_options.h"
#include "kiosk/cli/retention_options.h"
#include "kiosk/cli/staff_options.h"
#include "kiosk/cli/ticket_options.h"
#include "kiosk/cli/typed_text.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace nextplease::cli {
namespace {

using Command = decltype(Arguments::command);
// The command line as CLI11 reads it, and what each part of it means.
class Reader {
public:
    Reader()
        : app_("Nextplease: the reception of a council.\n"
               "The configuration is --config, else $NEXTPLEASE_CONFIG, ./kiosk.conf or "
               "/etc/nextplease/kiosk.conf.\n"
               "Exit status: 0 done, 1 refused, 2 wrong usage, 3 the outside world failed.",
            "nextplease")
    {
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.set_version_flag("--version", "nextplease " NEXTPLEASE_VERSION);
        app_.add_option("--config", common_.config, "The configuration file")->type_name("FILE");
        app_.add_option("--store", common_.store,
                "The store: sqlite:PATH or a path; else the configuration's, else store.db in your data "
                "folder")
            ->type_name("URL");
        app_.add_option("--clock", common_.clock)->group("");
        add_faces();
        add_demo();
        add_picture();
        add_ticket_command(
            app_, ticket_, [this](CLI::App* command, auto make) { means(command, std::move(make)); });
        add_appointment_command(
            app_, appointment_, [this](CLI::App* command, auto make) { means(command, std::move(make)); });
        add_import();
        add_report();
        add_store_commands();
        add_staff_command(
            app_, staff_, [this](CLI::App* command, auto make) { means(command, std::move(make)); });
        add_cases();
        add_plan_command(
            app_, plan_, [this](CLI::App* command, auto make) { means(command, std::move(make)); });
    }

    std::variant<Arguments, std::string> read(int argc, const char* const* argv)
    {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            return app_.help();
        } catch (const CLI::CallForAllHelp&) {
            return app_.help("", CLI::AppFormatMode::All);
        } catch (const CLI::CallForVersion& version) {
            return std::string(version.what()) + '\n';
        } catch (const CLI::ParseError& error) {
            throw WrongUsage(sentence_of(error));
        }
        for (const auto& [parsed, make] : commands_) {
            if (parsed->parsed())
                return Arguments { common_, make() };
        }
        throw WrongUsage("write a command: see nextplease --help");
    }

private:
    // CLI11's words in one line, with where to read on.
    std::string sentence_of(const CLI::ParseError& error) const
    {
        std::string path = "nextplease";
        for (const CLI::App* at = &app_; !at->get_subcommands().empty();) {
            at = at->get_subcommands().front();
            path += " " + at->get_name();
        }
        std::string text = error.what();
        constexpr std::string_view kNotConverted = "Could not convert: ";
        if (const std::size_t sign = text.find(" = "); text.starts_with(kNotConverted) && sign != text.npos)
            text = fmt::format("{} \"{}\" is not understood",
                text.substr(kNotConverted.size(), sign - kNotConverted.size()), text.substr(sign + 3));
        const std::vector<std::string> strange = app_.remaining(true);
        if (!strange.empty())
            text = fmt::format("\"{}\" is not understood", strange.front());
        else if (dynamic_cast<const CLI::RequiredError*>(&error) && text.starts_with("A subcommand"))
            text = "write which command";
        std::replace(text.begin(), text.end(), '\n', ' ');
        while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
            text.pop_back();
        return fmt::format("{}: see {} --help", text, path);
    }

    void means(CLI::App* command, std::function<Command()> make)
    {
        commands_.emplace_back(command, std::move(make));
    }

    static void add_json(CLI::App* command, Output& output)
    {
        command->add_flag_callback(
            "--json", [&output] { output = Output::Json; }, "Answer as a JSON object");
    }

    void add_faces()
    {
        add_face("visitor", "The visitors' touchscreen", FaceArguments::Face::Visitor);
        CLI::App* desk = add_face(
            "desk", "A receptionist's console; or open, pause or close a desk", FaceArguments::Face::Desk);
        add_face("board", "The wall screen", FaceArguments::Face::Board);
        add_face("manager", "What a manager sees: seen in time, live, and the published figures",
            FaceArguments::Face::Manager);
        desk->require_subcommand(0, 1);
        add_desk_verb(desk, "open", "Open a desk", DeskState::Open);
        add_desk_verb(desk, "pause", "Pause a desk: it calls nobody for a while", DeskState::Paused);
        add_desk_verb(desk, "close", "Close a desk", DeskState::Closed);
        means(desk, [this] { return face(FaceArguments::Face::Desk); });
    }

    CLI::App* add_face(const char* name, const char* help, FaceArguments::Face which)
    {
        CLI::App* command = app_.add_subcommand(name, help);
        command->add_option("--window", window_, "In a window instead of on the full screen")
            ->type_name("WxH[+X+Y]");
        command->add_option("--probe", face_.probe, "Write here what is shown after each change, for scripts")
            ->type_name("FILE");
        command->add_option("--frames", face_.frames)->group("");
        if (which == FaceArguments::Face::Visitor) {
            means(command, [this] { return face(FaceArguments::Face::Visitor); });
            return command;
        }
        command->add_option("--lang", face_.language, "Language, such as en; else the first of kiosk.conf")
            ->type_name("L");
        if (which == FaceArguments::Face::Desk)
            command->add_option("--desk", face_.desk, "Which desk, such as \"Desk 3\"")->type_name("NAME");
        else if (which == FaceArguments::Face::Manager)
            means(command, [this] { return face(FaceArguments::Face::Manager); });
        else {
            command
                ->add_option("--zone", face_.zone, "Only the services of that [[board.zone]] of kiosk.conf")
                ->type_name("CODE");
            means(command, [this] { return face(FaceArguments::Face::Board); });
        }
        return command;
    }

    Command face(FaceArguments::Face which)
    {
        face_.face = which;
        if (which == FaceArguments::Face::Desk && face_.desk.empty())
            throw WrongUsage("write which desk it is, such as --desk \"Desk 1\": see nextplease desk --help");
        if (!window_.empty()) {
            const WindowPlace place = window_value("--window", window_);
            face_.size = place.size;
            face_.position = place.position;
        }
        return face_;
    }

    // Before `desk` itself in commands_: with a verb, both are parsed.
    void add_desk_verb(CLI::App* desk, const char* name, const char* help, DeskState state)
    {
        CLI::App* command = desk->add_subcommand(name, help);
        command->add_option("--desk", desk_.desk, "Which desk, such as \"Desk 3\"")->type_name("NAME");
        add_json(command, desk_.output);
        if (state != DeskState::Open) {
            command->add_option("--reason", desk_.reason, "Why: a code of [[console.break]]")
                ->type_name("CODE");
            command->add_option("--minutes", desk_.minutes, "For how long, as far as known")
                ->type_name("M")
                ->check(CLI::Range(1, 24 * 60));
        }
        means(command, [this, state] {
            desk_.state = state;
            if (desk_.desk.empty())
                desk_.desk = face_.desk;
            if (desk_.desk.empty())
                throw WrongUsage(
                    "write which desk it is, such as --desk \"Desk 1\": see nextplease desk --help");
            return desk_;
        });
    }

    void add_demo()
    {
        CLI::App* command = app_.add_subcommand(
            "demo", "A whole reception on one screen, with simulated visitors, on a store of its own");
        command->add_option("--speed", demo_.speed, "How many times as fast as life; 10 unless told")
            ->type_name("N")
            ->check(CLI::Range(0.1, 1000.0));
        command->add_option("--for", run_for_, "Ends after that much real time, such as 30s or 5m")
            ->type_name("T");
        command
            ->add_option("--scripted", demo_.pictures,
                "Play one visit by script, with real input, and save pictures of every step here")
            ->type_name("FOLDER");
        means(command, [this] {
            if (!run_for_.empty())
                demo_.run_for = duration_value("--for", run_for_);
            return demo_;
        });
    }

    void add_picture()
    {
        CLI::App* command = app_.add_subcommand("picture",
            "One screen as a PNG, without a display; it shows a sample morning unless told --live");
        command->add_option("face", picture_face_, "visitor, desk, board, manager or paper")
            ->required()
            ->check(CLI::IsMember({ "visitor", "desk", "board", "manager", "paper" }));
        command
            ->add_option("--screen", picture_.screen,
                "Which screen of it, such as home or ticket; a wrong name lists them")
            ->type_name("NAME");
        command->add_option("--lang", picture_.language, "Language, such as en")->type_name("L");
        command->add_option("--desk", picture_.desk, "Which desk; else the sample's, or the first")
            ->type_name("NAME");
        command->add_flag("--large-print", picture_.large_print, "As a visitor sees it in large print");
        command->add_flag("--contrast", picture_.contrast, "In high contrast");
        command->add_flag("--reach", picture_.reach, "With everything low");
        command->add_flag("--live", picture_.live, "Show the configured store as it is now");
        command->add_option("--number", picture_.number, "Of paper: which ticket; else the latest")
            ->type_name("N");
        command->add_option("--width-mm", picture_.width_mm, "Of paper: 58 or 80; else the configuration's")
            ->check(CLI::IsMember({ 58, 80 }));
        command->add_option("--size", size_, "In pixels; else 1080x1920 or 1920x1080")->type_name("WxH");
        command->add_option("-o,--output", picture_.file, "The picture")->type_name("FILE.png")->required();
        means(command, [this] {
            using Face = FaceArguments::Face;
            picture_.face = picture_face_ == "visitor" ? Face::Visitor
                : picture_face_ == "desk"              ? Face::Desk
                : picture_face_ == "manager"           ? Face::Manager
                : picture_face_ == "paper"             ? Face::Paper
                                                       : Face::Board;
            if (!size_.empty())
                picture_.size = size_value("--size", size_);
            return picture_;
        });
    }

    void add_import()
    {
        CLI::App* command = app_.add_subcommand("import",
            "Take the log of another system into the store: all of it, or nothing.\n"
            "CSV with the columns ticket,service,priority,arrived,called,finished,left,server; local times "
            "such as 2026-10-13T10:24:05, empty where it did not happen");
        command->add_option("file", import_.file, "The log")->type_name("FILE.csv");
        command
            ->add_option("--desks", import_.desks,
                "What desks did: CSV with the columns desk,event,at; event is open, pause, resume or close")
            ->type_name("FILE.csv");
        command->add_flag("--breaks", import_.breaks,
            "Where a log does not tell, take it that desks had their breaks of kiosk.conf");
        command->add_flag_callback(
            "--create", [this] { import_.unknown = UnknownNames::TakeAsFound; },
            "Take services and servers that kiosk.conf does not know as found");
        add_json(command, import_.output);
        command->require_subcommand(0, 1);
        // Before `import` itself in commands_: with one of them, both are parsed.
        add_contact_commands(app_, *command, contact_, [this](CLI::App* added, auto make) {
            means(added, [make] { return std::visit([](auto&& one) -> Command { return one; }, make()); });
        });
        means(command, [this] {
            if (import_.file.empty() && import_.desks.empty() && !import_.breaks)
                throw WrongUsage("write the log to import: see nextplease import --help");
            return import_;
        });
    }

    void add_report()
    {
        CLI::App* report = app_.add_subcommand("report", "Figures for managers and the public");
        report->require_subcommand(1);
        CLI::App* command =
            report->add_subcommand("wait", "How long visitors waited, and how many were seen in time");
        add_period(command, period_, "of arrival");
        command
            ->add_option(
                "--limit", limit_, "The target: 10m, 60s, 1h, or 10 (minutes); else each service's own")
            ->type_name("T");
        command->add_option("--by", by_, "service, desk, hour, weekday, day or month")
            ->check(CLI::IsMember({ "service", "desk", "hour", "weekday", "day", "month" }));
        add_form(command, form_);
        means(command, [this] { return wait_report(); });
        add_estimate_commands(app_, *report, estimate_, [this](CLI::App* added, auto make) {
            means(added, [make] { return std::visit([](auto&& one) -> Command { return one; }, make()); });
        });
        add_result_report(report);
        add_published_commands(*report, published_, [this](CLI::App* added, auto make) {
            means(added, [make] { return std::visit([](auto&& one) -> Command { return one; }, make()); });
        });
        add_policy_commands(app_, *report, policy_, [this](CLI::App* added, auto make) {
            means(added, [make] { return std::visit([](auto&& one) -> Command { return one; }, make()); });
        });
    }

    void add_result_report(CLI::App* report)
    {
        CLI::App* command = report->add_subcommand("outcomes",
            "What came of visits: resolved at once, avoidable (NI 14); and late ones with an apology");
        add_period(command, period_, "of the result or of arrival");
        command->add_option("--by", by_, "service, desk or month")
            ->check(CLI::IsMember({ "service", "desk", "month" }));
        add_form(command, form_);
        means(command, [this] {
            read_days(period_, results_.question.from, results_.question.to);
            results_.question.by = *result_grouping(by_);
            static_cast<ReportForm&>(results_) = form_of(form_);
            return results_;
        });
    }

    Command wait_report()
    {
        WaitQuestion& question = report_.question;
        read_days(period_, question.from, question.to);
        if (!limit_.empty())
            question.limit = duration_value("--limit", limit_);
        question.by = *grouping(by_);
        static_cast<ReportForm&>(report_) = form_of(form_);
        return report_;
    }

    void add_cases()
    {
        add_case_command(
            app_, case_, [this](CLI::App* command, auto make) { means(command, std::move(make)); });
        const auto tell = [this](CLI::App* command, auto make) { means(command, std::move(make)); };
        add_key_command(app_, key_, tell, tell);
        add_feedback_command(app_, feedback_words_, tell);
    }

    void add_store_commands()
    {
        CLI::App* check = app_.add_subcommand("check", "Say what was understood, and try everything");
        check->add_flag("--print-test", check_.print_test, "Print a test slip too");
        means(check, [this] { return check_; });
        means(app_.add_subcommand("pin", "Ask for a service PIN, and write its line for kiosk.conf"),
            [] { return PinArguments {}; });
        CLI::App* backup = app_.add_subcommand("backup", "A copy of the store, while others go on working");
        backup->add_option("file", backup_.file, "The copy; it must not exist yet")
            ->type_name("FILE")
            ->required();
        means(backup, [this] { return backup_; });
        CLI::App* restore =
            app_.add_subcommand("restore", "A copy becomes the store; there must be none yet");
        restore->add_option("file", restore_.file, "The copy")->type_name("FILE")->required();
        means(restore, [this] { return restore_; });
        add_retention_commands(
            app_, retention_, [this](CLI::App* command, auto make) { means(command, std::move(make)); },
            [this](CLI::App* command, auto make) { means(command, std::move(make)); });
    }

    CLI::App app_;
    std::vector<std::pair<CLI::App*, std::function<Command()>>> commands_;
    CommonArguments common_;
    TicketArguments ticket_;
    AppointmentArguments appointment_;
    DeskArguments desk_;
    ImportArguments import_;
    WaitReportArguments report_;
    EstimateOptions estimate_;
    ResultReportArguments results_;
    PolicyOptions policy_;
    PublishedOptions published_;
    ContactOptions contact_;
    StaffArguments staff_;
    CaseTyped case_;
    KeyTyped key_;
    FeedbackTyped feedback_words_;
    PlanTyped plan_;
    FaceArguments face_;
    DemoArguments demo_;
    PictureArguments picture_;
    CheckArguments check_;
    BackupArguments backup_;
    RestoreArguments restore_;
    RetentionTyped retention_;
    std::string window_, run_for_, size_, picture_face_, limit_, by_;
    PeriodTyped period_;
    FormTyped form_;
};

} // namespace

std::variant<Arguments, std::string> read_arguments(int argc, const char* const* argv)
{
    check_typed(argc, argv);
    return Reader().read(argc, argv);
}

} // namespace nextplease::cli
