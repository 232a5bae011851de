#include "core/domain/case.h"

#include "core/base/local_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 4> kKinds { "complaint", "comment", "compliment", "service_request" };
constexpr std::array<std::string_view, 6> kWishes { "none", "phone", "email", "letter", "large_print",
    "braille" };
constexpr std::array<std::string_view, 20> kEventKinds { "received", "acknowledged", "put_right", "passed",
    "extended", "responded", "escalated", "ombudsman_asked", "ombudsman_decided", "withdrawn", "refused",
    "reclassified", "routed", "closed", "changed", "recounted", "opened", "action_added", "action_done",
    "resealed" };
constexpr std::array<std::string_view, 5> kStates { "logged", "acknowledged", "responded", "with_ombudsman",
    "closed" };
constexpr std::array<std::string_view, 9> kOutcomes { "none", "put_right", "upheld", "partly_upheld",
    "not_upheld", "withdrawn", "refused", "routed", "done" };

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

std::string day(const std::optional<LocalDate>& date)
{
    return date ? to_iso(*date) : std::string();
}

std::string time(const std::optional<Instant>& at)
{
    if (!at)
        return {};
    const auto date = std::chrono::floor<std::chrono::days>(*at);
    return to_iso(LocalTime { LocalDate { date }, *at - date }) + "Z";
}

std::string decision(const Case& record)
{
    if (!record.ombudsman_upheld)
        return record.ombudsman_decided ? "not_investigated" : "";
    return *record.ombudsman_upheld ? "upheld" : "not_upheld";
}

std::string codes_of(const std::vector<ServiceCode>& codes)
{
    std::string all;
    for (const ServiceCode& code : codes)
        all += (all.empty() ? "" : " ") + code.text();
    return all;
}

using Field = std::pair<std::string, std::string>;

void add_clocks(std::vector<Field>& fields, const std::string& stage, const StageClocks& clocks)
{
    fields.insert(fields.end(),
        { { stage + "acknowledge_by", day(clocks.acknowledge_by) },
            { stage + "respond_by", day(clocks.respond_by) },
            { stage + "acknowledged", time(clocks.acknowledged) },
            { stage + "responded", time(clocks.responded) }, { stage + "extended", time(clocks.extended) },
            { stage + "extended_late", clocks.extended_late ? "yes" : "" },
            { stage + "ended", time(clocks.ended) } });
}

// All that a step may change, with so many places for actions.
std::vector<Field> fields_of(const Case& record, std::size_t actions)
{
    std::vector<Field> fields { { "kind", std::string(word(record.kind)) },
        { "state", std::string(word(record.state)) }, { "outcome", std::string(word(record.outcome)) },
        { "first_outcome", std::string(word(record.first_outcome)) },
        { "stage", std::to_string(stage_of(record)) }, { "service", record.service.text() },
        { "category", record.category.text() }, { "handler", record.handler },
        { "services", codes_of(record.also) }, { "partners", record.partners },
        { "documents", record.documents }, { "procedure", record.procedure },
        { "passed", time(record.passed) }, { "ombudsman_asked", time(record.ombudsman_asked) },
        { "ombudsman_decision", decision(record) }, { "summary", record.understood.summary },
        { "wanted", record.understood.wanted }, { "not_ours", record.understood.not_ours },
        { "adjustments", record.understood.adjustments },
        { "refused_because", std::string(word(record.ground)) }, { "remedies", joined(record.remedies) } };
    add_clocks(fields, "", record.first);
    add_clocks(fields, "second_", record.second.value_or(StageClocks {}));
    fields.reserve(fields.size() + actions);
    for (std::size_t i = 0; i < actions; ++i)
        fields.emplace_back(fmt::format("action_{}", i + 1),
            i < record.actions.size() ? line_of(record.actions[i]) : std::string());
    return fields;
}

// As two names are compared.
std::string plain_name(std::string_view name)
{
    std::string plain = one_line(name);
    std::transform(plain.begin(), plain.end(), plain.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return plain.starts_with("the ") ? plain.substr(4) : plain;
}

} // namespace

