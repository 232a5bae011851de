// A complaint, comment or compliment that somebody brings to the desk or rings up about (C: "in writing, by
// e-mail or text, or verbally"): written down, sealed as at the kiosk, and told of with its reference and
// dates.
#include "kiosk/desk/console.h"

#include "kiosk/desk/typed_words.h"
#include "kiosk/printing/case_receipt.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

constexpr std::size_t kLongestWords = 4000; // letters

} // namespace

// With the service and language of the visitor at the desk, who most often is the one who complains.
void Console::open_complaint()
{
    recorded_.reset();
    message_.reset();
    FormDraft draft;
    draft.panel = Panel::Complaint;
    draft.line.limit = kLongestWords;
    draft.line.lines = true;
    draft.chosen = { "kind.complaint", "channel.", "category.", "reply.none" };
    const VisitNow* here = current();
    const bool known = here && !here->visit.language.empty();
    draft.chosen.push_back(
        "language." + (known ? here->visit.language : configuration_.languages.front()).text());
    draft.chosen.push_back("service." + (here ? here->visit.service.text() : std::string()));
    draft_ = draft;
    prepare();
}

void Console::choose_in_complaint(FormDraft& draft, const std::string& key)
{
    if (key == "complaint.register")
        return open_register();
    if (key == "complaint.print" && recorded_ && printer_) {
        const Words& words = nextplease::words(recorded_->language);
        const auto print =
            recorded_->reply == ReplyWish::LargePrint ? printing::Print::Large : printing::Print::Normal;
        printer_->print(printing::case_slip(printing::receipt_of(*recorded_, words, configuration_),
            snapshot_->now, print, configuration_, words));
        return say(MessageView::Kind::Done, words_.say(Text::DeskComplaintPrinted));
    }
    choose_in(draft, key);
    prepare();
}

void Console::send_complaint(const FormDraft& draft)
{
    if (recorded_)
        return open_register();
    CaseWish wish;
    wish.kind = case_kind(draft.after("kind.").value_or("")).value_or(CaseKind::Complaint);
    wish.service = ServiceCode(draft.after("service.").value_or(""));
    if (wish.kind == CaseKind::Complaint)
        wish.category = CategoryCode(draft.after("category.").value_or(""));
    wish.channel = draft.after("channel.").value_or("");
    wish.reply = reply_wish(draft.after("reply.").value_or("")).value_or(ReplyWish::None);
    wish.language = Language(draft.after("language.").value_or(""));
    wish.words = Secret(draft.line.utf8());
    wish.contact = Secret(draft.contact.utf8());
    const auto received = moment_in(trimmed(draft.day.utf8()), snapshot_->local.date, configuration_.zone);
    if (!received)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskComplaintNoDate));
    if (received->at && *received->at > snapshot_->now)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskComplaintLater));
    wish.received = received->at;
    under_way_ = UnderWay { .deed = Deed::Task, .answer = {}, .desk = {} };
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, wish, by = actor().name, request = new_request()](
            Reception& reception) -> app::Commands::Then {
            const CaseReply reply = receive_case(reception, wish, request, by);
            return [this, alive, reply] {
                if (alive.lock())
                    complaint_answered(reply);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::complaint_answered(const CaseReply& reply)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<CaseRefusal>(&reply)) {
        const Text why = *refusal == CaseRefusal::WordsMissing ? Text::DeskComplaintNoWords
            : *refusal == CaseRefusal::ContactMissing          ? Text::DeskComplaintNoContact
                                                               : Text::DeskComplaintNotTaken;
        return say(MessageView::Kind::Refused, words_.say(why));
    }
    const Case& made = std::get<CaseDone>(reply).record;
    FormDraft* draft = form_draft();
    if (draft && draft->panel == Panel::Complaint) {
        recorded_ = made;
        recorded_->words = recorded_->contact = {}; // what was confided ends with the form
        draft->line.clear();
        draft->contact.clear();
        draft->day.clear();
    }
    say(MessageView::Kind::Done,
        words_.say(Text::DeskComplaintRecorded, { { "reference", reference_of(made) } }));
}

} // namespace nextplease::desk
