// The printed ticket, as a visitor meets it: whole visits by touch on a real store, with a printer that does
// what the test says, and one that writes into a file.
#include "kiosk/printing/printer.h"
#include "tests/support/recording_speaker.h"
#include "tests/visitor/fake_printing.h"
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>
#include <thread>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;
using printing::Paper;
using printing::SlipId;
using printing::SlipState;

std::string number_on(const Paper& paper)
{
    for (const printing::Part& part : paper.parts)
        if (const auto* number = std::get_if<printing::Number>(&part))
            return number->text;
    return {};
}

// Every word on it, a part a line.
std::string text_of(const Paper& paper)
{
    std::string text;
    for (const printing::Part& part : paper.parts) {
        if (const auto* line = std::get_if<printing::Line>(&part))
            text += line->text + "\n";
        else if (const auto* number = std::get_if<printing::Number>(&part))
            text += number->text + "\n";
        else if (const auto* code = std::get_if<printing::Code>(&part))
            text += code->code + "\n" + code->title + "\n" + code->text + "\n";
        else if (const auto* box = std::get_if<printing::Box>(&part))
            text += box->text + "\n" + box->staff + "\n";
        else if (const auto* list = std::get_if<printing::Checklist>(&part))
            for (const std::string& thing : list->things)
                text += thing + "\n";
    }
    return text;
}

bool says(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

struct Visitor {
    Visitor(SampleKiosk& kiosk, printing::Printing* printer, sound::Speaker* speaker = nullptr)
        : kiosk_(kiosk)
        , face(make_visitor_face(
              kiosk.configuration, kiosk.commands, { .speaker = speaker, .printer = printer }))
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
    void send_complaint(const std::string& language = "en")
    {
        for (const char* key :
            { "home.tell_us", "tell_us.message", "message.complaint", "about.B", "category.councillor" }) {
            if (std::string(key) == "home.tell_us")
                tap("language." + language);
            tap(key);
        }
        ui.type("Zanzibar said so");
        tap("step.next");
        tap("reply.phone");
        if (ui.screen().find("message.reply-language") != std::string::npos)
            tap("reply-in." + language);
        ui.type("Quentin");
        tap("step.next");
        ui.type("01632960042");
        tap("step.next");
        REQUIRE(ui.screen().find("message.review") != std::string::npos);
        tap("step.next");
        REQUIRE(ui.screen().find("message.sent") != std::string::npos);
    }
    void look_up(const std::string& number)
    {
        tap("language.en");
        tap("home.my_ticket");
        ui.type(number);
        tap("step.next");
        look();
        ui.settle();
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

TEST_CASE("A complaint that was sent is on paper: reference, who deals with it, by when, what else there is")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.send_complaint();
    visitor.pass(200ms);
    REQUIRE(printer.papers.size() == 1);
    CHECK(number_on(printer.papers[0]) == "K-1");
    const std::string text = text_of(printer.papers[0]);
    CHECK(says(text, "Thank you. We have your complaint."));
    CHECK(says(text, "Who deals with it: The Director of Governance"));
    CHECK(says(text, "You have our full answer by Tuesday 27 October."));
    CHECK(says(text, "You hear from us by Tuesday 20 October."));
    CHECK(says(text, "Not happy with our answer? Ask us to look again."));
    CHECK(says(text, "Ombudsman"));
    CHECK(says(text, "Keep this slip."));
    for (const char* typed : { "Zanzibar", "Quentin", "0163", "960042" })
        CHECK_MESSAGE(!says(text, typed), typed);
    visitor.pass(20s);
    CHECK(printer.papers.size() == 1);
}

TEST_CASE("A slip is in the visitor's language and print, and its screen says how it is getting on")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.tap("bar.text_size");
    visitor.send_complaint("pl");
    printer.tell(DeviceState::Ready, SlipState::Printing);
    visitor.pass(200ms);
    REQUIRE(printer.papers.size() == 1);
    CHECK(printer.papers[0].language == Language("pl"));
    CHECK(printer.papers[0].print == printing::Print::Large);
    CHECK(visitor.ui.says("Drukujemy numer twojej sprawy")); // on the first page
    printer.tell(DeviceState::Ready, SlipState::Printed);
    visitor.pass(3s);
    CHECK(visitor.ui.says("Numer sprawy jest wydrukowany"));
}

TEST_CASE("A comment and a compliment have slips too; a message that was not kept has none")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    for (const char* key :
        { "language.en", "home.tell_us", "tell_us.message", "message.compliment", "about.B" })
        visitor.tap(key);
    visitor.ui.type("Kind");
    visitor.tap("step.next");
    visitor.tap("reply.none");
    kiosk.commands.mode = TestCommands::Mode::Fail;
    visitor.tap("step.next");
    visitor.pass(1s);
    CHECK(printer.papers.empty());
    kiosk.commands.mode = TestCommands::Mode::Answer;
    visitor.tap("step.next");
    visitor.pass(200ms);
    REQUIRE(printer.papers.size() == 1);
    CHECK(says(text_of(printer.papers[0]), "Thank you. We pass on your praise."));
    CHECK_FALSE(says(text_of(printer.papers[0]), "Ombudsman"));
}

