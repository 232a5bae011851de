#include "kiosk/printing/paper_drawing.h"

#include "kiosk/printing/logo.h"
#include "kiosk/printing/paper_page.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/icons.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nextplease::printing {
namespace {

constexpr int kNarrow = 384;
constexpr int kLogo = 64;
constexpr int kSolid = 4; // lines have at least 3 dots
constexpr int kDash = 12, kDashGap = 8, kDashHeight = 3;
constexpr int kQuiet = 4; // modules around a QR code
constexpr int kLeastBody = 34; // 12 points
constexpr float kNastaliqLine = 1.9F;
constexpr float kLatinLine = 1.28F;

// Sizes of type in dots an em. 34 dots are 12 points at eight dots to a millimetre, 48 are 17 (B3).
struct Form {
    int margin, body, title, large, box, number;
};
Form form_of(int width, Print print)
{
    const bool narrow = width <= kNarrow;
    if (print == Print::Large)
        return { narrow ? 16 : 24, 48, 56, narrow ? 60 : 76, 60, 224 };
    return { narrow ? 16 : 24, kLeastBody, narrow ? 36 : 40, narrow ? 52 : 60, narrow ? 44 : 48, 224 };
}

// Sets one part under another.
class Setting {
public:
    Setting(int width, const Paper& paper, const ui::TextSetter& setter, const std::optional<ui::Mask>& logo)
        : paper_(paper)
        , setter_(setter)
        , logo_(logo)
        , form_(form_of(width, paper.print))
        , page_(width, ui::right_to_left(paper.language) ? Run::RightToLeft : Run::LeftToRight)
        , inner_(width - 2 * form_.margin)
        , y_(form_.margin)
    {
    }

    DrawnPaper finished()
    {
        for (const Part& part : paper_.parts)
            std::visit([this](const auto& one) { set(one); }, part);
        made_.raster = page_.dots(y_ + form_.margin);
        made_.overflow = made_.overflow || page_.outside();
        return std::move(made_);
    }

private:
    struct Style {
        int em;
        ui::Weight weight = ui::Weight::Regular;
        ui::Align align = ui::Align::Start;
        bool markup = false;
        Language language {};
    };

    ui::TextSpec spec(const std::string& text, const Style& style, int width) const
    {
        const Language& language = style.language.empty() ? paper_.language : style.language;
        const float em = static_cast<float>(style.em);
        return { .text = text,
            .markup = style.markup,
            .language = language,
            .px = em,
            .weight = style.weight,
            .wrap = static_cast<float>(width),
            .line_height = std::round(em * (ui::nastaliq(language, text) ? kNastaliqLine : kLatinLine)),
            .align = style.align };
    }

    // How far the ink reaches above the lines' boxes, and below: Nastaliq does.
    struct Overhang {
        int above, below;
        int both() const { return above + below; }
    };
    static Overhang overhang(const ui::TextBlock& block)
    {
        const float margin = ui::kInkMargin;
        return { std::max(0, -static_cast<int>(block.ink_y + margin)),
            std::max(0, static_cast<int>(block.ink_y + block.ink_h - margin - block.height)) };
    }

    // The style, smaller until its longest word fits, but not below 12 points.
    Style unbroken(const std::string& words, Style style, int width) const
    {
        while (style.em > kLeastBody && setter_.lay(spec(words, style, width))->block().broken_word)
            style.em = std::max(kLeastBody, style.em - 2);
        return style;
    }

    // Lines broken at `width`, in a box that begins `x` from the start; returns their height, ink included.
    int text(int x, int top, int width, const std::string& words, const Style& style)
    {
        if (words.empty())
            return 0;
        const Style set = unbroken(words, style, width);
        const auto laid = setter_.lay(spec(words, set, width));
        const ui::TextBlock& block = laid->block();
        const int left = page_.left(x, width);
        const Overhang over = overhang(block);
        // Letters that reach over the edge of their column, as some of Nastaliq do, stay on the paper.
        const int most = std::max(0, page_.width() - static_cast<int>(block.ink_w));
        page_.put(laid->draw(), std::clamp(left + static_cast<int>(block.ink_x), 0, most),
            top + over.above + static_cast<int>(block.ink_y));
        made_.unknown_glyphs += block.unknown_glyphs;
        made_.overflow = made_.overflow || block.broken_word;
        const int height = static_cast<int>(block.height) + over.both();
        place(Placed::Kind::Text, left, top, width, height);
        made_.placed.back().text = words;
        made_.placed.back().em = set.em;
        return height;
    }

