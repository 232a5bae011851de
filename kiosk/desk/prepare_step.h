// The steps of a case in the register, and the form of one of them.
#pragma once

#include "kiosk/desk/prepare.h"

#include <string>
#include <utility>
#include <vector>

namespace nextplease::desk {

// What may be done next, likely ones first, each with the key of its choice; then what may be written down.
struct CaseSteps {
    std::vector<std::pair<std::string, std::string>> steps, notes;
};
CaseSteps steps_of(const Case& record, const Scene& scene);

// What the step that was chosen asks for, with the way back to the others. REQUIRES: one was chosen.
void put_step_form(PanelView& panel, const Case& record, const FormDraft& draft, const Scene& scene);

} // namespace nextplease::desk
