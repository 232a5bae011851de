// The notice as a PDF for the wall: A4, 18 points and more.
#include "kiosk/report/notice.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/pdf_pages.h"

#include <algorithm>

namespace nextplease::report {
namespace {

using ui::PdfPages;
using ui::PdfTag;
using ui::PdfType;
using ui::Weight;

constexpr float kMargin = 51; // 18 mm
constexpr float kSign = 34;
constexpr ui::Color kInk2 { 0x3B4851 };
constexpr ui::Color kGreen { 0x07543A };
constexpr ui::Color kRed { 0x8E1919 };
constexpr ui::Color kRule { 0x75807F };
constexpr ui::Color kWhite { 0xFFFFFF };
constexpr PdfType kCouncil { .size = 18, .weight = Weight::Bold };
constexpr PdfType kTitle { .size = 32, .weight = Weight::Bold };
constexpr PdfType kPromise { .size = 21, .weight = Weight::Bold };
constexpr PdfType kResult { .size = 34, .weight = Weight::Bold };
constexpr PdfType kBody { .size = 18 };
constexpr PdfType kHeading { .size = 21, .weight = Weight::Bold };
constexpr const char* kBetween = " · ";

ui::Color color_of(Verdict verdict)
{
    return verdict == Verdict::Met ? kGreen : verdict == Verdict::NotMet ? kRed : kInk2;
}

class NoticeSetter {
public:
    NoticeSetter(PdfPages& pages, const Notice& notice)
        : pages_(pages)
        , notice_(notice)
        , width_(pages.page().w - 2 * kMargin)
        , tall_(ui::nastaliq(notice.language, notice.title))
    {
    }

    void masthead()
    {
        float x = 0;
        constexpr float kLogo = 56;
        if (!notice_.logo.empty()) {
            pages_.picture(notice_.logo, placed(0, kLogo, kLogo));
            x = kLogo + 14;
        }
        const float wide = width_ - x;
        const float high = pages_.height(wide, notice_.council, kCouncil);
        {
            const PdfTag tag(pages_, "P");
            const ui::Rect at = placed(x, wide, high);
            pages_.paragraph({ at.x, y_ + (x > 0 ? std::max(0.0F, (kLogo - high) / 2) : 0) }, wide,
                notice_.council, kCouncil);
        }
        y_ += (x > 0 ? kLogo : high) + 16;
        pages_.outline(notice_.title, 1);
        paragraph("H1", notice_.title, kTitle, 16);
    }

    void line(const NoticeLine& line)
    {
        const float high = height_of(line);
        if (y_ + high > bottom() && y_ > kMargin) {
            pages_.next_page();
            y_ = kMargin;
        } else {
            rule();
        }
        pages_.outline(line.title, 2);
        paragraph("H2", line.title, kPromise, 8);
        result(line);
        for (const std::string& one : sentences(line))
            paragraph("P", one, kBody, 2);
        y_ += 14;
    }

    void how()
    {
        float high = pages_.height(width_, notice_.how_title, kHeading) + 8;
        for (const std::string& sentence : notice_.how)
            high += pages_.height(width_, sentence, kBody) + 4;
        high += pages_.height(width_, notice_.counted, kBody) + 24;
        if (y_ + high > bottom()) {
            pages_.next_page();
            y_ = kMargin;
        } else {
            rule();
        }
        pages_.outline(notice_.how_title, 2);
        paragraph("H2", notice_.how_title, kHeading, 8);
        for (const std::string& sentence : notice_.how)
            paragraph("P", sentence, kBody, 4);
        y_ += 8;
        paragraph("P", notice_.counted, kBody, 0);
    }

private:
    float bottom() const { return pages_.page().h - kMargin; }
    // A block that far from the side where the language begins.
    ui::Rect placed(float start, float wide, float high) const
    {
        const float x = pages_.right_to_left() ? kMargin + width_ - start - wide : kMargin + start;
        return { x, y_, wide, high };
    }

    void rule()
    {
        pages_.lines({ { { kMargin, y_ }, { kMargin + width_, y_ } } }, kRule, 1.5F);
        y_ += 12;
    }

    void paragraph(const char* tag_name, const std::string& text, const PdfType& type, float below)
    {
        const PdfTag tag(pages_, tag_name);
        y_ += pages_.paragraph({ kMargin, y_ }, width_, text, type) + below;
    }

    float height_of(const NoticeLine& line) const
    {
        float high = pages_.height(width_, line.title, kPromise) + 8 + result_height(line) + 8;
        for (const std::string& one : sentences(line))
            high += pages_.height(width_, one, kBody) + 2;
        return high + 26;
    }

