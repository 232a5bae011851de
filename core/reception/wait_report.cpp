#include "core/reception/wait_report.h"

#include "core/reception/local_wall.h"
#include "core/reception/row_times.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 7> kGroupingWords { "", "service", "desk", "hour", "weekday", "day",
    "month" };

// A tally that knows whether one limit held for all of it.
class GroupTally {
public:
    explicit GroupTally(Instant now)
        : tally_(Seconds { 0 }, now)
    {
    }
    void add(const VisitTimes& visit, Seconds limit)
    {
        tally_.add(visit, limit);
        lowest_ = std::min(lowest_, limit);
        highest_ = std::max(highest_, limit);
    }
    WaitGroup group(std::string key)
    {
        return { std::move(key), lowest_ == highest_ ? std::optional(lowest_) : std::nullopt,
            tally_.figures() };
    }

private:
    WaitTally tally_;
    Seconds lowest_ = Seconds::max();
    Seconds highest_ = Seconds::min();
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// Number of a group by time: it sorts as time does.
long time_number(Grouping by, Instant wall)
{
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    switch (by) {
    case Grouping::Hour:
        return std::chrono::floor<std::chrono::hours>(wall - day).count();
    case Grouping::Weekday:
        return static_cast<long>(std::chrono::weekday { day }.iso_encoding());
    case Grouping::Day:
        return day.time_since_epoch().count();
    case Grouping::Month: {
        const LocalDate date { day };
        return static_cast<int>(date.year()) * 12L + static_cast<long>(static_cast<unsigned>(date.month()))
            - 1;
    }
    case Grouping::None:
    case Grouping::Service:
    case Grouping::Desk:
        break;
    }
    return 0;
}

std::string time_key(Grouping by, long number)
{
    if (by == Grouping::Hour)
        return fmt::format("{:02}", number);
    if (by == Grouping::Day)
        return to_iso(LocalDate { std::chrono::sys_days { std::chrono::days { number } } });
    if (by == Grouping::Month)
        return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
    return std::to_string(number);
}

// Place of a code among those of kiosk.conf; unknown ones after all, and "" last.
template <class Known>
std::size_t place_of(const std::string& code, const std::vector<Known>& known)
{
    if (code.empty())
        return known.size() + 1;
    const auto at =
        std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.code.text() == code; });
    return static_cast<std::size_t>(at - known.begin());
}

// Sorts the visits of a scan into groups.
class Sorter {
public:
    Sorter(const Configuration& configuration, const WaitQuestion& question, Instant now)
        : configuration_(configuration)
        , question_(question)
        , now_(now)
        , local_(configuration.zone)
        , total_(now)
    {
    }

    void add(const VisitRow& row)
    {
        const VisitTimes times = times_of(row);
        const Seconds limit = question_.limit ? *question_.limit : limit_of(row.service);
        total_.add(times, limit);
        switch (question_.by) {
        case Grouping::None:
            break;
        case Grouping::Service:
            by_name(row.service).add(times, limit);
            break;
        case Grouping::Desk:
            by_name(row.desk).add(times, limit);
            break;
        case Grouping::Hour:
        case Grouping::Weekday:
        case Grouping::Day:
        case Grouping::Month:
            by_time(time_number(question_.by, local_.wall(row.arrived))).add(times, limit);
            break;
        }
    }

    WaitReport report()
    {
        WaitReport report { question_, configuration_.zone.name(), total_.group(""), {} };
        if (report.question.limit)
            report.total.limit = report.question.limit; // also where there were no visits
        else if (report.total.figures.visits == 0)
            report.total.limit.reset();
        for (auto& [name, tally] : names_)
            report.groups.push_back(tally.group(name));
        for (auto& [number, tally] : times_)
            report.groups.push_back(tally.group(time_key(question_.by, number)));
        put_in_order(report.groups);
        return report;
    }

private:
    Seconds limit_of(std::string_view service)
    {
        if (last_limit_ && last_limit_->first == service)
            return last_limit_->second;
        auto known = limits_.find(service);
        if (known == limits_.end()) {
            const Service* found = configuration_.office.find(ServiceCode(std::string(service)));
            known = limits_.emplace(service, found ? found->limit : configuration_.limit).first;
        }
        last_limit_ = { known->first, known->second };
        return known->second;
    }

    GroupTally& by_name(std::string_view name)
    {
        if (const auto known = names_.find(name); known != names_.end())
            return known->second;
        return names_.emplace(std::string(name), GroupTally(now_)).first->second;
    }

    GroupTally& by_time(long number) { return times_.try_emplace(number, now_).first->second; }

    void put_in_order(std::vector<WaitGroup>& groups) const
    {
        const auto place = [&](const WaitGroup& group) {
            return question_.by == Grouping::Service ? place_of(group.key, configuration_.office.services)
                                                     : place_of(group.key, configuration_.office.desks);
        };
        if (question_.by != Grouping::Service && question_.by != Grouping::Desk)
            return; // times are in order
        std::sort(groups.begin(), groups.end(), [&](const WaitGroup& a, const WaitGroup& b) {
            return std::pair(place(a), a.key) < std::pair(place(b), b.key);
        });
    }

    const Configuration& configuration_;
    const WaitQuestion& question_;
    Instant now_;
    LocalWall local_;
    GroupTally total_;
    ByText<GroupTally> names_;
    std::map<long, GroupTally> times_;
    ByText<Seconds> limits_;
    std::optional<std::pair<std::string_view, Seconds>> last_limit_; // its text lies in limits_
};

} // namespace

std::string_view word(Grouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<Grouping> grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<Grouping>(at - kGroupingWords.begin());
}

WaitReport wait_report(
    Store& store, const Configuration& configuration, const WaitQuestion& question, Instant now)
{
    Sorter sorter(configuration, question, now);
    store.scan(
        configuration.zone.days(question.from, question.to), [&](const VisitRow& row) { sorter.add(row); });
    return sorter.report();
}

} // namespace nextplease
