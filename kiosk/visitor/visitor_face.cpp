#include "kiosk/visitor/visitor_face.h"

#include "core/base/secret.h"
#include "kiosk/visitor/message_words.h"
#include "kiosk/visitor/order_carrier.h"
#include "kiosk/visitor/places.h"
#include "kiosk/visitor/screens.h"
#include "kiosk/visitor/service_screen.h"
#include "kiosk/visitor/slip_printing.h"
#include "kiosk/visitor/spoken_guide.h"
#include "kiosk/visitor/steps.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <variant>

namespace nextplease::visitor {
namespace {

constexpr ui::Size kPortrait { 1080, 1920 };
constexpr ui::Size kLandscape { 1920, 1080 };

constexpr std::string_view kTimeout = "timeout";

class VisitorFace : public app::Face {
public:
    VisitorFace(const Configuration& configuration, app::Commands& commands, Journeys journeys,
        const Devices& devices)
        : configuration_(configuration)
        , devices_(devices)
        , guide_(devices.speaker)
        , panel_(service_pin_check(configuration.visitor.service_pin))
        , flow_(configuration, new_request, std::move(journeys))
        , paper_(configuration, commands, devices.printer)
        , orders_(flow_, commands, [this] {
            stale_ = true;
            compose();
        })
    {
        compose();
    }

