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

// Of the ticket; empty: it has none, as one of another system's log.
std::string ticket_number(Store& store, Instant arrived, int among)
{
    const Period second { arrived, arrived + Seconds { 1 } };
    std::vector<std::pair<VisitId, std::string>> numbers;
    store.scan_numbered(
        second, [&](const VisitRow& row) { numbers.emplace_back(row.id, std::string(row.number)); });
    if (numbers.size() == 1)
        return numbers.front().second;
    // Of several, the one that the table counts so: it was read by scan().
    std::optional<VisitId> wanted;
    int place = 0;
    store.scan(second, [&](const VisitRow& row) {
        if (place++ == among)
            wanted = row.id;
    });
    for (const auto& [id, number] : numbers) {
        if (wanted == id)
            return number;
    }
    return {};
}

void add_visits(BehindAnswer& answer, const VisitTable& table, Store& store, const VisitsBehind& found)
{
    answer.count = found.count;
    answer.visits.clear();
    answer.visits.reserve(found.visits.size());
    for (const std::size_t visit : found.visits) {
        const VisitFact& fact = table.visits()[visit];
        const Instant arrived = VisitTable::instant_of(fact.arrived);
        const int among = among_its_second(table, visit);
        answer.visits.push_back({ arrived, table.services()[fact.service], table.desks()[fact.desk],
            Seconds { fact.wait }, fact.counted, fact.late, among, ticket_number(store, arrived, among) });
    }
}

} // namespace

void Manager::open_list(BehindAnswer head, ReadList read, Opening::First first)
{
    read_list_ = std::move(read);
    list_length_ = kVisitsAtOnce;
    pages_.erase("visit");
    const std::int64_t number = ++list_number_;
    commands_.submit(
        [this, head = std::move(head), read = read_list_, number, first](
            Reception& reception) -> app::Commands::Then {
            auto answer = std::make_shared<BehindAnswer>(head);
            read(reception, *answer, kVisitsAtOnce);
            return [this, answer, number, first] {
                if (number != list_number_)
                    return; // another one was opened meanwhile
                behind_ = std::move(*answer);
                prepare();
                if (first == Opening::First::Open)
                    open_visit(0);
            };
        },
        [this](const std::string& why) { failed(why); });
}

void Manager::read_on()
{
    if (!behind_ || !read_list_
        || static_cast<std::int64_t>(behind_->visits.size() + behind_->found.size()) >= behind_->count)
        return;
    list_length_ += kVisitsAtOnce;
    commands_.submit(
        [this, read = read_list_, most = list_length_, number = list_number_](
            Reception& reception) -> app::Commands::Then {
            auto answer = std::make_shared<BehindAnswer>();
            read(reception, *answer, most);
            return [this, answer, number] {
                if (!behind_ || number != list_number_)
                    return;
                behind_->count = answer->count;
                behind_->visits = std::move(answer->visits);
                behind_->found = std::move(answer->found);
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
}

// The period and the filters, and in which order the list is.
std::string Manager::about_words(const SeenQuestion& asked, const Behind& behind) const
{
    const SeenQuestion::Days days = behind.days.value_or(SeenQuestion::Days { asked.from, asked.to });
    const bool all = days.from == days_of(Days::All, days.to).from;
    std::string about = all ? words_.say(Text::ManagerDaysAll) : days_words(days);
    if (seen_ && asked.service)
        about += ", " + name_of(ServiceCode(seen_->services.at(*asked.service)), words_, configuration_);
    if (seen_ && asked.desk)
        about += ", " + name_of(DeskCode(seen_->desks.at(*asked.desk)), words_, configuration_);
    if (asked.booked)
        about += ", " + words_.say(*asked.booked ? Text::ManagerKindBooked : Text::ManagerKindWalkIn);
    if (asked.weekday)
        about += ", " + weekday_short(*asked.weekday, words_);
    return about + " · "
        + words_.say(behind.which == Behind::Which::All || behind.which == Behind::Which::Strict
                ? Text::ManagerBehindOrderAll
                : Text::ManagerBehindOrder);
}

void Manager::open(const Behind& behind, std::string title, std::optional<Choice> choose)
{
    if (!seen_)
        return;
    BehindAnswer head { .title = std::move(title) };
    head.choose = std::move(choose);
    open(seen_->report.question, behind, std::move(head), Opening::First::Listed);
}

void Manager::open(const SeenQuestion& asked, const Behind& behind, BehindAnswer head, Opening::First first)
{
    head.about = about_words(asked, behind);
    open_list(
        std::move(head),
        [table = table_, asked, behind](Reception& reception, BehindAnswer& answer, std::size_t at_most) {
            add_visits(answer, *table, reception.store(), visits_behind(*table, asked, behind, at_most));
        },
        first);
}

void Manager::open_stretch(int index)
{
    if (!seen_ || index < 0 || index >= static_cast<int>(seen_->report.trend.size()))
        return;
    const SeenQuestion::Trend trend = seen_->report.question.trend;
    const SeenQuestion::Days days = seen_->report.trend.at(static_cast<std::size_t>(index)).days;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.days = days;
    open(
        behind, stretch_title(trend, days, words_), chosen(choice_, trend, days.from, snapshot_->local.date));
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
    open(behind, hour_title(*behind.weekday, *behind.hour, words_));
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
    open(behind, wait_title(bin, last, words_));
}

std::optional<Behind> Manager::behind_row(int row) const
{
    if (!seen_)
        return std::nullopt;
    const By by = choice_.told_by();
    const auto& groups = groups_of(seen_->report, by);
    Behind behind;
    if (row < 0)
        return behind;
    if (row >= static_cast<int>(groups.size()))
        return std::nullopt;
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
    return behind;
}

// REQUIRES: there is such a row.
std::string Manager::row_title(int row) const
{
    if (row < 0)
        return words_.say(Text::ManagerAll);
    const By by = choice_.told_by();
    return group_name(*seen_, by, groups_of(seen_->report, by).at(static_cast<std::size_t>(row)).place,
        { configuration_, words_, snapshot_->local.date });
}

void Manager::open_row(int row)
{
    if (const auto behind = behind_row(row))
        open(*behind, row_title(row));
}

void Manager::open_left(int row)
{
    auto behind = behind_row(row);
    if (!behind)
        return;
    behind->which = Behind::Which::Left;
    open(*behind, area_words(row_title(row), words_.say(Text::ManagerColumnLeft), words_));
}

void Manager::open_seen()
{
    Behind behind;
    behind.which = Behind::Which::Seen;
    open(behind, view_.seen.headline.title);
}

void Manager::open_strict()
{
    if (!seen_)
        return;
    Behind behind;
    behind.which = Behind::Which::Strict;
    open(seen_->report.question, behind,
        { .title = view_.seen.headline.title, .means = { view_.seen.headline.strict_words } },
        Opening::First::Listed);
}

void Manager::open_longest()
{
    if (!seen_)
        return;
    Behind behind;
    behind.which = Behind::Which::Seen;
    open(seen_->report.question, behind, { .title = view_.seen.waits.title }, Opening::First::Open);
}

void Manager::open_beside()
{
    if (!seen_ || !seen_->report.question.beside)
        return;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.days = seen_->report.question.beside;
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
