#include "core/reception/seen_report.h"

#include <algorithm>
#include <tuple>

namespace nextplease {
namespace {

constexpr int kDaysAWeek = 7;

std::optional<double> share_of(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

bool passes(const SeenQuestion& question, const VisitFact& fact)
{
    return (!question.service || fact.service == *question.service)
        && (!question.desk || fact.desk == *question.desk)
        && (!question.booked || fact.booked == *question.booked)
        && (!question.weekday || VisitTable::weekday_of(fact.day) == *question.weekday);
}

class Tally {
public:
    void add(const VisitFact& fact)
    {
        ++figures_.visits;
        switch (fact.counted) {
        case Counted::Seen:
            ++figures_.seen;
            ++figures_.strict_of;
            figures_.within += fact.late ? 0 : 1;
            waits_.add(fact.wait);
            return;
        case Counted::LeftEarly:
        case Counted::LeftLate:
            ++figures_.left;
            break;
        case Counted::NoShow:
            ++figures_.no_show;
            break;
        case Counted::Unresolved:
            ++figures_.unresolved;
            break;
        case Counted::Waiting:
            ++figures_.waiting;
            break;
        }
        figures_.strict_of += fact.late ? 1 : 0; // whom we failed after the limit
    }
    bool empty() const { return figures_.visits == 0; }
    SeenFigures figures() const
    {
        SeenFigures figures = figures_;
        const Spread waited = waits_.spread();
        figures.median = waited.median_seconds;
        figures.p90 = waited.p90_seconds;
        figures.longest = waited.max_seconds;
        return figures;
    }

private:
    SeenFigures figures_;
    DurationCount waits_;
};

// The few with the longest waits, the longest first, and after them those who were left over.
class Longest {
public:
    Longest(const std::vector<VisitFact>& visits, std::size_t at_most)
        : visits_(visits)
        , at_most_(at_most)
    {
    }
    void add(std::size_t visit)
    {
        const auto longer = [this](std::size_t a, std::size_t b) { return is_longer(a, b); };
        if (heap_.size() == at_most_ && !longer(visit, heap_.front()))
            return;
        if (heap_.size() == at_most_) {
            std::pop_heap(heap_.begin(), heap_.end(), longer);
            heap_.pop_back();
        }
        heap_.push_back(visit);
        std::push_heap(heap_.begin(), heap_.end(), longer);
    }
    std::vector<std::size_t> visits()
    {
        std::sort_heap(
            heap_.begin(), heap_.end(), [this](std::size_t a, std::size_t b) { return is_longer(a, b); });
        return heap_;
    }

private:
    bool is_longer(std::size_t a, std::size_t b) const
    {
        const VisitFact& one = visits_[a];
        const VisitFact& other = visits_[b];
        const auto key = [](const VisitFact& fact) {
            return std::tuple(fact.counted == Counted::Unresolved, -fact.wait, fact.arrived);
        };
        return key(one) < key(other);
    }
    const std::vector<VisitFact>& visits_;
    std::size_t at_most_;
    std::vector<std::size_t> heap_; // the shortest of them in front
};

std::vector<SeenReport::Group> groups_of(std::vector<Tally>& tallies)
{
    std::vector<SeenReport::Group> groups;
    groups.reserve(tallies.size());
    for (std::size_t place = 0; place < tallies.size(); ++place) {
        if (!tallies[place].empty())
            groups.push_back({ static_cast<std::uint8_t>(place), tallies[place].figures() });
    }
    return groups;
}

using Trend = SeenQuestion::Trend;
using Days = SeenQuestion::Days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;

constexpr int kYear = 52 * kDaysAWeek; // so that weekdays meet their like

LocalDate first_of_month(LocalDate date, int later)
{
    return (year_month { date.year(), date.month() } + months { later }) / std::chrono::day { 1 };
}

LocalDate begin_of(Trend trend, LocalDate to, int back)
{
    switch (trend) {
    case Trend::Days:
        return add_days(to, -back);
    case Trend::Weeks:
        return add_days(to, 1 - iso_weekday(to) - back * kDaysAWeek);
    case Trend::Months:
        break;
    }
    return first_of_month(to, -back);
}

Days year_before(Trend trend, const Days& days)
{
    if (trend != Trend::Months)
        return { add_days(days.from, -kYear), add_days(days.to, -kYear) };
    const LocalDate first = first_of_month(days.from, -12);
    const LocalDate whole = add_days(first_of_month(first, 1), -1);
    const bool is_whole = days.to == add_days(first_of_month(days.from, 1), -1);
    const LocalDate so_far =
        add_days(first, static_cast<int>((sys_days { days.to } - sys_days { days.from }).count()));
    return { first, is_whole ? whole : std::min(whole, so_far) };
}

// Which stretch a day belongs to, for every day from the first to the last one.
class Places {
public:
    explicit Places(const std::vector<Days>& stretches)
        : first_(VisitTable::day_of(stretches.front().from))
        , places_(static_cast<std::size_t>(VisitTable::day_of(stretches.back().to)) + 1 - first_, kNone)
    {
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            for (std::size_t day = VisitTable::day_of(stretches[i].from);
                 day <= VisitTable::day_of(stretches[i].to); ++day)
                places_[day - first_] = static_cast<std::int8_t>(i);
        }
    }
    // Negative: none.
    int of(std::uint16_t day) const
    {
        return day < first_ || day >= first_ + places_.size() ? kNone : places_[day - first_];
    }

private:
    static constexpr std::int8_t kNone = -1;
    std::size_t first_;
    std::vector<std::int8_t> places_;
};

class Trends {
public:
    explicit Trends(const SeenQuestion& question)
        : now_(stretches(question))
        , before_(years_before(question.trend, now_))
        , stretches_(now_.size())
        , place_now_(now_)
        , place_before_(before_)
    {
        for (std::size_t i = 0; i < now_.size(); ++i)
            stretches_[i].days = now_[i];
    }
    // REQUIRES: it was seen.
    void add(const VisitFact& fact)
    {
        if (const int place = place_now_.of(fact.day); place >= 0)
            count(stretches_[static_cast<std::size_t>(place)].share, fact);
        if (const int place = place_before_.of(fact.day); place >= 0)
            count(stretches_[static_cast<std::size_t>(place)].year_before, fact);
    }
    std::vector<SeenReport::Stretch> take() { return std::move(stretches_); }

private:
    static std::vector<Days> stretches(const SeenQuestion& question)
    {
        std::vector<Days> all;
        const int count = stretches_of(question.trend);
        all.reserve(static_cast<std::size_t>(count));
        for (int back = count; back-- > 0;) {
            const LocalDate next =
                back == 0 ? add_days(question.to, 1) : begin_of(question.trend, question.to, back - 1);
            all.push_back({ begin_of(question.trend, question.to, back), add_days(next, -1) });
        }
        return all;
    }
    static std::vector<Days> years_before(Trend trend, const std::vector<Days>& stretches)
    {
        std::vector<Days> all;
        all.reserve(stretches.size());
        for (const Days& days : stretches)
            all.push_back(year_before(trend, days));
        return all;
    }
    static void count(SeenShare& share, const VisitFact& fact)
    {
        ++share.seen;
        share.within += fact.late ? 0 : 1;
    }

