#include "core/reception/desk_import.h"

#include "core/base/error.h"
#include "core/reception/csv.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace nextplease {
namespace {

using DeskMoment = std::tuple<Instant, std::string, EventKind>;

struct DeskRow {
    DeskCode desk;
    EventKind kind = EventKind::DeskOpened;
    Instant at;
    DeskMoment moment() const { return { at, desk.text(), kind }; }
};

class DeskRows {
public:
    DeskRows(const Configuration& configuration, std::string file, UnknownNames unknown)
        : configuration_(configuration)
        , file_(std::move(file))
        , unknown_(unknown)
    {
    }

    void add(const CsvRecord& record)
    {
        line_ = record.line;
        if (record.cells.size() != 3)
            fail("there should be three cells: write desk,event,at");
        if (!header_seen_) {
            if (record.cells != std::vector<std::string> { "desk", "event", "at" })
                fail("this is not the header of a list of desks: the first line must be desk,event,at");
            header_seen_ = true;
            return;
        }
        rows_.push_back({ desk(record.cells[0]), event(record.cells[1]), time(record.cells[2]) });
    }

    std::vector<DeskRow> in_order()
    {
        if (!header_seen_)
            throw InputError(fmt::format("{} is empty: its first line must be desk,event,at", file_));
        std::stable_sort(
            rows_.begin(), rows_.end(), [](const DeskRow& a, const DeskRow& b) { return a.at < b.at; });
        return std::move(rows_);
    }

private:
    [[noreturn]] void fail(std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", file_, line_, reason));
    }

    DeskCode desk(const std::string& cell) const
    {
        const DeskCode code(cell);
        if (cell.empty())
            fail("\"desk\" is empty: write the desk");
        if (!configuration_.office.find(code) && unknown_ == UnknownNames::Refuse)
            fail(fmt::format(
                "desk \"{}\" is not known: add it to {}, or import with --create to take it as found", cell,
                configuration_.source));
        return code;
    }

    EventKind event(const std::string& cell) const
    {
        if (cell == "open" || cell == "resume")
            return EventKind::DeskOpened;
        if (cell == "pause")
            return EventKind::DeskPaused;
        if (cell == "close")
            return EventKind::DeskClosed;
        fail(fmt::format("\"event\" is \"{}\": write open, pause, resume or close", cell));
    }

    Instant time(const std::string& cell) const
    {
        const auto local = parse_iso_time(cell);
        if (!local)
            fail(fmt::format("\"at\" is \"{}\", which is not a time: write it as 2026-10-13T10:24:05", cell));
        const auto at = configuration_.zone.instant(*local);
        if (!at)
            fail(fmt::format(
                "\"at\" is {}, which the clocks skipped that night in {}: write the time that they showed",
                cell, configuration_.zone.name()));
        return *at;
    }

    const Configuration& configuration_;
    std::string file_;
    UnknownNames unknown_;
    int line_ = 0;
    bool header_seen_ = false;
    std::vector<DeskRow> rows_;
};

std::set<DeskMoment> stored_moments(Store& store, Instant from)
{
    std::set<DeskMoment> stored;
    store.scan_events(EventId {}, from, [&](const EventRow& row) {
        if (!row.visit.value())
            stored.emplace(row.at, std::string(row.desk), row.kind);
    });
    return stored;
}

} // namespace

DeskImportSummary import_desks(
    Store& store, const Configuration& configuration, const std::filesystem::path& file, UnknownNames unknown)
{
    DeskRows reader(configuration, file.string(), unknown);
    read_csv(file, [&](const CsvRecord& record) { reader.add(record); });
    const std::vector<DeskRow> rows = reader.in_order();
    DeskImportSummary summary;
    if (rows.empty())
        return summary;
    const std::set<DeskMoment> stored = stored_moments(store, rows.front().at);
    store.write([&](Records& records) {
        summary = {};
        for (const DeskRow& row : rows) {
            ++summary.rows;
            if (stored.contains(row.moment())) {
                ++summary.already_there;
                continue;
            }
            Event event;
            event.kind = row.kind;
            event.at = row.at;
            event.desk = row.desk;
            event.actor = "import";
            records.add(event);
            ++summary.added;
        }
    });
    return summary;
}

} // namespace nextplease
