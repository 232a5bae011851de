// Tickets on paper: what they say and how large, in every language that is shipped, on both widths.
#include "core/base/error.h"
#include "core/reception/sentences.h"
#include "core/reception/ticket_code.h"
#include "kiosk/printing/case_receipt.h"
#include "kiosk/printing/paper_drawing.h"
#include "kiosk/printing/slips.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::printing;

namespace {

const Configuration& shipped()
{
    static const Configuration configuration = read_configuration(NEXTPLEASE_CONF);
    return configuration;
}

Visit ticket(const std::string& service = "B", const std::string& number = "B042")
{
    Visit made;
    made.number = TicketNumber(number);
    made.service = ServiceCode(service);
    made.arrived = *shipped().zone.instant(*parse_iso_time("2026-10-13T10:24"));
    made.day = shipped().zone.date(made.arrived);
    return made;
}

constexpr Estimate kTold { .people_ahead = 5, .about = Minutes { 12 }, .up_to = Minutes { 18 } };

Told told(
    const Estimate& estimate = kTold, const std::string& service = "B", const std::string& number = "B042")
{
    return { ticket(service, number), estimate, ticket().arrived };
}

// All that is said, in the order in which it stands.
std::vector<std::string> texts(const Paper& paper)
{
    std::vector<std::string> made;
    const auto add = [&](const std::string& text) {
        if (!text.empty())
            made.push_back(text);
    };
    for (const printing::Part& part : paper.parts) {
        if (const auto* line = std::get_if<Line>(&part))
            add(line->text);
        if (const auto* head = std::get_if<Letterhead>(&part))
            add(head->site);
        if (const auto* number = std::get_if<Number>(&part))
            add(number->text);
        if (const auto* box = std::get_if<Box>(&part)) {
            add(box->text);
            add(box->staff);
        }
        if (const auto* list = std::get_if<Checklist>(&part))
            for (const std::string& thing : list->things)
                add(thing);
        if (const auto* code = std::get_if<printing::Code>(&part)) {
            add(code->title);
            add(code->text);
            add(code->code);
        }
    }
    return made;
}

Paper slip_in(const Language& language, Print print = Print::Normal)
{
    return ticket_slip(told(), print, shipped(), words(language));
}

// One drawer a width: loading the fonts takes longer than drawing.
DrawnPaper drawn_on(int paper_mm, const Paper& paper)
{
    static const PaperDrawer narrow(58), wide(80);
    return (paper_mm == 58 ? narrow : wide).draw(paper);
}

// Rows of ink in a box, top and bottom of the letters' coverage.
int ink_height(const DrawnPaper& drawn, const ui::Rect& box)
{
    int first = -1, last = -1;
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.bottom()); ++y)
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.right()); ++x)
            if (drawn.raster.black(x, y)) {
                first = first < 0 ? y : first;
                last = y;
            }
    return first < 0 ? 0 : last - first + 1;
}

struct Form {
    int paper_mm;
    Print print;
    Language language;
};

std::vector<Form> all_forms()
{
    std::vector<Form> forms;
    for (const int mm : { 58, 80 })
        for (const Print print : { Print::Normal, Print::Large })
            for (const Language& language : shipped().languages)
                forms.push_back({ mm, print, language });
    return forms;
}

} // namespace

TEST_CASE("The ticket says what a visitor needs to know, in that order")
{
    CHECK(texts(slip_in(Language("en")))
        == std::vector<std::string> { "Northmoor Borough Council", "Your number", "B042", "Housing",
            "5 people ahead of you at 10:24", "10:36 to 10:42", "is when we expect to call you",
            "Have these ready", "<b>Our letter to you</b> If we have sent one",
            "<b>Your rent account number</b> If you know it",
            "<b>Something with your name</b> Passport, bank card or letter", "Scan this at the kiosk",
            "It shows how many people are ahead of you.", "NEXTPLEASE:2026-10-13:B042",
            "Missed your call? Show this at any desk.", "Tue 13 Oct 2026, 10:24. Kiosk\u00a01. B042" });
}

