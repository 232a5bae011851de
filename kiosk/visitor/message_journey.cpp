#include "kiosk/visitor/message_journey.h"

#include "kiosk/visitor/message_words.h"
#include "text_keys.h"

#include <algorithm>
#include <utility>

namespace nextplease::visitor {
namespace {

constexpr std::array kKinds { CaseKind::Complaint, CaseKind::Comment, CaseKind::Compliment };
constexpr std::array kReplies { ReplyWish::None, ReplyWish::Phone, ReplyWish::Email, ReplyWish::Letter,
    ReplyWish::LargePrint, ReplyWish::Braille };
// In the order in which they are asked.
constexpr std::array kQuestions { MessageStep::Kind, MessageStep::About, MessageStep::Category,
    MessageStep::Words, MessageStep::Reply, MessageStep::ReplyLanguage, MessageStep::Name,
    MessageStep::Contact };

constexpr std::size_t kMostWords = 1'000, kMostName = 60, kMostNumber = 24, kMostEmail = 80,
                      kMostAddress = 240;
constexpr std::size_t kLeastDigits = 10, kMostDigits = 15; // E.164 allows 15
constexpr std::size_t kLeastAddress = 10;

bool blank(const std::string& text)
{
    return text.find_first_not_of(" \n") == std::string::npos;
}

std::string trimmed(const std::string& text)
{
    const std::size_t from = text.find_first_not_of(" \n");
    if (from == std::string::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \n") - from + 1);
}

// REQUIRES: valid UTF-8.
std::u32string letters_of(const std::string& utf8)
{
    std::u32string letters;
    for (const char byte : utf8) {
        const auto bits = static_cast<unsigned char>(byte);
        if ((bits & 0xC0U) == 0x80U)
            letters.back() = (letters.back() << 6) | (bits & 0x3FU);
        else
            letters += bits < 0x80 ? bits
                : bits < 0xE0      ? bits & 0x1FU
                : bits < 0xF0      ? bits & 0x0FU
                                   : bits & 0x07U;
    }
    return letters;
}

ui::TextDraft draft_of(std::size_t limit, bool lines)
{
    ui::TextDraft draft;
    draft.limit = limit;
    draft.lines = lines;
    return draft;
}

} // namespace

TypingProblem phone_problem(const std::string& typed)
{
    if (blank(typed))
        return TypingProblem::PhoneMissing;
    std::size_t digits = 0;
    for (const char c : typed) {
        if ('0' <= c && c <= '9')
            ++digits;
        else if (std::string_view(" +-()").find(c) == std::string_view::npos)
            return TypingProblem::PhoneLetters;
    }
    if (digits < kLeastDigits)
        return TypingProblem::PhoneTooShort;
    return digits > kMostDigits ? TypingProblem::PhoneTooLong : TypingProblem::None;
}

TypingProblem email_problem(const std::string& typed)
{
    const std::string text = trimmed(typed);
    if (text.empty())
        return TypingProblem::EmailMissing;
    const std::size_t at = text.find('@');
    const std::size_t dot = text.find_last_of('.');
    const bool whole = at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos
        && dot != std::string::npos && dot > at + 1 && dot + 1 < text.size()
        && text.find_first_of(" \n") == std::string::npos;
    return whole ? TypingProblem::None : TypingProblem::EmailIncomplete;
}

TypingProblem address_problem(const std::string& typed)
{
    const std::string text = trimmed(typed);
    if (text.empty())
        return TypingProblem::AddressMissing;
    const bool several_words = text.find_first_of(" \n") != std::string::npos;
    return text.size() >= kLeastAddress && several_words ? TypingProblem::None
                                                         : TypingProblem::AddressTooShort;
}

bool by_post(ReplyWish reply)
{
    return reply == ReplyWish::Letter || reply == ReplyWish::LargePrint || reply == ReplyWish::Braille;
}

MessageJourney::MessageJourney(JourneyContext context)
    : context_(std::move(context))
    , request_(context_.make_request())
{
    draft_.words = draft_of(kMostWords, true);
    draft_.name = draft_of(kMostName, false);
    draft_.phone = draft_of(kMostNumber, false);
    draft_.email = draft_of(kMostEmail, false);
    draft_.address = draft_of(kMostAddress, true);
}

std::string MessageJourney::name() const
{
    return message_step_name(step_, draft_);
}

// ---- What is asked ----

std::vector<Language> MessageJourney::reply_languages() const
{
    const Language spoken = context_.language();
    const Language& own = context_.configuration.languages.front();
    if (spoken == own)
        return {};
    return { spoken, own };
}

bool MessageJourney::applies(MessageStep step) const
{
    const bool reply = draft_.reply && *draft_.reply != ReplyWish::None;
    switch (step) {
    case MessageStep::Category:
        return draft_.kind == CaseKind::Complaint && !context_.configuration.complaints.categories.empty();
    case MessageStep::ReplyLanguage:
        return reply && (draft_.reply_language || !reply_languages().empty());
    case MessageStep::Name:
    case MessageStep::Contact:
        return reply;
    default:
        return true;
    }
}

bool MessageJourney::answered(MessageStep step) const
{
    switch (step) {
    case MessageStep::Kind:
        return draft_.kind.has_value();
    case MessageStep::About:
        return draft_.about.has_value();
    case MessageStep::Category:
        return draft_.category.has_value();
    case MessageStep::Reply:
        return draft_.reply.has_value();
    case MessageStep::ReplyLanguage:
        return draft_.reply_language.has_value();
    case MessageStep::Name:
        return name_asked_;
    default:
        return problem_at(step) == TypingProblem::None;
    }
}

ui::TextDraft* MessageJourney::typing_into(MessageStep step)
{
    if (step == MessageStep::Words)
        return &draft_.words;
    if (step == MessageStep::Name)
        return &draft_.name;
    if (step != MessageStep::Contact || !draft_.reply)
        return nullptr;
    if (*draft_.reply == ReplyWish::Phone)
        return &draft_.phone;
    return *draft_.reply == ReplyWish::Email ? &draft_.email : &draft_.address;
}

TypingProblem MessageJourney::problem_at(MessageStep step) const
{
    if (step == MessageStep::Words)
        return blank(draft_.words.utf8()) ? TypingProblem::WordsMissing : TypingProblem::None;
    if (step != MessageStep::Contact || !draft_.reply)
        return TypingProblem::None;
    if (*draft_.reply == ReplyWish::Phone)
        return phone_problem(draft_.phone.utf8());
    if (*draft_.reply == ReplyWish::Email)
        return email_problem(draft_.email.utf8());
    return by_post(*draft_.reply) ? address_problem(draft_.address.utf8()) : TypingProblem::None;
}

void MessageJourney::go_on()
{
    const auto open = std::find_if(kQuestions.begin(), kQuestions.end(),
        [this](MessageStep step) { return applies(step) && !answered(step); });
    step_ = open == kQuestions.end() ? MessageStep::Review : *open;
    reviewed_ = reviewed_ || step_ == MessageStep::Review;
    problem_ = TypingProblem::None;
}

// ---- What is said ----

Step MessageJourney::step(const Words& words) const
{
    auto& self = const_cast<MessageJourney&>(*this); // a typing step types into the draft
    return message_step({ .step = step_,
                            .draft = draft_,
                            .typing = self.typing_into(step_),
                            .problem = problem_,
                            .reply_languages = reply_languages(),
                            .rows = review_steps(),
                            .sent = sent_ ? &*sent_ : nullptr },
        words, context_.configuration);
}

void MessageJourney::choose(int index)
{
    const auto at = static_cast<std::size_t>(index);
    const auto& services = context_.configuration.office.services;
    const auto& categories = context_.configuration.complaints.categories;
    if (index < 0)
        return;
    if (step_ == MessageStep::Kind && at == kKinds.size()) {
        step_ = MessageStep::Notice;
        return;
    }
    if (step_ == MessageStep::Kind && at < kKinds.size()) {
        draft_.kind = kKinds[at];
    } else if (step_ == MessageStep::About && at <= services.size()) {
        draft_.about = at < services.size() ? services[at].code : ServiceCode {};
    } else if (step_ == MessageStep::Category && at <= categories.size()) {
        draft_.category = at < categories.size() ? categories[at].code : CategoryCode {};
    } else if (step_ == MessageStep::Reply && at < kReplies.size()) {
        draft_.reply = kReplies[at];
    } else if (step_ == MessageStep::ReplyLanguage && at < reply_languages().size()) {
        draft_.reply_language = reply_languages()[at];
    } else {
        return;
    }
    go_on();
}

void MessageJourney::next()
{
    switch (step_) {
    case MessageStep::Words:
    case MessageStep::Contact:
        problem_ = problem_at(step_);
        if (problem_ == TypingProblem::None)
            go_on();
        return;
    case MessageStep::Name:
        name_asked_ = true;
        go_on();
        return;
    case MessageStep::Review:
    case MessageStep::Failed:
        send();
        return;
    case MessageStep::Sent:
        over_ = true;
        return;
    case MessageStep::Notice:
        step_ = MessageStep::Kind;
        return;
    default:
        return;
    }
}

bool MessageJourney::back()
{
    if (step_ == MessageStep::Sending)
        return true;
    if (step_ == MessageStep::Sent) {
        over_ = true;
        return true;
    }
    if (step_ == MessageStep::Notice) {
        step_ = MessageStep::Kind;
        return true;
    }
    problem_ = TypingProblem::None;
    const bool changing = reviewed_ && step_ != MessageStep::Review;
    if (step_ == MessageStep::Failed || changing) {
        go_on();
        return true;
    }
    const auto here = std::find(kQuestions.begin(), kQuestions.end(), step_);
    const auto before = std::find_if(std::make_reverse_iterator(here), kQuestions.rend(),
        [this](MessageStep step) { return applies(step); });
    if (before == kQuestions.rend())
        return false;
    step_ = *before;
    reviewed_ = false;
    return true;
}

void MessageJourney::typed()
{
    problem_ = TypingProblem::None;
}

std::vector<MessageStep> MessageJourney::review_steps() const
{
    std::vector<MessageStep> rows;
    for (const MessageStep step : kQuestions)
        if (applies(step))
            rows.push_back(step);
    return rows;
}

void MessageJourney::change(int row)
{
    const std::vector<MessageStep> rows = review_steps();
    if (step_ == MessageStep::Review && row >= 0 && static_cast<std::size_t>(row) < rows.size())
        step_ = rows[static_cast<std::size_t>(row)];
}

// ---- Sending ----

CaseWish MessageJourney::wish() const
{
    CaseWish wish;
    wish.kind = *draft_.kind;
    wish.service = *draft_.about;
    wish.words = Secret(draft_.words.utf8());
    wish.reply = *draft_.reply;
    wish.language = context_.language();
    if (applies(MessageStep::Category))
        wish.category = *draft_.category;
    if (wish.reply == ReplyWish::None)
        return wish;
    wish.reply_language = draft_.reply_language.value_or(wish.language);
    std::string contact = trimmed(draft_.name.utf8());
    if (!contact.empty())
        contact += "\n";
    const ui::TextDraft& where = wish.reply == ReplyWish::Phone ? draft_.phone
        : wish.reply == ReplyWish::Email                        ? draft_.email
                                                                : draft_.address;
    wish.contact = Secret(contact += trimmed(where.utf8()));
    wipe(contact);
    return wish;
}

// The request stays the same, so that a message that was kept although the answer was lost is kept once.
void MessageJourney::send()
{
    step_ = MessageStep::Sending;
    Errand errand;
    errand.job = [this, wish = wish(), request = request_](Reception& reception) {
        const CaseReply reply = receive_case(reception, wish, request, "kiosk");
        std::optional<Case> kept;
        if (const auto* done = std::get_if<CaseDone>(&reply))
            kept = done->record;
        return std::function<void()>([this, kept] {
            sent_ = kept;
            step_ = kept ? MessageStep::Sent : MessageStep::Failed;
            if (!kept)
                return;
            for (ui::TextDraft* draft :
                { &draft_.words, &draft_.name, &draft_.phone, &draft_.email, &draft_.address })
                draft->clear();
        });
    };
    errand.failed = [this] { step_ = MessageStep::Failed; };
    errands_.push_back(std::move(errand));
}

std::vector<Errand> MessageJourney::errands()
{
    return std::exchange(errands_, {});
}

// ---- Pictures ----

void MessageJourney::fill_in(MessageStep step, ReplyWish reply)
{
    const auto type = [](ui::TextDraft& draft, const std::string& text) {
        for (const char32_t c : letters_of(text))
            draft.insert(c);
    };
    draft_.kind = CaseKind::Complaint;
    draft_.about = context_.configuration.office.services.front().code;
    draft_.category = CategoryCode {};
    draft_.reply = reply;
    if (!reply_languages().empty())
        draft_.reply_language = reply_languages().front();
    const Words& spoken = words(context_.language());
    type(draft_.words,
        spoken.say(Text::VisitorMessageWordsHint) + "\n" + spoken.say(Text::VisitorMessageFailedKeptText));
    type(draft_.phone, "01632 960 042");
    type(draft_.email, "anna@example.org");
    type(draft_.address,
        "4\n" + words_in(context_.configuration.site, context_.language(), context_.configuration.languages));
    name_asked_ = true;
    reviewed_ = step == MessageStep::Review;
    step_ = step;
    if (step != MessageStep::Sent)
        return;
    sent_.emplace();
    sent_->letter = context_.configuration.complaints.reference_letter;
    sent_->reply = reply;
    sent_->id = CaseId(318);
    const Instant now = context_.snapshot ? context_.snapshot->now : Instant {};
    const CaseDates dates = dates_of(CaseKind::Complaint, now, context_.configuration);
    sent_->first.acknowledge_by = dates.acknowledge_by;
    sent_->first.respond_by = dates.respond_by;
}

std::vector<JourneyPlace> message_places()
{
    std::vector<JourneyPlace> places;
    const auto add = [&places](const char* name, MessageStep step, ReplyWish reply = ReplyWish::Phone) {
        places.push_back({ .name = name,
            .kind = JourneyKind::Message,
            .make = [step, reply](const JourneyContext& context) -> std::unique_ptr<Journey> {
                auto journey = std::make_unique<MessageJourney>(context);
                journey->fill_in(step, reply);
                return journey;
            } });
    };
    add("message.kind", MessageStep::Kind);
    add("message.about", MessageStep::About);
    add("message.category", MessageStep::Category);
    add("message.words", MessageStep::Words);
    add("message.reply", MessageStep::Reply);
    add("message.reply-language", MessageStep::ReplyLanguage);
    add("message.name", MessageStep::Name);
    add("message.phone", MessageStep::Contact);
    add("message.email", MessageStep::Contact, ReplyWish::Email);
    add("message.address", MessageStep::Contact, ReplyWish::Letter);
    add("message.review", MessageStep::Review);
    add("message.sending", MessageStep::Sending);
    add("message.failed", MessageStep::Failed);
    add("message.sent", MessageStep::Sent);
    add("message.notice", MessageStep::Notice);
    return places;
}

std::unique_ptr<Journey> make_message_journey(const JourneyContext& context)
{
    return std::make_unique<MessageJourney>(context);
}

} // namespace nextplease::visitor
