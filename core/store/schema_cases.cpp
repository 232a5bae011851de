#include "core/store/schema_cases.h"

#include <fmt/format.h>

namespace nextplease {

// What people confided lies in the columns ending in _text: sealed where the column ending in _key says to
// which key, else as typed. See core/domain/sealed_text.h.
// council_case.forgotten and contact.forgotten are 1 when what was written is taken out (sql_forgetting.cpp).
// council_case.due is next_due(), and far away where nothing is due: so the register is one stretch of an
// index.
// The columns of the first stage have no prefix (began: NULL where it began at receipt), those of
// Case::as_complaint begin with was_.
// remedies are words with spaces between them, actions lines as core/domain/case_remedy.h has them.
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
            request TEXT,
            channel TEXT,
            contact BIGINT
        );
        CREATE UNIQUE INDEX feedback_visit ON feedback (visit) WHERE visit IS NOT NULL;
        CREATE UNIQUE INDEX feedback_contact ON feedback (contact) WHERE contact IS NOT NULL;
        CREATE UNIQUE INDEX feedback_request ON feedback (request) WHERE request IS NOT NULL;
        CREATE INDEX feedback_at ON feedback (at);

        CREATE TABLE council_case (
            id {growing_key},
            letter TEXT NOT NULL,
            kind TEXT NOT NULL,
            service TEXT NOT NULL,
            category TEXT NOT NULL,
            received BIGINT NOT NULL,
            channel TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'logged',
            outcome TEXT NOT NULL DEFAULT 'none',
            first_outcome TEXT NOT NULL DEFAULT 'none',
            refused_because TEXT NOT NULL DEFAULT 'none',
            open BIGINT NOT NULL DEFAULT 1,
            due BIGINT NOT NULL DEFAULT 99991231,
            acknowledge_by BIGINT,
            respond_by BIGINT,
            first_respond_by BIGINT,
            acknowledged BIGINT,
            responded BIGINT,
            extended BIGINT,
            extensions BIGINT NOT NULL DEFAULT 0,
            extended_late BIGINT NOT NULL DEFAULT 0,
            began BIGINT,
            ended BIGINT,
            second_began BIGINT,
            second_acknowledge_by BIGINT,
            second_respond_by BIGINT,
            second_first_respond_by BIGINT,
            second_acknowledged BIGINT,
            second_responded BIGINT,
            second_extended BIGINT,
            second_extensions BIGINT NOT NULL DEFAULT 0,
            second_extended_late BIGINT NOT NULL DEFAULT 0,
            second_ended BIGINT,
            was_began BIGINT,
            was_acknowledge_by BIGINT,
            was_respond_by BIGINT,
            was_first_respond_by BIGINT,
            was_acknowledged BIGINT,
            was_extended BIGINT,
            was_extensions BIGINT NOT NULL DEFAULT 0,
            was_extended_late BIGINT NOT NULL DEFAULT 0,
            was_ended BIGINT,
            handler TEXT NOT NULL DEFAULT '',
            first_handler TEXT NOT NULL DEFAULT '',
            also TEXT,
            partners TEXT NOT NULL DEFAULT '',
            documents TEXT NOT NULL DEFAULT '',
            statutory TEXT NOT NULL DEFAULT '',
            passed BIGINT,
            ombudsman_asked BIGINT,
            ombudsman_decided BIGINT,
            ombudsman_upheld BIGINT,
            closed BIGINT,
            summary TEXT NOT NULL DEFAULT '',
            wanted TEXT NOT NULL DEFAULT '',
            not_ours TEXT NOT NULL DEFAULT '',
            adjustments TEXT NOT NULL DEFAULT '',
            remedies TEXT NOT NULL DEFAULT '',
            actions TEXT NOT NULL DEFAULT '',
            reply TEXT NOT NULL,
            reply_language TEXT NOT NULL,
            language TEXT NOT NULL,
            words_key TEXT NOT NULL,
            words_text TEXT NOT NULL,
            contact_key TEXT NOT NULL,
            contact_text TEXT NOT NULL,
            forgotten BIGINT
        );
        CREATE INDEX council_case_received ON council_case (received);
        CREATE INDEX council_case_due ON council_case (open, due, id);

        CREATE TABLE case_event (
            id {growing_key},
            council_case BIGINT NOT NULL REFERENCES council_case (id),
            kind TEXT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            request TEXT,
            reason TEXT NOT NULL DEFAULT '',
            was TEXT NOT NULL DEFAULT '',
            became TEXT NOT NULL DEFAULT ''
        );
        CREATE UNIQUE INDEX case_event_request ON case_event (request) WHERE request IS NOT NULL;
        CREATE INDEX case_event_case ON case_event (council_case);)",
        fmt::arg("growing_key", dialect.growing_key));
}

} // namespace nextplease
