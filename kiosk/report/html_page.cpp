#include "kiosk/report/html_page.h"

#include "core/base/error.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/chart/svg_painter.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace nextplease::report {
namespace {

constexpr float kChartWidth = 900;

std::string escaped(const std::string& text)
{
    return chart::xml_escaped(text);
}

std::string base64(const std::string& bytes)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t part = 0; part < 3; ++part)
            three =
                three << 8U | (i + part < bytes.size() ? static_cast<unsigned char>(bytes[i + part]) : 0U);
        for (std::size_t part = 0; part < 4; ++part)
            text += i + part > bytes.size() ? '=' : kLetters[three >> (18 - 6 * part) & 63U];
    }
    return text;
}

std::string logo_bytes(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes { std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>() };
    if (!in || bytes.empty())
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the logo {} cannot be read: see that it is a PNG file and that you may read it",
                file.string()));
    return bytes;
}

class Page {
public:
    explicit Page(const Words& words)
        : words_(words)
        , measure_(chart::font_measure(words.language()))
    {
    }

    void terms(const std::vector<Term>& terms)
    {
        text_ += "<dl>\n";
        for (const Term& term : terms)
            text_ += fmt::format(
                "<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(term.name), escaped(term.sentence));
        text_ += "</dl>\n";
    }

    void section(const Section& section)
    {
        const std::string id = fmt::format("s{}", ++sections_);
        title_ = section.title;
        text_ +=
            fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", id, escaped(title_));
        for (const auto& part : section.parts)
            std::visit([&](const auto& one) { add(one); }, part);
        text_ += "</section>\n";
    }

    void terms_section(const std::string& title, const std::vector<Term>& all)
    {
        if (all.empty())
            return;
        const std::string id = fmt::format("s{}", ++sections_);
        text_ += fmt::format("<section class=\"quiet\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
            id, escaped(title));
        terms(all);
        text_ += "</section>\n";
    }

    std::string text() && { return std::move(text_); }

private:
    void add(const std::string& paragraph) { text_ += "<p>" + escaped(paragraph) + "</p>\n"; }

    void add(const chart::Chart& chart)
    {
        const chart::Frame frame { { kChartWidth, chart::wanted_height(chart, { { kChartWidth, 0 }, 16 }) },
            16 };
        text_ += "<figure>\n";
        if (chart.title != title_)
            text_ += "<figcaption>" + escaped(chart.title) + "</figcaption>\n";
        // Its letters stay legible on a telephone, where it is moved within its own frame.
        text_ += "<div class=\"wide\" dir=\"ltr\" role=\"region\" aria-label=\"" + escaped(chart.title)
            + "\" tabindex=\"0\">\n"
            + chart::svg_of(chart::lay_out(chart, frame, measure_), chart, fmt::format("c{}", ++charts_))
            + "</div>\n</figure>\n";
    }

    void add(const Table& table)
    {
        const std::string id = fmt::format("t{}", ++tables_);
        // What is wider than the screen is moved within its own frame, with keys too.
        text_ += fmt::format("<div class=\"wide\" role=\"region\" aria-labelledby=\"{0}\" tabindex=\"0\">\n"
                             "<table>\n<caption><span id=\"{0}\">{1}</span></caption>\n<thead>\n<tr>",
            id, escaped(table.caption));
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            text_ += fmt::format("<th scope=\"col\"{}>{}</th>", numbers(table, i) ? " class=\"n\"" : "",
                escaped(table.columns[i].name));
        text_ += "</tr>\n</thead>\n<tbody>\n";
        for (const auto& cells : table.rows)
            row(cells, table.last == Table::LastRow::Total && &cells == &table.rows.back());
        text_ += "</tbody>\n</table>\n</div>\n";
    }

    static bool numbers(const Table& table, std::size_t column)
    {
        return column > 0 && (table.rows.empty() || is_number(table.rows.front().at(column)));
    }

    void row(const std::vector<Cell>& cells, bool total)
    {
        text_ += total ? "<tr class=\"total\">" : "<tr>";
        for (const Cell& cell : cells) {
            const CellWords said = words_of(cell, words_);
            // A share reads as one, also beside words that run the other way.
            std::string inner = words_.right_to_left() && is_number(cell)
                ? "<bdi dir=\"ltr\">" + escaped(said.text) + "</bdi>"
                : escaped(said.text);
            if (!said.small.empty())
                inner += " <small>" + escaped(said.small) + "</small>";
            // What comes from kiosk.conf may be written the other way round.
            const char* direction = words_.right_to_left() ? " dir=\"auto\"" : "";
            if (&cell == &cells.front())
                text_ += fmt::format("<th scope=\"row\"{}>{}</th>", direction, inner);
            else
                text_ += fmt::format("<td{}{}>{}</td>", style_of(cell), direction, inner);
        }
        text_ += "</tr>\n";
    }

    static const char* style_of(const Cell& cell)
    {
        if (const auto* verdict = std::get_if<Verdict>(&cell))
            return *verdict == Verdict::Met   ? " class=\"met\""
                : *verdict == Verdict::NotMet ? " class=\"missed\""
                                              : "";
        return is_number(cell) ? " class=\"n\"" : "";
    }

    const Words& words_;
    chart::Measure measure_;
    std::string text_;
    std::string title_; // of the section under way
    int sections_ = 0, charts_ = 0, tables_ = 0;
};

} // namespace

