#include "kiosk/phone/ticket_page.h"

#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "core/reception/ticket_code.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::phone {
namespace {

using State = TicketPage::State;
using Action = TicketPage::Action;

class PageMaker {
public:
    PageMaker(const Snapshot& room, const Configuration& configuration, const Words& words)
        : room_(room)
        , configuration_(configuration)
        , words_(words)
    {
        page_.council = words_in(configuration.site, words.language(), configuration.languages);
    }

    TicketPage nothing(Text why)
    {
        page_.heading = words_.say(why);
        return page_;
    }

    TicketPage of(const Visit& found)
    {
        const VisitNow* shown = in_room(found.id);
        const Visit& visit = shown ? shown->visit : found;
        page_.number = visit.number.text();
        page_.service = name_of(visit.service, words_, configuration_);
        if (const Service* service = configuration_.office.find(visit.service))
            page_.letter = service->letter;
        if (room_.cut_off) {
            say(State::CutOff, Text::VisitorTicketCutOff, Text::VisitorTicketCutOffHint);
            return page_;
        }
        page_.checked = words_.say(Text::PhoneChecked, { { "time", face(room_.now) } });
        // The record may be older than the room: where the room has it no more, it is over.
        if (!shown && is_open(visit.state))
            over();
        else
            tell_state(visit, shown);
        return page_;
    }

private:
    const VisitNow* in_room(VisitId id) const
    {
        if (const VisitNow* shown = room_.visit(id))
            return shown;
        const auto missed = std::find_if(room_.no_shows.begin(), room_.no_shows.end(),
            [id](const VisitNow& one) { return one.visit.id == id; });
        return missed == room_.no_shows.end() ? nullptr : &*missed;
    }

    void tell_state(const Visit& visit, const VisitNow* shown)
    {
        switch (visit.state) {
        case VisitState::Waiting:
            waiting(*shown);
            return;
        case VisitState::Called:
            called(visit);
            return;
        case VisitState::Serving:
            page_.state = State::Serving;
            page_.heading = words_.say(Text::PhoneServing);
            page_.desk = name_of(*visit.desk, words_, configuration_);
            return;
        case VisitState::Held:
            say(State::Held, Text::VisitorTicketHeld, Text::VisitorTicketHeldHint);
            button(Action::Leave, Text::VisitorMyTicketLeave);
            return;
        case VisitState::NoShow:
            if (shown)
                missed(visit);
            else
                over();
            return;
        case VisitState::Left:
            say(State::Left, Text::PhoneLeft, Text::VisitorTicketOverHint);
            return;
        case VisitState::Served:
        case VisitState::Unresolved:
            over();
            return;
        }
    }

    void waiting(const VisitNow& shown)
    {
        const Visit& visit = shown.visit;
        const Estimate& estimate = shown.estimate;
        page_.state = estimate.next() ? State::Next : State::Waiting;
        page_.heading = words_.say(Text::VisitorTicketHeading);
        page_.people_ahead = estimate.people_ahead;
        page_.people = estimate.people_ahead == 0
            ? words_.say(Text::VisitorMyTicketNobodyAhead)
            : words_.count(Text::VisitorMyTicketAhead, estimate.people_ahead);
        time(estimate);
        if (shown.pace == Pace::Past && !visit.seen)
            page_.late = words_.count(Text::PhoneLate, std::chrono::floor<Minutes>(shown.limit).count());
        if (const DelayNotice* notice = notice_about(room_, visit.service)) {
            const DelayWords said = delay_words(*notice, words_, configuration_);
            page_.delay_title = said.title;
            page_.delay = said.text;
        }
        const bool somebody_behind =
            std::any_of(room_.waiting.begin(), room_.waiting.end(), [&](const VisitNow& one) {
                return one.visit.service == visit.service
                    && one.estimate.people_ahead > estimate.people_ahead;
            });
        if (visit.more_time < configuration_.office.rules.more_time_at_most && somebody_behind)
            button(Action::MoreTime, Text::VisitorMyTicketMoreTime);
        button(Action::Leave, Text::VisitorMyTicketLeave);
    }

    void time(const Estimate& estimate)
    {
        if (!estimate.next() && !estimate.about) {
            page_.time = words_.say(Text::VisitorWaitNoDesk);
            return;
        }
        page_.time = estimate.next()
            ? words_.say(Text::VisitorWaitNext)
            : plain_wait_words(
                { .people_ahead = estimate.people_ahead, .about = estimate.about, .up_to = {} }, words_);
        if (!estimate.go_to.empty())
            page_.time_hint = go_to(estimate.go_to);
        else if (estimate.up_to)
            page_.time_hint = words_.say(Text::VisitorWaitUpTo, { { "minutes", estimate.up_to->count() } });
    }

    void called(const Visit& visit)
    {
        page_.state = State::Called;
        page_.heading = words_.say(Text::VisitorTicketCalled);
        page_.desk = name_of(*visit.desk, words_, configuration_);
        page_.hint = go_to(*visit.desk);
        // Whoever does not come may rejoin for so long after the desk has given up, which it has not yet.
        hold_until(visit.rung.value_or(room_.now));
    }

    void missed(const Visit& visit)
    {
        say(State::Missed, Text::VisitorTicketMissed, Text::VisitorTicketMissedHint);
        hold_until(visit.ended.value_or(room_.now));
        button(Action::Rejoin, Text::VisitorMyTicketRejoin);
        button(Action::Leave, Text::VisitorMyTicketLeave);
    }

    void over() { say(State::Over, Text::VisitorTicketOver, Text::VisitorTicketOverHint); }

    void hold_until(Instant since)
    {
        const Instant until = since + configuration_.office.rules.no_show_grace;
        page_.held_until = words_.say(Text::PhoneHeldUntil, { { "time", face(until) } });
    }

    void say(State state, Text heading, Text hint)
    {
        page_.state = state;
        page_.heading = words_.say(heading);
        page_.hint = words_.say(hint);
    }

    void button(Action action, Text label) { page_.buttons.push_back({ action, words_.say(label) }); }

    std::string go_to(const DeskCode& desk) const
    {
        return words_.say(Text::VisitorTicketGoTo, { { "desk", name_of(desk, words_, configuration_) } });
    }

    std::string face(Instant at) const { return clock_face(configuration_.zone.local(at).since_midnight); }

    const Snapshot& room_;
    const Configuration& configuration_;
    const Words& words_;
    TicketPage page_;
};

} // namespace

TicketPage ticket_page(std::string_view code, const std::optional<Visit>& found, const Snapshot& room,
    const Configuration& configuration, const Words& words)
{
    PageMaker maker(room, configuration, words);
    const auto scanned = scanned_ticket(code, configuration);
    if (scanned && scanned->day && *scanned->day != room.local.date)
        return maker.nothing(Text::VisitorMyTicketOld);
    if (!found)
        return maker.nothing(Text::VisitorMyTicketUnknown);
    return maker.of(*found);
}

} // namespace nextplease::phone
