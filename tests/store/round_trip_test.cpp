// What is put into a store comes out of it again, field by field.
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

// Every field differs from its default and from every other field.
Visit full_visit()
{
    Visit visit = waiting_visit("BA042");
    visit.reference = "T-1999/0042 é";
    visit.state = VisitState::Serving;
    visit.queue_from = at(-300);
    visit.priority = PriorityCode("with-children");
    visit.language = Language("ur");
    visit.leg = 3;
    visit.service = ServiceCode("housing");
    visit.leg_since = at(10);
    visit.calls = 2;
    visit.recalls = 4;
    visit.desk = DeskCode("Desk 3 – Głóg");
    visit.called = at(20);
    visit.rung = at(30);
    visit.started = at(40);
    visit.held_since = at(50);
    visit.hold_until = at(60);
    visit.note = "Brought the wrong letter; she'll ask for \"form 7\" — نوٹ 😀\nsecond line";
    visit.held = Seconds { 71 };
    visit.seen = at(80);
    visit.seen_called = at(75);
    visit.seen_service = ServiceCode("council-tax");
    visit.seen_desk = DeskCode("Desk 1");
    visit.served = Seconds { 91 };
    visit.leg_served = Seconds { 92 };
    visit.ended = at(100);
    visit.needs = { NeedCode("hearing-loop"), NeedCode("step_free") };
    visit.interpreter = Language("bfi");
    visit.party = 4;
    visit.matters = { ServiceCode("parking"), ServiceCode("A"), ServiceCode("votes_2") };
    visit.appointment = AppointmentId(71);
    visit.appointment_at = at(45);
    visit.more_time = 2;
    return visit;
}

void check_comes_back(Store& store, Visit visit)
{
    visit.id = store_visit(store, visit);
    CHECK(visit.id.value() != 0);
    store.read([&](Records& records) { CHECK(records.visit(visit.id) == visit); });
}

} // namespace

TEST_CASE("Every field of a visit comes back")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        check_comes_back(*store, full_visit());
        check_comes_back(*store, waiting_visit("A001"));
        Visit bare; // nothing set at all
        check_comes_back(*store, bare);
    });
}

TEST_CASE("Every state of a visit comes back")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        for (int state = 0; state <= static_cast<int>(VisitState::Unresolved); ++state) {
            Visit visit = waiting_visit("A00" + std::to_string(state));
            visit.state = static_cast<VisitState>(state);
            check_comes_back(*store, visit);
        }
    });
}

TEST_CASE("Putting a visit replaces every field of it, set or unset")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Visit visit = waiting_visit("A001");
        visit.id = store_visit(*store, visit);
        for (Visit next : { full_visit(), waiting_visit("A002"), served(full_visit()), full_visit() }) {
            next.id = visit.id;
            store->write([&](Records& records) { records.put(next); });
            store->read([&](Records& records) { CHECK(records.visit(visit.id) == next); });
        }
    });
}

TEST_CASE("Every field of a leg comes back, and a leg that ends again is replaced")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        const Leg first { visit, 1, ServiceCode("housing"), at(1), DeskCode("Desk 2"), at(2), Seconds { 3 },
            at(4), VisitState::Waiting };
        Leg second { visit, 2, ServiceCode("benefits"), at(5), {}, {}, Seconds { 0 }, at(6),
            VisitState::NoShow };
        store->write([&](Records& records) {
            records.put(second);
            records.put(first);
        });
        store->read([&](Records& records) {
            CHECK(records.legs_of(visit) == std::vector { first, second });
        });
        second.desk = DeskCode("Desk 4");
        second.called = at(7);
        second.served = Seconds { 8 };
        second.ended = at(9);
        second.how = VisitState::Served;
        store->write([&](Records& records) { records.put(second); });
        store->read([&](Records& records) {
            CHECK(records.legs_of(visit) == std::vector { first, second });
            CHECK(records.legs_of(VisitId(12345)).empty());
        });
    });
}

TEST_CASE("Every field and kind of an event comes back")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        std::vector<Event> events;
        for (int kind = 0; kind <= static_cast<int>(EventKind::DeskClosed); ++kind) {
            Event full { .id = {},
                .visit = visit,
                .leg = 2,
                .kind = static_cast<EventKind>(kind),
                .at = at(kind),
                .service = ServiceCode("housing"),
                .desk = DeskCode("Desk 2"),
                .actor = "desk:Desk 2",
                .detail = "wróci po 14:00",
                .request = RequestId("r" + std::to_string(kind)) };
            events.push_back(full);
            Event bare;
            bare.kind = full.kind;
            bare.at = full.at;
            events.push_back(bare);
        }
        store->write([&](Records& records) {
            for (Event& event : events)
                event.id = records.add(event);
        });
        store->read([&](Records& records) { CHECK(records.events_after(EventId(0), 1000) == events); });
    });
}

