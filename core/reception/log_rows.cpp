#include "core/reception/log_rows.h"

#include "core/base/error.h"
#include "core/reception/csv.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_map>
#include <unordered_set>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 8> kColumns { "ticket", "service", "priority", "arrived", "called",
    "finished", "left", "server" };
enum Column { kTicket, kService, kPriority, kArrived, kCalled, kFinished, kLeft, kServer };

// Checks row after row and makes the visit that it tells of.
class LogReader {
public:
    LogReader(const Configuration& configuration, const std::vector<ServiceCode>& found, std::string file,
        UnknownNames unknown)
        : configuration_(configuration)
        , found_(found)
        , file_(std::move(file))
        , unknown_(unknown)
    {
    }

    // Nothing for the header.
    std::optional<LogRow> row(const CsvRecord& record)
    {
        line_ = record.line;
        if (!header_seen_) {
            check_header(record);
            return std::nullopt;
        }
        if (record.cells.size() != kColumns.size())
            fail(fmt::format("{} cells where there should be {}: write {}", record.cells.size(),
                kColumns.size(), fmt::join(kColumns, ",")));
        return LogRow { line_, visit_of(record.cells) };
    }

    void finish() const
    {
        if (!header_seen_)
            throw InputError(
                fmt::format("{} is empty: its first line must be {}", file_, fmt::join(kColumns, ",")));
    }

    const std::vector<ServiceCode>& new_services() const { return new_services_; }

private:
    [[noreturn]] void fail(std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", file_, line_, reason));
    }

    void check_header(const CsvRecord& record)
    {
        if (!std::equal(record.cells.begin(), record.cells.end(), kColumns.begin(), kColumns.end()))
            fail(fmt::format(
                "this is not the header of a log: the first line must be {}", fmt::join(kColumns, ",")));
        header_seen_ = true;
    }

    Visit visit_of(const std::vector<std::string>& cells)
    {
        Visit visit;
        visit.reference = reference(cells[kTicket]);
        visit.service = service(cells[kService]);
        visit.priority = priority(cells[kPriority]);
        const auto arrived = time(cells, kArrived, {});
        if (!arrived)
            fail("\"arrived\" is empty: write when the ticket was taken, or leave the line out");
        const auto called = time(cells, kCalled, arrived);
        const auto finished = time(cells, kFinished, called ? called : arrived);
        const auto left = time(cells, kLeft, arrived);
        check_times(called, finished, left);
        const auto desk = server(cells[kServer]);
        if (desk && !called)
            fail("there is a server and no time in \"called\": write the time, or no server");
        set_course(visit, *arrived, called, finished, left, desk);
        return visit;
    }

    void check_times(
        std::optional<Instant> called, std::optional<Instant> finished, std::optional<Instant> left) const
    {
        if (finished && !called)
            fail("\"finished\" without \"called\": write the call, or leave \"finished\" empty");
        if (called && left)
            fail("both \"called\" and \"left\": leave empty the one that did not happen");
    }

    // The final state of the visit, as the store would have it had it happened here.
    void set_course(Visit& visit, Instant arrived, std::optional<Instant> called,
        std::optional<Instant> finished, std::optional<Instant> left,
        const std::optional<DeskCode>& desk) const
    {
        visit.day = configuration_.zone.date(arrived);
        visit.arrived = visit.queue_from = visit.leg_since = arrived;
        visit.called = visit.rung = visit.seen = visit.seen_called = called;
        visit.desk = desk;
        visit.calls = called ? 1 : 0;
        if (called) {
            visit.seen_service = visit.service;
            visit.seen_desk = desk.value_or(DeskCode {});
        }
        if (finished) {
            visit.state = VisitState::Served;
            visit.served = visit.leg_served = *finished - *called;
            visit.ended = finished;
        } else if (left) {
            visit.state = VisitState::Left;
            visit.ended = left;
        } else {
            visit.state = VisitState::Unresolved;
            const Instant day_ends = configuration_.zone.start_of(add_days(visit.day, 1));
            visit.ended = std::max(day_ends, called.value_or(arrived));
        }
    }

