#include "core/reception/staff.h"

#include "core/reception/service_pin.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/hidden_line.h"
#include "kiosk/cli/json_output.h"
#include "text_keys.h"

namespace nextplease::cli {
namespace {

using Verb = StaffArguments::Verb;

Secret asked_pin()
{
    const HiddenLine input;
    Secret pin(input.line("The PIN, 4 to 12 digits: "));
    if (!is_service_pin(pin.text()))
        throw Refused("this is not a PIN: write 4 to 12 digits");
    if (input.terminal() && input.line("The same again: ").text() != pin.text())
        throw Refused("these are two PINs: write the same twice");
    return pin;
}

ComplaintsTeam team_of(const StaffArguments& asked)
{
    return asked.complaints ? ComplaintsTeam::Member : ComplaintsTeam::Outside;
}

[[noreturn]] void refuse(StaffRefusal refusal, const std::string& name, const Words& words)
{
    Text text = Text::CliStaffUnknown;
    if (refusal == StaffRefusal::NameTaken)
        text = Text::CliStaffTaken;
    else if (refusal == StaffRefusal::NameEmpty)
        text = Text::CliStaffEmpty;
    else if (refusal == StaffRefusal::PinUnfit)
        throw Refused("this is not a PIN: write 4 to 12 digits");
    throw Refused(words.say(text, { { "name", name } }));
}

void list(Reception& reception, const StaffArguments& asked, const Words& words)
{
    const std::vector<StaffMember> all = staff(reception);
    if (asked.output == Output::Json)
        return write_result(staff_json(all));
    std::string text;
    for (const StaffMember& member : all)
        text += member.name + (member.complaints ? "  " + words.say(Text::CliStaffTeam) : "") + '\n';
    write_result(text.empty() ? words.say(Text::CliStaffNone) + '\n' : text);
}

} // namespace

void run_command(const StaffArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Create);
    Reception reception(*store, around.configuration(), around.clock());
    const Words& words = around.words();
    if (asked.verb == Verb::List)
        return list(reception, asked, words);
    StaffReply reply = StaffRefusal::UnknownName;
    Text done = Text::CliStaffAdded;
    if (asked.verb == Verb::Add) {
        reply = add_staff(reception, asked.name, asked_pin(), team_of(asked));
    } else if (asked.verb == Verb::Change) {
        reply = change_team(reception, asked.name, team_of(asked));
        done = asked.complaints ? Text::CliStaffInTeam : Text::CliStaffNotInTeam;
    } else if (asked.verb == Verb::Pin) {
        reply = change_pin(reception, asked.name, asked_pin());
        done = Text::CliStaffPin;
    } else {
        reply = remove_staff(reception, asked.name);
        done = Text::CliStaffRemoved;
    }
    if (const auto* refusal = std::get_if<StaffRefusal>(&reply))
        refuse(*refusal, asked.name, words);
    write_result(words.say(done, { { "name", std::get<StaffMember>(reply).name } }) + '\n');
}

} // namespace nextplease::cli
