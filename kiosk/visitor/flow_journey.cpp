// The journey in the flow: see flow.h.
#include "kiosk/visitor/flow.h"

#include "core/domain/numbering.h"
#include "core/reception/ticket_code.h"
#include "kiosk/ui/text_draft.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace nextplease::visitor {
namespace {

bool offered_on(JourneyKind kind, Screen screen)
{
    switch (kind) {
    case JourneyKind::CheckIn:
    case JourneyKind::MyTicket:
        return screen == Screen::Home;
    case JourneyKind::Needs:
        return screen == Screen::Confirm;
    case JourneyKind::Feedback:
    case JourneyKind::Message:
    case JourneyKind::Charter:
        return screen == Screen::TellUs;
    }
    return false;
}

} // namespace

bool Flow::offers_tell_us() const
{
    return offers(JourneyKind::Feedback) || offers(JourneyKind::Message) || offers(JourneyKind::Charter);
}

void Flow::open_tell_us()
{
    // Also while the reception is closed: what somebody has to say does not need a desk.
    if (offers_tell_us() && (screen() == Screen::Home || screen() == Screen::Closed))
        go(Screen::TellUs);
}

JourneyContext Flow::context() const
{
    return { .configuration = configuration_,
        .make_request = make_request_,
        .language = [this] { return language_; },
        .snapshot = snapshot_,
        .ticket = ticket_,
        .service = service_,
        .wishes = wishes_ };
}

void Flow::open_journey(JourneyKind kind)
{
    const auto found = journeys_.find(kind);
    if (found != journeys_.end() && offered_on(kind, screen()))
        run(found->second);
}

void Flow::run(const JourneyFactory& make)
{
    running_ = Running { .journey = make(context()),
        .alive = std::make_shared<const bool>(true),
        .opened_from = std::exchange(step_, Screen::Journey),
        .step = {} };
    go(Screen::Journey);
    follow_journey();
}

template <class Touch>
void Flow::touch_journey(const Touch& touch)
{
    if (screen() != Screen::Journey || !running_)
        return;
    stay();
    touch(*running_->journey);
    follow_journey();
}

// A scanner is fast, and nobody leans on the keys of a kiosk for long: what is older belongs to no code.
constexpr Moment kBetweenCharacters { 1'000 };
constexpr std::size_t kLongestCode = 120;

void Flow::type_ahead(const std::u32string& characters)
{
    const bool reads = (screen() == Screen::Languages && !return_to_) || screen() == Screen::Home;
    if (!reads || asking_ || now_ - scan_.at > kBetweenCharacters)
        scan_.code.clear();
    scan_.at = now_;
    // Codes begin with a letter or digit; what else comes is a key of its own, such as + and - for the
    // volume.
    const bool begins = !characters.empty() && characters.front() < 0x80
        && std::isalnum(static_cast<int>(characters.front())) != 0;
    if (reads && !asking_ && scan_.code.size() < kLongestCode && (begins || !scan_.code.empty()))
        scan_.code += characters;
}

void Flow::end_scan()
{
    const std::u32string code = std::exchange(scan_.code, {});
    if (code.size() < 2 || now_ - scan_.at > kBetweenCharacters || !snapshot_ || snapshot_->cut_off)
        return;
    const std::string typed = [&code] {
        ui::TextDraft draft;
        draft.limit = kLongestCode;
        for (const char32_t c : code)
            draft.insert(c);
        return draft.utf8();
    }();
    const bool ticket =
        scanned_ticket(typed, configuration_).has_value() || is_ticket_number(normalized(typed));
    if (screen() == Screen::Languages && !return_to_)
        go(Screen::Home);
    if (screen() != Screen::Home)
        return;
    open_journey(ticket ? JourneyKind::MyTicket : JourneyKind::CheckIn);
    touch_journey([&code](Journey& journey) { journey.scan(code); });
}

void Flow::step_choose(int index)
{
    touch_journey([index](Journey& journey) { journey.choose(index); });
}
void Flow::step_fewer()
{
    touch_journey([](Journey& journey) { journey.fewer(); });
}
void Flow::step_further()
{
    touch_journey([](Journey& journey) { journey.further(); });
}
void Flow::step_change(int row)
{
    touch_journey([row](Journey& journey) { journey.change(row); });
}
void Flow::step_next()
{
    touch_journey([](Journey& journey) { journey.next(); });
}
void Flow::step_typed()
{
    touch_journey([](Journey& journey) { journey.typed(); });
}

void Flow::back_in_journey()
{
    bool ended = false;
    touch_journey([&ended](Journey& journey) { ended = !journey.back(); });
    if (ended && running_)
        leave_journey(running_->opened_from);
}

void Flow::errand_answered()
{
    if (running_)
        follow_journey();
}

void Flow::follow_journey()
{
    Journey& journey = *running_->journey;
    for (Errand& errand : journey.errands())
        orders_.emplace_back(DoErrand { .errand = std::move(errand), .alive = running_->alive });
    if (const Journey::End end = journey.end(); end != Journey::End::No) {
        end_journey(end);
        return;
    }
    std::string step = journey.name();
    if (step == running_->step)
        return;
    running_->step = std::move(step);
    running_->typing = std::holds_alternative<TypingStep>(journey.step(words(language_)));
    step_page_ = 0;
    // An answer that changes the step is read from its beginning, whoever may have been asked meanwhile.
    active_ = step_since_ = now_;
}

void Flow::end_journey(Journey::End end)
{
    switch (end) {
    case Journey::End::No:
        return;
    case Journey::End::StartAgain:
        start_again();
        return;
    case Journey::End::Home:
        leave_journey(running_->opened_from == Screen::Confirm ? Screen::Confirm : Screen::Home);
        return;
    case Journey::End::Ticket:
    case Journey::End::PaperTicket:
        wants_paper_ = end == Journey::End::PaperTicket;
        if (const Visit* const visit = running_->journey->ticket())
            show_ticket_of(Visit(*visit));
        else
            leave_journey(Screen::Home);
        return;
    }
}

void Flow::leave_journey(Screen to)
{
    if (const VisitWishes* const said = running_->journey->wishes())
        wishes_ = *said;
    running_.reset();
    go(to);
}

void Flow::show_ticket_of(const Visit& visit)
{
    running_.reset();
    wishes_ = {};
    service_ = visit.service;
    promised_ = {};
    if (const ServiceNow* const now = snapshot_ ? snapshot_->service(service_) : nullptr)
        promised_ = now->newcomer;
    ticket_ = visit;
    leave_request_ = make_request_();
    go(Screen::Ticket);
}

} // namespace nextplease::visitor
