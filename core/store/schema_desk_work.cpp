#include "core/store/schema_desk_work.h"

#include <fmt/format.h>

namespace nextplease {

// staff.key is what a name is found by: nobody gets a name that another one has or had, for the event log
// names people by it.
std::string schema_of_desk_work(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE result (
            visit BIGINT NOT NULL REFERENCES visit (id),
            leg BIGINT NOT NULL,
            at BIGINT NOT NULL,
            service TEXT NOT NULL,
            desk TEXT NOT NULL,
            actor TEXT NOT NULL,
            resolved BIGINT NOT NULL,
            reason TEXT NOT NULL,
            passed_to TEXT NOT NULL,
            words TEXT NOT NULL,
            avoidable TEXT,
            given TEXT NOT NULL,
            PRIMARY KEY (visit, leg)
        ) {rows_in_key_order};
        CREATE INDEX result_at ON result (at);

        CREATE TABLE apology (
            visit BIGINT PRIMARY KEY REFERENCES visit (id),
            at BIGINT NOT NULL,
            waited BIGINT NOT NULL,
            reason TEXT NOT NULL,
            words TEXT NOT NULL,
            desk TEXT NOT NULL,
            actor TEXT NOT NULL
        ) {rows_in_key_order};

        CREATE TABLE notice (
            id {growing_key},
            services TEXT,
            reason TEXT NOT NULL,
            words TEXT NOT NULL,
            put BIGINT NOT NULL,
            until BIGINT NOT NULL,
            cleared BIGINT,
            actor TEXT NOT NULL
        );
        CREATE INDEX notice_until ON notice (until);

        CREATE TABLE contact (
            id {growing_key},
            channel TEXT NOT NULL,
            service TEXT NOT NULL,
            about TEXT NOT NULL,
            received BIGINT NOT NULL,
            acknowledged BIGINT,
            answered BIGINT,
            avoidable TEXT,
            actor TEXT NOT NULL,
            request TEXT,
            lost BIGINT,
            set_aside TEXT,
            resolved BIGINT,
            reason TEXT,
            told BIGINT,
            told_until BIGINT,
            explanation TEXT,
            apology TEXT,
            log TEXT,
            log_over BIGINT,
            log_unscannable BIGINT,
            forgotten BIGINT
        );
        CREATE UNIQUE INDEX contact_request ON contact (request) WHERE request IS NOT NULL;
        CREATE INDEX contact_received ON contact (received);
        CREATE INDEX contact_open ON contact (received)
            WHERE answered IS NULL AND lost IS NULL AND set_aside IS NULL;

        CREATE TABLE checked (
            channel TEXT NOT NULL,
            day BIGINT NOT NULL,
            PRIMARY KEY (channel, day)
        ) {rows_in_key_order};

        CREATE TABLE staff (
            id {growing_key},
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            pin_hash TEXT NOT NULL,
            active BIGINT NOT NULL,
            wrong BIGINT NOT NULL,
            last_try BIGINT,
            complaints BIGINT NOT NULL DEFAULT 0
        );
        CREATE UNIQUE INDEX staff_key ON staff (key);)",
        fmt::arg("growing_key", dialect.growing_key),
        fmt::arg("rows_in_key_order", dialect.rows_in_key_order));
}

} // namespace nextplease
