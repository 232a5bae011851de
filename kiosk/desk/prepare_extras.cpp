// The strip of further verbs, what equipment and other desks need, why somebody is next, and signing in.
#include "kiosk/desk/prepare.h"

#include "core/reception/device_words.h"
#include "core/reception/heartbeat.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

bool stands_out(Extra extra, const Scene& scene)
{
    switch (extra) {
    case Extra::Apologise:
        return scene.situation.current && scene.situation.current->pace == Pace::Past
            && !scene.situation.current->apologised;
    case Extra::Notice:
        return !scene.snapshot.notices.empty();
    case Extra::HelpMe: {
        const DeskNow* mine = scene.snapshot.desk(scene.desk.code);
        return (mine && mine->help_since) || needs_help(scene.snapshot, scene.desk.code);
    }
    default:
        return false;
    }
}

Pace pace_of_device(DeviceState state)
{
    if (state <= DeviceState::Ready)
        return Pace::InTime;
    return can_print(state) ? Pace::Near : Pace::Past;
}

} // namespace

std::string_view verb_word(Verb verb)
{
    constexpr std::array<std::string_view, kVerbs.size()> kWords { "call_next", "recall", "start", "finish",
        "transfer", "hold", "no_show", "undo" };
    return kWords.at(static_cast<std::size_t>(verb));
}

std::string_view verb_word(Extra extra)
{
    constexpr std::array<std::string_view, kExtras.size()> kWords { "finish_and_call", "return", "apologise",
        "notice", "ticket", "change", "why", "help_me", "appointments", "contacts", "register", "sign_out" };
    return kWords.at(static_cast<std::size_t>(extra));
}

std::string item_key(Extra extra)
{
    return "extra." + std::string(verb_word(extra));
}

Text label_of(Extra extra)
{
    constexpr std::array kLabels { Text::DeskExtraFinishAndCall, Text::DeskExtraReturn,
        Text::DeskExtraApologise, Text::DeskExtraNotice, Text::DeskExtraTicket, Text::DeskExtraChange,
        Text::DeskExtraWhy, Text::DeskExtraHelpMe, Text::DeskExtraAppointments, Text::DeskExtraContacts,
        Text::DeskExtraRegister, Text::DeskExtraSignOut };
    return kLabels.at(static_cast<std::size_t>(extra));
}

std::string key_cap(Verb verb, const DeskSettings& settings)
{
    return console_key(verb_word(verb), settings);
}

std::string key_cap(Extra extra, const DeskSettings& settings)
{
    return console_key(verb_word(extra), settings);
}

std::vector<ExtraView> prepare_extras(const Scene& scene)
{
    std::vector<ExtraView> extras;
    for (const Extra extra : kExtras)
        extras.push_back({ extra, item_key(extra), scene.words.say(label_of(extra)),
            key_cap(extra, scene.configuration.desks), may(extra, scene.situation, !scene.staff.empty()),
            stands_out(extra, scene) });
    return extras;
}

const DeskNow* needs_help(const Snapshot& snapshot, const DeskCode& but_not)
{
    for (const DeskNow& desk : snapshot.desks) {
        if (desk.desk != but_not && desk.help_since && desk.helper.empty())
            return &desk;
    }
    return nullptr;
}

EquipmentView prepare_equipment(const Scene& scene)
{
    EquipmentView view;
    view.title = scene.words.say(Text::DeskEquipmentTitle);
    view.none = scene.words.say(Text::DeskEquipmentNone);
    for (const DeviceRecord& device : scene.snapshot.devices)
        if (!face_of(device))
            view.rows.push_back(
                { device.machine, device_words(device.state, scene.words), pace_of_device(device.state) });
    return view;
}

std::string why_words(const Scene& scene)
{
    const DeskNow& desk = *scene.snapshot.desk(scene.desk.code);
    const VisitNow& next = *scene.situation.next;
    constexpr std::array kTexts { Text::DeskWhyOnlyOne, Text::DeskWhySentHere, Text::DeskWhyRank,
        Text::DeskWhyAppointment, Text::DeskWhyHeadStart, Text::DeskWhyMovedBack, Text::DeskWhyLongest };
    const auto reason = desk.why.value_or(WhyNext::Reason::WaitsLongest);
    const Visit& visit = next.visit;
    return scene.words.say(kTexts.at(static_cast<std::size_t>(reason)),
        { { "number", visit.number.text() }, { "minutes", whole_minutes(next.wait) },
            { "earlier", desk.earlier ? desk.earlier->text() : std::string() },
            { "service", name_of(visit.service, scene.words, scene.configuration) },
            { "time",
                visit.appointment_at ? wall_clock(*visit.appointment_at, scene.configuration)
                                     : std::string() } });
}

SignInView prepare_sign_in(const Scene& scene, const std::string& name, std::size_t digits)
{
    const Words& words = scene.words;
    SignInView view;
    view.title = words.say(Text::DeskSignInTitle);
    view.hint =
        name.empty() ? words.say(Text::DeskSignInWho) : words.say(Text::DeskSignInPin, { { "name", name } });
    view.pin_label = words.say(Text::DeskSignInPinLabel);
    for (std::size_t i = 0; i < digits; ++i)
        view.dots += "\u2022 ";
    view.send = words.say(Text::DeskSignInSend);
    if (const VisitNow* here = scene.situation.current)
        view.here = words.say(Text::DeskSignInHere, { { "number", here->visit.number.text() } });
    return view;
}

PanelView prepare_names(const Scene& scene, const std::string& name, bool locked)
{
    PanelView view;
    ChoiceGroup names { .label = {}, .choices = {}, .pick = ChoiceGroup::Pick::One, .columns = 3 };
    int place = 0;
    for (const std::string& member : scene.snapshot.staff) {
        ++place;
        names.choices.push_back({ .key = "staff." + member,
            .label = member,
            .letter = !locked && place <= 9 ? std::to_string(place) : std::string(),
            .chosen = member == name });
    }
    view.groups = { names };
    return view;
}

} // namespace nextplease::desk
