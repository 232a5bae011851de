// What goes with a visit besides its number: needs, the language to be interpreted, how many people, what is
// still to come, the appointment. "Nobody has to ask twice" (C).
#include "kiosk/desk/prepare.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

std::string name_of(const NeedCode& code, const Visit& visit, const Scene& scene)
{
    const Need* need = scene.configuration.office.find(code);
    if (!need)
        return code.text();
    std::string name = words_in(need->name, scene.words.language(), scene.configuration.languages);
    if (need->asks == Need::Asks::WhichLanguage && !visit.interpreter.empty()) {
        const InterpreterLanguage* language = scene.configuration.office.interpreter(visit.interpreter);
        name += " (" + (language ? language->name : visit.interpreter.text()) + ")";
    }
    return name;
}

ui::Icon icon_of(const NeedCode& code, const Scene& scene)
{
    ui::Icon icon = ui::Icon::Help;
    if (const Need* need = scene.configuration.office.find(code))
        ui::icon_named(need->icon, icon);
    return icon;
}

} // namespace

std::vector<FactView> prepare_facts(const Visit& visit, const Scene& scene)
{
    const Words& words = scene.words;
    std::vector<FactView> facts;
    for (const NeedCode& need : visit.needs)
        facts.push_back({ icon_of(need, scene), name_of(need, visit, scene) });
    if (visit.party > 1)
        facts.push_back({ ui::Icon::People, words.count(Text::VisitorWaitPeople, visit.party) });
    if (visit.appointment_at)
        facts.push_back({ ui::Icon::Calendar,
            words.say(Text::DeskFactAppointment,
                { { "time", wall_clock(*visit.appointment_at, scene.configuration) } }) });
    std::string also;
    for (const ServiceCode& service : visit.matters)
        also += (also.empty() ? "" : words.say(Text::CommonListSeparator))
            + nextplease::name_of(service, words, scene.configuration);
    if (!also.empty())
        facts.push_back({ ui::Icon::More, words.say(Text::DeskFactAlso, { { "services", also } }) });
    return facts;
}

std::string listed(const std::vector<FactView>& facts, const Words& words)
{
    std::string line;
    for (const FactView& fact : facts)
        line += (line.empty() ? "" : words.say(Text::CommonListSeparator)) + fact.words;
    return line;
}

} // namespace nextplease::desk
