#include "kiosk/visitor/charter_journey.h"

#include "core/reception/charter_words.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <array>

namespace nextplease::visitor {
namespace {

FigureRow row_of(const CharterResult& result, const Words& words, const Configuration& configuration)
{
    FigureRow row;
    row.promise = words_in(result.line.promise, words.language(), configuration.languages);
    row.result = result_words(result, words);
    row.verdict = verdict_words(result, words);
    if (!row.verdict.empty())
        row.sign = result.verdict;
    return row;
}

} // namespace

std::unique_ptr<Journey> make_charter(const JourneyContext& context)
{
    return std::make_unique<CharterJourney>(context);
}

CharterJourney::CharterJourney(const JourneyContext& context)
    : configuration_(context.configuration)
{
}

std::vector<JourneyPlace> CharterJourney::places()
{
    // Every verdict in turn, with figures as long as they come.
    const auto figures = [](const JourneyContext& context) {
        auto journey = std::make_unique<CharterJourney>(context);
        CharterFigures sample;
        using namespace std::chrono;
        sample.first = year { 2026 } / September / day { 1 };
        sample.last = year { 2026 } / September / day { 30 };
        long verdict = 0;
        for (const CharterLine& line : context.configuration.charter) {
            CharterResult result;
            result.line = line;
            result.of = 12'000;
            result.within = 10'440; // where nothing judges it
            if (line.goal_percent) {
                constexpr std::array kBelow { 0, 3, 15 }; // per cent under the goal
                const long place = verdict++ % 3;
                result.verdict = static_cast<Pace>(place);
                const double percent = *line.goal_percent - kBelow.at(static_cast<std::size_t>(place));
                result.within = static_cast<std::int64_t>(std::max(percent, 0.0) * 120);
            }
            sample.lines.push_back(std::move(result));
        }
        journey->figures_ = sample;
        journey->at_ = At::Figures;
        journey->asked_ = true;
        return journey;
    };
    return { { "charter.looking", JourneyKind::Charter, make_charter },
        { "charter.figures", JourneyKind::Charter, figures } };
}

std::string CharterJourney::name() const
{
    return at_ == At::Looking ? "charter.looking" : "charter.figures";
}

Step CharterJourney::step(const Words& words) const
{
    if (at_ == At::Looking) {
        SayingStep saying;
        saying.words.heading = words.say(Text::VisitorTakingHeading);
        saying.words.lines = { { ui::Icon::Clock, words.say(Text::VisitorCharterLooking), {} } };
        return saying;
    }
    FiguresStep figures;
    figures.question = words.say(Text::VisitorCharterQuestion);
    figures.more = words.say(Text::VisitorMore);
    figures.previous = words.say(Text::VisitorBack);
    figures.next =
        ButtonWords { "step.next", words.say(Text::VisitorTicketDone), {}, Intent::Kind::StepNext };
    if (!figures_) {
        figures.hint = words.say(Text::VisitorCharterCutOff);
        for (const CharterLine& line : configuration_.charter) {
            FigureRow row;
            row.promise = words_in(line.promise, words.language(), configuration_.languages);
            figures.rows.push_back(std::move(row));
        }
        return figures;
    }
    figures.hint = words.say(Text::VisitorCharterPeriod,
        { { "from", short_date(figures_->first, words) }, { "to", short_date(figures_->last, words) } });
    for (const CharterResult& result : figures_->lines)
        figures.rows.push_back(row_of(result, words, configuration_));
    return figures;
}

std::vector<Errand> CharterJourney::errands()
{
    if (asked_)
        return {};
    asked_ = true;
    Errand errand;
    errand.job = [this](Reception& reception) -> std::function<void()> {
        const CharterFigures found =
            charter_figures(reception.store(), reception.configuration(), reception.today(), reception.now());
        return [this, found] {
            figures_ = found;
            at_ = At::Figures;
        };
    };
    errand.failed = [this] { at_ = At::Figures; };
    std::vector<Errand> errands;
    errands.push_back(std::move(errand));
    return errands;
}

} // namespace nextplease::visitor
