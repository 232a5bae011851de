// The printed ticket, as a visitor meets it: whole visits by touch on a real store, with a printer that does
// what the test says, and one that writes into a file.
#include "kiosk/printing/printer.h"
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>
#include <thread>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;
using printing::Paper;
using printing::SlipId;
using printing::SlipState;

class FakePrinting : public printing::Printing {
public:
    SlipId print(Paper paper) override
    {
        papers.push_back(std::move(paper));
        told.slip = SlipId(static_cast<std::int64_t>(papers.size()));
        told.state = SlipState::Waiting;
        told.why = told.device;
        return told.slip;
    }
    void print_again(SlipId slip) override { again.push_back(slip); }
    void forget(SlipId slip) override { forgotten.push_back(slip); }
    const printing::Now& now() override { return told; }

    // What the printer's thread would tell.
    void tell(DeviceState device, SlipState state)
    {
        told.device = told.why = device;
        told.state = state;
        told.heard = true;
    }
    printing::Now told;
    std::vector<Paper> papers;
    std::vector<SlipId> again, forgotten;
};

std::string number_on(const Paper& paper)
{
    for (const printing::Part& part : paper.parts)
        if (const auto* number = std::get_if<printing::Number>(&part))
            return number->text;
    return {};
}

struct Visitor {
    Visitor(SampleKiosk& kiosk, printing::Printing* printer)
        : kiosk_(kiosk)
        , face(make_visitor_face(kiosk.configuration, kiosk.commands, { .printer = printer }))
        , ui((look(), *face))
    {
    }
    void look() { face->show(kiosk_.snapshot()); }
    void tap(const std::string& key)
    {
        ui.advance(2s);
        ui.tap(key);
        look();
        ui.settle();
    }
    void take_ticket(const std::string& language = "en")
    {
        tap("language." + language);
        tap("service.B");
        tap("confirm.take");
    }
    void pass(ui::Moment time)
    {
        ui.advance(time);
        ui.settle();
    }

    SampleKiosk& kiosk_;
    std::unique_ptr<app::Face> face;
    UiDriver ui;
};

} // namespace

TEST_CASE("A ticket is printed once it is taken, once, in the visitor's language")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.tap("language.pl");
    visitor.tap("service.B");
    CHECK(printer.papers.empty());
    visitor.tap("confirm.take");
    REQUIRE(printer.papers.size() == 1);
    CHECK(number_on(printer.papers[0]) == "B042");
    CHECK(printer.papers[0].language == Language("pl"));
    CHECK(printer.papers[0].print == printing::Print::Normal);
    visitor.pass(20s);
    CHECK(printer.papers.size() == 1);
}

TEST_CASE("Whoever reads in large print gets large print on paper")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.tap("bar.text_size");
    visitor.take_ticket();
    REQUIRE(printer.papers.size() == 1);
    CHECK(printer.papers[0].print == printing::Print::Large);
}

TEST_CASE("The screen says that the ticket is being printed and where it comes out, then that it is there")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.take_ticket();
    printer.tell(DeviceState::Ready, SlipState::Printing);
    visitor.pass(200ms);
    CHECK(visitor.ui.says("Printing your ticket"));
    CHECK(visitor.ui.says("It comes out below the screen."));
    CHECK_FALSE(visitor.ui.shows("ticket.print_again"));
    printer.tell(DeviceState::Ready, SlipState::Printed);
    visitor.pass(3s);
    CHECK(visitor.ui.says("Your ticket is printed"));
    CHECK(visitor.ui.shows("ticket.print_again"));
}

