// How long a frame of each face takes, as a ratio to an empty full-screen frame of Dear ImGui in the same
// window and the same run; and, of the program given as the second argument, start to first frame, idle CPU
// and memory.
//
//     xvfb-run -s "-screen 0 1080x1920x24" build/release/bench/bench_frame kiosk.conf
//     build/release/nextplease
#include "core/reception/live_estimates.h"
#include "core/reception/snapshot.h"
#include "core/store/store.h"
#include "kiosk/app/gl_stage.h"
#include "kiosk/app/glfw_window.h"
#include "kiosk/app/worker.h"
#include "kiosk/board/board_face.h"
#include "kiosk/desk/desk_face.h"
#include "kiosk/visitor/visitor_face.h"
#include "tests/bench/bench_program.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <cstdio>
#include <functional>
#include <string_view>

using namespace nextplease;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

constexpr int kWidth = 1080;
constexpr int kHeight = 1920;
constexpr int kRounds = 8; // of each frame in turn, so that what else the machine does meets both alike
constexpr int kFramesOfRound = 15;

// Dear ImGui as it comes: its own renderer and a full-screen window with nothing in it.
class EmptyFrame {
public:
    EmptyFrame()
    {
        ImGui::GetStyle() = ImGuiStyle();
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~EmptyFrame()
    {
        imgui_.make_current();
        ImGui_ImplOpenGL3_Shutdown();
    }
    EmptyFrame(const EmptyFrame&) = delete;
    EmptyFrame& operator=(const EmptyFrame&) = delete;

    void paint()
    {
        imgui_.make_current();
        ImGui::GetIO().DisplaySize = { kWidth, kHeight };
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({ 0, 0 });
        ImGui::SetNextWindowSize({ kWidth, kHeight });
        ImGui::Begin("empty", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs);
        ImGui::End();
        ImGui::Render();
        app::GlStage::clear({ 0x000000 }, kWidth, kHeight);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }

private:
    app::ImGuiLife imgui_;
};

// A reception on a Tuesday morning with people waiting, called and being served.
struct Morning {
    explicit Morning(const std::filesystem::path& config)
        : configuration(read_configuration(config))
        , clock(*configuration.zone.instant(*parse_iso_time("2026-10-13T09:40:00")))
        , store(open_store("sqlite:" + (folder / "store.db").string(), Opening::Create))
        , reception(*store, configuration, clock)
        , commands(reception)
    {
        for (int i = 0; i < 5; ++i)
            for (const Service& service : configuration.office.services)
                reception.take({ service.code }, {}, "bench");
        for (const Desk& desk : configuration.office.desks)
            reception.call_next(desk.code, {}, "bench");
        clock.advance(Minutes { 12 });
        LiveEstimates estimates(configuration);
        estimates.catch_up(*store, clock.now());
        snapshot =
            std::make_shared<const Snapshot>(read_snapshot(*store, configuration, estimates, clock.now()));
    }

    testing::TempFolder folder;
    Configuration configuration;
    ManualClock clock;
    std::unique_ptr<Store> store;
    Reception reception;
    app::DirectCommands commands;
    std::shared_ptr<const Snapshot> snapshot;
};

struct Measured {
    std::string name;
    std::unique_ptr<app::Face> face; // none: the empty frame
    std::vector<Milliseconds> frames {};
    Milliseconds first { 0 };
};

std::vector<Measured> faces_of(Morning& morning)
{
    const Language english("en");
    const auto visitor = [&](const char* screen, visitor::Modes modes) {
        return visitor::make_visitor_face_at(
            morning.configuration, morning.commands, screen, english, modes, morning.snapshot);
    };
    std::vector<Measured> all;
    all.push_back({ "empty frame of Dear ImGui", nullptr });
    all.push_back({ "visitor home", visitor("home", {}) });
    all.push_back({ "visitor ticket", visitor("ticket", {}) });
    all.push_back({ "visitor home, contrast, large print", visitor("home", { true, true, false }) });
    all.push_back({ "desk console",
        desk::make_desk_face_at(morning.configuration, morning.commands,
            morning.configuration.office.desks.front().code, "console", english, morning.snapshot) });
    all.push_back({ "board", board::make_board_face(morning.configuration, english) });
    all.back().face->show(morning.snapshot);
    return all;
}

Milliseconds time_of(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - begun;
}

double share_of(std::vector<Milliseconds> times, double share)
{
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))].count();
}

