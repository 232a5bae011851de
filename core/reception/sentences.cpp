#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <array>

namespace nextplease {
namespace {

constexpr std::array kWeekdays { Text::CommonWeekdayMonday, Text::CommonWeekdayTuesday,
    Text::CommonWeekdayWednesday, Text::CommonWeekdayThursday, Text::CommonWeekdayFriday,
    Text::CommonWeekdaySaturday, Text::CommonWeekdaySunday };
constexpr std::array kShortWeekdays { Text::CommonWeekdayShortMonday, Text::CommonWeekdayShortTuesday,
    Text::CommonWeekdayShortWednesday, Text::CommonWeekdayShortThursday, Text::CommonWeekdayShortFriday,
    Text::CommonWeekdayShortSaturday, Text::CommonWeekdayShortSunday };
constexpr std::array kOpensOn { Text::CommonOpensMonday, Text::CommonOpensTuesday, Text::CommonOpensWednesday,
    Text::CommonOpensThursday, Text::CommonOpensFriday, Text::CommonOpensSaturday, Text::CommonOpensSunday };
constexpr std::array kMonths { Text::CommonMonthJanuary, Text::CommonMonthFebruary, Text::CommonMonthMarch,
    Text::CommonMonthApril, Text::CommonMonthMay, Text::CommonMonthJune, Text::CommonMonthJuly,
    Text::CommonMonthAugust, Text::CommonMonthSeptember, Text::CommonMonthOctober, Text::CommonMonthNovember,
    Text::CommonMonthDecember };
constexpr std::array kShortMonths { Text::CommonMonthShortJanuary, Text::CommonMonthShortFebruary,
    Text::CommonMonthShortMarch, Text::CommonMonthShortApril, Text::CommonMonthShortMay,
    Text::CommonMonthShortJune, Text::CommonMonthShortJuly, Text::CommonMonthShortAugust,
    Text::CommonMonthShortSeptember, Text::CommonMonthShortOctober, Text::CommonMonthShortNovember,
    Text::CommonMonthShortDecember };
static_assert(kWeekdays.size() == 7 && kShortWeekdays.size() == 7 && kOpensOn.size() == 7);
static_assert(kMonths.size() == 12 && kShortMonths.size() == 12);

Text of_weekday(const std::array<Text, 7>& texts, LocalDate date)
{
    return texts.at(static_cast<std::size_t>(iso_weekday(date) - 1));
}

Text of_month(const std::array<Text, 12>& texts, LocalDate date)
{
    return texts.at(static_cast<unsigned>(date.month()) - 1);
}

std::string date_words(Text pattern, Text weekday, Text month, LocalDate date, const Words& words)
{
    return words.say(pattern,
        { { "weekday", words.say(weekday) }, { "day", std::to_string(static_cast<unsigned>(date.day())) },
            { "month", words.say(month) } });
}

// The name that kiosk.conf gives, or the code.
template <class Item>
std::string name_in(
    const Item* item, const std::string& code, const Words& words, const Configuration& configuration)
{
    if (!item)
        return code;
    const std::string& name = words_in(item->name, words.language(), configuration.languages);
    return name.empty() ? code : name;
}

template <class Items>
std::string list_of_codes(const Items& items, const Words& words)
{
    std::string list;
    for (const auto& item : items)
        list += (list.empty() ? "" : words.say(Text::CommonListSeparator)) + item.code.text();
    return list;
}

// Says one refusal. Every text may use the number, service, desk and priority that the refusal is about.
class RefusalSpeaker {
public:
    RefusalSpeaker(const Refusal& refusal, const Words& words, const Configuration& configuration)
        : refusal_(refusal)
        , words_(words)
        , configuration_(configuration)
    {
    }

    std::string say(Text text, const std::string& known = {}) const
    {
        return words_.say(text,
            { { "number", refusal_.number.text() },
                { "service", name_of(refusal_.service, words_, configuration_) }, { "desk", desk() },
                { "priority", refusal_.priority.text() }, { "need", refusal_.need.text() },
                { "language", refusal_.language.text() }, { "reference", refusal_.reference },
                { "known", known } });
    }

    std::string count(Text text, long count) const
    {
        return words_.count(text, count, { { "number", refusal_.number.text() } });
    }

    // The visit is somewhere else in its life than the verb needs; `if_waiting` is the text where it waits.
    std::string where_it_stands(Text if_waiting) const
    {
        switch (refusal_.state) {
        case VisitState::Waiting:
            return say(if_waiting);
        case VisitState::Called:
            return say(Text::RefusalIsCalled);
        case VisitState::Serving:
            return say(Text::RefusalIsServing);
        case VisitState::Held:
            return say(Text::RefusalIsHeld);
        case VisitState::NoShow:
            return say(Text::RefusalIsNoShow);
        case VisitState::Served:
            return say(Text::RefusalEndedServed);
        case VisitState::Left:
            return say(Text::RefusalEndedLeft);
        case VisitState::Unresolved:
            return say(Text::RefusalEndedUnresolved);
        }
        return {};
    }

