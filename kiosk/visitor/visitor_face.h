// The visitor's touchscreen: flow.h decides, the screens paint.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/printing/printing.h"
#include "kiosk/sound/speaker.h"
#include "kiosk/visitor/journeys.h"

#include <string>
#include <vector>

namespace nextplease::visitor {

// Modes that a visitor may choose, kept for the visit.
struct Modes {
    bool large_print = false;
    bool contrast = false;
    bool reach = false; // everything operable low
    bool spoken = false; // what has the focus, and each new screen, is read aloud
    bool slow = false; // nothing ends by itself: it only asks
    bool steady = false; // a touch counts only when it was held, for hands that tremble
    friend bool operator==(const Modes&, const Modes&) = default;
};

// What a kiosk has beside its screen. What is missing is done without.
struct Devices {
    sound::Speaker* speaker = nullptr;
    printing::Printing* printer = nullptr;
};

// All must outlive the face.
std::unique_ptr<app::Face> make_visitor_face(
    const Configuration& configuration, app::Commands& commands, const Devices& devices = {});

// With other journeys than all that there are, for tests.
std::unique_ptr<app::Face> make_visitor_face(const Configuration& configuration, app::Commands& commands,
    Journeys journeys, const Devices& devices = {});

// What make_visitor_face_at knows: the screens, and the steps of the journeys that the kiosk offers.
std::vector<std::string> screen_names(const Configuration& configuration);

// The same, put at a screen by name, for pictures and tests; throws InputError naming the screens if there is
// none of that name.
std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot, const Devices& devices = {});
std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot, Journeys journeys, const Devices& devices = {});

// The same at a step of any journey.
std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const JourneyPlace& place, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot);

} // namespace nextplease::visitor
