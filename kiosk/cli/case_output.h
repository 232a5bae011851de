// Cases as --json.
#pragma once

#include "core/base/secret.h"
#include "core/reception/letters.h"

#include <string>
#include <vector>

namespace nextplease::cli {

// A case, with what was confided in it where it was opened.
struct CaseView {
    Case record;
    std::optional<Secret> words, contact;
};
// With its whole story.
// `own_procedure`: the code of the law's that it may belong to; empty: none.
std::string case_json(
    const CaseView& view, const std::vector<CaseEvent>& events, const std::string& own_procedure);
std::string letter_json(const Letter& letter, LetterKind kind);
std::string cases_json(const std::vector<Case>& cases);

} // namespace nextplease::cli
