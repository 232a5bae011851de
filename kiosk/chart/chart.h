// A chart as plain data: what it shows, with every word in it. chart_layout.h makes a drawing of it, and the
// painters put that on the screen, into a page or into a PDF, the same everywhere.
//
// Never colour alone: series differ in colour and in hatching, dashes or markers, and are named where they
// stand; values that a goal judges carry a sign.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nextplease::chart {

// What the numbers are, so that the axis is divided as people count.
enum class Unit {
    Number,
    Percent, // 0 to 100
    Duration, // in seconds; said in minutes, as "0:30" below two minutes, as "2 h" from four hours on
    TimeOfDay, // seconds since midnight; said as "09:30"
};

// How a value stands to its goal, or that nothing judges it.
enum class Mark {
    Plain, // a circle
    Met, // a circle
    Near, // a triangle with a !: just below
    Missed, // a diamond with a cross
};

// A dashed line across at a value, with its words at the end: "goal 95 %".
struct Target {
    double value = 0;
    std::string label;
};

struct Value {
    std::optional<double> at {}; // none: a gap, said by no mark at all
    std::string label {}; // of the value itself, such as "94.2"; left out where there is no room
    Mark mark = Mark::Plain;
    std::optional<double> low {}, high {}; // its uncertainty: a band of a line, a whisker of a bar
};

struct Series {
    std::string name; // may be empty where there is only one
    std::vector<Value> values; // one for each category
};

// One value after another over time, joined.
struct Lines {
    std::vector<std::string> categories; // a second line after '\n'
    std::vector<Series> series;
    std::optional<Target> target {};
    Unit unit = Unit::Percent;
    enum class Begin { AtZero, WhereNeeded };
    Begin begin = Begin::WhereNeeded; // of the scale
    std::string begins_at {}; // said where it is not zero, with {} for the value: "Scale starts at {}."
    enum class Last { Whole, SoFar }; // the last category is still growing: joined by dots
    Last last = Last::Whole;
};

struct Bars {
    std::vector<std::string> categories;
    std::vector<Series> series;
    std::optional<Target> target {};
    Unit unit = Unit::Number;
    enum class Arrangement { Beside, Stacked };
    Arrangement arrangement = Arrangement::Beside;
    enum class Direction { Upright, Level }; // Level: one row a category, for long names
    Direction direction = Direction::Upright;
};

// A field of cells, such as hour by weekday.
struct HeatStep {
    double from = 0; // cells of at least this value; the steps go down
    std::string label; // "97 and over"
    Mark mark = Mark::Plain;
};
struct Heat {
    std::vector<std::string> rows, columns;
    std::vector<std::vector<Value>> cells; // by row and column
    std::vector<HeatStep> steps; // 2 to 5, from the highest; the last one takes all that is below too
    enum class Good { High, Low }; // which end is dark: the bad one
    Good good = Good::High;
};

// How often each stretch of values occurs. Bin i covers [i * width, (i + 1) * width).
struct Histogram {
    std::vector<std::int64_t> counts;
    double width = 60;
    enum class LastBin { LikeOthers, AndOver };
    LastBin last = LastBin::AndOver;
    Unit unit = Unit::Duration; // of the values
    std::optional<Target> median {}, p90 {};
    std::vector<Target> targets {}; // from the lowest on; bars beyond the last are hollow
};

struct Chart {
    std::string title;
    std::string description; // for whoever does not see it: one sentence of what it shows
    std::string unit; // what the axis counts: "% seen within 15 minutes"
    std::string nothing; // said in its place where there is no data
    Language language {}; // of all words here
    std::variant<Lines, Bars, Heat, Histogram> body {};
};

// No value in it at all.
bool is_empty(const Chart& chart);

} // namespace nextplease::chart
