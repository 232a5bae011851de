// The console's forms: what choosing does, and what sending asks of the reception.
#include "kiosk/desk/console.h"

#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "kiosk/desk/typed_words.h"
#include "text_keys.h"

#include <charconv>

namespace nextplease::desk {
namespace {

int number_in(const std::optional<std::string>& text, int otherwise)
{
    int number = otherwise;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

std::vector<NeedCode> needs_in(const FormDraft& draft)
{
    std::vector<NeedCode> needs;
    for (const std::string& code : draft.all_after("need."))
        needs.emplace_back(code);
    return needs;
}

TicketWish wish_of(const FormDraft& draft, const Language& language)
{
    TicketWish wish;
    wish.service = ServiceCode(draft.after("service.").value_or(""));
    wish.language = language;
    wish.needs = needs_in(draft);
    wish.party = number_in(draft.after("party."), 1);
    return wish;
}

} // namespace

void Console::open_form(Panel panel, VisitId visit)
{
    help_ = false;
    FormDraft draft;
    draft.panel = panel;
    draft.visit = visit;
    if (panel == Panel::Ticket)
        draft.chosen = { "party.1", "then.queue" };
    if (panel == Panel::Change) {
        const Visit& changed = snapshot_->visit(visit)->visit;
        draft.chosen = { "service." + changed.service.text(), "party." + std::to_string(changed.party) };
        for (const NeedCode& need : changed.needs)
            draft.chosen.push_back("need." + need.text());
    }
    draft_ = draft;
    prepare();
}

void Console::choose_in(FormDraft& draft, const std::string& key)
{
    using Pick = ChoiceGroup::Pick;
    for (const ChoiceGroup& group : view_.form.groups) {
        const auto same = [&](const Choice& one) { return one.key == key; };
        if (std::none_of(group.choices.begin(), group.choices.end(), same))
            continue;
        const bool was_chosen = draft.has(key);
        std::erase_if(draft.chosen, [&](const std::string& chosen) {
            return chosen == key
                || (group.pick != Pick::Many
                    && std::any_of(group.choices.begin(), group.choices.end(),
                        [&](const Choice& one) { return one.key == chosen; }));
        });
        if (group.pick != Pick::Many || !was_chosen)
            draft.chosen.push_back(key);
        if (group.pick == Pick::AtOnce) {
            prepare();
            send();
        }
        return;
    }
}

void Console::send_form(const FormDraft& draft)
{
    switch (draft.panel) {
    case Panel::Finish:
        return send_finish(draft);
    case Panel::Apologise:
        return send_apology(draft);
    case Panel::Notice:
        return send_notice(draft);
    case Panel::Ticket:
        return send_ticket(draft, draft.has("then.serve"));
    case Panel::Change:
        return send_change(draft);
    case Panel::Break:
        return send_break(draft);
    case Panel::Appointments:
        return send_appointment(draft);
    case Panel::Contacts:
        return send_contact(draft);
    case Panel::Register:
        return send_register(draft);
    case Panel::Complaint:
        return send_complaint(draft);
    case Panel::None:
    case Panel::Transfer:
    case Panel::Hold:
    case Panel::Words:
    case Panel::Help:
    case Panel::SignIn:
        break;
    }
}

void Console::press_finish(bool call_next)
{
    const Visit& visit = current()->visit;
    const ResultRule rule = configuration_.desks.rule_for(configuration_.office.find(visit.service));
    if (rule == ResultRule::None)
        return order_finish(visit.id, std::nullopt, call_next);
    // Pressed again in the panel, the key that opened it sends it.
    if (FormDraft* draft = form_draft(); draft && draft->panel == Panel::Finish) {
        draft->call_next = call_next;
        return send_finish(*draft);
    }
    open_form(Panel::Finish, visit.id);
    form_draft()->call_next = call_next;
    prepare();
}

void Console::send_finish(const FormDraft& draft)
{
    const auto said = draft.after("result.");
    const Service* service = configuration_.office.find(current() ? current()->visit.service : ServiceCode());
    if (!said) {
        if (configuration_.desks.rule_for(service) == ResultRule::Required)
            return say(MessageView::Kind::Refused, words_.say(Text::DeskFinishSayFirst));
        return order_finish(draft.visit, std::nullopt, draft.call_next);
    }
    ContactResult result;
    result.resolved = *said == "resolved";
    if (!result.resolved)
        result.reason = draft.after("result.no.").value_or("");
    result.words = trimmed(draft.line.utf8());
    result.avoidable = avoidable_contact(draft.after("avoidable.").value_or(""));
    const ServiceCode given(draft.after("given.").value_or(""));
    if (!service || given != service->code)
        result.given = given;
    order_finish(draft.visit, result, draft.call_next);
}

void Console::order_finish(VisitId visit, const std::optional<ContactResult>& result, bool call_next)
{
    order(Deed::Finish,
        [visit, result, call_next, desk = desk_.code, by = actor()](
            Reception& reception, const RequestId& request) -> Reply {
            const Reply finished = reception.finish(visit, result, request, by);
            if (!call_next || std::holds_alternative<Refusal>(finished))
                return finished;
            const RequestId then(request.text() + "-next");
            const Reply called = reception.call_next(desk, then, by.name);
            return std::holds_alternative<Done>(called) ? called : finished;
        });
}

void Console::send_apology(const FormDraft& draft)
{
    const std::string reason = draft.after("late.").value_or("");
    const std::string own = trimmed(draft.line.utf8());
    if (reason.empty() && own.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskHoldNoReason));
    order(Deed::Apologise,
        [visit = draft.visit, reason, own, by = actor()](Reception& reception, const RequestId& request) {
            return reception.apologise(visit, reason, own, request, by);
        });
}

// One key: what most often is the reason, for all services. The panel that opens says more.
void Console::put_default_notice()
{
    const bool stands = standing_notice(*snapshot_) != nullptr;
    open_form(Panel::Notice, {});
    if (stands || configuration_.desks.late.empty())
        return;
    form_draft()->chosen = { "late." + configuration_.desks.late.front().code };
    send_notice(*form_draft());
}

void Console::send_notice(const FormDraft& draft)
{
    if (draft.has("notice.down")) {
        const DelayNotice* stands = standing_notice(*snapshot_);
        if (stands)
            order_task([id = stands->id, by = actor(), &words = words_](
                           Reception& reception, const RequestId&) -> Said {
                const NoticeReply reply = clear_notice(reception, id, by);
                if (const auto* refusal = std::get_if<Refusal>(&reply))
                    return *refusal;
                return words.say(Text::DeskNoticeIsDown);
            });
        return close_panel();
    }
    NoticeWish wish;
    for (const std::string& code : draft.all_after("about."))
        wish.services.emplace_back(code);
    wish.words = trimmed(draft.line.utf8());
    wish.reason = wish.words.empty() ? draft.after("late.").value_or("") : "";
    if (const auto stands = draft.after("stands."))
        wish.stands = Minutes { number_in(stands, 30) };
    order_task([wish, by = actor(), &words = words_, &configuration = configuration_](
                   Reception& reception, const RequestId&) -> Said {
        const NoticeReply reply = put_notice(reception, wish, by);
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            return *refusal;
        return words.say(Text::DeskNoticeIsUp,
            { { "time", wall_clock(std::get<DelayNotice>(reply).until, configuration) } });
    });
}

void Console::send_ticket(const FormDraft& draft, bool serve)
{
    const TicketWish wish = wish_of(draft, configuration_.languages.front());
    if (wish.service.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskTransferNoService));
    if (serve && current())
        return refuse(May::FinishFirst);
    order(Deed::Ticket,
        [wish, serve, desk = desk_.code, by = actor()](Reception& reception, const RequestId& request) {
            return serve ? reception.serve_now(desk, wish, request, by)
                         : reception.take(wish, request, by.name);
        });
}

