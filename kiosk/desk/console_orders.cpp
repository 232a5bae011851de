// What the console asks of the reception, and what it makes of the answers.
#include "kiosk/desk/console.h"

#include "core/base/log.h"
#include "core/reception/sentences.h"
#include "core/reception/staff.h"
#include "kiosk/printing/slips.h"
#include "text_keys.h"

namespace nextplease::desk {

std::optional<Verb> Console::verb_of(Deed deed)
{
    switch (deed) {
    case Deed::CallNext:
        return Verb::CallNext;
    case Deed::Recall:
        return Verb::Recall;
    case Deed::Start:
        return Verb::Start;
    case Deed::Finish:
        return Verb::Finish;
    case Deed::Transfer:
        return Verb::Transfer;
    case Deed::Hold:
        return Verb::Hold;
    case Deed::NoShow:
        return Verb::NoShow;
    case Deed::Undo:
        return Verb::Undo;
    case Deed::Call:
    case Deed::PutBack:
    case Deed::SetDesk:
    case Deed::Return:
    case Deed::Apologise:
    case Deed::Ticket:
    case Deed::Change:
    case Deed::Task:
        break;
    }
    return std::nullopt;
}

void Console::order(Deed deed, Work work)
{
    under_way_ = UnderWay { .deed = deed, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, deed, work = std::move(work), request = new_request()](Reception& reception) {
            const Reply reply = work(reception, request);
            return [this, alive, deed, reply] {
                if (alive.lock())
                    answered(deed, reply);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::order_task(Task task)
{
    under_way_ = UnderWay { .deed = Deed::Task, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, task = std::move(task), request = new_request()](Reception& reception) {
            const Said said = task(reception, request);
            return [this, alive, said] {
                if (alive.lock())
                    task_answered(said);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::task_answered(const Said& said)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<Refusal>(&said.answer))
        return say(MessageView::Kind::Refused, sentence(*refusal, words_, configuration_, snapshot_->local));
    // A notice can be made more exact after it was put with one key, and the next contact is done after the
    // one before; all else is over.
    FormDraft* form = form_draft();
    const bool next_contact = form && form->panel == Panel::Contacts && form->has("contacts.open");
    if (next_contact)
        leave_contact(*form);
    else if (!form || form->panel != Panel::Notice)
        close_panel();
    std::string words = std::get<std::string>(said.answer);
    if (said.changed)
        words += " " + tell_of(*said.changed);
    if (!words.empty())
        say(MessageView::Kind::Done, words);
    else
        prepare();
    if (next_contact)
        ask_contacts();
}

// The apology and the explanation reach the visitor on paper where this machine has a printer, else by word
// of mouth, telephone or letter: the desk is told what to say (C: "when changed or cancelled").
std::string Console::tell_of(const Appointment& changed)
{
    if (!printer_)
        return words_.say(Text::DeskAppointmentTell, { { "apology", changed.apology } });
    const Language& language = changed.language.empty() ? configuration_.languages.front() : changed.language;
    printer_->print(printing::appointment_slip(
        changed, snapshot_->now, printing::Print::Normal, configuration_, nextplease::words(language)));
    return words_.say(Text::DeskAppointmentPrinted);
}

// The ticket that the kiosk would have given.
void Console::print_ticket(const Visit& visit)
{
    if (!printer_ || visit.state != VisitState::Waiting)
        return;
    const ServiceNow* service = snapshot_->service(visit.service);
    const Language& language = visit.language.empty() ? configuration_.languages.front() : visit.language;
    printer_->print(printing::ticket_slip({ visit, service ? service->newcomer : Estimate {}, visit.arrived },
        printing::Print::Normal, configuration_, nextplease::words(language)));
}

// Another desk that asks for help is answered; else this one asks, and asked again it needs none any more.
void Console::press_help()
{
    const DeskNow* other = needs_help(*snapshot_, desk_.code);
    const DeskNow* mine = snapshot_->desk(desk_.code);
    const Actor by = actor();
    if (other) {
        const std::string name = name_of(other->desk, words_, configuration_);
        return order_task(
            [desk = other->desk, by, said = words_.say(Text::DeskHelpMeComing, { { "desk", name } })](
                Reception& reception, const RequestId&) -> Said {
                const DeskReply reply = answer_help(reception, desk, by.name);
                if (const auto* refusal = std::get_if<Refusal>(&reply))
                    return *refusal;
                return said;
            });
    }
    const bool asked = mine && mine->help_since;
    order_task([desk = desk_.code, by, asked,
                   said = words_.say(asked ? Text::DeskHelpMeOver : Text::DeskHelpMeCalled)](
                   Reception& reception, const RequestId&) -> Said {
        const DeskReply reply =
            asked ? end_help(reception, desk, by.name) : call_for_help(reception, desk, by.name);
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            return *refusal;
        return said;
    });
}

void Console::sign_out_here()
{
    order_task([desk = desk_.code](Reception& reception, const RequestId&) -> Said {
        sign_out(reception, desk);
        return std::string();
    });
    leave_seat();
    prepare();
}

void Console::order_desk(DeskState state, const std::string& reason, std::optional<Minutes> away)
{
    under_way_ = UnderWay { .deed = Deed::SetDesk, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, state, reason, away, desk = desk_.code, by = actor().name](Reception& reception) {
            Reception::Stop stop { .reason = reason };
            if (away)
                stop.back = reception.now() + *away;
            const DeskReply reply = reception.set_desk(desk, state, stop, by);
            return [this, alive, reply] {
                if (alive.lock())
                    desk_answered(reply);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::answered(Deed deed, const Reply& reply)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<Refusal>(&reply)) {
        std::string words = sentence(*refusal, words_, configuration_, snapshot_->local);
        const Situation situation = situation_of(*snapshot_, desk_, configuration_);
        if (refusal->kind == Refusal::Kind::AlreadyCalled && situation.next
            && situation.next->visit.number != refusal->number)
            words += " "
                + words_.say(Text::DeskSaidNextForYou, { { "number", situation.next->visit.number.text() } });
        say(MessageView::Kind::Refused, words);
        return;
    }
    const Visit& visit = std::get<Done>(reply).visit;
    under_way_ = UnderWay { .deed = deed, .answer = visit, .desk = {}, .answered = now_ };
    const bool ends_panel = deed != Deed::Recall && deed != Deed::Start && deed != Deed::CallNext
        && deed != Deed::Call && deed != Deed::PutBack;
    if (ends_panel)
        close_panel();
    if (deed == Deed::Call || deed == Deed::PutBack)
        list_.selected.reset();
    if (deed == Deed::Ticket)
        print_ticket(visit);
    if (seen_in_room(*under_way_))
        under_way_.reset();
    if (const std::string words = said(deed, visit); !words.empty())
        say(MessageView::Kind::Done, words);
    else
        prepare();
    ask_for_apology(deed, visit);
}

// Past the standard the reason is asked for when the visitor has sat down; F-keys go on working meanwhile.
void Console::ask_for_apology(Deed deed, const Visit& visit)
{
    const VisitNow* here = current();
    if (deed != Deed::Start || !here || here->visit.id != visit.id || here->pace != Pace::Past
        || here->apologised)
        return;
    open_form(Panel::Apologise, visit.id);
}

void Console::desk_answered(const DeskReply& reply)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<Refusal>(&reply)) {
        say(MessageView::Kind::Refused, sentence(*refusal, words_, configuration_, snapshot_->local));
        return;
    }
    under_way_ = UnderWay {
        .deed = Deed::SetDesk, .answer = {}, .desk = std::get<DeskDone>(reply).desk.state, .answered = now_
    };
    if (seen_in_room(*under_way_))
        under_way_.reset();
    prepare();
}

void Console::failed(const std::string& sentence)
{
    log::error(sentence);
    under_way_.reset();
    say(MessageView::Kind::Refused, words_.say(Text::DeskSaidFailed));
}

bool Console::seen_in_room(const UnderWay& under_way) const
{
    const DeskNow* desk = snapshot_->desk(desk_.code);
    if (under_way.desk)
        return desk && desk->state == *under_way.desk;
    if (!under_way.answer)
        return false;
    const Visit& answer = *under_way.answer;
    const VisitNow* here = current();
    if (answer.desk == desk_.code && is_open(answer.state))
        return here && here->visit == answer;
    if (here && here->visit.id == answer.id)
        return false;
    const VisitNow* shown = listed(*snapshot_, answer.id);
    return !is_open(answer.state) || (shown && shown->visit.state == answer.state);
}

std::string Console::said(Deed deed, const Visit& visit) const
{
    const std::string number = visit.number.text();
    const auto about = [&](Text text) { return words_.say(text, { { "number", number } }); };
    switch (deed) {
    case Deed::CallNext:
    case Deed::Call:
        return words_.say(Text::DeskSaidCalled,
            { { "number", number },
                { "seconds", static_cast<long>(configuration_.office.rules.undo_within.count()) } });
    case Deed::Recall:
        return about(Text::DeskSaidRecalled);
    case Deed::Finish:
        if (visit.state == VisitState::Called)
            return said(Deed::CallNext, visit);
        return about(Text::DeskSaidFinished);
    case Deed::Return:
        return about(Text::DeskSaidBack);
    case Deed::Apologise:
        return about(Text::DeskSaidApologised);
    case Deed::Ticket:
        return about(visit.state == VisitState::Serving ? Text::DeskSaidServing : Text::DeskSaidTicket);
    case Deed::Change:
        return about(Text::DeskSaidChanged);
    case Deed::Transfer:
        return words_.say(Text::DeskSaidTransferred,
            { { "number", number }, { "service", name_of(visit.service, words_, configuration_) } });
    case Deed::Hold:
        return about(Text::DeskSaidHeld);
    case Deed::NoShow:
        return words_.say(Text::DeskSaidNoShow,
            { { "number", number },
                { "time",
                    wall_clock(
                        visit.ended.value_or(snapshot_->now) + configuration_.office.rules.no_show_grace,
                        configuration_) } });
    case Deed::Undo:
        return about(Text::DeskSaidUndone);
    case Deed::PutBack:
        return about(Text::DeskSaidBack);
    case Deed::Start:
    case Deed::SetDesk:
    case Deed::Task:
        break;
    }
    return {};
}

void Console::say(MessageView::Kind kind, std::string words)
{
    message_ = MessageView { kind, std::move(words) };
    message_since_ = now_;
    if (snapshot_)
        prepare();
}

void Console::refuse(May may)
{
    say(MessageView::Kind::Refused, reason(may, scene()));
}

} // namespace nextplease::desk
