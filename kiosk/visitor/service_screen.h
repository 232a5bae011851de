// Paints the service panel: the pad for its PIN, or what staff can do and how things stand.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/visitor/page.h"
#include "kiosk/visitor/service_panel.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::visitor {

struct ServiceWords {
    std::string heading, notice, typed; // `typed` shows a dot for each digit
    std::string enter, erase, close, leave, restart, test_print;
    struct Standing {
        std::string what, how; // "Printer", "Working"
    };
    std::vector<Standing> standings;
    bool can_print = false;
};

struct ServiceTouch {
    enum class Kind { Digit, Erase, Enter, Close, Leave, Restart, TestPrint };
    Kind kind;
    char digit = '0';
};

// How the parts of the kiosk stand, for the panel. Empty: nothing wrong; nullopt: there is none.
struct Standings {
    std::string store;
    std::optional<std::string> printer, sound;
    std::string test_print {}; // what has become of the test page; empty: none was asked for
};
ServiceWords service_words(const ServicePanel& panel, const Standings& standings, const Words& words);

// REQUIRES: the panel is not hidden.
std::optional<ServiceTouch> draw_service(
    ui::Frame& frame, const Page& page, const ServiceWords& words, ServicePanel::View view);

void perform(const ServiceTouch& touch, ServicePanel& panel);

} // namespace nextplease::visitor
