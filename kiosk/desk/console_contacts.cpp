// The log of contacts that are no visit: looking up those that are still to be answered, and recording what
// was done. The store is asked on the thread of the reception; what it found is shown when it comes.
#include "kiosk/desk/console.h"

#include "core/domain/receipt.h"
#include "core/reception/contacts.h"
#include "kiosk/desk/typed_words.h"
#include "text_keys.h"

#include <charconv>

namespace nextplease::desk {
namespace {

constexpr std::chrono::hours kNoon { 12 };

// When a contact came, by what was chosen; what was typed says it more exactly.
std::optional<Instant> came_at(
    const FormDraft& draft, Instant now, const Configuration& configuration, const TypedMoment& typed)
{
    if (typed.at)
        return typed.at;
    if (draft.has("came.hour"))
        return now - std::chrono::hours { 1 };
    if (draft.has("came.hours"))
        return now - std::chrono::hours { 2 };
    if (draft.has("came.yesterday"))
        return configuration.zone.instant({ add_days(configuration.zone.date(now), -1), kNoon });
    return std::nullopt;
}

void code(const FormDraft& draft, ContactOutcome& outcome)
{
    outcome.avoidable = avoidable_contact(draft.after("avoidable.").value_or(""));
    if (const auto resolved = draft.after("resolved."))
        outcome.resolved = *resolved == "yes";
}

Text said_of(const std::string& deed)
{
    if (deed == "acknowledge")
        return Text::DeskContactIsAcknowledged;
    if (deed == "answer")
        return Text::DeskContactIsAnswered;
    if (deed == "back")
        return Text::DeskContactIsTakenBack;
    return deed == "explain" ? Text::DeskContactIsTold : Text::DeskContactIsSetAside;
}

} // namespace

void Console::open_contacts()
{
    contacts_.reset();
    contacts_asked_ = {};
    open_form(Panel::Contacts, {});
    form_draft()->chosen = { "contacts.log", "answered.later", "came.now" };
    ask_contacts();
}

// In the background: a contact can be written down meanwhile.
void Console::ask_contacts()
{
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, asked = contacts_asked_](Reception& reception) -> app::Commands::Then {
            const auto page = std::make_shared<const ContactPage>(
                contact_page(reception.store(), reception.configuration(), reception.now(), asked));
            return [this, alive, page] {
                if (alive.lock())
                    contacts_answered(page);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::contacts_answered(std::shared_ptr<const ContactPage> page)
{
    FormDraft* draft = form_draft();
    if (!draft || draft->panel != Panel::Contacts)
        return;
    const bool just_chosen = page->chosen && (!contacts_ || !contacts_->chosen);
    contacts_ = std::move(page);
    // The likely step, and the words of an apology where one will be owed.
    if (just_chosen) {
        draft->chosen = { "contacts.open", "resolved.yes" };
        const OtherContact& contact = contacts_->chosen->contact;
        draft->chosen.emplace_back(contact.set_aside ? "do.back"
                : may_acknowledge(contact)           ? "do.acknowledge"
                                                     : "do.answer");
        draft->line.clear();
        draft->day.text = to_utf32(words_.say(Text::DeskContactSorryWords));
        draft->day.caret = draft->day.text.size();
    }
    if (!contacts_->chosen && contacts_asked_.chosen) // done by somebody else meanwhile
        leave_contact(*draft);
    prepare();
}

void Console::leave_contact(FormDraft& draft)
{
    contacts_asked_.chosen.reset();
    if (contacts_ && contacts_->chosen) {
        auto list = std::make_shared<ContactPage>(*contacts_);
        list->chosen.reset();
        contacts_ = list;
    }
    draft.chosen = { "contacts.open", "answered.later", "came.now" };
    draft.line.clear();
    draft.day.clear();
}

void Console::choose_in_contacts(FormDraft& draft, const std::string& key)
{
    constexpr std::string_view kOpen = "open.";
    if (key.starts_with(kOpen)) {
        std::int64_t id = 0;
        std::from_chars(key.data() + kOpen.size(), key.data() + key.size(), id);
        contacts_asked_.chosen = ContactId(id);
        return ask_contacts();
    }
    if (key == "contacts.back") {
        leave_contact(draft);
        return ask_contacts();
    }
    if (key == "contacts.aside") {
        using Which = ContactPageQuestion::Which;
        contacts_asked_ = {};
        contacts_asked_.which =
            contacts_ && contacts_->asked.which == Which::Aside ? Which::Open : Which::Aside;
        return ask_contacts();
    }
    if (key == "contacts.checked")
        return order_task([by = actor(), &words = words_](Reception& reception, const RequestId&) -> Said {
            check_channel(reception, Channel::Social, by);
            return words.say(Text::DeskContactIsChecked);
        });
    if (key == "contacts.earlier" || key == "contacts.later") {
        const int page = key == "contacts.later" ? contacts_asked_.at_most : -contacts_asked_.at_most;
        contacts_asked_.first = std::max(0, contacts_asked_.first + page);
        return ask_contacts();
    }
    if (key.starts_with("avoidable."))
        return choose_in(draft, key); // sends the panel, and the draft may be over
    choose_in(draft, key);
    // A call is mostly answered as it comes, and everything else later.
    if (key.starts_with("channel.")) {
        std::erase_if(draft.chosen, [](const std::string& one) {
            return one.starts_with("answered.") || one.starts_with("aside.") || one.starts_with("score.");
        });
        draft.chosen.emplace_back(key == "channel.phone" ? "answered.now" : "answered.later");
    }
    if (draft.has("answered.now") && !draft.after("resolved."))
        draft.chosen.emplace_back("resolved.yes");
    prepare();
}

void Console::send_contact(const FormDraft& draft)
{
    if (!draft.has("contacts.open"))
        return log_contact_of(draft);
    if (contacts_ && contacts_->chosen)
        return send_contact_step(draft);
}

void Console::log_contact_of(const FormDraft& draft)
{
    const auto by_channel = channel(draft.after("channel.").value_or(""));
    if (!by_channel)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskContactNoChannel));
    const auto typed = moment_in(trimmed(draft.day.utf8()), snapshot_->local.date, configuration_.zone);
    if (!typed)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskContactNoTime));
    ContactWish wish;
    wish.received = came_at(draft, snapshot_->now, configuration_, *typed);
    if (wish.received && receipt(*wish.received, snapshot_->now) != Receipt::Credible)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskComplaintLater));
    wish.channel = *by_channel;
    wish.service = ServiceCode(draft.after("service.").value_or(""));
    wish.about = trimmed(draft.line.utf8());
    wish.set_aside = set_aside(draft.after("aside.").value_or(""));
    for (int score = kLowestScore; score <= kHighestScore; ++score) {
        if (draft.has("score." + std::to_string(score)))
            wish.score = score;
    }
    if (draft.has("answered.now")) {
        ContactOutcome outcome;
        code(draft, outcome);
        wish.answered = ContactWish::Answered::Now;
        wish.avoidable = outcome.avoidable;
        wish.resolved = outcome.resolved;
    }
    order_task([wish, by = actor(), &words = words_](Reception& reception, const RequestId& request) -> Said {
        const ContactReply reply = log_contact(reception, wish, request, by);
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            return *refusal;
        return words.say(Text::DeskContactIsLogged);
    });
}

