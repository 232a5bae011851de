#include "kiosk/desk/prepare_step.h"

#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "kiosk/desk/register_steps.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

constexpr std::size_t kDigits = 9;

std::string digit_after(const ChoiceGroup& group)
{
    const std::size_t place = group.choices.size() + 1;
    return place <= kDigits ? std::to_string(place) : std::string();
}

class Listing {
public:
    Listing(const Case& record, const Scene& scene)
        : record_(record)
        , scene_(scene)
    {
    }

    CaseSteps all()
    {
        for (const std::string_view step : next_steps(record_))
            list(step);
        put_own_procedure_forward();
        if (record_.state != CaseState::Closed)
            list_notes();
        return found_;
    }

private:
    void add(std::string_view step, Text text)
    {
        found_.steps.emplace_back("step." + std::string(step), scene_.words.say(text));
    }

    void list(std::string_view step)
    {
        if (step == "respond") {
            add("respond.upheld", Text::DeskCaseStepUpheld);
            add("respond.partly_upheld", Text::DeskCaseStepPartlyUpheld);
            add("respond.not_upheld", Text::DeskCaseStepNotUpheld);
        } else if (step == "decide") {
            add("decide.upheld", Text::DeskCaseStepDecidedUpheld);
            add("decide.not_upheld", Text::DeskCaseStepDecidedNot);
            add("decide.not_investigated", Text::DeskCaseStepDecidedSentBack);
        } else if (step == "reclassify") {
            if (record_.kind != CaseKind::Complaint)
                add("reclassify.complaint", Text::DeskCaseStepToComplaint);
            if (record_.kind != CaseKind::ServiceRequest)
                add("reclassify.service_request", Text::DeskCaseStepReclassify);
        } else if (step == "route") {
            for (const StatutoryProcedure& one : scene_.configuration.complaints.procedures)
                found_.steps.emplace_back("step.route." + one.code,
                    scene_.words.say(Text::DeskCaseStepRoute, { { "name", one.name } }));
        } else if (step == "action-done") {
            list_promised();
        } else if (step != "escalate" || !next_officer(record_, scene_.configuration).empty()) {
            list_plain(step); // where nobody has a second look, the Ombudsman is next
        }
    }

    // What belongs to a procedure of the law is sent on with the second key.
    void put_own_procedure_forward()
    {
        const StatutoryProcedure* own = own_procedure(record_, scene_.configuration);
        if (!own || found_.steps.size() < 2)
            return;
        const auto second = found_.steps.begin() + 1;
        const auto at = std::find_if(second, found_.steps.end(),
            [&](const auto& step) { return step.first == "step.route." + own->code; });
        if (at != found_.steps.end())
            std::rotate(second, at, at + 1);
    }

    void list_promised()
    {
        for (std::size_t i = 0; i < record_.actions.size(); ++i) {
            if (!record_.actions[i].done)
                found_.steps.emplace_back("step.action-done." + std::to_string(i + 1),
                    scene_.words.say(Text::DeskCaseStepKept, { { "what", record_.actions[i].what } }));
        }
    }

    void list_plain(std::string_view step)
    {
        constexpr std::array<std::pair<std::string_view, Text>, 10> kTexts { {
            { "acknowledge", Text::DeskCaseStepAcknowledge },
            { "put-right", Text::DeskCaseStepPutRight },
            { "pass", Text::DeskCaseStepPass },
            { "extend", Text::DeskCaseStepExtend },
            { "escalate", Text::DeskCaseStepEscalate },
            { "ombudsman", Text::DeskCaseStepOmbudsman },
            { "withdraw", Text::DeskCaseStepWithdraw },
            { "refuse", Text::DeskCaseStepRefuse },
            { "close", Text::DeskCaseStepClose },
            { "action", Text::DeskCaseStepActionAdded },
        } };
        for (const auto& [name, text] : kTexts) {
            if (name == step)
                add(step, text);
        }
    }

    void list_notes()
    {
        constexpr std::array kTexts { Text::DeskCaseNoteSummary, Text::DeskCaseNoteWanted,
            Text::DeskCaseNoteNotOurs, Text::DeskCaseNoteAdjustments, Text::DeskCaseNoteAlso,
            Text::DeskCaseNotePartners, Text::DeskCaseNoteDocuments };
        // The first four are of complaints: they stand in its letters.
        constexpr std::size_t kOfAll = 4;
        for (std::size_t i = record_.kind == CaseKind::Complaint ? 0 : kOfAll; i < kCaseNotes.size(); ++i)
            found_.notes.emplace_back(
                "step.note." + std::string(kCaseNotes.at(i)), scene_.words.say(kTexts.at(i)));
    }

