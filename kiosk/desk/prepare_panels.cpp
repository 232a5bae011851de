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

} // namespace

PanelView prepare_transfer(const Scene& scene, const std::optional<ServiceCode>& to)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.title = words.say(Text::DeskTransferTitle, { { "number", current_number(scene) } });
    for (const Service& service : scene.configuration.office.services) {
        if (scene.situation.current && scene.situation.current->visit.service == service.code)
            continue;
        panel.choices.push_back({ .key = "transfer.service." + service.code.text(),
            .label = name_of(service.code, words, scene.configuration),
            .letter = service.letter,
            .chosen = to == service.code });
    }
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
    int place = 0;
    for (const std::string& ready : hold_reasons(words)) {
        ++place;
        panel.choices.push_back({ .key = "hold.reason." + std::to_string(place),
            .label = ready,
            .letter = std::to_string(place),
            .chosen = ready == why });
    }
    panel.words_label = words.say(Text::DeskHoldReason);
    panel.words_field = words.say(Text::DeskHoldField);
    panel.until_label = words.say(Text::DeskHoldUntil);
    panel.until.push_back({ .key = "hold.until.none",
        .label = words.say(Text::DeskHoldNoTime),
        .letter = {},
        .chosen = !until.has_value() });
    for (const Minutes minutes : kHoldFor)
        panel.until.push_back({ .key = "hold.until." + std::to_string(minutes.count()),
            .label = words.say(Text::DeskListMinutes, { { "minutes", static_cast<long>(minutes.count()) } }),
            .letter = {},
            .chosen = until == minutes });
    panel.send = words.say(Text::DeskHoldSend);
    panel.cancel = words.say(Text::DeskActionCancel);
    return panel;
}

HelpView prepare_help(const Words& words)
{
    constexpr std::array kWords { Text::DeskHelpCallNext, Text::DeskHelpRecall, Text::DeskHelpStart,
        Text::DeskHelpFinish, Text::DeskHelpTransfer, Text::DeskHelpHold, Text::DeskHelpNoShow,
        Text::DeskHelpUndo };
    HelpView help;
    help.title = words.say(Text::DeskHelpTitle);
    help.close = words.say(Text::DeskHelpClose);
    for (const Verb verb : kVerbs)
        help.rows.push_back({ key_cap(verb), words.say(label_of(verb)),
            words.say(kWords.at(static_cast<std::size_t>(verb))) });
    const auto add = [&](const char* keys, Text what) { help.rows.push_back({ keys, {}, words.say(what) }); };
    add("F9", Text::DeskHelpDesk);
    add("F10", Text::DeskHelpCloseDesk);
    add("Tab \u2191 \u2193", Text::DeskHelpMove);
    add("Enter", Text::DeskHelpChoose);
    add("PgUp PgDn", Text::DeskHelpPage);
    add("Esc", Text::DeskHelpEscape);
    add("F1", Text::DeskHelpHelp);
    return help;
}

} // namespace nextplease::desk
