// run_demo: starts the faces, lets the simulation run beside them, and tells what happens.
#include "core/base/error.h"
#include "core/reception/live_estimates.h"
#include "core/reception/sentences.h"
#include "core/reception/snapshot.h"
#include "kiosk/app/display.h"
#include "kiosk/demo/child_process.h"
#include "kiosk/demo/demo.h"
#include "kiosk/demo/demo_reception.h"
#include "kiosk/demo/diary.h"
#include "kiosk/demo/scripted_visit.h"
#include "kiosk/demo/simulation.h"
#include "kiosk/demo/stop_signal.h"
#include "text_keys.h"

#include <fmt/format.h>
#include <iostream>
#include <list>

namespace nextplease {
namespace {

constexpr std::chrono::milliseconds kBeat { 50 };
constexpr Seconds kEarlierStep { 5 };
constexpr int kFailed = 3;
constexpr unsigned kSeed = 3; // a morning with people waiting when the windows open

// On a screen of 1920x1080.
constexpr WindowPlan kVisitorWindow { 0, 0, 540, 960 };
constexpr WindowPlan kDeskWindow { 548, 0, 1104, 621 };
constexpr WindowPlan kBoardWindow { 548, 629, 800, 450 };

void say(const std::string& line)
{
    std::cout << line << std::endl;
} // flushed: people watch it

class Conductor {
public:
    Conductor(const DemoOptions& options, const Configuration& configuration)
        : options_(options)
        , words_(words(configuration.languages.front()))
        , demo_(configuration, options.store, folder_.path())
        , simulation_(demo_.reception(),
              { .seed = kSeed,
                  .for_people = { demo_.free_desk().code },
                  .transfer_note = words_.say(Text::DemoNoteTransfer),
                  .hold_reason = words_.say(Text::DemoNoteHold) },
              opening())
    {
    }

    int run()
    {
        const StopSignal stop;
        const ScreenSize screen = screen_size();
        earlier_this_morning();
        Diary diary(demo_.reception().store(), demo_.configuration(), words_);
        begin(screen);
        const auto began = std::chrono::steady_clock::now();
        bool go_on = true;
        while (go_on && !simulation_.day_is_over() && !stop.asked(kBeat)) {
            simulation_.step(demo_.clock().now());
            diary.tell(say);
            go_on = faces_run()
                && !(options_.run_for && std::chrono::steady_clock::now() - began >= *options_.run_for);
        }
        if (simulation_.day_is_over())
            say(words_.say(Text::DemoDayOver));
        faces_.clear();
        sum_up();
        return failed_ ? kFailed : 0;
    }

private:
    Instant opening() const
    {
        const Configuration& configuration = demo_.configuration();
        const LocalTime ten = configuration.zone.local(demo_.ten_o_clock());
        Seconds opens = ten.since_midnight;
        for (const OpenSpan& span : configuration.hours.on(ten.date)) {
            if (span.from <= ten.since_midnight)
                opens = span.from;
        }
        return std::max(demo_.ten_o_clock() - std::chrono::hours { 1 },
            demo_.ten_o_clock() - (ten.since_midnight - opens));
    }

    // So that the room is not empty when the windows open.
    void earlier_this_morning()
    {
        for (Instant now = opening(); now < demo_.ten_o_clock(); now += kEarlierStep) {
            demo_.clock().set(now);
            simulation_.step(now);
        }
        demo_.clock().set(demo_.ten_o_clock());
    }

    void begin(ScreenSize screen)
    {
        const Configuration& configuration = demo_.configuration();
        const LocalTime local = configuration.zone.local(demo_.ten_o_clock());
        say(words_.say(Text::DemoBegin,
            { { "speed", fmt::format("{:g}", options_.speed) }, { "time", clock_face(local.since_midnight) },
                { "date", long_date(local.date, words_) } }));
        say(words_.say(
            Text::DemoYours, { { "desk", name_of(demo_.free_desk().code, words_, configuration) } }));
        say(words_.say(Text::DemoStop));
        const std::vector<std::string> common = demo_.common_arguments(demo_.clock().run(options_.speed));
        const auto start = [&](const char* face, std::vector<std::string> own, const WindowPlan& plan) {
            std::vector<std::string> arguments = common;
            arguments.push_back(face);
            arguments.insert(arguments.end(), own.begin(), own.end());
            arguments.insert(arguments.end(), { "--window", window_option(plan, screen) });
            faces_.emplace_back(face, arguments);
        };
        start("visitor", {}, kVisitorWindow);
        start("desk", { "--desk", demo_.free_desk().code.text() }, kDeskWindow);
        start("board", {}, kBoardWindow);
    }

    // False when there is nothing left to look at.
    bool faces_run()
    {
        for (auto face = faces_.begin(); face != faces_.end();) {
            if (face->running()) {
                ++face;
                continue;
            }
            if (!face->ended_well()) {
                failed_ = true; // it has said why
                return false;
            }
            if (faces_.size() > 1)
                say(words_.say(Text::DemoWindowClosed, { { "face", face->name() } }));
            face = faces_.erase(face);
        }
        return !faces_.empty();
    }

    void sum_up()
    {
        LiveEstimates estimates(demo_.configuration());
        const Snapshot room =
            read_snapshot(demo_.reception().store(), demo_.configuration(), estimates, demo_.clock().now());
        const WaitFigures& today = room.today;
        say(words_.count(Text::DemoEndVisits, static_cast<long>(today.visits)));
        if (const auto share = today.share_seen_within())
            say(words_.say(Text::DemoEndSeen,
                { { "within", static_cast<long>(today.within) }, { "seen", static_cast<long>(today.seen) },
                    { "share", fmt::format("{:.0f}", *share * 100) } }));
        else
            say(words_.say(Text::DemoEndNobodySeen));
    }

    const DemoOptions& options_;
    const Words& words_;
    TemporaryFolder folder_;
    DemoReception demo_;
    Simulation simulation_;
    std::list<ChildProcess> faces_;
    bool failed_ = false;
};

} // namespace

int run_demo(const DemoOptions& options, const Configuration& configuration)
{
    if (!(options.speed > 0) || options.speed > 1000)
        throw InputError("--speed: write a number above 0, at most 1000");
    if (!options.scripted.empty())
        return play_scripted_visit(options, configuration);
    return Conductor(options, configuration).run();
}

} // namespace nextplease
