// nextplease picture paper: a slip as the printer would print it.
#include "core/base/error.h"
#include "kiosk/cli/picture.h"
#include "kiosk/printing/paper_drawing.h"
#include "kiosk/printing/slips.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using printing::Paper;
using printing::Print;

// The ticket of that number, else the latest that waits.
const VisitNow& ticket_of(const Snapshot& room, const std::string& number)
{
    const VisitNow* found = nullptr;
    for (const VisitNow& one : room.waiting) {
        const bool wanted = number.empty() || one.visit.number.text() == number;
        if (wanted && (!found || one.visit.arrived >= found->visit.arrived))
            found = &one;
    }
    if (!found && number.empty())
        throw InputError("nobody is waiting in this store: take a ticket first");
    if (!found)
        throw InputError(fmt::format("no ticket {} is waiting: write the number of one that is", number));
    return *found;
}

} // namespace

void picture_paper(const PictureArguments& asked, const Configuration& configuration, const Snapshot& room)
{
    const Words& spoken =
        words(Language(asked.language.empty() ? configuration.languages.front().text() : asked.language));
    const Print print = asked.large_print ? Print::Large : Print::Normal;
    Paper paper;
    if (asked.screen == "test")
        paper = printing::test_slip(room.now, configuration, spoken);
    else if (asked.screen.empty() || asked.screen == "ticket") {
        const VisitNow& ticket = ticket_of(room, asked.number);
        paper = printing::ticket_slip(
            { ticket.visit, ticket.estimate, ticket.visit.arrived }, print, configuration, spoken);
    } else
        throw InputError(fmt::format("there is no slip \"{}\": write --screen ticket or test", asked.screen));
    const int width = asked.width_mm == 0 ? configuration.printer.width_mm : asked.width_mm;
    printing::save_picture(
        printing::PaperDrawer(width, configuration.printer.logo).draw(paper).raster, asked.file);
}

} // namespace nextplease::cli
