// A journey as the flow runs it, without the flow: touches, what it shows, and its errands on a real store.
#pragma once

#include "kiosk/visitor/queue_journeys.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"

#include <functional>
#include <memory>
#include <string>

namespace nextplease::visitor {

class JourneyRun : public testing::ReceptionFixture {
public:
    using ReceptionFixture::ReceptionFixture;

    using Factory = std::unique_ptr<Journey> (*)(const JourneyContext&);
    void open(Factory make, const ServiceCode& service = {}, const VisitWishes& wishes = {})
    {
        journey = make({ .configuration = configuration,
            .make_request = [this] { return RequestId("r" + std::to_string(++requests)); },
            .language = [] { return Language("en"); },
            .snapshot = room(),
            .ticket = {},
            .service = service,
            .wishes = wishes });
    }

    std::shared_ptr<const Snapshot> room()
    {
        const PlainEstimator estimator;
        return std::make_shared<Snapshot>(read_snapshot(*store, configuration, estimator, clock.now()));
    }

    // Does what the journey asks of the store; then it sees the room as it is.
    void answer()
    {
        for (const Errand& errand : journey->errands())
            errand.job(reception)();
        journey->show(room());
    }
    void fail()
    {
        for (const Errand& errand : journey->errands())
            errand.failed();
    }

    // As a keyboard or a scanner types, and Enter.
    void type(const std::u32string& text)
    {
        ui::TextDraft* draft = as<TypingStep>().draft;
        REQUIRE(draft);
        draft->text.clear();
        draft->caret = 0;
        for (const char32_t c : text)
            draft->insert(c);
        journey->typed();
        journey->next();
        answer();
    }

    template <class Kind>
    Kind as() const
    {
        const Step step = journey->step(words(Language("en")));
        REQUIRE(std::holds_alternative<Kind>(step));
        return std::get<Kind>(step);
    }

    // Touches the choice of that key; it must be there, and not be off.
    void choose(const std::string& key)
    {
        const auto choices = as<ChoiceStep>().choices;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (choices[i].key == key) {
                CHECK(choices[i].off.empty());
                return journey->choose(static_cast<int>(i));
            }
        }
        FAIL("no choice " << key);
    }
    Choice choice(const std::string& key) const
    {
        for (const Choice& one : as<ChoiceStep>().choices) {
            if (one.key == key)
                return one;
        }
        FAIL("no choice " << key);
        return {};
    }
    std::string line(std::size_t i = 0) const { return as<SayingStep>().words.lines.at(i).title; }
    std::string text(std::size_t i = 0) const { return as<SayingStep>().words.lines.at(i).text; }

    std::unique_ptr<Journey> journey;
    int requests = 0;
};

} // namespace nextplease::visitor
