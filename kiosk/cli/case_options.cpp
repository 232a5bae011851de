#include "kiosk/cli/case_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>

namespace nextplease::cli {
namespace {

using CaseMeans = std::function<void(CLI::App*, std::function<CaseArguments()>)>;

class CaseReader {
public:
    CaseReader(CLI::App& cases, CaseTyped& typed, const CaseMeans& means)
        : cases_(cases)
        , typed_(typed)
        , asked_(typed.asked)
        , means_(means)
    {
    }

    void add_all()
    {
        add_log();
        add_answers();
        add_ends();
        add_actions();
        add_list();
        add_show();
        add_letter();
        CLI::App* recount = cases_.add_subcommand(
            "recount", "After the calendar changed: what is due later now, each with an event");
        finish(recount, CaseArguments::Verb::Recount);
    }

private:
    void add_log()
    {
        CLI::App* log = cases_.add_subcommand("log", "A complaint, comment or compliment that came");
        log->add_option("--kind", asked_.kind, "complaint, comment, compliment or service_request")
            ->type_name("KIND")
            ->required();
        log->add_option("--service", asked_.service, "The service that it is about; else something else")
            ->type_name("CODE");
        log->add_option("--category", asked_.category, "A [[complaints.category]]; else ordinary")
            ->type_name("CODE");
        log->add_option("--channel", asked_.channel, "How it came: phone, email, letter and so on; else here")
            ->type_name("CHANNEL");
        log->add_option("--received", typed_.received, "Local time of receipt; else now")
            ->type_name("YYYY-MM-DDTHH:MM");
        log->add_option("--reply", asked_.reply, "phone, email, letter, large_print or braille; else none")
            ->type_name("WISH");
        log->add_option("--language", asked_.language, "For the reply; else the first of kiosk.conf")
            ->type_name("LANGUAGE");
        log->add_option("--contact", asked_.contact, "Where the reply goes")->type_name("TEXT");
        understood(log, kToldAtOnce);
        log->add_option("--words", asked_.words, "What was said; else it is read from standard input")
            ->type_name("TEXT");
        log->add_option("--request", asked_.request, "An id of this request: said twice, logged once")
            ->type_name("ID");
        finish(log, CaseArguments::Verb::Log);
    }

    void add_answers()
    {
        CLI::App* acknowledge =
            step("acknowledge", "The person was told that it came, and who deals with it");
        acknowledge->add_option("--handler", asked_.handler, "Who deals with it; else as kiosk.conf has it")
            ->type_name("NAME");
        understood(acknowledge, kAllUnderstood);
        at(acknowledge);
        CLI::App* put_right = step("put-right", "It was put right at once");
        reason(put_right, "What was done", true);
        remedies(put_right);
        step("pass", "To the service's head, or another officer")
            ->add_option("--to", asked_.handler, "To whom; else [[complaints.head]]")
            ->type_name("NAME");
        CLI::App* extend = step("extend", "The person was told why it takes longer, and until when");
        extend->add_option("--until", typed_.until, "The new day")->type_name("DATE")->required();
        reason(extend, "Why, as the person is told", true);
        at(extend);
        CLI::App* respond = step("respond", "It was answered in full");
        respond->add_option("--outcome", asked_.outcome, "upheld, partly_upheld or not_upheld")
            ->type_name("OUTCOME")
            ->required();
        reason(respond, "What was found, in short", false);
        remedies(respond);
        respond->add_option("--action", typed_.actions, "What is still to be done, after the day by which")
            ->type_name("\"DATE WHAT\"");
        at(respond);
        CLI::App* escalate = step("escalate", "To the second stage, with clocks of its own");
        escalate->add_option("--handler", asked_.handler, "Who deals with it; else as kiosk.conf has it")
            ->type_name("NAME");
        reason(escalate, "Why", true);
        at(escalate);
        CLI::App* ombudsman = step("ombudsman", "The person asked the Ombudsman");
        reason(ombudsman, "What about", false);
        at(ombudsman);
        CLI::App* decide = step("decide", "What the Ombudsman decided");
        decide
            ->add_option(
                "--decision", asked_.outcome, "upheld, not_upheld, or not_investigated: sent back to us")
            ->type_name("DECISION")
            ->required();
        reason(decide, "In short", false);
        at(decide);
    }