void Console::send_change(const FormDraft& draft)
{
    const VisitNow* shown = snapshot_->visit(draft.visit);
    if (!shown)
        return;
    Company company;
    company.needs = needs_in(draft);
    company.interpreter = shown->visit.interpreter;
    company.party = number_in(draft.after("party."), shown->visit.party);
    const ServiceCode service(draft.after("service.").value_or(shown->visit.service.text()));
    const bool other_service = service != shown->visit.service && shown->visit.state == VisitState::Waiting;
    order(Deed::Change,
        [visit = draft.visit, company, service, other_service, by = actor()](
            Reception& reception, const RequestId& request) -> Reply {
            const Reply changed = reception.change_company(visit, company, request, by);
            if (!other_service || std::holds_alternative<Refusal>(changed))
                return changed;
            return reception.change_service(visit, service, RequestId(request.text() + "-service"), by);
        });
}

void Console::send_break(const FormDraft& draft)
{
    const BreakReason* reason = configuration_.desks.break_reason(draft.after("break.").value_or(""));
    order_desk(DeskState::Paused, reason ? reason->code : "", reason ? reason->minutes : std::nullopt);
    close_panel();
}

void Console::send_appointment(const FormDraft& draft)
{
    const auto reference = draft.after("appointment.");
    const auto deed = draft.after("deed.");
    const ServiceCode service(draft.after("service.").value_or(""));
    const std::string line = trimmed(draft.line.utf8());
    const auto refuse_with = [&](Text text) { say(MessageView::Kind::Refused, words_.say(text)); };
    if (!deed || (*deed != "book" && !reference))
        return refuse_with(Text::DeskAppointmentChoose);
    if (*deed == "book" && service.empty())
        return refuse_with(Text::DeskTransferNoService);
    const TimedLine timed = time_and_words(line, snapshot_->local.date);
    const auto at = timed.time ? configuration_.zone.instant(*timed.time) : std::nullopt;
    if (*deed != "cancel" && !at)
        return refuse_with(Text::DeskAppointmentNoTime);
    order_task([reference = reference.value_or(""), deed = *deed, service, line, told = timed.words, at,
                   by = actor().name, &words = words_](Reception& reception, const RequestId&) -> Said {
        AppointmentReply reply = Refusal { .kind = Refusal::Kind::UnknownAppointment };
        Text said = Text::DeskAppointmentIsMoved;
        if (deed == "cancel") {
            reply = reception.cancel_appointment(reference, line, by);
            said = Text::DeskAppointmentIsCancelled;
        } else if (deed == "move") {
            reply = reception.move_appointment(reference, *at, told, by);
        } else {
            Appointment wanted;
            wanted.service = service;
            wanted.at = *at;
            wanted.note = told;
            reply = reception.add_appointment(wanted, by);
            said = Text::DeskAppointmentIsBooked;
        }
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            return *refusal;
        const auto& appointment = std::get<Appointment>(reply);
        Said answer(words.say(said, { { "reference", appointment.reference } }));
        if (deed != "book")
            answer.changed = appointment;
        return answer;
    });
}

} // namespace nextplease::desk
