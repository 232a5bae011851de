// The words by which states and events stand in the store and in exports.
#include "core/domain/visit.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("Every state and event has a word of its own that leads back to it")
{
    for (int i = 0; i <= static_cast<int>(VisitState::Unresolved); ++i) {
        const auto state = static_cast<VisitState>(i);
        CHECK(visit_state(word(state)) == state);
    }
    for (int i = 0; i <= static_cast<int>(EventKind::ChannelChecked); ++i) {
        const auto kind = static_cast<EventKind>(i);
        CHECK(event_kind(word(kind)) == kind);
    }
    for (int i = 0; i <= static_cast<int>(DeskState::Paused); ++i) {
        const auto state = static_cast<DeskState>(i);
        CHECK(desk_state(word(state)) == state);
    }
    CHECK_FALSE(visit_state("desk_closed"));
    CHECK_FALSE(event_kind(""));
    CHECK_FALSE(desk_state("Open"));
}

TEST_CASE("The words are stable: stores and exports have them")
{
    CHECK(word(VisitState::Waiting) == "waiting");
    CHECK(word(VisitState::NoShow) == "no_show");
    CHECK(word(VisitState::Unresolved) == "unresolved");
    CHECK(word(EventKind::Taken) == "taken");
    CHECK(word(EventKind::CallUndone) == "call_undone");
    CHECK(word(EventKind::NoShow) == "no_show");
    CHECK(word(EventKind::DeskClosed) == "desk_closed");
    CHECK(word(DeskState::Paused) == "paused");
}

TEST_CASE("Exactly waiting, called, serving and held are still somebody's to finish")
{
    for (const VisitState open :
        { VisitState::Waiting, VisitState::Called, VisitState::Serving, VisitState::Held })
        CHECK(is_open(open));
    for (const VisitState over :
        { VisitState::Served, VisitState::NoShow, VisitState::Left, VisitState::Unresolved })
        CHECK_FALSE(is_open(over));
}
