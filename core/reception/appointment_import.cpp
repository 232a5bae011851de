#include "core/reception/appointment_import.h"

#include "core/base/catalogue.h"
#include "core/base/error.h"
#include "core/reception/csv.h"
#include "core/reception/unit_parts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_map>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 6> kColumns { "reference", "service", "at", "language", "needs",
    "note" };
enum Column { kReference, kService, kAt, kLanguage, kNeeds, kNote };

struct Row {
    int line = 0;
    Appointment appointment;
};

template <class Items>
std::string codes_of(const Items& items)
{
    std::string list;
    for (const auto& item : items)
        list += (list.empty() ? "" : ", ") + item.code.text();
    return list.empty() ? "none" : list;
}

// Checks row after row and makes the appointment that it tells of.
class AppointmentReader {
public:
    AppointmentReader(const Configuration& configuration, std::string file, Instant now)
        : configuration_(configuration)
        , file_(std::move(file))
        , now_(now)
    {
    }

    void take(const CsvRecord& record)
    {
        line_ = record.line;
        if (!header_seen_) {
            if (!std::equal(record.cells.begin(), record.cells.end(), kColumns.begin(), kColumns.end()))
                fail(
                    fmt::format("this is not the header of a list of appointments: the first line must be {}",
                        fmt::join(kColumns, ",")));
            header_seen_ = true;
            return;
        }
        if (record.cells.size() != kColumns.size())
            fail(fmt::format("{} cells where there should be {}: write {}", record.cells.size(),
                kColumns.size(), fmt::join(kColumns, ",")));
        rows_.push_back({ line_, appointment_of(record.cells) });
    }

    const std::vector<Row>& rows() const
    {
        if (!header_seen_)
            throw InputError(
                fmt::format("{} is empty: its first line must be {}", file_, fmt::join(kColumns, ",")));
        return rows_;
    }

    [[noreturn]] void fail(std::string_view reason) const { fail_at(line_, reason); }
    [[noreturn]] void fail_at(int line, std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", file_, line, reason));
    }

private:
    Appointment appointment_of(const std::vector<std::string>& cells)
    {
        Appointment appointment;
        appointment.reference = reference(cells[kReference]);
        appointment.service = ServiceCode(cells[kService]);
        const auto local = parse_iso_time(cells[kAt]);
        const auto at = local ? configuration_.zone.instant(*local) : std::nullopt;
        if (!at)
            fail(fmt::format("\"at\" is \"{}\": write a local time such as 2026-10-13T10:40", cells[kAt]));
        appointment.at = *at;
        appointment.language = language(cells[kLanguage]);
        read_needs(cells[kNeeds], appointment);
        appointment.note = cells[kNote];
        check(appointment);
        return appointment;
    }

    std::string reference(const std::string& cell)
    {
        const std::string key = reference_key(cell);
        if (key.empty())
            fail("\"reference\" is empty: write what the visitor has, at least one letter or digit");
        const auto [before, is_new] = lines_.emplace(key, line_);
        if (!is_new)
            fail(
                fmt::format("\"{}\" reads the same as the reference in line {}: give each appointment one of "
                            "its own",
                    cell, before->second));
        return cell;
    }

    Language language(const std::string& cell) const
    {
        const Language language(cell);
        const auto& known = languages();
        if (!cell.empty() && std::find(known.begin(), known.end(), language) == known.end())
            fail(fmt::format("\"language\" is \"{}\", and there are no words in it: leave it empty, and name "
                             "an interpreter in \"needs\"",
                cell));
        return language;
    }

    void read_needs(std::string_view cell, Appointment& appointment) const
    {
        while (!cell.empty()) {
            const std::size_t end = std::min(cell.find(' '), cell.size());
            const std::string_view word = cell.substr(0, end);
            cell.remove_prefix(std::min(end + 1, cell.size()));
            const std::size_t colon = std::min(word.find(':'), word.size());
            if (colon < word.size())
                appointment.interpreter = Language(std::string(word.substr(colon + 1)));
            if (!word.empty())
                appointment.needs.emplace_back(std::string(word.substr(0, colon)));
        }
        appointment.needs = known_needs(appointment);
    }

    std::vector<NeedCode> known_needs(const Appointment& appointment) const
    {
        const Office& office = configuration_.office;
        if (const auto refusal = unknown_need(appointment.needs, appointment.interpreter, office)) {
            if (refusal->kind == Refusal::Kind::UnknownNeed)
                fail(fmt::format("\"needs\" has \"{}\", and there is no such [[need]]: write some of: {}",
                    refusal->need.text(), codes_of(office.needs)));
            fail(fmt::format("\"needs\" asks for an interpreter of \"{}\", and there is no such "
                             "[[interpreter]]: write one of: {}",
                refusal->language.text(), codes_of(office.interpreters)));
        }
        return in_order(appointment.needs, office);
    }

    void check(const Appointment& appointment) const
    {
        const auto refusal = not_bookable(appointment, configuration_, now_);
        if (!refusal)
            return;
        if (refusal->kind == Refusal::Kind::UnknownService)
            fail(fmt::format("there is no service \"{}\": write one of: {}", appointment.service.text(),
                codes_of(configuration_.office.services)));
        fail(fmt::format(
            "its day, {}, is over: leave the line out", to_iso(configuration_.zone.date(appointment.at))));
    }

    const Configuration& configuration_;
    std::string file_;
    Instant now_;
    int line_ = 0;
    bool header_seen_ = false;
    std::vector<Row> rows_;
    std::unordered_map<std::string, int> lines_; // of the references
};

bool same_booking(Appointment before, const Appointment& row)
{
    before.id = row.id;
    before.state = row.state;
    before.visit = row.visit;
    before.apology = row.apology;
    return before == row;
}

} // namespace

bool may_be_booked_anew(const Appointment& before)
{
    return before.state == AppointmentState::Cancelled || before.state == AppointmentState::Missed;
}

Appointment store_booking(Records& records, Appointment appointment, const std::optional<Appointment>& before)
{
    appointment.state = AppointmentState::Booked;
    appointment.visit = {};
    if (before) {
        appointment.id = before->id;
        records.put(appointment);
    } else {
        appointment.id = records.add(appointment);
    }
    return appointment;
}

AppointmentSummary import_appointments(
    Store& store, const Configuration& configuration, const std::filesystem::path& file, Instant now)
{
    AppointmentReader reader(configuration, file.string(), now);
    read_csv(file, [&](const CsvRecord& record) { reader.take(record); });
    const std::vector<Row>& rows = reader.rows();
    AppointmentSummary summary;
    store.write([&](Records& records) {
        summary = { .rows = static_cast<int>(rows.size()) };
        for (const Row& row : rows) {
            const auto before = records.appointment_referenced(reference_key(row.appointment.reference));
            if (before && same_booking(*before, row.appointment)) {
                ++summary.already_there;
                continue;
            }
            if (before && !may_be_booked_anew(*before))
                reader.fail_at(row.line,
                    fmt::format("\"{}\" is in the store with another time or content: cancel it first, or "
                                "leave the line out",
                        row.appointment.reference));
            store_booking(records, row.appointment, before);
            ++summary.added;
        }
    });
    return summary;
}

} // namespace nextplease
