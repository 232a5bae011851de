// The register of complaints: a page of what is due, and one case with its story and what may be
// done next.
#include "kiosk/desk/prepare_step.h"

#include "core/reception/case_steps.h"
#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "kiosk/desk/prepare_story.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

using Pick = ChoiceGroup::Pick;
using Which = RegisterQuestion::Which;

std::string row_words(const Case& record, const Words& words)
{
    return words.say(Text::DeskRegisterRow,
        { { "reference", reference_of(record) },
            { "handler", record.handler.empty() ? words.say(Text::DeskRegisterNobody) : record.handler } });
}

// What is due next, and by when.
struct Owed {
    std::string words;
    std::optional<Pace> pace; // none: no day is promised
};
Owed owed(const Case& record, LocalDate today, const Words& words)
{
    const auto due = next_due(record);
    const bool answered = record.state == CaseState::Responded;
    if (!due && answered)
        return { words.say(Text::DeskRegisterToClose), {} };
    if (!due && record.state != CaseState::Logged && record.state != CaseState::Acknowledged)
        return { words.say(state_text(record.state)), {} };
    // After the answer it is what was promised with it.
    const bool promise = answered || record.state == CaseState::Closed;
    const std::string step = words.say(promise ? Text::DeskCaseStepActionAdded : state_text(record.state));
    if (!due)
        return { words.say(Text::DeskContactNoDate, { { "step", step } }), {} };
    const Pace pace = *due < today ? Pace::Past : *due == today ? Pace::Near : Pace::InTime;
    return { words.say(pace == Pace::Past ? Text::DeskContactLate : Text::DeskContactDue,
                 { { "step", step }, { "when", short_date(*due, words) } }),
        pace };
}

void add_list(PanelView& panel, const RegisterPage& page, const Scene& scene)
{
    const Words& words = scene.words;
    panel.title = words.say(Text::DeskRegisterTitle,
        { { "open", static_cast<long>(page.counts.open) }, { "late", static_cast<long>(page.counts.late) },
            { "today", static_cast<long>(page.counts.due_today) } });
    ChoiceGroup which;
    const auto add = [&](const char* key, Text text, Which meant) {
        which.choices.push_back(
            { .key = key, .label = words.say(text), .letter = {}, .chosen = page.asked.which == meant });
    };
    add("register.all", Text::DeskRegisterAll, Which::AllOpen);
    add("register.today", Text::DeskRegisterToday, Which::DueToday);
    add("register.late", Text::DeskRegisterLate, Which::Late);
    add("register.closed", Text::DeskRegisterClosed, Which::Closed);
    which.columns = 4;
    const bool closed = page.asked.which == Which::Closed;
    ChoiceGroup rows { .label = words.say(page.rows.empty() ? Text::DeskRegisterEmpty
                               : closed                     ? Text::DeskRegisterClosed
                                                            : Text::DeskRegisterRows) };
    for (const Case& record : page.rows) {
        Owed due = owed(record, page.today, words);
        rows.choices.push_back({ .key = "case." + std::to_string(record.id.value()),
            .label = row_words(record, words),
            .letter = std::to_string(rows.choices.size() + 1),
            .end = std::move(due.words),
            .pace = due.pace });
    }
    rows.columns = 1;
    if (page.rows.empty())
        panel.lines = { rows.label };
    std::vector<std::pair<const char*, Text>> moves { { "register.new", Text::DeskRegisterNew },
        { "register.find", Text::DeskRegisterFind } };
    if (page.asked.first > 0)
        moves.emplace_back("register.earlier", Text::DeskRegisterEarlier);
    if (page.more)
        moves.emplace_back("register.later", Text::DeskRegisterLater);
    panel.groups = { which, rows, moves_group(moves, words) };
    panel.groups.back().choices.front().letter = "N";
    panel.groups.back().choices[1].letter = "F";
    panel.groups.back().columns = 4;
    panel.words_label = words.say(Text::DeskRegisterFindLabel);
    panel.words_field = scene.configuration.complaints.reference_letter + "-318";
    panel.send = words.say(Text::DeskRegisterFind);
}

ChoiceGroup steps_group(
    Text label, const std::vector<std::pair<std::string, std::string>>& steps, const Words& words)
{
    ChoiceGroup group { .label = words.say(label), .columns = 4 };
    for (const auto& [key, text] : steps)
        group.choices.push_back({ .key = key, .label = text, .letter = {} });
    return group;
}