void measure_frames(std::vector<Measured>& faces)
{
    ui::Interaction input;
    app::WindowOptions options;
    options.size = { kWidth, kHeight };
    app::GlfwWindow window(options, input);
    EmptyFrame empty;
    app::GlStage stage(input);
    ui::Moment now { 1'000'000 };
    const auto frame = [&](Measured& one) {
        now += ui::Moment { 16 };
        if (one.face)
            one.face->tick(now, now);
        return time_of([&] {
            if (one.face)
                stage.paint(*one.face, kWidth, kHeight, now);
            else
                empty.paint();
            window.swap();
        });
    };
    for (Measured& one : faces)
        one.first = frame(one);
    for (int round = 0; round < kRounds; ++round)
        for (Measured& one : faces)
            for (int i = 0; i < kFramesOfRound; ++i) {
                window.events(std::chrono::milliseconds { 0 });
                one.frames.push_back(frame(one));
            }
}

// From the finger's release on a service to the painted confirmation: what a visitor waits for.
Measured measure_tap(Morning& morning)
{
    constexpr int kTaps = 40;
    Measured tap { "tap on home to painted confirm",
        visitor::make_visitor_face_at(
            morning.configuration, morning.commands, "home", Language("en"), {}, morning.snapshot) };
    ui::Interaction input;
    app::WindowOptions options;
    options.size = { kWidth, kHeight };
    app::GlfwWindow window(options, input);
    app::GlStage stage(input);
    ui::Moment now { 1'000'000 };
    const auto paint = [&] {
        now += ui::Moment { 16 };
        tap.face->tick(now, now);
        stage.paint(*tap.face, kWidth, kHeight, now);
        window.swap();
    };
    const auto touch = [&](const std::string& key, std::string_view leads_to) {
        now += ui::Moment { 1'000 };
        paint();
        const ui::Rect at = input.find(key)->device;
        const ui::Point middle { at.x + at.w / 2, at.y + at.h / 2 };
        input.push({ .kind = ui::InputEvent::Kind::Press, .at = middle });
        paint();
        input.push({ .kind = ui::InputEvent::Kind::Release, .at = middle });
        return time_of([&] {
            while (!input.screen_name().starts_with(leads_to))
                paint();
        });
    };
    const std::string service = "service." + morning.configuration.office.services.front().code.text();
    paint();
    paint();
    for (int i = 0; i < kTaps; ++i) {
        tap.frames.push_back(touch(service, "confirm"));
        touch("confirm.back", "home");
    }
    tap.first = tap.frames.front();
    return tap;
}

void report_frames(const std::vector<Measured>& faces)
{
    const double empty = share_of(faces.front().frames, 0.5);
    std::printf("%-38s %8s %8s %8s %8s\n", "frame at 1080x1920", "p50 ms", "p99 ms", "ratio", "first ms");
    for (const Measured& one : faces) {
        const double middle = share_of(one.frames, 0.5);
        std::printf("%-38s %8.2f %8.2f %8.2f %8.1f\n", one.name.c_str(), middle, share_of(one.frames, 0.99),
            middle / empty, one.first.count());
    }
}

} // namespace

int main(int count, char** arguments)
{
    const std::filesystem::path config = count > 1 ? arguments[1] : "kiosk.conf";
    Morning morning(config);
    std::vector<Measured> faces = faces_of(morning);
    measure_frames(faces);
    faces.push_back(measure_tap(morning));
    report_frames(faces);
    if (count > 2)
        bench::measure_program(arguments[2], config);
    return 0;
}
