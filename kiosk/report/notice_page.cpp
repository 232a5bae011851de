// The notice as a page for the website.
#include "kiosk/chart/svg_painter.h"
#include "kiosk/report/html_page.h"
#include "kiosk/report/notice.h"

#include <fmt/format.h>

namespace nextplease::report {
namespace {

std::string escaped(const std::string& text)
{
    return chart::xml_escaped(text);
}

// A shape for each verdict, beside its word.
std::string sign(Verdict verdict)
{
    const char* shape = R"(<circle cx="24" cy="24" r="20" fill="none" stroke="#3B4851" stroke-width="4"/>)";
    if (verdict == Verdict::Met)
        shape =
            R"(<circle cx="24" cy="24" r="22" fill="#07543A"/><path d="M13 25l8 8 14-17" fill="none" stroke="#FFFFFF" stroke-width="5"/>)";
    else if (verdict == Verdict::NotMet)
        shape =
            R"(<path d="M24 1l23 23-23 23L1 24z" fill="#8E1919"/><path d="M16 16l16 16M32 16L16 32" fill="none" stroke="#FFFFFF" stroke-width="5"/>)";
    return fmt::format("<svg class=\"sign\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">{}</svg>", shape);
}

std::string style()
{
    return page_style() + R"(
body { font-size: 1.375rem; }
main { max-width: 56rem; }
header p { font-size: 1.375rem; }
h1 { font-size: 2.75rem; }
h2 { font-size: 1.75rem; margin-bottom: .5rem; }
.result { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin: 0; }
.result strong { font-size: 2.5rem; line-height: 1.2; }
.sign { width: 3rem; height: 3rem; flex: none; }
.verdict { font-weight: 700; }
.verdict.Met { color: #07543A; } .verdict.NotMet { color: #8E1919; }
ul { margin: .75rem 0 0; padding-inline-start: 1.5rem; }
@media print { body { font-size: 18pt; } section { break-inside: avoid; border-bottom: 1px solid #75807F; border-radius: 0; } .sign { width: 12mm; height: 12mm; } }
)";
}

const char* verdict_class(Verdict verdict)
{
    return verdict == Verdict::Met ? " Met" : verdict == Verdict::NotMet ? " NotMet" : "";
}

std::string section(const NoticeLine& line, const Notice& notice, int number)
{
    const bool foreign = line.title_language != notice.language;
    std::string text = fmt::format("<section aria-labelledby=\"p{0}\">\n<h2 id=\"p{0}\"{1}>{2}</h2>\n",
        number, foreign ? fmt::format(" lang=\"{}\" dir=\"auto\"", escaped(line.title_language.text())) : "",
        escaped(line.title));
    text += "<p class=\"result\">" + sign(line.verdict);
    if (!line.percent.empty())
        text +=
            fmt::format("<strong>{}</strong> <span>({})</span>", escaped(line.percent), escaped(line.counts));
    text += fmt::format("<span class=\"verdict{}\">{}</span></p>\n<ul>\n", verdict_class(line.verdict),
        escaped(line.verdict_words));
    for (const std::string& one : { line.goal, line.month, line.year }) {
        if (!one.empty())
            text += "<li>" + escaped(one) + "</li>\n";
    }
    return text + "</ul>\n</section>\n";
}

} // namespace

std::string notice_page(const Notice& notice, const Words& words)
{
    std::string text = html_head(notice.title + ": " + notice.council, words, style())
        + html_masthead(notice.council, notice.logo, words) + "<main>\n<h1>" + escaped(notice.title)
        + "</h1>\n";
    int number = 0;
    for (const NoticeLine& line : notice.lines)
        text += section(line, notice, ++number);
    text += "<section class=\"quiet\" aria-labelledby=\"how\">\n<h2 id=\"how\">" + escaped(notice.how_title)
        + "</h2>\n<ul>\n";
    for (const std::string& sentence : notice.how)
        text += "<li>" + escaped(sentence) + "</li>\n";
    text += "</ul>\n<p>" + escaped(notice.counted) + "</p>\n";
    text += fmt::format("<!-- {}; {}; {} -->\n", notice.made, escaped(notice.program), escaped(notice.data));
    return text + "</section>\n</main>\n</body>\n</html>\n";
}

} // namespace nextplease::report
