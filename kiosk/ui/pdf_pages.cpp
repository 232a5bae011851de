#include "kiosk/ui/pdf_pages.h"

#include "core/base/error.h"
#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <numbers>
#include <pango/pangocairo.h>

namespace nextplease::ui {
namespace {

constexpr float kLineSpacing = 1.15F; // of the font's own; Nastaliq's own is wide enough

struct FreeObject {
    void operator()(void* object) const { g_object_unref(object); }
};
struct FreeCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, FreeObject>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

struct PdfPages::State {
    State(Size page_size, const Language& of)
        : size(page_size)
        , language(of)
        , fonts(new_font_map())
        , surface(cairo_pdf_surface_create_for_stream(&append, &bytes, page_size.w, page_size.h))
        , cairo(cairo_create(surface.get()))
        , context(pango_font_map_create_context(fonts))
    {
        pango_cairo_update_context(cairo.get(), context.get());
        pango_context_set_language(context.get(), pango_language_from_string(of.text().c_str()));
    }
    ~State()
    {
        context.reset();
        free_font_map(fonts);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Layout lay(const std::string& text, const PdfType& type, float wrap) const
    {
        const bool rtl = ui::right_to_left(language) && has_arabic(text);
        pango_context_set_base_dir(context.get(), rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        Layout layout(pango_layout_new(context.get()));
        pango_layout_set_auto_dir(layout.get(), FALSE);
        const std::unique_ptr<PangoFontDescription, FreeFont> font(
            pango_font_description_from_string(font_families(language).c_str()));
        pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
        pango_font_description_set_weight(
            font.get(), type.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        if (wrap > 0) {
            pango_layout_set_width(layout.get(), static_cast<int>(wrap * PANGO_SCALE));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        }
        pango_layout_set_alignment(layout.get(), alignment(type.align));
        pango_layout_set_line_spacing(layout.get(), nastaliq(language, text) ? 1.0F : kLineSpacing);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }

    // Left and right are what they say, as long as Pango does not look for the direction itself. What runs
    // left to right in a language that does not still stands on the language's side.
    PangoAlignment alignment(Align align) const
    {
        if (align == Align::Middle)
            return PANGO_ALIGN_CENTER;
        const bool at_right = (align == Align::End) != ui::right_to_left(language);
        return at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    }

    void set_color(Color color, double opacity = 1) const
    {
        constexpr double kFull = 255;
        cairo_new_path(cairo.get()); // a text leaves a point behind that a shape would begin at
        cairo_set_source_rgba(cairo.get(), ((color.rgb >> 16) & 0xFFU) / kFull,
            ((color.rgb >> 8) & 0xFFU) / kFull, (color.rgb & 0xFFU) / kFull, opacity);
    }

    void rounded(const Rect& rect, float radius) const
    {
        cairo_t* const to = cairo.get();
        constexpr double kQuarter = std::numbers::pi / 2;
        if (radius <= 0)
            return cairo_rectangle(to, rect.x, rect.y, rect.w, rect.h);
        cairo_new_sub_path(to);
        cairo_arc(to, rect.right() - radius, rect.y + radius, radius, -kQuarter, 0);
        cairo_arc(to, rect.right() - radius, rect.bottom() - radius, radius, 0, kQuarter);
        cairo_arc(to, rect.x + radius, rect.bottom() - radius, radius, kQuarter, 2 * kQuarter);
        cairo_arc(to, rect.x + radius, rect.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
        cairo_close_path(to);
    }

    std::string bytes;
    Size size;
    Language language;
    PangoFontMap* fonts;
    std::unique_ptr<cairo_surface_t, FreeCairo> surface;
    std::unique_ptr<cairo_t, FreeCairo> cairo;
    std::unique_ptr<PangoContext, FreeObject> context;
    int page = 1;
    std::vector<int> outline; // the entry that is open on each level
};

PdfPages::PdfPages(Size page, const About& about)
    : state_(std::make_unique<State>(page, about.language))
{
    cairo_surface_t* const surface = state_->surface.get();
    const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, about.title);
    say(CAIRO_PDF_METADATA_AUTHOR, about.author);
    say(CAIRO_PDF_METADATA_SUBJECT, about.subject);
    say(CAIRO_PDF_METADATA_CREATOR, about.creator);
    say(CAIRO_PDF_METADATA_CREATE_DATE, about.made);
}

PdfPages::~PdfPages() = default;

Size PdfPages::page() const
{
    return state_->size;
}

int PdfPages::page_number() const
{
    return state_->page;
}

bool PdfPages::right_to_left() const
{
    return ui::right_to_left(state_->language);
}

void PdfPages::next_page()
{
    cairo_show_page(state_->cairo.get());
    ++state_->page;
}

void PdfPages::fill(const Rect& rect, Color color, float radius)
{
    state_->set_color(color);
    state_->rounded(rect, radius);
    cairo_fill(state_->cairo.get());
}

void PdfPages::border(const Rect& rect, Color color, float width, float radius)
{
    state_->set_color(color);
    cairo_set_line_width(state_->cairo.get(), width);
    state_->rounded(rect.inset(width / 2), std::max(0.0F, radius - width / 2));
    cairo_stroke(state_->cairo.get());
}

void PdfPages::lines(const std::vector<std::pair<Point, Point>>& segments, Color color, float width)
{
    cairo_t* const cairo = state_->cairo.get();
    state_->set_color(color);
    cairo_set_line_width(cairo, width);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    const Point* at = nullptr;
    for (const auto& [from, to] : segments) {
        if (!at || at->x != from.x || at->y != from.y)
            cairo_move_to(cairo, from.x, from.y);
        cairo_line_to(cairo, to.x, to.y);
        at = &to;
    }
    cairo_stroke(cairo);
}

void PdfPages::polygon(const std::vector<Point>& points, Color color, float opacity)
{
    state_->set_color(color, opacity);
    for (const Point& point : points)
        cairo_line_to(state_->cairo.get(), point.x, point.y);
    cairo_close_path(state_->cairo.get());
    cairo_fill(state_->cairo.get());
}

void PdfPages::disc(Point centre, float radius, Color color)
{
    state_->set_color(color);
    cairo_arc(state_->cairo.get(), centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(state_->cairo.get());
}

void PdfPages::picture(const std::filesystem::path& png, const Rect& rect)
{
    const std::unique_ptr<cairo_surface_t, FreeCairo> image(cairo_image_surface_create_from_png(png.c_str()));
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the logo {} cannot be read: see that it is a PNG file and that you may read it",
                png.string()));
    const auto width = static_cast<float>(std::max(1, cairo_image_surface_get_width(image.get())));
    const auto height = static_cast<float>(std::max(1, cairo_image_surface_get_height(image.get())));
    const float scale = std::min(rect.w / width, rect.h / height);
    cairo_t* const cairo = state_->cairo.get();
    cairo_save(cairo);
    cairo_translate(cairo, right_to_left() ? rect.right() - width * scale : rect.x, rect.y);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, image.get(), 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

void PdfPages::text(Point baseline, Anchor anchor, const std::string& text, const PdfType& type)
{
    const Layout layout = state_->lay(text, type, 0);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    const float wide = static_cast<float>(width) / PANGO_SCALE;
    const float left = baseline.x
        - (anchor == Anchor::Middle       ? wide / 2
                : anchor == Anchor::Right ? wide
                                          : 0);
    const float above = static_cast<float>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
    state_->set_color(type.color);
    cairo_move_to(state_->cairo.get(), left, baseline.y - above);
    pango_cairo_show_layout(state_->cairo.get(), layout.get());
}

float PdfPages::width(const std::string& text, const PdfType& type) const
{
    int width = 0;
    pango_layout_get_size(state_->lay(text, type, 0).get(), &width, nullptr);
    return static_cast<float>(width) / PANGO_SCALE;
}

float PdfPages::paragraph(Point top_left, float width, const std::string& text, const PdfType& type)
{
    const Layout layout = state_->lay(text, type, width);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    state_->set_color(type.color);
    cairo_move_to(state_->cairo.get(), top_left.x, top_left.y);
    pango_cairo_show_layout(state_->cairo.get(), layout.get());
    return static_cast<float>(height) / PANGO_SCALE;
}

float PdfPages::height(float width, const std::string& text, const PdfType& type) const
{
    int height = 0;
    pango_layout_get_size(state_->lay(text, type, width).get(), nullptr, &height);
    return static_cast<float>(height) / PANGO_SCALE;
}

float PdfPages::longest_word(const std::string& text, const PdfType& type) const
{
    float longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        if (end > begin)
            longest = std::max(longest, width(text.substr(begin, end - begin), type));
        begin = end + 1;
    }
    return longest;
}

void PdfPages::open(const char* tag)
{
    cairo_tag_begin(state_->cairo.get(), tag, nullptr);
}

void PdfPages::close(const char* tag)
{
    cairo_tag_end(state_->cairo.get(), tag);
}

void PdfPages::outline(const std::string& title, int level)
{
    auto& above = state_->outline;
    above.resize(std::min(above.size(), static_cast<std::size_t>(std::max(0, level - 1))));
    const int parent = above.empty() ? CAIRO_PDF_OUTLINE_ROOT : above.back();
    above.push_back(cairo_pdf_surface_add_outline(state_->surface.get(), parent, title.c_str(),
        fmt::format("page={}", state_->page).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN));
}

std::string PdfPages::finish()
{
    cairo_show_page(state_->cairo.get());
    cairo_surface_finish(state_->surface.get());
    const cairo_status_t drawn = cairo_status(state_->cairo.get());
    const cairo_status_t status = drawn ? drawn : cairo_surface_status(state_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the PDF could not be made: {}", cairo_status_to_string(status)));
    return std::move(state_->bytes);
}

} // namespace nextplease::ui
