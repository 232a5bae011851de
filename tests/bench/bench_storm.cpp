// A million random events over the whole visitor face, and its memory on the way:
//   bench_storm [events] [seed]
#include "tests/bench/memory.h"
#include "tests/support/recording_speaker.h"
#include "tests/visitor/sample_kiosk.h"
#include "tests/visitor/storm.h"

#include <cstdio>
#include <cstdlib>

using namespace nextplease;
using namespace std::chrono_literals;

int main(int argc, char** argv)
{
    const long events = argc > 1 ? std::atol(argv[1]) : 1'000'000;
    const auto seed = static_cast<std::uint32_t>(argc > 2 ? std::atol(argv[2]) : 1);
    visitor::SampleKiosk kiosk;
    testing::RecordingSpeaker speaker;
    const auto face = visitor::make_visitor_face(
        kiosk.configuration, kiosk.commands, visitor::Devices { .speaker = &speaker });
    face->show(kiosk.snapshot());
    UiDriver ui(*face);
    testing::Storm storm(ui, seed);
    std::printf("%10s %10s %s\n", "events", "MB", "screen");
    int stuck = 0;
    for (long i = 1; i <= events; ++i) {
        storm.rage();
        if (storm.below(500) == 0)
            face->show(kiosk.snapshot());
        if (i % 5'000 == 0) { // the hands are taken away, and the visit ends by itself
            storm.calm();
            ui.advance(20min);
            face->show(kiosk.snapshot());
            ui.settle();
            stuck += ui.screen().starts_with("languages/") ? 0 : 1;
            speaker.said.clear();
            speaker.heard.clear();
        }
        if (i % std::max<long>(1, events / 20) == 0) {
            std::printf("%10ld %10.1f %s\n", i, memory_mb(), ui.screen().c_str());
            std::fflush(stdout);
        }
    }
    std::printf("stuck %d times, %zu tickets\n", stuck, kiosk.tickets());
    return stuck == 0 ? 0 : 1;
}
