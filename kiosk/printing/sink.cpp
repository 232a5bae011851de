#include "kiosk/printing/sink.h"

#include "kiosk/printing/cups_sink.h"
#include "kiosk/printing/escpos_sink.h"

namespace nextplease::printing {

std::unique_ptr<Sink> make_sink(
    const PrinterAddress& address, const Interrupt& interrupt, const Patience& patience)
{
    if (address.link == PrinterAddress::Link::Cups)
        return make_cups_sink(address.target, interrupt, patience);
    return std::make_unique<EscposSink>(make_wire(address, interrupt), interrupt, patience);
}

} // namespace nextplease::printing
