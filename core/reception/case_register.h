// The register of cases as people work from it: who has to do what by when. On the thread of the reception.
#pragma once

#include "core/reception/case_opening.h"
#include "core/reception/case_steps.h"

#include <optional>
#include <vector>

namespace nextplease {

struct RegisterQuestion {
    enum class Which { AllOpen, DueToday, Late, Closed };
    Which which = Which::AllOpen;
    int first = 0; // so many are left out
    int at_most = 8;
    std::optional<CaseId> chosen {}; // whose story is wanted too
    CaseReader reader {}; // who looks at it
};

struct RegisterPage {
    RegisterQuestion asked;
    LocalDate today;
    CaseCounts counts;
    std::vector<Case> rows; // by the day due; closed ones: the latest received first
    bool more = false; // there are later ones
    std::optional<CaseStory> chosen;
    std::optional<OpeningObstacle>
        reading {}; // why that reader may not read what was confided, whatever the key
};

// `chosen` may be any, also a closed one. One stretch of an index, whatever the number of cases.
RegisterPage register_page(Store& store, LocalDate today, const RegisterQuestion& asked);

} // namespace nextplease
