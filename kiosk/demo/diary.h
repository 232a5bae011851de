// Tells what happens at a reception, one line for each event of its store.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <functional>
#include <string>

namespace nextplease {

class Diary {
public:
    // All must outlive it; `store` belongs to the caller's thread. Begins after what has happened until now.
    Diary(Store& store, const Configuration& configuration, const Words& words);

    // Tells what is new, oldest first: "10:04  B012 is called to Desk 4".
    void tell(const std::function<void(const std::string&)>& line);

private:
    std::string sentence_of(const Event& event, const TicketNumber& number) const;

    Store& store_;
    const Configuration& configuration_;
    const Words& words_;
    EventId last_ {};
};

} // namespace nextplease
