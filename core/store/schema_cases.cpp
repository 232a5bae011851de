#include "core/store/schema_cases.h"

#include <fmt/format.h>

namespace nextplease {

// What people confided lies in the columns ending in _text: sealed where the column ending in _key says to
// which key, else as typed. See core/domain/sealed_text.h.
std::string schema_of_cases(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE feedback (
            id {growing_key},
            visit BIGINT REFERENCES visit (id),
            at BIGINT NOT NULL,
            service TEXT NOT NULL,
            language TEXT NOT NULL,
            score BIGINT NOT NULL,
            words_key TEXT NOT NULL,
            words_text TEXT NOT NULL,
            request TEXT
        );
        CREATE UNIQUE INDEX feedback_visit ON feedback (visit) WHERE visit IS NOT NULL;
        CREATE UNIQUE INDEX feedback_request ON feedback (request) WHERE request IS NOT NULL;
        CREATE INDEX feedback_at ON feedback (at);

        CREATE TABLE council_case (
            id {growing_key},
            letter TEXT NOT NULL,
            kind TEXT NOT NULL,
            service TEXT NOT NULL,
            category TEXT NOT NULL,
            received BIGINT NOT NULL,
            acknowledge_by BIGINT,
            respond_by BIGINT,
            reply TEXT NOT NULL,
            reply_language TEXT NOT NULL,
            language TEXT NOT NULL,
            words_key TEXT NOT NULL,
            words_text TEXT NOT NULL,
            contact_key TEXT NOT NULL,
            contact_text TEXT NOT NULL
        );
        CREATE INDEX council_case_received ON council_case (received);

        CREATE TABLE case_event (
            id {growing_key},
            council_case BIGINT NOT NULL REFERENCES council_case (id),
            kind TEXT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            request TEXT
        );
        CREATE UNIQUE INDEX case_event_request ON case_event (request) WHERE request IS NOT NULL;
        CREATE INDEX case_event_case ON case_event (council_case);)",
        fmt::arg("growing_key", dialect.growing_key));
}

} // namespace nextplease
