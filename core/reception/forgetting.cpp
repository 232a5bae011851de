#include "core/reception/forgetting.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <thread>

namespace nextplease {
namespace {

using std::chrono::months;

// Some 20 ms of work on a small machine.
constexpr int kRecordsAUnit = 150;
constexpr std::chrono::milliseconds kPause { 5 };

// The same day so many months ago, or the last one of that month.
LocalDate ago(LocalDate day, months span)
{
    const std::chrono::year_month month = std::chrono::year_month { day.year(), day.month() } - span;
    const LocalDate same { month.year(), month.month(), day.day() };
    return same.ok() ? same : LocalDate { month / std::chrono::last };
}

// Every office that kiosk.conf names for complaints, in every language.
std::vector<std::string> offices_of(const Configuration& configuration)
{
    const ComplaintSettings& complaints = configuration.complaints;
    std::vector<std::string> offices { complaints.second_stage };
    const auto add = [&](const Worded& worded) {
        for (const Language& language : configuration.languages)
            offices.push_back(words_in(worded, language, configuration.languages));
    };
    add(complaints.handled_by);
    for (const ComplaintCategory& one : complaints.categories) {
        add(one.handled_by);
        offices.push_back(one.second_stage_by);
    }
    for (const ServiceHead& head : complaints.heads)
        offices.push_back(head.name);
    for (const StatutoryProcedure& procedure : complaints.procedures)
        offices.push_back(procedure.handled_by);
    for (const Directorate& directorate : configuration.office.directorates)
        offices.push_back(directorate.director);
    // Where kiosk.conf names nobody.
    for (const Language& language : configuration.languages)
        offices.push_back(words(language).say(Text::CommonCaseTeam));
    std::erase(offices, "");
    return offices;
}

} // namespace

ForgetLimits forget_limits(const Configuration& configuration, LocalDate today)
{
    const RetentionSettings& kept = configuration.retention;
    const Zone& zone = configuration.zone;
    const LocalDate visits = add_days(today, -static_cast<int>(kept.visits.count()));
    const auto since = [&](months span) { return zone.start_of(ago(today, span)); };
    return { .visits = visits,
        .appointments = zone.start_of(visits),
        .feedback = since(kept.feedback),
        .contacts = since(kept.contacts),
        .log = since(kept.log),
        .cases = since(std::chrono::duration_cast<months>(kept.cases)),
        .zone = &zone,
        .offices = offices_of(configuration) };
}

Forgotten forget_some(Reception& reception, Keeper& keeper)
{
    return keeper.forget(forget_limits(reception.configuration(), reception.today()), kRecordsAUnit);
}

ForgottenPast forget_past(Reception& reception)
{
    reception.close_past_days();
    const auto keeper = open_keeper(reception.store().name(), Keeping::ForgetToo);
    ForgottenPast past;
    for (bool more = true; more;) {
        past.done.more = false;
        past.done += forget_some(reception, *keeper);
        more = past.done.more;
        if (more)
            std::this_thread::sleep_for(kPause);
    }
    // Also where nothing was to forget: it may not have been possible the last time.
    past.log_emptied = keeper->empty_log();
    return past;
}

Forgotten kept_too_long(
    Keeper& keeper, const Configuration& configuration, LocalDate today, std::chrono::days grace, int at_most)
{
    const LocalDate then = add_days(today, -static_cast<int>(grace.count()));
    return keeper.to_forget(forget_limits(configuration, then), at_most);
}

} // namespace nextplease
