// What was chosen and typed for a step of the register, as a step of the case.
//
// A choice is "step.NAME", where NAME is as next_steps() has it, with more behind it where one step has
// several choices: "step.respond.upheld", "step.route.housing", "step.action-done.2"; and "step.note.WHAT"
// for what is written down beside the steps. With an answer go any number of "remedy.WORD", with a refusal
// one "ground.WORD", with further services any number of "also.CODE".
#pragma once

#include "core/domain/case_life.h"
#include "kiosk/desk/form_draft.h"

#include <string_view>

namespace nextplease::desk {

// What is written down at any time, in the words of `case note`'s options, in the order shown.
inline constexpr std::array<std::string_view, 7> kCaseNotes { "summary", "wanted", "not_ours", "adjustments",
    "also", "partners", "documents" };

// Whether the step asks for a day: a new date, or one by which something is promised.
bool asks_for_day(std::string_view step);

// nullopt: a day has to be typed for it, and none was.
std::optional<CaseStep> step_in(const FormDraft& draft);

// Opens the form of "step.NAME", with what `record` has of it already.
void open_step(FormDraft& draft, const std::string& key, const Case& record);

// Takes a remedy, a ground or a service into the draft, or out of it. False if `key` is none of them.
bool choose_in_step(FormDraft& draft, const std::string& key);

} // namespace nextplease::desk
