#include "kiosk/demo/simulated_wishes.h"

#include <algorithm>

namespace nextplease {
namespace {

constexpr double kNeeds = 0.12; // has one
constexpr double kFamily = 0.08; // comes with others
constexpr double kFurther = 0.05; // came for something else too
constexpr Minutes kBookedEvery { 25 };
constexpr Minutes kBookedAhead { 45 };
constexpr Minutes kEarliest { -25 }; // against the time of the appointment
constexpr Minutes kLatest { 12 };

} // namespace

void SimulatedWishes::add_to(TicketWish& wish)
{
    const Office& office = reception_.configuration().office;
    if (chance_.happens(kNeeds) && !office.needs.empty()) {
        const Need& need = office.needs[chance_.pick(office.needs.size())];
        wish.needs = { need.code };
        if (need.asks == Need::Asks::WhichLanguage && !office.interpreters.empty())
            wish.interpreter = office.interpreters[chance_.pick(office.interpreters.size())].code;
    }
    if (chance_.happens(kFamily) && office.rules.party_at_most > 1)
        wish.party = std::min(office.rules.party_at_most, 2 + static_cast<int>(chance_.pick(4)));
    if (chance_.happens(kFurther) && office.rules.matters_at_most > 0)
        wish.matters = { office.services[chance_.pick(office.services.size())].code };
}

std::vector<VisitId> SimulatedWishes::keep_appointments(Instant now)
{
    for (; next_booking_ <= now; next_booking_ += kBookedEvery)
        book(next_booking_ + kBookedAhead);
    std::vector<VisitId> came;
    const auto due = std::stable_partition(
        expected_.begin(), expected_.end(), [&](const Expected& one) { return one.arrives > now; });
    for (auto one = due; one != expected_.end(); ++one) {
        const CheckInReply reply = reception_.check_in(one->reference, {}, new_request(), "kiosk");
        const auto* answer = std::get_if<CheckedIn>(&reply);
        if (answer && answer->visit)
            came.push_back(answer->visit->id);
    }
    expected_.erase(due, expected_.end());
    return came;
}

// In the hours of the service only.
void SimulatedWishes::book(Instant at)
{
    const Configuration& configuration = reception_.configuration();
    const Service& service =
        configuration.office.services[chance_.pick(configuration.office.services.size())];
    const Instant arrives = at + chance_.between(kEarliest, kLatest);
    if (!service.hours.open_at(configuration.zone.local(at))
        || !service.hours.open_at(configuration.zone.local(arrives)))
        return;
    Appointment appointment;
    appointment.service = service.code;
    appointment.at = at;
    const AppointmentReply reply = reception_.add_appointment(appointment, "command line");
    if (const auto* booked = std::get_if<Appointment>(&reply))
        expected_.push_back({ booked->reference, arrives });
}

} // namespace nextplease