    std::vector<Days> now_, before_;
    std::vector<SeenReport::Stretch> stretches_;
    Places place_now_, place_before_;
};

} // namespace

std::optional<double> SeenFigures::share() const
{
    return share_of(within, seen);
}
std::optional<double> SeenFigures::strict() const
{
    return share_of(within, strict_of);
}
std::optional<double> SeenShare::share() const
{
    return share_of(within, seen);
}

SeenReport seen_report(const VisitTable& table, const SeenQuestion& question)
{
    SeenReport report;
    report.question = question;
    report.waits.assign(kMinutesShown + 1, 0);
    const std::vector<VisitFact>& visits = table.visits();
    const std::uint16_t from = VisitTable::day_of(question.from);
    const std::uint16_t to = VisitTable::day_of(question.to);
    Trends trends(question);
    Tally total, beside;
    std::vector<Tally> services(table.services().size()), desks(table.desks().size());
    std::vector<Tally> hours(24), weekdays(kDaysAWeek + 1);
    Longest longest(visits, 1); // of the seen
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const VisitFact& fact = visits[i];
        if (!passes(question, fact))
            continue;
        const bool seen = fact.counted == Counted::Seen;
        if (seen)
            trends.add(fact);
        if (question.beside && VisitTable::day_of(question.beside->from) <= fact.day
            && fact.day <= VisitTable::day_of(question.beside->to))
            beside.add(fact);
        if (fact.day < from || fact.day > to)
            continue;
        total.add(fact);
        services[fact.service].add(fact);
        hours[fact.hour].add(fact);
        const auto weekday = static_cast<std::size_t>(VisitTable::weekday_of(fact.day));
        weekdays[weekday].add(fact);
        desks[fact.desk].add(fact);
        if (!seen)
            continue;
        longest.add(i);
        report.waited_past += fact.late ? 1 : 0;
        ++report.waits[std::min<std::size_t>(static_cast<std::size_t>(fact.wait) / 60, kMinutesShown)];
        SeenShare& cell = report.by_hour[weekday - 1][fact.hour];
        ++cell.seen;
        cell.within += fact.late ? 0 : 1;
    }
    report.trend = trends.take();
    report.total = total.figures();
    report.beside = beside.figures();
    report.services = groups_of(services);
    report.desks = groups_of(desks);
    std::stable_partition(report.desks.begin(), report.desks.end(),
        [&](const SeenReport::Group& group) { return !table.desks()[group.place].empty(); });
    report.hours = groups_of(hours);
    report.weekdays = groups_of(weekdays);
    if (const auto found = longest.visits(); !found.empty())
        report.longest = found.front();
    return report;
}

