#include "core/reception/contact_register.h"

#include "core/reception/standard_feed.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr int kAll = 100'000; // open at once

void take_first(std::optional<Instant>& date, const std::optional<Instant>& other)
{
    if (other && (!date || *other < *date))
        date = other;
}

ContactDates dates_of(
    const OtherContact& contact, const Configuration& configuration, Deadlines& deadlines, Instant now)
{
    ContactDates dates;
    const Occasion occasion = occasion_of(contact);
    for (const Standard& standard : configuration.standards) {
        const auto observation = observation_of(occasion, standard.stretch, configuration);
        if (!observation || !is_about(standard, *observation, deadlines))
            continue;
        const auto due = judge(standard, *observation, deadlines, now).due;
        if (standard.stretch != Stretch::Acknowledged)
            take_first(dates.answer_by, due);
        else if (!contact.acknowledged)
            take_first(dates.acknowledge_by, due);
    }
    if (contact.told)
        dates.answer_by = deadlines.end_of(contact.told->until);
    return dates;
}

Deadlines deadlines_of(const Configuration& configuration)
{
    return { configuration.zone, configuration.calendar, configuration.hours };
}

std::vector<LocalDate> next_working_days(const WorkingDays& calendar, LocalDate today)
{
    constexpr std::size_t kOffered = 8;
    std::vector<LocalDate> days;
    for (LocalDate day = add_days(today, 1); days.size() < kOffered; day = add_days(day, 1)) {
        if (calendar.is_working_day(day))
            days.push_back(day);
    }
    return days;
}

// Without what a mail room's log says cannot be scanned.
std::vector<OtherContact> set_aside_lately(Records& records, Instant now)
{
    constexpr std::chrono::weeks kLately { 4 };
    std::vector<OtherContact> found;
    records.each_contact({ now - kLately, now + Seconds { 1 } }, [&](const OtherContact& contact) {
        if (contact.set_aside && contact.log_says.scannable)
            found.push_back(contact);
    });
    std::reverse(found.begin(), found.end());
    return found;
}

bool more_urgent(const OpenContact& a, const OpenContact& b)
{
    const auto due = [](const OpenContact& one) { return one.due().value_or(Instant::max()); };
    if (due(a) != due(b))
        return due(a) < due(b);
    return a.contact.received < b.contact.received;
}

} // namespace

ContactDates dates_of(const OtherContact& contact, const Configuration& configuration, Instant now)
{
    Deadlines deadlines = deadlines_of(configuration);
    return dates_of(contact, configuration, deadlines, now);
}

bool may_acknowledge(const OtherContact& contact)
{
    return contact.is_open() && !contact.acknowledged
        && has_stretch(channel_of(contact.channel), Stretch::Acknowledged);
}

std::optional<Instant> OpenContact::due() const
{
    std::optional<Instant> first = dates.acknowledge_by;
    take_first(first, dates.answer_by);
    return first;
}

bool OpenContact::owes_explanation() const
{
    return contact.channel != Channel::Phone && contact.channel != Channel::Post && contact.answered
        && dates.answer_by && *contact.answered > *dates.answer_by;
}

std::vector<OpenContact> with_dates(
    std::vector<OtherContact> contacts, const Configuration& configuration, Instant now)
{
    Deadlines deadlines = deadlines_of(configuration);
    std::vector<OpenContact> dated;
    dated.reserve(contacts.size());
    for (OtherContact& contact : contacts) {
        const ContactDates dates = dates_of(contact, configuration, deadlines, now);
        dated.push_back({ std::move(contact), dates });
    }
    return dated;
}

ContactPage contact_page(
    Store& store, const Configuration& configuration, Instant now, const ContactPageQuestion& asked)
{
    ContactPage page { .asked = asked, .now = now, .rows = {}, .working_days = {}, .chosen = {} };
    std::vector<OtherContact> open, aside;
    store.read([&](Records& records) {
        open = records.open_contacts(kAll);
        if (asked.which == ContactPageQuestion::Which::Aside)
            aside = set_aside_lately(records, now);
    });
    Deadlines deadlines = deadlines_of(configuration);
    page.working_days = next_working_days(deadlines.working_days(), configuration.zone.date(now));
    for (OtherContact& contact : open) {
        if (!contact.log.empty())
            continue;
        const ContactDates dates = dates_of(contact, configuration, deadlines, now);
        page.rows.push_back({ std::move(contact), dates });
        page.late += page.rows.back().late(now) ? 1 : 0;
    }
    page.open = static_cast<int>(page.rows.size());
    std::stable_sort(page.rows.begin(), page.rows.end(), more_urgent);
    if (asked.which == ContactPageQuestion::Which::Aside)
        page.rows = with_dates(std::move(aside), configuration, now);
    page.listed = static_cast<int>(page.rows.size());
    for (const OpenContact& one : page.rows) {
        if (asked.chosen == one.contact.id)
            page.chosen = one;
    }
    const auto from = page.rows.begin() + std::clamp(asked.first, 0, page.listed);
    page.rows.erase(page.rows.begin(), from);
    page.more = page.rows.size() > static_cast<std::size_t>(asked.at_most);
    if (page.more)
        page.rows.erase(page.rows.begin() + asked.at_most, page.rows.end());
    return page;
}

} // namespace nextplease
