#include "kiosk/visitor/flow.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace nextplease::visitor {
namespace {

// A finger that still taps where the last button was must neither take a ticket that nobody has confirmed nor
// make the number disappear before it was read.
constexpr Moment kConfirmStands { 700 };
constexpr Moment kTicketStands { 1'200 };
constexpr Moment kPatience { 6'000 }; // then we say that the store takes its time
constexpr Moment kFailureStands { 6'000 }; // so long at least, that it can be read

} // namespace

Flow::Flow(const Configuration& configuration, std::function<RequestId()> make_request, Journeys journeys)
    : configuration_(configuration)
    , make_request_(std::move(make_request))
    , journeys_(std::move(journeys))
    , step_(start())
{
    assert(!configuration.languages.empty());
    language_ = configuration.languages.front();
}

Screen Flow::start() const
{
    return configuration_.visitor.start == VisitorSettings::Start::Languages ? Screen::Languages
                                                                             : Screen::Home;
}

Screen Flow::screen() const
{
    const bool at_start = step_ == Screen::Home || (step_ == Screen::Languages && !return_to_);
    if (at_start && !snapshot_)
        return Screen::Starting;
    if ((at_start || step_ == Screen::Confirm) && snapshot_ && snapshot_->cut_off)
        return Screen::CutOff;
    if (at_start && !snapshot_->open)
        return Screen::Closed;
    return step_;
}

bool Flow::untouched() const
{
    return (step_ == start() || step_ == Screen::CutOff) && !return_to_ && service_.empty() && page_ == 0
        && group_.empty() && modes_ == Modes {} && language_ == configuration_.languages.front();
}

bool Flow::may_ask() const
{
    const bool awaited = running_ && running_->journey->waiting();
    return !taking_ && !leaving_ && !awaited && !untouched();
}

void Flow::go(Screen screen)
{
    step_ = screen;
    return_to_.reset();
    asking_.reset();
    message_page_ = 0;
    active_ = now_;
    step_since_ = now_;
    slow_ = false;
}

void Flow::show(std::shared_ptr<const Snapshot> snapshot)
{
    snapshot_ = std::move(snapshot);
    look_for_lost();
    if (running_) {
        running_->journey->show(snapshot_);
        follow_journey();
    }
}

// ---- Time ----

Moment Flow::idle_limit() const
{
    const bool long_time = modes_.large_print || modes_.slow || (running_ && running_->typing);
    return long_time ? configuration_.visitor.idle_large_print : configuration_.visitor.idle;
}

// How long an answer is awaited.
Moment Flow::answer_limit() const
{
    return modes_.slow ? configuration_.visitor.slow_answer : configuration_.visitor.idle_warning;
}

Moment Flow::ask_ends() const
{
    return std::max(asking_ ? asking_->since : now_, last_input_) + answer_limit();
}

int Flow::seconds_left() const
{
    if (!asking_)
        return 0;
    return static_cast<int>(std::max<long>(0, std::chrono::ceil<Seconds>(ask_ends() - now_).count()));
}

float Flow::share_left() const
{
    const auto all = std::max<long>(1, std::chrono::ceil<Seconds>(answer_limit()).count());
    return static_cast<float>(seconds_left()) / static_cast<float>(all);
}

// In slow mode the first question that nobody answers ends nothing: it is asked once more.
bool Flow::ask_again()
{
    if (!modes_.slow || !asking_ || asking_->times > 1)
        return false;
    asking_ = Asking { .since = now_, .times = asking_->times + 1 };
    return true;
}

bool Flow::tick(Moment now, Moment last_input)
{
    const int seconds_before = seconds_left();
    now_ = now;
    last_input_ = last_input;
    look_for_lost();
    bool changed = false;
    if (running_) {
        changed = running_->journey->tick(now_);
        follow_journey();
    }

    if ((taking_ || leaving_) && !slow_ && now_ - step_since_ >= kPatience) {
        slow_ = true;
        return true;
    }
    if (asking_) {
        if (now_ >= ask_ends()) {
            if (!ask_again())
                start_again();
            return true;
        }
        return changed || seconds_left() != seconds_before;
    }
    if (may_ask() && now_ - std::max(last_input_, active_) >= idle_limit()) {
        asking_ = Asking { .since = now_ };
        return true;
    }
    return changed;
}

void Flow::stay()
{
    asking_.reset();
    active_ = now_;
}

void Flow::ask()
{
    if (may_ask() && !asking())
        asking_ = Asking { .since = now_ };
}

void Flow::start_again()
{
    if (taking_ || leaving_)
        return;
    language_ = configuration_.languages.front();
    modes_ = {};
    page_ = 0;
    group_.clear();
    service_ = {};
    wishes_ = {};
    running_.reset();
    ticket_.reset();
    regret_.reset();
    take_request_ = {};
    go(lost_ ? Screen::CutOff : start());
}

// ---- The bar ----

void Flow::open_over(Screen screen)
{
    stay();
    if (step_ == screen) {
        if (return_to_)
            back();
        return;
    }
    if (!return_to_)
        return_to_ = step_;
    if (return_to_ == screen)
        return_to_.reset();
    step_ = screen;
    message_page_ = 0;
}

void Flow::open_languages()
{
    open_over(Screen::Languages);
}

void Flow::open_help()
{
    open_over(Screen::Help);
}

void Flow::choose_language(const Language& language)
{
    if (step_ != Screen::Languages)
        return;
    stay();
    language_ = language;
    step_ = return_to_.value_or(Screen::Home);
    return_to_.reset();
}

void Flow::toggle_large_print()
{
    stay();
    modes_.large_print = !modes_.large_print;
    page_ = step_page_ = message_page_ = 0;
}

void Flow::toggle_contrast()
{
    stay();
    modes_.contrast = !modes_.contrast;
}

void Flow::toggle_reach()
{
    stay();
    modes_.reach = !modes_.reach;
    page_ = step_page_ = 0;
}

void Flow::toggle_slow()
{
    stay();
    modes_.slow = !modes_.slow;
}

void Flow::toggle_steady()
{
    if (step_ != Screen::Help)
        return;
    stay();
    modes_.steady = !modes_.steady;
}

void Flow::toggle_spoken()
{
    stay();
    modes_.spoken = !modes_.spoken;
}

// ---- The screens ----

void Flow::turn_to_page(int page)
{
    stay();
    page_shown() = std::max(0, page);
}

int& Flow::page_shown()
{
    return step_ == Screen::Journey ? step_page_ : step_ == Screen::Home ? page_ : message_page_;
}

int Flow::page() const
{
    return step_ == Screen::Journey ? step_page_ : screen() == Screen::Home ? page_ : message_page_;
}

const ServiceGroup* Flow::group() const
{
    for (const ServiceGroup& one : configuration_.office.groups) {
        if (!group_.empty() && one.code == group_)
            return &one;
    }
    return nullptr;
}

void Flow::choose_group(const std::string& code)
{
    if (screen() != Screen::Home)
        return;
    stay();
    group_ = code;
    page_ = 0;
}

void Flow::choose_service(const ServiceCode& service)
{
    if (screen() != Screen::Home)
        return;
    const ServiceNow* chosen = snapshot_->service(service);
    if (!chosen)
        return;
    if (!chosen->gives_tickets()) {
        using Kind = Refusal::Kind;
        Refusal refusal { .kind = chosen->full ? Kind::DayFull
                : chosen->closing              ? Kind::ClosingSoon
                                               : Kind::ServiceClosed };
        refusal.service = service;
        refusal.opens = chosen->opens;
        regret_ = Regret { .kind = Regret::Kind::ServiceClosed, .refusal = refusal };
        go(Screen::Sorry);
        return;
    }
    service_ = service;
    promised_ = chosen->newcomer;
    take_request_ = make_request_();
    go(Screen::Confirm);
}

void Flow::back()
{
    if (return_to_) {
        step_ = *return_to_;
        return_to_.reset();
        stay();
        return;
    }
    if (step_ == Screen::Journey) {
        back_in_journey();
    } else if (step_ == Screen::Home && group()) {
        stay();
        group_.clear();
        page_ = 0;
    } else if (step_ == Screen::TellUs) {
        go(Screen::Home);
    } else if (step_ == Screen::Confirm || (step_ == Screen::Sorry && !ticket_)) {
        service_ = {};
        wishes_ = {};
        go(Screen::Home);
    } else if (step_ == Screen::AskCancel || step_ == Screen::Sorry) {
        go(Screen::Ticket);
    }
}

void Flow::take()
{
    if (screen() != Screen::Confirm || taking_ || now_ - step_since_ < kConfirmStands)
        return;
    if (const ServiceNow* chosen = snapshot_->service(service_))
        promised_ = chosen->newcomer;
    taking_ = TakeTicket { .wish = { .service = service_,
                               .language = language_,
                               .hours = TicketWish::Hours::Bind,
                               .needs = wishes_.needs,
                               .interpreter = wishes_.interpreter,
                               .party = wishes_.party,
                               .matters = wishes_.matters },
        .request = take_request_ };
    orders_.emplace_back(*taking_);
    go(Screen::Taking);
}

void Flow::try_again()
{
    if (!lost_ || step_ != Screen::CutOff)
        return;
    taking_ = std::exchange(lost_, std::nullopt);
    finding_ = false;
    orders_.emplace_back(*taking_);
    go(Screen::Taking);
}

void Flow::done()
{
    const bool unread = step_ == Screen::Ticket && now_ - step_since_ < kTicketStands;
    if ((step_ == Screen::Ticket && !unread) || step_ == Screen::Cancelled)
        start_again();
}

void Flow::ask_cancel()
{
    if (step_ == Screen::Ticket)
        go(Screen::AskCancel);
}

void Flow::cancel()
{
    if (step_ != Screen::AskCancel || !ticket_ || leaving_)
        return;
    leaving_ = true;
    orders_.emplace_back(LeaveQueue { .visit = ticket_->id, .request = leave_request_ });
    go(Screen::Cancelling);
}

// ---- Answers ----

std::vector<Order> Flow::orders()
{
    return std::exchange(orders_, {});
}

// Rule (2): whoever may stand here by now, the ticket is in the queue and must be seen.
void Flow::hold_ticket(const Visit& visit)
{
    running_.reset();
    const auto& known = configuration_.languages;
    if (service_.empty() && std::find(known.begin(), known.end(), visit.language) != known.end())
        language_ = visit.language; // forgotten meanwhile
    service_ = visit.service;
    ticket_ = visit;
    leave_request_ = make_request_();
    go(Screen::Ticket);
}

void Flow::answered(const RequestId& request, const Reply& reply)
{
    const auto* done = std::get_if<Done>(&reply);
    if (taking_ && taking_->request == request) {
        taking_.reset();
        if (done) {
            hold_ticket(done->visit);
            return;
        }
        regret_ = Regret { .kind = Regret::Kind::NoTicket, .refusal = std::get<Refusal>(reply) };
        go(Screen::Sorry);
    } else if (leaving_ && leave_request_ == request) {
        leaving_ = false;
        if (done) {
            go(Screen::Cancelled);
            return;
        }
        regret_ = Regret { .kind = Regret::Kind::NotCancelled, .refusal = std::get<Refusal>(reply) };
        go(Screen::Sorry);
    }
}

void Flow::failed(const RequestId& request)
{
    if (taking_ && taking_->request == request) {
        lost_ = std::exchange(taking_, std::nullopt);
        find_after_ = now_ + kFailureStands;
        go(Screen::CutOff);
    } else if (leaving_ && leave_request_ == request) {
        leaving_ = false;
        regret_ = Regret { .kind = Regret::Kind::CancelFailed };
        go(Screen::Sorry);
    } else if (finding_ && lost_ && lost_->request == request) {
        finding_ = false;
        find_after_ = now_ + kFailureStands;
    }
}

// A command that failed may have been done all the same. As soon as the store answers again, that is looked
// up.
void Flow::look_for_lost()
{
    if (!lost_ || finding_ || now_ < find_after_ || !snapshot_ || snapshot_->cut_off)
        return;
    finding_ = true;
    orders_.emplace_back(FindTicket { .request = lost_->request });
}

void Flow::found(const RequestId& request, const std::optional<Visit>& visit)
{
    if (!finding_ || !lost_ || lost_->request != request)
        return;
    finding_ = false;
    lost_.reset();
    if (visit && is_open(visit->state))
        hold_ticket(*visit);
    else if (service_.empty())
        start_again();
    else
        go(Screen::Confirm);
}

} // namespace nextplease::visitor