    int height_of(const std::string& words, const Style& style, int width) const
    {
        if (words.empty())
            return 0;
        const auto laid = setter_.lay(spec(words, unbroken(words, style, width), width));
        return static_cast<int>(laid->block().height) + overhang(laid->block()).both();
    }

    // The narrowest column in which the words take no more lines than in this one.
    int balanced(const std::string& words, const Style& style, int width) const
    {
        const int lines = setter_.lay(spec(words, style, width))->block().lines;
        int narrow = width;
        while (narrow > width / 2 && lines > 1) {
            const auto laid = setter_.lay(spec(words, style, narrow - 8));
            if (laid->block().lines > lines || laid->block().broken_word)
                break;
            narrow -= 8;
        }
        return narrow;
    }

    // The style, smaller until one line holds the words, but not smaller than body text.
    Style fitted(const std::string& words, Style style, int width) const
    {
        while (style.em > form_.body && setter_.lay(spec(words, style, width))->block().lines > 1)
            style.em = std::max(form_.body, style.em - 2);
        return style;
    }

    void place(Placed::Kind kind, int x, int y, int w, int h)
    {
        made_.placed.push_back({ .kind = kind,
            .box = { static_cast<float>(x), static_cast<float>(y), static_cast<float>(w),
                static_cast<float>(h) } });
    }

    void set(const Letterhead& head)
    {
        draw_logo(page_.left(form_.margin, kLogo), y_);
        const int x = form_.margin + kLogo + 16;
        const Style style { .em = form_.body, .weight = ui::Weight::Bold };
        const int width = balanced(head.site, style, page_.width() - form_.margin - x);
        const int height = height_of(head.site, style, width);
        text(x, y_ + std::max(0, (kLogo - height) / 2), width, head.site, style);
        y_ += std::max(kLogo, height) + 14;
        set(Rule::Solid);
    }

    void draw_logo(int left, int top)
    {
        place(Placed::Kind::Logo, left, top, kLogo, kLogo);
        if (logo_) {
            page_.put(*logo_, left + (kLogo - logo_->width) / 2, top + (kLogo - logo_->height) / 2);
            return;
        }
        constexpr int kCorner = kLogo * 12 / 64;
        page_.fill(left + kCorner, top, kLogo - 2 * kCorner, kLogo);
        page_.fill(left, top + kCorner, kLogo, kLogo - 2 * kCorner);
        const ui::Mask disc = ui::icon_mask(ui::Icon::Disc, 2 * kCorner, false);
        for (const int x : { left, left + kLogo - 2 * kCorner })
            for (const int y : { top, top + kLogo - 2 * kCorner })
                page_.put(disc, x, y);
        page_.clear(ui::icon_mask(ui::Icon::Logo, kLogo, false), left, top);
    }

    void set(const Line& line)
    {
        Style style { .em = line.size == Size::Body ? form_.body
                : line.size == Size::Title          ? form_.title
                                                    : form_.large,
            .weight = line.weight,
            .align = line.align,
            .markup = line.markup,
            .language = line.language };
        if (line.size != Size::Body)
            style = fitted(line.text, style, inner_);
        y_ += text(form_.margin, y_, inner_, line.text, style) + 4;
    }

    // By its ink: as wide as the paper, or 224 dots an em where that is less.
    void set(const Number& number)
    {
        Style style { .em = form_.number, .weight = ui::Weight::Bold, .language = Language("en") };
        auto laid = setter_.lay(spec(number.text, style, 0));
        constexpr int kLeastMargin = 4;
        const float room =
            static_cast<float>(page_.width() - 2 * std::min(form_.margin, 20) + 2 * kLeastMargin);
        if (const float ink = laid->block().ink_w; ink > room) {
            style.em = static_cast<int>(static_cast<float>(style.em) * room / ink);
            laid = setter_.lay(spec(number.text, style, 0));
        }
        const ui::TextBlock& block = laid->block();
        const int width = static_cast<int>(block.ink_w), height = static_cast<int>(block.ink_h);
        const int left = (page_.width() - width) / 2;
        y_ += 12;
        page_.put(laid->draw(), left, y_);
        place(Placed::Kind::Number, left, y_, width, height);
        made_.placed.back().text = number.text;
        made_.placed.back().em = style.em;
        y_ += height + 28;
    }

