#include "core/store/schema_forgetting.h"

#include <fmt/format.h>

namespace nextplease {

// forgotten.upto is the last id, or the time, up to which `what` is forgotten; `carried` is of sessions: who
// was still signed in then. Of tables without a row in it, an index holds what is not forgotten yet.
// What many have said is a reason and tells of nobody: result_reason and contact_reason count how many.
std::string schema_of_forgetting(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE forgotten (
            what TEXT PRIMARY KEY,
            upto BIGINT NOT NULL,
            carried TEXT NOT NULL
        ) {rows_in_key_order};
        CREATE INDEX appointment_kept ON appointment (at) WHERE reference <> '';
        CREATE INDEX feedback_kept ON feedback (at) WHERE words_text <> '';
        CREATE INDEX contact_kept ON contact (received) WHERE forgotten IS NULL;
        CREATE INDEX council_case_kept ON council_case (closed) WHERE forgotten IS NULL;
        CREATE INDEX event_appointment ON event (detail)
            WHERE kind IN ('appointment_booked', 'appointment_moved', 'appointment_cancelled');
        CREATE INDEX event_session ON event (at)
            WHERE (kind IN ('signed_in', 'signed_out') OR substr(detail, 1, 6) = 'staff=');
        CREATE INDEX result_reason ON result (words) WHERE avoidable IS NOT NULL;
        CREATE INDEX contact_reason ON contact (reason) WHERE reason IS NOT NULL;)",
        fmt::arg("rows_in_key_order", dialect.rows_in_key_order));
}

} // namespace nextplease
