// The panels: transfer, hold, and the list of keys.
#include "kiosk/desk/prepare.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

std::string current_number(const Scene& scene)
{
    return scene.situation.current ? scene.situation.current->visit.number.text() : std::string {};
}

// The other desks that are not closed, and who sits there: a colleague by name, else the desk.
ChoiceGroup whom_group(const Scene& scene, const TransferDraft& draft)
{
    ChoiceGroup group { .label = scene.words.say(Text::DeskTransferWhom), .choices = {}, .columns = 3 };
    for (const DeskNow& desk : scene.snapshot.desks) {
        if (desk.desk == scene.desk.code || desk.state == DeskState::Closed)
            continue;
        const std::string name = name_of(desk.desk, scene.words, scene.configuration);
        const std::string key =
            desk.staff.empty() ? "transfer.desk." + desk.desk.text() : "transfer.staff." + desk.staff;
        const std::size_t place = group.choices.size() + 1;
        group.choices.push_back({ .key = key,
            .label = desk.staff.empty() ? name : desk.staff + ", " + name,
            .letter = place <= 9 ? std::to_string(place) : std::string(),
            .chosen = draft.to_whom == key });
    }
    return group;
}

} // namespace

PanelView prepare_transfer(const Scene& scene, const TransferDraft& draft)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskTransferTitle, { { "number", current_number(scene) } });
    ChoiceGroup services;
    for (const Service& service : scene.configuration.office.services) {
        if (scene.situation.current && scene.situation.current->visit.service == service.code)
            continue;
        services.choices.push_back({ .key = "transfer.service." + service.code.text(),
            .label = name_of(service.code, words, scene.configuration),
            .letter = service.letter,
            .chosen = draft.to == service.code });
    }
    panel.groups = { services, whom_group(scene, draft) };
    panel.words_label = words.say(Text::DeskTransferNote);
    panel.words_field = words.say(Text::DeskTransferField);
    panel.send = words.say(Text::DeskTransferSend);
    panel.cancel = words.say(Text::DeskActionCancel);
    return panel;
}

std::vector<std::string> hold_reasons(const Words& words)
{
    return { words.say(Text::DeskHoldForm), words.say(Text::DeskHoldDocument),
        words.say(Text::DeskHoldInterpreter), words.say(Text::DeskHoldOutside) };
}

PanelView prepare_hold(const Scene& scene, const std::string& why, std::optional<Minutes> until)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskHoldTitle, { { "number", current_number(scene) } });
    ChoiceGroup reasons;
    ChoiceGroup until_group { .label = words.say(Text::DeskHoldUntil), .choices = {}, .columns = 5 };
    int place = 0;
    for (const std::string& ready : hold_reasons(words)) {
        ++place;
        reasons.choices.push_back({ .key = "hold.reason." + std::to_string(place),
            .label = ready,
            .letter = std::to_string(place),
            .chosen = ready == why });
    }
    panel.words_label = words.say(Text::DeskHoldReason);
    panel.words_field = words.say(Text::DeskHoldField);
    until_group.choices.push_back({ .key = "hold.until.none",
        .label = words.say(Text::DeskHoldNoTime),
        .letter = {},
        .chosen = !until.has_value() });
    for (const Minutes minutes : kHoldFor)
        until_group.choices.push_back({ .key = "hold.until." + std::to_string(minutes.count()),
            .label = words.say(Text::DeskListMinutes, { { "minutes", static_cast<long>(minutes.count()) } }),
            .letter = {},
            .chosen = until == minutes });
    panel.groups = { reasons, until_group };
    panel.send = words.say(Text::DeskHoldSend);
    panel.cancel = words.say(Text::DeskActionCancel);
    return panel;
}

HelpView prepare_help(const Words& words, const DeskSettings& settings)
{
    constexpr std::array kWords { Text::DeskHelpCallNext, Text::DeskHelpRecall, Text::DeskHelpStart,
        Text::DeskHelpFinish, Text::DeskHelpTransfer, Text::DeskHelpHold, Text::DeskHelpNoShow,
        Text::DeskHelpUndo };
    HelpView help;
    help.title = words.say(Text::DeskHelpTitle);
    help.close = words.say(Text::DeskHelpClose);
    for (const Verb verb : kVerbs)
        help.rows.push_back({ key_cap(verb, settings), words.say(label_of(verb)),
            words.say(kWords.at(static_cast<std::size_t>(verb))) });
    const auto add = [&](const std::string& keys, Text what) {
        help.rows.push_back({ keys, {}, words.say(what) });
    };
    constexpr std::array kExtraWords { Text::DeskHelpFinishAndCall, Text::DeskHelpReturn,
        Text::DeskHelpApologise, Text::DeskHelpNotice, Text::DeskHelpTicket, Text::DeskHelpChange,
        Text::DeskHelpWhy, Text::DeskHelpHelpMe, Text::DeskHelpAppointments, Text::DeskHelpContacts,
        Text::DeskHelpRegister, Text::DeskHelpSignOut };
    add(console_key("break", settings), Text::DeskHelpDesk);
    add(console_key("close", settings), Text::DeskHelpCloseDesk);
    for (const Extra extra : kExtras)
        help.rows.push_back({ key_cap(extra, settings), words.say(label_of(extra)),
            words.say(kExtraWords.at(static_cast<std::size_t>(extra))) });
    add("Tab \u2191 \u2193", Text::DeskHelpMove);
    add("Enter", Text::DeskHelpChoose);
    add("PgUp PgDn", Text::DeskHelpPage);
    add("Esc", Text::DeskHelpEscape);
    add("F1", Text::DeskHelpHelp);
    return help;
}

} // namespace nextplease::desk
