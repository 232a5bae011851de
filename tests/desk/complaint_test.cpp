// A complaint, comment or compliment that somebody brings to the desk or rings up about.
#include "core/reception/case_register.h"
#include "tests/desk/desk_story.h"
#include "tests/visitor/fake_printing.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;

constexpr const char* kDesk = "Desk 1";

struct Counter : Story {
    explicit Counter(Configuration made = testing::small_configuration())
        : Story(Language("en"), 1920, 1080, std::move(made))
    {
        look();
    }
    void begin()
    {
        type(kDesk, "r");
        tap(kDesk, "register.new");
    }
    void write(const std::string& item, const std::string& text)
    {
        tap(kDesk, item);
        at(kDesk).type(text);
    }
    std::optional<CaseStory> story(std::int64_t id = 1) { return case_story(*reception.store, CaseId(id)); }
    bool says(const std::string& words) { return at(kDesk).says(words); }
};

} // namespace

TEST_CASE("What somebody says at the desk is recorded with all that was asked, and its dates are told")
{
    Counter counter;
    counter.begin();
    counter.tap(kDesk, "channel.phone");
    counter.tap(kDesk, "service.B");
    counter.tap(kDesk, "reply.email");
    counter.tap(kDesk, "language.pl");
    counter.write("form.words", "The lift was broken.");
    counter.write("form.contact", "me@example.org");
    counter.tap(kDesk, "form.send");
    CHECK(counter.says("K-1 is recorded"));
    CHECK(counter.says("Tuesday 20 October")); // acknowledged by
    CHECK(counter.says("Tuesday 27 October")); // answered by
    REQUIRE(counter.story());
    const Case made = counter.story()->record;
    CHECK(made.kind == CaseKind::Complaint);
    CHECK(made.channel == "phone");
    CHECK(made.service == ServiceCode("B"));
    CHECK(made.reply == ReplyWish::Email);
    CHECK(made.reply_language == Language("pl"));
    CHECK(made.words.text == "The lift was broken."); // no key in this kiosk.conf
    CHECK(made.contact.text == "me@example.org");
    CHECK(counter.story()->events.front().actor == "desk:Desk 1");
}

TEST_CASE("What is written at the desk is sealed as at the kiosk")
{
    const SecretKey key = make_secret_key();
    Configuration made = testing::small_configuration();
    made.public_key = key.public_key();
    Counter counter(made);
    counter.begin();
    counter.write("form.words", "The lift was broken.");
    counter.tap(kDesk, "form.send");
    const Case record = counter.story()->record;
    CHECK(record.words.key == fingerprint(key.public_key()));
    CHECK(key.open(record.words)->text() == "The lift was broken.");
}

TEST_CASE("A compliment has no dates and no category; a new line in the words is a new line")
{
    Counter counter;
    counter.begin();
    counter.tap(kDesk, "kind.compliment");
    counter.write("form.words", "Thank you.");
    counter.key(kDesk, KeyCode::Enter);
    counter.at(kDesk).type("All of you.");
    CHECK_FALSE(counter.story()); // Enter did not send it
    counter.tap(kDesk, "form.send");
    const Case record = counter.story()->record;
    CHECK(record.kind == CaseKind::Compliment);
    CHECK_FALSE(record.first.respond_by);
    CHECK(record.words.text == "Thank you.\nAll of you.");
}

TEST_CASE("Letters and figures that are typed into a line choose nothing")
{
    Counter counter;
    counter.begin();
    counter.write("form.words", "n r p 1 2 3");
    counter.write("form.day", "2026-10-12");
    counter.tap(kDesk, "form.send");
    CHECK(counter.story()->record.words.text == "n r p 1 2 3");
}

TEST_CASE("It counts from the day on which it came, where that is earlier; a day to come is refused")
{
    Counter counter;
    counter.begin();
    counter.write("form.words", "A letter of last week.");
    counter.write("form.day", "2026-10-32");
    counter.tap(kDesk, "form.send");
    CHECK(counter.says("Write the day as 2026-11-20"));
    counter.tap(kDesk, "form.day");
    for (int i = 0; i < 2; ++i)
        counter.key(kDesk, KeyCode::Backspace);
    counter.write("form.day", "20");
    counter.tap(kDesk, "form.send");
    CHECK(counter.says("That day is still to come."));
    CHECK_FALSE(counter.story());
    counter.tap(kDesk, "form.day");
    for (int i = 0; i < 2; ++i)
        counter.key(kDesk, KeyCode::Backspace);
    counter.write("form.day", "08 16:59");
    counter.tap(kDesk, "form.send");
    REQUIRE(counter.story());
    const Case record = counter.story()->record;
    CHECK(to_iso(counter.reception.configuration.zone.local(record.received)) == "2026-10-08T16:59:00");
    CHECK(to_iso(*record.first.acknowledge_by) == "2026-10-15");
}

TEST_CASE("Nothing is recorded without words, or without a way to answer where an answer is wished")
{
    Counter counter;
    counter.begin();
    counter.tap(kDesk, "form.send");
    CHECK(counter.says("Write down what they say first."));
    counter.write("form.words", "The lift was broken.");
    counter.tap(kDesk, "reply.phone");
    counter.tap(kDesk, "form.send");
    CHECK(counter.says("They wish an answer. Write how to reach them."));
    CHECK_FALSE(counter.story());
    counter.write("form.contact", "07700 900123");
    counter.tap(kDesk, "form.send");
    CHECK(counter.story());
}

TEST_CASE("The form begins with the service and language of the visitor who is at the desk")
{
    Counter counter;
    TicketWish wish;
    wish.service = ServiceCode("B");
    wish.language = Language("ur");
    counter.reception.reception.take(wish, {}, "test");
    counter.reception.call_next(kDesk);
    counter.look();
    counter.begin();
    counter.write("form.words", "Waited too long.");
    counter.tap(kDesk, "form.send");
    CHECK(counter.story()->record.service == ServiceCode("B"));
    CHECK(counter.story()->record.language == Language("ur"));
}

TEST_CASE("The slip with reference and dates is printed where there is a printer")
{
    Counter without;
    without.begin();
    without.write("form.words", "The lift was broken.");
    without.tap(kDesk, "form.send");
    CHECK_FALSE(without.at(kDesk).shows("complaint.print"));
    visitor::FakePrinting printer;
    Counter counter;
    counter.printer = &printer;
    counter.begin();
    counter.write("form.words", "The lift was broken.");
    counter.tap(kDesk, "form.send");
    counter.tap(kDesk, "complaint.print");
    REQUIRE(printer.papers.size() == 1);
    std::string printed;
    for (const printing::Part& part : printer.papers.front().parts) {
        if (const auto* number = std::get_if<printing::Number>(&part))
            printed += number->text;
        if (const auto* line = std::get_if<printing::Line>(&part))
            printed += line->text + "\n";
    }
    CHECK(printed.find("K-1") != std::string::npos);
    CHECK(printed.find("27 October") != std::string::npos);
    CHECK(printed.find("lift") == std::string::npos); // never what somebody confided
}

TEST_CASE("What was typed is not on the screen any more when it is recorded, nor when the form is closed")
{
    Counter counter;
    counter.begin();
    counter.write("form.words", "The lift was broken.");
    CHECK(counter.says("The lift was broken."));
    counter.key(kDesk, KeyCode::Escape);
    CHECK_FALSE(counter.says("The lift was broken."));
    counter.begin();
    CHECK_FALSE(counter.says("The lift was broken."));
}

} // namespace nextplease::desk