TEST_CASE("The ticket is in the visitor's language, and staff can read the service in theirs")
{
    const auto said = texts(slip_in(Language("pl")));
    CHECK(std::count(said.begin(), said.end(), "Mieszkania") == 1);
    CHECK(std::count(said.begin(), said.end(), "Housing") == 1);
    CHECK(said.at(5) == "5 osób przed tobą o 10:24");
    const auto own = texts(slip_in(Language("en")));
    CHECK(std::count(own.begin(), own.end(), "Housing") == 1);
}

TEST_CASE("The time is a window, one time where no more is known, and no time where none is")
{
    const auto said = [](const Estimate& estimate) {
        return texts(ticket_slip(told(estimate), Print::Normal, shipped(), words(Language("en"))));
    };
    CHECK(said({ .people_ahead = 0, .about = Minutes { 1 }, .up_to = {} }).at(4)
        == "Nobody is ahead of you at 10:24");
    CHECK(said({ .people_ahead = 1, .about = Minutes { 5 }, .up_to = {} }).at(4)
        == "1 person ahead of you at 10:24");
    CHECK(said({ .people_ahead = 1, .about = Minutes { 5 }, .up_to = {} }).at(5) == "about 10:29");
    const auto next = said({ .people_ahead = 0, .about = Minutes { 0 }, .up_to = Minutes { 3 } });
    CHECK(next.at(4) == "Nobody is ahead of you at 10:24");
    CHECK(next.at(5) == "You are next");
    CHECK(said({ .people_ahead = 2, .about = Minutes { 0 }, .up_to = {} }).at(5) == "about 10:25");
    CHECK(said({ .people_ahead = 4, .about = {}, .up_to = {} }).at(5)
        == "We cannot say a time yet. Look for your number on the big screen.");
}

TEST_CASE("The code is the ticket's page where there is one, and the ticket's own otherwise")
{
    Configuration web = shipped();
    CHECK(ticket_code(ticket(), web) == "NEXTPLEASE:2026-10-13:B042");
    web.public_url = "https://queue.example.org";
    CHECK(ticket_code(ticket(), web) == "https://queue.example.org/t/B042");
    const auto said = texts(ticket_slip(told(), Print::Normal, web, words(Language("en"))));
    CHECK(std::count(said.begin(), said.end(), "Follow your place on your phone") == 1);
    CHECK(std::count(said.begin(), said.end(), "https://queue.example.org/t/B042") == 1);
}

TEST_CASE("What the kiosk's scanner types is understood, and nothing else")
{
    Configuration web = shipped();
    const LocalDate day = ticket().day;
    const ScannedTicket own { day, TicketNumber("B042") };
    CHECK(scanned_ticket("NEXTPLEASE:2026-10-13:B042", web) == own);
    CHECK(scanned_ticket("nextplease:2026-10-13:b042", web) == own);
    CHECK(scanned_ticket("NEXTPLEASE;2026-10-13;B042", web) == own); // another keyboard
    for (const char* wrong : { "", "B042", "NEXTPLEASE:", "NEXTPLEASE:2026-10-13",
             "NEXTPLEASE:2026-13-13:B042", "NEXTPLEASE:2026-10-13:042",
             "NEXTPLEASE:2026-10-13:B042:", "https://queue.example.org/t/B042", "5012345678900" })
        CHECK_FALSE(scanned_ticket(wrong, web).has_value());
    web.public_url = "https://queue.example.org";
    CHECK(scanned_ticket("https://queue.example.org/t/B042", web)
        == ScannedTicket { {}, TicketNumber("B042") });
    CHECK_FALSE(scanned_ticket("https://queue.example.org/t/", web).has_value());
    CHECK_FALSE(scanned_ticket("https://elsewhere.example.org/t/B042", web).has_value());
}

TEST_CASE("A slip for a case says the reference, who deals with it, by when, and what else there is")
{
    const CaseSlip slip { .title = "We have your complaint",
        .reference = "K-318",
        .handler = "Our complaints team deals with it.",
        .dates = { "We confirm it by 20 October.", "We answer by 27 October." },
        .procedure = { "Not happy with our answer? Ask the Ombudsman." },
        .keep = "Keep this slip." };
    CHECK(texts(case_slip(slip, ticket().arrived, Print::Normal, shipped(), words(Language("en"))))
        == std::vector<std::string> { "Northmoor Borough Council", "We have your complaint", "Your reference",
            "K-318", "Our complaints team deals with it.", "We confirm it by 20 October.",
            "We answer by 27 October.", "Not happy with our answer? Ask the Ombudsman.", "Keep this slip.",
            "Tue 13 Oct 2026, 10:24. Kiosk\u00a01. K-318" });
}

