// The monthly notice: what the council promised, what it did, and whether that was more or less than before,
// in plain words and large print, for the website and the wall. One for each language.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/indicator_report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nextplease::report {

struct NoticeLine {
    std::string title; // as kiosk.conf has the promise
    Language title_language; // the notice's own, where kiosk.conf has the promise in it
    Verdict verdict = Verdict::Nothing;
    std::string verdict_words; // "Goal met"
    std::string percent; // "93 in 100"; empty: too few to tell
    std::string counts; // "412 of 440"
    std::string goal; // "Our goal: 90 in 100"; may be empty
    std::string month, year; // against the month before and a year before
};

struct Notice {
    Language language;
    bool right_to_left = false;
    std::string council;
    std::filesystem::path logo; // may be empty
    std::string title; // "Our results for October 2026"
    std::vector<NoticeLine> lines;
    std::string how_title;
    std::vector<std::string> how; // what is counted, a sentence each
    std::string counted; // on which day
    std::string made; // an ISO time
    std::string program, data; // for whoever checks it
};

// Of a month's promises, and of satisfaction where anybody said. Figures that fewer than five people stand
// behind are not told.
Notice notice_of(
    const IndicatorReport& report, const Configuration& configuration, const Words& words, Instant now);

// The page for the website, and the bytes of the PDF for the wall (A4). Throws Failure if the logo cannot be
// read.
std::string notice_page(const Notice& notice, const Words& words);
std::string notice_pdf(const Notice& notice);

} // namespace nextplease::report
