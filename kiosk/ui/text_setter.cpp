#include "kiosk/ui/text_setter.h"

#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <pango/pangocairo.h>

namespace nextplease::ui {

namespace {

constexpr float kLineOfSize = 1.3F; // distance of baselines where none is asked for
// The first baseline below the middle of its line box: so the middle of the capitals is there, or that of
// Nastaliq's sloping words.
constexpr float kBaselineOfSize = 0.388F;
constexpr float kNastaliqBaselineOfSize = 0.5F;

float pixels(int pango_units)
{
    return static_cast<float>(pango_units) / PANGO_SCALE;
}

// The side on which the lines of a text begin.
PangoDirection direction_of(const TextSpec& spec)
{
    // A code, a time or an English name in an Urdu screen runs left to right.
    if (right_to_left(spec.language) && has_arabic(spec.text))
        return PANGO_DIRECTION_RTL;
    return PANGO_DIRECTION_LTR;
}

void set_text(PangoLayout* layout, const TextSpec& spec)
{
    if (spec.markup) {
        PangoAttrList* attributes = nullptr;
        char* plain = nullptr;
        const int length = static_cast<int>(spec.text.size());
        if (pango_parse_markup(spec.text.c_str(), length, 0, &attributes, &plain, nullptr, nullptr)) {
            pango_layout_set_text(layout, plain, -1);
            pango_layout_set_attributes(layout, attributes);
            pango_attr_list_unref(attributes);
            g_free(plain);
            return;
        }
        assert(!"a text with markup must be well-formed: see escaped()");
    }
    pango_layout_set_text(layout, spec.text.c_str(), static_cast<int>(spec.text.size()));
}

// Nastaliq's own space is so narrow that its sloping words run together on a screen: the Latin one parts
// them.
void widen_spaces(PangoLayout* layout)
{
    PangoAttrList* const before = pango_layout_get_attributes(layout);
    PangoAttrList* const attributes = before ? pango_attr_list_copy(before) : pango_attr_list_new();
    const std::string_view text = pango_layout_get_text(layout);
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        PangoAttribute* const family = pango_attr_family_new("Noto Sans");
        family->start_index = static_cast<guint>(at);
        family->end_index = static_cast<guint>(at + 1);
        pango_attr_list_insert(attributes, family);
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

// True if a line begins in the middle of a word, because the word is wider than the room.
bool breaks_a_word(PangoLayout* layout)
{
    int count = 0;
    const PangoLogAttr* const attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* const text = pango_layout_get_text(layout);
    for (int i = 1; i < pango_layout_get_line_count(layout); ++i) {
        const int start = pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout, i));
        const auto letter = g_utf8_pointer_to_offset(text, text + start);
        if (letter < count && !attributes[letter].is_line_break)
            return true;
    }
    return false;
}

} // namespace

LaidText::LaidText(PangoLayout* layout, const TextSpec& spec)
    : layout_(layout)
{
    place_lines(spec);
    block_.unknown_glyphs = pango_layout_get_unknown_glyphs_count(layout_);
    block_.broken_word = spec.wrap > 0 && breaks_a_word(layout_);
}

LaidText::~LaidText()
{
    g_object_unref(layout_);
}

int LaidText::line_start(const TextSpec& spec, float width) const
{
    if (spec.wrap <= 0 || spec.align == Align::Middle)
        return spec.wrap <= 0 ? 0 : static_cast<int>(std::lround((spec.wrap - width) / 2));
    const bool at_right = (spec.align == Align::End) != right_to_left(spec.language);
    return at_right ? static_cast<int>(std::lround(spec.wrap - width)) : 0;
}

void LaidText::place_lines(const TextSpec& spec)
{
    const float line = spec.line_height > 0 ? spec.line_height : kLineOfSize * spec.px;
    const bool tall = nastaliq(spec.language, spec.text);
    const float first = std::round(line / 2 + (tall ? kNastaliqBaselineOfSize : kBaselineOfSize) * spec.px);
    const int count = std::max(1, pango_layout_get_line_count(layout_));
    float left = 0, top = 0, right = 0, bottom = 0;
    bool any_ink = false;
    for (int i = 0; i < count; ++i) {
        PangoRectangle ink {}, logical {};
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_, i), &ink, &logical);
        const float width = pixels(logical.width);
        const Line placed { line_start(spec, width),
            static_cast<int>(first + std::round(static_cast<float>(i) * line)) };
        lines_.push_back(placed);
        block_.width = std::max(block_.width, width);
        if (ink.width <= 0 || ink.height <= 0)
            continue;
        const float x = static_cast<float>(placed.x) + pixels(ink.x);
        const float y = static_cast<float>(placed.baseline) + pixels(ink.y);
        left = any_ink ? std::min(left, x) : x;
        top = any_ink ? std::min(top, y) : y;
        right = any_ink ? std::max(right, x + pixels(ink.width)) : x + pixels(ink.width);
        bottom = any_ink ? std::max(bottom, y + pixels(ink.height)) : y + pixels(ink.height);
        any_ink = true;
    }
    block_.height = line * static_cast<float>(count);
    block_.baseline = first;
    block_.lines = count;
    if (!any_ink)
        return;
    block_.ink_x = std::floor(left) - kInkMargin;
    block_.ink_y = std::floor(top) - kInkMargin;
    block_.ink_w = std::ceil(right) + kInkMargin - block_.ink_x;
    block_.ink_h = std::ceil(bottom) + kInkMargin - block_.ink_y;
}