// What it is about, in which category, when it came, and the answer that is wished.
std::vector<std::string> facts_of(const Case& record, const Scene& scene)
{
    const Words& words = scene.words;
    const Configuration& configuration = scene.configuration;
    const LocalDate received = configuration.zone.date(record.received);
    std::string about = words.say(Text::DeskRegisterAbout,
        { { "kind", words.say(kind_text(record.kind)) },
            { "service",
                record.service.empty() ? words.say(Text::DeskComplaintOther)
                                       : name_of(record.service, words, configuration) },
            { "date", short_date(received, words) } });
    if (const ComplaintCategory* category = configuration.complaints.find(record.category))
        about += ". " + words_in(category->words, words.language(), configuration.languages);
    constexpr std::array kReplies { Text::DeskComplaintReplyNone, Text::DeskContactPhone,
        Text::DeskContactEmail, Text::DeskContactLetter, Text::DeskComplaintReplyLarge,
        Text::DeskComplaintReplyBraille };
    const Language& language = record.reply_language.empty() ? record.language : record.reply_language;
    about += ". "
        + (record.reply == ReplyWish::None
                ? words.say(Text::DeskRegisterReplyNone)
                : words.say(Text::DeskRegisterReply,
                    { { "reply", words.say(kReplies.at(static_cast<std::size_t>(record.reply))) },
                        { "language", std::string(nextplease::words(language).own_name()) } }));
    return { about };
}

// What may be done with an answered one, which waits for the person or for us.
std::string after_answer(const Case& record, const Scene& scene)
{
    const Configuration& configuration = scene.configuration;
    const Words& words = scene.words;
    const StageClocks& stage = clocks_of(record);
    if (record.state != CaseState::Responded || !stage.responded)
        return {};
    const LocalDate answered = configuration.zone.date(*stage.responded);
    const std::string date = short_date(answered, words);
    if (next_officer(record, configuration).empty())
        return words.say(Text::DeskRegisterAnsweredFinal, { { "date", date } });
    if (const auto by = last_day_to_ask(record, configuration))
        return words.say(
            Text::DeskRegisterAnsweredBy, { { "date", date }, { "by", short_date(*by, words) } });
    return words.say(Text::DeskRegisterAnswered, { { "date", date } });
}

void add_case(PanelView& panel, const RegisterPage& page, const FormDraft& draft, const Scene& scene,
    const Letter* letter)
{
    const CaseStory& story = *page.chosen;
    const Words& words = scene.words;
    panel.title = row_words(story.record, words) + ": " + owed(story.record, page.today, words).words;
    std::vector<std::pair<const char*, Text>> moves { { "register.back", Text::DeskRegisterBack } };
    if (letter) {
        panel.lines = { letter->council, letter->date, letter->subject };
        panel.lines.insert(panel.lines.end(), letter->paragraphs.begin(), letter->paragraphs.end());
        panel.lines.push_back(letter->closing);
        panel.lines.push_back(letter->signed_by);
        if (!scene.configuration.letters.printer.empty())
            moves.emplace_back("register.print", Text::DeskRegisterPrint);
        moves.emplace_back("register.copy", Text::DeskRegisterCopy);
        moves.emplace_back("register.save", Text::DeskRegisterSave);
        panel.groups = { moves_group(moves, words) };
        panel.groups.front().columns = 4;
        return;
    }
    if (draft.has("register.story"))
        return put_story(panel, story, draft, scene);
    panel.lines = facts_of(story.record, scene);
    const StatutoryProcedure* own = own_procedure(story.record, scene.configuration);
    if (own)
        panel.lines.push_back(words.say(Text::DeskRegisterOwnProcedure, { { "name", own->name } }));
    if (const std::string next = after_answer(story.record, scene); !next.empty())
        panel.lines.push_back(next);
    add_latest(panel, story, scene);
    if (draft.after("step."))
        return put_step_form(panel, story.record, draft, scene);
    if (letter_due(story))
        moves.emplace_back("register.letter", Text::DeskRegisterLetter);
    panel.groups = { moves_group(moves, words) };
    panel.groups.front().choices.push_back({ .key = "register.words",
        .label = words.say(Text::DeskRegisterRead),
        .letter = {},
        .off = page.reading.has_value() });
    panel.groups.front().choices.push_back({ .key = "register.story",
        .label = words.say(Text::DeskRegisterStory, { { "count", static_cast<long>(story.events.size()) } }),
        .letter = "H" });
    panel.groups.front().columns = 4;
    const CaseSteps steps = steps_of(story.record, scene);
    panel.groups.push_back(steps_group(Text::DeskRegisterSteps, steps.steps, words));
    panel.groups.push_back(steps_group(Text::DeskRegisterNotes, steps.notes, words));
    constexpr std::size_t kDigits = 9;
    std::size_t place = 0;
    for (Choice& choice : panel.groups.at(1).choices) {
        if (++place <= kDigits)
            choice.letter = std::to_string(place);
    }
}

} // namespace

PanelView prepare_register(
    const Scene& scene, const FormDraft& draft, const RegisterPage* page, const Letter* letter)
{
    PanelView panel;
    panel.place = PanelView::Place::Wide;
    panel.cancel = scene.words.say(Text::DeskRegisterClose);
    if (!page)
        panel.title = scene.words.say(Text::DeskRegisterAsking);
    else if (page->chosen)
        add_case(panel, *page, draft, scene, letter);
    else
        add_list(panel, *page, scene);
    return panel;
}

} // namespace nextplease::desk
