// What goes with a visit is shown to the desk: needs, the language to be interpreted, company, what is still
// to come, the appointment.
#include "tests/desk/desk_room.h"

namespace nextplease::desk {
namespace {

using namespace std::chrono_literals;

struct RoomWithNeeds : Room {
    RoomWithNeeds()
    {
        const Language english("en");
        configuration.office.needs = { { .code = NeedCode("interpreter"),
                                           .name = { { english, "An interpreter" } },
                                           .icon = "interpreter",
                                           .asks = Need::Asks::WhichLanguage },
            { .code = NeedCode("seat"), .name = { { english, "A seat" } }, .icon = "person" } };
        configuration.office.interpreters = { { Language("so"), "Soomaali", "Somali" } };
    }
    Visit& take_with_all()
    {
        Visit& visit = take("A", 5min);
        visit.needs = { NeedCode("interpreter"), NeedCode("seat") };
        visit.interpreter = Language("so");
        visit.party = 4;
        visit.matters = { ServiceCode("B") };
        visit.appointment_at = now;
        return visit;
    }
};

} // namespace

TEST_CASE("The visitor's card says everything that goes with the visit, and the note below it")
{
    RoomWithNeeds room;
    Visit& visit = room.take_with_all();
    visit.note = "About the lease";
    room.call(visit, "Desk 1");
    const std::string note = room.show().card.note;
    CHECK(
        note.starts_with("An interpreter (Somali), A seat, 4 people, appointment 10:00, also: Service B\n"));
    CHECK(note.find("About the lease") != std::string::npos);
}

TEST_CASE("A row of the list has an icon for each, and says it to the screen reader")
{
    RoomWithNeeds room;
    room.take_with_all();
    room.take("A", 1min);
    const auto rows = room.show().list.rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].facts
        == std::vector {
            ui::Icon::Interpreter, ui::Icon::Person, ui::Icon::People, ui::Icon::Calendar, ui::Icon::More });
    CHECK(rows[0].spoken.find("An interpreter (Somali)") != std::string::npos);
    CHECK(rows[0].spoken.find("4 people") != std::string::npos);
    CHECK(rows[1].facts.empty());
}

TEST_CASE("A need that kiosk.conf has no more is shown by its code")
{
    RoomWithNeeds room;
    room.take_with_all();
    room.configuration.office.needs.clear();
    CHECK(room.show().list.rows[0].spoken.find("interpreter, seat") != std::string::npos);
}

} // namespace nextplease::desk
