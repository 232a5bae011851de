// What promises are held against: the visits, contacts and cases of a store, each with the moments at which
// its clocks start and stop.
#pragma once

#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <functional>

namespace nextplease {

// Something that several promises may be made about.
struct Occasion {
    StandardChannel channel = StandardChannel::Visit;
    ServiceCode service;
    Instant began; // arrived, rang, received
    std::optional<Instant> acknowledged {};
    std::optional<Instant> done {}; // seen, picked up, answered in full, scanned
    std::optional<Instant> lost {};
    Seconds paused { 0 };
    std::optional<Seconds> own_limit {};
    Observation::Counts counts = Observation::Counts::Yes;
    std::optional<Observation::Told> told {};
    std::optional<LocalDate> acknowledge_by {}, respond_by {}; // as first promised to a case
    enum class Timed { No, ByTelephoneSystem };
    Timed timed = Timed::No; // whether it tells how long a telephone rang
    std::string reference {};
};

Occasion occasion_of(const OtherContact& contact);

// As that clock sees it; nullopt where it has no such clock, or it has not begun.
std::optional<Observation> observation_of(
    const Occasion& occasion, Stretch stretch, const Configuration& configuration);

// Every occasion that began in the period, in no particular order. `now` is the moment of the report, for
// visits on hold.
void each_visit_occasion(Store& store, const Configuration& configuration, Period began, Instant now,
    const std::function<void(const Occasion&)>& tell);
void each_contact_occasion(Store& store, Period began, const std::function<void(const Occasion&)>& tell);
void each_case_occasion(Store& store, Period began, const std::function<void(const Occasion&)>& tell);

} // namespace nextplease
