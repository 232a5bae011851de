#include "kiosk/cli/check_printer.h"

#include "core/base/error.h"
#include "core/reception/device_words.h"
#include "core/reception/printer_address.h"
#include "kiosk/printing/paper_drawing.h"
#include "kiosk/printing/sink.h"
#include "kiosk/printing/slips.h"
#include "text_keys.h"

namespace nextplease::cli {

using printing::DrawnPaper;
using printing::PaperDrawer;
using printing::Sink;

std::vector<Finding> check_printer(
    const Configuration& configuration, const Words& words, Instant now, const CheckArguments& asked)
{
    const PrinterSettings& settings = configuration.printer;
    if (settings.url.empty())
        return { { Text::CliCheckPrinter, words.say(Text::CliCheckPrinterNone), asked.print_test } };
    std::vector<Finding> found;
    DrawnPaper paper;
    try {
        paper = PaperDrawer(settings.width_mm, settings.logo)
                    .draw(printing::test_slip(now, configuration, words));
    } catch (const Failure& error) { // the logo
        return { { Text::CliCheckPrinter, error.what(), true } };
    }
    const printing::Interrupt nobody;
    const auto sink = make_sink(printer_address(settings.url).value(), nobody);
    const DeviceState state = sink->status();
    found.push_back(
        { Text::CliCheckPrinter, settings.url + ": " + device_words(state, words), !can_print(state) });
    if (!asked.print_test)
        return found;
    const Sink::Result result = sink->print(paper.raster);
    const bool printed = result.end == Sink::Result::End::Printed;
    found.push_back({ Text::CliCheckTestSlip,
        printed ? words.say(Text::CliCheckTestPrinted)
                : words.say(Text::CliCheckTestNotPrinted, { { "why", device_words(result.state, words) } }),
        !printed });
    return found;
}

} // namespace nextplease::cli