    std::string reference(const std::string& cell)
    {
        if (cell.empty())
            fail("\"ticket\" is empty: write the log's own number or text for it");
        const auto [before, is_new] = references_.try_emplace(cell, line_);
        if (!is_new)
            fail(fmt::format("ticket \"{}\" is in line {} already: each ticket may be in the file once", cell,
                before->second));
        return cell;
    }

    ServiceCode service(const std::string& cell)
    {
        if (cell.empty())
            fail("\"service\" is empty: write the code of the service");
        ServiceCode code(cell);
        if (known_services_.contains(code))
            return code;
        if (!configuration_.office.find(code)
            && std::find(found_.begin(), found_.end(), code) == found_.end()) {
            if (unknown_ == UnknownNames::Refuse)
                fail(fmt::format(
                    "service \"{}\" is not known: add it to {}, or import with --create to take it as found",
                    cell, configuration_.source));
            new_services_.push_back(code);
        }
        known_services_.insert(code);
        return code;
    }

    std::optional<DeskCode> server(const std::string& cell)
    {
        if (cell.empty())
            return std::nullopt;
        DeskCode code(cell);
        if (known_desks_.contains(code))
            return code;
        if (!configuration_.office.find(code) && unknown_ == UnknownNames::Refuse)
            fail(fmt::format(
                "desk \"{}\" is not known: add it to {}, or import with --create to take it as found", cell,
                configuration_.source));
        known_desks_.insert(code);
        return code;
    }

    PriorityCode priority(const std::string& cell) const
    {
        const bool number =
            !cell.empty() && cell.size() <= 9 && cell.find_first_not_of("0123456789") == std::string::npos;
        if (number)
            return PriorityCode(cell.substr(std::min(cell.find_first_not_of('0'), cell.size())));
        const PriorityCode code(cell);
        if (!cell.empty() && !configuration_.office.find(code))
            fail(fmt::format(
                "priority \"{}\" is neither a number nor a class of {}: write 0 for an ordinary visitor",
                cell, configuration_.source));
        return code;
    }

    std::optional<Instant> time(
        const std::vector<std::string>& cells, Column column, std::optional<Instant> after) const
    {
        const std::string& cell = cells[column];
        if (cell.empty())
            return std::nullopt;
        const auto local = parse_iso_time(cell);
        if (!local)
            fail(fmt::format("\"{}\" is \"{}\", which is not a time: write it as 2026-10-13T10:24:05",
                kColumns[column], cell));
        const auto at = instant(*local, after);
        if (!at)
            fail(fmt::format(
                "\"{}\" is {}, which the clocks skipped that night in {}: write the time that they showed",
                kColumns[column], cell, configuration_.zone.name()));
        if (after && *at < *after)
            fail(fmt::format("\"{}\" is {}, before {}: put the times in order", kColumns[column], cell,
                to_iso(configuration_.zone.local(*after))));
        return at;
    }

    // In the hour that comes twice the second one, where the first would come before `after`.
    std::optional<Instant> instant(const LocalTime& local, std::optional<Instant> after) const
    {
        const auto first = configuration_.zone.instant(local);
        if (!first || !after || *first >= *after)
            return first;
        const Instant second = *first + std::chrono::hours { 1 };
        return configuration_.zone.local(second) == local ? second : first;
    }

    const Configuration& configuration_;
    const std::vector<ServiceCode>& found_; // by earlier imports
    std::string file_;
    UnknownNames unknown_;
    int line_ = 0;
    bool header_seen_ = false;
    std::vector<ServiceCode> new_services_;
    std::unordered_map<std::string, int> references_; // and the line
    std::unordered_set<ServiceCode> known_services_;
    std::unordered_set<DeskCode> known_desks_;
};

} // namespace

std::vector<ServiceCode> read_log(const std::filesystem::path& file, const Configuration& configuration,
    const std::vector<ServiceCode>& found, UnknownNames unknown,
    const std::function<void(const LogRow&)>& tell)
{
    LogReader reader(configuration, found, file.string(), unknown);
    read_csv(file, [&](const CsvRecord& record) {
        if (const auto row = reader.row(record))
            tell(*row);
    });
    reader.finish();
    return reader.new_services();
}

} // namespace nextplease
