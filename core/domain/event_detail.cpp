#include "core/domain/event_detail.h"

#include "core/base/local_time.h"

namespace nextplease {
namespace {

constexpr std::string_view kDesk = "desk=";
constexpr std::string_view kStaff = "staff=";
constexpr std::string_view kUntil = "until=";
constexpr std::string_view kNote = " note=";
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
        detail += " priority=" + company.priority.text();
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

} // namespace nextplease