void Console::send_contact_step(const FormDraft& draft)
{
    const std::string aside = draft.after("aside.").value_or("");
    const std::string deed = aside.empty() ? draft.after("do.").value_or("") : "aside";
    if (deed.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskRegisterChooseStep));
    // C: "a late answer has an explanation, an apology and a new date"; an answer itself needs no date.
    std::optional<DelayTold> told;
    if (deed != "aside" && explains_delay(draft, *contacts_)) {
        const auto day = deed == "answer" ? std::optional(snapshot_->local.date)
                                          : parse_iso_date(draft.after("by.").value_or(""));
        const std::string why = trimmed(draft.line.utf8());
        const std::string sorry = trimmed(draft.day.utf8());
        if (!day || why.empty() || sorry.empty())
            return say(MessageView::Kind::Refused,
                words_.say(deed == "answer" ? Text::DeskContactOwedAnswer : Text::DeskContactOwed));
        told = DelayTold { {}, *day, why, sorry };
    }
    ContactOutcome outcome;
    code(draft, outcome);
    if (told && deed == "answer") { // one unit with the answer
        outcome.explanation = told->explanation;
        outcome.apology = told->apology;
        told.reset();
    }
    order_task([id = contacts_->chosen->contact.id, deed, told, outcome, why = set_aside(aside), by = actor(),
                   &words = words_](Reception& reception, const RequestId&) -> Said {
        ContactReply reply = Refusal { .kind = Refusal::Kind::UnknownContact };
        if (told) {
            reply = explain_contact(reception, id, told->explanation, told->apology, told->until, by);
            if (const auto* refusal = std::get_if<Refusal>(&reply))
                return *refusal;
        }
        if (deed == "acknowledge")
            reply = acknowledge_contact(reception, id, by);
        else if (deed == "answer")
            reply = answer_contact(reception, id, by, outcome);
        else if (deed == "back")
            reply = take_back_contact(reception, id, by);
        else if (why)
            reply = set_contact_aside(reception, id, *why, by);
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            return *refusal;
        return words.say(said_of(deed));
    });
}

} // namespace nextplease::desk
