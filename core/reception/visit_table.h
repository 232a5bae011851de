// Visits in memory, as few bytes each as a filter needs, so that a manager's questions about years are
// answered while the finger is still on the button. The rules of counting are core/domain/wait_figures.h.
#pragma once

#include "core/domain/wait_figures.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace nextplease {

// One visit, held against its own service's standard. 16 bytes.
struct VisitFact {
    std::int32_t arrived = 0; // seconds since VisitTable::kEpoch
    std::int32_t wait = 0; // seconds; see count_visit
    std::uint16_t day = 0; // local, since VisitTable::kEpoch
    std::uint8_t hour = 0; // local, of the arrival
    std::uint8_t service = 0; // place in services()
    std::uint8_t desk = 0; // place in desks(); where it was seen
    Counted counted : 4 = Counted::Waiting;
    bool late : 1 = false;
    bool booked : 1 = false; // came for an appointment
};

// One thread at a time; what is const may be shared once it is loaded.
class VisitTable {
public:
    // Local days and UTC seconds count from the beginning of 1990.
    static constexpr std::chrono::sys_days kEpoch { std::chrono::year { 1990 } / 1 / 1 };

    explicit VisitTable(const Configuration& configuration); // which must outlive it

    // Every visit that arrived on those local days, in place of what is here of them. `now` is the moment for
    // those who still wait. Throws Failure as the store does.
    void load(Store& store, std::optional<LocalDate> from, std::optional<LocalDate> to, Instant now);

    const std::vector<VisitFact>& visits() const { return visits_; }
    // As kiosk.conf has them, then those that were found. "" is the desk of whoever was never seen.
    const std::vector<std::string>& services() const { return services_; }
    const std::vector<std::string>& desks() const { return desks_; }

    static std::uint16_t day_of(LocalDate date);
    static LocalDate date_of(std::uint16_t day);
    static Instant instant_of(std::int32_t seconds);
    static int weekday_of(std::uint16_t day); // ISO: Monday is 1

private:
    std::uint8_t place(std::vector<std::string>& names, std::string_view name);
    Seconds limit_of(std::uint8_t service);

    const Configuration& configuration_;
    std::vector<VisitFact> visits_;
    std::vector<std::string> services_, desks_;
    std::vector<std::optional<Seconds>> limits_; // of services
};

} // namespace nextplease
