#include "kiosk/visitor/message_words.h"

#include "core/reception/sentences.h"
#include "kiosk/printing/case_receipt.h"
#include "kiosk/visitor/privacy_notice.h"
#include "text_keys.h"

namespace nextplease::visitor {
namespace {

// What the words are made with.
struct Saying {
    const MessageShown& shown;
    const Words& words;
    const Configuration& configuration;
    std::string say(Text text, Parts parts = {}) const { return words.say(text, parts); }
    std::string council(const Worded& worded) const
    {
        return words_in(worded, words.language(), configuration.languages);
    }
};

ButtonWords next_button(const Saying& saying)
{
    return { .key = "step.next",
        .label = saying.say(Text::VisitorMessageNext),
        .icon = ui::Icon::Arrow,
        .act = Intent::Kind::StepNext };
}

// ---- Questions with answers to choose from ----

Text kind_text(CaseKind kind)
{
    switch (kind) {
    case CaseKind::Complaint:
        return Text::VisitorMessageKindComplaint;
    case CaseKind::Comment:
        return Text::VisitorMessageKindComment;
    case CaseKind::Compliment:
        return Text::VisitorMessageKindCompliment;
    case CaseKind::ServiceRequest: // what staff make of one; nobody sends it here
        break;
    }
    return Text::VisitorMessageKindComplaint;
}

Text reply_text(ReplyWish reply)
{
    switch (reply) {
    case ReplyWish::None:
        return Text::VisitorMessageReplyNone;
    case ReplyWish::Phone:
        return Text::VisitorMessageReplyPhone;
    case ReplyWish::Email:
        return Text::VisitorMessageReplyEmail;
    case ReplyWish::Letter:
        return Text::VisitorMessageReplyLetter;
    case ReplyWish::LargePrint:
        return Text::VisitorMessageReplyLargePrint;
    case ReplyWish::Braille:
        return Text::VisitorMessageReplyBraille;
    }
    return Text::VisitorMessageReplyNone;
}

ChoiceStep choices(const Saying& saying, std::string question, std::string hint)
{
    ChoiceStep step { .question = std::move(question), .hint = std::move(hint), .choices = {} };
    step.chosen_word = saying.say(Text::VisitorMessageChosen);
    step.more = saying.say(Text::VisitorMessageMore);
    step.previous = saying.say(Text::VisitorBack);
    return step;
}

ChoiceStep kind_step(const Saying& saying)
{
    ChoiceStep step = choices(saying, saying.say(Text::VisitorMessageKindQuestion), {});
    const auto add = [&](CaseKind kind, const char* key, Text hint, ui::Icon icon) {
        step.choices.push_back({ .key = key,
            .title = saying.say(kind_text(kind)),
            .hint = saying.say(hint),
            .icon = icon,
            .chosen = saying.shown.draft.kind == kind });
    };
    add(CaseKind::Complaint, "message.complaint", Text::VisitorMessageKindComplaintHint, ui::Icon::Bubble);
    add(CaseKind::Comment, "message.comment", Text::VisitorMessageKindCommentHint, ui::Icon::Pencil);
    add(CaseKind::Compliment, "message.compliment", Text::VisitorMessageKindComplimentHint, ui::Icon::Finish);
    step.choices.push_back({ .key = "message.notice",
        .title = saying.say(Text::VisitorPrivacyTitle),
        .hint = {},
        .icon = ui::Icon::Lock });
    return step;
}

ChoiceStep about_step(const Saying& saying)
{
    ChoiceStep step = choices(
        saying, saying.say(Text::VisitorMessageAboutQuestion), saying.say(Text::VisitorMessageAboutHint));
    const auto& about = saying.shown.draft.about;
    for (const Service& service : saying.configuration.office.services)
        step.choices.push_back({ .key = "about." + service.code.text(),
            .title = saying.council(service.name),
            .hint = {},
            .letter = service.letter,
            .chosen = about == service.code });
    step.choices.push_back({ .key = "about.other",
        .title = saying.say(Text::VisitorMessageAboutOther),
        .hint = {},
        .icon = ui::Icon::More,
        .chosen = about && about->empty() });
    return step;
}

ChoiceStep category_step(const Saying& saying)
{
    ChoiceStep step = choices(saying, saying.say(Text::VisitorMessageCategoryQuestion),
        saying.say(Text::VisitorMessageCategoryHint));
    const auto& chosen = saying.shown.draft.category;
    for (const ComplaintCategory& category : saying.configuration.complaints.categories)
        step.choices.push_back({ .key = "category." + category.code.text(),
            .title = saying.council(category.words),
            .hint = {},
            .chosen = chosen == category.code });
    step.choices.push_back({ .key = "category.none",
        .title = saying.say(Text::VisitorMessageCategoryNone),
        .hint = {},
        .chosen = chosen && chosen->empty() });
    return step;
}

ChoiceStep reply_step(const Saying& saying)
{
    ChoiceStep step = choices(saying, saying.say(Text::VisitorMessageReplyQuestion), {});
    const auto add = [&](ReplyWish reply, ui::Icon icon) {
        step.choices.push_back({ .key = "reply." + std::string(word(reply)),
            .title = saying.say(reply_text(reply)),
            .hint = reply == ReplyWish::None ? saying.say(Text::VisitorMessageReplyNoneHint) : "",
            .icon = icon,
            .chosen = saying.shown.draft.reply == reply });
    };
    add(ReplyWish::None, ui::Icon::Cross);
    add(ReplyWish::Phone, ui::Icon::Phone);
    add(ReplyWish::Email, ui::Icon::Screen);
    add(ReplyWish::Letter, ui::Icon::Letter);
    add(ReplyWish::LargePrint, ui::Icon::TextSize);
    add(ReplyWish::Braille, ui::Icon::Eye);
    return step;
}

ChoiceStep reply_language_step(const Saying& saying)
{
    ChoiceStep step = choices(saying, saying.say(Text::VisitorMessageReplyLanguageQuestion), {});
    for (const Language& language : saying.shown.reply_languages)
        step.choices.push_back({ .key = "reply-in." + language.text(),
            .title = std::string(words(language).own_name()),
            .hint = {},
            .chosen = saying.shown.draft.reply_language == language });
    return step;
}

// ---- Something typed ----

std::string problem_words(const Saying& saying)
{
    switch (saying.shown.problem) {
    case TypingProblem::None:
        return {};
    case TypingProblem::WordsMissing:
        return saying.say(Text::VisitorMessageWordsMissing);
    case TypingProblem::PhoneMissing:
        return saying.say(Text::VisitorMessagePhoneMissing);
    case TypingProblem::PhoneTooShort:
        return saying.say(Text::VisitorMessagePhoneShort);
    case TypingProblem::PhoneTooLong:
        return saying.say(Text::VisitorMessagePhoneLong);
    case TypingProblem::PhoneLetters:
        return saying.say(Text::VisitorMessagePhoneLetters);
    case TypingProblem::EmailMissing:
        return saying.say(Text::VisitorMessageEmailMissing);
    case TypingProblem::EmailIncomplete:
        return saying.say(Text::VisitorMessageEmailIncomplete);
    case TypingProblem::AddressMissing:
        return saying.say(Text::VisitorMessageAddressMissing);
    case TypingProblem::AddressTooShort:
        return saying.say(Text::VisitorMessageAddressShort);
    }
    return {};
}

TypingStep typing(const Saying& saying, Text question, Text hint, Text privacy)
{
    return { .question = saying.say(question),
        .hint = saying.say(hint),
        .label = saying.say(Text::VisitorMessageTypeHere),
        .problem = problem_words(saying),
        .privacy = saying.say(privacy),
        .personal = true,
        .draft = saying.shown.typing,
        .next = next_button(saying) };
}

TypingStep words_step(const Saying& saying)
{
    const CaseKind kind = saying.shown.draft.kind.value_or(CaseKind::Complaint);
    const Text question = kind == CaseKind::Complaint ? Text::VisitorMessageWordsComplaint
        : kind == CaseKind::Comment                   ? Text::VisitorMessageWordsComment
                                                      : Text::VisitorMessageWordsCompliment;
    TypingStep step = typing(saying, question, Text::VisitorMessageWordsHint,
        kind == CaseKind::Complaint ? Text::VisitorMessageWordsPrivacy
                                    : Text::VisitorMessageWordsPrivacyOther);
    step.room = TypingStep::Room::Lines;
    return step;
}

TypingStep contact_step(const Saying& saying)
{
    const ReplyWish reply = saying.shown.draft.reply.value_or(ReplyWish::Letter);
    if (reply == ReplyWish::Phone) {
        TypingStep step = typing(saying, Text::VisitorMessagePhoneQuestion, Text::VisitorMessagePhoneHint,
            Text::VisitorMessageContactPrivacy);
        step.keys = TypingStep::Keys::Digits;
        return step;
    }
    if (reply == ReplyWish::Email) {
        TypingStep step = typing(saying, Text::VisitorMessageEmailQuestion, Text::VisitorMessageEmailHint,
            Text::VisitorMessageContactPrivacy);
        step.keys = TypingStep::Keys::Email;
        return step;
    }
    TypingStep step = typing(saying, Text::VisitorMessageAddressQuestion, Text::VisitorMessageAddressHint,
        Text::VisitorMessageContactPrivacy);
    step.room = TypingStep::Room::Lines;
    return step;
}

// ---- The review ----

enum class Personal { No, Yes };

ReviewRow row(const Saying& saying, Text label, std::string value, Personal personal = Personal::No)
{
    ReviewRow made;
    made.label = saying.say(label);
    made.value = std::move(value);
    made.personal = personal == Personal::Yes;
    return made;
}

ReviewRow contact_row(const Saying& saying)
{
    const MessageDraft& draft = saying.shown.draft;
    const ReplyWish reply = draft.reply.value_or(ReplyWish::Letter);
    if (reply == ReplyWish::Phone)
        return row(saying, Text::VisitorMessageReviewPhone,
            saying.words.right_to_left() ? "\u2066" + draft.phone.utf8() + "\u2069" : draft.phone.utf8(),
            Personal::Yes);
    if (reply == ReplyWish::Email)
        return row(saying, Text::VisitorMessageReviewEmail, draft.email.utf8(), Personal::Yes);
    return row(saying, Text::VisitorMessageReviewAddress, draft.address.utf8(), Personal::Yes);
}

ReviewRow review_row(const Saying& saying, MessageStep step)
{
    const MessageDraft& draft = saying.shown.draft;
    switch (step) {
    case MessageStep::Kind:
        return row(saying, Text::VisitorMessageReviewKind,
            saying.say(kind_text(draft.kind.value_or(CaseKind::Complaint))));
    case MessageStep::About:
        return row(saying, Text::VisitorMessageReviewAbout,
            draft.about && !draft.about->empty() ? name_of(*draft.about, saying.words, saying.configuration)
                                                 : saying.say(Text::VisitorMessageAboutOther));
    case MessageStep::Category: {
        const ComplaintCategory* const category =
            draft.category ? saying.configuration.complaints.find(*draft.category) : nullptr;
        return row(saying, Text::VisitorMessageReviewCategory,
            category ? saying.council(category->words) : saying.say(Text::VisitorMessageCategoryNone));
    }
    case MessageStep::Words:
        return row(saying, Text::VisitorMessageReviewWords, draft.words.utf8(), Personal::Yes);
    case MessageStep::Reply:
        return row(saying, Text::VisitorMessageReviewReply,
            saying.say(reply_text(draft.reply.value_or(ReplyWish::None))));
    case MessageStep::ReplyLanguage:
        return row(saying, Text::VisitorMessageReviewLanguage,
            draft.reply_language ? std::string(words(*draft.reply_language).own_name()) : "");
    case MessageStep::Name: {
        const std::string name = draft.name.utf8();
        return row(saying, Text::VisitorMessageReviewName,
            name.empty() ? saying.say(Text::VisitorMessageReviewNoName) : name, Personal::Yes);
    }
    default:
        return contact_row(saying);
    }
}

ReviewStep review_step(const Saying& saying)
{
    ReviewStep step { .question = saying.say(Text::VisitorConfirmQuestion),
        .hint = saying.say(Text::VisitorMessageReviewHint),
        .rows = {} };
    for (const MessageStep one : saying.shown.rows) {
        ReviewRow made = review_row(saying, one);
        made.key = "review." + message_step_name(one, saying.shown.draft).substr(sizeof("message.") - 1);
        made.change = saying.say(Text::VisitorMessageChange);
        step.rows.push_back(std::move(made));
    }
    step.more = saying.say(Text::VisitorMessageMore);
    step.previous = saying.say(Text::VisitorBack);
    ButtonWords send = next_button(saying);
    send.label = saying.say(Text::VisitorMessageReviewSend);
    step.next = send;
    return step;
}

// ---- What is only said ----

SayingStep sending_step(const Saying& saying)
{
    return { .words = { .heading = saying.say(Text::VisitorTakingHeading),
                 .lines = { { ui::Icon::Clock, saying.say(Text::VisitorMessageSendingText), {} } } } };
}

SayingStep failed_step(const Saying& saying)
{
    ButtonWords again = next_button(saying);
    again.label = saying.say(Text::VisitorCutOffTryAgain);
    again.icon.reset();
    return { .words = { .heading = saying.say(Text::VisitorMessageFailedHeading),
                 .lines = { { ui::Icon::Pencil, saying.say(Text::VisitorMessageFailedKept),
                                saying.say(Text::VisitorMessageFailedKeptText) },
                     { ui::Icon::Person, saying.say(Text::VisitorMessageFailedDesk), {} } },
                 .first = ButtonWords { .key = "step.back",
                     .label = saying.say(Text::VisitorBack),
                     .icon = ui::Icon::Back,
                     .act = Intent::Kind::Back },
                 .main = again } };
}

std::string joined(const std::vector<std::string>& sentences, std::size_t from = 0)
{
    std::string text;
    for (std::size_t i = from; i < sentences.size(); ++i)
        text += (text.empty() ? "" : " ") + sentences[i];
    return text;
}

SayingStep sent_step(const Saying& saying)
{
    const SentWords sent = sent_words(*saying.shown.sent, saying.words, saying.configuration);
    SayingStep step;
    step.large = sent.reference;
    step.large_label = sent.reference_label;
    MessageWords& said = step.words;
    said.heading = sent.title;
    said.lines.push_back({ ui::Icon::Person, {}, sent.handler });
    if (!sent.dates.empty())
        said.lines.push_back({ ui::Icon::Calendar, sent.dates.front(), joined(sent.dates, 1) });
    if (!sent.procedure.empty())
        said.lines.push_back({ ui::Icon::Bubble, sent.procedure.front(), joined(sent.procedure, 1) });
    said.lines.push_back({ ui::Icon::Pencil, {}, sent.keep });
    ButtonWords done = next_button(saying);
    done.label = saying.say(Text::VisitorTicketDone);
    done.icon = ui::Icon::Tick;
    said.main = done;
    return step;
}

} // namespace

std::string message_step_name(MessageStep step, const MessageDraft& draft)
{
    switch (step) {
    case MessageStep::Kind:
        return "message.kind";
    case MessageStep::About:
        return "message.about";
    case MessageStep::Category:
        return "message.category";
    case MessageStep::Words:
        return "message.words";
    case MessageStep::Reply:
        return "message.reply";
    case MessageStep::ReplyLanguage:
        return "message.reply-language";
    case MessageStep::Name:
        return "message.name";
    case MessageStep::Contact:
        return draft.reply == ReplyWish::Phone ? "message.phone"
            : draft.reply == ReplyWish::Email  ? "message.email"
                                               : "message.address";
    case MessageStep::Review:
        return "message.review";
    case MessageStep::Sending:
        return "message.sending";
    case MessageStep::Failed:
        return "message.failed";
    case MessageStep::Sent:
        return "message.sent";
    case MessageStep::Notice:
        return "message.notice";
    }
    return {};
}

Step message_step(const MessageShown& shown, const Words& words, const Configuration& configuration)
{
    const Saying saying { shown, words, configuration };
    switch (shown.step) {
    case MessageStep::Kind:
        return kind_step(saying);
    case MessageStep::About:
        return about_step(saying);
    case MessageStep::Category:
        return category_step(saying);
    case MessageStep::Words:
        return words_step(saying);
    case MessageStep::Reply:
        return reply_step(saying);
    case MessageStep::ReplyLanguage:
        return reply_language_step(saying);
    case MessageStep::Name:
        return typing(saying, Text::VisitorMessageNameQuestion, Text::VisitorMessageNameHint,
            Text::VisitorMessageContactPrivacy);
    case MessageStep::Contact:
        return contact_step(saying);
    case MessageStep::Review:
        return review_step(saying);
    case MessageStep::Sending:
        return sending_step(saying);
    case MessageStep::Failed:
        return failed_step(saying);
    case MessageStep::Sent:
        return sent_step(saying);
    case MessageStep::Notice:
        return privacy_notice(words, configuration);
    }
    return {};
}

SentWords sent_words(const Case& sent, const Words& words, const Configuration& configuration)
{
    printing::CaseSlip receipt = printing::receipt_of(sent, words, configuration);
    SentWords said;
    said.reference_label = words.say(Text::VisitorMessageSentReference);
    said.keep = words.say(Text::VisitorMessageSentKeep, { { "reference", receipt.reference } });
    said.title = std::move(receipt.title);
    said.reference = std::move(receipt.reference);
    said.handler = std::move(receipt.handler);
    said.dates = std::move(receipt.dates);
    said.procedure = std::move(receipt.procedure);
    return said;
}

void tell_printing(Step& step, const PrintingWords& printing)
{
    SayingStep* const sent = std::get_if<SayingStep>(&step);
    if (!sent || sent->words.lines.empty())
        return;
    if (!printing.title.empty()) {
        std::vector<MessageLine>& lines = sent->words.lines;
        lines.pop_back();
        lines.insert(lines.begin(), { ui::Icon::Printer, printing.title, printing.hint });
        sent->changing = 0;
    }
    if (!printing.again.empty())
        sent->words.first = ButtonWords { .key = "message.print_again",
            .label = printing.again,
            .icon = ui::Icon::Printer,
            .act = Intent::Kind::PrintAgain };
}

} // namespace nextplease::visitor
