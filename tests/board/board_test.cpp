#include "tests/board/hall.h"

#include <doctest/doctest.h>
#include <set>

using namespace nextplease;
using namespace nextplease::board;
using namespace std::chrono_literals;

TEST_CASE("A first picture is history: its newest call stands still in the band")
{
    Hall room;
    Board board(8s);
    room.call("A001", "Desk 1");
    room.call("A002", "Desk 2");
    room.look(board);
    CHECK(in_band(board) == "A002");
    CHECK(before(board) == "A001");
    CHECK_FALSE(board.swapped());
}

TEST_CASE("A new call takes the band at once from one that has stood for its time")
{
    Hall room;
    Board board(8s);
    room.look(board);
    CHECK(in_band(board).empty());
    room.call("A001", "Desk 1");
    room.look(board);
    CHECK(in_band(board) == "A001");
    room.pass(board, 9s);
    room.call("B001", "Desk 2");
    room.look(board);
    CHECK(in_band(board) == "B001");
    CHECK(before(board) == "A001");
}

TEST_CASE("Twenty calls in one second all get the band in turn, each for its time, and none is lost")
{
    Hall room;
    Board board(8s);
    room.look(board);
    for (int i = 1; i <= 20; ++i) {
        room.call("A" + std::to_string(100 + i), "Desk " + std::to_string(i));
        room.look(board);
    }
    std::vector<std::pair<std::string, Moment>> stood;
    for (int i = 0; i < 20 * 80; ++i) {
        if (stood.empty() || stood.back().first != in_band(board))
            stood.emplace_back(in_band(board), Moment { 0 });
        stood.back().second += 100ms;
        room.pass(board, 100ms);
    }
    REQUIRE(stood.size() == 20);
    for (int i = 1; i <= 20; ++i) {
        const auto& [number, time] = stood[static_cast<std::size_t>(i) - 1];
        CHECK(number == "A" + std::to_string(100 + i));
        CHECK(time >= 8s);
    }
    CHECK(before(board) == "A119 A118 A117 A116 A115");
}

TEST_CASE("Calls that come in one picture queue in the order in which they rang")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.snapshot.now += 1s;
    room.call("B001", "Desk 2");
    room.snapshot.now += 1s;
    room.call("C001", "Desk 3");
    room.look(board);
    CHECK(in_band(board) == "A001");
    room.pass(board, 8s);
    CHECK(in_band(board) == "B001");
    room.pass(board, 8s);
    CHECK(in_band(board) == "C001");
}

TEST_CASE("The band swaps its colours three times in three seconds, and then stands still")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.look(board);
    std::string seen;
    for (int i = 0; i < 16; ++i) { // each quarter of a second
        seen += board.swapped() ? '#' : '.';
        room.now += 250ms;
        board.tick(room.now);
    }
    CHECK(seen == "##..##..##......");
}

TEST_CASE("A board on which nothing happens need not be painted")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.pass(board, 10s);
    for (int i = 0; i < 100; ++i) {
        room.now += 100ms;
        board.take(room.snapshot);
        CHECK_FALSE(board.tick(room.now));
    }
}

TEST_CASE("A recall takes the band again, and flashes again where it stands")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.pass(board, 9s);
    room.recall("A001");
    room.pass(board, 100ms);
    CHECK(in_band(board) == "A001");
    CHECK(board.swapped());
    room.pass(board, 9s);
    room.call("B001", "Desk 2");
    room.pass(board, 9s);
    CHECK(before(board) == "A001");
    room.recall("A001");
    room.pass(board, 100ms);
    CHECK(in_band(board) == "A001");
    CHECK(before(board) == "B001");
    CHECK(board.swapped());
}

TEST_CASE("A ticket that is recalled while it queues gets the band once")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.look(board);
    room.call("B001", "Desk 2");
    room.look(board);
    room.snapshot.now += 1s;
    room.recall("B001");
    room.look(board);
    CHECK(board.queued() == 1);
    room.pass(board, 8s);
    CHECK(in_band(board) == "B001");
    CHECK(board.queued() == 0);
}

TEST_CASE("A call that was taken back goes from band, queue and tiles")
{
    Hall room;
    Board board(8s);
    room.look(board);
    for (const char* number : { "A001", "A002", "A003" }) {
        room.call(number, "Desk 1");
        room.pass(board, 9s);
    }
    room.call("A004", "Desk 2");
    room.look(board);
    REQUIRE(in_band(board) == "A004");
    room.call("A005", "Desk 3");
    room.look(board);
    REQUIRE(board.queued() == 1);
    room.take_back("A005");
    room.take_back("A002");
    room.look(board);
    CHECK(board.queued() == 0);
    CHECK(before(board) == "A003 A001");
    room.take_back("A004");
    room.look(board);
    CHECK(in_band(board) == "A003"); // the one before stands again, and still
    CHECK_FALSE(board.swapped());
    CHECK(before(board) == "A001");
}

