// Sentences that several faces and the command line say: refusals, dates, estimates. Composed of the
// catalogue's texts; nothing here is in any one language.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/estimate.h"
#include "core/domain/refusal.h"
#include "core/reception/configuration.h"

#include <optional>
#include <string>

namespace nextplease {

// What may not be done, and what to do instead: "Desk 3 is closed. Open it first." With `now`, an opening is
// said as opening_words does; without it by its date.
std::string sentence(const Refusal& refusal, const Words& words, const Configuration& configuration,
    const std::optional<LocalTime>& now = std::nullopt);

// "Tuesday 13 October"
std::string long_date(LocalDate date, const Words& words);
// "Tue 13 Oct"
std::string short_date(LocalDate date, const Words& words);

// "<b>about 12 min</b>, up to 18", "<b>about 3 min</b>", "<b>under 1 min</b>"; empty where the estimate knows
// no time. Markup.
std::string wait_words(const Estimate& estimate, const Words& words);
// The same without the markup.
std::string plain_wait_words(const Estimate& estimate, const Words& words);
// "5 people waiting", "nobody waiting"
std::string waiting_words(int people, const Words& words);
// "opens 14:00" today, "opens Monday 09:00" within a week, "opens Mon 4 Jan, 09:00" later; seen from `now`.
std::string opening_words(const LocalTime& opens, const LocalTime& now, const Words& words);

// The name of a service, desk or priority class in the language of `words`, else in the kiosk's own; the code
// itself where kiosk.conf does not know it.
std::string name_of(const ServiceCode& code, const Words& words, const Configuration& configuration);
std::string name_of(const DeskCode& code, const Words& words, const Configuration& configuration);
std::string name_of(const PriorityCode& code, const Words& words, const Configuration& configuration);

} // namespace nextplease
