#include "kiosk/visitor/feedback_journey.h"

#include "text_keys.h"

#include <utility>

namespace nextplease::visitor {
namespace {

constexpr std::size_t kLongestNumber = 12;
constexpr std::size_t kLongestWords = 500;

struct Face {
    const char* key;
    Text word;
};
constexpr Face kFaces[] = { { "face.1", Text::VisitorFeedbackVeryBad },
    { "face.2", Text::VisitorFeedbackBad }, { "face.3", Text::VisitorFeedbackMiddling },
    { "face.4", Text::VisitorFeedbackGood }, { "face.5", Text::VisitorFeedbackVeryGood } };

ButtonWords go_on(const Words& words, Text label)
{
    return { "step.next", words.say(label), ui::Icon::Arrow, Intent::Kind::StepNext };
}

} // namespace

std::unique_ptr<Journey> make_feedback(const JourneyContext& context)
{
    return std::make_unique<FeedbackJourney>(context);
}

FeedbackJourney::FeedbackJourney(const JourneyContext& context)
    : configuration_(context.configuration)
    , language_(context.language)
    , request_(context.make_request())
    , own_(context.ticket)
{
    number_.limit = kLongestNumber;
    words_.limit = kLongestWords;
    if (own_) {
        at_ = At::Faces;
        about_ = { own_->id, own_->number };
    }
}

std::vector<JourneyPlace> FeedbackJourney::places()
{
    std::vector<JourneyPlace> places;
    for (const At at :
        { At::Number, At::Looking, At::Faces, At::Words, At::Sending, At::Thanks, At::Failed }) {
        const auto make = [at](const JourneyContext& context) {
            auto journey = std::make_unique<FeedbackJourney>(context);
            journey->at_ = at;
            journey->about_ = { VisitId(1), TicketNumber("B042") };
            journey->unknown_ = at == At::Number;
            return journey;
        };
        places.push_back({ std::string(name_of(at)), JourneyKind::Feedback, make });
    }
    return places;
}

std::string_view FeedbackJourney::name_of(At at)
{
    switch (at) {
    case At::Number:
        return "feedback.number";
    case At::Looking:
        return "feedback.looking";
    case At::Faces:
        return "feedback.faces";
    case At::Words:
        return "feedback.words";
    case At::Sending:
        return "feedback.sending";
    case At::Thanks:
        return "feedback.thanks";
    case At::Failed:
        break;
    }
    return "feedback.failed";
}

Step FeedbackJourney::step(const Words& words) const
{
    switch (at_) {
    case At::Number:
        return number_step(words);
    case At::Faces:
        return faces_step(words);
    case At::Words:
        return words_step(words);
    case At::Looking:
    case At::Sending:
    case At::Thanks:
    case At::Failed:
        break;
    }
    return saying_step(words);
}

TypingStep FeedbackJourney::number_step(const Words& words) const
{
    TypingStep step;
    step.question = words.say(Text::VisitorFeedbackNumber);
    step.hint = words.say(Text::VisitorFeedbackNumberHint);
    step.label = words.say(Text::VisitorFeedbackNumberLabel);
    if (unknown_)
        step.problem = words.say(Text::VisitorFeedbackNumberUnknown, { { "number", about_.number.text() } });
    step.keys = TypingStep::Keys::Code;
    step.draft = &number_;
    step.next = go_on(words, Text::VisitorNext);
    return step;
}

FacesStep FeedbackJourney::faces_step(const Words& words) const
{
    FacesStep step;
    step.question = words.say(Text::VisitorFeedbackFaces);
    if (about_.given)
        step.hint = words.say(Text::VisitorFeedbackAgain);
    else if (about_.visit)
        step.hint = words.say(Text::VisitorFeedbackTicket, { { "number", about_.number.text() } });
    int score = 0;
    for (const Face& face : kFaces) {
        Choice choice;
        choice.key = face.key;
        choice.title = words.say(face.word);
        choice.chosen = ++score == score_;
        step.faces.push_back(std::move(choice));
    }
    return step;
}

TypingStep FeedbackJourney::words_step(const Words& words) const
{
    TypingStep step;
    step.question = words.say(Text::VisitorFeedbackWords);
    step.hint = words.say(Text::VisitorFeedbackWordsHint);
    step.label = words.say(Text::VisitorFeedbackWordsLabel);
    step.privacy = words.say(Text::VisitorFeedbackPrivacy);
    step.room = TypingStep::Room::Lines;
    step.personal = true;
    step.draft = &words_;
    step.next = go_on(words, Text::VisitorFeedbackSend);
    return step;
}

SayingStep FeedbackJourney::saying_step(const Words& words) const
{
    SayingStep step;
    if (at_ == At::Thanks) {
        step.words.heading = words.say(Text::VisitorFeedbackThanks);
        step.words.lines = { { ui::Icon::Tick, words.say(Text::VisitorFeedbackThanksKept),
            words.say(Text::VisitorFeedbackThanksText) } };
        step.words.main =
            ButtonWords { "step.next", words.say(Text::VisitorTicketDone), {}, Intent::Kind::StepNext };
    } else if (at_ == At::Failed) {
        step.words.heading = words.say(Text::VisitorFeedbackFailed);
        step.words.lines = { { ui::Icon::Help, words.say(Text::VisitorFeedbackFailedText), {} } };
        step.words.first =
            ButtonWords { "step.back", words.say(Text::VisitorBack), ui::Icon::Back, Intent::Kind::Back };
        step.words.main = go_on(words, Text::VisitorCutOffTryAgain);
    } else {
        step.words.heading = words.say(Text::VisitorTakingHeading);
        step.words.lines = { { ui::Icon::Clock,
            words.say(at_ == At::Looking ? Text::VisitorFeedbackLooking : Text::VisitorFeedbackSending),
            {} } };
    }
    return step;
}

void FeedbackJourney::choose(int index)
{
    if (at_ != At::Faces || index < 0 || index >= kHighestScore)
        return;
    score_ = kLowestScore + index;
    at_ = At::Words;
}

void FeedbackJourney::next()
{
    switch (at_) {
    case At::Number:
        return look();
    case At::Words:
    case At::Failed:
        return score_ > 0 ? send() : look();
    case At::Thanks:
        over_ = true;
        return;
    case At::Looking:
    case At::Faces:
    case At::Sending:
        return;
    }
}

bool FeedbackJourney::back()
{
    switch (at_) {
    case At::Number:
    case At::Thanks:
        return false;
    case At::Faces:
        at_ = At::Number;
        return !own_;
    case At::Words:
        at_ = At::Faces;
        return true;
    case At::Failed:
        at_ = score_ > 0 ? At::Words : At::Number;
        return true;
    case At::Looking:
    case At::Sending:
        return true; // an answer comes
    }
    return true;
}

void FeedbackJourney::typed()
{
    unknown_ = false;
}

Journey::End FeedbackJourney::end() const
{
    if (!over_)
        return End::No;
    return own_ ? End::Ticket : End::StartAgain;
}

void FeedbackJourney::look()
{
    const std::string typed = number_.utf8();
    about_ = {};
    unknown_ = false;
    if (typed.find_first_not_of(' ') == std::string::npos) {
        at_ = At::Faces;
        return;
    }
    at_ = At::Looking;
    Errand errand;
    errand.job = [this, typed](Reception& reception) -> std::function<void()> {
        Found answer;
        answer.number = TicketNumber(typed);
        if (const auto visit = reception.find(typed)) {
            answer.visit = visit->id;
            answer.number = visit->number;
            answer.given = has_feedback(reception, visit->id);
        }
        return [this, answer] { found(answer); };
    };
    errand.failed = [this] { at_ = At::Failed; };
    errands_.push_back(std::move(errand));
}

void FeedbackJourney::found(const Found& found)
{
    about_ = found;
    unknown_ = !found.visit;
    at_ = unknown_ ? At::Number : At::Faces;
}

void FeedbackJourney::send()
{
    at_ = At::Sending;
    FeedbackWish wish;
    wish.visit = about_.visit;
    wish.score = score_;
    wish.words = Secret(words_.utf8());
    wish.language = language_();
    Errand errand;
    errand.job = [this, wish, request = request_](Reception& reception) -> std::function<void()> {
        const FeedbackReply reply = give_feedback(reception, wish, request);
        const bool kept = std::holds_alternative<FeedbackDone>(reply);
        return [this, kept] { at_ = kept ? At::Thanks : At::Failed; };
    };
    errand.failed = [this] { at_ = At::Failed; };
    errands_.push_back(std::move(errand));
}

std::vector<Errand> FeedbackJourney::errands()
{
    return std::exchange(errands_, {});
}

} // namespace nextplease::visitor
