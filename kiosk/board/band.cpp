#include "kiosk/board/band.h"
#include "text_keys.h"

#include <algorithm>
#include <cmath>

namespace nextplease::board {
namespace {

constexpr float kLargest = 272;
constexpr float kLargestPortrait = 320;
constexpr float kLargestPlacePortrait = 180;
constexpr float kTwoLines = 144; // largest size of a place in two lines
constexpr float kLeastNumber = 230; // beside a long place, which is set smaller than it
constexpr float kArrow = 164; // its length beside a text of kLargest
constexpr float kAroundArrow = 40; // at least, on each side
constexpr float kAtArrow = kArrow + 2 * kAroundArrow; // beside a text of kLargest
constexpr float kBearing = 0.08F; // of the size: what a large capital stands off its origin
constexpr float kEndBearing = 0.03F; // and a large digit off its end

// The two parts of `place` whose longer one is shortest; one part if none of them comes near to half.
std::vector<std::string> in_two_lines(
    const std::string& place, const std::function<float(const std::string&)>& measure)
{
    constexpr float kNearHalf = 0.4F; // "Desk / 3" would not read as one name
    std::vector<std::string> best { place };
    float width = measure(place);
    for (std::size_t space = place.find(' '); space != std::string::npos;
         space = place.find(' ', space + 1)) {
        const std::string first = place.substr(0, space);
        const std::string second = place.substr(space + 1);
        const auto [shorter, longer] = std::minmax({ measure(first), measure(second) });
        if (longer < width && shorter >= kNearHalf * longer) {
            width = longer;
            best = { first, second };
        }
    }
    return best;
}

float longest(const std::vector<std::string>& lines, const std::function<float(const std::string&)>& measure)
{
    float width = 0;
    for (const std::string& line : lines)
        width = std::max(width, measure(line));
    return width;
}

// Number and place in one line: the same size if they can be large, else the number keeps more of it.
void fit_beside(BandFit& fit, float room, float number, float place, bool tall)
{
    fit.number_size = std::min(kLargest, room / (number + place + kAtArrow / kLargest));
    fit.place_size = fit.number_size;
    if (tall) {
        fit.number_size = kLargest;
        fit.place_size = std::min(185.0F, (room - kLargest * number - kAtArrow) / place);
    } else if (fit.number_size < kLeastNumber) {
        fit.number_size = kLeastNumber;
        fit.place_size = (room - kLeastNumber * (number + kAtArrow / kLargest)) / place;
    }
}

void paint_arrow(ui::Frame& frame, float start, float middle, float length, ui::Color color)
{
    const float k = length / kArrow;
    frame.canvas.fill({ start, middle - 18 * k, 96 * k, 36 * k }, color);
    frame.canvas.triangle({ start + 88 * k, middle - 68 * k }, { start + 164 * k, middle },
        { start + 88 * k, middle + 68 * k }, color);
}

void paint_place(
    ui::Frame& frame, const BandFit& fit, float end, ui::Align align, float middle, ui::Color color)
{
    const ui::Type type { .size = fit.place_size, .weight = ui::Weight::Bold, .align = align };
    const auto lines = static_cast<float>(fit.place_lines.size());
    const float pitch = fit.place_size * 1.12F;
    float baseline = middle + 0.357F * fit.place_size - (lines - 1) * pitch / 2;
    for (const std::string& line : fit.place_lines) {
        frame.canvas.text({ end, baseline }, line, type, color);
        baseline += pitch;
    }
}

void paint_no_call(ui::Frame& frame, const Areas& areas, const View& view, bool tall)
{
    ui::Canvas& canvas = frame.canvas;
    canvas.fill(areas.band, frame.theme.surface);
    const ui::Type large { .size = 72, .line = 96, .weight = ui::Weight::Bold, .align = ui::Align::Middle };
    const ui::Type small { .size = 48, .line = tall ? 120.0F : 72.0F, .align = ui::Align::Middle };
    const float width = areas.band.w - 2 * kMargin;
    const float height = canvas.measure(view.content.no_call, large, width).h;
    const float more = view.content.no_call_more.empty() ? 0 : tall ? 120 : 72;
    const float top = areas.band.y + (areas.band.h - height - more) / 2;
    canvas.paragraph({ kMargin, top, width, height }, view.content.no_call, large, frame.theme.ink);
    if (more > 0)
        canvas.paragraph(
            { kMargin, top + height, width, more }, view.content.no_call_more, small, frame.theme.ink2);
}

} // namespace

BandFit fit_band(const Areas& areas, const CallShown& call, bool tall,
    const std::function<float(const std::string&)>& measure)
{
    const float room = areas.band.w - 2 * kMargin;
    const float number = measure(call.number);
    const float place = measure(call.place);
    const std::vector<std::string> lines = in_two_lines(call.place, measure);
    BandFit fit;
    fit.place_lines = { call.place };
    if (areas.shape == Shape::Portrait) {
        fit.number_size = std::min(kLargestPortrait, room / number);
        const float beside = room - kArrow / kLargest * kLargestPlacePortrait - kAroundArrow;
        fit.place_size = std::min(tall ? 112 : kLargestPlacePortrait, beside / place);
        if (fit.place_size < 110 && lines.size() > 1) {
            fit.place_lines = lines;
            fit.place_size = std::min(tall ? 64 : 88.0F, beside / longest(lines, measure));
        }
    } else {
        fit_beside(fit, room, number, place, tall);
        if (fit.place_size < (tall ? 120 : kTwoLines * 1.35F) && lines.size() > 1) {
            const float width = longest(lines, measure);
            fit.place_lines = lines;
            fit.place_size = tall ? 100 : kTwoLines;
            fit.number_size = std::min(kLargest, (room - width * fit.place_size - kAtArrow) / number);
            if (fit.number_size < kLeastNumber) {
                fit.number_size = kLeastNumber;
                fit.place_size = (room - kLeastNumber * number - kAtArrow) / width;
            }
        }
    }
    fit.number_size = std::floor(fit.number_size);
    fit.place_size = std::floor(fit.place_size);
    return fit;
}

void paint_band(ui::Frame& frame, const Areas& areas, const View& view, bool tall)
{
    if (!view.band) {
        paint_no_call(frame, areas, view, tall);
        return;
    }
    ui::Canvas& canvas = frame.canvas;
    const ui::Color fill = view.swapped ? frame.theme.on_yellow : frame.theme.yellow;
    const ui::Color ink = view.swapped ? frame.theme.yellow : frame.theme.on_yellow;
    const auto measure = [&](const std::string& text) {
        return canvas.measure(text, { .size = 100, .weight = ui::Weight::Bold }).w / 100;
    };
    const BandFit fit = fit_band(areas, *view.band, tall, measure);
    const ui::Rect& band = areas.band;
    canvas.fill(band, fill);
    canvas.text({ kMargin, band.y + 51.5F }, frame.words.say(Text::BoardPleaseGoTo),
        { .size = 40, .weight = ui::Weight::Bold }, ink);

    const ui::Type number { .size = fit.number_size, .weight = ui::Weight::Bold };
    const float number_x = kMargin - (canvas.right_to_left() ? kEndBearing : kBearing) * fit.number_size;
    const float end = band.right() - kMargin;
    const float k = fit.number_size / kLargest;
    if (areas.shape == Shape::Landscape) {
        const float middle = band.y + 193;
        const float taken =
            canvas.text({ number_x, middle + 0.357F * fit.number_size }, view.band->number, number, ink);
        paint_place(frame, fit, end + kEndBearing * fit.place_size, ui::Align::End, middle, ink);
        const float place = longest(fit.place_lines, measure) * fit.place_size;
        const float gap_middle = (number_x + taken + end - place) / 2;
        paint_arrow(frame, gap_middle - kArrow * k / 2, middle, kArrow * k, ink);
        return;
    }
    const float baseline = band.y + 84 + 0.714F * kLargestPortrait;
    canvas.text({ number_x, baseline }, view.band->number, number, ink);
    const float middle = (baseline + band.bottom()) / 2;
    const float length = kArrow / kLargest * kLargestPlacePortrait;
    paint_arrow(frame, kMargin, middle, length, ink);
    paint_place(frame, fit, kMargin + length + kAroundArrow, ui::Align::Start, middle, ink);
}

} // namespace nextplease::board