Mask LaidText::draw() const
{
    Mask mask;
    mask.width = static_cast<int>(block_.ink_w);
    mask.height = static_cast<int>(block_.ink_h);
    if (mask.width <= 0 || mask.height <= 0)
        return {};
    mask.stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, mask.width);
    mask.coverage.resize(static_cast<std::size_t>(mask.stride) * static_cast<std::size_t>(mask.height));
    cairo_surface_t* const surface = cairo_image_surface_create_for_data(
        mask.coverage.data(), CAIRO_FORMAT_A8, mask.width, mask.height, mask.stride);
    cairo_t* const cairo = cairo_create(surface);
    cairo_set_source_rgba(cairo, 0, 0, 0, 1);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        PangoLayoutLine* const line = pango_layout_get_line_readonly(layout_, static_cast<int>(i));
        if (!line)
            continue;
        cairo_move_to(cairo, static_cast<double>(lines_[i].x) - static_cast<double>(block_.ink_x),
            static_cast<double>(lines_[i].baseline) - static_cast<double>(block_.ink_y));
        pango_cairo_show_layout_line(cairo, line);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return mask;
}

TextCaret LaidText::caret(std::size_t index) const
{
    int line = 0, x = 0;
    pango_layout_index_to_line_x(layout_, static_cast<int>(index), FALSE, &line, &x);
    line = std::clamp(line, 0, static_cast<int>(lines_.size()) - 1);
    // Pango puts what stands behind the last letter at the right, also where the line runs to the left.
    const PangoLayoutLine* const set = pango_layout_get_line_readonly(layout_, line);
    if (set && set->resolved_dir == PANGO_DIRECTION_RTL
        && static_cast<int>(index) >= set->start_index + set->length)
        x = 0;
    const Line& placed = lines_[static_cast<std::size_t>(line)];
    return { static_cast<float>(placed.x) + pixels(x), static_cast<float>(placed.baseline), line };
}

std::size_t LaidText::index_at(int line, float x) const
{
    const int last = static_cast<int>(lines_.size()) - 1;
    const int asked = std::clamp(line, 0, last);
    PangoLayoutLine* const set = pango_layout_get_line_readonly(layout_, asked);
    if (!set)
        return 0;
    const float from_left = x - static_cast<float>(lines_[static_cast<std::size_t>(asked)].x);
    int index = 0, trailing = 0;
    pango_layout_line_x_to_index(
        set, static_cast<int>(std::round(from_left * PANGO_SCALE)), &index, &trailing);
    const char* at = pango_layout_get_text(layout_) + index;
    for (; trailing > 0 && *at != 0; --trailing)
        at = g_utf8_next_char(at);
    return static_cast<std::size_t>(at - pango_layout_get_text(layout_));
}

TextSetter::TextSetter()
    : map_(new_font_map())
{
}

TextSetter::~TextSetter()
{
    free_font_map(map_);
}

// Each layout has a context of its own: Pango sets a layout anew, with the language and direction its context
// has by then, when it is drawn after another text was set.
PangoContext* TextSetter::new_context(const TextSpec& spec) const
{
    PangoContext* const context = pango_font_map_create_context(map_);
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(spec.language.text().c_str()));
    pango_context_set_base_dir(context, direction_of(spec));
    return context;
}

std::unique_ptr<LaidText> TextSetter::lay(const TextSpec& spec) const
{
    PangoContext* const context = new_context(spec);
    PangoLayout* const layout = pango_layout_new(context);
    g_object_unref(context); // the layout keeps its own reference
    PangoFontDescription* const font = pango_font_description_new();
    const std::string families = font_families(spec.language);
    pango_font_description_set_family_static(font, families.c_str());
    pango_font_description_set_absolute_size(font, static_cast<double>(spec.px) * PANGO_SCALE);
    pango_font_description_set_weight(
        font, spec.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font); // copies it
    pango_font_description_free(font);
    // A text that is all of the other direction keeps its own order.
    pango_layout_set_auto_dir(layout, !right_to_left(spec.language));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (spec.wrap > 0)
        pango_layout_set_width(layout, static_cast<int>(spec.wrap * PANGO_SCALE));
    else
        pango_layout_set_single_paragraph_mode(layout, TRUE);
    set_text(layout, spec);
    if (nastaliq(spec.language, spec.text))
        widen_spaces(layout);
    return std::make_unique<LaidText>(layout, spec);
}

void TextSetter::warm(const Language& language) const
{
    const char* const sample =
        pango_language_get_sample_string(pango_language_from_string(language.text().c_str()));
    for (const Weight weight : { Weight::Regular, Weight::Bold })
        lay({ .text = std::string(sample) + " B042", .language = language, .px = 28, .weight = weight })
            ->draw();
}

} // namespace nextplease::ui
