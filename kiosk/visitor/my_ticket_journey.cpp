#include "kiosk/visitor/my_ticket_journey.h"

#include "core/reception/ticket_code.h"
#include "kiosk/visitor/journey_parts.h"
#include "kiosk/visitor/queue_journeys.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

// What was typed, or what the ticket's own code says; `day` if the code says one.
struct TypedTicket {
    std::string number;
    std::optional<LocalDate> day {};
};

TypedTicket typed_ticket(const std::string& typed, const Configuration& configuration)
{
    if (const auto scanned = scanned_ticket(typed, configuration))
        return { scanned->number.text(), scanned->day };
    return { typed };
}

} // namespace

// ---- What is touched ----

void MyTicketJourney::scan(const std::u32string& code)
{
    fill(draft_, code);
    next();
}

void MyTicketJourney::choose(int index)
{
    if (stage_ != Stage::Shown || !visit_ || now().state != VisitState::Waiting)
        return;
    const std::vector<Offer> offered = offers();
    if (index < 0 || static_cast<std::size_t>(index) >= offered.size())
        return;
    switch (offered[static_cast<std::size_t>(index)]) {
    case Offer::See:
        return over(End::Ticket);
    case Offer::Print:
        return over(End::PaperTicket);
    case Offer::MoreTime:
        if (behind() > 0 && now().more_time < configuration_.office.rules.more_time_at_most)
            stage_ = Stage::AskMoreTime;
        return;
    case Offer::Leave:
        stage_ = Stage::AskLeave;
        return;
    }
}

void MyTicketJourney::next()
{
    switch (stage_) {
    case Stage::Typing:
        return look_up();
    case Stage::Shown:
        if (may_rejoin())
            return ask_for(&Reception::rejoin, Stage::Shown);
        return over(is_open(now().state) ? End::Ticket : End::Home);
    case Stage::AskLeave:
        return ask_for(&Reception::leave, Stage::Left);
    case Stage::AskMoreTime:
        return ask_for(&Reception::need_more_time, Stage::Shown);
    case Stage::Left:
        return over(End::StartAgain);
    case Stage::Refused:
        stage_ = Stage::Shown;
        return;
    case Stage::Failed:
        return send();
    case Stage::Looking:
    case Stage::Working:
    case Stage::Over:
        return;
    }
}

bool MyTicketJourney::back()
{
    switch (stage_) {
    case Stage::Typing:
        return false;
    case Stage::AskLeave:
    case Stage::AskMoreTime:
    case Stage::Refused:
        stage_ = Stage::Shown;
        return true;
    case Stage::Shown:
    case Stage::Failed:
        empty(draft_);
        visit_.reset();
        stage_ = Stage::Typing;
        return true;
    case Stage::Left:
        over(End::StartAgain);
        return true;
    case Stage::Looking:
    case Stage::Working:
    case Stage::Over:
        break;
    }
    return true;
}

void MyTicketJourney::over(End end)
{
    if (visit_)
        visit_ = now();
    end_ = end;
    stage_ = Stage::Over;
}

// ---- What is asked of the store ----

void MyTicketJourney::look_up()
{
    const TypedTicket typed = typed_ticket(draft_.utf8(), configuration_);
    if (typed.number.find_first_not_of(' ') == std::string::npos) {
        problem_ = Text::VisitorMyTicketEmpty;
        return;
    }
    errand_ = [this, typed] {
        return Errand { .job = [this, typed](Reception& reception) -> std::function<void()> {
                           const bool old = typed.day && *typed.day != reception.today();
                           const auto visit = old ? std::nullopt : reception.find(typed.number);
                           return [this, old, visit] {
                               found(visit);
                               if (old)
                                   problem_ = Text::VisitorMyTicketOld;
                           };
                       },
            .failed = [this] { stage_ = Stage::Failed; } };
    };
    send();
    stage_ = Stage::Looking;
}

void MyTicketJourney::ask_for(Verb verb, Stage then)
{
    errand_ = [this, verb, then, id = visit_->id, request = make_request_()] {
        return Errand { .job = [this, verb, then, id, request](
                                   Reception& reception) -> std::function<void()> {
                           const Reply reply = (reception.*verb)(id, request, Actor { "kiosk" });
                           return [this, reply, then] { answered(reply, then); };
                       },
            .failed = [this] { stage_ = Stage::Failed; } };
    };
    send();
}

void MyTicketJourney::send()
{
    errands_.push_back(errand_());
    stage_ = Stage::Working;
}

void MyTicketJourney::found(const std::optional<Visit>& visit)
{
    visit_ = visit;
    outdated_ = nullptr;
    problem_ = visit ? std::nullopt : std::optional(Text::VisitorMyTicketUnknown);
    stage_ = visit ? Stage::Shown : Stage::Typing;
}

