// Who turns words into sound. Any one thread at a time.
#pragma once

#include "core/base/ids.h"
#include "kiosk/sound/pcm.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace nextplease::sound {

class Voice {
public:
    virtual ~Voice() = default;
    virtual bool can_say(const Language& language) const = 0;
    // nullopt: it could not, or `given_up` said so meanwhile.
    virtual std::optional<Pcm> speak(const std::string& text, const Language& language, int words_a_minute,
        const std::function<bool()>& given_up) = 0;
};

} // namespace nextplease::sound
