// The hall as the board sees it, made by hand: calls come and go, and time is told.
#pragma once

#include "kiosk/board/board.h"

#include <algorithm>
#include <string>

namespace nextplease::board {

class Hall {
public:
    Hall()
    {
        snapshot.local = { LocalDate {
                               std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 13 } },
            std::chrono::hours { 10 } };
        snapshot.services.resize(1);
    }

    // A call of "B042" to "Desk 3", now.
    void call(const std::string& number, const std::string& desk)
    {
        Call made;
        made.visit = VisitId { ++visits };
        made.number = TicketNumber(number);
        made.desk = DeskCode(desk);
        made.rung = snapshot.now;
        snapshot.calls.insert(snapshot.calls.begin(), made);
    }
    void recall(const std::string& number)
    {
        Call again = *find(number);
        again.rung = snapshot.now;
        again.recalls += 1;
        take_back(number);
        snapshot.calls.insert(snapshot.calls.begin(), again);
    }
    void start(const std::string& number) { find(number)->standing = false; }
    void take_back(const std::string& number) { snapshot.calls.erase(find(number)); }
    std::vector<Call>::iterator find(const std::string& number)
    {
        return std::find_if(snapshot.calls.begin(), snapshot.calls.end(),
            [&](const Call& call) { return call.number.text() == number; });
    }

    // Time passes in steps of a tenth of a second, as a window's does; the board sees the room at each.
    void pass(Board& board, Moment time)
    {
        for (Moment passed { 0 }; passed < time; passed += Moment { 100 }) {
            now += Moment { 100 };
            snapshot.now = Instant { std::chrono::floor<Seconds>(now) };
            board.take(snapshot);
            board.tick(now);
        }
    }
    void look(Board& board)
    {
        board.take(snapshot);
        board.tick(now);
    }

    Snapshot snapshot;
    Moment now { 1'000'000 };
    long visits = 0;
};

inline std::string in_band(const Board& board)
{
    return board.band() ? board.band()->number.text() : "";
}
inline std::string before(const Board& board)
{
    std::string numbers;
    for (const Call& call : board.before())
        numbers += (numbers.empty() ? "" : " ") + call.number.text();
    return numbers;
}

} // namespace nextplease::board
