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

// The day alone where it counts to its end.
std::string due_words(Instant at, const Zone& zone)
{
    const bool whole_day = zone.date(at + Seconds { 1 }) != zone.date(at);
    return whole_day ? to_iso(zone.date(at)) : to_iso(zone.local(at));
}

// What is due when, of one that is open; what is late says so.
std::string date_words(const OpenContact& one, const Zone& zone, const Words& words, Instant now)
{
    std::string text;
    const auto add = [&](const std::optional<Instant>& date, Text due, Text late) {
        if (date)
            text += ", " + words.say(*date < now ? late : due, { { "when", due_words(*date, zone) } });
    };
    if (!one.contact.is_open())
        return text;
    add(one.dates.acknowledge_by, Text::CliContactDueAcknowledge, Text::CliContactLateAcknowledge);
    add(one.dates.answer_by, Text::CliContactDueAnswer, Text::CliContactLateAnswer);
    return text;
}

} // namespace

std::string contact_line(
    const OpenContact& one, const Configuration& configuration, const Words& words, Instant now)
{
    const OtherContact& contact = one.contact;
    std::string text = fmt::format("{}  {}  {}", contact.id.value(), word(contact.channel),
        to_iso(configuration.zone.local(contact.received)));
    if (!contact.service.empty())
        text += "  " + name_of(contact.service, words, configuration);
    if (!contact.about.empty())
        text += "  " + on_one_line(contact.about);
    return text + "  " + state_words(contact, configuration, words)
        + date_words(one, configuration.zone, words, now) + '\n';
}

} // namespace nextplease::cli
