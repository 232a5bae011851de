// A compliment, comment or complaint: what it is, what it is about, the words, whether an answer is wished
// and how, and a review before it is sent.
//
//   Kind -> About -> [Category, of a complaint] -> Words -> Reply -> [ReplyLanguage -> Name -> Contact] ->
//   Review Review --send--> Sending --> Sent          --store failed--> Failed --try again--> Sending Review
//   --change--> that step --> Review, by way of what the change makes necessary
//
// From Kind, before anything personal is asked, the notice of what happens with it can be read: Notice.
//
// Nothing is asked twice: a step that was answered is only shown again to be changed, and each way of being
// answered keeps its own draft. Contact is asked for only where an answer is wished. What was typed is
// overwritten when the journey ends, whichever way that is.
#pragma once

#include "core/reception/cases.h"
#include "kiosk/visitor/journeys.h"

#include <array>

namespace nextplease::visitor {

// What was said so far.
struct MessageDraft {
    std::optional<CaseKind> kind;
    std::optional<ServiceCode> about; // empty: something else
    std::optional<CategoryCode> category; // empty: none of them
    ui::TextDraft words;
    std::optional<ReplyWish> reply;
    std::optional<Language> reply_language;
    ui::TextDraft name, phone, email, address;
};

enum class MessageStep {
    Kind,
    About,
    Category,
    Words,
    Reply,
    ReplyLanguage,
    Name,
    Contact,
    Review,
    Sending,
    Failed,
    Sent,
    Notice // how what visitors tell is used: who, why, how long, their rights
};

// What may be wrong with something typed.
enum class TypingProblem {
    None,
    WordsMissing,
    PhoneMissing,
    PhoneTooShort,
    PhoneTooLong,
    PhoneLetters,
    EmailMissing,
    EmailIncomplete,
    AddressMissing,
    AddressTooShort
};
TypingProblem phone_problem(const std::string& typed);
TypingProblem email_problem(const std::string& typed);
TypingProblem address_problem(const std::string& typed);

// Whether a letter is sent, in any form.
bool by_post(ReplyWish reply);

class MessageJourney : public Journey {
public:
    explicit MessageJourney(JourneyContext context);

    std::string name() const override; // "message.words"
    Step step(const Words& words) const override;

    void choose(int index) override;
    void change(int row) override;
    void next() override;
    bool back() override;
    void typed() override;
    bool waiting() const override { return step_ == MessageStep::Sending; }
    End end() const override { return over_ ? End::StartAgain : End::No; }
    std::vector<Errand> errands() override;

    const MessageDraft& draft() const { return draft_; }
    MessageStep at() const { return step_; }
    const Case* sent() const override { return sent_ ? &*sent_ : nullptr; }

    // For pictures and tests: as if everything had been said, at that step.
    void fill_in(MessageStep step, ReplyWish reply);

private:
    bool applies(MessageStep step) const; // asked at all, after what was said so far
    bool answered(MessageStep step) const;
    TypingProblem problem_at(MessageStep step) const;
    ui::TextDraft* typing_into(MessageStep step);
    std::vector<Language> reply_languages() const;
    std::vector<MessageStep> review_steps() const; // a row each
    void go_on(); // to the next question that is open, or to the review
    void send();
    CaseWish wish() const;

    JourneyContext context_;
    RequestId request_;
    MessageDraft draft_;
    MessageStep step_ = MessageStep::Kind;
    TypingProblem problem_ = TypingProblem::None;
    bool name_asked_ = false;
    bool reviewed_ = false; // the review was shown: changes go back to it
    std::vector<Errand> errands_;
    std::optional<Case> sent_;
    bool over_ = false;
};

std::unique_ptr<Journey> make_message_journey(const JourneyContext& context);
// Each of its steps.
std::vector<JourneyPlace> message_places();

} // namespace nextplease::visitor
