// The pages that are read from the store when they are opened, and files of what a page shows.
#include "kiosk/manager/manager.h"
#include "kiosk/manager/seen_document.h"
#include "kiosk/report/documents.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

constexpr Seconds kPromisesEvery { 60 };

// The first day of this month, a year ago: twelve whole months, and this one so far beside that one.
LocalDate a_year_back(LocalDate today)
{
    constexpr std::chrono::months kYear { 12 };
    return (std::chrono::year_month { today.year(), today.month() } - kYear) / std::chrono::day { 1 };
}

constexpr int kFurthestBack = 40; // ten years of quarters

} // namespace

ReportingPeriod Manager::published_period(int back) const
{
    ReportingPeriod period = last_period(configuration_, snapshot_->local.date);
    for (int i = 0; i < back; ++i)
        period = period.before();
    return period;
}

SeenQuestion::Days Manager::complaints_days(int back) const
{
    const LocalDate today = snapshot_->local.date;
    LocalDate from = a_year_back(today), to = today;
    for (int i = 0; i < back; ++i) {
        to = add_days(from, -1);
        from = a_year_back(from);
    }
    return { from, to };
}

int& Manager::back_of_page()
{
    return tab_ == Tab::Published ? published_back_ : complaints_back_;
}

void Manager::go_back(int back)
{
    back_of_page() = std::clamp(back, 0, kFurthestBack);
    open_.reset();
    behind_.reset();
    said_.reset();
    pages_.clear();
    if (tab_ == Tab::Published)
        ask_published();
    else
        ask_complaints();
    prepare();
}

void Manager::ask_published()
{
    if (asked_published_ || !snapshot_ || snapshot_->cut_off)
        return;
    if (published_ && published_->back == published_back_ && published_on_ == snapshot_->local.date)
        return; // of a whole month or quarter: the same until tomorrow
    asked_published_ = true; // one at a time
    published_on_ = snapshot_->local.date;
    commands_.submit(
        [this, period = published_period(published_back_), back = published_back_](
            Reception& reception) -> app::Commands::Then {
            const Configuration& configuration = reception.configuration();
            const LocalDate until = back == 0 ? reception.today() : period.last();
            const LocalDate year = a_year_back(until);
            auto answer = std::make_shared<PublishedAnswer>();
            answer->back = back;
            answer->indicators = indicator_report(reception.store(), configuration, period, reception.now());
            answer->contacts = contact_report(
                reception.store(), configuration, { period.first(), period.last(), ContactGrouping::None });
            answer->feedback = satisfaction_report(
                reception.store(), configuration, { year, until, FeedbackGrouping::Month });
            answer->estimate = estimate_report(
                reception.store(), configuration, { period.first(), period.last(), EstimateGrouping::None });
            return [this, answer] {
                asked_published_ = false;
                published_ = std::move(*answer);
                ask_published(); // another one was chosen meanwhile
                prepare();
            };
        },
        [this](const std::string& why) {
            asked_published_ = false;
            published_on_ = {};
            failed(why);
        });
}

void Manager::ask_complaints()
{
    if (asked_complaints_ || !snapshot_ || snapshot_->cut_off)
        return;
    asked_complaints_ = true; // one at a time
    commands_.submit(
        [this, wanted = cases_wanted_, days = complaints_days(complaints_back_), back = complaints_back_](
            Reception& reception) -> app::Commands::Then {
            const Configuration& configuration = reception.configuration();
            const LocalDate today = reception.today();
            const auto report = [&](ComplaintGrouping by) {
                return complaint_report(reception.store(), configuration, { days.from, days.to, by }, today);
            };
            auto answer = std::make_shared<ComplaintsAnswer>();
            answer->back = back;
            answer->months = report(ComplaintGrouping::Month);
            answer->services = report(ComplaintGrouping::Service);
            RegisterQuestion open;
            open.at_most = wanted;
            answer->open = register_page(reception.store(), today, open);
            return [this, answer] {
                asked_complaints_ = false;
                complaints_ = std::move(*answer);
                if (complaints_->back != complaints_back_)
                    ask_complaints(); // others were chosen meanwhile
                prepare();
            };
        },
        [this](const std::string& why) {
            asked_complaints_ = false;
            failed(why);
        });
}

// While the page of now is looked at, each minute: it walks a year of contacts.
void Manager::ask_promises()
{
    if (asked_promises_ || !snapshot_ || snapshot_->cut_off
        || (promises_ && snapshot_->now - promises_at_ < kPromisesEvery))
        return;
    asked_promises_ = true; // one at a time
    promises_at_ = snapshot_->now;
    commands_.submit(
        [this](Reception& reception) -> app::Commands::Then {
            auto answer = std::make_shared<PromisesAnswer>(
                promises_today(reception.store(), reception.configuration(), reception.now()));
            return [this, answer] {
                asked_promises_ = false;
                promises_ = std::move(*answer);
                prepare();
            };
        },
        [this](const std::string& why) {
            asked_promises_ = false;
            failed(why);
        });
}

MakeDocument Manager::document_of_page() const
{
    using report::Making;
    switch (tab_) {
    case Tab::Seen:
        if (seen_)
            return [answer = *seen_](const Making& making) { return document_of(answer, making); };
        break;
    case Tab::Published:
        if (published_)
            return [figures = published_->indicators](
                       const Making& making) { return report::document_of(figures, making); };
        break;
    case Tab::Complaints:
        if (complaints_)
            return [figures = complaints_->months](
                       const Making& making) { return report::document_of(figures, making); };
        break;
    case Tab::Staffing:
        if (staffing_.plan())
            return [plan = staffing_.plan()](
                       const Making& making) { return report::document_of(*plan, making); };
        break;
    case Tab::Live:
        break;
    }
    return {};
}

void Manager::say(Exported said)
{
    said_ = std::move(said);
    prepare();
}

void Manager::make(Export how)
{
    const MakeDocument document = document_of_page();
    if (!document)
        return;
    say({ words_.say(Text::ManagerExportWorking) });
    commands_.submit(
        [this, document, how, &words = words_](Reception& reception) -> app::Commands::Then {
            const Exported said = export_document(document, how, reception, words);
            return [this, said] { say(said); };
        },
        [this](const std::string& why) {
            say({ why, false });
        });
}

} // namespace nextplease::manager
