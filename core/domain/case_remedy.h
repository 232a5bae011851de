// How a complaint is put right, what the council said that it would do, and why it would not look into one.
// Plain values. Sources: the Ombudsman's Guidance on Remedies, and its code of 2024 ("LGO code"), clauses
// 2.2 to 2.5, 6.6 and 8.1. There are no amounts of money here: whoever may approve them says them in words.
#pragma once

#include "core/base/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

// In the order in which they are considered.
enum class Remedy {
    Apology,
    Explanation,
    Act, // what was delayed is done
    Reconsider, // a decision is looked at again
    CorrectRecord,
    Money,
    ChangePolicy, // how things are done from now on
};
inline constexpr std::array kRemedies { Remedy::Apology, Remedy::Explanation, Remedy::Act, Remedy::Reconsider,
    Remedy::CorrectRecord, Remedy::Money, Remedy::ChangePolicy };

// Why a complaint is not looked into, to count by. The person is told the reason in words.
enum class RefusalGround {
    None, // it is looked into
    TooOld, // more than 12 months after the person knew
    DecidedBefore, // it went through the procedure already
    Court, // a court or tribunal has it
    OtherRoute, // there is an appeal, a claim or a procedure of its own
    NotOurs, // another body answers for it
    Unreasonable, // how it is pursued is not reasonable
    Other,
};
inline constexpr std::array kRefusalGrounds { RefusalGround::TooOld, RefusalGround::DecidedBefore,
    RefusalGround::Court, RefusalGround::OtherRoute, RefusalGround::NotOurs, RefusalGround::Unreasonable,
    RefusalGround::Other };

// Something that the council said it would do. An answer need not wait for it; it is tracked to its end.
struct CaseAction {
    std::string what; // one line
    LocalDate due;
    std::optional<LocalDate> done {};
    friend bool operator==(const CaseAction&, const CaseAction&) = default;
};

// The words of the store, exports and --json; and back.
std::string_view word(Remedy remedy);
std::optional<Remedy> remedy(std::string_view word);
std::string_view word(RefusalGround ground);
std::optional<RefusalGround> refusal_ground(std::string_view word);

// Several remedies as one text, with spaces between them; and back, leaving out what is none.
std::string joined(const std::vector<Remedy>& remedies);
std::vector<Remedy> remedies_in(std::string_view text);

// An action as one line: "2026-12-18 - The roof is inspected", or with the day on which it was done in place
// of the dash; and many of them, line by line. Lines that are none are left out.
std::string line_of(const CaseAction& action);
std::string lines_of(const std::vector<CaseAction>& actions);
std::vector<CaseAction> actions_in(std::string_view lines);

// Without line ends and other control characters, each of which becomes a space; and without spaces at its
// ends.
std::string one_line(std::string_view text);

} // namespace nextplease
