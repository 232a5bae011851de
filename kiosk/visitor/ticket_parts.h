// What the confirmation and the ticket share: people ahead and time, and what to have ready.
#pragma once

#include "kiosk/visitor/chrome.h"

namespace nextplease::visitor {

// How high draw_wait stands.
float wait_height(const Page& page);
// People ahead first, then the time; or what has become of the ticket. `rect` is the inside of a panel; a
// notice that it is the visitor's turn fills it with yellow.
void draw_wait(const Scene& scene, const ui::Rect& rect, const WaitWords& words);

// A panel with the documents to bring. Where they would not all fit in the height, the hints are left out.
void draw_documents(const Scene& scene, const ui::Rect& rect, const std::string& title,
    const std::vector<DocumentLine>& lines);
// The least height in which draw_documents can show them.
float documents_least(const Scene& scene, float width, const std::vector<DocumentLine>& lines);
// The height that all of it takes in that width.
float documents_height(const Scene& scene, float width, const std::vector<DocumentLine>& lines);

} // namespace nextplease::visitor
