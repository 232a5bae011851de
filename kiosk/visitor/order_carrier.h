// Carries the flow's orders to the reception and brings the answers back. UI thread.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/visitor/flow.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace nextplease::visitor {

class OrderCarrier {
public:
    // `told` runs on the UI thread after each answer that the flow was told of. Flow and commands must
    // outlive the carrier; an answer that comes after its end does nothing.
    OrderCarrier(Flow& flow, app::Commands& commands, std::function<void()> told)
        : flow_(flow)
        , commands_(commands)
        , told_(std::move(told))
        , alive_(std::make_shared<bool>(true))
    {
    }

    // Everything that the flow wants done now.
    void send();

private:
    void send(const TakeTicket& take);
    void send(const LeaveQueue& leave);
    void send(const FindTicket& find);
    void send(const DoErrand& order);

    std::function<void(const Reply&)> answered(const RequestId& request);
    void submit(const RequestId& request, app::Commands::Job job);
    template <class Answer>
    std::function<void(const Answer&)> on_screen(std::function<void(const Answer&)> work);

    Flow& flow_;
    app::Commands& commands_;
    std::function<void()> told_;
    std::shared_ptr<bool> alive_;
};

} // namespace nextplease::visitor
