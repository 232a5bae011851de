// A queue of the machine's print server, or of the one that $CUPS_SERVER names.
#pragma once

#include "kiosk/printing/sink.h"

namespace nextplease::printing {

// `interrupt` must outlive it.
std::unique_ptr<Sink> make_cups_sink(
    const std::string& queue, const Interrupt& interrupt, const Patience& patience);

} // namespace nextplease::printing
