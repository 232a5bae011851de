// The field of a chart between its axes: gridlines, ticks and the words beside them. Used by the layouts.
#pragma once

#include "kiosk/chart/axis.h"
#include "kiosk/chart/sketch.h"

namespace nextplease::chart {

struct Plot {
    ui::Rect rect;
    Axis axis; // of the values, upwards
    Unit unit = Unit::Number;
    float y(double value) const { return rect.bottom() - rect.h * static_cast<float>(axis.share(value)); }
};

// Level gridlines with their words at the left; the unit stands over them by unit_words.
void draw_value_axis(Sketch& sketch, const Plot& plot);
// Room that the words of the ticks need at the left.
float value_axis_width(const Sketch& sketch, const Axis& axis, Unit unit);

// The words under the categories, and only as many as there is room for. `centre(i)` is where one stands.
void draw_categories(
    Sketch& sketch, const Plot& plot, const std::vector<std::string>& categories, float pitch);
// How high their lines are.
float category_height(const Sketch& sketch, const std::vector<std::string>& categories);

// The chart's unit in the top left; returns how high that is.
float draw_unit(Sketch& sketch, const std::string& unit);

// Names of the series with their swatches, from `at` (a baseline) on; returns how high it was.
enum class Swatch { Fill, Line };
float draw_legend(Sketch& sketch, const std::vector<Series>& series, Swatch swatch, float top);

// A dashed line across; with a rim where bars lie behind it. Its words are an end label.
void draw_target(
    Sketch& sketch, const Plot& plot, const Target& target, std::optional<ui::Color> rim = std::nullopt);

// Words to the right of the plot, none on top of another: moved apart as little as that takes.
struct EndLabel {
    float y = 0; // where it would like its middle
    std::string text;
    ui::Color color;
    ui::Weight weight = ui::Weight::Bold;
};
void draw_end_labels(Sketch& sketch, const Plot& plot, std::vector<EndLabel> labels);

// The layouts themselves.
void draw(Sketch& sketch, const Chart& chart, const Lines& lines);
void draw(Sketch& sketch, const Chart& chart, const Bars& bars);
void draw(Sketch& sketch, const Chart& chart, const Heat& heat);
void draw(Sketch& sketch, const Chart& chart, const Histogram& histogram);

} // namespace nextplease::chart
