#include "core/store/schema_estimates.h"

#include <fmt/format.h>

namespace nextplease {

// Columns ending in _ms are waits in milliseconds from `at`; promised and promised_by are instants.
std::string schema_of_estimates(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE estimate (
            id {growing_key},
            visit BIGINT NOT NULL REFERENCES visit (id),
            leg BIGINT NOT NULL,
            at BIGINT NOT NULL,
            said TEXT NOT NULL,
            p10_ms BIGINT NOT NULL,
            p50_ms BIGINT NOT NULL,
            p90_ms BIGINT NOT NULL,
            ahead BIGINT NOT NULL,
            known BIGINT NOT NULL,
            promised BIGINT NOT NULL,
            promised_by BIGINT NOT NULL,
            fixed_ms BIGINT,
            rolling_ten_ms BIGINT,
            last_to_enter_ms BIGINT,
            queue_length_ms BIGINT
        );
        CREATE INDEX estimate_visit ON estimate (visit);)",
        fmt::arg("growing_key", dialect.growing_key));
}

} // namespace nextplease
