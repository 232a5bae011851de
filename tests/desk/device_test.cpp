#include "tests/desk/desk_room.h"

#include <doctest/doctest.h>

namespace nextplease::desk {

TEST_CASE(
    "The top bar says which machine's printer needs somebody, the worst first, and nothing while all is well")
{
    Room room;
    const auto bar_with = [&](std::vector<DeviceRecord> devices) {
        auto shown = std::make_shared<Snapshot>(room.snapshot());
        shown->devices = std::move(devices);
        room.console.show(shown);
        return room.console.view().bar;
    };
    const auto printer = [](const char* machine, DeviceState state) {
        return DeviceRecord { machine, "printer", state, Instant {} };
    };
    CHECK(bar_with({}).device.empty());
    CHECK(bar_with({ printer("Kiosk 1", DeviceState::Ready) }).device.empty());
    CHECK(bar_with({ printer("Kiosk 1", DeviceState::Unknown) }).device.empty());
    const BarView low = bar_with({ printer("Kiosk 1", DeviceState::PaperNearEnd) });
    CHECK(low.device == "Kiosk 1: Printer paper nearly out");
    CHECK_FALSE(low.device_stopped);
    const BarView both = bar_with(
        { printer("Front door", DeviceState::PaperOut), printer("Kiosk 1", DeviceState::PaperNearEnd) });
    CHECK(both.device == "Front door: No paper in the printer");
    CHECK(both.device_stopped);
}

} // namespace nextplease::desk