TEST_CASE("Without paper, open or off the number stays on the screen, and the screen says what to do instead")
{
    struct Trouble {
        DeviceState state;
        const char* words;
    };
    for (const Trouble& trouble : { Trouble { DeviceState::PaperOut, "No paper left" },
             Trouble { DeviceState::CoverOpen, "The printer is open" },
             Trouble { DeviceState::Offline, "The printer does not work now" },
             Trouble { DeviceState::Stalled, "The printer does not work now" } }) {
        SampleKiosk kiosk;
        FakePrinting printer;
        Visitor visitor(kiosk, &printer);
        visitor.take_ticket();
        printer.tell(trouble.state, SlipState::Waiting);
        visitor.pass(500ms);
        CHECK(visitor.ui.says(trouble.words));
        CHECK(visitor.ui.says("Remember B042, or take a photo."));
        CHECK(visitor.ui.says("B042"));
        CHECK(kiosk.reception.find("B042").has_value());
        CHECK_FALSE(visitor.ui.shows("ticket.print_again")); // it is printed by itself when that is mended
        printer.tell(trouble.state, SlipState::Failed);
        visitor.pass(500ms);
        CHECK(visitor.ui.shows("ticket.print_again"));
    }
}

TEST_CASE("A ticket can be printed again, and two taps on the button make one")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.take_ticket();
    printer.tell(DeviceState::Ready, SlipState::Failed);
    visitor.pass(2s);
    visitor.ui.tap("ticket.print_again");
    CHECK(printer.papers.size() == 2);
    CHECK_FALSE(visitor.ui.shows("ticket.print_again"));
    CHECK(number_on(printer.papers[1]) == "B042");
    CHECK(kiosk.tickets() == kiosk.tickets());
}

TEST_CASE("A ticket whose visitor has gone is forgotten: nobody's is printed later")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.take_ticket();
    printer.tell(DeviceState::PaperOut, SlipState::Waiting);
    visitor.tap("ticket.done");
    visitor.pass(200ms);
    CHECK(printer.forgotten == std::vector { SlipId(1) });
}

TEST_CASE("Without a printer nothing of paper is on the screen")
{
    SampleKiosk kiosk;
    Visitor visitor(kiosk, nullptr);
    visitor.take_ticket();
    visitor.pass(3s);
    CHECK(visitor.ui.says("Look for B042 on the big screen"));
    CHECK_FALSE(visitor.ui.shows("ticket.print_again"));
    CHECK_FALSE(visitor.ui.says("Printing your ticket"));
}

TEST_CASE(
    "What the printer says of itself comes to every desk, once for each change, and again after a failure")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    const auto known = [&] { return kiosk.snapshot()->devices; };
    visitor.pass(1s);
    CHECK(known().empty()); // nothing was heard yet
    printer.tell(DeviceState::PaperNearEnd, SlipState::Printed);
    visitor.pass(1s);
    REQUIRE(known().size() == 1);
    CHECK(known()[0].machine == "Kiosk 1");
    CHECK(known()[0].device == "printer");
    CHECK(known()[0].state == DeviceState::PaperNearEnd);
    kiosk.commands.mode = TestCommands::Mode::Fail;
    printer.tell(DeviceState::PaperOut, SlipState::Printed);
    visitor.pass(2s);
    kiosk.commands.mode = TestCommands::Mode::Answer;
    CHECK(known()[0].state == DeviceState::PaperNearEnd);
    visitor.pass(15s);
    CHECK(known()[0].state == DeviceState::PaperOut);
}

TEST_CASE("A store that is stuck keeps no ticket from the screen, and a printer none from the store")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    printer.tell(DeviceState::Stalled, SlipState::Printed);
    Visitor visitor(kiosk, &printer);
    const std::size_t before = kiosk.tickets();
    visitor.take_ticket();
    CHECK(kiosk.tickets() == before + 1);
    CHECK(visitor.ui.shows("ticket.done"));
}

TEST_CASE("From the touch to the bytes of the ticket in a file")
{
    SampleKiosk kiosk;
    const testing::TempFolder folder;
    const std::filesystem::path file = folder / "tickets.bin";
    PrinterSettings settings;
    settings.url = "file:" + file.string();
    const auto printer = printing::make_printer(settings);
    Visitor visitor(kiosk, printer.get());
    visitor.take_ticket();
    for (int i = 0; i < 2000 && printer->now().state != SlipState::Printed; ++i)
        std::this_thread::sleep_for(2ms);
    CHECK(printer->now().state == SlipState::Printed);
    CHECK(std::filesystem::file_size(file) > 10000);
    visitor.pass(3s);
    CHECK(visitor.ui.says("Your ticket is printed"));
}

} // namespace nextplease::visitor
