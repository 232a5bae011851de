// The visits behind a figure, and what happened in one of them.
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/manager.h"
#include "kiosk/manager/seen_charts.h"
#include "text_keys.h"

namespace nextplease::manager {

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

} // namespace nextplease::manager
