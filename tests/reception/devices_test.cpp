// What a machine found of its devices, as every desk sees it.
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

#include "core/reception/heartbeat.h"
#include "core/reception/snapshot.h"

namespace nextplease::testing {
namespace {

struct Machine : ReceptionFixture {
    std::vector<DeviceRecord> known()
    {
        return read_snapshot(*store, configuration, PlainEstimator {}, clock.now()).devices;
    }
};

} // namespace

TEST_CASE("What a machine says of a device is known to every face, since when it is so")
{
    Machine machine;
    machine.configuration.machine = "Kiosk 1";
    const Instant first = machine.clock.now();
    machine.reception.report_device("printer", DeviceState::Ready);
    CHECK(
        machine.known() == std::vector<DeviceRecord> { { "Kiosk 1", "printer", DeviceState::Ready, first } });
    machine.clock.set(first + Minutes { 3 });
    machine.reception.report_device("printer", DeviceState::Ready); // no news
    CHECK(machine.known()[0].since == first);
    machine.reception.report_device("printer", DeviceState::PaperNearEnd);
    REQUIRE(machine.known().size() == 1);
    CHECK(machine.known()[0].state == DeviceState::PaperNearEnd);
    CHECK(machine.known()[0].since == first + Minutes { 3 });
}

TEST_CASE("A face that beats is one record, and no event")
{
    Machine machine;
    machine.configuration.machine = "Hall";
    const auto events = [&] {
        std::size_t count = 0;
        machine.store->read([&](Records& records) { count = records.events_after(EventId(0), 1000).size(); });
        return count;
    };
    const std::size_t before = events();
    for (int i = 0; i < 10; ++i) {
        machine.clock.advance(kBeatEvery);
        beat(machine.reception, "board");
    }
    REQUIRE(machine.known().size() == 1);
    CHECK(face_of(machine.known()[0]) == "board");
    CHECK(machine.known()[0].since == machine.clock.now());
    CHECK(events() == before);
    CHECK_FALSE(is_silent(machine.known()[0], machine.clock.now() + Minutes { 4 }));
    CHECK(is_silent(machine.known()[0], machine.clock.now() + Minutes { 5 }));
    machine.reception.report_device("printer", DeviceState::Ready);
    CHECK(machine.known().size() == 2); // beside its printer
}

TEST_CASE("A face that ends as it should is not missed, until it is there again")
{
    Machine machine;
    machine.configuration.machine = "Hall";
    beat(machine.reception, "board");
    sign_off(machine.reception, "board");
    REQUIRE(machine.known().size() == 1);
    CHECK(has_signed_off(machine.known()[0]));
    CHECK_FALSE(is_silent(machine.known()[0], machine.clock.now() + Minutes { 600 }));
    beat(machine.reception, "board");
    CHECK_FALSE(has_signed_off(machine.known()[0]));
    CHECK(is_silent(machine.known()[0], machine.clock.now() + Minutes { 5 }));
}

TEST_CASE("Machines with the same kind of device are told apart")
{
    Machine machine;
    for (const char* name : { "Kiosk 2", "Kiosk 1" }) {
        machine.configuration.machine = name;
        machine.reception.report_device("printer", DeviceState::PaperOut);
    }
    const auto known = machine.known();
    REQUIRE(known.size() == 2);
    CHECK(known[0].machine == "Kiosk 1");
    CHECK(known[1].machine == "Kiosk 2");
}

} // namespace nextplease::testing
