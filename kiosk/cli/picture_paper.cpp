// nextplease picture paper: a slip as the printer would print it.
#include "core/base/error.h"
#include "core/reception/cases.h"
#include "kiosk/cli/picture.h"
#include "kiosk/printing/case_receipt.h"
#include "kiosk/printing/paper_drawing.h"
#include "kiosk/printing/slips.h"
#include "text_keys.h"

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

// As if somebody had complained now and wished an answer.
Case sample_complaint(const Configuration& configuration, Instant now)
{
    const CaseDates dates = dates_of(CaseKind::Complaint, now, configuration);
    Case made;
    made.id = CaseId(318);
    made.letter = configuration.complaints.reference_letter;
    made.received = now;
    made.first.acknowledge_by = dates.acknowledge_by;
    made.first.respond_by = dates.respond_by;
    made.reply = ReplyWish::Letter;
    return made;
}

// Why an appointment could have been moved.
std::string sample_reason(const Configuration& configuration, const Words& words)
{
    const auto& reasons = configuration.desks.late;
    return reasons.empty() ? std::string()
                           : words_in(reasons.back().words, words.language(), configuration.languages);
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
    } else if (asked.screen == "case") {
        paper = printing::case_slip(
            printing::receipt_of(sample_complaint(configuration, room.now), spoken, configuration), room.now,
            print, configuration, spoken);
    } else if (asked.screen == "appointment") {
        Appointment moved;
        moved.reference = "K7M-4PX";
        moved.service = configuration.office.services.front().code;
        moved.at = room.now + Minutes { 24 * 60 };
        moved.apology =
            spoken.say(Text::NoticeDelayText, { { "reason", sample_reason(configuration, spoken) } });
        paper = printing::appointment_slip(moved, room.now, print, configuration, spoken);
    } else
        throw InputError(fmt::format(
            "there is no slip \"{}\": write --screen ticket, appointment, case or test", asked.screen));
    const int width = asked.width_mm == 0 ? configuration.printer.width_mm : asked.width_mm;
    printing::save_picture(
        printing::PaperDrawer(width, configuration.printer.logo).draw(paper).raster, asked.file);
}

} // namespace nextplease::cli
