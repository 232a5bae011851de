#include "kiosk/report/notice.h"

#include "core/base/number_words.h"
#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <array>

namespace nextplease::report {
namespace {

constexpr std::int64_t kFewest = 5;

constexpr std::array<Text, 12> kMonths { Text::CommonMonthJanuary, Text::CommonMonthFebruary,
    Text::CommonMonthMarch, Text::CommonMonthApril, Text::CommonMonthMay, Text::CommonMonthJune,
    Text::CommonMonthJuly, Text::CommonMonthAugust, Text::CommonMonthSeptember, Text::CommonMonthOctober,
    Text::CommonMonthNovember, Text::CommonMonthDecember };

bool may_be_said(const IndicatorValue& value)
{
    return value.denominator.value_or(0) >= kFewest;
}

// Rounded down: a share never looks better than it is.
std::int64_t percent(const IndicatorValue& value)
{
    return 100 * value.numerator / *value.denominator;
}

// How now stands against before, in words.
struct TrendTexts {
    Text better, worse, same, none;
};
constexpr TrendTexts kMonthTexts { Text::NoticeMonthBetter, Text::NoticeMonthWorse, Text::NoticeMonthSame,
    Text::NoticeMonthNone };
constexpr TrendTexts kYearTexts { Text::NoticeYearBetter, Text::NoticeYearWorse, Text::NoticeYearSame,
    Text::NoticeYearNone };

std::string trend_words(
    const IndicatorValue& now, const IndicatorValue& before, const TrendTexts& texts, const Words& words)
{
    if (!may_be_said(now) || !may_be_said(before))
        return words.say(texts.none);
    const std::int64_t is = percent(now), was = percent(before);
    return words.say(is > was ? texts.better
            : is < was        ? texts.worse
                              : texts.same,
        { { "percent", static_cast<long>(was) } });
}

Text verdict_text(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return Text::NoticeMet;
    case Verdict::NotMet:
        return Text::NoticeNotMet;
    case Verdict::NoGoal:
        return Text::NoticeNoGoal;
    case Verdict::Nothing:
        break;
    }
    return Text::NoticeTooFew;
}

NoticeLine line_of(const Indicator& indicator, const Configuration& configuration, const Words& words)
{
    const bool satisfied = indicator.kind == Indicator::Kind::Satisfaction;
    const auto [language, title] = satisfied
        ? Worded::value_type { words.language(), words.say(Text::NoticeSatisfied) }
        : title_in(indicator.title, words.language(), configuration);
    NoticeLine line { .title = title,
        .title_language = language,
        .verdict = may_be_said(indicator.now) ? indicator.verdict() : Verdict::Nothing,
        .verdict_words = {},
        .percent = {},
        .counts = {},
        .goal = {},
        .month = {},
        .year = {} };
    line.verdict_words = words.say(verdict_text(line.verdict));
    if (indicator.goal_percent)
        line.goal = words.say(Text::NoticeGoal, { { "goal", goal_text(*indicator.goal_percent, words) } });
    if (!may_be_said(indicator.now))
        return line;
    line.percent =
        words.say(Text::NoticePercent, { { "percent", static_cast<long>(percent(indicator.now)) } });
    line.counts = words.say(Text::NoticeCounts,
        { { "within", number_words(indicator.now.numerator, words) },
            { "of", number_words(*indicator.now.denominator, words) } });
    line.month = trend_words(indicator.now, indicator.before, kMonthTexts, words);
    line.year = trend_words(indicator.now, indicator.year_before, kYearTexts, words);
    return line;
}

std::string month_words(const ReportingPeriod& period, const Words& words)
{
    return words.say(Text::NoticeMonth,
        { { "month", words.say(kMonths.at(period.number - 1)) },
            { "year", static_cast<long>(static_cast<int>(period.year)) } });
}

} // namespace

Notice notice_of(
    const IndicatorReport& report, const Configuration& configuration, const Words& words, Instant now)
{
    static const Zone utc("UTC");
    const LocalDate today = configuration.zone.date(now);
    Notice notice { .language = words.language(),
        .right_to_left = words.right_to_left(),
        .council = words_in(configuration.site, words.language(), configuration.languages),
        .logo = configuration.printer.logo,
        .title = words.say(Text::NoticeTitle, { { "month", month_words(report.period, words) } }),
        .lines = {},
        .how_title = words.say(Text::NoticeHow),
        .how = { words.say(Text::NoticeHowPromise) },
        .counted = words.say(Text::NoticeCounted,
            { { "date",
                words.say(Text::NoticeDate,
                    { { "date", long_date(today, words) },
                        { "year", static_cast<long>(static_cast<int>(today.year())) } }) } }),
        .made = to_iso(utc.local(now)) + "Z",
        .program = {},
        .data = {} };
    bool satisfaction = false;
    for (const Indicator& indicator : report.indicators) {
        const bool satisfied = indicator.kind == Indicator::Kind::Satisfaction;
        if (indicator.kind != Indicator::Kind::Standard
            && !(satisfied && indicator.now.denominator.value_or(0) > 0))
            continue;
        satisfaction = satisfaction || satisfied;
        notice.lines.push_back(line_of(indicator, configuration, words));
    }
    notice.how.push_back(words.say(Text::NoticeHowRounded));
    if (satisfaction)
        notice.how.push_back(words.say(Text::NoticeHowSatisfied));
    notice.how.push_back(words.say(Text::NoticeHowFew, { { "few", static_cast<long>(kFewest) } }));
    return notice;
}

} // namespace nextplease::report
