// Where a ticket printer is, as kiosk.conf says it: printer.url. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

struct PrinterAddress {
    enum class Link {
        Usb, // a device file: "usb:/dev/usb/lp0"
        Tcp, // raw bytes to a port: "tcp:192.0.2.1:9100"
        Cups, // a queue of the machine's print server: "cups:tickets"
        File, // appended to a file: "file:/tmp/tickets.bin"
    };
    Link link = Link::File;
    std::string target; // device, host, queue or file
    std::string port {}; // Tcp
    friend bool operator==(const PrinterAddress&, const PrinterAddress&) = default;
};

// Nothing if it is not of that form. An IPv6 address stands in brackets; without a port it is 9100.
std::optional<PrinterAddress> printer_address(std::string_view url);

} // namespace nextplease
