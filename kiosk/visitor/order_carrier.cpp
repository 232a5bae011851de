#include "kiosk/visitor/order_carrier.h"

#include <optional>
#include <variant>

namespace nextplease::visitor {

void OrderCarrier::send()
{
    for (const Order& order : flow_.orders())
        std::visit([this](const auto& one) { send(one); }, order);
}

void OrderCarrier::send(const TakeTicket& take)
{
    const auto then = answered(take.request);
    submit(take.request, [take, then](Reception& reception) -> app::Commands::Then {
        return [then, reply = reception.take(take.wish, take.request, "kiosk")] { then(reply); };
    });
}

void OrderCarrier::send(const LeaveQueue& leave)
{
    const auto then = answered(leave.request);
    submit(leave.request, [leave, then](Reception& reception) -> app::Commands::Then {
        const Actor kiosk { .name = "kiosk" };
        return [then, reply = reception.leave(leave.visit, leave.request, kiosk)] { then(reply); };
    });
}

void OrderCarrier::send(const FindTicket& find)
{
    const auto then = on_screen<std::optional<Visit>>(
        [this, request = find.request](const auto& visit) { flow_.found(request, visit); });
    submit(find.request, [find, then](Reception& reception) -> app::Commands::Then {
        std::optional<Visit> visit;
        reception.store().read([&](Records& records) {
            const std::optional<Event> event = records.event_of(find.request);
            if (event && event->visit)
                visit = records.visit(*event->visit);
        });
        return [then, visit] { then(visit); };
    });
}

// What it brings is told on the UI thread, if carrier and journey are there still.
void OrderCarrier::send(const DoErrand& order)
{
    const auto told =
        on_screen<std::function<void()>>([this, alive = order.alive](const std::function<void()>& tell) {
            if (alive.expired())
                return;
            if (tell)
                tell();
            flow_.errand_answered();
        });
    commands_.submit(
        [job = order.errand.job, told](Reception& reception) -> app::Commands::Then {
            return [told, tell = job(reception)] { told(tell); };
        },
        [told, failed = order.errand.failed](const std::string&) { told(failed); });
}

std::function<void(const Reply&)> OrderCarrier::answered(const RequestId& request)
{
    return on_screen<Reply>([this, request](const Reply& reply) { flow_.answered(request, reply); });
}

void OrderCarrier::submit(const RequestId& request, app::Commands::Job job)
{
    commands_.submit(std::move(job),
        on_screen<std::string>([this, request](const std::string&) { flow_.failed(request); }));
}

// What an answer does on the UI thread: nothing if the carrier is gone by then. Made on the UI thread, so
// that the job need not touch the carrier.
template <class Answer>
std::function<void(const Answer&)> OrderCarrier::on_screen(std::function<void(const Answer&)> work)
{
    return [this, work = std::move(work), alive = std::weak_ptr<bool>(alive_)](const Answer& answer) {
        if (alive.expired())
            return;
        work(answer);
        send();
        told_();
    };
}

} // namespace nextplease::visitor
