#include "kiosk/chart/canvas_painter.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/chart/page_painter.h"
#include "kiosk/chart/palette.h"
#include "kiosk/chart/svg_painter.h"
#include "kiosk/ui/text_setter.h"
#include "tests/chart/sample_charts.h"
#include "tests/ui/ui_fixture.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>

using namespace nextplease;
using namespace nextplease::chart;

namespace {

Measure measure()
{
    static const Measure one = font_measure(Language("en"));
    return one;
}

Drawing laid(const Chart& chart, float width = 900, float text = 16)
{
    const Frame frame { { width, wanted_height(chart, { { width, 0 }, text }) }, text };
    return lay_out(chart, frame, measure());
}

std::vector<Run> runs_of(const Drawing& drawing)
{
    std::vector<Run> runs;
    for (const Item& item : drawing.items) {
        if (const auto* run = std::get_if<Run>(&item))
            runs.push_back(*run);
    }
    return runs;
}

ui::Rect box_of(const Run& run)
{
    const float wide = measure()(run.text, run.size, run.weight);
    const float left = run.at.x
        - (run.anchor == Run::Anchor::Middle       ? wide / 2
                : run.anchor == Run::Anchor::Right ? wide
                                                   : 0);
    return { left, run.at.y - 0.72F * run.size, wide, 0.72F * run.size };
}

bool says(const Drawing& drawing, const std::string& text)
{
    const auto runs = runs_of(drawing);
    return std::any_of(runs.begin(), runs.end(), [&](const Run& run) { return run.text == text; });
}

// A colour as somebody with that kind of sight sees it (linear light; G. Machado, M. Oliveira, L. Fernandes,
// A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1).
using Matrix = std::array<double, 9>;
constexpr Matrix kDeutan { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
    0.968881 };
constexpr Matrix kProtan { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
    1.051998 };
constexpr Matrix kGrey { 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722 };

std::array<double, 3> lab(ui::Color color, const Matrix& sight)
{
    std::array<double, 3> linear {};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = static_cast<double>((color.rgb >> (16 - 8 * i)) & 0xFFU) / 255;
        linear.at(i) = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    }
    std::array<double, 3> seen {};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            seen.at(r) += sight.at(3 * r + c) * linear.at(c);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const auto [r, g, b] = seen;
    const double x = f(std::max(0.0, 0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = f(std::max(0.0, 0.2126 * r + 0.7152 * g + 0.0722 * b));
    const double z = f(std::max(0.0, 0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

double apart(ui::Color a, ui::Color b, const Matrix& sight)
{
    const auto one = lab(a, sight), other = lab(b, sight);
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

} // namespace

TEST_CASE("Every word of every chart stays inside its drawing, at any width")
{
    for (const Chart& chart : sample_charts()) {
        for (const float width : { 420.0F, 592.0F, 900.0F, 1240.0F }) {
            const Drawing drawing = laid(chart, width);
            for (const Run& run : runs_of(drawing)) {
                const ui::Rect box = box_of(run);
                INFO(chart.title << " " << width << ": " << run.text);
                CHECK(box.x >= -1);
                CHECK(box.right() <= drawing.size.w + 1);
                CHECK(box.y >= -1);
                CHECK(box.bottom() <= drawing.size.h + 0.3F * run.size);
            }
        }
    }
}

TEST_CASE("No words of a chart stand on others")
{
    for (const Chart& chart : sample_charts()) {
        const auto runs = runs_of(laid(chart));
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (std::size_t j = i + 1; j < runs.size(); ++j) {
                INFO(chart.title << ": " << runs[i].text << " / " << runs[j].text);
                CHECK_FALSE(box_of(runs[i]).inset(0.5F).overlaps(box_of(runs[j]).inset(0.5F)));
            }
    }
}

TEST_CASE("The numbers of bars side by side stand a line apart, and long names are broken")
{
    for (const float width : { 480.0F, 900.0F }) {
        const Drawing drawing = laid(sample_compared_bars(), width);
        std::vector<float> numbers;
        for (const Run& run : runs_of(drawing)) {
            if (run.anchor == Run::Anchor::Right && run.at.x > width - 1)
                numbers.push_back(run.at.y);
            CHECK(run.text.find("Complaints answered in 10 working days, or by the date told")
                == run.text.npos);
        }
        REQUIRE(numbers.size() == 8);
        std::sort(numbers.begin(), numbers.end());
        for (std::size_t i = 1; i < numbers.size(); ++i)
            CHECK(numbers[i] - numbers[i - 1] >= 16 * 1.15F);
    }
}

TEST_CASE("No words of a chart stand on others in Urdu, whose words slope and hang")
{
    const Language urdu("ur");
    const Measure wide = font_measure(urdu);
    const ui::TextSetter setter;
    const auto ink_of = [&](const Run& run) {
        const auto text =
            setter.lay({ .text = run.text, .language = urdu, .px = run.size, .weight = run.weight });
        const ui::TextBlock& block = text->block();
        const float left = run.at.x
            - (run.anchor == Run::Anchor::Middle       ? block.width / 2
                    : run.anchor == Run::Anchor::Right ? block.width
                                                       : 0);
        return ui::Rect { left + block.ink_x, run.at.y - block.baseline + block.ink_y, block.ink_w,
            block.ink_h };
    };
    for (const Chart& chart : { sample_urdu_histogram(), sample_urdu_bars(), sample_urdu_lines() }) {
        for (const float text : { 9.0F, 16.0F }) {
            const Frame frame { { 592, wanted_height(chart, { { 592, 0 }, text }) }, text };
            const auto runs = runs_of(lay_out(chart, frame, wide));
            for (std::size_t i = 0; i < runs.size(); ++i)
                for (std::size_t j = i + 1; j < runs.size(); ++j) {
                    INFO(text << ": " << runs[i].text << " / " << runs[j].text);
                    CHECK_FALSE(ink_of(runs[i]).inset(0.5F).overlaps(ink_of(runs[j]).inset(0.5F)));
                }
        }
    }
}

TEST_CASE("Values of a line lie on no marker, and on a line only with a rim between")
{
    Lines lines;
    Series now { "now", {} }, before { "a year before", {} };
    for (int week = 0; week < 13; ++week) {
        lines.categories.push_back(std::to_string(week + 1));
        const double value = 94 + 1.5 * std::sin(week);
        now.values.push_back({ .at = value, .label = fmt::format("{:.1f}", value) });
        before.values.push_back({ .at = value + 0.8 * std::cos(2 * week) });
    }
    lines.series = { now, before };
    lines.target = Target { 95, "goal 95 %" };
    Chart chart = sample_lines();
    chart.body = lines;
    const Drawing drawing = laid(chart, 1192);
    int said = 0;
    for (std::size_t place = 0; place < drawing.items.size(); ++place) {
        const auto* run = std::get_if<Run>(&drawing.items[place]);
        const bool is_value = run && run->weight == ui::Weight::Bold && run->anchor == Run::Anchor::Middle;
        if (!is_value)
            continue;
        ++said;
        CAPTURE(run->text);
        const ui::Rect box = box_of(*run);
        const auto* rim = place > 0 ? std::get_if<Box>(&drawing.items[place - 1]) : nullptr;
        const bool parted = rim && rim->fill == kWhite && rim->rect.overlaps(box);
        for (const Item& item : drawing.items) {
            if (const auto* disc = std::get_if<Disc>(&item))
                CHECK_FALSE(ui::Rect { disc->centre.x - disc->radius, disc->centre.y - disc->radius,
                    2 * disc->radius, 2 * disc->radius }
                                .overlaps(box));
            if (const auto* marker = std::get_if<Box>(&item); marker && marker->fill != kWhite)
                CHECK_FALSE(marker->rect.overlaps(box));
            if (const auto* strokes = std::get_if<Strokes>(&item); strokes && !parted) {
                for (const auto& segment : strokes->segments) {
                    for (const float share : { 0.0F, 0.25F, 0.5F, 0.75F, 1.0F }) {
                        const ui::Point at { segment.from.x + share * (segment.to.x - segment.from.x),
                            segment.from.y + share * (segment.to.y - segment.from.y) };
                        const bool grid = strokes->color == kRule || strokes->color == kInk2;
                        CHECK((grid || !box.inset(1).contains(at)));
                    }
                }
            }
        }
    }
    CHECK(said >= 8);
}

TEST_CASE("Where the scale starts is said over the plot, beside no other words, with a unit or without")
{
    Chart chart = sample_lines();
    auto& lines = std::get<Lines>(chart.body);
    for (Value& value : lines.series.front().values)
        value.at = *value.at - 10;
    lines.target = Target { 90, "goal 90 %" };
    for (const char* unit : { "", "% seen within 15 minutes" }) {
        chart.unit = unit;
        for (const float width : { 300.0F, 544.0F, 900.0F }) {
            CAPTURE(width);
            const auto runs = runs_of(laid(chart, width));
            const auto note = std::find_if(
                runs.begin(), runs.end(), [](const Run& run) { return run.text.starts_with("Scale"); });
            REQUIRE(note != runs.end());
            for (const Run& run : runs) {
                CAPTURE(run.text);
                CHECK((run.text == note->text || !box_of(run).overlaps(box_of(*note))));
            }
        }
    }
}

TEST_CASE("A narrow line says every second or third of its values, the last one always")
{
    Chart chart = sample_lines();
    const auto runs = runs_of(laid(chart, 420));
    const auto says_value = [&](const char* text) {
        return std::any_of(runs.begin(), runs.end(), [&](const Run& run) { return run.text == text; });
    };
    CHECK(says_value("89.1"));
    CHECK_FALSE(says_value("94.6")); // the one before it
}

TEST_CASE("No words of a distribution are crossed by the upright line of others")
{
    for (const double median : { 60.0, 384.0, 1400.0 }) {
        for (const double p90 : { 500.0, 768.0, 1700.0 }) {
            Chart chart = sample_histogram();
            auto& histogram = std::get<Histogram>(chart.body);
            histogram.median = Target { median, "mediana 6.4" };
            histogram.p90 = Target { p90, "dziewięciu z dziesięciu poniżej 28.3" };
            histogram.targets = { { 600, "limit 10: dłużej czekało 31" },
                { 900, "limit 15: dłużej czekało 43" } };
            CAPTURE(median);
            CAPTURE(p90);
            const Drawing drawing = laid(chart, 544);
            for (const Run& run : runs_of(drawing)) {
                if (run.weight != ui::Weight::Bold)
                    continue;
                CAPTURE(run.text);
                const ui::Rect box = box_of(run).inset(0.5F);
                for (const Item& item : drawing.items) {
                    const auto* strokes = std::get_if<Strokes>(&item);
                    if (!strokes || strokes->color == kRule)
                        continue;
                    for (const auto& segment : strokes->segments) {
                        const bool upright = segment.from.x == segment.to.x;
                        const bool crosses = upright && box.x < segment.from.x && segment.from.x < box.right()
                            && std::min(segment.from.y, segment.to.y) < box.bottom()
                            && std::max(segment.from.y, segment.to.y) > box.y;
                        CHECK_FALSE(crosses);
                    }
                }
            }
        }
    }
}

TEST_CASE("A chart says its unit, its target and where its scale starts")
{
    const Drawing lines = laid(sample_lines());
    CHECK(says(lines, "% seen within 15 minutes"));
    CHECK(says(lines, "goal 95 %"));
    CHECK(says(lines, "Scale starts at 88 %."));
    CHECK(says(lines, "96 %"));
    const Drawing histogram = laid(sample_histogram());
    CHECK(says(histogram, "median 6.4"));
    CHECK(says(histogram, "target 15: 74 waited longer"));
    CHECK(says(histogram, "30+"));
}

TEST_CASE("A chart without data says so in words")
{
    for (Chart chart : sample_charts()) {
        std::visit(
            [](auto& body) {
                if constexpr (requires { body.series; })
                    for (Series& series : body.series)
                        for (Value& value : series.values)
                            value = {};
                else if constexpr (requires { body.cells; })
                    for (auto& row : body.cells)
                        row.assign(row.size(), Value {});
                else
                    body.counts.assign(body.counts.size(), 0);
            },
            chart.body);
        CHECK(is_empty(chart));
        const Drawing drawing = laid(chart);
        CHECK(says(drawing, "Nobody came in this period."));
        CHECK(runs_of(drawing).size() == 1);
    }
}

TEST_CASE("What is pointed at is told: category, series, cell and bin")
{
    const Drawing heat = laid(sample_heat());
    CHECK(heat.areas.size() == 40);
    const Area& cell = heat.areas.at(2 * 8 + 3);
    const Area* found = heat.area_at({ cell.rect.x + 1, cell.rect.y + 1 });
    REQUIRE(found);
    CHECK(found->series == 2);
    CHECK(found->index == 3);
    CHECK(heat.area_at({ -5, -5 }) == nullptr);
    CHECK(laid(sample_lines()).areas.size() == 13);
    CHECK(laid(sample_histogram()).areas.size() == 31);
    CHECK(laid(sample_stacked_bars()).areas.size() == 20);
}

TEST_CASE("C1, C3: words of charts are 7:1 on white, lines and signs 3:1, cells 7:1 with their words")
{
    for (const Chart& chart : sample_charts()) {
        for (const Run& run : runs_of(laid(chart))) {
            if (run.color == kWhite)
                continue;
            INFO(chart.title << ": " << run.text);
            CHECK(ui::contrast_ratio(run.color, kWhite) >= 7);
        }
    }
    for (const SeriesStyle& style : kSeriesStyles)
        CHECK(ui::contrast_ratio(style.line, kWhite) >= 3);
    for (const HeatTone& tone : kHeatTones)
        CHECK(ui::contrast_ratio(tone.ink, tone.fill) >= 7);
}

TEST_CASE("C6: series differ without colour: by hatching, dashes and markers")
{
    for (std::size_t a = 0; a < kSeriesStyles.size(); ++a) {
        for (std::size_t b = a + 1; b < kSeriesStyles.size(); ++b) {
            CHECK(kSeriesStyles.at(a).hatch != kSeriesStyles.at(b).hatch);
            CHECK(kSeriesStyles.at(a).marker != kSeriesStyles.at(b).marker);
            CHECK((kSeriesStyles.at(a).dash != kSeriesStyles.at(b).dash
                || kSeriesStyles.at(a).gap != kSeriesStyles.at(b).gap));
        }
    }
}

TEST_CASE("C6: the colours of series and steps differ for people who see no red or no green")
{
    for (const Matrix& sight : { kDeutan, kProtan }) {
        for (std::size_t a = 0; a < kSeriesStyles.size(); ++a)
            for (std::size_t b = a + 1; b < kSeriesStyles.size(); ++b) {
                CAPTURE(a);
                CAPTURE(b);
                CHECK(apart(kSeriesStyles.at(a).line, kSeriesStyles.at(b).line, sight) > 12);
                CHECK(apart(kSeriesStyles.at(a).fill, kSeriesStyles.at(b).fill, sight) > 12);
            }
    }
    // Steps of a field too; and what misses the goal by far is dark in grey too.
    for (std::size_t step = 1; step < kHeatTones.size(); ++step) {
        CHECK(apart(kHeatTones.at(step - 1).fill, kHeatTones.at(step).fill, kDeutan) > 6);
        CHECK(apart(kHeatTones.at(step - 1).fill, kHeatTones.at(step).fill, kProtan) > 6);
    }
    CHECK(lab(kHeatTones.at(2).fill, kGrey)[0] > lab(kHeatTones.at(3).fill, kGrey)[0] + 30);
    CHECK(lab(kHeatTones.at(3).fill, kGrey)[0] > lab(kHeatTones.at(4).fill, kGrey)[0] + 10);
}

TEST_CASE("Hatching stays inside its bar")
{
    const Drawing drawing = laid(sample_stacked_bars());
    for (const Item& item : drawing.items) {
        if (const auto* strokes = std::get_if<Strokes>(&item))
            for (const auto& segment : strokes->segments)
                for (const ui::Point point : { segment.from, segment.to }) {
                    CHECK(point.x >= -0.5F);
                    CHECK(point.x <= drawing.size.w + 0.5F);
                    CHECK(point.y >= -0.5F);
                    CHECK(point.y <= drawing.size.h + 0.5F);
                }
    }
}

TEST_CASE("The screen paints every word of the drawing, and does not mirror it for Urdu")
{
    ui::UiFixture fixture;
    for (const Language& language : { fixture.english, fixture.urdu }) {
        ui::Canvas canvas = fixture.canvas(language, 1920, 1920);
        std::vector<ui::Painted> painted;
        canvas.record(&painted);
        const Drawing drawing = laid(sample_heat());
        paint(canvas, drawing, { 100, 50 });
        CHECK(canvas.faults().empty());
        const auto at = [&](const std::string& text) {
            for (const ui::Painted& one : painted)
                if (one.kind == ui::Painted::Kind::Text && one.text == text)
                    return one.device;
            FAIL(text << " is not painted");
            return ui::Rect {};
        };
        CHECK(at("09").x < at("16").x);
        CHECK(at("Mon").y < at("Fri").y);
    }
}

TEST_CASE("A page has every word of the drawing as real text, and a title for whoever does not see it")
{
    Chart chart = sample_lines();
    chart.title = "Seen & \"in time\" <week>";
    const std::string svg = svg_of(laid(chart), chart, "c1");
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("<title id=\"c1-t\">Seen &amp; &quot;in time&quot; &lt;week&gt;</title>")
        != std::string::npos);
    CHECK(svg.find("<desc id=\"c1-d\">What it shows, in a sentence.</desc>") != std::string::npos);
    for (const Run& run : runs_of(laid(chart)))
        CHECK(svg.find(">" + xml_escaped(run.text) + "</text>") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
}

// For looking at: NEXTPLEASE_CHART_PICTURES=FOLDER test_chart
TEST_CASE("A PDF and a page hold all kinds of charts")
{
    ui::PdfPages pages(ui::kA4, { "Charts", "Northmoor Borough Council", "", "", "", Language("en") });
    std::string page = "<!DOCTYPE html><meta charset=utf-8><body style='width:900px;margin:20px;"
                       "font-family:Noto Sans'>";
    float y = 40;
    int number = 0;
    for (const Chart& chart : sample_charts()) {
        const Drawing drawing = laid(chart, 515, 9);
        if (y + drawing.size.h > 800) {
            pages.next_page();
            y = 40;
        }
        const ui::PdfTag tag(pages, "Figure");
        paint(pages, drawing, { 40, y });
        y += drawing.size.h + 30;
        page += "<h2>" + chart.title + "</h2>" + svg_of(laid(chart), chart, fmt::format("c{}", number++));
    }
    const std::string bytes = pages.finish();
    CHECK(bytes.starts_with("%PDF-"));
    if (const char* folder = std::getenv("NEXTPLEASE_CHART_PICTURES")) {
        std::ofstream(std::string(folder) + "/charts.pdf") << bytes;
        std::ofstream(std::string(folder) + "/charts.html") << page;
    }
}