    // `text` says when it opens next; `for_long` is the text where that is not known.
    std::string closed(Text text, Text for_long, const std::optional<LocalTime>& now) const
    {
        if (!refusal_.opens)
            return say(for_long);
        const std::string opens = now ? opening_words(*refusal_.opens, *now, words_)
                                      : words_.say(Text::CommonOpensDate,
                                          { { "date", short_date(refusal_.opens->date, words_) },
                                              { "time", clock_face(refusal_.opens->since_midnight) } });
        return words_.say(
            text, { { "service", name_of(refusal_.service, words_, configuration_) }, { "opens", opens } });
    }

    // The desks that serve the service.
    std::string desks_for_it() const
    {
        std::vector<Desk> desks = configuration_.office.desks;
        std::erase_if(desks, [this](const Desk& one) {
            return std::none_of(one.services.begin(), one.services.end(),
                [this](const DeskService& offered) { return offered.service == refusal_.service; });
        });
        return list_of_codes(desks, words_);
    }

private:
    std::string desk() const
    {
        return refusal_.desk ? name_of(*refusal_.desk, words_, configuration_) : std::string {};
    }

    const Refusal& refusal_;
    const Words& words_;
    const Configuration& configuration_;
};

} // namespace

std::string sentence(const Refusal& refusal, const Words& words, const Configuration& configuration,
    const std::optional<LocalTime>& now)
{
    using Kind = Refusal::Kind;
    const Office& office = configuration.office;
    const RefusalSpeaker speaker(refusal, words, configuration);
    switch (refusal.kind) {
    case Kind::UnknownService:
        return speaker.say(Text::RefusalUnknownService, list_of_codes(office.services, words));
    case Kind::UnknownDesk:
        return speaker.say(Text::RefusalUnknownDesk, list_of_codes(office.desks, words));
    case Kind::UnknownPriority:
        if (office.rules.priorities.empty())
            return speaker.say(Text::RefusalNoPriorities);
        return speaker.say(Text::RefusalUnknownPriority, list_of_codes(office.rules.priorities, words));
    case Kind::UnknownNumber:
        return speaker.say(Text::RefusalUnknownNumber);
    case Kind::ServiceClosed:
        return speaker.closed(Text::RefusalServiceClosed, Text::RefusalServiceClosedForLong, now);
    case Kind::ClosingSoon:
        return speaker.closed(Text::RefusalClosingSoon, Text::RefusalServiceClosedForLong, now);
    case Kind::DayFull:
        return speaker.closed(Text::RefusalDayFull, Text::RefusalDayFullForLong, now);
    case Kind::UnknownNeed:
        if (office.needs.empty())
            return speaker.say(Text::RefusalNoNeeds);
        return speaker.say(Text::RefusalUnknownNeed, list_of_codes(office.needs, words));
    case Kind::UnknownLanguage:
        if (office.interpreters.empty())
            return speaker.say(Text::RefusalNoInterpreters);
        return speaker.say(Text::RefusalUnknownLanguage, list_of_codes(office.interpreters, words));
    case Kind::PartyTooLarge:
        return speaker.count(Text::RefusalPartyTooLarge, office.rules.party_at_most);
    case Kind::TooManyMatters:
        return speaker.count(Text::RefusalTooManyMatters, office.rules.matters_at_most + 1);
    case Kind::UnknownAppointment:
        return speaker.say(Text::RefusalUnknownAppointment);
    case Kind::AppointmentExists:
        return speaker.say(Text::RefusalAppointmentExists);
    case Kind::AppointmentOver:
        return speaker.say(Text::RefusalAppointmentOver);
    case Kind::AppointmentPast:
        return speaker.say(Text::RefusalAppointmentPast);
    case Kind::ReferenceEmpty:
        return speaker.say(Text::RefusalReferenceEmpty);
    case Kind::NoMoreTime:
        return speaker.say(Text::RefusalNoMoreTime);
    case Kind::NobodyBehind:
        return speaker.say(Text::RefusalNobodyBehind);
    case Kind::NumbersUsedUp:
        return speaker.say(Text::RefusalNumbersUsedUp);
    case Kind::DeskClosed:
        return speaker.say(Text::RefusalDeskClosed);
    case Kind::DeskPaused:
        return speaker.say(Text::RefusalDeskPaused);
    case Kind::DeskBusy:
        return speaker.say(Text::RefusalDeskBusy);
    case Kind::DeskServesNot:
        return speaker.say(Text::RefusalDeskServesNot, speaker.desks_for_it());
    case Kind::NobodyWaits:
        return speaker.say(Text::RefusalNobodyWaits);
    case Kind::AlreadyCalled:
        return speaker.say(Text::RefusalAlreadyCalled);
    case Kind::NotWaiting:
    case Kind::NotHeld:
        return speaker.where_it_stands(Text::RefusalIsWaitingAlready);
    case Kind::NotCalled:
    case Kind::NotServing:
    case Kind::Ended:
        return speaker.where_it_stands(Text::RefusalIsWaiting);
    case Kind::NotStarted:
        return speaker.say(Text::RefusalNotStarted);
    case Kind::UndoTooLate:
        return speaker.count(Text::RefusalUndoTooLate, office.rules.undo_within.count());
    case Kind::GraceOver:
        return speaker.count(Text::RefusalGraceOver, office.rules.no_show_grace.count());
    case Kind::CalledAlreadyNoLeave:
        return speaker.say(Text::RefusalCalledAlreadyNoLeave);
    case Kind::SameService:
        return speaker.say(Text::RefusalSameService);
    case Kind::NoteMissing:
        return speaker.say(Text::RefusalNoteMissing);
    case Kind::ResultMissing:
        return speaker.say(Text::DeskRefusalResult);
    case Kind::ReasonMissing:
        return speaker.say(Text::DeskRefusalReason);
    case Kind::NotLate:
        return speaker.say(Text::DeskRefusalNotLate);
    case Kind::UnknownStaff:
        return speaker.say(Text::DeskRefusalStaff);
    case Kind::NotThere:
        return speaker.say(Text::DeskRefusalNotThere);
    case Kind::ApologyMissing:
        return speaker.say(Text::DeskRefusalApology);
    case Kind::UnknownContact:
        return speaker.say(Text::DeskRefusalContact);
    case Kind::NoticeGone:
        return speaker.say(Text::DeskRefusalNotice);
    case Kind::ContactOver:
        return speaker.say(Text::DeskRefusalContactOver);
    case Kind::UnknownCall:
        return speaker.say(Text::CliMonitorUnknown);
    case Kind::CallNotYet:
        return speaker.say(Text::CliMonitorNotYet);
    case Kind::DelayUntold:
        return speaker.say(Text::DeskRefusalDelayUntold);
    }
    return {};
}

std::string long_date(LocalDate date, const Words& words)
{
    return date_words(
        Text::CommonDateLong, of_weekday(kWeekdays, date), of_month(kMonths, date), date, words);
}

std::string short_date(LocalDate date, const Words& words)
{
    return date_words(
        Text::CommonDateShort, of_weekday(kShortWeekdays, date), of_month(kShortMonths, date), date, words);
}

std::string wait_words(const Estimate& estimate, const Words& words)
{
    if (!estimate.about)
        return {};
    if (estimate.about->count() == 0)
        return estimate.up_to ? words.say(Text::CommonWaitSoonUpTo, { { "up_to", estimate.up_to->count() } })
                              : words.say(Text::CommonWaitSoon);
    if (!estimate.up_to)
        return words.say(Text::CommonWaitAbout, { { "about", estimate.about->count() } });
    return words.say(Text::CommonWaitAboutUpTo,
        { { "about", estimate.about->count() }, { "up_to", estimate.up_to->count() } });
}

std::string plain_wait_words(const Estimate& estimate, const Words& words)
{
    std::string text = wait_words(estimate, words);
    for (const std::string_view tag : { "<b>", "</b>" }) {
        for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag))
            text.erase(at, tag.size());
    }
    return text;
}

std::string waiting_words(int people, const Words& words)
{
    return people == 0 ? words.say(Text::CommonWaitingNobody)
                       : words.count(Text::CommonWaitingPeople, people);
}

std::string opening_words(const LocalTime& opens, const LocalTime& now, const Words& words)
{
    const std::string time = clock_face(opens.since_midnight);
    if (opens.date == now.date)
        return words.say(Text::CommonOpensToday, { { "time", time } });
    // From a week on, the weekday alone could mean today.
    if (opens.date < add_days(now.date, 7))
        return words.say(of_weekday(kOpensOn, opens.date), { { "time", time } });
    return words.say(Text::CommonOpensDate, { { "date", short_date(opens.date, words) }, { "time", time } });
}

std::string name_of(const ServiceCode& code, const Words& words, const Configuration& configuration)
{
    return name_in(configuration.office.find(code), code.text(), words, configuration);
}

std::string name_of(const DeskCode& code, const Words& words, const Configuration& configuration)
{
    return name_in(configuration.office.find(code), code.text(), words, configuration);
}

std::string name_of(const PriorityCode& code, const Words& words, const Configuration& configuration)
{
    return name_in(configuration.office.find(code), code.text(), words, configuration);
}

} // namespace nextplease
