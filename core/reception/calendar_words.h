// Days, weeks and months in short words, for charts and tables.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/local_time.h"

#include <string>

namespace nextplease {

std::string weekday_short(int iso_weekday, const Words& words); // "Mon"
std::string month_short(LocalDate date, const Words& words); // "Oct"
std::string month_long(LocalDate date, const Words& words); // "October 2026"
// "1 to 13 October 2026", "28 Sep to 13 Oct 2026", "13 October 2026".
std::string days_long(LocalDate from, LocalDate to, const Words& words);

} // namespace nextplease
