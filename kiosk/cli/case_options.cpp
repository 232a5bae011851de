#include "kiosk/cli/case_options.h"

#include "kiosk/cli/option_values.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Verb = CaseArguments::Verb;
using Means = std::function<void(CLI::App*, std::function<CaseArguments()>)>;

class CaseReader {
public:
    CaseReader(CLI::App& cases, CaseTyped& typed, const Means& means)
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
        add_list();
        add_show();
        add_letter();
        CLI::App* recount = cases_.add_subcommand(
            "recount", "After the calendar changed: what is due later now, each with an event");
        finish(recount, Verb::Recount);
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
        log->add_option("--words", asked_.words, "What was said; else it is read from standard input")
            ->type_name("TEXT");
        finish(log, Verb::Log);
    }

    void add_answers()
    {
        CLI::App* acknowledge =
            step("acknowledge", "The person was told that it came, and who deals with it");
        acknowledge->add_option("--handler", asked_.handler, "Who deals with it; else as kiosk.conf has it")
            ->type_name("NAME");
        reason(step("put-right", "It was put right at once"), "What was done", true);
        step("pass", "To the service's head, or another officer")
            ->add_option("--to", asked_.handler, "To whom; else [[complaints.head]]")
            ->type_name("NAME");
        CLI::App* extend = step("extend", "The person was told why it takes longer, and until when");
        extend->add_option("--until", typed_.until, "The new day")->type_name("DATE")->required();
        reason(extend, "Why, as the person is told", true);
        CLI::App* respond = step("respond", "It was answered in full");
        respond->add_option("--outcome", asked_.outcome, "upheld, partly_upheld or not_upheld")
            ->type_name("OUTCOME")
            ->required();
        reason(respond, "What was found, in short", false);
        CLI::App* escalate = step("escalate", "To the second stage, with clocks of its own");
        escalate->add_option("--handler", asked_.handler, "Who deals with it; else as kiosk.conf has it")
            ->type_name("NAME");
        reason(escalate, "Why", true);
        reason(step("ombudsman", "The person asked the Ombudsman"), "What about", false);
        CLI::App* decide = step("decide", "What the Ombudsman decided");
        decide->add_option("--decision", asked_.outcome, "upheld or not_upheld")
            ->type_name("DECISION")
            ->required();
        reason(decide, "In short", false);
    }

    void add_ends()
    {
        reason(step("withdraw", "The person does not want it looked into any more"), "Why", true);
        reason(step("refuse", "It is not looked into"), "Why, as the person is told", true);
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
        add_key(list);
        finish(list, Verb::List);
    }

    void add_show()
    {
        CLI::App* show = cases_.add_subcommand("show", "One, with its words and all that was done");
        show->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        add_key(show);
        finish(show, Verb::Show);
    }

    void add_letter()
    {
        CLI::App* letter =
            cases_.add_subcommand("letter", "What is written to the person, in their language");
        letter->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        letter->add_option("--kind", asked_.kind, "acknowledgement, extension, response or ombudsman")
            ->type_name("KIND")
            ->required();
        letter->add_option("-o,--output", asked_.file, "A PDF where it ends in .pdf, else text")
            ->type_name("FILE");
        letter->add_flag("--large-print", asked_.large_print, "In large print, also where it was not wished");
        finish(letter, Verb::Letter);
    }

    CLI::App* step(const char* name, const char* help)
    {
        CLI::App* command = cases_.add_subcommand(name, help);
        command->add_option("reference", asked_.reference, "Its reference, such as K-318")->required();
        command->add_option("--request", asked_.request, "An id of this request: said twice, done once")
            ->type_name("ID");
        finish(command, Verb::Step, name);
        return command;
    }

    void reason(CLI::App* command, const char* help, bool required)
    {
        CLI::Option* option = command->add_option("--reason", asked_.reason, help)->type_name("TEXT");
        if (required)
            option->required();
    }

    void add_key(CLI::App* command)
    {
        command->add_option("--key", asked_.key, "The secret key of what was sealed")->type_name("FILE");
    }

    void finish(CLI::App* command, Verb verb, const char* step = "")
    {
        if (verb == Verb::Log || verb == Verb::Step || verb == Verb::Recount)
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
            if (asked_.from && asked_.to && *asked_.to < *asked_.from)
                throw WrongUsage(fmt::format(
                    "--to {} is before --from {}: write the earlier day first", typed_.to, typed_.from));
            if (!typed_.received.empty())
                asked_.received = time_value("--received", typed_.received);
            return asked_;
        });
    }

    CLI::App& cases_;
    CaseTyped& typed_;
    CaseArguments& asked_;
    Means means_;
};

} // namespace

void add_case_command(CLI::App& app, CaseTyped& typed, const Means& means)
{
    CLI::App* cases =
        app.add_subcommand("case", "Complaints, comments and compliments: what came, and what was done");
    cases->require_subcommand(1);
    const auto reader = std::make_shared<CaseReader>(*cases, typed, means);
    reader->add_all();
    typed.reader = reader;
}

} // namespace nextplease::cli
