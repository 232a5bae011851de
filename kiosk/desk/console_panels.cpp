// The console's panels: what is chosen and typed for a transfer or a hold, and sending it.
#include "kiosk/desk/console.h"

#include "kiosk/desk/typed_words.h"
#include "text_keys.h"

namespace nextplease::desk {
void Console::open_panel(Verb verb)
{
    help_ = false;
    if (verb == Verb::Transfer)
        draft_ = TransferDraft { .visit = current()->visit.id, .to = {}, .note = {} };
    else
        draft_ = HoldDraft { .visit = current()->visit.id };
    prepare();
}

void Console::close_panel()
{
    draft_ = {};
    help_ = false;
}

void Console::toggle_help()
{
    help_ = !help_;
    draft_ = {};
    prepare();
}

void Console::choose(const std::string& key)
{
    if (key == "words.back")
        return leave_words();
    if (key.starts_with("staff.") && !locked_)
        name_ = key.substr(std::string("staff.").size());
    if (FormDraft* draft = form_draft()) {
        if (draft->panel == Panel::Register)
            return choose_in_register(*draft, key);
        if (draft->panel == Panel::Contacts)
            return choose_in_contacts(*draft, key);
        if (draft->panel == Panel::Complaint)
            return choose_in_complaint(*draft, key);
        choose_in(*draft, key);
    }
    if (TransferDraft* transfer = transfer_draft()) {
        if (key.starts_with("transfer.desk.") || key.starts_with("transfer.staff."))
            transfer->to_whom = transfer->to_whom == key ? std::string() : key;
        for (const Service& service : configuration_.office.services) {
            if (key == "transfer.service." + service.code.text())
                transfer->to = service.code;
        }
    }
    if (HoldDraft* hold = hold_draft()) {
        for (const Choice& choice : view_.form.groups.front().choices) {
            if (choice.key == key) {
                hold->reason.text = to_utf32(choice.label);
                hold->reason.caret = hold->reason.text.size();
            }
        }
        if (key == "hold.until.none")
            hold->until.reset();
        for (const Minutes minutes : kHoldFor) {
            if (key == "hold.until." + std::to_string(minutes.count()))
                hold->until = minutes;
        }
    }
    if (snapshot_)
        prepare();
}

bool Console::choose_by_letter(char32_t letter)
{
    if (letter >= U'a' && letter <= U'z')
        letter = letter - U'a' + U'A';
    for (const ChoiceGroup& group : view_.form.groups) {
        for (const Choice& choice : group.choices) {
            if (choice.letter.empty() || static_cast<char32_t>(choice.letter.front()) != letter)
                continue;
            choose(std::string(choice.key)); // a copy: choosing prepares the choices anew
            return true;
        }
    }
    return false;
}

void Console::typed()
{
    if (snapshot_)
        prepare();
}

void Console::send()
{
    if (!snapshot_)
        return;
    if (asks_sign_in())
        return send_pin();
    if (under_way_)
        return;
    if (const FormDraft* form = form_draft())
        send_form(*form);
    else if (const TransferDraft* transfer = transfer_draft())
        send_transfer(*transfer);
    else if (const HoldDraft* hold = hold_draft())
        send_hold(*hold);
    else if (WordsDraft* words = words_draft())
        send_words(*words);
    else
        call_selected();
}

void Console::send_transfer(const TransferDraft& draft)
{
    constexpr std::string_view kDesk = "transfer.desk.";
    constexpr std::string_view kStaff = "transfer.staff.";
    Onward onward { .service = draft.to.value_or(ServiceCode()) };
    onward.note = trimmed(draft.note.utf8());
    if (draft.to_whom.starts_with(kDesk))
        onward.desk = DeskCode(draft.to_whom.substr(kDesk.size()));
    if (draft.to_whom.starts_with(kStaff))
        onward.staff = draft.to_whom.substr(kStaff.size());
    if (!draft.to && draft.to_whom.empty()) {
        say(MessageView::Kind::Refused, words_.say(Text::DeskTransferNoService));
    } else if (onward.note.empty() && configuration_.desks.transfer_note == Onward::Note::Required) {
        say(MessageView::Kind::Refused, words_.say(Text::DeskTransferNoNote));
    } else {
        order(Deed::Transfer,
            [visit = draft.visit, onward, by = actor()](Reception& reception, const RequestId& request) {
                return reception.transfer(visit, onward, request, by);
            });
    }
}

void Console::send_hold(const HoldDraft& draft)
{
    const std::string why = trimmed(draft.reason.utf8());
    if (why.empty()) {
        say(MessageView::Kind::Refused, words_.say(Text::DeskHoldNoReason));
        return;
    }
    order(Deed::Hold,
        [visit = draft.visit, why, in = draft.until, by = actor()](
            Reception& reception, const RequestId& request) {
            const std::optional<Instant> until =
                in ? std::optional<Instant>(reception.now() + *in) : std::nullopt;
            return reception.hold(visit, why, until, request, by);
        });
}

void Console::cancel()
{
    if (asks_sign_in()) {
        pin_ = Secret();
        if (!locked_)
            name_.clear();
    } else if (words_draft())
        return leave_words();
    else if (view_.panel != Panel::None)
        close_panel();
    else if (list_.selected)
        list_.selected.reset();
    else
        message_.reset();
    if (snapshot_)
        prepare();
}

} // namespace nextplease::desk
