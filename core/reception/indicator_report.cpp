#include "core/reception/indicator_report.h"

#include "core/reception/contact_report.h"
#include "core/reception/feedback_report.h"
#include "core/reception/monitoring.h"
#include "core/reception/standard_report.h"

#include <algorithm>

namespace nextplease {
namespace {

using Kind = Indicator::Kind;

Indicator indicator(Kind kind, std::string id, IndicatorValue value, std::optional<double> goal = {})
{
    Indicator made;
    made.kind = kind;
    made.id = std::move(id);
    made.goal_percent = goal;
    made.now = value;
    return made;
}

void add_standards(std::vector<Indicator>& all, Store& store, const Configuration& configuration,
    const ReportingPeriod& period, Instant at)
{
    const StandardReport report =
        standard_report(store, configuration, { period.first(), period.last() }, at);
    for (const StandardAnswer& answer : report.answers) {
        Indicator made = indicator(Kind::Standard, answer.standard.id,
            { answer.total.within, answer.total.decided() }, answer.standard.goal_percent);
        made.title = answer.standard.title;
        made.limit = answer.standard.limit;
        all.push_back(std::move(made));
    }
}

void add_contacts(std::vector<Indicator>& all, Store& store, const Configuration& configuration,
    const ReportingPeriod& period)
{
    const ContactFigures contacts =
        contact_report(store, configuration, { period.first(), period.last() }).total;
    Indicator avoidable = indicator(Kind::Avoidable, "NI14", { contacts.avoidable, contacts.coded },
        configuration.reports.avoidable_percent_at_most);
    avoidable.better = Indicator::Better::Less;
    all.push_back(std::move(avoidable));
    all.push_back(indicator(Kind::Resolved, "first-contact", { contacts.resolved, contacts.resolvable }));
}

// The first day on which anything was done about contacts of any channel here; none: not until `last`.
std::optional<LocalDate> first_day_of_contacts(Records& records, LocalDate last)
{
    const LocalDate long_ago { std::chrono::year { 2000 }, std::chrono::January, std::chrono::day { 1 } };
    std::optional<LocalDate> first;
    for (const Channel channel : kChannels) {
        const std::vector<LocalDate> days = records.checked_days(channel, long_ago, last);
        if (!days.empty() && (!first || days.front() < *first))
            first = days.front();
    }
    return first;
}

// M-social: "24 hours, week days; checked daily". Where nothing is promised of social media there is no such
// figure. A day counts as soon as it is over, or somebody looked, and not before contacts were logged here;
// bank holidays are week days, as for the promise itself.
void add_checked(std::vector<Indicator>& all, Store& store, const Configuration& configuration,
    const ReportingPeriod& period, Instant at)
{
    const bool promised = std::any_of(
        configuration.standards.begin(), configuration.standards.end(), [](const Standard& standard) {
            return std::find(standard.channels.begin(), standard.channels.end(), StandardChannel::Social)
                != standard.channels.end();
        });
    if (!promised)
        return;
    std::vector<LocalDate> checked;
    std::optional<LocalDate> first;
    store.read([&](Records& records) {
        checked = records.checked_days(Channel::Social, period.first(), period.last());
        first = first_day_of_contacts(records, period.last());
    });
    const LocalDate today = configuration.zone.date(at);
    IndicatorValue value { 0, 0 };
    const LocalDate last = std::min(period.last(), today);
    for (LocalDate day = std::max(period.first(), first.value_or(add_days(last, 1))); day <= last;
         day = add_days(day, 1)) {
        constexpr unsigned kFriday = 5;
        if (std::chrono::weekday { std::chrono::sys_days { day } }.iso_encoding() > kFriday)
            continue;
        const bool looked = std::binary_search(checked.begin(), checked.end(), day);
        value.numerator += looked ? 1 : 0;
        *value.denominator += looked || day < today ? 1 : 0;
    }
    all.push_back(indicator(Kind::Checked, "checked.social", value));
}

// Complaints received, in all and of each directorate, and what the Ombudsman made of those of any time that
// were decided in the period.
void add_complaints(std::vector<Indicator>& all, Store& store, const Configuration& configuration,
    const ReportingPeriod& period)
{
    const Period days = configuration.zone.days(period.first(), period.last());
    std::map<DirectorateCode, std::int64_t> received;
    std::int64_t total = 0;
    IndicatorValue upheld { 0, 0 };
    store.read([&](Records& records) {
        records.each_case(configuration.zone.days(std::nullopt, period.last()), [&](const Case& record) {
            if (record.kind != CaseKind::Complaint)
                return;
            // What the Ombudsman sent back is no decision on it.
            if (record.ombudsman_upheld && days.contains(record.ombudsman_decided.value_or(Instant::max()))) {
                ++*upheld.denominator;
                upheld.numerator += *record.ombudsman_upheld ? 1 : 0;
            }
            if (!days.contains(record.received))
                return;
            ++total;
            ++received[configuration.office.directorate_of(record.service)];
        });
    });
    all.push_back(indicator(Kind::Complaints, "complaints", { total }));
    for (const Directorate& directorate : configuration.office.directorates) {
        Indicator made = indicator(
            Kind::ComplaintsOf, "complaints." + directorate.code.text(), { received[directorate.code] });
        made.directorate = directorate.name;
        all.push_back(std::move(made));
        received.erase(directorate.code);
    }
    // Of no service, or of one that is given to nobody: so that the parts make up the whole.
    std::int64_t nobodys = 0;
    for (const auto& [code, count] : received)
        nobodys += count;
    if (!configuration.office.directorates.empty())
        all.push_back(indicator(Kind::ComplaintsOf, "complaints.none", { nobodys }));
    all.push_back(indicator(Kind::Upheld, "upheld", upheld));
}

std::vector<Indicator> indicators_of(
    Store& store, const Configuration& configuration, const ReportingPeriod& period, Instant at)
{
    std::vector<Indicator> all;
    add_standards(all, store, configuration, period, at);
    add_contacts(all, store, configuration, period);
    const Satisfaction feedback =
        satisfaction_report(store, configuration, { period.first(), period.last() }).total.figures;
    all.push_back(indicator(Kind::Satisfaction, "CS-6.5.1", { feedback.satisfied, feedback.visits },
        configuration.reports.satisfied_percent));
    const CallFigures calls = monitoring_report(store, configuration, period).total;
    all.push_back(indicator(Kind::MonitoredCalls, "calls", { calls.correct, calls.rung },
        configuration.reports.monitored_percent));
    add_checked(all, store, configuration, period, at);
    add_complaints(all, store, configuration, period);
    return all;
}

} // namespace

std::optional<double> IndicatorValue::share() const
{
    if (!denominator || *denominator == 0)
        return std::nullopt;
    return static_cast<double>(numerator) / static_cast<double>(*denominator);
}

Verdict Indicator::verdict() const
{
    const auto share = now.share();
    if (!share)
        return Verdict::Nothing;
    if (!goal_percent)
        return Verdict::NoGoal;
    constexpr double kPercent = 100;
    constexpr double kRounding = 1e-9; // 0.95 is not quite 95 / 100
    const double above = *share * kPercent - *goal_percent;
    return (better == Better::More ? above >= -kRounding : above <= kRounding) ? Verdict::Met
                                                                               : Verdict::NotMet;
}

IndicatorReport indicator_report(
    Store& store, const Configuration& configuration, const ReportingPeriod& period, Instant at)
{
    IndicatorReport report { period, configuration.zone.name(),
        indicators_of(store, configuration, period, at) };
    const std::vector<Indicator> before = indicators_of(store, configuration, period.before(), at);
    const std::vector<Indicator> year_before = indicators_of(store, configuration, period.year_before(), at);
    for (std::size_t i = 0; i < report.indicators.size(); ++i) {
        report.indicators[i].before = before[i].now;
        report.indicators[i].year_before = year_before[i].now;
    }
    return report;
}

ReportingPeriod last_period(const Configuration& configuration, LocalDate today)
{
    const auto kind = configuration.reports.every == ReportSettings::Every::Month
        ? ReportingPeriod::Kind::Month
        : ReportingPeriod::Kind::Quarter;
    return period_of(today, kind).before();
}

} // namespace nextplease
