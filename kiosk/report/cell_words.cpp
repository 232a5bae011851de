#include "kiosk/report/cell_words.h"

#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

constexpr const char* kDash = "–";

class CellReader {
public:
    explicit CellReader(const Words& words)
        : words_(words)
    {
    }
    CellWords operator()(std::monostate) const { return { kDash }; }
    CellWords operator()(std::int64_t number) const { return { number_words(number, words_) }; }
    CellWords operator()(const Share& share) const
    {
        if (share.whole == 0)
            return { kDash };
        return { percent_words(share, words_),
            words_.say(Text::CliDocumentOf, { { "whole", number_words(share.whole, words_) } }) };
    }
    CellWords operator()(const Duration& duration) const { return { duration_words(duration.seconds) }; }
    CellWords operator()(const Figure& figure) const
    {
        // Half up, as percent_text() does, so that a share of 100 is the same number everywhere.
        constexpr double kRounding = 1e-7;
        const double scale = std::pow(10.0, figure.decimals);
        const double rounded = std::floor(std::abs(figure.value) * scale + 0.5 + kRounding) / scale;
        const char* sign = figure.value < 0 && rounded > 0 ? "−" : "";
        return { with_decimal_mark(fmt::format("{}{:.{}f}", sign, rounded, figure.decimals), words_) };
    }
    CellWords operator()(LocalDate date) const { return { short_date(date, words_) }; }
    CellWords operator()(const LocalTime& time) const
    {
        return { short_date(time.date, words_) + ", " + clock_face(time.since_midnight) };
    }
    CellWords operator()(Verdict verdict) const { return { verdict_words(verdict, words_) }; }
    CellWords operator()(const std::string& text) const { return { text }; }

private:
    const Words& words_;
};

} // namespace

std::string percent_words(const Share& share, const Words& words)
{
    if (share.whole == 0)
        return kDash;
    return percent_text(static_cast<double>(share.part) / static_cast<double>(share.whole), words) + " %";
}

std::string duration_words(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::llround(std::abs(seconds)));
    const char* sign = seconds < 0 && whole > 0 ? "−" : "";
    if (whole >= 3600)
        return fmt::format("{}{}:{:02}:{:02}", sign, whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}{}:{:02}", sign, whole / 60, whole % 60);
}

std::string verdict_words(Verdict verdict, const Words& words)
{
    switch (verdict) {
    case Verdict::Met:
        return "✓ " + words.say(Text::CliStandardMet);
    case Verdict::NotMet:
        return "✗ " + words.say(Text::CliStandardNotMet);
    case Verdict::NoGoal:
        return "· " + words.say(Text::CliStandardNoGoal);
    case Verdict::Nothing:
        break;
    }
    return kDash;
}

CellWords words_of(const Cell& cell, const Words& words)
{
    return std::visit(CellReader(words), cell);
}

bool is_number(const Cell& cell)
{
    return !std::holds_alternative<std::string>(cell) && !std::holds_alternative<Verdict>(cell);
}

} // namespace nextplease::report
