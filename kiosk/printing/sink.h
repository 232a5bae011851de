// Where slips go: a printer that is spoken to in ESC/POS, or a queue of the print server. It says how the
// printer stands and what became of a slip; it never waits longer than its patience, and throws nothing.
//
// One thread.
#pragma once

#include "core/domain/device_state.h"
#include "kiosk/printing/raster.h"
#include "kiosk/printing/wire.h"

namespace nextplease::printing {

class Sink {
public:
    virtual ~Sink() = default;

    virtual DeviceState status() = 0;

    struct Result {
        enum class End {
            Printed, // as far as the printer tells
            NotBegun, // nothing came out: it can be tried again
            Torn, // something may have come out
        };
        End end = End::Printed;
        DeviceState state = DeviceState::Unknown; // afterwards
    };
    virtual Result print(const Raster& raster) = 0;
};

// How long a printer may take.
struct Patience {
    Milliseconds open { 2000 };
    Milliseconds answer { 500 }; // to a question
    Milliseconds quiet { 15 }; // after an answer, until it counts as the only one
    Milliseconds progress { 5000 }; // to take more of a slip
    Milliseconds slip { 30000 }; // to take all of it
    Milliseconds done { 10000 }; // to say that it was printed
};

// `interrupt` must outlive the sink.
std::unique_ptr<Sink> make_sink(
    const PrinterAddress& address, const Interrupt& interrupt, const Patience& patience = {});

} // namespace nextplease::printing
