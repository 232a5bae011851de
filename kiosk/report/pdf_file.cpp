#include "kiosk/report/pdf_file.h"

#include "kiosk/chart/chart_layout.h"
#include "kiosk/chart/page_painter.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/pdf_table.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

using ui::PdfPages;
using ui::PdfTag;
using ui::PdfType;
using ui::Weight;

constexpr float kMargin = 42; // 15 mm
constexpr float kFooter = 20;
constexpr ui::Color kInk2 { 0x3B4851 };
constexpr ui::Color kRule { 0xD8D3C7 };
constexpr PdfType kTitle { .size = 24, .weight = Weight::Bold };
constexpr PdfType kHeading { .size = 14, .weight = Weight::Bold };
constexpr PdfType kCaption { .size = 10, .weight = Weight::Bold };
constexpr PdfType kBody { .size = 10 };
constexpr PdfType kSmall { .size = 8.5F, .color = kInk2 };

class Setter {
public:
    Setter(PdfPages& pages, const Document& document, const Words& words)
        : pages_(pages)
        , document_(document)
        , words_(words)
        , measure_(chart::font_measure(words.language()))
        , y_(kMargin)
    {
    }

    void masthead()
    {
        float x = kMargin;
        constexpr float kLogo = 34;
        const bool rtl = pages_.right_to_left();
        if (!document_.logo.empty()) {
            pages_.picture(
                document_.logo, { rtl ? pages_.page().w - kMargin - kLogo : kMargin, y_, kLogo, kLogo });
            x += kLogo + 10;
        }
        const PdfType council { .size = 12, .weight = Weight::Bold };
        const float wide = width() - (x - kMargin);
        const float high = pages_.height(wide, document_.council, council);
        {
            const PdfTag tag(pages_, "P");
            pages_.paragraph({ rtl ? kMargin : x, y_ + (document_.logo.empty() ? 0 : (kLogo - high) / 2) },
                wide, document_.council, council);
        }
        y_ += document_.logo.empty() ? high + 8 : kLogo + 10;
        pages_.lines({ { { kMargin, y_ }, { pages_.page().w - kMargin, y_ } } }, kRule, 1);
        y_ += 14;
        text("H1", document_.title, kTitle, 8);
        pages_.outline(document_.title, 1);
        terms(document_.asked, kBody);
        y_ += 10;
    }

    void section(const Section& section)
    {
        heading(section.title,
            section.parts.empty() ? 0
                                  : std::visit([&](const auto& one) { return height(one, section.title); },
                                      section.parts.front()));
        for (const auto& part : section.parts)
            std::visit([&](const auto& one) { add(one, section.title); }, part);
    }

    void terms_section(const std::string& title, const std::vector<Term>& all)
    {
        if (all.empty())
            return;
        heading(title, 0);
        terms(all, kSmall);
        y_ += 8;
    }

    void footer()
    {
        const float baseline = pages_.page().h - kFooter;
        const PdfType type { .size = 8, .color = kInk2 };
        const bool rtl = pages_.right_to_left();
        const auto start = rtl ? PdfPages::Anchor::Right : PdfPages::Anchor::Left;
        const auto end = rtl ? PdfPages::Anchor::Left : PdfPages::Anchor::Right;
        const float left = kMargin, right = pages_.page().w - kMargin;
        // A long title takes a second line beside the number of the page.
        constexpr float kNumber = 72;
        const std::string said = document_.council + " · " + document_.title;
        const float room = right - left - kNumber;
        if (pages_.height(room, said, type) < 1.9F * pages_.height(room, "A", type))
            pages_.text({ rtl ? right : left, baseline }, start, said, type);
        else
            pages_.paragraph({ rtl ? left + kNumber : left, baseline - type.size }, room, said, type);
        pages_.text({ rtl ? left : right, baseline }, end,
            words_.say(Text::CliDocumentPage, { { "page", static_cast<long>(pages_.page_number()) } }), type);
    }

private:
    float width() const { return pages_.page().w - 2 * kMargin; }
    float bottom() const { return pages_.page().h - kFooter - 18; }

    void turn()
    {
        footer();
        pages_.next_page();
        y_ = kMargin;
    }
    // Room for so much, or a new page.
    void need(float height)
    {
        if (y_ > kMargin && y_ + height > bottom())
            turn();
    }

    void text(const char* tag_name, const std::string& said, const PdfType& type, float below)
    {
        need(pages_.height(width(), said, type));
        const PdfTag tag(pages_, tag_name);
        y_ += pages_.paragraph({ kMargin, y_ }, width(), said, type) + below;
    }

