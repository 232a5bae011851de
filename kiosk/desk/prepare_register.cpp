// The register of complaints: a page of what is due, and one case with its story and what may be done next.
#include "kiosk/desk/prepare_step.h"

#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

using Pick = ChoiceGroup::Pick;
using Which = RegisterQuestion::Which;

Text state_text(CaseState state)
{
    constexpr std::array kTexts { Text::DeskCaseStateLogged, Text::DeskCaseStateAcknowledged,
        Text::DeskCaseStateResponded, Text::DeskCaseStateWithOmbudsman, Text::DeskCaseStateClosed };
    return kTexts.at(static_cast<std::size_t>(state));
}

std::string row_words(const Case& record, LocalDate today, const Words& words)
{
    const auto due = next_due(record);
    const bool late = due && *due < today;
    return words.say(late ? Text::DeskRegisterRowLate : Text::DeskRegisterRow,
        { { "reference", reference_of(record) },
            { "due", due ? short_date(*due, words) : words.say(Text::DeskRegisterNoDate) },
            { "state", words.say(state_text(record.state)) },
            { "handler", record.handler.empty() ? words.say(Text::DeskRegisterNobody) : record.handler } });
}

ChoiceGroup moves_group(const std::vector<std::pair<const char*, Text>>& moves, const Words& words)
{
    ChoiceGroup group;
    for (const auto& [key, text] : moves)
        group.choices.push_back({ .key = key, .label = words.say(text), .letter = {} });
    group.columns = 2;
    return group;
}

void add_list(PanelView& panel, const RegisterPage& page, const Words& words)
{
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
    which.columns = 3;
    ChoiceGroup rows { .label =
                           words.say(page.rows.empty() ? Text::DeskRegisterEmpty : Text::DeskRegisterRows) };
    for (const Case& record : page.rows)
        rows.choices.push_back({ .key = "case." + std::to_string(record.id.value()),
            .label = row_words(record, page.today, words),
            .letter = std::to_string(rows.choices.size() + 1) });
    rows.columns = 1;
    if (page.rows.empty())
        panel.lines = { rows.label };
    std::vector<std::pair<const char*, Text>> moves { { "register.new", Text::DeskRegisterNew } };
    if (page.asked.first > 0)
        moves.emplace_back("register.earlier", Text::DeskRegisterEarlier);
    if (page.more)
        moves.emplace_back("register.later", Text::DeskRegisterLater);
    panel.groups = { which, rows, moves_group(moves, words) };
    panel.groups.back().choices.front().letter = "N";
    panel.groups.back().columns = 3;
}

ChoiceGroup steps_group(
    Text label, const std::vector<std::pair<std::string, std::string>>& steps, const Words& words)
{
    ChoiceGroup group { .label = words.say(label), .columns = 4 };
    for (const auto& [key, text] : steps)
        group.choices.push_back({ .key = key, .label = text, .letter = {} });
    return group;
}

constexpr std::size_t kEventsShown = 5;

void add_story(PanelView& panel, const CaseStory& story, const Scene& scene)
{
    const std::size_t from = story.events.size() > kEventsShown ? story.events.size() - kEventsShown : 0;
    for (std::size_t i = from; i < story.events.size(); ++i) {
        const CaseEvent& event = story.events[i];
        const Text text = event.reason.empty() ? Text::DeskRegisterEventPlain : Text::DeskRegisterEvent;
        panel.lines.push_back(scene.words.say(text,
            { { "date", short_date(scene.configuration.zone.date(event.at), scene.words) },
                { "step", step_words(event.kind, scene.words) },
                { "actor", actor_words(event.actor, scene.words) }, { "reason", event.reason } }));
    }
}

void add_case(PanelView& panel, const RegisterPage& page, const FormDraft& draft, const Scene& scene,
    const Letter* letter)
{
    const CaseStory& story = *page.chosen;
    const LocalDate today = page.today;
    const Words& words = scene.words;
    panel.title = row_words(story.record, today, words);
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
    add_story(panel, story, scene);
    if (draft.after("step."))
        return put_step_form(panel, story.record, draft, scene);
    if (letter_due(story))
        moves.emplace_back("register.letter", Text::DeskRegisterLetter);
    panel.groups = { moves_group(moves, words) };
    panel.groups.front().choices.push_back({ .key = "register.words",
        .label = words.say(Text::DeskRegisterRead),
        .letter = {},
        .off = page.reading.has_value() });
    panel.groups.front().columns = 3;
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

std::string step_words(CaseEventKind kind, const Words& words)
{
    return words_of(kind, words);
}

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
        add_list(panel, *page, scene.words);
    return panel;
}

} // namespace nextplease::desk
