#include "core/reception/log_import.h"

#include "core/base/error.h"
#include "core/reception/log_rows.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

EventKind ending(VisitState state)
{
    if (state == VisitState::Served)
        return EventKind::Finished;
    return state == VisitState::Left ? EventKind::Left : EventKind::Unresolved;
}

void add_events(Records& records, const Visit& visit)
{
    Event event { .id = {},
        .visit = visit.id,
        .leg = 1,
        .kind = EventKind::Taken,
        .at = visit.arrived,
        .service = visit.service,
        .desk = {},
        .actor = "import",
        .detail = {},
        .request = {} };
    records.add(event);
    if (visit.called) {
        event.at = *visit.called;
        event.desk = visit.desk;
        event.kind = EventKind::Called;
        records.add(event);
        event.kind = EventKind::Started;
        records.add(event);
    }
    event.at = *visit.ended;
    event.kind = ending(visit.state);
    records.add(event);
}

void add_visit(Records& records, Visit visit)
{
    visit.id = records.add(visit);
    records.put(Leg { .visit = visit.id,
        .leg = 1,
        .service = visit.service,
        .since = visit.arrived,
        .desk = visit.desk,
        .called = visit.called,
        .served = visit.served,
        .ended = *visit.ended,
        .how = visit.state });
    add_events(records, visit);
}

// Adds the row's visit, unless it is there already. Throws InputError if the store tells another story of it.
void take_row(Records& records, const LogRow& row, const std::filesystem::path& file, ImportSummary& summary)
{
    ++summary.rows;
    auto before = records.visit_referenced(row.visit.reference, row.visit.arrived);
    if (!before) {
        add_visit(records, row.visit);
        ++summary.added;
        return;
    }
    before->id = {};
    if (*before != row.visit)
        throw InputError(
            fmt::format("{}:line {}: ticket \"{}\" of that time is in the store with another content: "
                        "correct the line, or leave it out",
                file.string(), row.line, row.visit.reference));
    ++summary.already_there;
}

} // namespace

ImportSummary import_log(
    Store& store, const Configuration& configuration, const std::filesystem::path& file, UnknownNames unknown)
{
    std::vector<ServiceCode> found;
    store.read([&](Records& records) { found = records.found_services(); });
    // Twice: checked without keeping others waiting, then stored without keeping it all in memory.
    read_log(file, configuration, found, unknown, [](const LogRow&) {});
    ImportSummary summary;
    store.write([&](Records& records) {
        summary = {};
        summary.found_services = read_log(file, configuration, found, unknown,
            [&](const LogRow& row) { take_row(records, row, file, summary); });
        for (const ServiceCode& service : summary.found_services)
            records.add_found_service(service);
    });
    return summary;
}

} // namespace nextplease
