// Pages of a PDF with real text in any script, drawn in points of 1/72 inch from the top left. What is opened
// and closed with tags is marked up for whoever has the file read aloud (headings, paragraphs, tables,
// figures), as far as Cairo 1.16 writes it. Made in memory: finish() gives the file's bytes.
//
// One thread.
#pragma once

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text_painter.h"
#include "kiosk/ui/theme.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nextplease::ui {

inline constexpr Size kA4 { 595, 842 };

struct PdfType {
    float size = 11;
    Weight weight = Weight::Regular;
    Color color { 0x12202A };
    Align align = Align::Start; // of paragraphs and lines; start is the side where the language begins
};

class PdfPages {
public:
    struct About {
        std::string title, author, subject;
        std::string creator; // the program
        std::string made; // an ISO time
        Language language;
    };
    PdfPages(Size page, const About& about);
    ~PdfPages();
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;

    Size page() const;
    int page_number() const; // from 1
    bool right_to_left() const;
    void next_page();

    void fill(const Rect& rect, Color color, float radius = 0);
    void border(const Rect& rect, Color color, float width, float radius = 0); // inside the rectangle
    void lines(const std::vector<std::pair<Point, Point>>& segments, Color color, float width);
    void polygon(const std::vector<Point>& points, Color color, float opacity = 1);
    void disc(Point centre, float radius, Color color);
    // A PNG, as large as fits, in the corner where the language begins. Throws Failure if it cannot be read.
    void picture(const std::filesystem::path& png, const Rect& rect);

    // One line. Left, middle or right end at `baseline.x`, whatever the language.
    enum class Anchor { Left, Middle, Right };
    void text(Point baseline, Anchor anchor, const std::string& text, const PdfType& type);
    float width(const std::string& text, const PdfType& type) const;
    // Lines broken at `width`. Returns their height.
    float paragraph(Point top_left, float width, const std::string& text, const PdfType& type);
    float height(float width, const std::string& text, const PdfType& type) const;
    // How wide the longest word is: no column may be narrower.
    float longest_word(const std::string& text, const PdfType& type) const;

    // "H1", "P", "Table", "TR", "TH", "TD", "Figure" and so on, ISO 32000-1 14.8.4.
    void open(const char* tag);
    void close(const char* tag);
    // An entry of the document's outline, for this page. Level 1 is the highest.
    void outline(const std::string& title, int level);

    // The bytes of the file. Nothing may be drawn after it.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Marks up what is drawn as long as it lives.
class PdfTag {
public:
    PdfTag(PdfPages& pages, const char* tag)
        : pages_(pages)
        , tag_(tag)
    {
        pages_.open(tag_);
    }
    ~PdfTag() { pages_.close(tag_); }
    PdfTag(const PdfTag&) = delete;
    PdfTag& operator=(const PdfTag&) = delete;

private:
    PdfPages& pages_;
    const char* tag_;
};

} // namespace nextplease::ui
