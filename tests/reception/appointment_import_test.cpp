// A booking system's file: all of it or nothing, and the same file twice adds nothing.
#include "core/base/error.h"
#include "core/reception/appointment_import.h"
#include "tests/support/reception_fixture.h"

#include <fstream>

using namespace nextplease;
using testing::ReceptionFixture;

namespace {

constexpr const char* kHeader = "reference,service,at,language,needs,note\n";

struct Hall : ReceptionFixture {
    Hall()
        : ReceptionFixture("2026-10-13T08:00:00")
    {
        configuration.office.needs = { { .code = NeedCode("interpreter"), .asks = Need::Asks::WhichLanguage },
            { .code = NeedCode("seat") } };
        configuration.office.interpreters = { { Language("so"), "Soomaali", "Somali" } };
    }
    AppointmentSummary import(const std::string& text)
    {
        const auto file = folder / "list.csv";
        std::ofstream(file) << text;
        return import_appointments(*store, configuration, file, clock.now());
    }
    std::string mistake(const std::string& text)
    {
        try {
            import(text);
        } catch (const InputError& error) {
            const std::string what = error.what();
            return what.substr(what.find("list.csv") + 8);
        }
        return "taken";
    }
    std::vector<Appointment> all()
    {
        return reception.appointments(reception.today(), add_days(reception.today(), 30));
    }
};

} // namespace

TEST_CASE("A file of appointments is taken with needs, interpreter, language and note")
{
    Hall room;
    const auto summary = room.import(std::string(kHeader)
        + "BK-2,B,2026-10-14T11:00,,,\n"
          "BK-1,A,2026-10-13 10:40,ur,seat interpreter:so,\"Lease, second visit\"\n");
    CHECK(summary.rows == 2);
    CHECK(summary.added == 2);
    const std::vector<Appointment> all = room.all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].reference == "BK-1");
    CHECK(all[0].service == ServiceCode("A"));
    CHECK(room.configuration.zone.local(all[0].at) == parse_iso_time("2026-10-13T10:40"));
    CHECK(all[0].language == Language("ur"));
    CHECK(all[0].needs == std::vector { NeedCode("interpreter"), NeedCode("seat") });
    CHECK(all[0].interpreter == Language("so"));
    CHECK(all[0].note == "Lease, second visit");
    CHECK(all[1].reference == "BK-2");
    CHECK(all[1].needs.empty());
}

TEST_CASE("The same file twice adds nothing, also after somebody checked in or it was cancelled")
{
    Hall room;
    const std::string file = std::string(kHeader)
        + "BK-1,A,2026-10-13T10:40,ur,seat,x\nBK-2,B,2026-10-13T11:00,,,\nBK-3,B,2026-10-13T11:10,,,\n";
    room.import(file);
    room.reception.check_in("BK-1", {}, {}, "kiosk");
    room.reception.cancel_appointment("BK-3", "We are sorry.", "test");
    const auto summary = room.import(file);
    CHECK(summary.rows == 3);
    CHECK(summary.added == 0);
    CHECK(summary.already_there == 3);
    CHECK(room.all().size() == 3);
    CHECK(room.all()[0].state == AppointmentState::Arrived);
    CHECK(room.all()[2].state == AppointmentState::Cancelled);
    room.clock.advance(std::chrono::hours { 24 });
    CHECK(room.mistake(file) == ":line 2: its day, 2026-10-13, is over: leave the line out");
}

TEST_CASE("Whatever is wrong is named by its line and reason, and nothing of the file is taken")
{
    Hall room;
    room.import(std::string(kHeader) + "BK-9,A,2026-10-13T10:40,,,\n");
    const std::string good = "BK-1,A,2026-10-13T10:40,,,\n";
    const std::pair<std::string, std::string> rows[] = {
        { "BK-2,X,2026-10-13T10:40,,,", "there is no service \"X\": write one of: A, B, N" },
        { "BK-2,A,13.10.2026 10:40,,,",
            "\"at\" is \"13.10.2026 10:40\": write a local time such as 2026-10-13T10:40" },
        { "BK-2,A,,,,", "\"at\" is \"\": write a local time such as 2026-10-13T10:40" },
        { ",A,2026-10-13T10:40,,,",
            "\"reference\" is empty: write what the visitor has, at least one letter or digit" },
        { "bk 1,A,2026-10-13T10:40,,,",
            "\"bk 1\" reads the same as the reference in line 2: give each appointment one of its own" },
        { "BK-2,A,2026-10-13T10:40,klingon,,",
            "\"language\" is \"klingon\", and there are no words in it: leave it empty, and name an "
            "interpreter "
            "in \"needs\"" },
        { "BK-2,A,2026-10-13T10:40,,sofa,",
            "\"needs\" has \"sofa\", and there is no such [[need]]: write some of: interpreter, seat" },
        { "BK-2,A,2026-10-13T10:40,,interpreter:xx,",
            "\"needs\" asks for an interpreter of \"xx\", and there is no such [[interpreter]]: write one "
            "of: "
            "so" },
        { "BK-2,A,2026-10-13T10:40,,",
            "5 cells where there should be 6: write "
            "reference,service,at,language,needs,note" },
        { "BK-2,A,2026-10-12T10:40,,,", "its day, 2026-10-12, is over: leave the line out" },
        { "BK-9,A,2026-10-13T10:45,,,",
            "\"BK-9\" is in the store with another time or content: cancel it first, or leave the line out" },
    };
    for (const auto& [row, reason] : rows) {
        CAPTURE(row);
        CHECK(room.mistake(kHeader + good + row + "\n") == ":line 3: " + reason);
        CHECK(room.all().size() == 1);
    }
    CHECK(room.mistake("") == " is empty: its first line must be reference,service,at,language,needs,note");
    CHECK(room.mistake("reference,at\n")
        == ":line 1: this is not the header of a list of appointments: the first line must be "
           "reference,service,at,language,needs,note");
    CHECK(room.mistake(std::string(kHeader) + good) == "taken");
}
