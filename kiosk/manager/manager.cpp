#include "kiosk/manager/manager.h"

#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "text_keys.h"

#include <algorithm>
#include <array>

namespace nextplease::manager {
namespace {

using Span = SeenQuestion::Days;

constexpr std::array kDaysTexts { Text::ManagerDaysToday, Text::ManagerDaysWeek, Text::ManagerDaysMonth,
    Text::ManagerDaysLastMonth, Text::ManagerDaysQuarter, Text::ManagerDaysLastQuarter, Text::ManagerDaysYear,
    Text::ManagerDaysLastYear, Text::ManagerDaysTwelve, Text::ManagerDaysAll };
static_assert(kDaysTexts.size() == kDaysChoices);

constexpr Seconds kRefreshEvery { 30 };
constexpr int kFirstYear = 1990;

LocalDate first_of_month(LocalDate date, int months)
{
    return (std::chrono::year_month { date.year(), date.month() } + std::chrono::months { months })
        / std::chrono::day { 1 };
}
LocalDate first_of_quarter(LocalDate date, int quarters)
{
    const int back = static_cast<int>((unsigned { date.month() } - 1) % 3);
    return first_of_month(date, 3 * quarters - back);
}
LocalDate year_before(LocalDate date)
{
    const LocalDate same = (date.year() - std::chrono::years { 1 }) / date.month() / date.day();
    return same.ok() ? same
                     : add_days(first_of_month(same.year() / same.month() / std::chrono::day { 1 }, 1), -1);
}

} // namespace

Span days_of(Days days, LocalDate today)
{
    switch (days) {
    case Days::Today:
        return { today, today };
    case Days::ThisWeek:
        return { add_days(today, 1 - iso_weekday(today)), today };
    case Days::ThisMonth:
        return { first_of_month(today, 0), today };
    case Days::LastMonth:
        return { first_of_month(today, -1), add_days(first_of_month(today, 0), -1) };
    case Days::ThisQuarter:
        return { first_of_quarter(today, 0), today };
    case Days::LastQuarter:
        return { first_of_quarter(today, -1), add_days(first_of_quarter(today, 0), -1) };
    case Days::ThisYear:
        return { today.year() / std::chrono::January / 1, today };
    case Days::LastYear: {
        const auto year = today.year() - std::chrono::years { 1 };
        return { year / std::chrono::January / 1, year / std::chrono::December / 31 };
    }
    case Days::TwelveMonths:
        return { first_of_month(today, -12), add_days(first_of_month(today, 0), -1) };
    case Days::All:
        break;
    }
    return { std::chrono::year { kFirstYear } / std::chrono::January / 1, today };
}

std::optional<Span> beside_of(Beside beside, Days days, LocalDate today)
{
    if (beside == Beside::Nothing || days == Days::All)
        return std::nullopt;
    const Span asked = days_of(days, today);
    if (beside == Beside::YearBefore)
        return Span { year_before(asked.from), year_before(asked.to) };
    switch (days) {
    case Days::Today:
        return Span { add_days(today, -7), add_days(today, -7) }; // the same weekday
    case Days::ThisWeek:
        return Span { add_days(asked.from, -7), add_days(asked.from, -1) };
    case Days::ThisMonth:
    case Days::LastMonth:
        return Span { first_of_month(asked.from, -1), add_days(asked.from, -1) };
    case Days::ThisQuarter:
    case Days::LastQuarter:
        return Span { first_of_month(asked.from, -3), add_days(asked.from, -1) };
    default:
        return Span { first_of_month(asked.from, -12), add_days(asked.from, -1) };
    }
}

Manager::Manager(const Configuration& configuration, app::Commands& commands, const Language& language)
    : configuration_(configuration)
    , commands_(commands)
    , words_(nextplease::words(language))
    , table_(std::make_shared<VisitTable>(configuration))
{
}

void Manager::show(std::shared_ptr<const Snapshot> snapshot)
{
    const bool new_day = snapshot_ && snapshot_->local.date != snapshot->local.date;
    snapshot_ = std::move(snapshot);
    const bool old = snapshot_->now - refreshed_ >= kRefreshEvery;
    if (!snapshot_->cut_off && (!begun_ || new_day || old)) {
        refreshed_ = snapshot_->now;
        ask();
    }
    prepare();
}

bool Manager::changed()
{
    return std::exchange(changed_, false);
}

SeenQuestion Manager::question() const
{
    const LocalDate today = snapshot_->local.date;
    const Span days = days_of(choice_.days, today);
    return { .from = days.from,
        .to = days.to,
        .service = choice_.service,
        .desk = choice_.desk,
        .weekday = choice_.weekday,
        .beside = beside_of(choice_.beside, choice_.days, today) };
}

void Manager::failed(const std::string& why)
{
    failed_ = why;
    begun_ = false; // tried again with the next picture of the room
    prepare();
}

// Today is read anew each time; what went before, once. The first answer needs the weeks that are shown and
// the days that they are compared with; the years before them follow when that answer is on the screen.
void Manager::ask()
{
    const bool first = !std::exchange(begun_, true);
    const SeenQuestion asked = question();
    const LocalDate today = snapshot_->local.date;
    LocalDate from = add_days(today, -7 * kWeeks);
    from = std::min(from, asked.from);
    if (asked.beside)
        from = std::min(from, asked.beside->from);
    const std::int64_t number = ++asked_;
    commands_.submit(
        [this, table = table_, asked, first, from, today, number](
            Reception& reception) -> app::Commands::Then {
            table->load(reception.store(), first ? from : today, today, reception.now());
            auto answer = std::make_shared<SeenAnswer>();
            answer->report = seen_report(*table, asked);
            answer->services = table->services();
            answer->desks = table->desks();
            if (!answer->report.worst.empty()) {
                const VisitFact& fact = table->visits()[answer->report.worst.front()];
                answer->longest =
                    VisitLine { VisitTable::instant_of(fact.arrived), table->services()[fact.service],
                        table->desks()[fact.desk], Seconds { fact.wait }, fact.counted, fact.late };
            }
            return [this, answer, number] {
                if (number != asked_)
                    return; // another question was asked meanwhile
                seen_ = std::move(*answer);
                failed_.clear();
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
    if (first)
        read_the_rest();
}

void Manager::read_the_rest()
{
    const LocalDate before = add_days(std::min(add_days(snapshot_->local.date, -7 * kWeeks),
                                          beside_of(choice_.beside, choice_.days, snapshot_->local.date)
                                              .value_or(days_of(choice_.days, snapshot_->local.date))
                                              .from),
        -1);
    commands_.submit(
        [table = table_, before](Reception& reception) -> app::Commands::Then {
            table->load(reception.store(), std::nullopt, before, reception.now());
            return [] {};
        },
        [this](const std::string& why) { failed(why); });
}

void Manager::ask_published()
{
    if (std::exchange(asked_published_, true) || !snapshot_ || snapshot_->cut_off)
        return;
    commands_.submit(
        [this](Reception& reception) -> app::Commands::Then {
            const Configuration& configuration = reception.configuration();
            const LocalDate today = reception.today();
            const ReportingPeriod period = last_period(configuration, today);
            const LocalDate year = first_of_month(today, -12);
            auto answer = std::make_shared<PublishedAnswer>();
            answer->indicators = indicator_report(reception.store(), configuration, period, reception.now());
            answer->contacts = contact_report(
                reception.store(), configuration, { period.first(), period.last(), ContactGrouping::None });
            answer->feedback = satisfaction_report(
                reception.store(), configuration, { year, today, FeedbackGrouping::Month });
            answer->estimate = estimate_report(
                reception.store(), configuration, { period.first(), period.last(), EstimateGrouping::None });
            return [this, answer] {
                published_ = std::move(*answer);
                prepare();
            };
        },
        [this](const std::string& why) {
            asked_published_ = false;
            failed(why);
        });
}

// ---- What is pressed ----

void Manager::show_tab(Tab tab)
{
    tab_ = tab;
    open_.reset();
    behind_.reset();
    if (tab == Tab::Published)
        ask_published();
    prepare();
}

void Manager::open_menu(Menu menu)
{
    open_ = open_ == menu ? std::nullopt : std::optional(menu);
    prepare();
}

void Manager::close()
{
    if (open_)
        open_.reset();
    else
        behind_.reset();
    prepare();
}

void Manager::choose(const Choice& choice)
{
    choice_ = choice;
    open_.reset();
    behind_.reset();
    if (snapshot_ && !snapshot_->cut_off)
        ask();
    prepare();
}

void Manager::choose(int item)
{
    if (!open_ || item < 0 || item >= static_cast<int>(menu_items(*open_).size()))
        return;
    Choice choice = choice_;
    const std::vector<std::uint8_t> known = places(*open_);
    const auto place = item == 0 || item > static_cast<int>(known.size())
        ? std::nullopt
        : std::optional(known.at(static_cast<std::size_t>(item - 1)));
    switch (*open_) {
    case Menu::Days:
        choice.days = static_cast<Days>(item);
        break;
    case Menu::Service:
        choice.service = place;
        break;
    case Menu::Desk:
        choice.desk = place;
        break;
    case Menu::Weekday:
        choice.weekday = item == 0 ? std::nullopt : std::optional(item);
        break;
    case Menu::Beside:
        choice.beside = static_cast<Beside>(item);
        break;
    }
    choose(choice);
}

void Manager::open(const Behind& behind, std::string title)
{
    if (!seen_)
        return;
    commands_.submit(
        [this, table = table_, asked = seen_->report.question, behind, title = std::move(title)](
            Reception&) -> app::Commands::Then {
            auto answer = std::make_shared<BehindAnswer>();
            answer->behind = behind;
            answer->title = title;
            const VisitsBehind found = visits_behind(*table, asked, behind);
            answer->count = found.count;
            answer->visits.reserve(found.visits.size());
            for (const std::size_t visit : found.visits) {
                const VisitFact& fact = table->visits()[visit];
                answer->visits.push_back(
                    { VisitTable::instant_of(fact.arrived), table->services()[fact.service],
                        table->desks()[fact.desk], Seconds { fact.wait }, fact.counted, fact.late });
            }
            return [this, answer] {
                behind_ = std::move(*answer);
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
}

void Manager::open_week(int index)
{
    if (!seen_ || index < 0 || index >= static_cast<int>(seen_->report.weeks.size()))
        return;
    const LocalDate monday = seen_->report.weeks.at(static_cast<std::size_t>(index)).monday;
    Behind behind;
    behind.which = Behind::Which::Seen;
    behind.monday = monday;
    open(behind, words_.say(Text::ManagerBehindWeek, { { "day", short_date(monday, words_) } }));
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
    const bool by_desk = seen_->report.question.service.has_value();
    const auto& groups = by_desk ? seen_->report.desks : seen_->report.services;
    Behind behind;
    if (row < 0)
        return open(behind, words_.say(Text::ManagerAll));
    if (row >= static_cast<int>(groups.size()))
        return;
    const std::uint8_t place = groups.at(static_cast<std::size_t>(row)).place;
    (by_desk ? behind.desk : behind.service) = place;
    open(behind,
        by_desk ? name_of(DeskCode(seen_->desks.at(place)), words_, configuration_)
                : name_of(ServiceCode(seen_->services.at(place)), words_, configuration_));
}

void Manager::open_late()
{
    Behind behind;
    behind.which = Behind::Which::PastLimit;
    open(behind, words_.say(Text::ManagerBehindLate));
}

void Manager::open_visit(int row)
{
    if (!behind_ || row < 0 || row >= static_cast<int>(behind_->visits.size()))
        return;
    const VisitLine line = behind_->visits.at(static_cast<std::size_t>(row));
    commands_.submit(
        [this, row, line](Reception& reception) -> app::Commands::Then {
            auto story = std::make_shared<std::vector<Event>>();
            auto number = std::make_shared<TicketNumber>();
            reception.store().read([&](Records& records) {
                std::optional<Visit> found;
                records.each_visit({ line.arrived, line.arrived + Seconds { 1 } }, [&](const Visit& visit) {
                    const ServiceCode& seen = visit.seen ? visit.seen_service : visit.service;
                    if (!found || seen.text() == line.service)
                        found = visit;
                });
                if (!found)
                    return;
                *story = records.events_of(found->id);
                *number = found->number;
            });
            return [this, row, story, number] {
                if (!behind_ || row >= static_cast<int>(behind_->visits.size()))
                    return;
                behind_->chosen = row;
                behind_->story = std::move(*story);
                behind_->number = *number;
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
}

// ---- What is shown ----

std::string Manager::days_words(const Span& days) const
{
    const bool whole_month =
        unsigned { days.from.day() } == 1 && days.to == add_days(first_of_month(days.from, 1), -1);
    return whole_month ? month_long(days.from, words_) : days_long(days.from, days.to, words_);
}

std::vector<std::uint8_t> Manager::places(Menu menu) const
{
    std::vector<std::uint8_t> found;
    if (!seen_ || (menu != Menu::Service && menu != Menu::Desk))
        return found;
    const auto& names = menu == Menu::Service ? seen_->services : seen_->desks;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].empty()) // nobody's desk
            found.push_back(static_cast<std::uint8_t>(i));
    }
    return found;
}

std::vector<MenuItem> Manager::menu_items(Menu menu) const
{
    std::vector<MenuItem> items;
    const auto add = [&](std::string label, bool chosen) { items.push_back({ std::move(label), chosen }); };
    switch (menu) {
    case Menu::Days:
        for (int i = 0; i < kDaysChoices; ++i)
            add(words_.say(kDaysTexts.at(static_cast<std::size_t>(i))), choice_.days == static_cast<Days>(i));
        break;
    case Menu::Service:
    case Menu::Desk: {
        const bool service = menu == Menu::Service;
        const auto& chosen = service ? choice_.service : choice_.desk;
        add(words_.say(service ? Text::ManagerAllServices : Text::ManagerAllDesks), !chosen);
        for (const std::uint8_t place : places(menu))
            add(service ? name_of(ServiceCode(seen_->services.at(place)), words_, configuration_)
                        : name_of(DeskCode(seen_->desks.at(place)), words_, configuration_),
                chosen == place);
        break;
    }
    case Menu::Weekday:
        add(words_.say(Text::ManagerAllWeekdays), !choice_.weekday);
        for (int weekday = 1; weekday <= 7; ++weekday)
            add(weekday_short(weekday, words_), choice_.weekday == weekday);
        break;
    case Menu::Beside:
        add(words_.say(Text::ManagerBesideNothing), choice_.beside == Beside::Nothing);
        add(words_.say(Text::ManagerBesideBefore), choice_.beside == Beside::Before);
        add(words_.say(Text::ManagerBesideYear), choice_.beside == Beside::YearBefore);
        break;
    }
    return items;
}

void Manager::prepare()
{
    changed_ = true;
    if (!snapshot_)
        return;
    const LocalDate today = snapshot_->local.date;
    const Scene scene { configuration_, words_, today };
    view_.product = words_.say(Text::DeskProduct);
    view_.site = words_in(configuration_.site, words_.language(), configuration_.languages);
    view_.now = short_date(today, words_) + ", " + clock_face(snapshot_->local.since_midnight);
    view_.tabs = { words_.say(Text::ManagerTabSeen), words_.say(Text::ManagerTabLive),
        words_.say(Text::ManagerTabPublished) };
    view_.tab = tab_;
    view_.open = open_;
    view_.menu = open_ ? menu_items(*open_) : std::vector<MenuItem> {};
    const auto label_of = [&](Menu menu) {
        for (const MenuItem& item : menu_items(menu)) {
            if (item.chosen)
                return item.label;
        }
        return std::string();
    };
    const auto beside = beside_of(choice_.beside, choice_.days, today);
    view_.chips = { { Menu::Days,
                        choice_.days == Days::All ? label_of(Menu::Days)
                                                  : days_words(days_of(choice_.days, today)) },
        { Menu::Service, label_of(Menu::Service) }, { Menu::Desk, label_of(Menu::Desk) },
        { Menu::Weekday, label_of(Menu::Weekday) },
        { Menu::Beside,
            beside ? words_.say(Text::ManagerCompare, { { "days", days_words(*beside) } })
                   : words_.say(Text::ManagerBesideNothing) } };
    view_.waiting = failed_;
    if (view_.waiting.empty() && ((tab_ == Tab::Seen && !seen_) || (tab_ == Tab::Published && !published_)))
        view_.waiting = words_.say(Text::ManagerReading);
    if (seen_) {
        const auto& asked = seen_->report.question.beside;
        view_.seen = prepare_seen(*seen_, scene, asked ? days_words(*asked) : "");
    }
    view_.live = prepare_live(*snapshot_, scene);
    if (published_)
        view_.published = prepare_published(*published_, scene);
    view_.behind = behind_ ? std::optional(prepare_behind(*behind_, scene)) : std::nullopt;
}

} // namespace nextplease::manager
