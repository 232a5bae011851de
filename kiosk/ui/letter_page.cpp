#include "kiosk/ui/letter_page.h"

#include "core/base/error.h"
#include "kiosk/ui/fonts.h"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <memory>
#include <pango/pangocairo.h>

namespace nextplease::ui {
namespace {

// Points of 1/72 inch.
constexpr double kWidth = 595;
constexpr double kHeight = 842;
constexpr double kMargin = 71; // 25 mm
constexpr double kSize = 12;
constexpr double kLargeSize = 18;

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

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

class Pages {
public:
    explicit Pages(const LetterPage& letter)
        : letter_(letter)
        , fonts_(new_font_map())
        , surface_(cairo_pdf_surface_create_for_stream(&append, &bytes_, kWidth, kHeight))
        , cairo_(cairo_create(surface_.get()))
        , context_(pango_font_map_create_context(fonts_))
    {
        pango_cairo_update_context(cairo_.get(), context_.get());
        pango_context_set_language(
            context_.get(), pango_language_from_string(letter.language.text().c_str()));
        pango_context_set_base_dir(
            context_.get(), right_to_left(letter.language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }
    ~Pages() { free_font_map(fonts_); }
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;

    void add(const std::string& text, double space_below, PangoWeight weight = PANGO_WEIGHT_NORMAL)
    {
        const double size = letter_.large_print ? kLargeSize : kSize;
        const std::unique_ptr<PangoLayout, FreeObject> layout(pango_layout_new(context_.get()));
        const std::unique_ptr<PangoFontDescription, FreeFont> font(
            pango_font_description_from_string(font_families(letter_.language).c_str()));
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), weight);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>((kWidth - 2 * kMargin) * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), kLineSpacing);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        int height = 0;
        pango_layout_get_pixel_size(layout.get(), nullptr, &height);
        if (y_ > kMargin && y_ + height > kHeight - kMargin) {
            cairo_show_page(cairo_.get());
            y_ = kMargin;
        }
        cairo_move_to(cairo_.get(), kMargin, y_);
        pango_cairo_show_layout(cairo_.get(), layout.get());
        y_ += height + space_below * size;
    }

    std::string finish()
    {
        cairo_show_page(cairo_.get());
        cairo_surface_finish(surface_.get());
        if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS)
            throw Failure(Failure::Kind::Unavailable,
                "the letter could not be drawn: there is not enough free memory; close other programs and "
                "try "
                "again");
        return std::move(bytes_);
    }

private:
    static constexpr float kLineSpacing = 1.2F;
    const LetterPage& letter_;
    std::string bytes_;
    PangoFontMap* fonts_;
    std::unique_ptr<cairo_surface_t, FreeCairo> surface_;
    std::unique_ptr<cairo_t, FreeCairo> cairo_;
    std::unique_ptr<PangoContext, FreeObject> context_;
    double y_ = kMargin;
};

} // namespace

std::string pdf_of(const LetterPage& letter)
{
    Pages pages(letter);
    pages.add(letter.council, 0.5, PANGO_WEIGHT_BOLD);
    pages.add(letter.date, 2);
    pages.add(letter.subject, 1, PANGO_WEIGHT_BOLD);
    for (const std::string& paragraph : letter.paragraphs)
        pages.add(paragraph, 0.8);
    pages.add(letter.closing, 2.5);
    pages.add(letter.signed_by, 0);
    return pages.finish();
}

} // namespace nextplease::ui
