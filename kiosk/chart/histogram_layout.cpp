#include "kiosk/chart/plot.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace nextplease::chart {
namespace {

struct Upright {
    const Target* line;
    ui::Color color;
    float dash, gap;
};

// Those that there are, from the highest words to the lowest.
std::vector<Upright> uprights_of(const Histogram& histogram, float unit)
{
    std::vector<Upright> all;
    if (histogram.median)
        all.push_back({ &*histogram.median, kInk, 0, 0 });
    if (histogram.p90)
        all.push_back({ &*histogram.p90, kInk, 4 * unit, 4 * unit });
    for (const Target& target : histogram.targets)
        all.push_back({ &target, kRed, 10 * unit, 5 * unit });
    return all;
}

// How high the words of one are.
float row_height(const Sketch& sketch, const Upright& one)
{
    return 1.45F * sketch.em() + sketch.more_for(one.line->label);
}

class HistogramDrawing {
public:
    HistogramDrawing(Sketch& sketch, const Histogram& histogram, const Plot& plot)
        : sketch_(sketch)
        , histogram_(histogram)
        , plot_(plot)
        , pitch_(plot.rect.w / static_cast<float>(std::max<std::size_t>(1, histogram.counts.size())))
    {
    }

    void bars()
    {
        const float gap = pitch_ > 4 * sketch_.line_width() ? 1.5F * sketch_.line_width() : 0;
        for (std::size_t i = 0; i < histogram_.counts.size(); ++i) {
            const float left = plot_.rect.x + pitch_ * static_cast<float>(i);
            const float y = plot_.y(static_cast<double>(histogram_.counts[i]));
            const ui::Rect rect { left + gap / 2, y, pitch_ - gap, plot_.rect.bottom() - y };
            sketch_.area({ left, plot_.rect.y, pitch_, plot_.rect.h }, 0, i);
            if (histogram_.counts[i] == 0)
                continue;
            const bool beyond = !histogram_.targets.empty()
                && histogram_.width * static_cast<double>(i) >= histogram_.targets.back().value - 1e-6;
            if (beyond)
                sketch_.box({ rect, 0, kRedTint, kRed, 1.5F * sketch_.line_width() });
            else
                sketch_.box({ rect, 0, style_of(0).fill, std::nullopt, 0 });
        }
    }

    // Words under the edges of bins.
    void values()
    {
        const double end = histogram_.width * static_cast<double>(histogram_.counts.size());
        const int about = std::max(2, static_cast<int>(plot_.rect.w / (5 * sketch_.em())));
        const Axis axis = nice_axis(0, end, histogram_.unit, about);
        const bool over = histogram_.last == Histogram::LastBin::AndOver;
        for (const double tick : axis.ticks()) {
            // The last bin, with everything above it, has words of its own.
            if (tick > end || (over && tick > end - histogram_.width * 1.5))
                continue;
            words(tick, tick_words(tick, axis, histogram_.unit));
        }
        if (over)
            words(end - histogram_.width, tick_words(end - histogram_.width, axis, histogram_.unit) + "+");
    }

    void upright_lines()
    {
        const std::vector<Upright> all = uprights_of(histogram_, sketch_.line_width());
        const std::vector<Worded> rows = arranged(all);
        float top = plot_.rect.y - 1.25F * sketch_.em();
        for (const Worded& one : rows) {
            top += row_height(sketch_, *one.of);
            upright(one, top - 0.4F * sketch_.more_for(one.of->line->label));
        }
    }

private:
    float x(double value) const
    {
        const double last = static_cast<double>(histogram_.counts.size()) - 0.5;
        return plot_.rect.x + pitch_ * static_cast<float>(std::min(value / histogram_.width, last));
    }

    void words(double value, const std::string& text)
    {
        const float at = x(value);
        sketch_.line({ at, plot_.rect.bottom() }, { at, plot_.rect.bottom() + 0.35F * sketch_.em() }, kInk2,
            sketch_.line_width());
        sketch_.text({ at, plot_.rect.bottom() + 1.6F * sketch_.em() }, Run::Anchor::Middle, text, kInk2);
    }

    // The words of an upright line: beside it, or over its upper end, which begins below them then.
    enum class Side { Right, Left, Over };
    struct Worded {
        const Upright* of = nullptr;
        Side side = Side::Right;
    };

