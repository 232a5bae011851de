// Everything that the store holds of one visit, appointment or case, in SQL. A table that refers to one of
// them belongs into a list here; a test looks at the schema for one that is missing.
#include "core/store/sql_keeper.h"

#include <algorithm>
#include <array>

namespace nextplease {
namespace {

struct Table {
    std::string_view name;
    std::string_view select; // $1: the id
};

constexpr std::array<Table, 8> kOfVisit {
    Table { "visit", "SELECT * FROM visit WHERE id = $1" },
    Table { "leg", "SELECT * FROM leg WHERE visit = $1 ORDER BY leg" },
    Table { "event", "SELECT * FROM event WHERE visit = $1 ORDER BY id" },
    Table { "estimate", "SELECT * FROM estimate WHERE visit = $1 ORDER BY id" },
    Table { "result", "SELECT * FROM result WHERE visit = $1 ORDER BY leg" },
    Table { "apology", "SELECT * FROM apology WHERE visit = $1" },
    Table { "feedback", "SELECT * FROM feedback WHERE visit = $1" },
    Table { "appointment",
        "SELECT * FROM appointment WHERE visit = $1 "
        "OR id = (SELECT appointment FROM visit WHERE visit.id = $1) ORDER BY id" },
};
constexpr std::array<Table, 2> kOfAppointment {
    Table { "appointment", "SELECT * FROM appointment WHERE id = $1" },
    Table { "event",
        "SELECT event.* FROM appointment JOIN event "
        "ON kind IN ('appointment_booked', 'appointment_moved', 'appointment_cancelled') "
        "AND detail >= reference AND detail < reference || '!' "
        "AND (detail = reference OR substr(detail, length(reference) + 1, 1) = ' ') "
        "WHERE appointment.id = $1 AND reference <> '' ORDER BY event.id" },
};
constexpr std::array<Table, 2> kOfCase {
    Table { "council_case", "SELECT * FROM council_case WHERE id = $1" },
    Table { "case_event", "SELECT * FROM case_event WHERE council_case = $1 ORDER BY id" },
};

SubjectRow row_in(Statement& statement, std::string_view table)
{
    SubjectRow row { table, {} };
    for (int column = 0; column < statement.columns(); ++column) {
        if (statement.is_null(column))
            continue;
        std::string name(statement.column_name(column));
        if (statement.is_text(column))
            row.columns.emplace_back(std::move(name), std::string(statement.text(column)));
        else
            row.columns.emplace_back(std::move(name), statement.integer(column));
    }
    return row;
}

class Gathering {
public:
    explicit Gathering(Connection& connection)
        : connection_(connection)
    {
    }

    template <std::size_t Count>
    void add(const std::array<Table, Count>& tables, std::int64_t id)
    {
        for (const Table& table : tables) {
            Statement& statement = connection_.prepared(table.select);
            statement.bind(1, id);
            while (statement.step()) {
                SubjectRow row = row_in(statement, table.name);
                if (std::find_if(rows_.begin(), rows_.end(),
                        [&](const SubjectRow& other) {
                            return other.table == row.table && other.columns == row.columns;
                        })
                    == rows_.end())
                    rows_.push_back(std::move(row));
            }
        }
    }

    // The ids in a column of what was gathered of a table.
    std::vector<std::int64_t> ids(std::string_view table, std::string_view column) const
    {
        std::vector<std::int64_t> found;
        for (const SubjectRow& row : rows_) {
            if (row.table != table)
                continue;
            for (const auto& [name, value] : row.columns) {
                if (name == column)
                    found.push_back(std::get<std::int64_t>(value));
            }
        }
        return found;
    }

    std::vector<SubjectRow> take()
    {
        std::stable_sort(rows_.begin(), rows_.end(),
            [](const SubjectRow& one, const SubjectRow& other) { return place(one) < place(other); });
        return std::move(rows_);
    }

private:
    static std::size_t place(const SubjectRow& row)
    {
        constexpr std::array<std::string_view, 10> kOrder { "council_case", "case_event", "visit",
            "appointment", "leg", "event", "estimate", "result", "apology", "feedback" };
        return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), row.table) - kOrder.begin());
    }

    Connection& connection_;
    std::vector<SubjectRow> rows_;
};

} // namespace

std::vector<SubjectRow> everything_about(Connection& connection, const Subject& subject)
{
    Gathering found(connection);
    if (const auto* record = std::get_if<CaseId>(&subject))
        found.add(kOfCase, record->value());
    if (const auto* visit = std::get_if<VisitId>(&subject)) {
        found.add(kOfVisit, visit->value());
        for (const std::int64_t appointment : found.ids("appointment", "id"))
            found.add(kOfAppointment, appointment);
    }
    if (const auto* appointment = std::get_if<AppointmentId>(&subject)) {
        found.add(kOfAppointment, appointment->value());
        for (const std::int64_t visit : found.ids("appointment", "visit"))
            found.add(kOfVisit, visit);
    }
    return found.take();
}

} // namespace nextplease