TEST_CASE("The same visit called again after its call was taken back gets the band again")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.pass(board, 9s);
    const Call call = *room.find("A001");
    room.take_back("A001");
    room.pass(board, 1s);
    CHECK(in_band(board).empty());
    room.snapshot.calls = { call };
    room.pass(board, 100ms);
    CHECK(in_band(board) == "A001");
    CHECK(board.swapped());
}

TEST_CASE("Who has come to the desk while queueing gives way to those who are still expected")
{
    Hall room;
    Board board(8s);
    room.look(board);
    for (const char* number : { "A001", "A002", "A003", "A004" })
        room.call(number, "Desk 1");
    room.look(board);
    CHECK(in_band(board) == "A001");
    room.start("A002");
    room.start("A003");
    room.pass(board, 8s);
    CHECK(in_band(board) == "A004");
    CHECK(before(board) == "A003 A002 A001");
}

TEST_CASE("A lone call is shown though its visitor is at the desk already")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.start("A001");
    room.look(board);
    CHECK(in_band(board) == "A001");
    CHECK(board.swapped());
}

TEST_CASE("An old call that shows up again, because a later one was taken back, is no new call")
{
    Hall room;
    Board board(8s);
    for (std::size_t i = 0; i <= kCallsKept; ++i) {
        room.call("A" + std::to_string(100 + i), "Desk 1");
        room.snapshot.now += 60s;
    }
    const Call oldest = room.snapshot.calls.back();
    room.snapshot.calls.pop_back();
    room.look(board);
    const std::string newest = in_band(board);
    room.snapshot.calls.erase(room.snapshot.calls.begin() + 1);
    room.snapshot.calls.push_back(oldest);
    room.look(board);
    CHECK(board.queued() == 0);
    CHECK(in_band(board) == newest);
}

TEST_CASE("Cut off from the store, the board keeps what it knew; back again, it rings what it missed")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.pass(board, 9s);
    Snapshot nothing = room.snapshot;
    nothing.calls.clear();
    nothing.cut_off = "the disk is gone";
    board.take(nothing);
    board.tick(room.now);
    CHECK(in_band(board) == "A001");
    room.call("A002", "Desk 1");
    room.look(board);
    CHECK(in_band(board) == "A002");
    CHECK(before(board) == "A001");
}

TEST_CASE("A new day begins with an empty board")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.pass(board, 9s);
    room.snapshot.local.date = add_days(room.snapshot.local.date, 1);
    room.snapshot.calls.clear();
    room.look(board);
    CHECK(in_band(board).empty());
    CHECK(before(board).empty());
}

namespace {

std::string rung(Board& board)
{
    std::string numbers;
    for (const Call& call : board.rings())
        numbers += (numbers.empty() ? "" : " ") + call.number.text();
    return numbers;
}

} // namespace

TEST_CASE(
    "What was called before the board was there is not announced; a call is, once, as it takes the band")
{
    Hall room;
    Board board(8s);
    room.call("A001", "Desk 1");
    room.look(board);
    CHECK(rung(board).empty());
    room.call("A002", "Desk 2");
    room.call("A003", "Desk 3");
    room.look(board);
    CHECK(rung(board) == "A002");
    CHECK(in_band(board) == "A002");
    CHECK(rung(board).empty());
    room.pass(board, 9s);
    CHECK(rung(board) == "A003");
}

TEST_CASE("A recall is announced again, also those that came while others stood in the band")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.look(board);
    CHECK(rung(board) == "A001");
    room.recall("A001");
    room.look(board);
    CHECK(rung(board) == "A001");
    room.call("A002", "Desk 2");
    room.look(board);
    room.recall("A002");
    room.look(board); // it waits for the band still
    CHECK(rung(board).empty());
    room.pass(board, 9s);
    CHECK(rung(board) == "A002 A002");
    room.recall("A002");
    room.recall("A002"); // twice between two pictures
    room.look(board);
    CHECK(rung(board) == "A002 A002");
}

TEST_CASE("The band stays as long as what was announced is still being said, and not for ever")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.call("A002", "Desk 2");
    room.look(board);
    CHECK(in_band(board) == "A001");
    const auto speak = [&](Moment time) {
        for (Moment passed { 0 }; passed < time; passed += 100ms) {
            room.now += 100ms;
            board.tick(room.now, Board::Hall::Speaking);
        }
    };
    speak(20s);
    CHECK(in_band(board) == "A001");
    room.pass(board, 200ms);
    CHECK(in_band(board) == "A002");
    room.call("A003", "Desk 3");
    board.take(room.snapshot);
    speak(59s);
    CHECK(in_band(board) == "A002");
    speak(2s);
    CHECK(in_band(board) == "A003");
}

TEST_CASE("A call that is taken back before its turn is not announced")
{
    Hall room;
    Board board(8s);
    room.look(board);
    room.call("A001", "Desk 1");
    room.call("A002", "Desk 2");
    room.look(board);
    CHECK(rung(board) == "A001");
    room.take_back("A002");
    room.pass(board, 20s);
    CHECK(rung(board).empty());
}