    void add_ends()
    {
        reason(step("withdraw", "The person does not want it looked into any more"), "Why", true);
        CLI::App* refuse = step("refuse", "It is not looked into");
        reason(refuse, "Why, as the person is told", true);
        refuse
            ->add_option("--because", asked_.because,
                "To count by: too_old, decided_before, court, other_route, not_ours, unreasonable; else "
                "other")
            ->type_name("GROUND");
        CLI::App* reclassify = step("reclassify", "It is of another kind");
        reclassify->add_option("--kind", asked_.kind, "complaint, comment, compliment or service_request")
            ->type_name("KIND")
            ->required();
        reason(reclassify, "Why", true);
        step("route", "It goes by a procedure of the law")
            ->add_option("--procedure", asked_.procedure, "A [[complaints.procedure]]")
            ->type_name("CODE")
            ->required();
        reason(step("close", "Nothing is left to do"), "What came of it", false);
        CLI::App* note = step("note", "What else belongs to it; each replaces what was there");
        note->add_option("--also", asked_.also, "Further services, by code")->type_name("CODE");
        note->add_option_function<std::string>(
                "--partners", [this](const std::string& text) { asked_.partners = text; },
                "Those who act for the council")
            ->type_name("TEXT");
        note->add_option_function<std::string>(
                "--documents", [this](const std::string& text) { asked_.documents = text; },
                "References of what lies elsewhere")
            ->type_name("TEXT");
        understood(note, kAllUnderstood);
        remedies(note);
        CLI::App* correct = step("correct", "Its service or category was wrong");
        const auto right = [&](const char* option, std::optional<std::string>& code, const char* help) {
            correct
                ->add_option_function<std::string>(
                    option, [&code](const std::string& typed) { code = typed; }, help)
                ->type_name("CODE");
        };
        right("--service", asked_.right_service, "The service that it is about; empty: something else");
        right("--category", asked_.right_category, "A [[complaints.category]]; empty: ordinary");
    }

    void add_actions()
    {
        CLI::App* action = step("action", "Something that was promised to the person, to be done later");
        action->add_option("--due", typed_.due, "The day by which")->type_name("DATE")->required();
        action->add_option("--what", typed_.what, "What is to be done, as the person is told")
            ->type_name("TEXT")
            ->required();
        step("action-done", "It was done today")
            ->add_option("--number", asked_.number, "Which, as case show counts them")
            ->type_name("N")
            ->required();
    }

    void add_list()
    {
        CLI::App* list = cases_.add_subcommand("list", "All of them, without their words");
        list->add_option("--from", typed_.from, "First day of receipt, included")->type_name("D");
        list->add_option("--to", typed_.to, "Last day of receipt, included")->type_name("D");
        CLI::Option* open = list->add_flag_callback(
            "--open", [this] { asked_.due = CaseArguments::Due::Open; }, "Only open ones, by the day due");
        CLI::Option* late = list->add_flag_callback(
            "--late", [this] { asked_.due = CaseArguments::Due::Late; }, "Only those that are late");
        CLI::Option* today = list->add_flag_callback(
            "--due-today", [this] { asked_.due = CaseArguments::Due::Today; },
            "Only those that are due today");
        open->excludes(late)->excludes(today);
        late->excludes(today);
        list->add_option("--handler", asked_.handler, "Of open ones: only theirs")->type_name("NAME");
        finish(list, CaseArguments::Verb::List);
    }

    void add_show()
    {
        CLI::App* show = cases_.add_subcommand("show", "One, with all that was done");
        show->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        show->add_option("--staff", asked_.staff, "Read its words too, as this member of the complaints team")
            ->type_name("NAME");
        show->add_option("--key", asked_.key, "The secret key of what was sealed; with --staff")
            ->type_name("FILE")
            ->needs("--staff");
        finish(show, CaseArguments::Verb::Show);
    }

    void add_letter()
    {
        CLI::App* letter =
            cases_.add_subcommand("letter", "What is written to the person, in their language");
        letter->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        letter
            ->add_option("--kind", asked_.kind,
                "acknowledgement, extension, response, ombudsman, refusal, routing, request or decision")
            ->type_name("KIND")
            ->required();
        letter->add_option("-o,--output", asked_.file, "A PDF where it ends in .pdf, else text")
            ->type_name("FILE");
        letter->add_flag("--large-print", asked_.large_print, "In large print, also where it was not wished");
        letter->add_flag("--print", asked_.print, "On the printer of [letters]")->excludes("-o");
        finish(letter, CaseArguments::Verb::Letter);
    }