TEST_CASE(
    "C-escalated: the slip of what begins in the second stage has that stage's dates, and nobody above it")
{
    const Configuration& made = shipped();
    Case sent;
    sent.id = CaseId(318);
    sent.letter = "K";
    sent.category = CategoryCode("crime");
    sent.handler = "The Chief Executive";
    sent.reply = ReplyWish::Letter;
    sent.first.acknowledge_by = parse_iso_date("2026-10-20");
    sent.first.respond_by = parse_iso_date("2026-10-27");
    sent.second.emplace();
    sent.second->acknowledge_by = parse_iso_date("2026-10-16");
    sent.second->respond_by = parse_iso_date("2026-11-10");
    const CaseSlip said = receipt_of(sent, words(Language("en")), made);
    REQUIRE(said.dates.size() == 3);
    CHECK(said.dates[0] == "You have our full answer by Tuesday 10 November.");
    CHECK(said.dates[1] == "You hear from us by Friday 16 October.");
    REQUIRE(said.procedure.size() == 1);
    CHECK(said.procedure.front().find("Ombudsman") != std::string::npos);
    sent.second.reset();
    sent.category = {};
    sent.handler.clear();
    const CaseSlip ordinary = receipt_of(sent, words(Language("en")), made);
    CHECK(ordinary.dates[0] == "You have our full answer by Tuesday 27 October.");
    CHECK(ordinary.procedure.front() == "Not happy with our answer? Ask us to look again.");
}

TEST_CASE("B3: the number is at least 10 mm high, and everything else 12 points, 17 in large print on 80 mm")
{
    for (const Form& form : all_forms()) {
        CAPTURE(form.paper_mm);
        CAPTURE(form.language.text());
        for (const std::string number : { "B042", "AB042", "W1000" }) {
            const DrawnPaper drawn = drawn_on(form.paper_mm,
                ticket_slip(told(kTold, "B", number), form.print, shipped(), words(form.language)));
            for (const Placed& one : drawn.placed) {
                if (one.kind == Placed::Kind::Number)
                    CHECK(ink_height(drawn, one.box) >= 10 * kDotsPerMillimetre);
                if (one.kind == Placed::Kind::Text)
                    CHECK(one.em >= (form.print == Print::Large && form.paper_mm == 80 ? 48 : 34)); // dots
            }
        }
    }
}

TEST_CASE("B3: nothing is printed in reverse: no box of the paper is mostly black but the logo")
{
    for (const Form& form : all_forms()) {
        const DrawnPaper drawn = drawn_on(form.paper_mm, slip_in(form.language, form.print));
        for (const Placed& one : drawn.placed) {
            if (one.kind != Placed::Kind::Text)
                continue;
            int black = 0, all = 0;
            for (int y = static_cast<int>(one.box.y); y < static_cast<int>(one.box.bottom()); ++y)
                for (int x = static_cast<int>(one.box.x); x < static_cast<int>(one.box.right()); ++x, ++all)
                    black += drawn.raster.black(x, y) ? 1 : 0;
            CAPTURE(one.text);
            CHECK(black * 2 < all);
            CHECK(black > 0);
        }
    }
}

TEST_CASE("B3: four modules around the code are white, and its modules are whole dots")
{
    Configuration web = shipped();
    web.public_url = "https://" + std::string(100, 'q') + ".example.org"; // as long as it may be
    for (const Configuration* configuration : { &shipped(), const_cast<const Configuration*>(&web) })
        for (const Form& form : all_forms()) {
            const DrawnPaper drawn = drawn_on(
                form.paper_mm, ticket_slip(told(), form.print, *configuration, words(form.language)));
            const auto code = std::find_if(drawn.placed.begin(), drawn.placed.end(),
                [](const Placed& one) { return one.kind == Placed::Kind::Code; });
            REQUIRE(code != drawn.placed.end());
            CHECK(code->module >= 5); // 0.6 mm: phones read it at arm's length
            const int quiet = 4 * code->module;
            const auto [x0, y0, w, h] = code->box;
            bool white = true;
            for (int y = 0; y < static_cast<int>(h); ++y)
                for (int x = 0; x < static_cast<int>(w); ++x) {
                    const bool inside = quiet <= x && x < static_cast<int>(w) - quiet && quiet <= y
                        && y < static_cast<int>(h) - quiet;
                    const int px = static_cast<int>(x0) + x, py = static_cast<int>(y0) + y;
                    if (!inside && 0 <= px && px < drawn.raster.width)
                        white = white && !drawn.raster.black(px, py);
                }
            CHECK(white);
        }
}

