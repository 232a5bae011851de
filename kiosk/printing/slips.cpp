#include "kiosk/printing/slips.h"

#include "core/reception/sentences.h"
#include "core/reception/ticket_code.h"
#include "kiosk/ui/canvas.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::printing {
namespace {

std::string site_of(const Configuration& configuration, const Words& words)
{
    return words_in(configuration.site, words.language(), configuration.languages);
}

// A name that is not broken at the end of a line.
std::string unbroken(const std::string& name)
{
    std::string made;
    for (const char c : name)
        made += c == ' ' ? "\u00a0" : std::string(1, c);
    return made;
}

// "Tue 13 Oct 2026, 10:24. Kiosk 1. B042"
Line foot(Instant at, const std::string& reference, const Configuration& configuration, const Words& words)
{
    const LocalTime local = configuration.zone.local(at);
    return { .text = words.say(Text::PaperFoot,
                 { { "date", short_date(local.date, words) },
                     { "year", std::to_string(static_cast<int>(local.date.year())) },
                     { "time", clock_face(local.since_midnight) },
                     { "machine", unbroken(configuration.machine) }, { "reference", reference } }) };
}

// The service as the visitor reads it, and as staff do.
Box service_box(const ServiceCode& code, const Configuration& configuration, const Words& words)
{
    Box box { .text = name_of(code, words, configuration), .staff = {}, .staff_language = {} };
    const Language& own = configuration.languages.front();
    const std::string staff = name_of(code, nextplease::words(own), configuration);
    if (staff != box.text) {
        box.staff = staff;
        box.staff_language = own;
    }
    return box;
}

// How many are ahead, and between which times the call is to be expected.
void add_wait(
    std::vector<Part>& parts, const Told& told, const Configuration& configuration, const Words& words)
{
    const auto face = [&](Instant at) { return clock_face(configuration.zone.local(at).since_midnight); };
    const std::string taken = face(told.at);
    const int ahead = told.estimate.people_ahead;
    parts.emplace_back(
        Line { .text = ahead == 0 ? words.say(Text::PaperTicketNobody, { { "time", taken } })
                                  : words.count(Text::PaperTicketAhead, ahead, { { "time", taken } }),
            .align = ui::Align::Middle });
    if (!told.estimate.about) {
        parts.emplace_back(Line { .text = words.say(Text::PaperTicketNoTime), .align = ui::Align::Middle });
        return;
    }
    if (told.estimate.next()) {
        parts.emplace_back(Line { .text = words.say(Text::VisitorWaitNext),
            .size = Size::Large,
            .weight = ui::Weight::Bold,
            .align = ui::Align::Middle });
        return;
    }
    const std::string from = face(told.at + std::max(*told.estimate.about, Minutes { 1 }));
    const std::string window = told.estimate.up_to ? words.say(Text::VisitorConfirmSpan,
                                   { { "from", from }, { "to", face(told.at + *told.estimate.up_to) } })
                                                   : words.say(Text::PaperTicketAbout, { { "time", from } });
    parts.emplace_back(
        Line { .text = window, .size = Size::Large, .weight = ui::Weight::Bold, .align = ui::Align::Middle });
    parts.emplace_back(Line { .text = words.say(Text::PaperTicketExpect), .align = ui::Align::Middle });
}

void add_documents(
    std::vector<Part>& parts, const ServiceCode& code, const Configuration& configuration, const Words& words)
{
    const Service* service = configuration.office.find(code);
    if (!service || service->bring.empty())
        return;
    Checklist list;
    for (const Document& document : service->bring) {
        const std::string name = words_in(document.name, words.language(), configuration.languages);
        const std::string hint = words_in(document.hint, words.language(), configuration.languages);
        list.things.push_back(
            "<b>" + ui::escaped(name) + "</b>" + (hint.empty() ? "" : " " + ui::escaped(hint)));
    }
    parts.emplace_back(Gap {});
    parts.emplace_back(Rule::Dashed);
    parts.emplace_back(Line {
        .text = words.say(Text::VisitorConfirmBring), .size = Size::Title, .weight = ui::Weight::Bold });
    parts.emplace_back(std::move(list));
}

} // namespace

Paper ticket_slip(const Told& told, Print print, const Configuration& configuration, const Words& words)
{
    const Visit& ticket = told.ticket;
    Paper paper { .language = words.language(), .print = print, .parts = {} };
    std::vector<Part>& parts = paper.parts;
    parts.emplace_back(Letterhead { site_of(configuration, words) });
    parts.emplace_back(Line {
        .text = words.say(Text::VisitorTicketNumber), .size = Size::Title, .align = ui::Align::Middle });
    parts.emplace_back(Number { ticket.number.text() });
    parts.emplace_back(service_box(ticket.service, configuration, words));
    parts.emplace_back(Gap { 3 });
    add_wait(parts, told, configuration, words);
    add_documents(parts, ticket.service, configuration, words);
    parts.emplace_back(Gap {});
    parts.emplace_back(Rule::Dashed);
    const bool page = !configuration.public_url.empty();
    parts.emplace_back(Code { ticket_code(ticket, configuration),
        words.say(page ? Text::PaperTicketFollow : Text::PaperTicketScan),
        words.say(page ? Text::PaperTicketFollowText : Text::PaperTicketScanText) });
    parts.emplace_back(Rule::Solid);
    parts.emplace_back(Line { .text = words.say(Text::PaperTicketMissed), .weight = ui::Weight::Bold });
    parts.emplace_back(foot(told.at, ticket.number.text(), configuration, words));
    return paper;
}

