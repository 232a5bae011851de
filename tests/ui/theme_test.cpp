#include "kiosk/ui/theme.h"

#include <array>
#include <doctest/doctest.h>
#include <initializer_list>

using namespace nextplease::ui;

namespace {

struct Pair {
    const char* name;
    Color text;
    Color ground;
};

constexpr double kText = 7; // accessibility.md C2, for every text of ours
constexpr double kEdge = 3; // C3

void check(double least, std::initializer_list<Pair> pairs)
{
    for (const Pair& pair : pairs) {
        CAPTURE(pair.name);
        CHECK(contrast_ratio(pair.text, pair.ground) >= least);
    }
}

void check_common(const Theme& t)
{
    check(kText,
        { { "ink on paper", t.ink, t.paper }, { "ink on surface", t.ink, t.surface },
            { "ink on tint", t.ink, t.tint }, { "ink2 on paper", t.ink2, t.paper },
            { "ink2 on surface", t.ink2, t.surface }, { "ink2 on sunk", t.ink2, t.sunk },
            { "ink2 on tint", t.ink2, t.tint }, { "petrol on paper", t.petrol, t.paper },
            { "petrol on surface", t.petrol, t.surface }, { "petrol on tint", t.petrol, t.tint },
            { "on petrol", t.on_petrol, t.petrol }, { "on a bar", t.on_deep, t.deep },
            { "second on a bar", t.on_deep2, t.deep }, { "pressed", t.on_pressed, t.pressed },
            { "green on surface", t.green, t.surface }, { "green on its tint", t.green, t.green_tint },
            { "amber words on paper", t.amber_ink, t.paper }, { "red on surface", t.red, t.surface },
            { "ink on amber tint", t.ink, t.amber_tint }, { "red on its tint", t.red, t.red_tint },
            { "ink on red tint", t.ink, t.red_tint }, { "called", t.on_yellow, t.yellow },
            { "tick on green", t.on_green, t.green }, { "mark on amber", t.on_amber, t.amber },
            { "cross on red", t.on_red, t.red } });
    check(kEdge,
        { { "edge on paper", t.edge, t.paper }, { "edge on surface", t.edge, t.surface },
            { "edge on sunk", t.edge, t.sunk }, { "off edge on paper", t.off_edge, t.paper },
            { "focus on paper", t.focus, t.paper }, { "focus on surface", t.focus, t.surface } });
}

} // namespace

TEST_CASE("C1, C2, C3: the contrast ratio is that of WCAG, not rounded")
{
    CHECK(contrast_ratio({ 0x000000 }, { 0xFFFFFF }) == doctest::Approx(21));
    CHECK(contrast_ratio({ 0xFFFFFF }, { 0x767676 }) == doctest::Approx(4.542).epsilon(0.001));
    CHECK(contrast_ratio({ 0x777777 }, { 0xFFFFFF }) < 4.5);
    CHECK(contrast_ratio({ 0x595959 }, { 0xFFFFFF }) >= 7);
    CHECK(contrast_ratio({ 0x5A5A5A }, { 0xFFFFFF }) < 7);
    CHECK(contrast_ratio({ 0x949494 }, { 0xFFFFFF }) >= 3);
    CHECK(contrast_ratio({ 0x959595 }, { 0xFFFFFF }) < 3);
}

TEST_CASE("C1, C2, C3: every text of the light theme is 7:1 and every border 3:1")
{
    check_common(light_theme());
    const Theme& t = light_theme();
    check(kText,
        { { "amber words on surface", t.amber_ink, t.surface },
            { "amber words on their tint", t.amber_ink, t.amber_tint }, { "red on paper", t.red, t.paper } });
    // The ring's own colour is lost on a bar: there the gap inside it carries it.
    check(kEdge,
        { { "gap on a bar", t.focus_gap, t.deep }, { "ring on its gap", t.focus, t.focus_gap },
            { "outline of the amber sign", t.amber_ink, t.surface } });
}

TEST_CASE("C1, C2, C3: every text of the contrast theme is 7:1 and every border 3:1")
{
    check_common(contrast_theme());
    CHECK(contrast_theme().border >= 4);
    CHECK(contrast_theme().focus_ring > light_theme().focus_ring);
    // Off is dashed and grey, and still well seen.
    check(kText, { { "off edge", contrast_theme().off_edge, contrast_theme().paper } });
}

TEST_CASE("B1: every text of the board is 7:1")
{
    check_common(board_theme());
    const Theme& t = board_theme();
    check(kText,
        { { "yellow on background", t.yellow, t.paper }, { "yellow on panel", t.yellow, t.surface },
            { "slow service", t.amber, t.paper } });
}

TEST_CASE("Pressed, primary and quiet can be told apart")
{
    for (const Theme* theme : { &light_theme() }) {
        CHECK(theme->pressed != theme->petrol);
        CHECK(contrast_ratio(theme->pressed, theme->surface) >= kEdge);
        CHECK(contrast_ratio(theme->pressed, theme->tint) >= kEdge);
    }
}
