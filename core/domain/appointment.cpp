#include "core/domain/appointment.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 4> kStateWords { "booked", "arrived", "cancelled", "missed" };

// Without the pairs that are taken for each other on paper or on the telephone: 0 O, 1 I, 2 Z, 5 S, 8 B.
constexpr std::string_view kClearCharacters = "ACDEFHJKLMNPRTUVWXY34679";

} // namespace

std::string_view word(AppointmentState state)
{
    return kStateWords.at(static_cast<std::size_t>(state));
}

std::optional<AppointmentState> appointment_state(std::string_view word)
{
    const auto found = std::find(kStateWords.begin(), kStateWords.end(), word);
    if (found == kStateWords.end())
        return std::nullopt;
    return static_cast<AppointmentState>(found - kStateWords.begin());
}

std::string reference_key(std::string_view typed)
{
    std::string key;
    for (const char c : typed) {
        const auto byte = static_cast<unsigned char>(c);
        const bool beyond_ascii = byte >= 0x80;
        if (!beyond_ascii && std::isalnum(byte) == 0)
            continue;
        const char capital = beyond_ascii ? c : static_cast<char>(std::toupper(byte));
        key += capital == 'O' ? '0' : capital == 'I' ? '1' : capital;
    }
    return key;
}

std::string reference_from(std::uint64_t chance)
{
    std::string reference;
    for (int place = 0; place < 6; ++place) {
        if (place == 3)
            reference += '-';
        reference += kClearCharacters[chance % kClearCharacters.size()];
        chance /= kClearCharacters.size();
    }
    return reference;
}

CheckIn check_in(const Appointment& appointment, LocalDate day, Instant now, LocalDate today,
    const AppointmentRules& rules)
{
    using Kind = CheckIn::Kind;
    switch (appointment.state) {
    case AppointmentState::Arrived:
        return { Kind::AlreadyArrived };
    case AppointmentState::Cancelled:
        return { Kind::Cancelled };
    case AppointmentState::Missed:
        return { Kind::DayPassed };
    case AppointmentState::Booked:
        break;
    }
    if (day != today)
        return { day > today ? Kind::AnotherDay : Kind::DayPassed };
    // Appointments queue "by their time minus theirs" (the head start): together with those who came then.
    const Instant place = appointment.at - rules.head_start;
    if (now > appointment.at + rules.late)
        return { Kind::TooLate, now };
    if (now > appointment.at)
        return { Kind::Late, place };
    return { now < appointment.at - rules.early ? Kind::Early : Kind::InTime, place };
}

} // namespace nextplease