Paper appointment_slip(const Appointment& appointment, Instant at, Print print,
    const Configuration& configuration, const Words& words)
{
    Paper paper { .language = words.language(), .print = print, .parts = {} };
    std::vector<Part>& parts = paper.parts;
    const bool cancelled = appointment.state == AppointmentState::Cancelled;
    parts.emplace_back(Letterhead { site_of(configuration, words) });
    parts.emplace_back(
        Line { .text = words.say(cancelled ? Text::PaperAppointmentCancelled : Text::PaperAppointmentMoved),
            .size = Size::Title,
            .weight = ui::Weight::Bold });
    parts.emplace_back(service_box(appointment.service, configuration, words));
    parts.emplace_back(Gap { 3 });
    const LocalTime when = configuration.zone.local(appointment.at);
    const auto line = [&](std::string text) {
        parts.emplace_back(Line { .text = std::move(text),
            .size = Size::Large,
            .weight = ui::Weight::Bold,
            .align = ui::Align::Middle });
    };
    if (!cancelled) {
        line(long_date(when.date, words));
        line(clock_face(when.since_midnight));
        parts.emplace_back(Line { .text = words.say(Text::PaperCaseReference), .align = ui::Align::Middle });
        line(appointment.reference);
    }
    if (!appointment.apology.empty()) {
        parts.emplace_back(Rule::Solid);
        parts.emplace_back(Line { .text = appointment.apology });
    }
    if (!cancelled)
        add_documents(parts, appointment.service, configuration, words);
    parts.emplace_back(Rule::Solid);
    parts.emplace_back(foot(at, appointment.reference, configuration, words));
    return paper;
}

Paper case_slip(
    const CaseSlip& slip, Instant at, Print print, const Configuration& configuration, const Words& words)
{
    Paper paper { .language = words.language(), .print = print, .parts = {} };
    std::vector<Part>& parts = paper.parts;
    parts.emplace_back(Letterhead { site_of(configuration, words) });
    const auto line = [&](const std::string& text, ui::Weight weight) {
        if (!text.empty())
            parts.emplace_back(Line { .text = text, .weight = weight });
    };
    if (!slip.title.empty())
        parts.emplace_back(Line { .text = slip.title, .size = Size::Title, .weight = ui::Weight::Bold });
    parts.emplace_back(Line { .text = words.say(Text::PaperCaseReference), .align = ui::Align::Middle });
    parts.emplace_back(Number { slip.reference });
    parts.emplace_back(Rule::Solid);
    line(slip.handler, ui::Weight::Regular);
    for (const std::string& date : slip.dates)
        line(date, ui::Weight::Bold);
    if (!slip.procedure.empty()) {
        parts.emplace_back(Gap { 3 });
        parts.emplace_back(Rule::Dashed);
    }
    for (const std::string& step : slip.procedure) {
        line(step, ui::Weight::Regular);
        parts.emplace_back(Gap { 3 });
    }
    parts.emplace_back(Rule::Solid);
    line(slip.keep, ui::Weight::Bold);
    parts.emplace_back(foot(at, slip.reference, configuration, words));
    return paper;
}

Paper test_slip(Instant at, const Configuration& configuration, const Words& words)
{
    Paper paper { .language = words.language(), .print = Print::Normal, .parts = {} };
    std::vector<Part>& parts = paper.parts;
    parts.emplace_back(Letterhead { site_of(configuration, words) });
    parts.emplace_back(
        Line { .text = words.say(Text::PaperTestTitle), .size = Size::Title, .weight = ui::Weight::Bold });
    parts.emplace_back(Number { "A018" });
    parts.emplace_back(Rule::Solid);
    parts.emplace_back(Rule::Dashed);
    Checklist list;
    for (const Text text : { Text::PaperTestLines, Text::PaperTestCode, Text::PaperTestCut })
        list.things.push_back(ui::escaped(words.say(text)));
    parts.emplace_back(std::move(list));
    // Each language once: what this printer shall print, it shows.
    for (const Language& language : configuration.languages)
        parts.emplace_back(
            Line { .text = std::string(nextplease::words(language).own_name()), .language = language });
    parts.emplace_back(Code { "NEXTPLEASE:TEST", {}, {} });
    parts.emplace_back(foot(at, "A018", configuration, words));
    return paper;
}

} // namespace nextplease::printing
