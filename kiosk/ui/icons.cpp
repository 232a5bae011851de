#include "kiosk/ui/icons.h"

#include "core/base/error.h"
#include "kiosk/ui/icon_shapes.h"

#include <cairo/cairo.h>
#include <charconv>
#include <cmath>
#include <memory>
#include <numbers>
#include <qrencode.h>

namespace nextplease::ui {

namespace {

// Reads the SVG paths of our own drawings and draws them. Absolute commands only.
class PathReader {
public:
    PathReader(cairo_t* cairo, std::string_view path)
        : cairo_(cairo)
        , rest_(path)
    {
    }

    void draw()
    {
        char command = 'M';
        while (skip_blanks()) {
            const char c = rest_.front();
            if (('A' <= c && c <= 'Z')) {
                command = c;
                rest_.remove_prefix(1);
            }
            step(command);
        }
    }

private:
    bool skip_blanks()
    {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ','))
            rest_.remove_prefix(1);
        return !rest_.empty();
    }

    double number()
    {
        skip_blanks();
        double value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc {})
            throw std::logic_error("icon path without a number at: " + std::string(rest_));
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    void step(char command)
    {
        double x = 0, y = 0;
        if (cairo_has_current_point(cairo_))
            cairo_get_current_point(cairo_, &x, &y);
        switch (command) {
        case 'M':
            x = number();
            return cairo_move_to(cairo_, x, number());
        case 'L':
            x = number();
            return cairo_line_to(cairo_, x, number());
        case 'H':
            return cairo_line_to(cairo_, number(), y);
        case 'V':
            return cairo_line_to(cairo_, x, number());
        case 'C': {
            double n[6];
            for (double& value : n)
                value = number();
            return cairo_curve_to(cairo_, n[0], n[1], n[2], n[3], n[4], n[5]);
        }
        case 'A':
            return arc(x, y);
        case 'Z':
            return cairo_close_path(cairo_);
        default:
            throw std::logic_error("icon path with a command that is not known");
        }
    }

    // A circular arc from (x, y), by its radius, the two flags of SVG and its end.
    void arc(double x, double y)
    {
        double radius = number();
        number(); // both radii are equal
        number(); // so there is nothing to turn
        const bool large = number() != 0;
        const bool clockwise = number() != 0;
        const double to_x = number();
        const double to_y = number();
        const double half = std::hypot(to_x - x, to_y - y) / 2;
        radius = std::max(radius, half);
        const double height = std::sqrt(std::max(0.0, radius * radius - half * half));
        const double side = large == clockwise ? 1 : -1;
        const double centre_x = (x + to_x) / 2 + side * height * (to_y - y) / (2 * half);
        const double centre_y = (y + to_y) / 2 - side * height * (to_x - x) / (2 * half);
        const double from = std::atan2(y - centre_y, x - centre_x);
        const double to = std::atan2(to_y - centre_y, to_x - centre_x);
        (clockwise ? cairo_arc : cairo_arc_negative)(cairo_, centre_x, centre_y, radius, from, to);
    }

    cairo_t* cairo_;
    std::string_view rest_;
};

void ellipse_path(cairo_t* cairo, const Shape& shape)
{
    const auto [x, y, rx, ry, unused] = shape.numbers;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, rx, ry);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_restore(cairo);
}

void box_path(cairo_t* cairo, const Shape& shape)
{
    const auto [x, y, w, h, r] = shape.numbers;
    const double quarter = std::numbers::pi / 2;
    cairo_arc(cairo, x + w - r, y + r, r, -quarter, 0);
    cairo_arc(cairo, x + w - r, y + h - r, r, 0, quarter);
    cairo_arc(cairo, x + r, y + h - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, x + r, y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void draw_shape(cairo_t* cairo, const Shape& shape)
{
    cairo_new_path(cairo);
    switch (shape.kind) {
    case Shape::Kind::Path:
        PathReader(cairo, shape.path).draw();
        break;
    case Shape::Kind::Ellipse:
        ellipse_path(cairo, shape);
        break;
    case Shape::Kind::Box:
        box_path(cairo, shape);
        break;
    }
    if (shape.paint != Shape::Paint::Stroke)
        cairo_fill_preserve(cairo);
    if (shape.paint != Shape::Paint::Fill) {
        cairo_set_line_width(cairo, shape.stroke);
        cairo_stroke_preserve(cairo);
    }
}

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

std::unique_ptr<QRcode, FreeCode> encode(const std::string& text)
{
    std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code)
        throw InputError("The text \"" + text.substr(0, 60)
            + "\" is empty or too long for a QR code: write a shorter address.");
    return code;
}

} // namespace

bool mirrored(Icon icon)
{
    return icon_drawing(icon).facing == Facing::Way;
}

bool icon_named(std::string_view name, Icon& icon)
{
    for (const IconDrawing& drawing : icon_drawings())
        if (!name.empty() && drawing.name == name) {
            icon = drawing.icon;
            return true;
        }
    return false;
}

Mask icon_mask(Icon icon, int px, bool mirror)
{
    Mask mask { px, px, cairo_format_stride_for_width(CAIRO_FORMAT_A8, px), {} };
    mask.coverage.resize(static_cast<std::size_t>(mask.stride) * static_cast<std::size_t>(px));
    cairo_surface_t* const surface =
        cairo_image_surface_create_for_data(mask.coverage.data(), CAIRO_FORMAT_A8, px, px, mask.stride);
    cairo_t* const cairo = cairo_create(surface);
    const IconDrawing& drawing = icon_drawing(icon);
    if (mirror) {
        cairo_translate(cairo, px, 0);
        cairo_scale(cairo, -1, 1);
    }
    cairo_scale(cairo, px / drawing.grid, px / drawing.grid);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_source_rgba(cairo, 0, 0, 0, 1);
    for (const Shape& shape : drawing.shapes)
        draw_shape(cairo, shape);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return mask;
}

int qr_modules(const std::string& text)
{
    return encode(text)->width;
}

Mask qr_mask(const std::string& text, int module_px)
{
    const auto code = encode(text);
    const int side = code->width * module_px;
    Mask mask { side, side, side, {} };
    mask.coverage.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const unsigned char module = code->data[y / module_px * code->width + x / module_px];
            mask.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(side)
                + static_cast<std::size_t>(x)] = (module & 1) != 0 ? 255 : 0;
        }
    return mask;
}

} // namespace nextplease::ui
