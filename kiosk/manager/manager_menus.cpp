// The row of filters and its menus.
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/manager.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/manager/seen_charts.h"
#include "text_keys.h"

#include <array>

namespace nextplease::manager {
namespace {

constexpr std::array kDaysTexts { Text::ManagerDaysToday, Text::ManagerDaysWeek, Text::ManagerDaysMonth,
    Text::ManagerDaysLastMonth, Text::ManagerDaysQuarter, Text::ManagerDaysLastQuarter, Text::ManagerDaysYear,
    Text::ManagerDaysLastYear, Text::ManagerDaysTwelve, Text::ManagerDaysAll };
static_assert(kDaysTexts.size() == kDaysChoices);

// Of the published figures and of complaints, that the menu offers; earlier ones are reached one by one.
constexpr int kPeriodsListed = 13, kYearsListed = 3;

} // namespace

std::string Manager::days_words(const SeenQuestion::Days& days) const
{
    const bool whole_month = unsigned { days.from.day() } == 1
        && add_days(days.to, 1).month() != days.to.month() && days.from.month() == days.to.month()
        && days.from.year() == days.to.year();
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
        if (tab_ == Tab::Published || tab_ == Tab::Complaints) {
            const bool published = tab_ == Tab::Published;
            for (int back = 0; back < (published ? kPeriodsListed : kYearsListed); ++back) {
                const ReportingPeriod period = published_period(back);
                add(days_words(published ? SeenQuestion::Days { period.first(), period.last() }
                                         : complaints_days(back)),
                    back == (published ? published_back_ : complaints_back_));
            }
            break;
        }
        for (int i = 0; i < kDaysChoices; ++i)
            add(words_.say(kDaysTexts.at(static_cast<std::size_t>(i))),
                !choice_.at && choice_.days == static_cast<Days>(i));
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
    case Menu::Booked:
        add(words_.say(Text::ManagerKindAll), !choice_.booked);
        add(words_.say(Text::ManagerKindWalkIn), choice_.booked == false);
        add(words_.say(Text::ManagerKindBooked), choice_.booked == true);
        break;
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
    case Menu::Trend:
        for (const auto trend :
            { SeenQuestion::Trend::Days, SeenQuestion::Trend::Weeks, SeenQuestion::Trend::Months })
            add(trend_title(trend, words_), choice_.trend == trend);
        break;
    case Menu::By:
        for (int i = 0; i < kByChoices; ++i)
            add(by_title(static_cast<By>(i), words_), choice_.told_by() == static_cast<By>(i));
        break;
    case Menu::Files:
        for (const Text file : { Text::ManagerExportHtml, Text::ManagerExportCsv, Text::ManagerExportJson })
            add(words_.say(file), false);
        break;
    case Menu::PlanDay:
        for (int i = 0; i < static_cast<int>(staffing_.days().size()); ++i)
            add(long_date(staffing_.days().at(static_cast<std::size_t>(i)), words_),
                staffing_.chosen_day() == i);
        break;
    }
    return items;
}

void Manager::prepare_chips()
{
    const LocalDate today = snapshot_->local.date;
    view_.earlier.clear();
    view_.later.clear();
    const auto label_of = [&](Menu menu) {
        for (const MenuItem& item : menu_items(menu)) {
            if (item.chosen)
                return item.label;
        }
        return std::string();
    };
    if (tab_ == Tab::Staffing) {
        view_.chips = { { Menu::PlanDay, label_of(Menu::PlanDay) } };
        return;
    }
    if (tab_ == Tab::Published || tab_ == Tab::Complaints) {
        const bool published = tab_ == Tab::Published;
        const int back = back_of_page();
        const ReportingPeriod period = published_period(back);
        view_.chips = { { Menu::Days,
            days_words(
                published ? SeenQuestion::Days { period.first(), period.last() } : complaints_days(back)) } };
        view_.earlier = words_.say(Text::DeskRegisterEarlier);
        if (back > 0)
            view_.later = words_.say(Text::DeskRegisterLater);
        return;
    }
    if (tab_ == Tab::Live) {
        view_.chips.clear();
        return;
    }
    const auto beside = beside_of(choice_, today);
    view_.chips = { { Menu::Days,
                        choice_.days == Days::All ? label_of(Menu::Days)
                                                  : days_words(days_of(choice_, today)) },
        { Menu::Service, label_of(Menu::Service) }, { Menu::Desk, label_of(Menu::Desk) },
        { Menu::Booked, label_of(Menu::Booked) }, { Menu::Weekday, label_of(Menu::Weekday) },
        { Menu::Beside,
            beside ? words_.say(Text::ManagerCompare, { { "days", days_words(*beside) } })
                   : words_.say(Text::ManagerBesideNothing) } };
    if (!(moved(choice_, -1, today) == choice_))
        view_.earlier = words_.say(Text::DeskRegisterEarlier);
    if (!(moved(choice_, 1, today) == choice_))
        view_.later = words_.say(Text::DeskRegisterLater);
}

} // namespace nextplease::manager