    // Each in a line of its own; in a script of tall lines they share them, or a page would hold one promise.
    std::vector<std::string> sentences(const NoticeLine& line) const
    {
        std::vector<std::string> all;
        for (const std::string& one : { line.goal, line.month, line.year }) {
            if (one.empty())
                continue;
            if (tall_ && !all.empty())
                all.back() += kBetween + one;
            else
                all.push_back(one);
        }
        return all;
    }

    static PdfType verdict_type(Verdict verdict)
    {
        PdfType type = kResult;
        type.size = 20;
        type.color = color_of(verdict);
        return type;
    }
    static std::string counts(const NoticeLine& line)
    {
        return line.counts.empty() ? "" : "(" + line.counts + ")";
    }
    std::string verdict_words(const NoticeLine& line) const
    {
        return tall_ && !line.counts.empty() ? line.verdict_words + kBetween + counts(line)
                                             : line.verdict_words;
    }

    // Sign and figure on one line; the counts and the verdict beside it or, where there is no room, below.
    float result_height(const NoticeLine& line) const
    {
        const PdfType verdict = verdict_type(line.verdict);
        const float figure =
            line.percent.empty() ? 0 : pages_.height(width_ - kSign - 14, line.percent, kResult);
        const float wide = width_ - kSign - 14;
        const float said = pages_.height(wide, verdict_words(line), verdict);
        const float counted = line.counts.empty() || tall_ ? 0 : pages_.height(wide, counts(line), kBody);
        return std::max(kSign, figure) + (line.percent.empty() ? 0 : said + counted) + 4;
    }

    void result(const NoticeLine& line)
    {
        const float start = kSign + 14, wide = width_ - start;
        const PdfType verdict = verdict_type(line.verdict);
        const std::string& first = line.percent.empty() ? line.verdict_words : line.percent;
        const PdfType& first_type = line.percent.empty() ? verdict : kResult;
        const float high = std::max(kSign, pages_.height(wide, first, first_type));
        draw_sign(line.verdict, high);
        const float own = pages_.height(wide, first, first_type);
        {
            const PdfTag tag(pages_, "P");
            pages_.paragraph({ placed(start, wide, high).x, y_ + (high - own) / 2 }, wide, first, first_type);
        }
        y_ += high;
        if (!line.percent.empty()) {
            if (!tall_)
                y_ += set(counts(line), start, wide, kBody);
            y_ += set(verdict_words(line), start, wide, verdict);
        }
        y_ += 4;
    }

    float set(const std::string& text, float start, float wide, const PdfType& type)
    {
        const PdfTag tag(pages_, "P");
        return pages_.paragraph({ placed(start, wide, 0).x, y_ }, wide, text, type);
    }

    void draw_sign(Verdict verdict, float high)
    {
        const ui::Rect square = placed(0, kSign, kSign);
        const ui::Point c { square.x + kSign / 2, y_ + high / 2 };
        const float r = kSign / 2;
        if (verdict == Verdict::Met) {
            pages_.disc(c, r, kGreen);
            pages_.lines({ { { c.x - 0.45F * r, c.y + 0.05F * r }, { c.x - 0.1F * r, c.y + 0.4F * r } },
                             { { c.x - 0.1F * r, c.y + 0.4F * r }, { c.x + 0.5F * r, c.y - 0.35F * r } } },
                kWhite, 3.5F);
        } else if (verdict == Verdict::NotMet) {
            pages_.polygon({ { c.x, c.y - r }, { c.x + r, c.y }, { c.x, c.y + r }, { c.x - r, c.y } }, kRed);
            const float d = 0.32F * r;
            pages_.lines({ { { c.x - d, c.y - d }, { c.x + d, c.y + d } },
                             { { c.x - d, c.y + d }, { c.x + d, c.y - d } } },
                kWhite, 3.5F);
        } else {
            pages_.disc(c, r * 0.85F, kInk2);
            pages_.disc(c, r * 0.7F, kWhite);
        }
    }

    PdfPages& pages_;
    const Notice& notice_;
    float width_;
    bool tall_; // as Urdu in Nastaliq
    float y_ = kMargin;
};

} // namespace

std::string notice_pdf(const Notice& notice)
{
    PdfPages pages(ui::kA4,
        { .title = notice.title,
            .author = notice.council,
            .subject = notice.data,
            .creator = notice.program,
            .made = notice.made,
            .language = notice.language });
    {
        const PdfTag whole(pages, "Document");
        NoticeSetter setter(pages, notice);
        setter.masthead();
        for (const NoticeLine& line : notice.lines)
            setter.line(line);
        setter.how();
    }
    return pages.finish();
}

} // namespace nextplease::report