TEST_CASE("Nothing leaves the paper, no word is broken, no glyph is missing, no text lies over another")
{
    for (const Form& form : all_forms())
        for (const Service& service : shipped().office.services) {
            const DrawnPaper drawn = drawn_on(form.paper_mm,
                ticket_slip(told(kTold, service.code.text()), form.print, shipped(), words(form.language)));
            CAPTURE(form.paper_mm);
            CAPTURE(form.language.text());
            CAPTURE(service.code.text());
            CHECK(drawn.raster.width == dots_of(form.paper_mm));
            CHECK(drawn.unknown_glyphs == 0);
            CHECK_FALSE(drawn.overflow);
            for (std::size_t i = 0; i < drawn.placed.size(); ++i) {
                const ui::Rect& box = drawn.placed[i].box;
                CHECK(box.bottom() <= static_cast<float>(drawn.raster.height));
                for (std::size_t k = i + 1; k < drawn.placed.size(); ++k)
                    CHECK_FALSE(box.inset(0.5F).overlaps(drawn.placed[k].box));
            }
        }
}

TEST_CASE(
    "L4: numbers and times are Latin and keep their order in Urdu, on the paper that runs from the right")
{
    const Paper paper = slip_in(Language("ur"));
    for (const std::string& text : texts(paper))
        for (const char* const digit : { "۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹", "٠", "١", "٢" })
            CHECK(text.find(digit) == std::string::npos);
    const DrawnPaper right = drawn_on(80, paper), left = drawn_on(80, slip_in(Language("en")));
    const auto logo = [](const DrawnPaper& drawn) {
        return std::find_if(drawn.placed.begin(), drawn.placed.end(), [](const Placed& one) {
            return one.kind == Placed::Kind::Logo;
        })->box;
    };
    CHECK(logo(right).x == 576 - logo(left).x - logo(left).w);
    // The number is the same dots on both.
    const auto number = [](const DrawnPaper& drawn) {
        const auto at = std::find_if(drawn.placed.begin(), drawn.placed.end(),
            [](const Placed& one) { return one.kind == Placed::Kind::Number; });
        std::vector<bool> dots;
        for (int y = 0; y < static_cast<int>(at->box.h); ++y)
            for (int x = 0; x < 576; ++x)
                dots.push_back(drawn.raster.black(x, static_cast<int>(at->box.y) + y));
        return dots;
    };
    CHECK(number(right) == number(left));
}

TEST_CASE("A logo of the council's own takes the place of ours; one that is not there is named")
{
    Raster square(64, 64);
    std::fill(square.rows.begin(), square.rows.end(), 0xFF);
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "nextplease-logo-test.png";
    save_picture(square, file);
    const DrawnPaper drawn = PaperDrawer(80, file).draw(slip_in(Language("en")));
    CHECK(drawn.raster.black(24, 24)); // the corner, which is round in ours
    CHECK_FALSE(drawn_on(80, slip_in(Language("en"))).raster.black(24, 24));
    std::filesystem::remove(file);
    CHECK_THROWS_AS(PaperDrawer(80, "/nowhere/logo.png"), Failure);
}

TEST_CASE("The test slip has every part, and each language once")
{
    const auto said = texts(test_slip(ticket().arrived, shipped(), words(Language("en"))));
    CHECK(said.at(1) == "This printer works");
    for (const Language& language : shipped().languages)
        CHECK(std::count(said.begin(), said.end(), std::string(words(language).own_name())) == 1);
    const DrawnPaper drawn = drawn_on(58, test_slip(ticket().arrived, shipped(), words(Language("en"))));
    CHECK_FALSE(drawn.overflow);
    CHECK(drawn.unknown_glyphs == 0);
}
