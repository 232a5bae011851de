// The Charter: what the council promises, and last month's figures. Without the store the promises stand
// alone.
#pragma once

#include "core/reception/charter.h"
#include "kiosk/visitor/journeys.h"

namespace nextplease::visitor {

std::unique_ptr<Journey> make_charter(const JourneyContext& context);

class CharterJourney : public Journey {
public:
    explicit CharterJourney(const JourneyContext& context);
    static std::vector<JourneyPlace> places(); // see journey_places()

    std::string name() const override;
    Step step(const Words& words) const override;
    void next() override { over_ = at_ == At::Figures; }
    bool back() override { return false; }
    bool waiting() const override { return at_ == At::Looking; }
    End end() const override { return over_ ? End::Home : End::No; }
    std::vector<Errand> errands() override;

private:
    enum class At { Looking, Figures };

    const Configuration& configuration_;
    At at_ = At::Looking;
    bool asked_ = false;
    std::optional<CharterFigures> figures_; // none: the store could not be read
    bool over_ = false;
};

} // namespace nextplease::visitor
