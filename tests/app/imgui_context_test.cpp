// ImGui's contexts, of which tests and pictures have several in one process.
#include "kiosk/app/imgui_context.h"

#include <doctest/doctest.h>
#include <memory>

using nextplease::app::ImGuiLife;

TEST_CASE("Contexts end in any order, and none that has ended is ever current")
{
    auto first = std::make_unique<ImGuiLife>();
    auto second = std::make_unique<ImGuiLife>();
    CHECK(second->is_current());
    first.reset();
    CHECK(second->is_current());
    second.reset(); // the one that was current before it is gone
    CHECK_FALSE(ImGuiLife::any_current());
}

TEST_CASE("What was current comes back when the one in front of it ends")
{
    ImGuiLife outer;
    {
        ImGuiLife inner;
        CHECK(inner.is_current());
    }
    CHECK(outer.is_current());
}
