#include "core/domain/staff.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr std::string_view kActor = "staff:";

} // namespace

std::string staff_key(std::string_view name)
{
    const auto first = name.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    std::string key(name.substr(first, name.find_last_not_of(' ') - first + 1));
    std::transform(key.begin(), key.end(), key.begin(),
        [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return key;
}

Seconds pause_after(int wrong)
{
    constexpr int kFree = 3;
    constexpr Seconds kFirst { 30 };
    constexpr Seconds kLongest { 900 };
    if (wrong < kFree)
        return Seconds { 0 };
    constexpr int kDoublings = 5; // more would be past the longest
    return std::min(kFirst * (1 << std::min(wrong - kFree, kDoublings)), kLongest);
}

std::string actor_of(const StaffMember& member)
{
    return std::string(kActor) + member.name;
}

std::string_view staff_in(std::string_view actor)
{
    return actor.starts_with(kActor) ? actor.substr(kActor.size()) : std::string_view {};
}

} // namespace nextplease
