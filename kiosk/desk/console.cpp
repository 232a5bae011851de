#include "kiosk/desk/console.h"

#include "core/base/error.h"

#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::desk {
namespace {

constexpr ui::Moment kMessageStands { 12'000 };
// The room shows what was done within milliseconds; if something else happened to the visit at once, it never
// does.
constexpr ui::Moment kWaitForRoom { 1'500 };

const Desk& find_desk(const Configuration& configuration, const DeskCode& code)
{
    if (const Desk* desk = configuration.office.find(code))
        return *desk;
    std::string known;
    for (const Desk& desk : configuration.office.desks)
        known += (known.empty() ? "" : ", ") + desk.code.text();
    throw InputError(fmt::format("there is no desk \"{}\": write one of {}", code.text(), known));
}

} // namespace

Console::Console(const Configuration& configuration, app::Commands& commands, const DeskCode& desk,
    const Language& language, printing::Printing* printer)
    : configuration_(configuration)
    , commands_(commands)
    , desk_(find_desk(configuration, desk))
    , printer_(printer)
    , words_(nextplease::words(language))
{
    view_.help = prepare_help(words_, configuration.desks);
}

Scene Console::scene() const
{
    return { configuration_, words_, desk_, *snapshot_, situation_of(*snapshot_, desk_, configuration_),
        staff_ };
}

const VisitNow* Console::current() const
{
    const DeskNow* now = snapshot_->desk(desk_.code);
    return now && now->current ? &*now->current : nullptr;
}

Actor Console::actor() const
{
    return { staff_.empty() ? "desk:" + desk_.code.text() : "staff:" + staff_, desk_.code };
}

void Console::show(std::shared_ptr<const Snapshot> snapshot)
{
    const FormDraft* open = form_draft();
    const bool contacts_changed =
        open && open->panel == Panel::Contacts && snapshot_ && snapshot_->contacts != snapshot->contacts;
    snapshot_ = std::move(snapshot);
    look_after_session();
    if (under_way_ && seen_in_room(*under_way_))
        under_way_.reset();
    if (list_.selected && !listed(*snapshot_, *list_.selected))
        list_.selected.reset();
    // Somebody else finished the visit that a panel is about.
    const VisitNow* here = current();
    const auto gone = [&](VisitId visit) { return !here || here->visit.id != visit; };
    const TransferDraft* transfer = transfer_draft();
    const HoldDraft* hold = hold_draft();
    const FormDraft* form = form_draft();
    const bool about_here = form && (form->panel == Panel::Finish || form->panel == Panel::Apologise);
    const bool changed_gone = form && form->panel == Panel::Change && !snapshot_->visit(form->visit);
    if ((transfer && gone(transfer->visit)) || (hold && gone(hold->visit))
        || (about_here && gone(form->visit)) || changed_gone)
        draft_ = {};
    prepare();
    if (contacts_changed)
        ask_contacts();
}

bool Console::tick(ui::Moment now)
{
    now_ = now;
    bool changed = false;
    if (message_ && now - message_since_ >= kMessageStands) {
        message_.reset();
        changed = true;
    }
    const bool answered = under_way_ && (under_way_->answer || under_way_->desk);
    if (answered && now - under_way_->answered >= kWaitForRoom) {
        under_way_.reset();
        changed = true;
    }
    if (changed && snapshot_)
        prepare();
    return changed;
}

bool Console::shows_seconds() const
{
    return snapshot_ && !snapshot_->cut_off && current();
}

void Console::fit(float list_height, int desk_places, bool room_tab)
{
    if (list_.height == list_height && desk_places_ == desk_places && list_.room_tab == room_tab)
        return;
    list_.height = list_height;
    list_.room_tab = room_tab;
    desk_places_ = desk_places;
    if (!room_tab && list_.kind == ListKind::Room)
        list_.kind = ListKind::Everyone;
    if (snapshot_)
        prepare();
}

void Console::press(Verb verb)
{
    if (!snapshot_ || under_way_ || asks_sign_in())
        return;
    // Whoever a ticket is made out for is here: Start serves them at once.
    if (const FormDraft* form = form_draft(); form && form->panel == Panel::Ticket && verb == Verb::Start)
        return send_ticket(*form, true);
    if (const May allowed = may(verb, situation_of(*snapshot_, desk_, configuration_)); allowed != May::Yes) {
        refuse(allowed);
        return;
    }
    const DeskCode desk = desk_.code;
    const VisitId visit = current() ? current()->visit.id : VisitId {};
    const Actor by = actor();
    switch (verb) {
    case Verb::CallNext:
        order(Deed::CallNext, [=](Reception& reception, const RequestId& request) {
            return reception.call_next(desk, request, by.name);
        });
        break;
    case Verb::Recall:
        order(Deed::Recall, [=](Reception& reception, const RequestId& request) {
            return reception.recall(visit, request, by);
        });
        break;
    case Verb::Start:
        order(Deed::Start, [=](Reception& reception, const RequestId& request) {
            return reception.start(visit, request, by);
        });
        break;
    case Verb::Finish:
        press_finish(false);
        break;
    case Verb::NoShow:
        order(Deed::NoShow, [=](Reception& reception, const RequestId& request) {
            return reception.no_show(visit, request, by);
        });
        break;
    case Verb::Undo:
        order(Deed::Undo, [=](Reception& reception, const RequestId& request) {
            return reception.undo_call(visit, request, by);
        });
        break;
    case Verb::Transfer:
    case Verb::Hold:
        open_panel(verb);
        break;
    }
}

void Console::press(Extra extra)
{
    if (!snapshot_ || under_way_ || asks_sign_in())
        return;
    const Situation situation = situation_of(*snapshot_, desk_, configuration_);
    if (const May allowed = may(extra, situation, !staff_.empty()); allowed != May::Yes) {
        refuse(allowed);
        return;
    }
    const VisitId visit = current() ? current()->visit.id : VisitId {};
    switch (extra) {
    case Extra::FinishAndCall:
        return press_finish(true);
    case Extra::Return:
        return order(Deed::Return, [visit, by = actor()](Reception& reception, const RequestId& request) {
            return reception.return_to_queue(visit, request, by);
        });
    case Extra::Apologise:
        return open_form(Panel::Apologise, visit);
    case Extra::Notice:
        return put_default_notice();
    case Extra::Ticket:
        return open_form(Panel::Ticket, {});
    case Extra::Change:
        return press_change();
    case Extra::Why:
        return say(MessageView::Kind::Done, why_words(scene()));
    case Extra::HelpMe:
        return press_help();
    case Extra::Appointments:
        return open_form(Panel::Appointments, {});
    case Extra::Contacts:
        return open_contacts();
    case Extra::Register:
        return open_register();
    case Extra::SignOut:
        return sign_out_here();
    }
}

// Of whoever is selected, else of the visitor at the desk.
void Console::press_change()
{
    const VisitNow* chosen = list_.selected ? snapshot_->visit(*list_.selected) : current();
    if (!chosen)
        return say(MessageView::Kind::Refused, words_.say(Text::DeskChangeWho));
    open_form(Panel::Change, chosen->visit.id);
}

bool Console::press_key(const std::string& key)
{
    const DeskSettings& settings = configuration_.desks;
    for (const Verb verb : kVerbs) {
        if (key_cap(verb, settings) == key) {
            press(verb);
            return true;
        }
    }
    for (const Extra extra : kExtras) {
        if (key_cap(extra, settings) == key) {
            press(extra);
            return true;
        }
    }
    if (key == console_key("break", settings))
        press_stop_or_go();
    else if (key == console_key("close", settings))
        close_desk();
    else
        return false;
    return true;
}

void Console::press_stop_or_go()
{
    if (!snapshot_ || under_way_ || asks_sign_in())
        return;
    const Situation situation = situation_of(*snapshot_, desk_, configuration_);
    if (situation.desk != DeskState::Open) {
        situation.cut_off ? refuse(May::CutOff) : order_desk(DeskState::Open);
        return;
    }
    const May allowed = may_stop(situation);
    if (allowed != May::Yes)
        return refuse(allowed);
    if (configuration_.desks.breaks.empty())
        return order_desk(DeskState::Paused);
    open_form(Panel::Break, {});
}

void Console::close_desk()
{
    if (!snapshot_ || under_way_ || asks_sign_in())
        return;
    const May allowed = may_stop(situation_of(*snapshot_, desk_, configuration_));
    allowed == May::Yes ? order_desk(DeskState::Closed) : refuse(allowed);
}

void Console::show_list(ListKind kind)
{
    list_.kind = kind;
    list_.first = 0;
    prepare_list_again();
}

void Console::scroll(int rows)
{
    if (WordsDraft* draft = words_draft()) {
        constexpr float kStep = 60;
        draft->scroll = std::max(0.0F, draft->scroll + kStep * static_cast<float>(rows));
        return prepare();
    }
    list_.first += rows;
    prepare_list_again();
}

void Console::page(int pages)
{
    scroll(pages * static_cast<int>(view_.list.rows.size()));
}

void Console::select(VisitId visit)
{
    if (list_.selected == visit) {
        call_selected();
        return;
    }
    list_.selected = visit;
    prepare_list_again();
}

void Console::select_first()
{
    if (!view_.list.rows.empty())
        select(view_.list.rows.front().id);
}

void Console::deselect()
{
    list_.selected.reset();
    prepare_list_again();
}

void Console::call_selected()
{
    if (!snapshot_ || under_way_ || asks_sign_in() || !list_.selected)
        return;
    const VisitNow* selected = listed(*snapshot_, *list_.selected);
    if (!selected)
        return;
    const Situation situation = situation_of(*snapshot_, desk_, configuration_);
    if (const May allowed = may_call(selected->visit, desk_, situation); allowed != May::Yes) {
        refuse(allowed);
        return;
    }
    order(Deed::Call,
        [desk = desk_.code, visit = *list_.selected, by = actor()](Reception& reception,
            const RequestId& request) { return reception.call(desk, visit, request, by.name); });
}

void Console::put_back_selected()
{
    if (!snapshot_ || under_way_ || asks_sign_in() || !list_.selected)
        return;
    const VisitNow* selected = listed(*snapshot_, *list_.selected);
    if (!selected || selected->visit.state == VisitState::Waiting)
        return;
    if (snapshot_->cut_off) {
        refuse(May::CutOff);
        return;
    }
    const bool held = selected->visit.state == VisitState::Held;
    order(Deed::PutBack,
        [held, visit = *list_.selected, by = actor()](Reception& reception, const RequestId& request) {
            return held ? reception.resume(visit, request, by) : reception.rejoin(visit, request, by);
        });
}

void Console::prepare()
{
    const Scene now = scene();
    view_.bar = prepare_bar(now);
    view_.banner = prepare_banner(now);
    view_.card = prepare_card(now);
    view_.clocks = prepare_clocks(now);
    view_.verbs = prepare_verbs(now, under_way_ ? verb_of(under_way_->deed) : std::nullopt);
    view_.list = prepare_list(now, list_);
    view_.action = prepare_action(now, list_);
    view_.today = prepare_today(now);
    view_.desks = prepare_desks(now, desk_places_);
    view_.equipment = prepare_equipment(now);
    view_.extras = prepare_extras(now);
    view_.message = message_;
    view_.panel = help_ ? Panel::Help : Panel::None;
    if (const TransferDraft* transfer = transfer_draft()) {
        view_.panel = Panel::Transfer;
        view_.form = prepare_transfer(now, *transfer);
    } else if (const HoldDraft* hold = hold_draft()) {
        view_.panel = Panel::Hold;
        view_.form = prepare_hold(now, hold->reason.utf8(), hold->until);
    } else if (const FormDraft* form = form_draft()) {
        view_.panel = form->panel;
        view_.form = form->panel == Panel::Register
            ? prepare_register(now, *form, register_.get(), letter_ ? &*letter_ : nullptr)
            : form->panel == Panel::Contacts ? prepare_contacts(now, *form, contacts_.get())
            : form->panel == Panel::Complaint
            ? prepare_complaint(now, *form, recorded_ ? &*recorded_ : nullptr, printer_ != nullptr)
            : prepare_form(now, *form);
    } else if (const WordsDraft* draft = words_draft()) {
        view_.panel = Panel::Words;
        view_.form = prepare_case_words(now, *draft, under_way_.has_value());
    } else {
        view_.form = {}; // what was confided goes with its panel
    }
    if (asks_sign_in()) {
        view_.panel = Panel::SignIn;
        view_.form = prepare_names(now, name_, locked_);
        view_.sign_in = prepare_sign_in(now, name_, pin_.text().size());
        // Nobody may read over a shoulder that is not there.
        view_.card.note.clear();
    }
}

void Console::prepare_list_again()
{
    if (!snapshot_)
        return;
    const Scene now = scene();
    view_.list = prepare_list(now, list_);
    view_.action = prepare_action(now, list_);
}

} // namespace nextplease::desk
