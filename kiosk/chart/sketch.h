// What the layouts of all charts draw with: primitives, and figures made of them (dashes, hatching, signs).
#pragma once

#include "kiosk/chart/chart.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/chart/palette.h"

namespace nextplease::chart {

constexpr float kLineDistance = 1.5F; // of baselines, in sizes of text
constexpr float kTallLineDistance = 2.8F; // of Nastaliq, whose words slope and hang

class Sketch {
public:
    Sketch(Frame frame, const Chart& chart, Measure measure);

    const Frame& frame() const { return frame_; }
    float em() const { return frame_.text; } // size of labels
    // How much more than kLineDistance lines of such words stand apart: 0, but for Nastaliq.
    float more_for(const std::string& text) const;
    float line_width() const { return frame_.text / 16; } // 1 where labels are 16 high

    float width(const std::string& text, ui::Weight weight = ui::Weight::Regular, float size = 0) const;

    void box(Box box) { drawing_.items.emplace_back(box); }
    void polygon(std::vector<ui::Point> points, ui::Color fill, float opacity = 1);
    void disc(ui::Point centre, float radius, ui::Color fill);
    void line(ui::Point from, ui::Point to, ui::Color color, float width);
    // Through all points; dash 0: unbroken.
    void path(const std::vector<ui::Point>& points, ui::Color color, float width, float dash, float gap);
    void text(ui::Point baseline, Run::Anchor anchor, const std::string& text, ui::Color color = kInk,
        ui::Weight weight = ui::Weight::Regular, float size = 0);
    // Lines at '\n', one below the other.
    void lines(ui::Point baseline, Run::Anchor anchor, const std::string& text, ui::Color color);

    // A bar or a swatch of that series.
    void filled(const ui::Rect& rect, const SeriesStyle& style);
    void hatching(const ui::Rect& rect, Hatch hatch, ui::Color color);
    void marker(ui::Point centre, const SeriesStyle& style, float radius);
    // Of Near and Missed; nothing for others. `ink`: its one colour, on a dark or plain ground.
    void sign(ui::Point centre, float radius, Mark mark);
    void sign(ui::Point centre, float radius, Mark mark, ui::Color ink, ui::Color ground);

    void area(const ui::Rect& rect, std::size_t series, std::size_t index);

    Drawing finish() { return std::move(drawing_); }

private:
    Frame frame_;
    Measure measure_;
    Drawing drawing_;
};

} // namespace nextplease::chart
