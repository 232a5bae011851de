// Staff: who may work at a desk, and who sits where. Verbs as those of reception.h. On the thread of the
// reception; sign_in, add_staff and change_pin take about a tenth of a second, on purpose.
//
// A desk's console asks for a name and a PIN as soon as there is one member of staff. Throws Failure when the
// store fails.
#pragma once

#include "core/base/secret.h"
#include "core/reception/reception.h"

#include <variant>

namespace nextplease {

struct SignInRefusal {
    enum class Kind {
        Wrong, // the name or the PIN: which of them is not told
        TooMany, // wrong PINs: the next try is at `again`
    };
    Kind kind = Kind::Wrong;
    std::optional<Instant> again {};
};
using SignInReply = std::variant<StaffMember, SignInRefusal>;

// Where that member sat at another desk, that one is signed out.
SignInReply sign_in(Reception& reception, const DeskCode& desk, const std::string& name, const Secret& pin);
// Whether it is that member's PIN, for a console that was locked; counts wrong ones too.
SignInReply check_pin(Reception& reception, const std::string& name, const Secret& pin);
// Visits that were sent to that member are anybody's again.
void sign_out(Reception& reception, const DeskCode& desk);

enum class StaffRefusal {
    NameEmpty,
    NameTaken, // or had by somebody who was removed: the log names people by it
    PinUnfit, // not 4 to 12 digits
    UnknownName,
};
using StaffReply = std::variant<StaffMember, StaffRefusal>;
// Who is of the complaints team may read what was confided to it (case_opening.h).
enum class ComplaintsTeam { Outside, Member };
StaffReply add_staff(Reception& reception, const std::string& name, const Secret& pin,
    ComplaintsTeam team = ComplaintsTeam::Outside);
StaffReply change_team(Reception& reception, const std::string& name, ComplaintsTeam team);
StaffReply change_pin(Reception& reception, const std::string& name, const Secret& pin);
// Cannot sign in any more. The name stays in the log.
StaffReply remove_staff(Reception& reception, const std::string& name);
std::vector<StaffMember> staff(Reception& reception); // who may sign in, by name

// "Someone needs help": shown at every desk until another one answers and it is over. Each is done once
// however often it is said.
DeskReply call_for_help(Reception& reception, const DeskCode& desk, const std::string& actor);
DeskReply answer_help(Reception& reception, const DeskCode& desk, const std::string& helper);
DeskReply end_help(Reception& reception, const DeskCode& desk, const std::string& actor);

} // namespace nextplease