    float edge_of(const Worded& one) const
    {
        const float em = sketch_.em(), at = x(one.of->line->value);
        const float wide = sketch_.width(one.of->line->label, ui::Weight::Bold);
        switch (one.side) {
        case Side::Right:
            return at + 0.5F * em;
        case Side::Left:
            return at - 0.5F * em - wide;
        case Side::Over:
            break;
        }
        return std::max(0.2F * em, sketch_.frame().size.w - wide - 0.2F * em);
    }

    // From the uppermost row on: such that the words of none are crossed by another's line, which goes down
    // through the rows below its own.
    std::vector<Worded> arranged(const std::vector<Upright>& all) const
    {
        std::vector<std::size_t> order(all.size());
        std::iota(order.begin(), order.end(), std::size_t { 0 });
        std::vector<Worded> best;
        int least = std::numeric_limits<int>::max();
        const auto sides = static_cast<int>(std::lround(std::pow(3, all.size())));
        do {
            for (int code = 0; code < sides; ++code) {
                std::vector<Worded> rows;
                int rest = code;
                for (const std::size_t place : order) {
                    rows.push_back({ &all[place], static_cast<Side>(rest % 3) });
                    rest /= 3;
                }
                if (const int cost = cost_of(rows); cost < least) {
                    least = cost;
                    best = std::move(rows);
                }
            }
        } while (std::next_permutation(order.begin(), order.end()));
        return best;
    }

    int cost_of(const std::vector<Worded>& rows) const
    {
        constexpr int kOutside = 1000, kCrossed = 100;
        const float air = 0.25F * sketch_.em();
        int cost = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const float edge = edge_of(rows[row]);
            const float end = edge + sketch_.width(rows[row].of->line->label, ui::Weight::Bold);
            cost += edge < 0 || end > sketch_.frame().size.w ? kOutside : 0;
            cost += rows[row].side == Side::Right ? 0 : rows[row].side == Side::Left ? 4 : 6;
            for (std::size_t above = 0; above < row; ++above) {
                const float line = x(rows[above].of->line->value);
                cost += edge - air < line && line < end + air ? kCrossed : 0;
                cost += rows[above].of > rows[row].of ? 1 : 0; // as they are told, where that will do
            }
        }
        return cost;
    }

    void upright(const Worded& worded, float baseline)
    {
        const float em = sketch_.em();
        const Target& line = *worded.of->line;
        const float at = x(line.value), wide = sketch_.width(line.label, ui::Weight::Bold);
        const float more = sketch_.more_for(line.label);
        const float top = baseline + (worded.side == Side::Over ? 0.4F * em + 0.4F * more : -0.9F * em);
        // A white rim parts it from the bars.
        sketch_.line({ at, top }, { at, plot_.rect.bottom() }, kWhite, 5 * sketch_.line_width());
        sketch_.path({ { at, top }, { at, plot_.rect.bottom() } }, worded.of->color,
            2.2F * sketch_.line_width(), worded.of->dash, worded.of->gap);
        const float edge = edge_of(worded);
        sketch_.box(
            { { edge - 0.15F * em, baseline - 0.85F * em - 0.6F * more, wide + 0.3F * em, 1.15F * em + more },
                0, kWhite, std::nullopt, 0 });
        sketch_.text({ edge, baseline }, Run::Anchor::Left, line.label, worded.of->color, ui::Weight::Bold);
    }

    Sketch& sketch_;
    const Histogram& histogram_;
    const Plot& plot_;
    float pitch_;
};

} // namespace

void draw(Sketch& sketch, const Chart& chart, const Histogram& histogram)
{
    const float em = sketch.em();
    const ui::Size size = sketch.frame().size;
    const float top = draw_unit(sketch, chart.unit) + em;
    const float bottom = size.h - 2.2F * em;
    const std::int64_t most = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    // The words of the upright lines stand over the bars.
    float over = 0;
    for (const Upright& one : uprights_of(histogram, sketch.line_width()))
        over += row_height(sketch, one);
    Plot plot;
    plot.axis = nice_axis(0, static_cast<double>(most), Unit::Number,
        std::max(2, static_cast<int>((bottom - top - over) / (3.2F * em))));
    const float left = value_axis_width(sketch, plot.axis, Unit::Number);
    plot.rect = { left, top + over, size.w - left - em, bottom - top - over };
    draw_value_axis(sketch, plot);
    plot.rect = { left, top + over, size.w - left - em, bottom - top - over };
    HistogramDrawing drawing(sketch, histogram, plot);
    drawing.bars();
    drawing.values();
    Plot whole = plot;
    whole.rect.y = top;
    whole.rect.h = bottom - top;
    HistogramDrawing(sketch, histogram, whole).upright_lines();
}

} // namespace nextplease::chart
