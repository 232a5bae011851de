// The printer on a thread of its own: slips go to it, and the UI thread fetches how things stand.
#pragma once

#include "core/reception/configuration.h"
#include "kiosk/printing/printer_loop.h"
#include "kiosk/printing/printing.h"

#include <functional>
#include <memory>

namespace nextplease::printing {

// A printer as kiosk.conf describes it; nullptr where it describes none. A logo that cannot be read is left
// out, and the log says so.
std::unique_ptr<Printing> make_printer(const PrinterSettings& settings);

// The same over any sink, for tests.
using MakeSink = std::function<std::unique_ptr<Sink>(const Interrupt&)>;
std::unique_ptr<Printing> make_printer_over(
    MakeSink make_sink, const PrinterSettings& settings, const Rhythm& rhythm = {});

} // namespace nextplease::printing
