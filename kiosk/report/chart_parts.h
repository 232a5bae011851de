// Charts of shares against a goal, and how a value stands to it: what the documents have in common.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::report {

enum class Goal { AtLeast, AtMost };
// Met; just below (within 5 points); or further off. Plain where there is no goal.
chart::Mark mark_of(double percent, const std::optional<double>& goal, Goal direction = Goal::AtLeast);

chart::Value share_value(const Share& share, const Words& words,
    const std::optional<double>& goal = std::nullopt, Goal direction = Goal::AtLeast);
chart::Value count_value(std::int64_t count, const Words& words);

struct NamedShare {
    std::string name;
    Share share;
};
// As rows of bars by name; or, for what follows in time, as a line. Its words are in the language of `words`.
enum class Shape { Rows, Line };
chart::Chart share_chart(const std::string& title, const std::string& unit,
    const std::vector<NamedShare>& shares, const std::optional<double>& goal, Shape shape,
    const Words& words);

// Counts by name, one bar each, made of parts.
struct NamedCounts {
    std::string name;
    std::vector<std::int64_t> counts; // one for each part
};
chart::Chart count_chart(const std::string& title, const std::string& unit,
    const std::vector<std::string>& parts, const std::vector<NamedCounts>& counts, const Words& words);

// A chart without a body that says in `words` that there is nothing.
chart::Chart empty_chart(const std::string& title, const std::string& unit, const Words& words);

} // namespace nextplease::report
