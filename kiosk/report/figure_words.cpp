#include "kiosk/report/figure_words.h"

#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <array>

namespace nextplease::report {
namespace {

using Kind = Indicator::Kind;

} // namespace

Definitions standard_definitions(
    const StandardReport& report, const Configuration& configuration, const Words& words)
{
    const bool next_day = configuration.calendar.after_hours == CalendarRules::AfterHours::NextWorkingDay;
    return {
        { "count", words.say(Text::CliStandardDefinitionCount) },
        { "within", words.say(Text::CliStandardDefinitionWithin) },
        { "lost", words.say(Text::CliStandardDefinitionLost) },
        { "open", words.say(Text::CliStandardDefinitionOpen) },
        { "told", words.say(Text::CliStandardDefinitionTold) },
        { "left_out", words.say(Text::CliStandardDefinitionLeftOut) },
        { "share_within", words.say(Text::CliStandardDefinitionShare) },
        { "period", words.say(Text::CliStandardDefinitionPeriod, { { "zone", report.zone } }) },
        { "received",
            words.say(Text::CliStandardDefinitionReceived,
                { { "rule",
                    words.say(next_day ? Text::CliCheckAfterHoursNext : Text::CliCheckAfterHoursSame) } }) },
    };
}

std::string standard_group_name(
    const std::string& key, StandardGrouping by, const Configuration& configuration, const Words& words)
{
    if (by == StandardGrouping::Month || by == StandardGrouping::Quarter)
        return key;
    if (key.empty())
        return words.say(Text::CliStandardNoGroup);
    if (by == StandardGrouping::Service)
        return name_of(ServiceCode(key), words, configuration);
    const Directorate* directorate = configuration.office.find(DirectorateCode(key));
    return directorate ? directorate->name : key;
}

std::string limit_words(const Standard& standard, const Words& words)
{
    std::string text =
        standard.limit ? limit_words(*standard.limit, words) : words.say(Text::CliStandardOwnLimit);
    if (standard.extended)
        text = words.say(Text::CliListed,
            { { "before", text },
                { "next",
                    words.say(Text::CliStandardExtended,
                        { { "limit", limit_words(*standard.extended, words) } }) } });
    return text;
}

std::string limit_words(const Limit& limit, const Words& words)
{
    using Unit = Limit::Unit;
    switch (limit.unit) {
    case Unit::AtAll:
        return words.say(Text::CliLimitAtAll);
    case Unit::Second:
        return words.count(Text::CliLimitSeconds, limit.count);
    case Unit::Minute:
        return words.count(Text::CliLimitMinutes, limit.count);
    case Unit::Hour:
        return words.count(Text::CliLimitHours, limit.count);
    case Unit::WeekdayHour:
        return words.count(Text::CliLimitWeekdayHours, limit.count);
    case Unit::WorkingDayHour:
        return words.count(Text::CliLimitWorkingHours, limit.count);
    case Unit::SameDay:
        return words.say(Text::CliLimitSameDay);
    case Unit::Day:
        return words.count(Text::CliLimitDays, limit.count);
    case Unit::Week:
        return words.count(Text::CliLimitWeeks, limit.count);
    case Unit::WorkingDay:
        return words.count(Text::CliLimitWorkingDays, limit.count);
    case Unit::UkWorkingDay:
        return words.count(Text::CliLimitUkWorkingDays, limit.count);
    }
    return {};
}

std::string channel_words(StandardChannel channel, const Words& words)
{
    constexpr std::array kTexts { Text::CliChannelVisit, Text::DeskContactPhone, Text::DeskContactEmail,
        Text::DeskContactText, Text::DeskContactWeb, Text::DeskContactLetter, Text::DeskContactFax,
        Text::DeskContactSocial, Text::DeskContactPost, Text::DeskContactOutOfHours,
        Text::CliChannelComplaint, Text::CliChannelEscalated };
    static_assert(kTexts.size() == kStandardChannels.size());
    return words.say(kTexts.at(static_cast<std::size_t>(channel)));
}

std::string channel_words(const Standard& standard, const Words& words)
{
    std::string text;
    for (const StandardChannel channel : standard.channels) {
        const std::string next = channel_words(channel, words);
        text = text.empty() ? next : words.say(Text::CliListed, { { "before", text }, { "next", next } });
    }
    return text;
}

std::string goal_words(const Indicator& indicator, const Words& words)
{
    if (!indicator.goal_percent)
        return "–";
    constexpr const char* kBlank = "\u00A0";
    return (indicator.better == Indicator::Better::More ? "≥" : "≤") + std::string(kBlank)
        + goal_text(*indicator.goal_percent, words) + kBlank + "%";
}

std::string indicator_title(
    const Indicator& indicator, const Configuration& configuration, const Words& words)
{
    switch (indicator.kind) {
    case Kind::Standard:
        return title_in(indicator.title, words.language(), configuration).second;
    case Kind::Avoidable:
        return words.say(Text::CliIndicatorAvoidable);
    case Kind::Resolved:
        return words.say(Text::CliIndicatorResolved);
    case Kind::Satisfaction:
        return words.say(Text::CliIndicatorSatisfaction);
    case Kind::MonitoredCalls:
        return words.say(Text::CliIndicatorCalls);
    case Kind::Checked:
        return words.say(Text::CliIndicatorChecked);
    case Kind::Complaints:
        return words.say(Text::CliIndicatorComplaints);
    case Kind::ComplaintsOf:
        return words.say(Text::CliIndicatorComplaintsOf,
            { { "directorate",
                indicator.directorate.empty() ? words.say(Text::CliStandardNoGroup)
                                              : indicator.directorate } });
    case Kind::Upheld:
        return words.say(Text::CliIndicatorUpheld);
    }
    return {};
}

std::string indicator_definition(const Indicator& indicator, const Words& words)
{
    switch (indicator.kind) {
    case Kind::Standard:
        return words.say(Text::CliIndicatorDefinitionStandard);
    case Kind::Avoidable:
        return words.say(Text::CliIndicatorDefinitionAvoidable);
    case Kind::Resolved:
        return words.say(Text::CliIndicatorDefinitionResolved);
    case Kind::Satisfaction:
        return words.say(Text::CliIndicatorDefinitionSatisfaction);
    case Kind::MonitoredCalls:
        return words.say(Text::CliMonitorDefinitionCorrect);
    case Kind::Checked:
        return words.say(Text::CliIndicatorDefinitionChecked);
    case Kind::Complaints:
    case Kind::ComplaintsOf:
        return words.say(Text::CliIndicatorDefinitionComplaints);
    case Kind::Upheld:
        return words.say(Text::CliIndicatorDefinitionUpheld);
    }
    return {};
}

Definitions contact_definitions(const ContactReport& report, const Words& words)
{
    return {
        { "contacts", words.say(Text::CliContactsDefinitionContacts) },
        { "share_resolved", words.say(Text::CliIndicatorDefinitionResolved) },
        { "share_avoidable", words.say(Text::CliIndicatorDefinitionAvoidable) },
        { "set_aside", words.say(Text::CliContactsDefinitionSetAside) },
        { "period", words.say(Text::CliContactsDefinitionPeriod, { { "zone", report.zone } }) },
    };
}

std::string contact_group_name(
    const std::string& key, ContactGrouping by, const Configuration& configuration, const Words& words)
{
    if (by == ContactGrouping::Month || by == ContactGrouping::Quarter)
        return key;
    if (by == ContactGrouping::Channel) {
        const auto channel = standard_channel(key);
        return channel ? channel_words(*channel, words) : key;
    }
    return standard_group_name(key,
        by == ContactGrouping::Service ? StandardGrouping::Service : StandardGrouping::Directorate,
        configuration, words);
}

Definitions result_definitions(const ResultReport& report, const Words& words)
{
    return {
        { "results", words.say(Text::CliOutcomeResults) },
        { "share_resolved", words.say(Text::CliOutcomeResolved) },
        { "share_avoidable", words.say(Text::CliOutcomeAvoidable) },
        { "share_late_apologised", words.say(Text::CliOutcomeLate) },
        { "period", words.say(Text::CliOutcomePeriod, { { "zone", report.zone } }) },
    };
}

std::string result_group_name(const ResultGroup& group, const ResultReport& report,
    const Configuration& configuration, const Words& words)
{
    if (report.question.by == ResultGrouping::Service)
        return name_of(ServiceCode(group.key), words, configuration);
    if (report.question.by == ResultGrouping::Desk)
        return name_of(DeskCode(group.key), words, configuration);
    return group.key;
}

Definitions feedback_definitions(const FeedbackReport& report, const Words& words)
{
    return {
        { "visits", words.say(Text::CliFeedbackVisits) },
        { "share_satisfied", words.say(Text::CliFeedbackSatisfied) },
        { "others", words.say(Text::CliFeedbackOthers) },
        { "period", words.say(Text::CliFeedbackPeriod, { { "zone", report.zone } }) },
    };
}

std::string feedback_group_name(const FeedbackGroup& group, const FeedbackReport& report,
    const Configuration& configuration, const Words& words)
{
    if (report.question.by == FeedbackGrouping::Channel)
        return channel_words(standard_channel(group.key).value_or(StandardChannel::Visit), words);
    if (report.question.by != FeedbackGrouping::Service)
        return group.key;
    return group.key.empty() ? words.say(Text::CliFeedbackNoTicket)
                             : name_of(ServiceCode(group.key), words, configuration);
}

Definitions estimate_definitions(const Words& words)
{
    return {
        { "waited", words.say(Text::CliEstimateDefinitionWaited) },
        { "mean_error", words.say(Text::CliEstimateDefinitionError) },
        { "bias", words.say(Text::CliEstimateDefinitionBias) },
        { "within_p90", words.say(Text::CliEstimateDefinitionP90) },
        { "within_range", words.say(Text::CliEstimateDefinitionRange) },
        { "rivals", words.say(Text::CliEstimateDefinitionRivals) },
    };
}

std::string estimate_group_name(const EstimateGroup& group, const EstimateReport& report,
    const Configuration& configuration, const Words& words)
{
    return report.question.by == EstimateGrouping::Service
        ? name_of(ServiceCode(group.key), words, configuration)
        : group.key;
}

} // namespace nextplease::report
