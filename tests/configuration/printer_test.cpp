#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "core/reception/printer_address.h"
#include "tests/configuration/small_conf.h"

#include <doctest/doctest.h>

using namespace nextplease;
using Link = PrinterAddress::Link;

namespace {

Configuration with(const std::string& section)
{
    return parse_configuration(
        testing::small_conf_with("[visitor]\n", section + "[visitor]\n"), "/etc/nextplease/kiosk.conf");
}

std::string refusal(const std::string& lines)
{
    try {
        with(lines);
    } catch (const InputError& error) {
        return std::string(error.what()).substr(std::string("/etc/nextplease/").size());
    }
    return "accepted";
}

} // namespace

TEST_CASE("Without a section [printer] there is none")
{
    const Configuration small = parse_configuration(testing::small_conf(), "k");
    CHECK(small.printer.url.empty());
    CHECK(small.printer.width_mm == 80);
    CHECK(small.printer.logo.empty());
    CHECK_FALSE(small.printer.large_print_always);
    CHECK(small.machine == "Kiosk 1");
}

TEST_CASE("Every key of the printer changes exactly what it says")
{
    CHECK(with("[printer]\nurl = \"usb:/dev/usb/lp0\"\n").printer.url == "usb:/dev/usb/lp0");
    CHECK(with("[printer]\nurl = \"\"\n").printer.url.empty());
    CHECK(with("[printer]\nwidth_mm = 58\n").printer.width_mm == 58);
    CHECK(with("[printer]\nlogo = \"logo.png\"\n").printer.logo == "/etc/nextplease/logo.png");
    CHECK(with("[printer]\nlogo = \"/srv/logo.png\"\n").printer.logo == "/srv/logo.png");
    CHECK(with("[printer]\nlogo = \"\"\n").printer.logo.empty());
    CHECK(with("[printer]\nlarge_print_always = true\n").printer.large_print_always);
    CHECK(with("[machine]\nname = \"Front door\"\n").machine == "Front door");
}

TEST_CASE("Each mistake in the printer is named with what to write instead")
{
    const std::string url = "kiosk.conf:11:7: printer.url is \"";
    const std::string write = "\": write such as \"usb:/dev/usb/lp0\", \"tcp:192.0.2.1:9100\", "
                              "\"cups:tickets\" or \"file:/tmp/tickets.bin\"";
    for (const std::string wrong :
        { "/dev/usb/lp0", "usb:", "usb:lp0", "tcp:", "tcp:printer:0", "tcp:printer:70000", "tcp:[::1",
            "tcp:a b", "cups:", "cups:a/b", "file:x", "lpt:1", "tcp:printer:91:00", "serial:/dev/ttyS0" })
        CHECK(refusal("[printer]\nurl = \"" + wrong + "\"\n") == url + wrong + write);
    CHECK(
        refusal("[printer]\nwidth_mm = 70\n") == "kiosk.conf:11:12: printer.width_mm is 70: write 58 or 80");
    CHECK(refusal("[printer]\nwidth_mm = 100\n")
        == "kiosk.conf:11:12: printer.width_mm is 100: write a whole number from 58 to 80");
    CHECK(refusal("[printer]\nlogo = \"logo.jpg\"\n")
        == "kiosk.conf:11:8: printer.logo is \"logo.jpg\": write the path of a PNG file, such as "
           "\"logo.png\"");
    CHECK(refusal("[machine]\nname = \"A machine with a far too long name\"\n")
        == "kiosk.conf:11:8: machine.name is \"A machine with a far too long name\": write at most 24 "
           "letters");
}

TEST_CASE("Every form of an address is read")
{
    CHECK(printer_address("usb:/dev/usb/lp0") == PrinterAddress { Link::Usb, "/dev/usb/lp0" });
    CHECK(printer_address("tcp:192.0.2.1:9100") == PrinterAddress { Link::Tcp, "192.0.2.1", "9100" });
    CHECK(printer_address("tcp:printer.example.org")
        == PrinterAddress { Link::Tcp, "printer.example.org", "9100" });
    CHECK(printer_address("tcp:[2001:db8::1]:515") == PrinterAddress { Link::Tcp, "2001:db8::1", "515" });
    CHECK(printer_address("tcp:[2001:db8::1]") == PrinterAddress { Link::Tcp, "2001:db8::1", "9100" });
    CHECK(printer_address("cups:tickets") == PrinterAddress { Link::Cups, "tickets" });
    CHECK(printer_address("file:/tmp/tickets.bin") == PrinterAddress { Link::File, "/tmp/tickets.bin" });
}
