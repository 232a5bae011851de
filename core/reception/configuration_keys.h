// Every key that kiosk.conf may have, section by section: the one list that reading, the messages about a
// misspelt key and the test of the shipped file's comments share.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace nextplease::configuration_keys {

// clang-format off
inline constexpr auto kSections = std::to_array<std::string_view>({
    "site",
    "hours",
    "standard",
    "directorate",
    "reports",
    "machine",
    "visitor",
    "printer",
    "sound",
    "keypad",
    "board",
    "web",
    "queue",
    "priority",
    "interpreter",
    "need",
    "appointments",
    "late",
    "outcome",
    "console",
    "service",
    "group",
    "desk",
    "calendar",
    "contacts",
    "complaints",
    "letters",
    "privacy",
    "retention", "charter" });
// clang-format on
inline constexpr auto kSite = std::to_array<std::string_view>({ "name", "zone", "languages", "words" });
inline constexpr auto kHours = std::to_array<std::string_view>({ "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "bank_holidays", "exceptions" });
inline constexpr auto kServiceHours = std::to_array<std::string_view>(
    { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "exceptions" });
inline constexpr auto kStandard =
    std::to_array<std::string_view>({ "limit_minutes", "goal_percent", "promise" });
inline constexpr auto kPromise = std::to_array<std::string_view>(
    { "id", "title", "source", "channels", "from", "to", "limit", "extended", "goal_percent", "services",
        "directorate", "between", "working_days_only", "lost", "lost_grace_seconds" });
inline constexpr auto kDirectorate =
    std::to_array<std::string_view>({ "code", "name", "director", "numbers" });
inline constexpr auto kReports =
    std::to_array<std::string_view>({ "every", "monitored_calls", "monitoring_seed",
        "avoidable_percent_at_most", "satisfied_percent", "monitored_percent", "folder", "scheduled" });
inline constexpr auto kScheduled =
    std::to_array<std::string_view>({ "report", "by", "every", "formats", "languages", "folder" });
inline constexpr auto kMachine = std::to_array<std::string_view>({ "store", "name" });
inline constexpr auto kVisitor = std::to_array<std::string_view>(
    { "help", "emergency", "phone", "start", "idle_seconds", "idle_large_print_seconds",
        "idle_warning_seconds", "slow_answer_seconds", "touch_repeat_milliseconds",
        "steady_repeat_milliseconds", "steady_hold_milliseconds", "few_tickets", "service_pin" });
inline constexpr auto kPrinter =
    std::to_array<std::string_view>({ "url", "width_mm", "logo", "large_print_always" });
inline constexpr auto kSound =
    std::to_array<std::string_view>({ "output", "file", "device", "headset_device", "headset_card",
        "headset_jack", "headphones_only", "volume", "words_a_minute", "voices", "phrases", "curtain" });
inline constexpr auto kKeypad = std::to_array<std::string_view>({ "next", "previous", "choose", "help",
    "repeat", "louder", "quieter", "faster", "slower", "speech", "headset_in", "headset_out" });
inline constexpr auto kBoard = std::to_array<std::string_view>({ "newest_at_least_seconds", "notice_seconds",
    "announce", "volume", "volume_from", "charter_figures", "message", "zone" });
inline constexpr auto kVolumeFrom = std::to_array<std::string_view>({ "from", "volume" });
inline constexpr auto kMessage = std::to_array<std::string_view>({ "title", "text", "until" });
inline constexpr auto kZone = std::to_array<std::string_view>({ "code", "services" });
inline constexpr auto kWeb = std::to_array<std::string_view>({ "public_url" });
inline constexpr auto kQueue = std::to_array<std::string_view>({ "undo_seconds", "no_show_grace_minutes",
    "more_time_behind", "more_time_at_most", "party_at_most", "matters_at_most", "farthest_seat_metres" });
inline constexpr auto kPriority = std::to_array<std::string_view>({ "code", "name", "head_start_minutes" });
inline constexpr auto kInterpreter = std::to_array<std::string_view>({ "code", "own_name", "name" });
inline constexpr auto kNeed =
    std::to_array<std::string_view>({ "code", "name", "hint", "icon", "asks", "priority" });
inline constexpr auto kAppointments =
    std::to_array<std::string_view>({ "early_minutes", "late_minutes", "head_start_minutes" });
inline constexpr auto kGroup =
    std::to_array<std::string_view>({ "code", "name", "hint", "icon", "services" });
inline constexpr auto kService = std::to_array<std::string_view>(
    { "code", "letter", "name", "hint", "usual_minutes", "limit_minutes", "head_start_minutes",
        "last_ticket_minutes", "tickets_a_day", "elsewhere", "outcome", "directorate", "hours", "bring" });
inline constexpr auto kBring = std::to_array<std::string_view>({ "icon", "name", "hint" });
inline constexpr auto kDesk =
    std::to_array<std::string_view>({ "code", "name", "services", "opens", "breaks", "uses_start" });
inline constexpr auto kDeskService = std::to_array<std::string_view>({ "code", "rank" });
inline constexpr auto kLate = std::to_array<std::string_view>({ "notice_minutes", "reason" });
inline constexpr auto kLateReason = std::to_array<std::string_view>({ "code", "words" });
inline constexpr auto kOutcome = std::to_array<std::string_view>({ "asked", "unresolved" });
inline constexpr auto kUnresolved = std::to_array<std::string_view>({ "code", "name", "passed_to" });
inline constexpr auto kConsole =
    std::to_array<std::string_view>({ "transfer_note", "lock_minutes", "break", "keys" });
inline constexpr auto kBreak = std::to_array<std::string_view>({ "code", "name", "minutes" });
inline constexpr auto kConsoleKeys =
    std::to_array<std::string_view>({ "call_next", "recall", "start", "finish", "transfer", "hold", "no_show",
        "undo", "break", "close", "finish_and_call", "return", "apologise", "notice", "ticket", "change",
        "why", "help_me", "appointments", "contacts", "register", "sign_out" });
inline constexpr auto kCalendar = std::to_array<std::string_view>(
    { "one_offs", "moved_away", "closures", "closures_stop_clock", "after_hours" });
inline constexpr auto kContacts = std::to_array<std::string_view>({ "automatic_acknowledgement" });
inline constexpr auto kComplaints =
    std::to_array<std::string_view>({ "reference_letter", "acknowledge_working_days", "respond_working_days",
        "handled_by", "ombudsman", "contact", "category", "count", "respond_from", "extension_working_days",
        "extensions", "longest_weeks", "second_stage", "procedure", "head" });
inline constexpr auto kSecondStage =
    std::to_array<std::string_view>({ "handled_by", "acknowledge_working_days", "respond_working_days",
        "extension_working_days", "extensions", "ask_within" });
inline constexpr auto kProcedure =
    std::to_array<std::string_view>({ "code", "name", "handled_by", "services" });
inline constexpr auto kServiceHead = std::to_array<std::string_view>({ "services", "name" });
inline constexpr auto kCategory = std::to_array<std::string_view>(
    { "code", "words", "handled_by", "second_stage", "about", "second_stage_handled_by" });
inline constexpr auto kPrivacy =
    std::to_array<std::string_view>({ "public_key", "secret_key", "officer", "notice_url" });
inline constexpr auto kRetention = std::to_array<std::string_view>(
    { "visit_days", "feedback_months", "contact_months", "log_months", "case_years" });
inline constexpr auto kLetters = std::to_array<std::string_view>({ "printer", "folder" });
inline constexpr auto kCharter =
    std::to_array<std::string_view>({ "promise", "standard", "limit_minutes", "goal_percent" });

struct Section {
    std::string_view path; // as in kiosk.conf: "site", "service.bring"
    std::span<const std::string_view> keys;
};

// `hours` and `bring` of a service and `category` of complaints are sections of their own.
// clang-format off
inline constexpr auto kAll = std::to_array<Section>({
    { "site", kSite },
    { "hours", kHours },
    { "standard", kStandard },
    { "standard.promise", kPromise },
    { "directorate", kDirectorate },
    { "reports", kReports },
    { "reports.scheduled", kScheduled },
    { "machine", kMachine },
    { "visitor", kVisitor },
    { "printer", kPrinter },
    { "sound", kSound },
    { "keypad", kKeypad },
    { "board", kBoard },
    { "board.volume_from", kVolumeFrom },
    { "board.message", kMessage },
    { "board.zone", kZone },
    { "web", kWeb },
    { "queue", kQueue },
    { "priority", kPriority },
    { "interpreter", kInterpreter },
    { "need", kNeed },
    { "appointments", kAppointments },
    { "late", kLate },
    { "late.reason", kLateReason },
    { "outcome", kOutcome },
    { "outcome.unresolved", kUnresolved },
    { "console", kConsole },
    { "console.break", kBreak },
    { "console.keys", kConsoleKeys },
    { "service", kService },
    { "service.bring", kBring },
    { "group", kGroup },
    { "desk", kDesk },
    { "calendar", kCalendar },
    { "contacts", kContacts },
    { "complaints", kComplaints },
    { "complaints.category", kCategory },
    { "complaints.second_stage", kSecondStage },
    { "complaints.procedure", kProcedure },
    { "complaints.head", kServiceHead },
    { "letters", kLetters },
    { "privacy", kPrivacy },
    { "retention", kRetention },
    { "charter", kCharter } });
// clang-format on

// The icons that a document to bring may have: names of kiosk/ui/icons.h.
inline constexpr auto kIcons = std::to_array<std::string_view>(
    { "globe", "textsize", "contrast", "lower", "speak", "help", "calendar", "place", "bubble", "clock",
        "people", "person", "chevron", "arrow", "back", "tick", "cross", "printer", "phone", "wheelchair",
        "hearing", "eye", "interpreter", "quiet", "pushchair", "lock", "bell", "call", "play", "finish",
        "transfer", "hold", "noshow", "undo", "download", "backspace", "shift", "enter", "pencil", "idcard",
        "letter", "key", "screen", "kiosk", "cup", "out", "more", "walk", "redo", "up", "down" });

} // namespace nextplease::configuration_keys
