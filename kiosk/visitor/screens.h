// The screens: each paints what the wording says and sets the intent when something is pressed. None decides
// anything.
#pragma once

#include "kiosk/visitor/chrome.h"

namespace nextplease::visitor {

void draw_languages(const Scene& scene, bool can_go_back);
void draw_home(const Scene& scene);
void draw_confirm(const Scene& scene);
void draw_ticket(const Scene& scene);
void draw_message(const Scene& scene);
// The same with other words, and what is to be remembered over them: "K-318", "Your reference".
void draw_saying(
    const Scene& scene, const MessageWords& words, const std::string& large, const std::string& large_label);

// "Are you still there?" over everything but the bar. `asked` is when it began: whatever is touched after
// that, but No, is an answer.
void draw_timeout(const Scene& scene, ui::Moment asked);

} // namespace nextplease::visitor
