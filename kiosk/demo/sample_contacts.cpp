#include "kiosk/demo/sample_contacts.h"

#include "core/reception/contacts.h"
#include "kiosk/demo/sample_morning.h"

#include <array>
#include <stdexcept>

namespace nextplease {
namespace {

struct Sample {
    Channel channel;
    const char* service;
    const char* about;
    int days_ago;
    int hour;
    bool acknowledged = false;
};

constexpr std::array kSamples {
    Sample { Channel::Letter, "B", "Damp in the bathroom, third letter", 15, 10, true },
    Sample { Channel::Email, "C", "Has not heard about the new claim", 4, 16 },
    Sample { Channel::Email, "A", "Moved house, wants to change the address", 1, 11 },
    Sample { Channel::Letter, "F", "Objects to the plan for the mill", 8, 9 },
    Sample { Channel::Social, "", "Bins were not emptied in Mill Lane", 1, 8 },
    Sample { Channel::Web, "D", "Permit for a second car", 0, 9, true },
    Sample { Channel::Phone, "B", "Wants to be rung back after 14:00", 0, 10 },
};

} // namespace

void add_sample_contacts(Reception& reception)
{
    const Actor desk { "desk:Desk 3", DeskCode("Desk 3") };
    for (const Sample& sample : kSamples) {
        ContactWish wish;
        wish.channel = sample.channel;
        wish.service = ServiceCode(sample.service);
        wish.about = sample.about;
        wish.received = reception.configuration().zone.instant(
            { add_days(kSampleDay, -sample.days_ago), std::chrono::hours { sample.hour } });
        if (sample.acknowledged)
            wish.acknowledged = wish.received;
        if (std::holds_alternative<Refusal>(log_contact(reception, wish, {}, desk)))
            throw std::logic_error("a sample contact does not fit kiosk.conf");
    }
}

} // namespace nextplease
