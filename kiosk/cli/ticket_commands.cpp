#include "core/base/error.h"
#include "core/domain/numbering.h"
#include "core/domain/queue.h"
#include "core/reception/forgetting.h"
#include "core/reception/live_estimates.h"
#include "core/reception/reception.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Verb = TicketArguments::Verb;
constexpr const char* kActor = "command line";

constexpr std::array<Text, 8> kStates { Text::CliStateWaiting, Text::CliStateCalled, Text::CliStateServing,
    Text::CliStateHeld, Text::CliStateServed, Text::CliStateNoShow, Text::CliStateLeft,
    Text::CliStateUnresolved };

std::string minutes_and_seconds(Seconds time)
{
    return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

template <class Code>
std::vector<Code> codes(const std::vector<std::string>& texts)
{
    return { texts.begin(), texts.end() };
}

// The tickets of one reception, asked and changed from the command line.
class Tickets {
public:
    Tickets(const TicketArguments& asked, const Surroundings& around)
        : asked_(asked)
        , around_(around)
        , words_(around.words())
        , store_(around.open(Opening::Create))
        , reception_(*store_, around.configuration(), around.clock())
        , estimates_(around.configuration())
    {
    }

    void run()
    {
        switch (asked_.verb) {
        case Verb::List:
            return list();
        case Verb::Show:
            return show();
        case Verb::CloseDay:
            return close_day();
        default:
            return answer(change());
        }
    }

private:
    // REQUIRES: the verb changes a ticket.
    Reply change()
    {
        const RequestId request(asked_.request);
        if (asked_.verb == Verb::Take)
            return take(request);
        if (asked_.verb == Verb::Call && asked_.number.empty())
            return reception_.call_next(DeskCode(asked_.desk), request, kActor);
        const Visit visit = found();
        const Actor actor { kActor, {} };
        switch (asked_.verb) {
        case Verb::Call:
            return reception_.call(DeskCode(asked_.desk), visit.id, request, kActor);
        case Verb::Recall:
            return reception_.recall(visit.id, request, actor);
        case Verb::Undo:
            return reception_.undo_call(visit.id, request, actor);
        case Verb::Start:
            return reception_.start(visit.id, request, actor);
        case Verb::Finish:
            return reception_.finish(visit.id, result(), request, actor);
        case Verb::Transfer:
            return reception_.transfer(visit.id,
                { .service = ServiceCode(asked_.service),
                    .desk = DeskCode(asked_.to_desk),
                    .staff = asked_.to_staff,
                    .note = asked_.note },
                request, actor);
        case Verb::Hold:
            return hold(visit, request, actor);
        case Verb::Resume:
            return reception_.resume(visit.id, request, actor);
        case Verb::NoShow:
            return reception_.no_show(visit.id, request, actor);
        case Verb::MoreTime:
            return reception_.need_more_time(visit.id, request, actor);
        case Verb::Rejoin:
            return reception_.rejoin(visit.id, request, actor);
        default:
            return reception_.leave(visit.id, request, actor);
        }
    }

    Reply take(const RequestId& request)
    {
        const Language language(
            asked_.language.empty() ? around_.configuration().languages.front().text() : asked_.language);
        nextplease::words(language); // refuses one that there are no words in
        return reception_.take({ .service = ServiceCode(asked_.service),
                                   .priority = PriorityCode(asked_.priority),
                                   .language = language,
                                   .hours = TicketWish::Hours::DoNotBind,
                                   .needs = codes<NeedCode>(asked_.needs),
                                   .interpreter = Language(asked_.interpreter),
                                   .party = asked_.party,
                                   .matters = codes<ServiceCode>(asked_.matters) },
            request, kActor);
    }

    void require_known_reason() const
    {
        const DeskSettings& desks = around_.configuration().desks;
        if (asked_.unresolved.empty() || desks.unresolved_reason(asked_.unresolved))
            return;
        std::string known;
        for (const UnresolvedReason& reason : desks.unresolved)
            known += (known.empty() ? "" : ", ") + reason.code;
        throw InputError(fmt::format("--unresolved {}: kiosk.conf has no such reason; write {}",
            asked_.unresolved, known.empty() ? "why with --note" : "one of " + known));
    }

    std::optional<ContactResult> result() const
    {
        if (!asked_.resolved && asked_.unresolved.empty() && asked_.avoidable.empty() && asked_.given.empty()
            && asked_.passed_to.empty() && asked_.note.empty())
            return std::nullopt;
        require_known_reason();
        return ContactResult { .resolved = asked_.resolved,
            .reason = asked_.unresolved,
            .passed_to = asked_.passed_to,
            .words = asked_.note,
            .avoidable = avoidable_contact(asked_.avoidable),
            .given = ServiceCode(asked_.given) };
    }

    Reply hold(const Visit& visit, const RequestId& request, const Actor& actor)
    {
        std::optional<Instant> until;
        if (asked_.minutes)
            until = reception_.now() + Minutes { *asked_.minutes };
        return reception_.hold(visit.id, asked_.note, until, request, actor);
    }

    Visit found()
    {
        if (auto visit = reception_.find(asked_.number))
            return *visit;
        refuse({ .kind = Refusal::Kind::UnknownNumber, .number = normalized(asked_.number) }, around_);
    }

    void answer(const Reply& reply)
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            refuse(*refusal, around_);
        const Done& done = std::get<Done>(reply);
        const TicketView ticket = view(done.visit, done.repeated);
        write_result(asked_.output == Output::Json ? ticket_json(ticket) : sentence_of(ticket) + '\n');
    }

    TicketView view(const Visit& visit, bool repeated = false)
    {
        TicketView ticket { visit, clocks_of(visit, latest(visit)), limit_of(visit), {}, repeated };
        if (visit.state != VisitState::Waiting)
            return ticket;
        // What this visitor is told here is kept, as on every face.
        const Instant now = reception_.now();
        estimates_.catch_up(*store_, now);
        if (estimates_.record(*store_, now) > 0)
            estimates_.catch_up(*store_, now);
        std::vector<Visit> visits;
        std::vector<DeskRecord> desks;
        store_->read([&](Records& records) {
            visits = records.open_visits();
            desks = records.desks();
        });
        ticket.estimate = estimates_.for_visit(visit, { around_.configuration().office, visits, desks, now });
        return ticket;
    }

    // A clock that another machine set may be behind the visit.
    Instant latest(const Visit& visit) const
    {
        Instant now = std::max(reception_.now(), visit.leg_since);
        for (const auto& time : { visit.rung, visit.started, visit.held_since, visit.ended })
            now = std::max(now, time.value_or(now));
        return now;
    }

    Seconds limit_of(const Visit& visit) const
    {
        const Service* service = around_.configuration().office.find(visit.service);
        return service ? service->limit : around_.configuration().limit;
    }

    std::string state_words(const Visit& visit) const
    {
        return words_.say(kStates.at(static_cast<std::size_t>(visit.state)));
    }

    // "H001: Housing, waiting, 3 people ahead, about 12 min" and so on.
    std::string sentence_of(const TicketView& ticket) const
    {
        const Visit& visit = ticket.visit;
        const Configuration& configuration = around_.configuration();
        std::string text = visit.number.text() + ": " + name_of(visit.service, words_, configuration) + ", "
            + state_words(visit);
        if (visit.desk)
            text += ", " + name_of(*visit.desk, words_, configuration);
        if (ticket.estimate) {
            text += ", " + words_.count(Text::CliTicketAhead, ticket.estimate->people_ahead);
            const std::string wait = plain_wait_words(*ticket.estimate, words_);
            text += wait.empty() ? "" : ", " + wait;
        }
        return text;
    }

    void list()
    {
        const LocalDate day = reception_.today();
        std::vector<Visit> visits;
        store_->read([&](Records& records) { visits = records.visits_of(day); });
        if (!asked_.all)
            std::erase_if(visits, [](const Visit& visit) { return !is_open(visit.state); });
        put_in_order(visits);
        std::vector<TicketView> tickets;
        for (const Visit& visit : visits)
            tickets.push_back(view(visit));
        if (asked_.output == Output::Json)
            return write_result(tickets_json(day, tickets));
        std::string text;
        for (const TicketView& ticket : tickets)
            text += sentence_of(ticket) + ", "
                + words_.say(Text::CliTicketWait, { { "time", minutes_and_seconds(ticket.clocks.wait) } })
                + '\n';
        write_result(text.empty() ? words_.say(Text::CliTicketNone) + '\n' : text);
    }

    // Who waits first, in the order in which they are called; then the others as they came.
    void put_in_order(std::vector<Visit>& visits) const
    {
        std::vector<Visit> ordered = in_queue_order(visits, around_.configuration().office);
        std::copy_if(visits.begin(), visits.end(), std::back_inserter(ordered),
            [](const Visit& visit) { return visit.state != VisitState::Waiting; });
        visits = std::move(ordered);
    }

    void show()
    {
        const Visit visit = found();
        std::vector<Leg> legs;
        std::vector<Event> events;
        store_->read([&](Records& records) {
            legs = records.legs_of(visit.id);
            events = records.events_of(visit.id);
        });
        const TicketView ticket = view(visit);
        if (asked_.output == Output::Json)
            return write_result(ticket_json(ticket, legs, events));
        std::string text = sentence_of(ticket) + '\n';
        for (const Event& event : events) {
            const LocalTime at = around_.configuration().zone.local(event.at);
            text += fmt::format("  {} {:12} {}", to_iso(at), word(event.kind), event.service.text());
            text += event.desk ? ", " + event.desk->text() : "";
            text += ", " + event.actor + (event.detail.empty() ? "" : ": " + event.detail) + '\n';
        }
        write_result(text);
    }

    void close_day()
    {
        const int unresolved = reception_.close_past_days();
        forget_past(reception_);
        write_result(asked_.output == Output::Json
                ? closed_days_json(unresolved)
                : words_.count(Text::CliTicketUnresolved, unresolved) + '\n');
    }

    const TicketArguments& asked_;
    const Surroundings& around_;
    const Words& words_;
    std::unique_ptr<Store> store_;
    Reception reception_;
    LiveEstimates estimates_;
};

} // namespace

void run_command(const TicketArguments& asked, const Surroundings& around)
{
    Tickets(asked, around).run();
}

void run_command(const DeskArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Create);
    Reception reception(*store, around.configuration(), around.clock());
    Reception::Stop stop { .reason = asked.reason };
    if (asked.minutes)
        stop.back = reception.now() + Minutes { *asked.minutes };
    const DeskReply reply = reception.set_desk(DeskCode(asked.desk), asked.state, stop, kActor);
    if (const auto* refusal = std::get_if<Refusal>(&reply))
        refuse(*refusal, around);
    const DeskRecord& desk = std::get<DeskDone>(reply).desk;
    if (asked.output == Output::Json)
        return write_result(desk_json(desk));
    constexpr std::array<Text, 3> kDeskStates { Text::CliDeskClosed, Text::CliDeskOpen, Text::CliDeskPaused };
    write_result(around.words().say(kDeskStates.at(static_cast<std::size_t>(desk.state)),
                     { { "desk", name_of(desk.desk, around.words(), around.configuration()) } })
        + '\n');
}

} // namespace nextplease::cli