VisitsBehind visits_behind(
    const VisitTable& table, const SeenQuestion& question, const Behind& behind, std::size_t at_most)
{
    VisitsBehind found;
    Longest longest(table.visits(), at_most);
    const Days days = behind.days.value_or(Days { question.from, question.to });
    const std::uint16_t from = VisitTable::day_of(days.from);
    const std::uint16_t to = VisitTable::day_of(days.to);
    const auto& visits = table.visits();
    const auto is_which = [&](const VisitFact& fact) {
        switch (behind.which) {
        case Behind::Which::All:
            return true;
        case Behind::Which::Seen:
            return fact.counted == Counted::Seen;
        case Behind::Which::PastLimit:
            return fact.counted == Counted::Seen && fact.late;
        case Behind::Which::Strict:
            return fact.counted == Counted::Seen || fact.late;
        case Behind::Which::Left:
            return fact.counted == Counted::LeftEarly || fact.counted == Counted::LeftLate;
        }
        return true;
    };
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const VisitFact& fact = visits[i];
        const bool here = from <= fact.day && fact.day <= to && passes(question, fact) && is_which(fact)
            && (!behind.service || fact.service == *behind.service)
            && (!behind.desk || fact.desk == *behind.desk)
            && (!behind.weekday || VisitTable::weekday_of(fact.day) == *behind.weekday)
            && (!behind.hour || fact.hour == *behind.hour)
            && (!behind.from_seconds || fact.wait >= *behind.from_seconds)
            && (!behind.to_seconds || fact.wait < *behind.to_seconds);
        if (!here)
            continue;
        ++found.count;
        longest.add(i);
    }
    found.visits = longest.visits();
    return found;
}

} // namespace nextplease
