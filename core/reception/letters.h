// What the complaints team writes to somebody at each step: plain text, paragraph by paragraph, with the
// case's own values, ready to print, copy or read out. In the language in which the person wishes an answer
// where staff texts are in it (English, Polish, Urdu), else in English.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/case_steps.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

enum class LetterKind {
    Acknowledgement, // names who deals with it, explains the procedure (C-complaint-ack)
    Extension, // reasons, the new date, how to reach the Ombudsman (LGO code 6.4, 6.5)
    Response, // what was found or put right, and what comes next (LGO code 6.8)
    Ombudsman, // how to go to them (C: "a leaflet explaining how to do this")
    Refusal, // why it is not looked into, and the way to the Ombudsman (LGO code 2.4)
    Routing, // by which procedure of the law it goes, and whose it is
    Request, // that it is dealt with as a service request, and why (LGO code 1.2, 1.7)
    Decision, // what the Ombudsman decided, and what we do about it
};
std::string_view word(LetterKind kind);
std::optional<LetterKind> letter_kind(std::string_view word);
// What is written after the latest step, such as an Extension after it was put off; none after most. An
// acknowledgement is due, as a draft, before it is recorded.
std::optional<LetterKind> letter_due(const CaseStory& story);
// Why there is no such letter: what it tells of did not happen, or not in the stage under way.
std::optional<CaseObstacle> letter_obstacle(const CaseStory& story, LetterKind kind);

struct Letter {
    Language language;
    bool large_print = false; // as the person wishes it
    std::string council; // whose letter it is
    std::string date; // of the letter
    std::string subject;
    std::vector<std::string> paragraphs; // the first is the reference
    std::string closing, signed_by;
};

// REQUIRES: letter_due() says it, or letter_obstacle() has nothing against it.
Letter letter_of(
    const CaseStory& story, LetterKind kind, const Configuration& configuration, LocalDate today);
// All of it, with an empty line between paragraphs.
std::string text_of(const Letter& letter);

} // namespace nextplease