std::string page_style()
{
    return R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #F4F1EA; color: #12202A; font: 1rem/1.5 "Noto Sans", system-ui, sans-serif; }
:lang(ur), :lang(ks) { font-family: "Noto Sans", "Noto Nastaliq Urdu", serif; line-height: 2; }
header { background: #07303A; color: #FFFFFF; padding: 1rem 1.5rem; display: flex; gap: 1rem; align-items: center; }
header p { margin: 0; font-size: 1.125rem; font-weight: 700; }
header img { height: 3rem; width: auto; background: #FFFFFF; border-radius: .5rem; padding: .25rem; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 1rem; }
section { background: #FFFFFF; border: 2px solid #D8D3C7; border-radius: 1rem; padding: 1.5rem; margin: 1.5rem 0; }
section.quiet { background: none; border: 0; padding: 0 .25rem; color: #3B4851; }
section.quiet h2 { color: #12202A; }
dl { margin: 0 0 1rem; }
dl div { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin: .25rem 0; }
dt { font-weight: 700; min-width: 10rem; }
dd { margin: 0; flex: 1 1 20rem; overflow-wrap: anywhere; }
figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 700; margin-bottom: .5rem; }
svg { display: block; width: 100%; height: auto; font-family: "Noto Sans", "Noto Nastaliq Urdu", system-ui, sans-serif; }
figure svg { min-width: 44rem; }
.wide { overflow-x: auto; margin-bottom: 1.5rem; }
.wide:last-child { margin-bottom: 0; }
.wide:focus-visible { outline: 3px solid #6A2BB8; outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 700; padding: 0 0 .75rem; }
caption span { display: inline-block; position: sticky; inset-inline-start: 0; max-width: calc(100vw - 6rem); }
th, td { padding: .5rem .625rem; text-align: start; vertical-align: baseline; border-bottom: 1px solid #D8D3C7; }
thead th { font-size: .875rem; color: #3B4851; vertical-align: bottom; border-bottom: 2px solid #75807F; }
tbody th { font-weight: 400; }
.n { text-align: end; }
td.n { white-space: nowrap; }
[dir=rtl] th, [dir=rtl] td { text-align: right; }
[dir=rtl] .n { text-align: left; }
small { display: block; font-size: .8125rem; color: #3B4851; white-space: nowrap; }
tr.total th, tr.total td { font-weight: 700; border-top: 2px solid #75807F; border-bottom: 0; }
.met { color: #07543A; font-weight: 700; white-space: nowrap; }
.missed { color: #8E1919; font-weight: 700; white-space: nowrap; }
@page { margin: 15mm; }
@media print {
  body { background: #FFFFFF; font-size: 9.5pt; }
  header { background: none; color: #12202A; padding: 0 0 4mm; border-bottom: 1px solid #75807F; }
  main { max-width: none; padding: 0; }
  section { border: 0; padding: 0; }
  h1, h2, figcaption, caption { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  figure svg { min-width: 0; max-height: 180mm; }
  caption span { max-width: none; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  th, td { padding: 1mm 1.2mm; }
}
)";
}

std::string html_head(const std::string& title, const Words& words, const std::string& style)
{
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
        "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n",
        escaped(words.language().text()), words.right_to_left() ? "rtl" : "ltr", escaped(title), style);
}

std::string html_masthead(const std::string& council, const std::filesystem::path& logo, const Words& words)
{
    std::string text = "<header>\n";
    if (!logo.empty())
        text += "<img alt=\"" + escaped(words.say(Text::CliDocumentLogo, { { "council", council } }))
            + "\" src=\"data:image/png;base64," + base64(logo_bytes(logo)) + "\">\n";
    return text + "<p>" + escaped(council) + "</p>\n</header>\n";
}

std::string html_page(const Document& document, const Words& words)
{
    const std::string period = document.asked.empty() ? "" : ", " + document.asked.front().sentence;
    Page page(words);
    page.terms(document.asked);
    for (const Section& section : document.sections)
        page.section(section);
    page.terms_section(words.say(Text::CliDocumentDefinitions), document.definitions);
    page.terms_section(words.say(Text::CliDocumentAbout), document.about);
    return html_head(document.title + period + ": " + document.council, words, page_style())
        + html_masthead(document.council, document.logo, words) + "<main>\n<h1>" + escaped(document.title)
        + "</h1>\n" + std::move(page).text() + "</main>\n</body>\n</html>\n";
}

} // namespace nextplease::report
