// The drawing of every kind of step: one place for each, in every size, print, theme, direction and mode.
// Nothing is scrolled: what a screen cannot hold is paged, in the row of buttons at the bottom.
#pragma once

#include "kiosk/visitor/chrome.h"
#include "kiosk/visitor/step.h"

#include <cstddef>
#include <vector>

namespace nextplease::visitor {

// Whichever it is; scene.wording.page is the page of it.
void draw_step(const Scene& scene, const Step& step);

void draw_step(const Scene& scene, const ChoiceStep& step);
void draw_step(const Scene& scene, const CountStep& step);
void draw_step(const Scene& scene, const FacesStep& step);
void draw_step(const Scene& scene, const ReviewStep& step);
void draw_step(const Scene& scene, const FiguresStep& step);
void draw_step(const Scene& scene, const SayingStep& step);

// ---- What they share ----

enum class Standing {
    Top, // under the header, as on every screen
    Low // right over what can be touched, while that is within reach of somebody who sits
};
// The question and what is said below it; returns where the answers begin. Low: that is page.reach_top().
float draw_question(
    const Scene& scene, const std::string& question, const std::string& hint, Standing standing);
// Low in reach mode, else at the top.
Standing standing_of(const Page& page);

// Back, which page of how many, and what goes on: further pages first, then `next`.
struct StepRow {
    std::optional<ButtonWords> next {};
    int page = 0, pages = 1;
    std::string more {}; // of the pager
};
void draw_step_row(const Scene& scene, const StepRow& row);

// What the answers have: from `top` to the row of buttons.
ui::Rect answer_area(const Page& page, float top);

// Where each page of a list begins, as many rows on it as go into `room`, `gap` apart; never fewer than one.
std::vector<std::size_t> page_starts(const std::vector<float>& heights, float room, float gap);

} // namespace nextplease::visitor
