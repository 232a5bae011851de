// How desks work, from the sections [late], [outcome] and [console] of kiosk.conf. Plain values.
#pragma once

#include "core/domain/office.h"
#include "core/domain/ticket_life.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

// Why visitors wait longer than promised. Visitors read it.
struct LateReason {
    std::string code;
    Worded words;
};

// Why something is left to do.
struct UnresolvedReason {
    std::string code;
    std::string name; // as staff read it
    std::string passed_to; // to whom it is then passed; may be empty
};

struct BreakReason {
    std::string code;
    std::string name; // as staff read it
    std::optional<Minutes> minutes {}; // how long it usually is
};

struct DeskSettings {
    std::vector<LateReason> late; // in the order shown; may be empty: own words alone
    Minutes notice { 30 }; // after which a notice of delay clears itself
    ResultRule result =
        ResultRule::None; // of services that have no rule of their own; kiosk.conf's default is Required
    std::vector<UnresolvedReason> unresolved;
    Onward::Note transfer_note = Onward::Note::Required;
    Minutes lock { 5 }; // without a key, until the console asks for the PIN; 0: never
    std::vector<BreakReason> breaks;
    std::map<std::string, std::string> keys; // of verbs that are not where they usually are

    // nullptr if there is none.
    const LateReason* late_reason(std::string_view code) const;
    const UnresolvedReason* unresolved_reason(std::string_view code) const;
    const BreakReason* break_reason(std::string_view code) const;
    ResultRule rule_for(const Service* service) const
    {
        return service && service->result ? *service->result : result;
    }
};

// A verb of the console and the key that presses it: "F1" to "F12", "A" to "Z" or "Ctrl+Z".
struct ConsoleKey {
    std::string_view verb; // as in [console.keys]
    std::string_view key;
};
// Where the keys usually are, in the order in which they are listed.
std::vector<ConsoleKey> usual_console_keys();
// The key of that verb. REQUIRES: there is such a verb.
std::string console_key(std::string_view verb, const DeskSettings& settings);

} // namespace nextplease
