#include "kiosk/visitor/privacy_notice.h"

#include "text_keys.h"

namespace nextplease::visitor {
namespace {

// An office and its address, whose letters keep their order among words that run to the left.
std::string whom_to_ask(const Words& words, const PrivacyNotice& notice)
{
    if (notice.officer.empty())
        return words.say(Text::VisitorPrivacyDesk);
    return words.right_to_left() ? "\u2066" + notice.officer + "\u2069" : notice.officer;
}

} // namespace

FiguresStep privacy_notice(const Words& words, const Configuration& configuration)
{
    const RetentionSettings& kept = configuration.retention;
    const PrivacyNotice& notice = configuration.privacy;
    const std::string& council = words_in(configuration.site, words.language(), configuration.languages);
    FiguresStep step { .question = words.say(Text::VisitorPrivacyTitle),
        .hint = words.say(Text::VisitorPrivacyHint),
        .rows = {} };
    const auto add = [&](Text heading, std::string text) {
        step.rows.push_back({ .promise = words.say(heading), .result = std::move(text), .verdict = {} });
    };
    add(Text::VisitorPrivacyWho, words.say(Text::VisitorPrivacyWhoText, { { "council", council } }));
    add(Text::VisitorPrivacyWhy, words.say(Text::VisitorPrivacyWhyText));
    add(Text::VisitorPrivacyMust, words.say(Text::VisitorPrivacyMustText));
    add(Text::VisitorPrivacyShare, words.say(Text::VisitorPrivacyShareText));
    add(Text::VisitorPrivacyKeep,
        words.say(Text::VisitorPrivacyKeepText,
            { { "years", static_cast<long>(kept.cases.count()) },
                { "months", static_cast<long>(kept.feedback.count()) } }));
    add(Text::VisitorPrivacyRights, words.say(Text::VisitorPrivacyRightsText));
    add(Text::VisitorPrivacyAsk,
        words.say(Text::VisitorPrivacyAskText, { { "officer", whom_to_ask(words, notice) } })
            + (notice.address.empty() ? "" : " " + notice.address));
    step.more = words.say(Text::VisitorMessageMore);
    step.previous = words.say(Text::VisitorBack);
    step.next = ButtonWords { "step.next", words.say(Text::VisitorTicketDone), {}, Intent::Kind::StepNext };
    return step;
}

} // namespace nextplease::visitor
