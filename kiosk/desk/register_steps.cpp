#include "kiosk/desk/register_steps.h"

#include "core/base/local_time.h"
#include "kiosk/desk/typed_words.h"

#include <charconv>

namespace nextplease::desk {
namespace {

std::vector<Remedy> remedies_chosen(const FormDraft& draft)
{
    std::vector<Remedy> chosen;
    for (const Remedy one : kRemedies) {
        if (draft.has("remedy." + std::string(word(one))))
            chosen.push_back(one);
    }
    return chosen;
}

case_step::Change note_of(const std::string& what, const std::string& line, const FormDraft& draft)
{
    case_step::Change change;
    if (what == "summary")
        change.summary = line;
    else if (what == "wanted")
        change.wanted = line;
    else if (what == "not_ours")
        change.not_ours = line;
    else if (what == "adjustments")
        change.adjustments = line;
    else if (what == "partners")
        change.partners = line;
    else if (what == "documents")
        change.documents = line;
    else {
        change.also.emplace();
        for (const std::string& code : draft.all_after("also."))
            change.also->emplace_back(code);
    }
    return change;
}

// What stands in the record now.
std::string written(const std::string& what, const Case& record)
{
    if (what == "summary")
        return record.understood.summary;
    if (what == "wanted")
        return record.understood.wanted;
    if (what == "not_ours")
        return record.understood.not_ours;
    if (what == "adjustments")
        return record.understood.adjustments;
    if (what == "partners")
        return record.partners;
    return what == "documents" ? record.documents : std::string();
}

// Steps with several choices: `name` is what stands before the dot, `more` behind it.
CaseStep chosen_step(
    const std::string& name, const std::string& more, const std::string& line, const FormDraft& draft)
{
    if (name == "respond")
        return case_step::Respond { case_outcome(more).value_or(CaseOutcome::None), line,
            remedies_chosen(draft), {} };
    if (name == "decide")
        return case_step::Decide {
            more == "not_investigated" ? std::nullopt : std::optional(more == "upheld"), line
        };
    if (name == "reclassify")
        return case_step::Reclassify { case_kind(more).value_or(CaseKind::Complaint), line };
    if (name == "note")
        return note_of(more, line, draft);
    if (name == "action-done") {
        case_step::FinishAction finish { 0 };
        std::from_chars(more.data(), more.data() + more.size(), finish.number);
        return finish;
    }
    return case_step::Route { more, {} };
}

CaseStep plain_step(const std::string& name, const std::string& line, const FormDraft& draft)
{
    if (name == "acknowledge")
        return case_step::Acknowledge { line };
    if (name == "put-right")
        return case_step::PutRight { line, remedies_chosen(draft) };
    if (name == "pass")
        return case_step::Pass { line };
    if (name == "escalate")
        return case_step::Escalate { line, {} };
    if (name == "ombudsman")
        return case_step::AskOmbudsman { line };
    if (name == "withdraw")
        return case_step::Withdraw { line };
    if (name == "refuse")
        return case_step::Refuse { line,
            refusal_ground(draft.after("ground.").value_or("")).value_or(RefusalGround::Other) };
    return case_step::Close { line };
}

} // namespace

bool asks_for_day(std::string_view step)
{
    return step == "extend" || step == "action";
}

std::optional<CaseStep> step_in(const FormDraft& draft)
{
    const std::string name = draft.after("step.").value_or("");
    const std::string line = trimmed(draft.line.utf8());
    if (asks_for_day(name)) {
        const auto day = parse_iso_date(trimmed(draft.day.utf8()));
        if (!day)
            return std::nullopt;
        return name == "extend" ? CaseStep(case_step::Extend { line, *day })
                                : CaseStep(case_step::AddAction { line, *day });
    }
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos)
        return plain_step(name, line, draft);
    return chosen_step(name.substr(0, dot), name.substr(dot + 1), line, draft);
}

void open_step(FormDraft& draft, const std::string& key, const Case& record)
{
    draft.chosen = { key };
    draft.line = {};
    draft.day = {};
    const auto what = draft.after("step.note.");
    if (!what)
        return;
    draft.line.text = to_utf32(written(*what, record));
    draft.line.caret = draft.line.text.size();
    if (*what == "also") {
        for (const ServiceCode& service : record.also)
            draft.chosen.push_back("also." + service.text());
    }
}

bool choose_in_step(FormDraft& draft, const std::string& key)
{
    const bool ground = key.starts_with("ground.");
    if (!ground && !key.starts_with("remedy.") && !key.starts_with("also."))
        return false;
    const bool was_chosen = draft.has(key);
    std::erase_if(draft.chosen,
        [&](const std::string& one) { return one == key || (ground && one.starts_with("ground.")); });
    if (!was_chosen)
        draft.chosen.push_back(key);
    return true;
}

} // namespace nextplease::desk
