// Notices headphones as they are put in and pulled out, on a thread of its own.
#pragma once

#include "kiosk/sound/speaker.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace nextplease::sound {

class JackWatch {
public:
    // `card` such as "hw:0"; `name` of its control, such as "Headphone Jack". `changed` is called on the
    // watch's thread; they count as out before. A card that is not there is looked for every 30 seconds.
    JackWatch(std::string card, std::string name, std::function<void(Headphones)> changed)
        : card_(std::move(card))
        , name_(std::move(name))
        , changed_(std::move(changed))
        , thread_([this](const std::stop_token& stop) { run(stop); })
    {
    }
    JackWatch(const JackWatch&) = delete;
    JackWatch& operator=(const JackWatch&) = delete;

private:
    void run(const std::stop_token& stop);

    std::string card_, name_;
    std::function<void(Headphones)> changed_;
    std::jthread thread_;
};

} // namespace nextplease::sound
