// The console's panels: what is chosen and typed for a transfer or a hold, and sending it.
#include "kiosk/desk/console.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

std::u32string to_utf32(const std::string& text)
{
    std::u32string wide;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        wide += c;
        i += length;
    }
    return wide;
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\n");
    return first == std::string::npos ? std::string {}
                                      : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

} // namespace

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
    if (TransferDraft* transfer = transfer_draft()) {
        for (const Service& service : configuration_.office.services) {
            if (key == "transfer.service." + service.code.text())
                transfer->to = service.code;
        }
    }
    if (HoldDraft* hold = hold_draft()) {
        for (const Choice& choice : view_.form.choices) {
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
    for (const Choice& choice : view_.form.choices) {
        if (!choice.letter.empty() && static_cast<char32_t>(choice.letter.front()) == letter) {
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
    if (!snapshot_ || under_way_)
        return;
    if (const TransferDraft* transfer = transfer_draft())
        send_transfer(*transfer);
    else if (const HoldDraft* hold = hold_draft())
        send_hold(*hold);
    else
        call_selected();
}

void Console::send_transfer(const TransferDraft& draft)
{
    const std::string note = trimmed(draft.note.utf8());
    if (!draft.to) {
        say(MessageView::Kind::Refused, words_.say(Text::DeskTransferNoService));
    } else if (note.empty()) {
        say(MessageView::Kind::Refused, words_.say(Text::DeskTransferNoNote));
    } else {
        order(Deed::Transfer,
            [visit = draft.visit, to = *draft.to, note, by = actor()](Reception& reception,
                const RequestId& request) { return reception.transfer(visit, to, note, request, by); });
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
    if (view_.panel != Panel::None)
        close_panel();
    else if (list_.selected)
        list_.selected.reset();
    else
        message_.reset();
    if (snapshot_)
        prepare();
}

} // namespace nextplease::desk