    const Case& record_;
    const Scene& scene_;
    CaseSteps found_;
};

std::string label_of(const CaseSteps& steps, const std::string& key)
{
    for (const auto* group : { &steps.steps, &steps.notes }) {
        for (const auto& [one, label] : *group) {
            if (one == key)
                return label;
        }
    }
    return {};
}

template <typename One>
ChoiceGroup group_of(Text label, const std::string& start, const One& all, ChoiceGroup::Pick pick,
    const FormDraft& draft, const Words& words)
{
    ChoiceGroup group { .label = words.say(label), .pick = pick, .columns = 4 };
    for (const auto one : all) {
        const std::string key = start + std::string(word(one));
        group.choices.push_back({ .key = key,
            .label = words_of(one, words),
            .letter = digit_after(group),
            .chosen = draft.has(key) });
    }
    return group;
}

ChoiceGroup services_group(const FormDraft& draft, const Scene& scene)
{
    ChoiceGroup group {
        .label = scene.words.say(Text::DeskRegisterAlso), .pick = ChoiceGroup::Pick::Many, .columns = 4
    };
    for (const Service& service : scene.configuration.office.services) {
        const std::string key = "also." + service.code.text();
        group.choices.push_back({ .key = key,
            .label = name_of(service.code, scene.words, scene.configuration),
            .letter = service.letter,
            .chosen = draft.has(key) });
    }
    return group;
}

// What is asked over the line; empty: nothing is typed.
std::string line_label(const std::string& step, const Case& record, const Scene& scene)
{
    const Words& words = scene.words;
    if (step == "note.also" || step.starts_with("action-done."))
        return {};
    if (step == "acknowledge")
        return words.say(
            Text::DeskRegisterWho, { { "handler", proposed_handler(record, scene.configuration) } });
    if (step == "pass") {
        const std::string head = scene.configuration.complaints.head_of(record.service);
        return head.empty() ? words.say(Text::DeskRegisterToWhom)
                            : words.say(Text::DeskRegisterWho, { { "handler", head } });
    }
    if (step == "extend" || step == "refuse")
        return words.say(Text::DeskRegisterWhyTold);
    if (step == "escalate" || step == "withdraw" || step.starts_with("reclassify."))
        return words.say(Text::DeskRegisterWhy);
    if (step.starts_with("respond."))
        return words.say(Text::DeskRegisterFound);
    if (step == "action" || step == "put-right")
        return words.say(step == "action" ? Text::DeskRegisterPromise : Text::DeskRegisterPutRight);
    return words.say(step == "note.documents" ? Text::DeskRegisterDocuments : Text::DeskRegisterWords);
}

} // namespace

CaseSteps steps_of(const Case& record, const Scene& scene)
{
    return Listing(record, scene).all();
}

void put_step_form(PanelView& panel, const Case& record, const FormDraft& draft, const Scene& scene)
{
    const Words& words = scene.words;
    const std::string step = draft.after("step.").value_or("");
    panel.title = words.say(Text::DeskRegisterDone,
        { { "reference", reference_of(record) },
            { "step", label_of(steps_of(record, scene), "step." + step) } });
    ChoiceGroup back { .label = {}, .columns = 3 };
    back.choices.push_back(
        { .key = "register.steps", .label = words.say(Text::DeskRegisterOther), .letter = "0" });
    panel.groups = { back };
    using Pick = ChoiceGroup::Pick;
    if (step.starts_with("respond.") || step == "put-right")
        panel.groups.push_back(
            group_of(Text::DeskRegisterRemedies, "remedy.", kRemedies, Pick::Many, draft, words));
    else if (step == "refuse")
        panel.groups.push_back(
            group_of(Text::DeskRegisterGrounds, "ground.", kRefusalGrounds, Pick::One, draft, words));
    else if (step == "note.also")
        panel.groups.push_back(services_group(draft, scene));
    panel.words_label = line_label(step, record, scene);
    panel.words_field = words.say(Text::DeskRegisterField);
    if (asks_for_day(step))
        panel.day = { words.say(Text::DeskRegisterDay), words.say(Text::DeskRegisterDayField) };
    panel.send = words.say(Text::DeskRegisterRecord);
}

} // namespace nextplease::desk
