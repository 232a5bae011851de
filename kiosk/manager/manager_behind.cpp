// The visits behind a figure, and what happened in one of them.
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/manager.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_charts.h"
#include "text_keys.h"

namespace nextplease::manager {
namespace {

// How many of the table came in the same second, and stand before that one: those of a day stand together.
int among_its_second(const VisitTable& table, std::size_t visit)
{
    const auto& visits = table.visits();
    int before = 0;
    for (std::size_t i = visit; i > 0 && visits[i - 1].day == visits[visit].day; --i)
        before += visits[i - 1].arrived == visits[visit].arrived ? 1 : 0;
    return before;
}

} // namespace

void Manager::open(const Behind& behind, std::string title)
{
    if (seen_)
        open(seen_->report.question, behind, std::move(title), {});
}

void Manager::open(
    const SeenQuestion& asked, const Behind& behind, std::string title, std::vector<std::string> means)
{
    commands_.submit(
        [this, table = table_, asked, behind, title = std::move(title), means = std::move(means)](
            Reception&) -> app::Commands::Then {
            auto answer = std::make_shared<BehindAnswer>();
            answer->title = title;
            answer->means = means;
            const VisitsBehind found = visits_behind(*table, asked, behind);
            answer->count = found.count;
            answer->visits.reserve(found.visits.size());
            for (const std::size_t visit : found.visits) {
                const VisitFact& fact = table->visits()[visit];
                answer->visits.push_back({ VisitTable::instant_of(fact.arrived),
                    table->services()[fact.service], table->desks()[fact.desk], Seconds { fact.wait },
                    fact.counted, fact.late, among_its_second(*table, visit) });
            }
            return [this, answer] {
                behind_ = std::move(*answer);
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
}

void Manager::open_stretch(int index)
{
    if (!seen_ || index < 0 || index >= static_cast<int>(seen_->report.trend.size()))
        return;
    const SeenQuestion::Days days = seen_->report.trend.at(static_cast<std::size_t>(index)).days;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.days = days;
    switch (seen_->report.question.trend) {
    case SeenQuestion::Trend::Days:
        return open(behind, words_.say(Text::ManagerBehindDay, { { "day", short_date(days.from, words_) } }));
    case SeenQuestion::Trend::Weeks:
        return open(
            behind, words_.say(Text::ManagerBehindWeek, { { "day", short_date(days.from, words_) } }));
    case SeenQuestion::Trend::Months:
        return open(
            behind, words_.say(Text::ManagerBehindMonth, { { "month", month_long(days.from, words_) } }));
    }
}

void Manager::open_hour(int row, int column)
{
    if (!seen_)
        return;
    const HeatPlaces places = heat_places(seen_->report);
    if (row < 0 || column < 0 || row >= static_cast<int>(places.weekdays.size())
        || column >= static_cast<int>(places.hours.size()))
        return;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.weekday = places.weekdays.at(static_cast<std::size_t>(row));
    behind.hour = places.hours.at(static_cast<std::size_t>(column));
    open(behind,
        words_.say(Text::ManagerBehindHour,
            { { "weekday", weekday_short(*behind.weekday, words_) },
                { "time", clock_face(std::chrono::hours { *behind.hour }) } }));
}

void Manager::open_wait(int bin)
{
    if (bin < 0)
        return;
    constexpr std::int64_t kMinute = 60;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.from_seconds = bin * kMinute;
    const bool last =
        !view_.seen.waits.drawing.areas.empty() && bin == view_.seen.waits.drawing.areas.back().index;
    if (!last)
        behind.to_seconds = (bin + 1) * kMinute;
    open(behind, words_.say(Text::ManagerBehindWait, { { "minutes", static_cast<long>(bin) } }));
}

void Manager::open_row(int row)
{
    if (!seen_)
        return;
    const By by = choice_.told_by();
    const auto& groups = groups_of(seen_->report, by);
    Behind behind;
    if (row < 0)
        return open(behind, words_.say(Text::ManagerAll));
    if (row >= static_cast<int>(groups.size()))
        return;
    const std::uint8_t place = groups.at(static_cast<std::size_t>(row)).place;
    switch (by) {
    case By::Service:
        behind.service = place;
        break;
    case By::Desk:
        behind.desk = place;
        break;
    case By::Hour:
        behind.hour = place;
        break;
    case By::Weekday:
        behind.weekday = place;
        break;
    }
    open(behind, group_name(*seen_, by, place, { configuration_, words_, snapshot_->local.date }));
}

void Manager::open_seen()
{
    Behind behind;
    behind.which = Behind::Which::Seen;
    open(behind, view_.seen.headline.title);
}

void Manager::open_late()
{
    Behind behind;
    behind.which = Behind::Which::PastLimit;
    open(behind, words_.say(Text::ManagerBehindLate));
}

void Manager::open_visit(int row)
{
    if (!behind_ || row < 0)
        return;
    const auto place = static_cast<std::size_t>(row);
    Finding wanted;
    if (place < behind_->visits.size()) {
        wanted.at = behind_->visits[place].arrived;
        wanted.among = behind_->visits[place].among;
    } else if (place < behind_->found.size())
        wanted = behind_->found[place];
    else
        return;
    commands_.submit(
        [this, row, wanted](Reception& reception) -> app::Commands::Then {
            auto told = std::make_shared<Told>(read_story(reception.store(), wanted));
            return [this, row, told] {
                if (!behind_)
                    return;
                behind_->chosen = row;
                behind_->story = story_words(*told, { configuration_, words_, snapshot_->local.date });
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
}

} // namespace nextplease::manager
