#include "core/reception/findings.h"

#include "core/domain/complaint_figures.h"
#include "core/reception/promise_walk.h"

#include <algorithm>
#include <tuple>

namespace nextplease {
namespace {

// Keeps those that come first in an order, whatever number there is.
template <class Key>
class FirstOf {
public:
    explicit FirstOf(std::size_t at_most)
        : at_most_(at_most)
    {
    }
    void add(Key key, Finding finding)
    {
        ++count_;
        kept_.emplace_back(std::move(key), std::move(finding));
        if (kept_.size() >= 2 * at_most_)
            cut();
    }
    Findings take()
    {
        cut();
        Findings findings { count_, {} };
        findings.first.reserve(kept_.size());
        for (auto& [key, finding] : kept_)
            findings.first.push_back(std::move(finding));
        return findings;
    }

private:
    void cut()
    {
        std::stable_sort(
            kept_.begin(), kept_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        if (kept_.size() > at_most_)
            kept_.resize(at_most_);
    }
    std::size_t at_most_;
    std::int64_t count_ = 0;
    std::vector<std::pair<Key, Finding>> kept_;
};

// Its own number out of "contact 17" or "contact 17 (log)".
std::optional<ContactId> contact_of(const std::string& reference)
{
    constexpr std::string_view kBefore = "contact ";
    if (!reference.starts_with(kBefore))
        return std::nullopt;
    return ContactId(std::stoll(reference.substr(kBefore.size())));
}

Finding finding_of(const Promised& one)
{
    Finding finding;
    finding.at = one.observation.started;
    finding.service = one.observation.service;
    finding.channel = one.observation.channel;
    finding.standing = one.judged.standing;
    finding.due = one.judged.due;
    finding.over = one.judged.over;
    const std::string& reference = one.occasion.reference;
    if (finding.channel == StandardChannel::Visit) {
        finding.at = one.occasion.began;
        finding.among = one.among;
        finding.reference = reference;
    } else if (const auto contact = contact_of(reference)) {
        finding.kind = Finding::Kind::Contact;
        finding.contact = contact;
    } else if (const auto record = parse_case_reference(reference)) {
        finding.kind = Finding::Kind::Case;
        finding.record = record->id;
        finding.reference = reference;
    }
    return finding;
}

// Broken first, then what is open, then what was kept; in each the longest over first, then the latest.
int urgency(Standing standing)
{
    switch (standing) {
    case Standing::OpenLate:
        return 0;
    case Standing::Late:
        return 1;
    case Standing::Lost:
        return 2;
    case Standing::Open:
        return 3;
    case Standing::Within:
        return 4;
    case Standing::LeftOut:
        break;
    }
    return 5;
}

using PromiseKey = std::tuple<int, Seconds, Seconds>;
PromiseKey key_of(const Promised& one)
{
    const Judged& judged = one.judged;
    const bool waits = judged.standing == Standing::Open && judged.due;
    return { urgency(judged.standing), -judged.over,
        waits ? judged.due->time_since_epoch() : -one.observation.started.time_since_epoch() };
}

Finding finding_of(const ResultRecord& record)
{
    Finding finding;
    finding.at = record.at;
    finding.service = record.service;
    finding.visit = record.visit;
    finding.avoidable = record.result.avoidable;
    finding.resolved = record.result.resolved;
    finding.reason = record.result.words;
    return finding;
}

Finding finding_of(const OtherContact& contact)
{
    Finding finding;
    finding.kind = Finding::Kind::Contact;
    finding.at = contact.received;
    finding.service = contact.service;
    finding.channel = channel_of(contact.channel);
    finding.contact = contact.id;
    finding.avoidable = contact.avoidable;
    finding.resolved = contact.resolved;
    finding.reason = contact.reason;
    return finding;
}

} // namespace

Finding finding_of(const Case& record)
{
    Finding finding;
    finding.kind = Finding::Kind::Case;
    finding.at = record.received;
    finding.service = record.service;
    finding.channel = StandardChannel::Complaint;
    finding.reference = reference_of(record);
    finding.record = record.id;
    finding.state = record.state;
    return finding;
}

Findings promise_findings(Store& store, const Configuration& configuration, std::size_t standard,
    LocalDate from, LocalDate to, Instant now, std::size_t at_most)
{
    const Period days = configuration.zone.days(from, to);
    FirstOf<PromiseKey> found(at_most);
    each_promised(store, configuration, days, now, [&](const Promised& one) {
        if (one.standard == standard && days.contains(one.observation.started)
            && one.judged.standing != Standing::LeftOut)
            found.add(key_of(one), finding_of(one));
    });
    return found.take();
}

Findings promise_findings_today(
    Store& store, const Configuration& configuration, std::size_t standard, Instant now, std::size_t at_most)
{
    const LocalDate today = configuration.zone.date(now);
    const Period day = configuration.zone.days(today, today);
    FirstOf<PromiseKey> found(at_most);
    each_promised(store, configuration, day, now, [&](const Promised& one) {
        const Judged& judged = one.judged;
        const bool due = judged.standing == Standing::Open && judged.due && *judged.due < day.to;
        const bool begun = day.contains(one.observation.started) && judged.standing != Standing::LeftOut;
        if (one.standard == standard && (begun || due || judged.standing == Standing::OpenLate))
            found.add(key_of(one), finding_of(one));
    });
    return found.take();
}

Findings contact_findings(Store& store, const Configuration& configuration, const SaidQuestion& question,
    LocalDate from, LocalDate to, std::size_t at_most)
{
    const Period days = configuration.zone.days(from, to);
    FirstOf<std::pair<bool, Seconds>> found(at_most);
    const auto take = [&](Finding finding) {
        const bool avoidable = question.what == SaidQuestion::What::Avoidable;
        const bool here = avoidable
            ? finding.avoidable && (!question.type || finding.avoidable == question.type)
            : finding.resolved.has_value();
        if (!here)
            return;
        // What was left to do comes first, where that is the question.
        const std::pair key { !avoidable && *finding.resolved, -finding.at.time_since_epoch() };
        found.add(key, std::move(finding));
    };
    store.read([&](Records& records) {
        records.each_result(days, [&](const ResultRecord& record) { take(finding_of(record)); });
        records.each_contact(days, [&](const OtherContact& contact) {
            if (!is_no_contact(contact.set_aside))
                take(finding_of(contact));
        });
    });
    return found.take();
}

Findings feedback_findings(
    Store& store, const Configuration& configuration, LocalDate from, LocalDate to, std::size_t at_most)
{
    FirstOf<std::pair<int, Seconds>> found(at_most);
    store.read([&](Records& records) {
        records.each_feedback(configuration.zone.days(from, to), [&](const Feedback& feedback) {
            if (!feedback.visit && !feedback.channel)
                return;
            Finding finding;
            finding.kind = Finding::Kind::Feedback;
            finding.at = feedback.at;
            finding.service = feedback.service;
            finding.visit = feedback.visit;
            finding.contact = feedback.contact;
            finding.score = feedback.score;
            found.add({ feedback.score, -feedback.at.time_since_epoch() }, std::move(finding));
        });
    });
    return found.take();
}

Findings case_findings(Store& store, const Configuration& configuration, const CaseQuestion& question,
    LocalDate from, LocalDate to, std::size_t at_most)
{
    using What = CaseQuestion::What;
    const Zone& zone = configuration.zone;
    const Period days = zone.days(from, to);
    FirstOf<std::pair<bool, Seconds>> found(at_most);
    const auto take = [&](const Case& record) {
        const bool counts = record.kind == CaseKind::Complaint
            || (question.what == What::Answered && record.as_complaint); // its clock was late before
        if (!counts || (question.service && record.service != *question.service)
            || (question.directorate
                && configuration.office.directorate_of(record.service) != *question.directorate))
            return;
        Finding finding = finding_of(record);
        if (question.what == What::Decided) {
            if (!record.ombudsman_decided || !record.ombudsman_upheld
                || !days.contains(*record.ombudsman_decided))
                return;
            finding.at = *record.ombudsman_decided;
        } else if (!days.contains(record.received))
            return;
        const CaseOutcome outcome = outcome_of(record);
        if (question.what == What::Upheld && outcome != CaseOutcome::Upheld
            && outcome != CaseOutcome::PartlyUpheld)
            return;
        if (question.what == What::Answered) {
            ComplaintFigures one;
            one.add_received(record, to, zone);
            const PromiseFigures& answered = one.first.answered;
            if (answered.decided() == 0)
                return;
            finding.standing = answered.open_late > 0 ? Standing::OpenLate
                : answered.late > 0                   ? Standing::Late
                                                      : Standing::Within;
        }
        const bool kept = finding.standing == Standing::Within;
        const auto newest_first = -finding.at.time_since_epoch();
        found.add({ kept, newest_first }, std::move(finding));
    };
    store.read([&](Records& records) {
        const bool decided = question.what == What::Decided;
        records.each_case(decided ? zone.days(std::nullopt, to) : days, take);
    });
    return found.take();
}

} // namespace nextplease
