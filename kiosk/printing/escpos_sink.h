// A printer that is spoken to in ESC/POS over a wire. The wire is opened for each question and each slip, so
// that a printer that was switched off or replaced is found again by itself.
#pragma once

#include "kiosk/printing/escpos.h"
#include "kiosk/printing/sink.h"

namespace nextplease::printing {

class EscposSink : public Sink {
public:
    EscposSink(std::unique_ptr<Wire> wire, const Interrupt& interrupt, const Patience& patience);

    DeviceState status() override;
    Result print(const Raster& raster) override;

private:
    std::optional<std::uint8_t> answer(escpos::Question question);
    DeviceState ask_all();
    DeviceState after_trouble(Wire::Sent::End end);
    Result torn(const escpos::Job& job, const Wire::Sent& sent, std::size_t before);
    Result wait_until_done(const escpos::Job& job);

    std::unique_ptr<Wire> wire_;
    const Interrupt& interrupt_;
    Patience patience_;
    bool answers_ = false; // it has answered once, so silence means something
    bool done_ = false; // it said that all was printed
    std::string completion_; // what must go before the next slip, after a torn one
};

} // namespace nextplease::printing
