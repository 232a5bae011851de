#include "kiosk/cli/contact_output.h"

#include "core/reception/sentences.h"
#include "kiosk/cli/typed_text.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string state_words(const OtherContact& contact, const Configuration& configuration, const Words& words)
{
    const auto wall = [&](Instant at) { return to_iso(configuration.zone.local(at)); };
    if (contact.set_aside)
        return words.say(Text::CliContactSetAside, { { "why", std::string(word(*contact.set_aside)) } });
    if (contact.lost)
        return words.say(Text::CliContactLost, { { "time", wall(*contact.lost) } });
    if (contact.answered)
        return words.say(Text::CliContactAnswered, { { "time", wall(*contact.answered) } });
    std::string text = contact.acknowledged
        ? words.say(Text::CliContactAcknowledged, { { "time", wall(*contact.acknowledged) } })
        : words.say(Text::CliContactOpen);
    if (contact.told)
        text += ", " + words.say(Text::CliContactTold, { { "date", to_iso(contact.told->until) } });
    return text;
}

} // namespace

std::string contact_line(const OtherContact& contact, const Configuration& configuration, const Words& words)
{
    std::string text = fmt::format("{}  {}  {}", contact.id.value(), word(contact.channel),
        to_iso(configuration.zone.local(contact.received)));
    if (!contact.service.empty())
        text += "  " + name_of(contact.service, words, configuration);
    if (!contact.about.empty())
        text += "  " + on_one_line(contact.about);
    return text + "  " + state_words(contact, configuration, words) + '\n';
}

} // namespace nextplease::cli
