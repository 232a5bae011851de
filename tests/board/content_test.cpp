#include "core/reception/sentences.h"
#include "kiosk/board/content.h"
#include "tests/support/reception_fixture.h"

#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::board;
using namespace std::chrono_literals;

namespace {

const Words& english()
{
    return words(Language("en"));
}

struct SmallRoom {
    Configuration configuration = testing::small_configuration();
    Snapshot snapshot;
    SmallRoom()
    {
        snapshot.local = { LocalDate {
                               std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 13 } },
            10h + 31min };
        snapshot.now = *configuration.zone.instant(snapshot.local);
        snapshot.last_known = snapshot.now;
        for (const Service& service : configuration.office.services) {
            ServiceNow now;
            now.code = service.code;
            snapshot.services.push_back(now);
        }
    }
    Content content() const { return content_of(snapshot, english(), configuration); }
};

} // namespace

TEST_CASE("A line tells how many wait and the range of the estimate")
{
    SmallRoom room;
    room.snapshot.services[0].waiting = 4;
    room.snapshot.services[0].newcomer = { 4, Minutes { 9 }, Minutes { 14 } };
    room.snapshot.services[1].newcomer = { 0, Minutes { 1 }, {} };
    const Content content = room.content();
    CHECK(content.services[0].waiting == "4");
    CHECK(content.services[0].time == "9 to 14 min");
    CHECK(content.services[0].tone == ServiceLine::Tone::Usual);
    CHECK(content.services[1].waiting == "0");
    CHECK(content.services[1].time == "1 min");
    CHECK(content.clock == "10:31");
    CHECK(content.date == "Tuesday 13 October");
}

TEST_CASE("Less than a minute is said as such, with how long it may be")
{
    SmallRoom room;
    room.snapshot.services[0].newcomer = { 0, Minutes { 0 }, {} };
    room.snapshot.services[1].newcomer = { 3, Minutes { 0 }, Minutes { 4 } };
    CHECK(room.content().services[0].time == "under 1 min");
    CHECK(room.content().services[1].time == "up to 4 min");
}

TEST_CASE("A wait that is not known has no number")
{
    const Content content = SmallRoom().content();
    for (const char digit : std::string("0123456789"))
        CHECK(content.services[0].time.find(digit) == std::string::npos);
    CHECK(content.services[0].tone == ServiceLine::Tone::Quiet);
}

TEST_CASE("A service is slow when its estimate is past its own limit")
{
    SmallRoom room;
    for (ServiceNow& service : room.snapshot.services)
        service.newcomer = { 3, Minutes { 12 }, Minutes { 20 } };
    const Content content = room.content();
    CHECK(content.services[0].tone == ServiceLine::Tone::Slow); // limit 10
    CHECK(content.services[1].tone == ServiceLine::Tone::Usual); // limit 15
}

TEST_CASE("A closed service tells when it opens, and no number")
{
    SmallRoom room;
    room.snapshot.services[0].open = false;
    room.snapshot.services[0].opens = LocalTime { room.snapshot.local.date, 14h };
    room.snapshot.services[1].open = false;
    const Content content = room.content();
    CHECK(content.services[0].time == "opens 14:00");
    CHECK(content.services[0].waiting.empty());
    CHECK(content.services[1].time == "closed");
}

TEST_CASE("Cut off, it says so and since when, and dates what was last known")
{
    SmallRoom room;
    CHECK(room.content().notices.empty());
    room.snapshot.cut_off = "disk I/O error";
    room.snapshot.local.since_midnight += 9min;
    const Content content = room.content();
    REQUIRE(content.notices.size() == 1);
    CHECK(content.notices.front().title == "No news from the queue since 10:31");
    CHECK(content.time_column == "at 10:31");
    CHECK(content.clock == "10:40");
    CHECK(content.notices.front().text.find("disk") == std::string::npos); // the reason is for the log
}

TEST_CASE("Never connected, it claims nothing")
{
    SmallRoom room;
    room.snapshot.services.clear();
    room.snapshot.cut_off = "no such file";
    const Content content = room.content();
    CHECK(content.services.empty());
    REQUIRE(content.notices.size() == 1);
    CHECK(content.notices.front().title == "This board cannot reach the queue");
    CHECK(content.no_call == content.notices.front().title);
}

TEST_CASE("Before the first call of an open day it says where numbers come; when closed, when it opens")
{
    SmallRoom room;
    CHECK(room.content().no_call == "We show your number here when it is your turn.");
    room.snapshot.open = false;
    room.snapshot.local.since_midnight = 20h;
    CHECK(room.content().no_call == "We are closed now.");
    CHECK(room.content().no_call_more == "opens Wednesday 09:00");
}

TEST_CASE(
    "A notice of delay says which services, why and sorry, and comes back between any two other notices")
{
    SmallRoom room;
    DelayNotice notice;
    notice.services = { room.configuration.office.services[0].code };
    notice.words = "The lift is broken.";
    room.snapshot.notices = { notice };
    BoardMessage message;
    message.title[Language("en")] = "One";
    room.configuration.board.messages = { message, message };
    using Kind = board::Notice::Kind;
    std::vector<Kind> kinds;
    for (const board::Notice& one : room.content().notices)
        kinds.push_back(one.kind);
    CHECK(kinds == std::vector { Kind::Delay, Kind::Message, Kind::Delay, Kind::Message });
    const board::Notice first = room.content().notices.front();
    CHECK(first.title
        == "Longer waits: "
            + name_of(room.configuration.office.services[0].code, english(), room.configuration));
    CHECK(first.text == "The lift is broken. We are sorry.");

    room.snapshot.notices.front().services.clear();
    CHECK(room.content().notices.front().title == "Waits are longer now");
    room.snapshot.notices.clear(); // it cleared itself, or was cleared
    CHECK(room.content().notices.front().kind == Kind::Message);
}

TEST_CASE("A board of a zone shows no notice about the services of others")
{
    SmallRoom room;
    DelayNotice notice;
    notice.services = { room.configuration.office.services[0].code };
    notice.words = "The lift is broken.";
    room.snapshot.notices = { notice };
    BoardZone zone;
    zone.services = { room.configuration.office.services[1].code };
    CHECK(content_of(room.snapshot, english(), room.configuration, { .zone = &zone }).notices.empty());
    zone.services = { room.configuration.office.services[0].code };
    CHECK(content_of(room.snapshot, english(), room.configuration, { .zone = &zone }).notices.size() == 1);
}
