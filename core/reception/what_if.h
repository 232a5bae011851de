// "What if": a plan with something changed, as people write it:
//
//   desks 11:00-14:00 +1     one desk more open in these hours; -1: one fewer
//   service H desks 2        only two of the desks serve H
//   visitors +10%            so many more come; -10%: fewer
//
// Several changes of one question stand in one text, with commas between them.
#pragma once

#include "core/domain/rota.h"
#include "core/domain/staffing_model.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nextplease {

struct MoreDesks {
    OpenSpan time;
    int more = 1; // negative: fewer
    friend bool operator==(const MoreDesks&, const MoreDesks&) = default;
};
struct DesksOfService {
    ServiceCode service;
    int desks = 1;
    friend bool operator==(const DesksOfService&, const DesksOfService&) = default;
};
struct MoreVisitors {
    double factor = 1;
    friend bool operator==(const MoreVisitors&, const MoreVisitors&) = default;
};

struct WhatIf {
    std::string text; // as it was written, or as people read it
    std::vector<std::variant<MoreDesks, DesksOfService, MoreVisitors>> changes; // not empty
};

// Throws InputError with the way to write it.
WhatIf parse_what_if(const std::string& text);

// The model and rota with the changes. A desk that opens is the first of the opening order that is closed in
// all these hours, else one that the reception does not have yet and that serves everything; a desk that
// closes is the last of that order. A service keeps, or gets, the first desks of that order. Throws
// InputError for a service or hours that the model does not have, and for fewer desks than are open.
void apply(const WhatIf& what_if, StaffingModel& model, Rota& rota);

} // namespace nextplease
