// The register of complaints: looking it up, and recording what was done. The store is asked on the thread of
// the reception; what it found is shown when it comes.
#include "kiosk/desk/console.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/whole_file.h"
#include "core/reception/case_words.h"
#include "kiosk/desk/register_steps.h"
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
    sought_.clear();
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
    if (const std::string sought = std::exchange(sought_, {}); !sought.empty()) {
        const bool found = register_->chosen && reference_of(register_->chosen->record) == sought;
        if (!found) {
            auto list = std::make_shared<RegisterPage>(*register_);
            list->chosen.reset();
            register_ = list;
            register_asked_.chosen.reset();
            return say(MessageView::Kind::Refused,
                words_.say(Text::DeskRegisterNotFound, { { "reference", sought } }));
        }
        if (FormDraft* draft = form_draft()) {
            draft->chosen.clear();
            draft->line.clear();
        }
    }
    if (!refused.empty())
        return say(MessageView::Kind::Refused, refused);
    if (done.empty())
        return prepare();
    if (FormDraft* draft = form_draft()) {
        draft->chosen.clear();
        draft->line = draft->day = {};
    }
    say(MessageView::Kind::Done, done);
}

void Console::choose_in_register(FormDraft& draft, const std::string& key)
{
    if (under_way_ || !register_)
        return;
    if (key.starts_with("step.")) {
        open_step(draft, key, register_->chosen->record);
        return prepare();
    }
    if (choose_in_step(draft, key))
        return prepare();
    if (key == "register.steps") {
        draft.chosen.clear();
        return prepare();
    }
    if (key == "register.find") {
        draft.chosen = { key };
        return prepare();
    }
    if (key.starts_with("register.story"))
        return turn_story(draft, key);
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
    draft.line.clear();
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
            : key == "register.closed"                  ? Which::Closed
                                                        : Which::AllOpen;
    }
    ask_register();
}

// Over the events of a case, so many at once.
void Console::turn_story(FormDraft& draft, const std::string& key)
{
    draft.first = key == "register.story_later" ? draft.first + kStoryEvents
        : key == "register.story_earlier"       ? std::max(0, draft.first - kStoryEvents)
                                                : 0;
    draft.chosen = { "register.story" };
    prepare();
}

bool Console::wants_line() const
{
    const auto* form = std::get_if<FormDraft>(&draft_);
    return form && form->has("register.find");
}

// "K-318", "k318": whatever its state.
void Console::find_case(const FormDraft& draft)
{
    const auto reference = parse_case_reference(trimmed(draft.line.utf8()));
    if (!reference)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterNoReference));
    Case sought;
    sought.letter = reference->letter;
    sought.id = reference->id;
    sought_ = reference_of(sought);
    register_asked_.chosen = reference->id;
    ask_register();
}

void Console::send_register(const FormDraft& draft)
{
    if (register_ && !register_->chosen && !draft.line.text.empty())
        return find_case(draft);
    if (!register_ || !register_->chosen)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterChoose));
    if (!draft.after("step."))
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterChooseStep));
    const auto step = step_in(draft);
    if (!step)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterNoDateTyped));
    ask_register(step, view_.form.title); // "K-318: Refused"
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
                prints ? printing::print_letter(page, printer)
                       : write_whole(file, ui::pdf_of(page), Readers::Owner);
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
