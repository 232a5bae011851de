// Native charts of a workbook: the same figures as the drawn ones, which a reader may change.
#include "core/reception/csv.h"
#include "kiosk/chart/palette.h"
#include "kiosk/report/sheets.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

constexpr double kMinute = 60;
constexpr double kChartPixels = 288, kRowPixels = 20; // as the library has them

bool is_of_percent(const chart::Chart& chart)
{
    const auto* bars = std::get_if<chart::Bars>(&chart.body);
    const auto* lines = std::get_if<chart::Lines>(&chart.body);
    return bars ? bars->unit == chart::Unit::Percent : lines && lines->unit == chart::Unit::Percent;
}

// One column of figures of a chart; the first column has the categories.
struct Block {
    std::vector<std::string> categories;
    std::vector<std::string> names;
    std::vector<std::vector<std::optional<double>>> columns;
    std::optional<std::size_t> target {}; // which of them is the target's line
};

void add_series(Block& block, const std::vector<chart::Series>& series)
{
    for (const chart::Series& one : series) {
        block.names.push_back(one.name);
        std::vector<std::optional<double>> values;
        values.reserve(one.values.size());
        for (const chart::Value& value : one.values)
            values.push_back(value.at);
        block.columns.push_back(std::move(values));
    }
}

Block block_of(const chart::Lines& lines)
{
    Block block { lines.categories, {}, {} };
    add_series(block, lines.series);
    if (lines.target) {
        block.target = block.columns.size();
        block.names.push_back(lines.target->label);
        block.columns.emplace_back(lines.categories.size(), lines.target->value);
    }
    return block;
}

Block block_of(const chart::Bars& bars)
{
    Block block { bars.categories, {}, {} };
    add_series(block, bars.series);
    return block;
}

Block block_of(const chart::Histogram& histogram)
{
    Block block;
    std::vector<std::optional<double>> counts;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        const bool last =
            i + 1 == histogram.counts.size() && histogram.last == chart::Histogram::LastBin::AndOver;
        block.categories.push_back(
            fmt::format("{:.0f}{}", histogram.width * static_cast<double>(i) / kMinute, last ? "+" : ""));
        counts.emplace_back(static_cast<double>(histogram.counts[i]));
    }
    block.names = { "" };
    block.columns.push_back(std::move(counts));
    return block;
}

Block block_of(const chart::Heat& heat)
{
    Block block { heat.columns, heat.rows, {} };
    for (const auto& row : heat.cells) {
        std::vector<std::optional<double>> values;
        for (const chart::Value& value : row)
            values.push_back(value.at);
        block.columns.push_back(std::move(values));
    }
    return block;
}

std::uint8_t kind_of(const chart::Chart& chart)
{
    if (const auto* bars = std::get_if<chart::Bars>(&chart.body)) {
        const bool stacked = bars->arrangement == chart::Bars::Arrangement::Stacked;
        if (bars->direction == chart::Bars::Direction::Level)
            return stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
        return stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN;
    }
    return std::holds_alternative<chart::Histogram>(chart.body) ? LXW_CHART_COLUMN : LXW_CHART_LINE;
}

bool is_stacked(const chart::Chart& chart)
{
    return kind_of(chart) == LXW_CHART_BAR_STACKED || kind_of(chart) == LXW_CHART_COLUMN_STACKED;
}

void style_line(lxw_chart_series* series, std::size_t index, bool target)
{
    constexpr std::array<std::uint8_t, 5> kMarkers { LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
        LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_STAR, LXW_CHART_MARKER_DIAMOND };
    lxw_chart_line line {};
    line.color = target ? chart::kInk.rgb : chart::style_of(index).line.rgb;
    line.width = 2.25F;
    constexpr std::array<std::uint8_t, 3> kDashes { LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_SQUARE_DOT,
        LXW_CHART_LINE_DASH_ROUND_DOT };
    const std::uint8_t dashed = LXW_CHART_LINE_DASH_DASH;
    line.dash_type = target ? dashed : kDashes.at(std::min(index, kDashes.size() - 1));
    chart_series_set_line(series, &line);
    const std::uint8_t none = LXW_CHART_MARKER_NONE;
    chart_series_set_marker_type(series, target ? none : kMarkers.at(index % kMarkers.size()));
}

void style_bars(lxw_chart_series* series, std::size_t index)
{
    constexpr std::array<std::uint8_t, 5> kPatterns { LXW_CHART_PATTERN_NONE,
        LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
        LXW_CHART_PATTERN_DOTTED_GRID, LXW_CHART_PATTERN_NARROW_HORIZONTAL };
    lxw_chart_line line {};
    line.color = chart::kInk.rgb;
    line.width = 0.75F;
    chart_series_set_line(series, &line);
    const std::uint8_t pattern = kPatterns.at(index % kPatterns.size());
    if (pattern == LXW_CHART_PATTERN_NONE) {
        lxw_chart_fill fill {};
        fill.color = chart::style_of(index).fill.rgb;
        chart_series_set_fill(series, &fill);
        return;
    }
    lxw_chart_pattern hatching {};
    hatching.fg_color = chart::kInk.rgb;
    hatching.bg_color = chart::style_of(index).fill.rgb;
    hatching.type = pattern;
    chart_series_set_pattern(series, &hatching);
}

bool has_negative(const Block& block)
{
    return std::any_of(block.columns.begin(), block.columns.end(), [](const auto& column) {
        return std::any_of(
            column.begin(), column.end(), [](const auto& value) { return value && *value < 0; });
    });
}

