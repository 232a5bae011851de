#include "core/domain/event_detail.h"

#include "core/base/local_time.h"

namespace nextplease {
namespace {

constexpr std::string_view kDesk = "desk=";
constexpr std::string_view kStaff = "staff=";
constexpr std::string_view kUntil = "until=";
constexpr std::string_view kNote = " note=";
constexpr std::string_view kPriority = " priority=";
constexpr std::string_view kBefore = " instead_of=";

std::string utc(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return to_iso(LocalTime { LocalDate { day }, at - day }) + "Z";
}

// The value of the key that the detail begins with, up to the note.
std::optional<std::string_view> first_value(std::string_view detail, std::string_view key)
{
    const std::size_t note = detail.find(kNote);
    if (!detail.starts_with(key) || note == std::string_view::npos)
        return std::nullopt;
    return detail.substr(key.size(), note - key.size());
}

// Up to where `key` begins; all of it where it does not.
std::string_view before(std::string_view detail, std::string_view key)
{
    return detail.substr(0, detail.find(key));
}

// "desk=Desk 2 note=", and nothing where no such key begins it.
std::string first_key(std::string_view detail, std::string_view key)
{
    const auto value = first_value(detail, key);
    return value ? std::string(key) + std::string(*value) + std::string(kNote) : std::string();
}

// The party and the priority classes, which the queue goes by.
std::string without_needs(std::string_view detail)
{
    std::size_t rest = detail.find(kPriority);
    if (rest == std::string_view::npos)
        rest = detail.rfind(kBefore);
    std::string left(before(detail, " "));
    if (rest != std::string_view::npos)
        left += detail.substr(rest);
    return left;
}

} // namespace

std::string transfer_detail(const Onward& onward)
{
    if (!onward.staff.empty())
        return std::string(kStaff) + onward.staff + std::string(kNote) + onward.note;
    if (!onward.desk.empty())
        return std::string(kDesk) + onward.desk.text() + std::string(kNote) + onward.note;
    return onward.note;
}

SentTo sent_to(std::string_view detail)
{
    if (const auto staff = first_value(detail, kStaff))
        return { .desk = {}, .staff = std::string(*staff) };
    if (const auto desk = first_value(detail, kDesk))
        return { .desk = DeskCode(std::string(*desk)), .staff = {} };
    return {};
}

std::string until_detail(const std::string& why, std::optional<Instant> until)
{
    return until ? std::string(kUntil) + utc(*until) + std::string(kNote) + why : why;
}

std::optional<Instant> until_in(std::string_view detail)
{
    auto value = first_value(detail, kUntil);
    if (!value || !value->ends_with('Z'))
        return std::nullopt;
    value->remove_suffix(1);
    const auto time = parse_iso_time(*value);
    if (!time)
        return std::nullopt;
    return std::chrono::sys_days { time->date } + time->since_midnight;
}

std::string company_detail(const Company& company, const PriorityCode& before)
{
    std::string detail = "party=" + std::to_string(company.party);
    for (const NeedCode& need : company.needs)
        detail += " need=" + need.text();
    if (!company.interpreter.empty())
        detail += " interpreter=" + company.interpreter.text();
    if (!company.priority.empty())
        detail += std::string(kPriority) + company.priority.text();
    if (company.priority != before)
        detail += std::string(kBefore) + before.text();
    return detail;
}

std::optional<PriorityCode> priority_before(std::string_view detail)
{
    const std::size_t at = detail.rfind(kBefore);
    if (at == std::string_view::npos)
        return std::nullopt;
    return PriorityCode(std::string(detail.substr(at + kBefore.size())));
}

std::string without_words(EventKind kind, std::string_view detail)
{
    switch (kind) {
    case EventKind::Transferred: {
        const std::string to_staff = first_key(detail, kStaff);
        return to_staff.empty() ? first_key(detail, kDesk) : to_staff;
    }
    case EventKind::Held:
        return first_key(detail, kUntil);
    case EventKind::NeedsChanged:
        return without_needs(detail);
    case EventKind::Result:
        return std::string(before(before(detail, " words="), " passed_to="));
    case EventKind::Apologised:
    case EventKind::NoticePut:
    case EventKind::NoticeCleared:
    case EventKind::CallMonitored:
        return std::string(before(detail, " words="));
    case EventKind::ContactLogged:
    case EventKind::ContactAcknowledged:
    case EventKind::ContactAnswered:
    case EventKind::ContactExplained:
    case EventKind::ContactSetAside:
    case EventKind::ContactTakenBack:
        return std::string(before(detail, " explanation="));
    case EventKind::ContactCoded:
        return std::string(before(detail, " was_reason="));
    case EventKind::ScoreRecorded:
    case EventKind::ChannelChecked:
    case EventKind::ServiceChanged: // codes and times alone
    case EventKind::DeskOpened:
    case EventKind::DeskPaused:
    case EventKind::DeskClosed:
        return std::string(detail);
    default:
        return {};
    }
}

std::string sent_to_other_name(std::string_view detail, std::string_view name)
{
    const auto value = first_value(detail, kStaff);
    if (!value)
        return std::string(detail);
    return std::string(kStaff) + std::string(name)
        + std::string(detail.substr(kStaff.size() + value->size()));
}

} // namespace nextplease