    void set(const Box& box)
    {
        constexpr int kPadding = 12;
        const int width = inner_ - 2 * kPadding;
        const Style large = fitted(
            box.text, { .em = form_.box, .weight = ui::Weight::Bold, .align = ui::Align::Middle }, width);
        const Style small { .em = form_.body, .align = ui::Align::Middle, .language = box.staff_language };
        const int height = height_of(box.text, large, width) + height_of(box.staff, small, width);
        const int left = page_.left(form_.margin, inner_);
        page_.frame(left, y_, inner_, height + 2 * kPadding, kSolid);
        place(Placed::Kind::Line, left, y_, inner_, kSolid);
        const int first = text(form_.margin + kPadding, y_ + kPadding, width, box.text, large);
        text(form_.margin + kPadding, y_ + kPadding + first, width, box.staff, small);
        y_ += height + 2 * kPadding + 8;
    }

    void set(const Checklist& list)
    {
        const int side = form_.body * 28 / 34 / 2 * 2;
        const int x = form_.margin + side + 16;
        const Style style { .em = form_.body, .markup = true };
        for (const std::string& thing : list.things) {
            const int width = page_.width() - form_.margin - x;
            const auto block = setter_.lay(spec(thing, unbroken(thing, style, width), width))->block();
            const int line = static_cast<int>(block.height) / std::max(1, block.lines);
            const int top = y_ + overhang(block).above + (line - side) / 2;
            page_.frame(page_.left(form_.margin, side), top, side, side, 3);
            y_ += text(x, y_, width, thing, style) + 6;
        }
    }

    void set(const Code& code)
    {
        const Style title { .em = form_.body, .weight = ui::Weight::Bold };
        const Style words { .em = form_.body };
        const int modules = ui::qr_modules(code.code);
        const auto side_at = [&](int module) { return (modules + 2 * kQuiet) * module; };
        const bool alone = code.title.empty() && code.text.empty();
        // Beside the words if they keep a column that is worth it; the quiet zone reaches into the margin.
        for (int module = 8; module >= 6 && !alone; --module) {
            const int side = side_at(module);
            const int edge = std::max(0, form_.margin - kQuiet * module) + side;
            const int x = edge + 8;
            const int width = page_.width() - form_.margin - x;
            if (width < 7 * form_.body)
                continue;
            const int height = height_of(code.title, title, width) + 8 + height_of(code.text, words, width);
            const int tallest = std::max(side, height);
            draw_code(code.code, module, page_.left(edge - side, side), y_ + (tallest - side) / 2);
            const int top = y_ + (tallest - height) / 2;
            const int first = text(x, top, width, code.title, title);
            text(x, top + first + 8, width, code.text, words);
            y_ += tallest + 4;
            return;
        }
        const int module = std::clamp(page_.width() / (modules + 2 * kQuiet), 1, 8);
        draw_code(code.code, module, (page_.width() - side_at(module)) / 2, y_);
        y_ += side_at(module);
        const auto middle = [](Style style) {
            style.align = ui::Align::Middle;
            return style;
        };
        y_ += text(form_.margin, y_, inner_, code.title, middle(title));
        y_ += text(form_.margin, y_, inner_, code.text, middle(words)) + 8;
    }

    void draw_code(const std::string& code, int module, int left, int top)
    {
        const ui::Mask mask = ui::qr_mask(code, module);
        page_.put(mask, left + kQuiet * module, top + kQuiet * module);
        place(Placed::Kind::Code, left, top, mask.width + 2 * kQuiet * module,
            mask.height + 2 * kQuiet * module);
        made_.placed.back().text = code;
        made_.placed.back().module = module;
    }

    void set(Rule rule)
    {
        y_ += 8;
        const int height = rule == Rule::Solid ? kSolid : kDashHeight;
        place(Placed::Kind::Line, form_.margin, y_, inner_, height);
        if (rule == Rule::Solid)
            page_.fill(form_.margin, y_, inner_, height);
        for (int x = 0; rule == Rule::Dashed && x < inner_; x += kDash + kDashGap)
            page_.fill(form_.margin + x, y_, std::min(kDash, inner_ - x), height);
        y_ += height + 10;
    }

    void set(const Gap& gap) { y_ += form_.body * gap.tenths / 10; }

    const Paper& paper_;
    const ui::TextSetter& setter_;
    const std::optional<ui::Mask>& logo_;
    Form form_;
    PaperPage page_;
    int inner_;
    int y_;
    DrawnPaper made_;
};

} // namespace

int dots_of(int paper_mm)
{
    return paper_mm <= 58 ? kNarrow : 576;
}

PaperDrawer::PaperDrawer(int paper_mm, const std::filesystem::path& logo)
    : width_(dots_of(paper_mm))
{
    if (!logo.empty())
        logo_ = logo_mask(logo, kLogo);
}

DrawnPaper PaperDrawer::draw(const Paper& paper) const
{
    return Setting(width_, paper, setter_, logo_).finished();
}

} // namespace nextplease::printing