    CLI::App* step(const char* name, const char* help)
    {
        CLI::App* command = cases_.add_subcommand(name, help);
        command->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        command->add_option("--request", asked_.request, "An id of this request: said twice, done once")
            ->type_name("ID");
        finish(command, CaseArguments::Verb::Step, name);
        return command;
    }

    enum class Understood { Summary, Wanted, NotOurs, Adjustments };
    static constexpr std::array kAllUnderstood { Understood::Summary, Understood::Wanted, Understood::NotOurs,
        Understood::Adjustments };
    static constexpr std::array kToldAtOnce { Understood::Wanted, Understood::Adjustments };

    // What letters say of the complaint in the words of the staff.
    void understood(CLI::App* command, std::span<const Understood> which)
    {
        const auto add = [&](const char* option, std::optional<std::string>& text, const char* help) {
            command
                ->add_option_function<std::string>(
                    option, [&text](const std::string& typed) { text = typed; }, help)
                ->type_name("TEXT");
        };
        for (const Understood one : which) {
            if (one == Understood::Summary)
                add("--summary", asked_.summary, "What it is about, as we understand it");
            else if (one == Understood::Wanted)
                add("--wanted", asked_.wanted, "What the person would like to come of it");
            else if (one == Understood::NotOurs)
                add("--not-ours", asked_.not_ours, "What of it the council does not answer for");
            else
                add("--adjustments", asked_.adjustments, "What is done so that the person can take part");
        }
    }

    void remedies(CLI::App* command)
    {
        command
            ->add_option("--remedy", asked_.remedies,
                "apology, explanation, act, reconsider, correct_record, money or change_policy; any number")
            ->type_name("REMEDY");
    }

    void reason(CLI::App* command, const char* help, bool required)
    {
        CLI::Option* option = command->add_option("--reason", asked_.reason, help)->type_name("TEXT");
        if (required)
            option->required();
    }

    void at(CLI::App* command)
    {
        command
            ->add_option(
                "--at", typed_.at, "Local time when it was done, not before the step before; else now")
            ->type_name("YYYY-MM-DDTHH:MM");
    }

    void finish(CLI::App* command, CaseArguments::Verb verb, const char* step = "")
    {
        if (verb == CaseArguments::Verb::Log || verb == CaseArguments::Verb::Step
            || verb == CaseArguments::Verb::Recount)
            command->add_option("--by", asked_.by, "Who does it, for the log; else the command line")
                ->type_name("NAME");
        command->add_flag_callback(
            "--json", [this] { asked_.output = Output::Json; }, "Answer as a JSON object");
        means_(command, [this, verb, step] {
            asked_.verb = verb;
            asked_.step = step;
            const auto day = [](const char* option, const std::string& text) {
                return text.empty() ? std::nullopt : std::optional(date_value(option, text));
            };
            asked_.from = day("--from", typed_.from);
            asked_.to = day("--to", typed_.to);
            asked_.until = day("--until", typed_.until);
            read_actions();
            if (asked_.from && asked_.to && *asked_.to < *asked_.from)
                throw WrongUsage(fmt::format(
                    "--to {} is before --from {}: write the earlier day first", typed_.to, typed_.from));
            if (!typed_.received.empty())
                asked_.received = time_value("--received", typed_.received);
            if (!typed_.at.empty())
                asked_.at = time_value("--at", typed_.at);
            return asked_;
        });
    }

    void read_actions()
    {
        asked_.actions.clear();
        if (!typed_.due.empty())
            asked_.actions.emplace_back(date_value("--due", typed_.due), typed_.what);
        for (const std::string& action : typed_.actions) {
            const std::size_t end = std::min(action.find(' '), action.size());
            asked_.actions.emplace_back(date_value("--action", action.substr(0, end)),
                action.substr(std::min(end + 1, action.size())));
        }
    }

    CLI::App& cases_;
    CaseTyped& typed_;
    CaseArguments& asked_;
    CaseMeans means_;
};

} // namespace

void add_case_command(CLI::App& app, CaseTyped& typed, const CaseMeans& means)
{
    CLI::App* cases =
        app.add_subcommand("case", "Complaints, comments and compliments: what came, and what was done");
    cases->require_subcommand(1);
    const auto reader = std::make_shared<CaseReader>(*cases, typed, means);
    reader->add_all();
    typed.reader = reader;
}

} // namespace nextplease::cli