void MyTicketJourney::answered(const Reply& reply, Stage then)
{
    outdated_ = snapshot_;
    if (const auto* done = std::get_if<Done>(&reply)) {
        visit_ = done->visit;
        stage_ = then;
        return;
    }
    // Called, finished or gone meanwhile: the ticket as it stands says more than the refusal.
    refusal_ = std::get<Refusal>(reply);
    using Kind = Refusal::Kind;
    const bool says_it = refusal_->kind == Kind::NoMoreTime || refusal_->kind == Kind::NobodyBehind
        || refusal_->kind == Kind::GraceOver;
    stage_ = says_it ? Stage::Refused : Stage::Shown;
    visit_->state = refusal_->state;
    visit_->desk = refusal_->desk;
}

// ---- How the ticket stands ----

const VisitNow* MyTicketJourney::in_room() const
{
    if (!snapshot_ || !visit_)
        return nullptr;
    for (const VisitNow& missed : snapshot_->no_shows) {
        if (missed.visit.id == visit_->id)
            return &missed;
    }
    return snapshot_->visit(visit_->id);
}

// The picture may be older than what the store just answered; then the answer counts.
Visit MyTicketJourney::now() const
{
    const VisitNow* shown = in_room();
    const bool older = !shown || shown->visit.more_time < visit_->more_time || snapshot_ == outdated_
        || (!is_open(visit_->state) && visit_->state != VisitState::NoShow);
    return older ? *visit_ : shown->visit;
}

int MyTicketJourney::behind() const
{
    if (!snapshot_)
        return configuration_.office.rules.more_time_behind;
    const auto& waiting = snapshot_->waiting; // in queue order
    const auto mine = std::find_if(
        waiting.begin(), waiting.end(), [&](const VisitNow& one) { return one.visit.id == visit_->id; });
    if (mine == waiting.end())
        return 0;
    const auto later = std::count_if(mine + 1, waiting.end(),
        [&](const VisitNow& one) { return one.visit.service == mine->visit.service; });
    return std::min(static_cast<int>(later), configuration_.office.rules.more_time_behind);
}

std::vector<MyTicketJourney::Offer> MyTicketJourney::offers() const
{
    std::vector<Offer> offered { Offer::See };
    if (!configuration_.printer.url.empty())
        offered.push_back(Offer::Print);
    if (configuration_.office.rules.more_time_at_most > 0)
        offered.push_back(Offer::MoreTime);
    offered.push_back(Offer::Leave);
    return offered;
}

bool MyTicketJourney::may_rejoin() const
{
    const VisitNow* shown = in_room();
    return now().state == VisitState::NoShow && shown && shown->visit.state == VisitState::NoShow;
}

std::unique_ptr<Journey> make_my_ticket(const JourneyContext& context)
{
    return std::make_unique<MyTicketJourney>(context);
}

std::vector<JourneyPlace> my_ticket_places(const Configuration&)
{
    std::vector<JourneyPlace> places;
    using Stage = MyTicketJourney::Stage;
    using Prepare = std::function<void(MyTicketJourney&)>;
    const auto add = [&](const std::string& name, const Prepare& prepare) {
        places.push_back(
            { "my-ticket." + name, JourneyKind::MyTicket, [prepare](const JourneyContext& context) {
                 auto journey = std::make_unique<MyTicketJourney>(context);
                 prepare(*journey);
                 return journey;
             } });
    };
    // The ticket of the room that stands first in that list; a made one where there is none.
    const auto add_found = [&](const std::string& name, VisitState state, Stage stage) {
        places.push_back(
            { "my-ticket." + name, JourneyKind::MyTicket, [state, stage](const JourneyContext& context) {
                 auto journey = std::make_unique<MyTicketJourney>(context);
                 Visit visit;
                 visit.number = TicketNumber("B042");
                 visit.service = context.configuration.office.services.front().code;
                 if (context.snapshot && state == VisitState::Waiting && !context.snapshot->waiting.empty())
                     visit = context.snapshot->waiting.front().visit;
                 visit.state = state;
                 if (state == VisitState::Called)
                     visit.desk = context.configuration.office.desks.front().code;
                 journey->found(visit);
                 journey->put_at(stage);
                 return journey;
             } });
    };
    add("number", [](MyTicketJourney& journey) { fill(journey.draft(), U"B04"); });
    add("unknown", [](MyTicketJourney& journey) {
        fill(journey.draft(), U"B942");
        journey.found(std::nullopt);
    });
    add_found("waiting", VisitState::Waiting, Stage::Shown);
    add_found("called", VisitState::Called, Stage::Shown);
    add_found("held", VisitState::Held, Stage::Shown);
    add_found("served", VisitState::Served, Stage::Shown);
    add_found("ask-leave", VisitState::Waiting, Stage::AskLeave);
    add_found("ask-more-time", VisitState::Waiting, Stage::AskMoreTime);
    add_found("has-left", VisitState::Waiting, Stage::Left);
    add_found("failed", VisitState::Waiting, Stage::Failed);
    return places;
}

} // namespace nextplease::visitor
