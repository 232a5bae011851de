// How many visitors are expected in each hour of a day, from a file: for a day that the past does not tell
// of, such as the week of the Council Tax bills.
#pragma once

#include "core/domain/staffing_model.h"

#include <filesystem>

namespace nextplease {

// CSV with the columns hour,visitors: "09:00,24.5". Replaces the visitors that the model expects; within an
// hour they come as before, or evenly where nobody came. In hours that the file does not name nobody comes.
// Throws InputError ("FILE:line N: ...") where the file is wrong or names an hour in which the day is closed.
void set_forecast(StaffingModel& model, const std::filesystem::path& file);

} // namespace nextplease
