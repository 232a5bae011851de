// Eight hours at the kiosk, sixty times as fast: visitors in every language and mode take tickets on a real
// store, with pictures of the room each second, desks that call them, and pauses in which visits end by
// themselves. Prints the memory for each quarter of an hour of kiosk time:
//   bench_soak [hours]
#include "tests/bench/memory.h"
#include "tests/support/recording_speaker.h"
#include "tests/visitor/sample_kiosk.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace nextplease;
using namespace std::chrono_literals;

namespace {

class Soak {
public:
    Soak()
        : face_(visitor::make_visitor_face(
            kiosk_.configuration, kiosk_.commands, visitor::Devices { .speaker = &speaker_ }))
        , ui_((face_->show(kiosk_.snapshot()), *face_))
    {
    }

    // One visit or one pause; then the room again.
    void step()
    {
        const ui::Moment begin = ui_.now();
        if (below(5) == 0)
            pass(ui::Moment { 1'000 * (10 + below(200)) });
        else
            visit();
        desks();
        pass(ui::Moment { 1'000 * (1 + below(20)) });
        passed_ += ui_.now() - begin;
        speaker_.said.clear();
        speaker_.heard.clear();
    }
    ui::Moment passed() const { return passed_; }
    std::size_t tickets() { return kiosk_.tickets(); }
    int visits() const { return visits_; }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    // The office's clock goes with the screen's, with a picture each second.
    void pass(ui::Moment by)
    {
        for (ui::Moment left = by; left > 0ms; left -= 1'000ms) {
            ui_.advance(1'000ms);
            kiosk_.clock.advance(Seconds { 1 });
            face_->show(kiosk_.snapshot());
        }
        ui_.settle();
    }

    bool tap(const std::string& key)
    {
        if (!ui_.shows(key))
            return false;
        ui_.tap(key);
        return true;
    }

    void visit()
    {
        ++visits_;
        constexpr const char* kModes[] = { "bar.text_size", "bar.contrast", "bar.lower", "bar.slow" };
        if (below(3) == 0)
            tap(kModes[below(4)]);
        const auto& languages = kiosk_.configuration.languages;
        tap("language."
            + languages[static_cast<std::size_t>(below(static_cast<int>(languages.size())))].text());
        if (below(6) == 0)
            return wander();
        const auto& services = kiosk_.configuration.office.services;
        const auto& service = services[static_cast<std::size_t>(below(static_cast<int>(services.size())))];
        if (!tap("service." + service.code.text()))
            return wander();
        pass(2s);
        if (tap("confirm.take")) {
            face_->show(kiosk_.snapshot());
            pass(3s);
            if (below(4) != 0)
                tap("ticket.done");
        }
    }

    // Touches what is there, in and out of journeys; the time-out ends it.
    void wander()
    {
        for (int touches = 5 + below(25); touches > 0 && !ui_.items().empty(); --touches) {
            const auto& items = ui_.items();
            ui_.tap(items[static_cast<std::size_t>(below(static_cast<int>(items.size())))].key);
            if (below(4) == 0)
                ui_.type("abc 12");
        }
    }

    // Everybody is called and served in the end.
    void desks()
    {
        for (const Desk& desk : kiosk_.configuration.office.desks) {
            const auto room = kiosk_.snapshot();
            for (const DeskNow& now : room->desks) {
                if (now.current && now.current->visit.desk == desk.code)
                    (void)kiosk_.reception.finish(
                        now.current->visit.id, ContactResult {}, {}, { .name = "soak", .desk = desk.code });
            }
            (void)kiosk_.reception.call_next(desk.code, {}, "soak");
        }
    }

    visitor::SampleKiosk kiosk_;
    testing::RecordingSpeaker speaker_;
    std::unique_ptr<app::Face> face_;
    UiDriver ui_;
    std::mt19937 random_ { 20261013 };
    ui::Moment passed_ { 0 };
    int visits_ = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const double hours = argc > 1 ? std::atof(argv[1]) : 8;
    const auto begin = std::chrono::steady_clock::now();
    Soak soak;
    std::printf("%12s %8s %8s %8s %10s\n", "kiosk time", "visits", "tickets", "MB", "seconds");
    auto next = ui::Moment { 0 };
    while (soak.passed() < ui::Moment { static_cast<long>(hours * 3'600'000) }) {
        soak.step();
        if (soak.passed() < next)
            continue;
        next += 15min;
        const std::chrono::duration<double> real = std::chrono::steady_clock::now() - begin;
        std::printf("%9ld min %8d %8zu %8.1f %10.1f\n", static_cast<long>(soak.passed() / 1min),
            soak.visits(), soak.tickets(), memory_mb(), real.count());
        std::fflush(stdout);
    }
    return 0;
}