    // With what follows it, as far as that fits on a page.
    void heading(const std::string& title, float next)
    {
        constexpr float kKeepWithNext = 90;
        const float own = 16 + pages_.height(width(), title, kHeading);
        need(std::max(kKeepWithNext, std::min(own + next, bottom() - kMargin)));
        y_ += 8;
        pages_.outline(title, 2);
        text("H2", title, kHeading, 8);
    }

    void terms(const std::vector<Term>& all, const PdfType& type)
    {
        PdfType bold = type;
        bold.weight = Weight::Bold;
        bold.color = { 0x12202A };
        constexpr float kNames = 110;
        const bool rtl = pages_.right_to_left();
        for (const Term& term : all) {
            const float high = std::max(pages_.height(kNames - 8, term.name, bold),
                pages_.height(width() - kNames, term.sentence, type));
            need(high);
            const PdfTag tag(pages_, "P");
            pages_.paragraph(
                { rtl ? kMargin + width() - kNames + 8 : kMargin, y_ }, kNames - 8, term.name, bold);
            pages_.paragraph({ rtl ? kMargin : kMargin + kNames, y_ }, width() - kNames, term.sentence, type);
            y_ += high + 3;
        }
    }

    void add(const std::string& paragraph, const std::string&) { text("P", paragraph, kBody, 8); }

    static constexpr float kChartText = 8.5F;

    float chart_height(const chart::Chart& chart) const
    {
        constexpr float kMost = 0.72F; // of a page: its heading and the first rows of its table belong to it
        return std::min(
            chart::wanted_height(chart, { { width(), 0 }, kChartText }), (bottom() - kMargin) * kMost);
    }
    // A tall one is drawn closer rather than leave most of a page empty.
    float least_height(const chart::Chart& chart) const
    {
        constexpr float kStillLegible = 0.75F;
        return chart_height(chart) * kStillLegible;
    }

    // What a part takes at the least where it begins.
    float height(const std::string& paragraph, const std::string&) const
    {
        return pages_.height(width(), paragraph, kBody);
    }
    float height(const chart::Chart& chart, const std::string& title) const
    {
        return least_height(chart) + (chart.title == title ? 0 : 20);
    }
    float height(const Table&, const std::string&) const { return 80; }

    void add(const chart::Chart& chart, const std::string& title)
    {
        need(height(chart, title));
        if (chart.title != title)
            text("P", chart.title, kCaption, 6);
        const float high = std::min(chart_height(chart), std::max(bottom() - y_, least_height(chart)));
        const PdfTag tag(pages_, "Figure");
        chart::paint(
            pages_, chart::lay_out(chart, { { width(), high }, kChartText }, measure_), { kMargin, y_ });
        y_ += high + 16;
    }

    void add(const Table& table, const std::string&)
    {
        need(80);
        text("P", table.caption, kCaption, 5);
        PdfTable set(pages_, table, words_, { kMargin, width() });
        for (bool more = true; more;) {
            y_ = set.draw(y_, bottom());
            more = set.more();
            if (more)
                turn();
        }
        y_ += 16;
    }

    PdfPages& pages_;
    const Document& document_;
    const Words& words_;
    chart::Measure measure_;
    float y_;
};

// On its side where a table would not fit upright in letters of a readable size.
bool needs_landscape(const Document& document, const Words& words, const PdfPages::About& about)
{
    PdfPages scratch(ui::kA4, about);
    for (const Section& section : document.sections) {
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<Table>(&part);
            if (table && PdfTable::narrowest(scratch, *table, words) > ui::kA4.w - 2 * kMargin)
                return true;
        }
    }
    return false;
}

} // namespace

std::string pdf_file(const Document& document, const Words& words)
{
    const std::string period = document.asked.empty() ? "" : ", " + document.asked.front().sentence;
    std::string program;
    if (!document.about.empty())
        program = document.about.back().sentence;
    const PdfPages::About about { .title = document.title + period,
        .author = document.council,
        .subject = document.about.size() > 1 ? document.about[1].sentence : "",
        .creator = program,
        .made = document.made,
        .language = document.language };
    const ui::Size page =
        needs_landscape(document, words, about) ? ui::Size { ui::kA4.h, ui::kA4.w } : ui::kA4;
    PdfPages pages(page, about);
    {
        const PdfTag whole(pages, "Document");
        Setter setter(pages, document, words);
        setter.masthead();
        for (const Section& section : document.sections)
            setter.section(section);
        setter.terms_section(words.say(Text::CliDocumentDefinitions), document.definitions);
        setter.terms_section(words.say(Text::CliDocumentAbout), document.about);
        setter.footer();
    }
    return pages.finish();
}

} // namespace nextplease::report
