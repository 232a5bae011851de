#include "core/domain/visit.h"

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 45> kEventWords { "taken", "called", "recalled", "call_undone",
    "started", "finished", "transferred", "held", "resumed", "no_show", "rejoined", "left", "unresolved",
    "checked_in", "went_on", "more_time", "desk_opened", "desk_paused", "desk_closed", "returned", "released",
    "service_changed", "needs_changed", "result", "apologised", "signed_in", "signed_out", "help_called",
    "help_answered", "help_over", "notice_put", "notice_cleared", "appointment_booked", "appointment_moved",
    "appointment_cancelled", "contact_logged", "contact_acknowledged", "contact_answered",
    "contact_explained", "contact_set_aside", "call_monitored", "contact_coded", "contact_taken_back",
    "score_recorded", "channel_checked" };
constexpr std::array<std::string_view, 8> kStateWords { "waiting", "called", "serving", "held", "served",
    "no_show", "left", "unresolved" };
constexpr std::array<std::string_view, 3> kDeskWords { "closed", "open", "paused" };

template <class Enum, std::size_t size>
std::optional<Enum> find_word(const std::array<std::string_view, size>& words, std::string_view word)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (words[i] == word)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view word(EventKind kind)
{
    return kEventWords.at(static_cast<std::size_t>(kind));
}
std::string_view word(VisitState state)
{
    return kStateWords.at(static_cast<std::size_t>(state));
}
std::string_view word(DeskState state)
{
    return kDeskWords.at(static_cast<std::size_t>(state));
}

std::optional<EventKind> event_kind(std::string_view word)
{
    return find_word<EventKind>(kEventWords, word);
}
std::optional<VisitState> visit_state(std::string_view word)
{
    return find_word<VisitState>(kStateWords, word);
}
std::optional<DeskState> desk_state(std::string_view word)
{
    return find_word<DeskState>(kDeskWords, word);
}

} // namespace nextplease
