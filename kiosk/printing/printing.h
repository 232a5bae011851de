// What a face sees of the printer. UI thread; nothing here blocks or throws. The slips are drawn and sent by
// the printer's own thread (printer.h).
//
// A slip that could not be printed within a minute is not printed later, when whoever wanted it is gone; it
// can be asked for again.
#pragma once

#include "core/domain/device_state.h"
#include "kiosk/printing/paper.h"

#include <cstdint>

namespace nextplease::printing {

using SlipId = RowId<struct SlipTag>; // zero: none

enum class SlipState {
    Waiting, // for the printer, or for paper
    Printing,
    Printed, // as far as the printer tells
    Failed,
};

// How things stand, as last heard from the printer's thread.
struct Now {
    DeviceState device = DeviceState::Unknown;
    bool heard = false; // `device` is what the printer's thread found, not where it begins
    SlipId slip; // the latest that was asked for
    SlipState state = SlipState::Printed;
    DeviceState why = DeviceState::Unknown; // of a slip that waits or has failed: what the printer said then
    friend bool operator==(const Now&, const Now&) = default;
};

class Printing {
public:
    virtual ~Printing() = default;

    virtual SlipId print(Paper paper) = 0;
    // The same paper once more; does nothing unless `slip` is the latest and not on its way already.
    virtual void print_again(SlipId slip) = 0;
    // Its visitor is gone: what has not been sent is not printed, and cannot be printed again.
    virtual void forget(SlipId slip) = 0;

    // Takes in what the printer's thread has told since.
    virtual const Now& now() = 0;
};

} // namespace nextplease::printing
