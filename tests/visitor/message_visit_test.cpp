// A complaint made at the screen, from home to its reference: by touch, by keys alone, right to left; and
// that the next person sees nothing of it.
#include "tests/visitor/sample_kiosk.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;

class Complainant {
public:
    explicit Complainant(int width = 1080, int height = 1920)
        : face_(make_visitor_face(kiosk.configuration, kiosk.commands))
        , ui((face_->show(kiosk.snapshot()), *face_), width, height)
    {
    }
    void touch(std::initializer_list<const char*> keys)
    {
        for (const char* key : keys) {
            ui.advance(800ms);
            ui.tap(key);
        }
    }
    // Moves the focus until it is there, and presses.
    void press(std::initializer_list<const char*> keys)
    {
        for (const std::string key : keys) {
            ui.advance(800ms);
            for (std::size_t i = 0; i <= ui.items().size() && ui.focus() != key; ++i)
                ui.key(ui::KeyCode::Tab);
            REQUIRE_MESSAGE(ui.focus() == key, key << " on " << ui.screen());
            ui.key(ui::KeyCode::Enter);
        }
    }
    bool at(const std::string& step) const { return ui.screen().find(step) != std::string::npos; }

    SampleKiosk kiosk;

private:
    std::unique_ptr<app::Face> face_;

public:
    UiDriver ui;
};

} // namespace

TEST_CASE("A complaint is made by touch, with an answer by phone")
{
    Complainant visitor;
    visitor.touch({ "language.en", "home.tell_us", "tell_us.message", "message.complaint", "about.B",
        "category.none", "key.shift", "key.N", "key.o", "key.space", "key.l", "key.i", "key.f", "key.t",
        "step.next", "reply.phone", "step.next" });
    REQUIRE(visitor.at("message.phone"));
    visitor.touch({ "key.0", "step.next" });
    CHECK(visitor.at("message.phone"));
    CHECK(visitor.ui.says("This phone number is too short."));
    visitor.ui.type("1632960042");
    visitor.touch({ "step.next" });
    REQUIRE(visitor.at("message.review"));
    CHECK(visitor.ui.says("No lift"));
    CHECK(visitor.ui.says("01632960042"));
    visitor.touch({ "step.next" });
    REQUIRE(visitor.at("message.sent"));
    CHECK(visitor.ui.says("K-1"));
    CHECK(visitor.ui.says("Tuesday 27 October"));
    CHECK(!visitor.ui.says("No lift"));
    visitor.ui.advance(2s);
    visitor.touch({ "step.next" });
    CHECK(visitor.ui.screen().find("languages") == 0);
}

TEST_CASE("S1: a complaint is made by keys alone, on a screen that lies on its side")
{
    Complainant visitor(1920, 1080);
    visitor.press({ "language.en", "home.tell_us", "tell_us.message", "message.complaint", "about.B",
        "category.none", "key.h", "key.i", "step.next", "reply.none", "review.words", "key.space",
        "step.next", "step.next" });
    CHECK(visitor.at("message.sent"));
    CHECK(visitor.ui.says("K-1"));
}

TEST_CASE("A complaint is made right to left, in Urdu letters and Latin ones")
{
    Complainant visitor;
    visitor.touch({ "language.ur", "home.tell_us", "tell_us.message", "message.complaint", "about.B",
        "category.councillor", "key.ا", "key.ب", "key.script", "key.a", "step.next", "reply.email",
        "reply-in.ur", "step.next" });
    REQUIRE(visitor.at("message.email"));
    visitor.ui.type("anna@example.org");
    visitor.touch({ "step.next" });
    REQUIRE(visitor.at("message.review"));
    CHECK(visitor.ui.says("ابa"));
    visitor.touch({ "step.more", "step.next" }); // tall letters take two pages
    CHECK(visitor.at("message.sent"));
    CHECK(visitor.ui.says("K-1"));
}

TEST_CASE("Nobody answers: what was typed is gone, from the screen and for the next person")
{
    Complainant visitor;
    visitor.touch({ "language.en", "home.tell_us", "tell_us.message", "message.complaint", "about.B",
        "category.none" });
    visitor.ui.type("my secret");
    CHECK(visitor.ui.says("my secret"));
    visitor.ui.advance(visitor.kiosk.configuration.visitor.idle_large_print + 2s);
    REQUIRE(visitor.ui.shows("timeout.yes"));
    CHECK(!visitor.ui.says("my secret")); // not for whoever comes by
    visitor.touch({ "timeout.yes" });
    CHECK(visitor.ui.says("my secret")); // nothing is lost by the question
    visitor.ui.advance(visitor.kiosk.configuration.visitor.idle_large_print
        + visitor.kiosk.configuration.visitor.idle_warning + 5s);
    CHECK(!visitor.ui.says("my secret"));
    visitor.touch({ "language.en", "home.tell_us", "tell_us.message", "message.complaint", "about.B",
        "category.none" });
    CHECK(visitor.at("message.words"));
    CHECK(!visitor.ui.says("my secret"));
    visitor.touch({ "key.undo" });
    CHECK(!visitor.ui.says("my secret"));
}

TEST_CASE("The store fails: that is said, the words stay, and the second try sends them")
{
    Complainant visitor;
    visitor.touch({ "language.en", "home.tell_us", "tell_us.message", "message.compliment", "about.B" });
    visitor.ui.type("The staff were kind");
    visitor.touch({ "step.next", "reply.none" });
    visitor.kiosk.commands.mode = TestCommands::Mode::Fail;
    visitor.touch({ "step.next" });
    CHECK(visitor.at("message.failed"));
    CHECK(visitor.ui.says("Your words are still here"));
    visitor.touch({ "step.back" });
    CHECK(visitor.ui.says("The staff were kind"));
    visitor.kiosk.commands.mode = TestCommands::Mode::Answer;
    visitor.touch({ "step.next" });
    CHECK(visitor.at("message.sent"));
    CHECK(visitor.ui.says("K-1"));
}

TEST_CASE("The language can be changed in the middle: the step and the words stay")
{
    Complainant visitor;
    visitor.touch({ "language.en", "home.tell_us", "tell_us.message", "message.comment", "about.B" });
    visitor.ui.type("More chairs");
    visitor.touch({ "bar.language", "language.pl" });
    CHECK(visitor.at("message.words"));
    CHECK(visitor.ui.says("More chairs"));
    CHECK(visitor.ui.shows("key.ą"));
}

} // namespace nextplease::visitor
