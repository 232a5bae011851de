// Bytes to a printer and back, with deadlines: over a device file, a TCP connection or into a file. Nothing
// waits longer than it is told, whatever the printer does.
//
// One thread, except Interrupt::ask.
#pragma once

#include "core/reception/printer_address.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace nextplease::printing {

using Milliseconds = std::chrono::milliseconds;

// Ends every wait under way, and every later one, from another thread.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    void ask() const; // any thread
    bool asked() const;
    int descriptor() const { return descriptor_; } // readable once it was asked

private:
    int descriptor_;
};

enum class Talk { Both, OneWay /* nothing ever comes back */ };

class Wire {
public:
    virtual ~Wire() = default;

    // True if it is open; false if there is nothing there that can be opened in that time.
    virtual bool open(Milliseconds within) = 0;
    virtual void close() = 0;

    struct Sent {
        enum class End {
            All,
            Stalled, // nothing more was taken for `patience`, or not everything `within`
            Gone, // the other side closed, or the device vanished
        };
        End end = End::All;
        std::size_t bytes = 0; // that were taken
    };
    virtual Sent send(std::string_view bytes, Milliseconds patience, Milliseconds within) = 0;

    // What came back: waits `within` for the first byte, and takes what follows until nothing came for
    // `quiet`. Empty: nothing. At most 4096 bytes.
    virtual std::string receive(Milliseconds within, Milliseconds quiet) = 0;

    virtual Talk talk() const = 0;
};

// REQUIRES: address.link is not Cups. `interrupt` must outlive the wire.
std::unique_ptr<Wire> make_wire(const PrinterAddress& address, const Interrupt& interrupt);

} // namespace nextplease::printing