bool has_action_left(const Case& record)
{
    return std::any_of(record.actions.begin(), record.actions.end(),
        [](const CaseAction& action) { return !action.done.has_value(); });
}

bool is_with_ombudsman(const Case& record)
{
    return record.ombudsman_asked && !record.ombudsman_decided;
}

Instant latest_step(const Case& record)
{
    Instant latest = record.received;
    const auto later = [&](const std::optional<Instant>& at) {
        latest = std::max(latest, at.value_or(latest));
    };
    const auto stage = [&](const StageClocks& clocks) {
        for (const auto& at : { clocks.acknowledged, clocks.responded, clocks.extended, clocks.ended })
            later(at);
        latest = std::max(latest, clocks.began);
    };
    stage(record.first);
    if (record.second)
        stage(*record.second);
    if (record.as_complaint)
        stage(*record.as_complaint);
    for (const auto& at : { record.passed, record.ombudsman_asked, record.ombudsman_decided, record.closed })
        later(at);
    return latest;
}

bool is_open(const Case& record)
{
    return record.state != CaseState::Closed || has_action_left(record);
}

int stage_of(const Case& record)
{
    return record.second ? 2 : 1;
}

const StageClocks& clocks_of(const Case& record)
{
    return record.second ? *record.second : record.first;
}

std::optional<LocalDate> next_due(const Case& record)
{
    std::optional<LocalDate> due;
    if (record.state == CaseState::Logged)
        due = clocks_of(record).acknowledge_by;
    if (record.state == CaseState::Acknowledged)
        due = clocks_of(record).respond_by;
    for (const CaseAction& action : record.actions) {
        if (!action.done)
            due = std::min(due.value_or(action.due), action.due);
    }
    return due;
}

bool same_officer(std::string_view one, std::string_view other)
{
    const std::string name = plain_name(one);
    return !name.empty() && name == plain_name(other);
}

CaseChanges changes(const Case& before, const Case& after)
{
    const std::size_t actions = std::max(before.actions.size(), after.actions.size());
    const std::vector<Field> was = fields_of(before, actions);
    const std::vector<Field> is = fields_of(after, actions);
    CaseChanges all;
    for (std::size_t i = 0; i < was.size(); ++i) {
        if (was[i] == is[i])
            continue;
        all.before += fmt::format("{}={}\n", was[i].first, was[i].second);
        all.after += fmt::format("{}={}\n", is[i].first, is[i].second);
    }
    return all;
}

std::string reference_of(const Case& record)
{
    return fmt::format("{}-{}", record.letter, record.id.value());
}

std::optional<CaseReference> parse_case_reference(std::string_view typed)
{
    std::string letter, digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        const bool digit = c >= '0' && c <= '9';
        const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (digit)
            digits += c;
        else if (capital >= 'A' && capital <= 'Z' && digits.empty())
            letter += capital;
        else
            return std::nullopt;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (letter.empty() || letter.size() > 2 || error != std::errc {} || number < 1)
        return std::nullopt;
    return CaseReference { letter, CaseId(number) };
}

std::string_view word(CaseKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}
std::string_view word(ReplyWish wish)
{
    return kWishes.at(static_cast<std::size_t>(wish));
}
std::string_view word(CaseEventKind kind)
{
    return kEventKinds.at(static_cast<std::size_t>(kind));
}
std::string_view word(CaseState state)
{
    return kStates.at(static_cast<std::size_t>(state));
}
std::string_view word(CaseOutcome outcome)
{
    return kOutcomes.at(static_cast<std::size_t>(outcome));
}
std::optional<CaseState> case_state(std::string_view word)
{
    return named<CaseState>(kStates, word);
}
std::optional<CaseOutcome> case_outcome(std::string_view word)
{
    return named<CaseOutcome>(kOutcomes, word);
}
std::optional<CaseKind> case_kind(std::string_view word)
{
    return named<CaseKind>(kKinds, word);
}
std::optional<ReplyWish> reply_wish(std::string_view word)
{
    return named<ReplyWish>(kWishes, word);
}
std::optional<CaseEventKind> case_event_kind(std::string_view word)
{
    return named<CaseEventKind>(kEventKinds, word);
}

} // namespace nextplease
