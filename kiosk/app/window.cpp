#include "kiosk/app/window.h"

#include "core/base/log.h"
#include "core/reception/heartbeat.h"
#include "core/reception/watch.h"
#include "kiosk/app/gl_stage.h"
#include "kiosk/app/glfw_window.h"
#include "kiosk/app/main_queue.h"
#include "kiosk/app/probe.h"
#include "kiosk/app/termination.h"
#include "kiosk/app/worker.h"
#include "kiosk/app/x_touch.h"
#include "kiosk/sound/jack.h"

namespace nextplease::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 100ms; // how often a face is asked whether time has changed it

ui::Moment steady_now()
{
    return std::chrono::duration_cast<ui::Moment>(std::chrono::steady_clock::now().time_since_epoch());
}

// Paints when something has changed, and sleeps otherwise.
class Loop {
public:
    Loop(const WindowOptions& options, GlfwWindow& window, GlStage& stage, ui::Interaction& input, Face& face,
        Commands& commands)
        : options_(options)
        , window_(window)
        , stage_(stage)
        , input_(input)
        , face_(face)
        , commands_(commands)
        , probe_(options.probe)
    {
    }

    void show(const std::shared_ptr<const Snapshot>& snapshot)
    {
        changed_ = changed_ || !shown_ || !face_.same(*shown_, *snapshot);
        face_.show(snapshot);
        shown_ = snapshot;
    }

    // `answers`: outcomes of commands. `rooms`: new pictures of the room, for show().
    void run(MainQueue& answers, MainQueue& rooms, const Termination& termination,
        const std::vector<Language>& languages)
    {
        ground();
        while (!window_.closed() && !termination.asked() && !painted_enough()
            && face_.ending() == Face::Ending::No) {
            rooms.run();
            const bool answered = answers.run();
            const bool stirred = face_.tick(steady_now(), input_.last_input());
            beat_now_and_then(steady_now());
            const bool uncovered = window_.take_repaint();
            changed_ = changed_ || answered || stirred || uncovered;
            const bool busy = shown_ && (changed_ || input_.pending() || options_.close_after_frames > 0);
            if (busy)
                paint();
            if (busy && frames_ == 1)
                for (const Language& language : languages)
                    stage_.painter().warm(language);
            window_.events(busy ? 0ms : kTick);
        }
    }

private:
    bool painted_enough() const
    {
        return options_.close_after_frames > 0 && frames_ >= options_.close_after_frames;
    }

    // From the loop itself: a face that hangs falls silent too.
    void beat_now_and_then(ui::Moment now)
    {
        if (options_.beats_as.empty() || (beaten_ && now - *beaten_ < kBeatEvery))
            return;
        beaten_ = now;
        commands_.submit(
            [face = options_.beats_as](Reception& reception) -> Commands::Then {
                beat(reception, face);
                return [] {};
            },
            [](const std::string& why) { log::warning(why); });
    }

    // Until the first picture of the room there is nothing to show but the ground.
    void ground()
    {
        const ui::Size size = window_.size();
        GlStage::clear(face_.theme().paper, static_cast<int>(size.w), static_cast<int>(size.h));
        window_.swap();
    }

    void paint()
    {
        changed_ = false;
        const ui::Size size = window_.size();
        if (size.w < 1 || size.h < 1)
            return; // iconified
        stage_.paint(face_, static_cast<int>(size.w), static_cast<int>(size.h), steady_now());
        window_.swap();
        if (const std::string copied = face_.take_copied(); !copied.empty())
            window_.copy(copied);
        ++frames_;
        const ui::Point at = window_.position();
        probe_.tell(input_, { at.x, at.y, size.w, size.h });
    }

    const WindowOptions& options_;
    GlfwWindow& window_;
    GlStage& stage_;
    ui::Interaction& input_;
    Face& face_;
    Commands& commands_;
    std::optional<ui::Moment> beaten_;
    Probe probe_;
    std::shared_ptr<const Snapshot> shown_;
    bool changed_ = true;
    int frames_ = 0;
};

} // namespace

Face::Ending run_window(const WindowOptions& options, const std::string& store_url,
    const Configuration& configuration, const Clock& clock, const MakeFace& make_face)
{
    // What is declared later ends first: threads before the window that they wake.
    const Termination termination(GlfwWindow::wake);
    ui::Interaction input;
    GlfwWindow window(options, input);
    GlStage stage(input);
    MainQueue answers(GlfwWindow::wake);
    MainQueue rooms(GlfwWindow::wake);
    const auto leave = [&options](Reception& reception) -> Commands::Then {
        sign_off(reception, options.beats_as);
        return {};
    };
    Worker worker(
        store_url, configuration, clock, answers, options.beats_as.empty() ? Commands::Job {} : leave);
    const std::unique_ptr<Face> face = make_face(worker);
    Loop loop(options, window, stage, input, *face, worker);
    std::optional<sound::JackWatch> jack;
    if (!options.jack.empty())
        jack.emplace(options.jack_card, options.jack, [&](sound::Headphones headphones) {
            const auto key =
                headphones == sound::Headphones::In ? ui::KeyCode::HeadphonesIn : ui::KeyCode::HeadphonesOut;
            answers.post([&input, key] { input.push({ .kind = ui::InputEvent::Kind::Key, .key = key }); });
        });
    const Watch watch(store_url, configuration, clock, [&](const std::shared_ptr<const Snapshot>& snapshot) {
        rooms.post([&loop, snapshot] { loop.show(snapshot); });
    });
    const XTouch touch(window.handle(),
        [&](const ui::InputEvent& event) { answers.post([&input, event] { input.push(event); }); });
    loop.run(answers, rooms, termination, configuration.languages);
    return face->ending() == Face::Ending::Restart ? Face::Ending::Restart : Face::Ending::Leave;
}

} // namespace nextplease::app
