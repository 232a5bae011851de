#include "kiosk/demo/sample_cases.h"

#include "core/reception/case_steps.h"
#include "kiosk/demo/sample_morning.h"

#include <array>
#include <stdexcept>

namespace nextplease {
namespace {

struct Sample {
    CaseKind kind;
    const char* service;
    int days_ago;
    int hour;
    ReplyWish reply;
    const char* language;
};

// By the working days between: the first is late to be acknowledged, the next two are due on the morning.
constexpr std::array kSamples {
    Sample { CaseKind::Complaint, "B", 12, 11, ReplyWish::Letter, "en" },
    Sample { CaseKind::Complaint, "C", 7, 10, ReplyWish::Email, "pl" },
    Sample { CaseKind::Complaint, "A", 14, 15, ReplyWish::Phone, "en" },
    Sample { CaseKind::Complaint, "B", 6, 9, ReplyWish::LargePrint, "en" },
    Sample { CaseKind::Complaint, "", 5, 12, ReplyWish::None, "ur" },
    Sample { CaseKind::Comment, "A", 1, 14, ReplyWish::None, "en" },
    Sample { CaseKind::Compliment, "C", 0, 9, ReplyWish::None, "en" },
};

void take(Reception& reception, CaseId id, const CaseStep& step)
{
    if (std::holds_alternative<CaseObstacle>(step_case(reception, id, step, {}, "staff:Register")))
        throw std::logic_error("a sample case does not fit kiosk.conf");
}

CaseId receive(Reception& reception, const Sample& sample)
{
    CaseWish wish;
    wish.kind = sample.kind;
    wish.service = ServiceCode(sample.service);
    wish.words = Secret(std::string_view("As somebody told it."));
    wish.reply = sample.reply;
    wish.contact = Secret(std::string_view("As somebody gave it."));
    wish.language = Language(sample.language);
    wish.received = reception.configuration().zone.instant(
        { add_days(kSampleDay, -sample.days_ago), std::chrono::hours { sample.hour } });
    const CaseReply reply = receive_case(reception, wish, {}, "kiosk");
    if (!std::holds_alternative<CaseDone>(reply))
        throw std::logic_error("a sample case does not fit kiosk.conf");
    return std::get<CaseDone>(reply).record.id;
}

} // namespace

void add_sample_cases(Reception& reception)
{
    std::array<CaseId, kSamples.size()> ids;
    for (std::size_t i = 0; i < kSamples.size(); ++i)
        ids.at(i) = receive(reception, kSamples.at(i));
    take(reception, ids[2], case_step::Acknowledge { {} });
    take(reception, ids[3], case_step::Acknowledge { {} });
    take(reception, ids[3], case_step::Extend { "A survey is needed", add_days(kSampleDay, 21) });
    take(reception, ids[4], case_step::Acknowledge { {} });
    take(reception, ids[4], case_step::Respond { CaseOutcome::PartlyUpheld, "The letter was late" });
    take(reception, ids[4], case_step::Escalate { "Not content with the answer", {} });
}

} // namespace nextplease
