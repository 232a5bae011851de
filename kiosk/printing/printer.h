// The printer on a thread of its own: slips go to it, and how things stand comes back to the UI thread.
#pragma once

#include "core/reception/configuration.h"
#include "kiosk/printing/printer_loop.h"
#include "kiosk/printing/printing.h"

#include <functional>
#include <memory>

namespace nextplease::printing {

// What is done on the UI thread soon. Any thread may call it, until the printer is destroyed.
using Post = std::function<void(std::function<void()>)>;

// A printer as kiosk.conf describes it. REQUIRES: settings.url is not empty and was checked. A logo that
// cannot be read is left out, and the log says so.
std::unique_ptr<Printing> make_printer(const PrinterSettings& settings, Post post);

// The same over any sink, for tests.
using MakeSink = std::function<std::unique_ptr<Sink>(const Interrupt&)>;
std::unique_ptr<Printing> make_printer_over(
    MakeSink make_sink, const PrinterSettings& settings, Post post, const Rhythm& rhythm);

} // namespace nextplease::printing
