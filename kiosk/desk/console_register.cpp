// The register of complaints: looking it up, and recording what was done. The store is asked on the thread of
// the reception; what it found is shown when it comes.
#include "kiosk/desk/console.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/reception/case_words.h"
#include "kiosk/desk/typed_words.h"
#include "kiosk/printing/letter_printer.h"
#include "kiosk/ui/letter_page.h"
#include "text_keys.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

namespace nextplease::desk {
namespace {

using Which = RegisterQuestion::Which;

// "2026-12-18 the surveyor comes": nullopt if it does not begin with a date.
std::optional<case_step::Extend> extension_in(const std::string& line)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    const auto date = parse_iso_date(std::string_view(line).substr(0, end));
    if (!date)
        return std::nullopt;
    return case_step::Extend { trimmed(line.substr(end)), *date };
}

// nullopt: a date is missing.
std::optional<CaseStep> step_in(const std::string& name, const std::string& line, const Case& record)
{
    const auto behind = [&](std::string_view start) { return name.substr(start.size()); };
    if (name == "acknowledge")
        return case_step::Acknowledge { line };
    if (name == "put-right")
        return case_step::PutRight { line };
    if (name == "pass")
        return case_step::Pass { line };
    if (name == "extend") {
        const auto extension = extension_in(line);
        return extension ? std::optional<CaseStep>(*extension) : std::nullopt;
    }
    if (name.starts_with("respond."))
        return case_step::Respond { case_outcome(behind("respond.")).value_or(CaseOutcome::None), line };
    if (name == "escalate")
        return case_step::Escalate { line, {} };
    if (name == "ombudsman")
        return case_step::AskOmbudsman { line };
    if (name.starts_with("decide."))
        return case_step::Decide { behind("decide.") == "upheld", line };
    if (name == "withdraw")
        return case_step::Withdraw { line };
    if (name == "refuse")
        return case_step::Refuse { line };
    if (name == "reclassify")
        return case_step::Reclassify {
            record.kind == CaseKind::ServiceRequest ? CaseKind::Complaint : CaseKind::ServiceRequest, line
        };
    if (name.starts_with("route."))
        return case_step::Route { behind("route."), {} };
    return case_step::Close { line };
}

std::filesystem::path folder_of_letters(const LetterSettings& letters)
{
    if (!letters.folder.empty())
        return letters.folder;
    const char* home = std::getenv("HOME");
    return home ? home : ".";
}

} // namespace

void Console::open_register()
{
    register_.reset();
    register_asked_ = {};
    letter_.reset();
    open_form(Panel::Register, {});
    ask_register();
}

