#include "core/domain/contact_result.h"

namespace nextplease {
namespace {

constexpr std::array<std::string_view, kAvoidableContacts.size()> kWords { "clarification", "signposting",
    "repeat", "unfinished", "chasing" };

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::string_view word(AvoidableContact type)
{
    return kWords.at(static_cast<std::size_t>(type));
}

std::optional<AvoidableContact> avoidable_contact(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == word)
            return static_cast<AvoidableContact>(i);
    }
    return std::nullopt;
}

std::string result_detail(const ContactResult& result)
{
    std::string detail = result.resolved ? "resolved=yes" : "resolved=no";
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            detail.append(" ").append(key).append("=").append(value);
    };
    add("reason", result.reason);
    if (result.avoidable)
        add("avoidable", word(*result.avoidable));
    add("given", result.given.text());
    add("passed_to", result.passed_to);
    add("words", result.words);
    return detail;
}

void ResultFigures::add(const ContactResult& result)
{
    ++said;
    resolved += result.resolved ? 1 : 0;
    if (result.avoidable) {
        ++avoidable;
        ++by_type.at(static_cast<std::size_t>(*result.avoidable));
    }
}

std::optional<double> ResultFigures::share_resolved() const
{
    return share(resolved, said);
}

std::optional<double> ResultFigures::share_avoidable() const
{
    return share(avoidable, said);
}

} // namespace nextplease