TEST_CASE("Without paper the case is kept, and its screen says that the reference is to be written down")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    Visitor visitor(kiosk, &printer);
    visitor.send_complaint();
    printer.tell(DeviceState::PaperOut, SlipState::Waiting);
    visitor.pass(500ms);
    CHECK(visitor.ui.says("No paper left"));
    CHECK(visitor.ui.says("Write down K-1, or take a photo."));
    CHECK_FALSE(visitor.ui.shows("message.print_again")); // it is printed by itself when there is paper
    printer.tell(DeviceState::PaperOut, SlipState::Failed);
    visitor.pass(500ms);
    visitor.tap("message.print_again");
    REQUIRE(printer.papers.size() == 2);
    CHECK(number_on(printer.papers[1]) == "K-1");
    visitor.tap("step.next");
    visitor.pass(200ms);
    CHECK(printer.forgotten.back() == SlipId(2)); // nobody's is printed later
}

TEST_CASE("A ticket that is looked up is printed again, once, with what is true now")
{
    SampleKiosk kiosk;
    kiosk.configuration.printer.url = "file:unused";
    FakePrinting printer;
    const Visit ticket = kiosk.take("B");
    kiosk.clock.set(kiosk.clock.now() + Minutes { 7 });
    Visitor visitor(kiosk, &printer);
    visitor.look_up(ticket.number.text());
    CHECK(printer.papers.empty());
    visitor.tap("my-ticket.print");
    CHECK(visitor.ui.screen().starts_with("ticket"));
    visitor.pass(200ms);
    REQUIRE(printer.papers.size() == 1);
    CHECK(number_on(printer.papers[0]) == ticket.number.text());
    CHECK(says(text_of(printer.papers[0]), "10:31"));
    CHECK(visitor.ui.says("Printing your ticket"));
    visitor.pass(20s);
    CHECK(printer.papers.size() == 1);
}

TEST_CASE("A ticket taken a moment ago is looked up and printed again: one slip, not two")
{
    SampleKiosk kiosk;
    kiosk.configuration.printer.url = "file:unused";
    FakePrinting printer;
    const Visit ticket = kiosk.take("B"); // at another kiosk
    Visitor visitor(kiosk, &printer);
    visitor.look_up(ticket.number.text());
    visitor.tap("my-ticket.print");
    visitor.pass(5s);
    CHECK(printer.papers.size() == 1);
}

TEST_CASE("Without a printer no printing is offered to whoever looks a ticket up")
{
    SampleKiosk kiosk;
    const Visit ticket = kiosk.take("B");
    Visitor visitor(kiosk, nullptr);
    visitor.look_up(ticket.number.text());
    CHECK(visitor.ui.shows("my-ticket.see"));
    CHECK_FALSE(visitor.ui.shows("my-ticket.print"));
}

TEST_CASE("How the paper is getting on is said aloud, after the number and each time that it changes")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    testing::RecordingSpeaker speaker;
    Visitor visitor(kiosk, &printer, &speaker);
    visitor.ui.key(ui::KeyCode::Speech);
    const auto choose = [&](const std::string& key) {
        visitor.ui.advance(2s);
        for (int i = 0; i < 60 && visitor.ui.focus() != key; ++i)
            visitor.ui.key(ui::KeyCode::Tab);
        REQUIRE(visitor.ui.focus() == key);
        visitor.ui.key(ui::KeyCode::Enter);
        visitor.look();
        visitor.ui.settle();
    };
    for (const char* key : { "language.en", "service.B", "confirm.take" })
        choose(key);
    visitor.pass(300ms);
    CHECK(speaker.heard_of("B042"));
    CHECK(speaker.heard_of("Printing your ticket"));
    CHECK(speaker.heard_of("It comes out below the screen."));
    speaker.take_heard();
    printer.tell(DeviceState::Ready, SlipState::Printing);
    visitor.pass(1s);
    CHECK(speaker.take_heard().empty()); // the segments that step are not worth a word
    printer.tell(DeviceState::PaperOut, SlipState::Waiting);
    visitor.pass(1s);
    CHECK(speaker.take_heard() == "No paper left\nRemember B042, or take a photo.\n");
    CHECK(speaker.afterwards.size() == 2); // what was being said was not cut short
    printer.tell(DeviceState::Ready, SlipState::Printed);
    visitor.pass(3s);
    CHECK(speaker.heard_of("Your ticket is printed"));
    CHECK_FALSE(speaker.heard_of("You are in the queue"));
}

TEST_CASE("How the slip of a message is getting on is said aloud too")
{
    SampleKiosk kiosk;
    FakePrinting printer;
    testing::RecordingSpeaker speaker;
    Visitor visitor(kiosk, &printer, &speaker);
    visitor.send_complaint();
    visitor.ui.key(ui::KeyCode::Speech);
    visitor.pass(300ms);
    CHECK(speaker.heard_of("Printing your reference"));
    speaker.take_heard();
    printer.tell(DeviceState::CoverOpen, SlipState::Waiting);
    visitor.pass(1s);
    CHECK(speaker.take_heard() == "The printer is open\nWrite down K-1, or take a photo.\n");
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