void Console::ask_register(const std::optional<CaseStep>& step, const std::string& done)
{
    under_way_ = UnderWay { .deed = Deed::Task, .answer = {}, .desk = {} };
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    register_asked_.reader = { staff_, desk_.code };
    commands_.submit(
        [this, alive, step, done, asked = register_asked_, by = actor().name, request = new_request(),
            &words = words_](Reception& reception) -> app::Commands::Then {
            std::string refused;
            if (step) {
                const CaseStepReply reply = step_case(reception, asked.chosen.value(), *step, request, by);
                if (const auto* obstacle = std::get_if<CaseObstacle>(&reply))
                    refused = sentence(*obstacle, words);
            }
            const auto page = std::make_shared<const RegisterPage>(
                register_page(reception.store(), reception.today(), asked));
            return [this, alive, page, refused, done] {
                if (alive.lock())
                    register_answered(page, refused, done);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::register_answered(
    std::shared_ptr<const RegisterPage> page, const std::string& refused, const std::string& done)
{
    under_way_.reset();
    register_ = std::move(page);
    if (!refused.empty())
        return say(MessageView::Kind::Refused, refused);
    if (done.empty())
        return prepare();
    if (FormDraft* draft = form_draft()) {
        draft->chosen.clear();
        draft->line = {};
    }
    say(MessageView::Kind::Done, done);
}

void Console::choose_in_register(FormDraft& draft, const std::string& key)
{
    if (under_way_ || !register_)
        return;
    if (key.starts_with("step.")) {
        draft.chosen = { key };
        return prepare();
    }
    if (key == "register.save")
        return send_letter(LetterTo::File);
    if (key == "register.print")
        return send_letter(LetterTo::Printer);
    if (key == "register.copy" && letter_) {
        copied_ = text_of(*letter_);
        return say(MessageView::Kind::Done, words_.say(Text::DeskRegisterCopied));
    }
    if (key == "register.new")
        return open_complaint();
    if (key == "register.words")
        return ask_for_words();
    if (key == "register.letter") {
        const auto kind = letter_due(*register_->chosen);
        letter_ = letter_of(*register_->chosen, kind.value(), configuration_, register_->today);
        return prepare();
    }
    if (key == "register.back" && letter_) {
        letter_.reset();
        return prepare();
    }
    draft.chosen.clear();
    if (key.starts_with("case.")) {
        std::int64_t id = 0;
        std::from_chars(key.data() + 5, key.data() + key.size(), id);
        register_asked_.chosen = CaseId(id);
    } else if (key == "register.back") {
        register_asked_.chosen.reset();
    } else if (key == "register.earlier") {
        register_asked_.first = std::max(0, register_asked_.first - register_asked_.at_most);
    } else if (key == "register.later") {
        register_asked_.first += register_asked_.at_most;
    } else {
        register_asked_.first = 0;
        register_asked_.which = key == "register.today" ? Which::DueToday
            : key == "register.late"                    ? Which::Late
                                                        : Which::AllOpen;
    }
    ask_register();
}

void Console::send_register(const FormDraft& draft)
{
    if (!register_ || !register_->chosen)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterChoose));
    const auto name = draft.after("step.");
    if (!name)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterChooseStep));
    const Case& record = register_->chosen->record;
    const auto step = step_in(*name, trimmed(draft.line.utf8()), record);
    if (!step)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterNoDateTyped));
    std::string label;
    for (const ChoiceGroup& group : view_.form.groups) {
        for (const Choice& choice : group.choices) {
            if (choice.key == "step." + *name)
                label = choice.label;
        }
    }
    ask_register(step,
        words_.say(Text::DeskRegisterDone, { { "reference", reference_of(record) }, { "step", label } }));
}

// On the thread of the reception, as everything that may wait for a disk or a printer.
void Console::send_letter(LetterTo to)
{
    if (!letter_ || !register_->chosen)
        return;
    const ui::LetterPage page { letter_->language, letter_->large_print, letter_->council, letter_->date,
        letter_->subject, letter_->paragraphs, letter_->closing, letter_->signed_by };
    const std::filesystem::path folder = folder_of_letters(configuration_.letters);
    const std::filesystem::path file = folder
        / fmt::format("{}-{}.pdf", reference_of(register_->chosen->record),
            word(letter_due(*register_->chosen).value_or(LetterKind::Response)));
    const std::string& printer = configuration_.letters.printer;
    const bool prints = to == LetterTo::Printer;
    const std::string done = prints ? words_.say(Text::DeskRegisterPrinted, { { "printer", printer } })
                                    : words_.say(Text::DeskRegisterSaved, { { "file", file.string() } });
    const std::string not_done = prints
        ? words_.say(Text::DeskRegisterNotPrinted, { { "printer", printer } })
        : words_.say(Text::DeskRegisterNotSaved, { { "folder", folder.string() } });
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, page, file, printer, prints, done, not_done](Reception&) -> app::Commands::Then {
            std::pair<MessageView::Kind, std::string> said { MessageView::Kind::Done, done };
            try {
                prints ? printing::print_letter(page, printer) : static_cast<void>(ui::write_pdf(page, file));
            } catch (const Failure& failure) { // of a printer or a folder, and nothing of the store
                log::warning(failure.what());
                said = { MessageView::Kind::Refused, not_done };
            }
            return [this, alive, said] {
                if (alive.lock())
                    say(said.first, said.second);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

} // namespace nextplease::desk
