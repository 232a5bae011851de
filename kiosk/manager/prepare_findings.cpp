// A row of a list of findings: when, of which service, what it is, and how it stands.
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/complaint_words.h"
#include "text_keys.h"

#include <array>

namespace nextplease::manager {
namespace {

Text standing_text(Standing standing)
{
    switch (standing) {
    case Standing::Within:
        return Text::ManagerStandingWithin;
    case Standing::Late:
        return Text::ManagerStandingLate;
    case Standing::Lost:
        return Text::ManagerStandingLost;
    case Standing::Open:
        return Text::ManagerStandingOpen;
    case Standing::OpenLate:
        return Text::ManagerStandingOpenLate;
    case Standing::LeftOut:
        break;
    }
    return Text::ManagerStandingLeftOut;
}

std::optional<Pace> pace_of(Standing standing)
{
    switch (standing) {
    case Standing::Within:
        return Pace::InTime;
    case Standing::Late:
    case Standing::Lost:
    case Standing::OpenLate:
        return Pace::Past;
    case Standing::Open:
    case Standing::LeftOut:
        break;
    }
    return std::nullopt;
}

Cell standing_cell(const Finding& finding, const Scene& scene)
{
    const Standing standing = *finding.standing;
    const std::string words = scene.words.say(standing_text(standing));
    const bool open = standing == Standing::Open || standing == Standing::OpenLate;
    if (!open || !finding.due)
        return { words, pace_of(standing) };
    const LocalTime due = scene.configuration.zone.local(*finding.due);
    return { scene.words.say(Text::ManagerStandingDue,
                 { { "standing", words },
                     { "due",
                         due.date == scene.today ? clock_face(due.since_midnight)
                                                 : day_words(due.date, scene) } }),
        pace_of(standing) };
}

std::string what_words(const Finding& finding, const Scene& scene)
{
    if (finding.contact)
        return scene.words.say(
            Text::ManagerContactName, { { "number", std::to_string(finding.contact->value()) } });
    return finding.reference.empty() ? "–" : finding.reference;
}

// What there is to say of it, in this order.
Cell how_cell(const Finding& finding, const Scene& scene)
{
    const Words& words = scene.words;
    if (finding.waited)
        return { words.say(
                     Text::ManagerMinutes, { { "minutes", minutes_words(finding.waited->count(), words) } })
                + (finding.desk.empty() ? "" : ", " + name_of(finding.desk, words, scene.configuration)),
            finding.standing == Standing::OpenLate ? Pace::Past : Pace::InTime };
    if (finding.standing)
        return standing_cell(finding, scene);
    if (finding.score)
        return { words.say(Text::ManagerScore, { { "score", *finding.score } }) };
    if (finding.avoidable)
        return { finding.reason.empty() ? avoidable_words(*finding.avoidable, words) : finding.reason };
    if (finding.resolved)
        return { words.say(*finding.resolved ? Text::ManagerResolved : Text::ManagerNotResolved) };
    if (finding.state)
        return { words.say(
            *finding.state == CaseState::Closed ? Text::ManagerCaseClosed : Text::ManagerStandingOpen) };
    return { "–" };
}

} // namespace

std::string avoidable_words(AvoidableContact type, const Words& words)
{
    constexpr std::array kTypes { Text::DeskAvoidableClarification, Text::DeskAvoidableSignposting,
        Text::DeskAvoidableRepeat, Text::DeskAvoidableUnfinished, Text::DeskAvoidableChasing };
    static_assert(kTypes.size() == kAvoidableContacts.size());
    return words.say(kTypes.at(static_cast<std::size_t>(type)));
}

std::vector<std::string> finding_columns(const Scene& scene)
{
    return { scene.words.say(Text::ManagerColumnService), scene.words.say(Text::ManagerColumnWhat),
        scene.words.say(Text::ManagerColumnStanding) };
}

TableRow finding_row(const Finding& finding, const Scene& scene)
{
    const LocalTime at = scene.configuration.zone.local(finding.at);
    return { .letter = {},
        .name = day_words(at.date, scene) + ", " + clock_face(at.since_midnight),
        .cells = { { finding.service.empty() ? "–"
                                             : name_of(finding.service, scene.words, scene.configuration) },
            { what_words(finding, scene) }, how_cell(finding, scene) },
        .opens = true };
}

} // namespace nextplease::manager
