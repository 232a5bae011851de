#include "kiosk/desk/prepare_story.h"

#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "kiosk/desk/typed_words.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

// What one field of a case was before a step; empty: nothing that people would miss.
std::string field_words(const std::string& field, const std::string& value, const Scene& scene)
{
    const Words& words = scene.words;
    const std::string name = field.starts_with("second_") ? field.substr(7) : field;
    const auto of = [&](Text text, const std::string& what) {
        return words.say(text, { { "value", what } });
    };
    const auto note = [&](Text text) {
        return words.say(Text::DeskCaseFieldNote, { { "name", words.say(text) }, { "value", value } });
    };
    if (name == "acknowledge_by" || name == "respond_by") {
        const auto day = parse_iso_date(value);
        return of(name == "respond_by" ? Text::DeskCaseFieldRespondBy : Text::DeskCaseFieldAcknowledgeBy,
            day ? short_date(*day, words) : value);
    }
    if (name == "state") {
        const auto state = case_state(value);
        return state ? words.say(state_text(*state)) : value;
    }
    if (name == "kind") {
        const auto kind = case_kind(value);
        return kind ? words.say(kind_text(*kind)) : value;
    }
    if (name == "handler")
        return of(Text::DeskCaseFieldHandler, value);
    if (name == "stage")
        return of(Text::DeskCaseFieldStage, value);
    if (name == "remedies")
        return of(Text::DeskCaseFieldRemedies, value);
    if (name == "procedure")
        return of(Text::DeskCaseFieldProcedure, value);
    if (name.starts_with("action_"))
        return of(Text::DeskCaseFieldAction, value);
    constexpr std::array<std::pair<std::string_view, Text>, 7> kNotes { {
        { "summary", Text::DeskCaseNoteSummary },
        { "wanted", Text::DeskCaseNoteWanted },
        { "not_ours", Text::DeskCaseNoteNotOurs },
        { "adjustments", Text::DeskCaseNoteAdjustments },
        { "services", Text::DeskCaseNoteAlso },
        { "partners", Text::DeskCaseNotePartners },
        { "documents", Text::DeskCaseNoteDocuments },
    } };
    for (const auto& [known, text] : kNotes) {
        if (known == name)
            return note(text);
    }
    return {};
}

// `fields`: lines of "field=value", as the event keeps them.
std::string before_words(const std::string& fields, const Scene& scene)
{
    std::string all;
    for (std::size_t at = 0; at < fields.size();) {
        const std::size_t end = std::min(fields.find('\n', at), fields.size());
        const std::string line = fields.substr(at, end - at);
        at = end + 1;
        const std::size_t equals = line.find('=');
        if (equals == std::string::npos || equals + 1 == line.size())
            continue;
        const std::string words = field_words(line.substr(0, equals), line.substr(equals + 1), scene);
        if (!words.empty())
            all += (all.empty() ? "" : ", ") + words;
    }
    return all;
}

enum class Telling { Short, Whole };
std::string event_words(const CaseEvent& event, const Scene& scene, Telling telling)
{
    constexpr std::size_t kShort = 110;
    const Text text = event.reason.empty() ? Text::DeskRegisterEventPlain : Text::DeskRegisterEvent;
    std::string words = scene.words.say(text,
        { { "date", short_date(scene.configuration.zone.date(event.at), scene.words) },
            { "step", words_of(event.kind, scene.words) }, { "actor", actor_words(event.actor, scene.words) },
            { "reason", telling == Telling::Whole ? event.reason : beginning(event.reason, kShort) } });
    const std::string before = before_words(event.before, scene);
    if (!before.empty())
        words += ". " + scene.words.say(Text::DeskRegisterBefore, { { "what", before } });
    return words;
}

} // namespace

Text state_text(CaseState state)
{
    constexpr std::array kTexts { Text::DeskCaseStateLogged, Text::DeskCaseStateAcknowledged,
        Text::DeskCaseStateResponded, Text::DeskCaseStateWithOmbudsman, Text::DeskCaseStateClosed };
    return kTexts.at(static_cast<std::size_t>(state));
}

Text kind_text(CaseKind kind)
{
    constexpr std::array kTexts { Text::DeskComplaintKindComplaint, Text::DeskComplaintKindComment,
        Text::DeskComplaintKindCompliment, Text::DeskCaseStepReclassify };
    return kTexts.at(static_cast<std::size_t>(kind));
}

ChoiceGroup moves_group(const std::vector<std::pair<const char*, Text>>& moves, const Words& words)
{
    ChoiceGroup group;
    for (const auto& [key, text] : moves)
        group.choices.push_back({ .key = key, .label = words.say(text), .letter = {} });
    group.columns = 2;
    return group;
}

void add_latest(PanelView& panel, const CaseStory& story, const Scene& scene)
{
    constexpr std::size_t kLatest = 3;
    const std::size_t from = story.events.size() > kLatest ? story.events.size() - kLatest : 0;
    for (std::size_t i = from; i < story.events.size(); ++i)
        panel.lines.push_back(event_words(story.events[i], scene, Telling::Short));
}

void put_story(PanelView& panel, const CaseStory& story, const FormDraft& draft, const Scene& scene)
{
    const Words& words = scene.words;
    const int count = static_cast<int>(story.events.size());
    const int first = std::clamp(draft.first, 0, std::max(0, count - 1));
    const int last = std::min(count, first + kStoryEvents);
    panel.title = words.say(Text::DeskRegisterStoryTitle,
        { { "reference", reference_of(story.record) }, { "first", static_cast<long>(first + 1) },
            { "last", static_cast<long>(last) }, { "count", static_cast<long>(count) } });
    for (int i = first; i < last; ++i)
        panel.lines.push_back(event_words(story.events[static_cast<std::size_t>(i)], scene, Telling::Whole));
    std::vector<std::pair<const char*, Text>> moves { { "register.steps", Text::DeskRegisterOther } };
    if (first > 0)
        moves.emplace_back("register.story_earlier", Text::DeskRegisterEarlier);
    if (last < count)
        moves.emplace_back("register.story_later", Text::DeskRegisterLater);
    panel.groups = { moves_group(moves, words) };
    panel.groups.front().choices.front().letter = "0";
    panel.groups.front().columns = 3;
}

} // namespace nextplease::desk
