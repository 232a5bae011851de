// Every key that kiosk.conf may have, section by section: the one list that reading, the messages about a
// misspelt key and the test of the shipped file's comments share.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace nextplease::configuration_keys {

inline constexpr auto kSections = std::to_array<std::string_view>({ "site", "hours", "standard", "machine",
    "visitor", "printer", "board", "web", "queue", "priority", "service", "desk" });
inline constexpr auto kSite = std::to_array<std::string_view>({ "name", "zone", "languages", "words" });
inline constexpr auto kHours = std::to_array<std::string_view>(
    { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "exceptions" });
inline constexpr auto kStandard = std::to_array<std::string_view>({ "limit_minutes", "goal_percent" });
inline constexpr auto kMachine = std::to_array<std::string_view>({ "store", "name" });
inline constexpr auto kVisitor = std::to_array<std::string_view>(
    { "help", "start", "idle_seconds", "idle_large_print_seconds", "idle_warning_seconds" });
inline constexpr auto kPrinter =
    std::to_array<std::string_view>({ "url", "width_mm", "logo", "large_print_always" });
inline constexpr auto kBoard = std::to_array<std::string_view>({ "newest_at_least_seconds" });
inline constexpr auto kWeb = std::to_array<std::string_view>({ "public_url" });
inline constexpr auto kQueue = std::to_array<std::string_view>({ "undo_seconds", "no_show_grace_minutes" });
inline constexpr auto kPriority = std::to_array<std::string_view>({ "code", "name", "head_start_minutes" });
inline constexpr auto kService = std::to_array<std::string_view>({ "code", "letter", "name", "hint",
    "usual_minutes", "limit_minutes", "head_start_minutes", "hours", "bring" });
inline constexpr auto kBring = std::to_array<std::string_view>({ "icon", "name", "hint" });
inline constexpr auto kDesk = std::to_array<std::string_view>({ "code", "name", "services", "uses_start" });
inline constexpr auto kDeskService = std::to_array<std::string_view>({ "code", "rank" });

struct Section {
    std::string_view path; // as in kiosk.conf: "site", "service.bring"
    std::span<const std::string_view> keys;
};

// `hours` and `bring` of a service are sections of their own.
inline constexpr auto kAll = std::to_array<Section>({ { "site", kSite }, { "hours", kHours },
    { "standard", kStandard }, { "machine", kMachine }, { "visitor", kVisitor }, { "printer", kPrinter },
    { "board", kBoard }, { "web", kWeb }, { "queue", kQueue }, { "priority", kPriority },
    { "service", kService }, { "service.bring", kBring }, { "desk", kDesk } });

// The icons that a document to bring may have: names of kiosk/ui/icons.h.
inline constexpr auto kIcons = std::to_array<std::string_view>({ "globe", "textsize", "contrast", "lower",
    "speak", "help", "calendar", "place", "bubble", "clock", "people", "person", "chevron", "arrow", "back",
    "tick", "cross", "printer", "phone", "wheelchair", "hearing", "eye", "interpreter", "quiet", "pushchair",
    "lock", "bell", "call", "play", "finish", "transfer", "hold", "noshow", "undo", "download", "backspace",
    "shift", "enter", "pencil", "idcard", "letter", "key", "screen", "kiosk", "cup", "out", "more", "walk" });

} // namespace nextplease::configuration_keys