TEST_CASE("Every field of a desk comes back, and a desk that changes is replaced")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const DeskRecord third { DeskCode("Desk 3"), DeskState::Paused, at(1), "desk:Desk 3" };
        DeskRecord first { DeskCode("Desk 1"), DeskState::Closed, at(2), "" };
        store->write([&](Records& records) {
            records.put(third);
            records.put(first);
        });
        store->read([&](Records& records) { CHECK(records.desks() == std::vector { first, third }); });
        first = { first.desk, DeskState::Open, at(3), "command line" };
        store->write([&](Records& records) { records.put(first); });
        store->read([&](Records& records) { CHECK(records.desks() == std::vector { first, third }); });
    });
}

TEST_CASE("Every field of an appointment comes back, and one that changes is replaced")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Appointment full { .id = {},
            .reference = "bk-10O2 é",
            .service = ServiceCode("housing"),
            .at = at(600),
            .language = Language("ur"),
            .needs = { NeedCode("seat"), NeedCode("hearing-loop") },
            .interpreter = Language("so"),
            .note = "About the lease; نوٹ",
            .state = AppointmentState::Booked,
            .visit = {} };
        Appointment bare;
        bare.reference = "2";
        store->write([&](Records& records) {
            full.id = records.add(full);
            bare.id = records.add(bare);
        });
        store->read([&](Records& records) {
            CHECK(records.appointment(full.id) == full);
            CHECK(records.appointment(bare.id) == bare);
            CHECK_FALSE(records.appointment(AppointmentId(99)));
        });
        for (const auto state : { AppointmentState::Arrived, AppointmentState::Cancelled,
                 AppointmentState::Missed, AppointmentState::Booked }) {
            full.state = state;
            full.visit =
                state == AppointmentState::Arrived ? store_visit(*store, waiting_visit("A001")) : VisitId {};
            full.at = full.at + Seconds { 1 };
            store->write([&](Records& records) { records.put(full); });
            store->read([&](Records& records) { CHECK(records.appointment(full.id) == full); });
        }
    });
}

TEST_CASE("Found services are kept once each")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store->write([&](Records& records) {
            records.add_found_service(ServiceCode("PS"));
            records.add_found_service(ServiceCode("NE"));
            records.add_found_service(ServiceCode("PS"));
        });
        store->read([&](Records& records) {
            CHECK(records.found_services() == std::vector { ServiceCode("NE"), ServiceCode("PS") });
        });
    });
}

TEST_CASE("Every field of feedback comes back, that of the same visit is replaced, and a request is found")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const VisitId visit = store_visit(*store, waiting_visit("A001"));
        Feedback full { .id = {},
            .visit = visit,
            .at = at(1),
            .service = ServiceCode("housing"),
            .language = Language("ur"),
            .score = 4,
            .words = { "0123abcd", "c2VhbGVk" },
            .request = RequestId("r1") };
        Feedback bare;
        bare.at = at(2);
        store->write([&](Records& records) {
            full.id = records.add(full);
            bare.id = records.add(bare);
        });
        store->read([&](Records& records) {
            CHECK(records.feedback_of(visit) == full);
            CHECK(records.feedback_of(RequestId("r1")) == full);
            CHECK_FALSE(records.feedback_of(RequestId {}));
            std::vector<Feedback> found;
            records.each_feedback({ at(1), at(3) }, [&](const Feedback& one) { found.push_back(one); });
            CHECK(found == std::vector { full, bare });
            found.clear();
            records.each_feedback({ at(0), at(2) }, [&](const Feedback& one) { found.push_back(one); });
            CHECK(found == std::vector { full });
        });
        Feedback caller = bare;
        caller.id = {};
        caller.channel = Channel::Phone;
        caller.contact = ContactId(17);
        Feedback later = caller;
        later.score = 5;
        store->write([&](Records& records) {
            caller.id = records.add(caller);
            later.id = records.add(later);
        });
        store->read([&](Records& records) { // that of the same contact is replaced too
            std::vector<Feedback> found;
            records.each_feedback({ at(2), at(3) }, [&](const Feedback& one) { found.push_back(one); });
            CHECK(found == std::vector { bare, later });
        });
        full.id = {};
        full.score = 1;
        full.request = RequestId("r2");
        store->write([&](Records& records) { full.id = records.add(full); });
        store->read([&](Records& records) {
            CHECK(records.feedback_of(visit) == full);
            CHECK_FALSE(records.feedback_of(RequestId("r1")));
        });
    });
}

