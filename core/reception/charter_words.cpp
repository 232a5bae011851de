#include "core/reception/charter_words.h"

#include "core/base/percent.h"
#include "text_keys.h"

namespace nextplease {
namespace {

constexpr std::int64_t kFewest = 5;

Text verdict_text(Pace verdict)
{
    switch (verdict) {
    case Pace::InTime:
        return Text::VisitorCharterReached;
    case Pace::Near:
        return Text::VisitorCharterNear;
    case Pace::Past:
        break;
    }
    return Text::VisitorCharterBelow;
}

} // namespace

bool may_be_said(const CharterResult& result)
{
    return result.of >= kFewest;
}

std::string result_words(const CharterResult& result, const Words& words)
{
    if (result.line.standard == CharterLine::Standard::None)
        return {};
    if (!may_be_said(result))
        return words.say(Text::VisitorCharterTooFew);
    const bool of_people = result.line.standard != CharterLine::Standard::Counted;
    return words.say(of_people ? Text::VisitorCharterShare : Text::VisitorCharterShareOfContacts,
        { { "percent", static_cast<long>(100 * result.within / result.of) },
            { "within", static_cast<long>(result.within) }, { "of", static_cast<long>(result.of) } });
}

std::string verdict_words(const CharterResult& result, const Words& words)
{
    if (!result.verdict || !may_be_said(result))
        return {};
    return words.say(
        verdict_text(*result.verdict), { { "goal", goal_text(*result.line.goal_percent, words) } });
}

} // namespace nextplease
