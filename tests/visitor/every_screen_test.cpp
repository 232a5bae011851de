// Every visitor screen and every kind of step, in every language of the kiosk, in normal and large print, in
// both themes, with the controls where they are and low, in both shapes of window. A journey's steps are here
// as soon as they are among its places (kiosk/visitor/journeys.h).
#include "tests/visitor/screen_laws.h"
#include "tests/visitor/step_gallery.h"
#include "text_keys.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

// All that the kiosk offers, and a button for each kind of journey.
Journeys all_kinds(const Configuration& configuration)
{
    Journeys journeys = make_journeys(configuration);
    for (const JourneyKind kind : { JourneyKind::CheckIn, JourneyKind::MyTicket, JourneyKind::Needs,
             JourneyKind::Feedback, JourneyKind::Message, JourneyKind::Charter })
        journeys.try_emplace(kind, gallery_places().front().make);
    return journeys;
}

class Checker {
public:
    explicit Checker(const Shape& shape)
        : shape_(shape)
    {
        kiosk_.configuration.printer.url = "file:unused"; // with all that a printer adds
        kiosk_.take("B");
        room_ = kiosk_.snapshot();
        stand_.put(screen("home", Language("en"), {}));
        ui_.emplace(stand_, shape.width, shape.height);
    }

    const Configuration& configuration() const { return kiosk_.configuration; }

    std::unique_ptr<app::Face> screen(const std::string& name, const Language& language, Modes modes)
    {
        return make_visitor_face_at(kiosk_.configuration, kiosk_.commands, name, language, modes, room_,
            all_kinds(kiosk_.configuration));
    }
    std::unique_ptr<app::Face> step(const JourneyPlace& place, const Language& language, Modes modes)
    {
        return make_visitor_face_at(kiosk_.configuration, kiosk_.commands, place, language, modes, room_);
    }

    // The face, and each further page of it.
    void check(
        const std::string& name, std::unique_ptr<app::Face> face, const Language& language, Modes modes)
    {
        ui_->input().push({ .kind = ui::InputEvent::Kind::Move }); // a person is here: nothing times out
        ui_->frame();
        stand_.put(std::move(face));
        ui_->settle();
        const std::string full = name_of(name, language.text(), modes);
        constexpr int kMostPages = 40;
        for (int page = 0;; ++page) {
            const std::string place = full + " page " + std::to_string(page + 1);
            REQUIRE_MESSAGE(page < kMostPages, place);
            CHECK_MESSAGE(broken_laws(*ui_, laws_of(*ui_)) == "", place);
            CHECK_MESSAGE(broken_here(*ui_, shape_, modes) == "", place);
            CHECK_MESSAGE(same_.check(*ui_, words(language).say(Text::VisitorBack),
                              language.text() + (modes.large_print ? " large " : " ")
                                  + (modes.reach && name == "home" ? "low " : "")
                                  + (modes.reach && types(*ui_) ? "typing " : ""))
                    == "",
                place);
            bool further = false;
            for (const char* const more : { "step.more", "home.more", "message.more" }) {
                if (!further && ui_->shows(more)) {
                    ui_->tap(more);
                    further = true;
                }
            }
            if (!further)
                break;
        }
    }

private:
    Shape shape_;
    SampleKiosk kiosk_;
    std::shared_ptr<const Snapshot> room_;
    Stand stand_;
    std::optional<UiDriver> ui_;
    SamePlaces same_;
};

void check_screens(const Shape& shape)
{
    Checker checker(shape);
    for (const Language& language : checker.configuration().languages)
        for (const Modes& modes : all_modes())
            for (const std::string& name : screen_names(checker.configuration()))
                checker.check(name, checker.screen(name, language, modes), language, modes);
}

void check_steps(const Shape& shape)
{
    Checker checker(shape);
    for (const std::string code : { "en", "pl", "ur" })
        for (const Modes& modes : all_modes())
            for (const JourneyPlace& place : gallery_places())
                checker.check(
                    "=" + place.name, checker.step(place, Language(code), modes), Language(code), modes);
}

} // namespace

TEST_CASE("C1 C2 C3 C10 T1 T2 T3 T4 T11 K7 R5: every screen keeps the laws of the look in portrait")
{
    check_screens(kPortrait);
}

TEST_CASE("C1 C2 C3 C10 T1 T2 T3 T4 T11 K7 R5: every screen keeps the laws of the look in landscape")
{
    check_screens(kLandscape);
}

TEST_CASE("C1 C2 C3 C10 T1 T2 T3 T4 T11 K7 R5: every kind of step keeps the laws of the look in portrait")
{
    check_steps(kPortrait);
}

TEST_CASE("C1 C2 C3 C10 T1 T2 T3 T4 T11 K7 R5: every kind of step keeps the laws of the look in landscape")
{
    check_steps(kLandscape);
}

} // namespace nextplease::visitor