    Flow& flow() { return flow_; }
    SlipPrinting& paper() { return paper_; }
    void compose()
    {
        wipe_review();
        const Words& said = nextplease::words(flow_.language());
        wording_ = wording_of(flow_, configuration_, said);
        const std::optional<PrintingWords> printing = paper_.words_for(flow_, said);
        if (printing && wording_.screen == Screen::Journey && wording_.step)
            tell_printing(*wording_.step, *printing);
        wording_.ticket.printing = printing;
        // What was typed in a journey is not kept among the texts that were set, either.
        const bool journey = flow_.journey() != nullptr;
        wipe_texts_ = wipe_texts_ || (had_journey_ && !journey);
        had_journey_ = journey;
        if (!flow_.modes().spoken)
            return;
        const std::string step = journey ? flow_.journey()->name() : "tell-us";
        guide_.prepare(wording_.step && !wording_.asking ? announcement_of(*wording_.step, step, said)
                                                         : announcement_of(wording_, flow_.modes(), said));
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override
    {
        flow_.show(std::move(snapshot));
        orders_.send();
        compose();
    }

    bool tick(ui::Moment now, ui::Moment last_input) override
    {
        const bool served = panel_.tick(now, last_input);
        const bool moved = flow_.tick(now, last_input) || served;
        const bool changed = paper_.follow(flow_, now) || moved;
        orders_.send();
        if (changed || stale_)
            compose();
        return std::exchange(stale_, false) || changed;
    }

    bool same(const Snapshot& before, const Snapshot& after) const override
    {
        return looks_the_same(before, after, false);
    }

    const ui::Theme& theme() const override
    {
        return flow_.modes().contrast ? ui::contrast_theme() : ui::light_theme();
    }
    const Words& words() const override
    {
        // Staff read the kiosk's own language.
        const bool service = panel_.view() != ServicePanel::View::Hidden;
        return nextplease::words(service ? configuration_.languages.front() : flow_.language());
    }
    Ending ending() const override { return panel_.ending(); }
    ui::Size reference(float width, float height) const override
    {
        return width > height ? kLandscape : kPortrait;
    }

    void draw(ui::Frame& frame) override
    {
        if (std::exchange(wipe_texts_, false))
            frame.canvas.wipe_texts();
        std::optional<Intent> intent;
        const Page page = page_for(frame.canvas, flow_.modes());
        if (panel_.view() != ServicePanel::View::Hidden)
            return serve(frame, page);
        frame.input.screen(wording_.asking ? std::string(kTimeout) : screen_id());
        frame.input.set_touch_meaning(
            flow_.modes().spoken ? ui::TouchMeaning::Explore : ui::TouchMeaning::Act);
        frame.input.set_touch_times(touch_times());
        frame.canvas.fill({ 0, 0, page.room.w, page.room.h }, frame.theme.paper);
        if (wording_.asking) {
            // What lies under the question is seen and not touched.
            ui::Frame below { frame.canvas, untouchable_, frame.theme, frame.words, frame.now };
            untouchable_.begin(frame.now);
            std::optional<Intent> nothing;
            draw_screen({ below, page, wording_, nothing });
            untouchable_.end();
            draw_timeout({ frame, page, wording_, intent }, flow_.asked_at());
        } else {
            draw_screen({ frame, page, wording_, intent });
        }
        draw_bar({ frame, page, wording_, intent });
        if (flow_.modes().spoken && configuration_.sound.curtain)
            frame.canvas.fill({ 0, 0, page.room.w, page.room.h }, frame.theme.paper);
        look_for_staff(frame);
        speak(frame);
        take_scan(frame.input);
        const bool keyed = press_keys(frame.input);
        if (intent)
            apply(*intent);
        if (intent || keyed) {
            orders_.send();
            compose();
        }
    }

private:
    ui::TouchTimes touch_times() const
    {
        const VisitorSettings& set = configuration_.visitor;
        if (flow_.modes().steady)
            return { .repeat = set.steady_repeat, .hold = set.steady_hold };
        return { .repeat = set.touch_repeat };
    }

    // It shows what was typed.
    void wipe_review()
    {
        ReviewStep* const review = wording_.step ? std::get_if<ReviewStep>(&*wording_.step) : nullptr;
        if (!review)
            return;
        for (ReviewRow& row : review->rows)
            wipe(row.value);
    }

    // Another page, group or step is another screen for whoever touches it.
    std::string screen_id() const
    {
        std::string id(name_of(wording_.screen));
        if (wording_.screen == Screen::Journey)
            id = "journey/" + flow_.journey()->name();
        else if (const ServiceGroup* const group = flow_.group())
            id += "/" + group->code;
        return id + "/" + std::to_string(wording_.page);
    }

    // Where nothing is typed, what comes from a keyboard comes from a scanner.
    void take_scan(ui::Interaction& input)
    {
        if (wording_.screen != Screen::Home && wording_.screen != Screen::Languages)
            return;
        if (!input.characters().empty())
            flow_.type_ahead(input.characters());
        if (!flow_.scanning())
            return;
        input.typing(); // its Enter ends the code and touches nothing
        const auto& keys = input.keys();
        if (std::find(keys.begin(), keys.end(), ui::KeyCode::Enter) == keys.end())
            return;
        flow_.end_scan();
        orders_.send();
        compose();
    }

    // What was typed is not to be read by whoever comes by while nobody answers.
    bool covered() const
    {
        return wording_.asking && wording_.step
            && (std::holds_alternative<TypingStep>(*wording_.step)
                || std::holds_alternative<ReviewStep>(*wording_.step));
    }

    void draw_screen(const Scene& scene)
    {
        draw_top(scene);
        if (covered())
            return;
        switch (wording_.screen) {
        case Screen::Languages:
            draw_languages(scene, flow_.can_go_back());
            break;
        case Screen::Home:
            draw_home(scene);
            break;
        case Screen::Confirm:
            draw_confirm(scene);
            break;
        case Screen::Ticket:
            draw_ticket(scene);
            break;
        case Screen::TellUs:
        case Screen::Journey:
            draw_step(scene, *wording_.step);
            break;
        case Screen::Taking:
        case Screen::AskCancel:
        case Screen::Cancelling:
        case Screen::Cancelled:
        case Screen::Sorry:
        case Screen::Help:
        case Screen::Closed:
        case Screen::CutOff:
        case Screen::Starting:
            draw_message(scene);
            break;
        }
    }

    void apply(const Intent& intent)
    {
        const auto index = static_cast<std::size_t>(intent.index);
        switch (intent.kind) {
        case Intent::Kind::ChooseLanguage:
            return flow_.choose_language(wording_.languages.at(index).language);
        case Intent::Kind::ChooseService:
            return flow_.choose_service(wording_.home.services.at(index).code);
        case Intent::Kind::ChooseGroup:
            return flow_.choose_group(wording_.home.groups.at(index).code);
        case Intent::Kind::TurnToPage:
            return flow_.turn_to_page(intent.index);
        case Intent::Kind::Back:
            return flow_.back();
        case Intent::Kind::Take:
            return flow_.take();
        case Intent::Kind::TryAgain:
            return flow_.try_again();
        case Intent::Kind::PrintAgain:
            return paper_.print_again(flow_);
        case Intent::Kind::Done:
            return flow_.done();
        case Intent::Kind::AskCancel:
            return flow_.ask_cancel();
        case Intent::Kind::Cancel:
            return flow_.cancel();
        case Intent::Kind::Stay:
            return flow_.stay();
        case Intent::Kind::StartAgain:
            return flow_.start_again();
        case Intent::Kind::OpenLanguages:
            return flow_.open_languages();
        case Intent::Kind::ToggleLargePrint:
            return flow_.toggle_large_print();
        case Intent::Kind::ToggleContrast:
            return flow_.toggle_contrast();
        case Intent::Kind::ToggleReach:
            return flow_.toggle_reach();
        case Intent::Kind::ToggleSpoken:
            return toggle_spoken();
        case Intent::Kind::OpenHelp:
            return flow_.open_help();
        case Intent::Kind::ToggleSlow:
            return flow_.toggle_slow();
        case Intent::Kind::ToggleSteady:
            return flow_.toggle_steady();
        case Intent::Kind::OpenTellUs:
            return flow_.open_tell_us();
        case Intent::Kind::OpenJourney:
            return flow_.open_journey(static_cast<JourneyKind>(intent.index));
        case Intent::Kind::StepChoose:
        case Intent::Kind::StepFewer:
        case Intent::Kind::StepFurther:
        case Intent::Kind::StepChange:
        case Intent::Kind::StepNext:
        case Intent::Kind::StepTyped:
            return apply_to_step(intent);
        }
    }

    void apply_to_step(const Intent& intent)
    {
        if (intent.kind == Intent::Kind::StepChoose && wording_.screen == Screen::TellUs)
            flow_.open_journey(tell_us_kinds(flow_).at(static_cast<std::size_t>(intent.index)));
        else if (intent.kind == Intent::Kind::StepChoose)
            flow_.step_choose(intent.index);
        else if (intent.kind == Intent::Kind::StepFewer)
            flow_.step_fewer();
        else if (intent.kind == Intent::Kind::StepFurther)
            flow_.step_further();
        else if (intent.kind == Intent::Kind::StepChange)
            flow_.step_change(intent.index);
        else if (intent.kind == Intent::Kind::StepNext)
            flow_.step_next();
        else if (intent.kind == Intent::Kind::StepTyped)
            flow_.step_typed();
    }

    // The corner at the top where the reading begins, in any shape of window.
    void look_for_staff(const ui::Frame& frame)
    {
        constexpr float kCorner = 130; // reference pixels
        const ui::Rect corner = frame.canvas.device({ 0, 0, kCorner, kCorner });
        for (const ui::Point& touch : frame.input.touches_beside()) {
            if (corner.contains(touch))
                panel_.corner_tapped();
        }
    }

    void serve(ui::Frame& frame, const Page& page)
    {
        const bool pin = panel_.view() == ServicePanel::View::Pin;
        frame.input.screen(pin ? "service-pin" : "service");
        frame.input.set_touch_meaning(ui::TouchMeaning::Act);
        frame.input.set_touch_times({ .repeat = configuration_.visitor.touch_repeat });
        Standings standings;
        if (const auto& room = flow_.snapshot())
            standings.store = room->cut_off.value_or("");
        if (devices_.speaker)
            standings.sound = devices_.speaker->trouble();
        standings.printer = paper_.standing(frame.words);
        standings.test_print = paper_.test_said(frame.words);
        const ServiceWords said = service_words(panel_, standings, frame.words);
        if (const auto touch = draw_service(frame, page, said, panel_.view())) {
            perform(*touch, panel_);
            if (touch->kind == ServiceTouch::Kind::TestPrint && flow_.snapshot())
                paper_.print_test(flow_.snapshot()->now, frame.words);
            if (panel_.view() == ServicePanel::View::Hidden)
                paper_.close_test();
        }
        compose();
    }

    void speak(const ui::Frame& frame)
    {
        const TypingStep* const typing = wording_.step ? std::get_if<TypingStep>(&*wording_.step) : nullptr;
        guide_.look({ .input = frame.input,
            .shown = { .wording = wording_,
                .modes = flow_.modes(),
                .step = wording_.step ? &*wording_.step : nullptr },
            .words = frame.words,
            .asking = wording_.asking,
            .typing = typing && typing->draft ? &typing->draft->text : nullptr,
            .privacy = typing && typing->personal ? sound::Utterance::Privacy::Personal
                                                  : sound::Utterance::Privacy::Public });
    }

    // Keys of the keypad that are about no item. True if one was pressed.
    bool press_keys(const ui::Interaction& input)
    {
        for (const ui::KeyCode key : input.keys())
            press_key(key);
        if (!input.text_field_open() && flow_.modes().spoken) {
            for (const char32_t sign : input.characters())
                guide_.change_volume(sign == U'+' ? 1 : sign == U'-' ? -1 : 0, words());
        }
        return !input.keys().empty();
    }

    void press_key(ui::KeyCode key)
    {
        using Key = ui::KeyCode;
        const bool spoken = flow_.modes().spoken;
        if (key == Key::Escape)
            flow_.asking() ? flow_.stay() : flow_.back();
        else if (key == Key::Help)
            flow_.open_help();
        else if (key == Key::Speech)
            toggle_spoken();
        else if (key == Key::HeadphonesIn || key == Key::HeadphonesOut)
            change_headphones(key == Key::HeadphonesIn ? sound::Headphones::In : sound::Headphones::Out);
        else if (spoken && key == Key::Repeat)
            guide_.repeat();
        else if (spoken && (key == Key::Louder || key == Key::Quieter))
            guide_.change_volume(key == Key::Louder ? 1 : -1, words());
        else if (spoken && (key == Key::Faster || key == Key::Slower))
            guide_.change_speed(key == Key::Faster ? 1 : -1, words());
    }

    void toggle_spoken()
    {
        flow_.toggle_spoken();
        if (!flow_.modes().spoken)
            guide_.turned_off(words());
    }

    // Headphones are how somebody who does not see begins; pulled out, nobody else may hear the rest.
    void change_headphones(sound::Headphones headphones)
    {
        if (devices_.speaker)
            devices_.speaker->set_headphones(headphones);
        if (headphones == sound::Headphones::Out)
            flow_.ask();
        else if (!flow_.modes().spoken)
            flow_.toggle_spoken();
    }

    const Configuration& configuration_;
    Devices devices_;
    SpokenGuide guide_;
    ServicePanel panel_;
    Flow flow_;
    SlipPrinting paper_;
    Wording wording_;
    ui::Interaction untouchable_;
    bool had_journey_ = false, wipe_texts_ = false;
    bool stale_ = false; // an answer came since the last tick
    OrderCarrier orders_;
};

std::unique_ptr<app::Face> face_at(const Flow::Place& place, const Configuration& configuration,
    app::Commands& commands, const std::shared_ptr<const Snapshot>& snapshot, Journeys journeys,
    const Devices& devices, const std::optional<printing::Now>& printer = {})
{
    auto face = std::make_unique<VisitorFace>(configuration, commands, std::move(journeys), devices);
    face->flow().show(snapshot);
    face->flow().put_at(place);
    if (printer)
        face->paper().put_at(face->flow(), *printer);
    face->compose();
    return face;
}

} // namespace

std::unique_ptr<app::Face> make_visitor_face(
    const Configuration& configuration, app::Commands& commands, Journeys journeys, const Devices& devices)
{
    return std::make_unique<VisitorFace>(configuration, commands, std::move(journeys), devices);
}

std::unique_ptr<app::Face> make_visitor_face(
    const Configuration& configuration, app::Commands& commands, const Devices& devices)
{
    return make_visitor_face(configuration, commands, make_journeys(configuration), devices);
}

std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot, const Devices& devices)
{
    return make_visitor_face_at(
        configuration, commands, screen, language, modes, snapshot, make_journeys(configuration), devices);
}

std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const std::string& screen, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot, Journeys journeys, const Devices& devices)
{
    return face_at(place_named(screen, configuration, language, modes, *snapshot), configuration, commands,
        room_for(screen, snapshot, configuration), std::move(journeys), devices, printer_at(screen));
}

std::unique_ptr<app::Face> make_visitor_face_at(const Configuration& configuration, app::Commands& commands,
    const JourneyPlace& place, const Language& language, Modes modes,
    const std::shared_ptr<const Snapshot>& snapshot)
{
    return face_at({ .screen = Screen::Journey, .language = language, .modes = modes, .journey = place },
        configuration, commands, snapshot, make_journeys(configuration), {});
}

} // namespace nextplease::visitor