class ChartSheets {
public:
    ChartSheets(Workbook& book, const Words& words)
        : book_(book)
        , charts_(book.add_sheet(words.say(Text::CliDocumentSheetCharts), words.right_to_left()))
        , data_(book.add_sheet(words.say(Text::CliDocumentSheetData), words.right_to_left()))
        , data_name_(book.last_name())
    {
        // All charts on one sheet of paper, none of them cut.
        worksheet_fit_to_pages(charts_, 1, 1);
        worksheet_fit_to_pages(data_, 1, 0);
        for (lxw_worksheet* sheet : { charts_, data_ })
            worksheet_set_paper(sheet, 9); // A4
        worksheet_set_column(data_, 0, 0, 48, nullptr);
        worksheet_set_column(data_, 1, 8, 16, nullptr);
    }

    void add(const chart::Chart& chart)
    {
        const Block block = std::visit([](const auto& body) { return block_of(body); }, chart.body);
        const lxw_row_t head = next_;
        write(chart, block);
        lxw_chart* made = workbook_add_chart(book_.book(), kind_of(chart));
        chart_title_set_name(made, chart.title.c_str());
        const bool level = kind_of(chart) == LXW_CHART_BAR || kind_of(chart) == LXW_CHART_BAR_STACKED;
        const bool lines = kind_of(chart) == LXW_CHART_LINE;
        lxw_chart_axis* const values = level ? made->x_axis : made->y_axis; // the library turns both for bars
        chart_axis_set_name(values, chart.unit.c_str());
        if (!lines && !has_negative(block))
            chart_axis_set_min(values, 0); // a bar's length is its value
        if (is_of_percent(chart))
            chart_axis_set_max(values, 100);
        if (level) {
            chart_axis_set_reverse(made->y_axis); // the first row on top, as in the table
            chart_axis_set_crossing_max(made->y_axis); // and the values below
        }
        const auto last = static_cast<lxw_row_t>(head + 1 + block.categories.size());
        for (std::size_t s = 0; s < block.columns.size(); ++s) {
            lxw_chart_series* series = chart_add_series(made, nullptr, nullptr);
            const auto column = static_cast<lxw_col_t>(s + 1);
            chart_series_set_categories(series, data_name_.c_str(), head + 2, 0, last, 0);
            chart_series_set_values(series, data_name_.c_str(), head + 2, column, last, column);
            const std::string& name = block.names[s].empty() ? chart.unit : block.names[s];
            if (!name.empty())
                chart_series_set_name(series, name.c_str());
            lines ? style_line(series, s, block.target == s) : style_bars(series, s);
            // Of many rows with several bars each, only the first ones' figures have room.
            const bool roomy = s == 0 || block.columns.size() * block.categories.size() <= 24;
            if (block.categories.size() <= 24 && block.target != s && !lines
                && (roomy || is_stacked(chart))) {
                chart_series_set_labels(series);
                lxw_chart_font font {};
                font.color = is_stacked(chart) && s == 0 ? chart::kWhite.rgb : chart::kInk.rgb; // on petrol
                chart_series_set_labels_font(series, &font);
            }
        }
        if (block.columns.size() < 2)
            chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        else
            chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
        std::string description = chart.description;
        lxw_chart_options options {};
        options.x_scale = 1.9;
        options.y_scale = 1.4;
        if (level) // each bar needs its room
            options.y_scale = std::max(options.y_scale,
                (static_cast<double>(block.categories.size()
                     * (is_stacked(chart) ? 1 : std::max<std::size_t>(block.columns.size(), 1)))
                        * 15
                    + 120)
                    / kChartPixels);
        options.description = description.data();
        worksheet_insert_chart_opt(charts_, place_, 0, made, &options);
        place_ += static_cast<lxw_row_t>(std::ceil(options.y_scale * kChartPixels / kRowPixels)) + 2;
    }

private:
    void write(const chart::Chart& chart, const Block& block)
    {
        text(next_, 0, chart.title + ": " + chart.unit, book_.bold());
        ++next_;
        for (std::size_t s = 0; s < block.names.size(); ++s)
            text(next_, static_cast<lxw_col_t>(s + 1), block.names[s], book_.head());
        for (std::size_t i = 0; i < block.categories.size(); ++i) {
            const auto row = static_cast<lxw_row_t>(next_ + 1 + i);
            std::string category = block.categories[i];
            std::replace(category.begin(), category.end(), '\n', ' ');
            text(row, 0, category, nullptr);
            for (std::size_t s = 0; s < block.columns.size(); ++s) {
                if (block.columns[s].at(i))
                    worksheet_write_number(data_, row, static_cast<lxw_col_t>(s + 1), *block.columns[s].at(i),
                        number_format(chart));
            }
        }
        next_ += static_cast<lxw_row_t>(block.categories.size()) + 2;
    }

    // A count has no decimals, a share one.
    lxw_format* number_format(const chart::Chart& chart)
    {
        const auto* bars = std::get_if<chart::Bars>(&chart.body);
        const bool counts = std::holds_alternative<chart::Histogram>(chart.body)
            || (bars && bars->unit == chart::Unit::Number);
        return counts ? book_.counts(false) : book_.figures(false);
    }

    void text(lxw_row_t row, lxw_col_t column, const std::string& said, lxw_format* format)
    {
        worksheet_write_string(data_, row, column, formula_safe(said).c_str(), format);
    }

    Workbook& book_;
    lxw_worksheet* charts_;
    lxw_worksheet* data_;
    std::string data_name_;
    lxw_row_t next_ = 0; // free row of the figures
    lxw_row_t place_ = 0; // free row of the charts
};

} // namespace

void add_charts(Workbook& book, const std::vector<const chart::Chart*>& charts, const Words& words)
{
    if (charts.empty())
        return;
    ChartSheets sheets(book, words);
    for (const chart::Chart* chart : charts)
        sheets.add(*chart);
}

} // namespace nextplease::report