TEST_CASE("Every field of a case and its events comes back, their ids grow by one, and a request is found")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        Case full { .id = {},
            .letter = "K",
            .kind = CaseKind::Compliment,
            .service = ServiceCode("housing"),
            .category = CategoryCode("money"),
            .channel = "letter",
            .received = at(1),
            .state = CaseState::Acknowledged,
            .outcome = CaseOutcome::Upheld,
            .first = { at(2), kToday, kTomorrow, kToday, at(4), at(5), at(6), 2, true, at(7) },
            .second = StageClocks { at(7), kToday, kTomorrow, kToday, at(8), at(9), at(10), 1, true, at(11) },
            .handler = "Chief Executive",
            .first_handler = "Head of Housing",
            .as_complaint =
                StageClocks { at(1), kToday, kTomorrow, kToday, at(3), {}, at(4), 1, true, at(5) },
            .also = { ServiceCode("tax"), ServiceCode("parking") },
            .partners = "A contractor",
            .documents = "EDRMS 4711",
            .procedure = "planning",
            .passed = at(11),
            .ombudsman_asked = at(12),
            .ombudsman_decided = at(13),
            .ombudsman_upheld = true,
            .closed = at(14),
            .reply = ReplyWish::Braille,
            .reply_language = Language("cy"),
            .language = Language("ur"),
            .words = { "0123abcd", "d29yZHM=" },
            .contact = { "4567cdef", "Y29udGFjdA==" } };
        Case bare;
        bare.received = at(2);
        CaseEvent event { .id = {},
            .record = {},
            .kind = CaseEventKind::Received,
            .at = at(3),
            .actor = "kiosk",
            .request = RequestId("r1"),
            .reason = "why",
            .before = "handler=\n",
            .after = "handler=Chief Executive\n" };
        bare.first.began = bare.received;
        store->write([&](Records& records) {
            full.id = records.add(full);
            bare.id = records.add(bare);
            event.record = full.id;
            event.id = records.add(event);
        });
        CHECK(full.id == CaseId(1));
        CHECK(bare.id == CaseId(2));
        CHECK_THROWS(store->write([&](Records& records) {
            CaseEvent twice = event; // the same request
            twice.id = {};
            records.add(twice);
        }));
        store->read([&](Records& records) {
            CHECK(records.case_of(full.id) == full);
            CHECK(records.case_of(bare.id) == bare);
            CHECK_FALSE(records.case_of(CaseId(3)));
            CHECK(records.case_of(RequestId("r1")) == full);
            CHECK_FALSE(records.case_of(RequestId("r2")));
            CHECK(records.events_of(full.id) == std::vector { event });
            CHECK(records.events_of(bare.id).empty());
            std::vector<Case> found;
            records.each_case({ at(1), at(3) }, [&](const Case& one) { found.push_back(one); });
            CHECK(found == std::vector { full, bare });
        });
    });
}

TEST_CASE("Every state of a device comes back, by machine and device; a new one takes the old one's place")
{
    on_every_driver([](Stores& stores) {
        const auto put = [](Store& store, const DeviceRecord& record) {
            store.write([&](Records& records) { records.put(record); });
        };
        std::vector<DeviceRecord> known;
        {
            const auto store = stores.open();
            store->read([](Records& records) { CHECK(records.devices().empty()); });
            for (int state = static_cast<int>(DeviceState::Fault); state >= 0; --state) {
                known.insert(known.begin(),
                    { "Kiosk " + std::to_string(state) + " – Głóg", "printer",
                        static_cast<DeviceState>(state), at(state) });
                put(*store, known.front());
            }
            known.insert(known.begin(), { known.front().machine, "loudspeaker", DeviceState::Fault, at(90) });
            put(*store, known.front());
            store->read([&](Records& records) { CHECK(records.devices() == known); });
            known.back().state = DeviceState::PaperOut;
            known.back().since = at(100);
            put(*store, known.back());
            store->read([&](Records& records) { CHECK(records.devices() == known); });
        }
        const auto again = stores.open();
        again->read([&](Records& records) { CHECK(records.devices() == known); });
    });
}

TEST_CASE("A device that was put in a transaction that failed is as it was")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        const DeviceRecord ready { "Kiosk 1", "printer", DeviceState::Ready, at(0) };
        store->write([&](Records& records) { records.put(ready); });
        CHECK_THROWS(store->write([&](Records& records) {
            records.put(DeviceRecord { "Kiosk 1", "printer", DeviceState::PaperOut, at(5) });
            throw std::runtime_error("the power went");
        }));
        store->read([&](Records& records) { CHECK(records.devices() == std::vector { ready }); });
    });
}
