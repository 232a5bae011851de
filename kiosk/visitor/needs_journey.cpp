// What somebody who is about to take a ticket needs: flags for the desk, how many people they are, and what
// else they came for. "Their needs met" (C, M). None of it makes anybody faster; see Need in office.h.
#include "kiosk/visitor/journey_parts.h"
#include "kiosk/visitor/queue_journeys.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

constexpr ui::Icon kPlainIcon = ui::Icon::Help;

ui::Icon icon_of(const std::string& name)
{
    ui::Icon icon = kPlainIcon;
    ui::icon_named(name, icon);
    return icon;
}

template <class List, class Item>
bool has(const List& list, const Item& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

template <class List, class Item>
void toggle(List& list, const Item& item)
{
    if (has(list, item))
        std::erase(list, item);
    else
        list.push_back(item);
}

class NeedsJourney : public Journey {
public:
    enum class Stage { Needs, Language, Party, Matters, Over };

    explicit NeedsJourney(const JourneyContext& context, std::optional<Stage> stage = {})
        : configuration_(context.configuration)
        , snapshot_(context.snapshot)
        , service_(context.service)
        , wishes_(context.wishes)
    {
        stage_ = stage.value_or(Stage::Needs);
        if (!asked(stage_))
            go_on();
    }

    std::string name() const override
    {
        switch (stage_) {
        case Stage::Needs:
            return "needs.what";
        case Stage::Language:
            return "needs.language";
        case Stage::Party:
            return "needs.party";
        case Stage::Matters:
        case Stage::Over:
            break;
        }
        return "needs.matters";
    }

    Step step(const Words& words) const override
    {
        switch (stage_) {
        case Stage::Needs:
            return needs_step(words);
        case Stage::Language:
            return language_step(words);
        case Stage::Party:
            return party_step(words);
        case Stage::Matters:
        case Stage::Over:
            break;
        }
        return matters_step(words);
    }

    void choose(int index) override
    {
        const auto at = static_cast<std::size_t>(index);
        const Office& office = configuration_.office;
        if (stage_ == Stage::Needs && at < office.needs.size()) {
            toggle(wishes_.needs, office.needs[at].code);
            if (!wants_interpreter())
                wishes_.interpreter = {};
        } else if (stage_ == Stage::Language && at < office.interpreters.size()) {
            wishes_.interpreter = office.interpreters[at].code;
            go_on();
        } else if (stage_ == Stage::Matters) {
            const std::vector<const Service*> others = further_services();
            if (at < others.size() && (has(wishes_.matters, others[at]->code) || room_for_more()))
                toggle(wishes_.matters, others[at]->code);
        }
    }

    void fewer() override
    {
        if (stage_ == Stage::Party)
            wishes_.party = std::max(1, wishes_.party - 1);
    }
    void further() override
    {
        if (stage_ == Stage::Party)
            wishes_.party = std::min(configuration_.office.rules.party_at_most, wishes_.party + 1);
    }
    void next() override
    {
        if (stage_ != Stage::Language)
            go_on();
    }

    bool back() override
    {
        for (Stage before = stage_; before != Stage::Needs;) {
            before = static_cast<Stage>(static_cast<int>(before) - 1);
            if (asked(before)) {
                stage_ = before;
                return true;
            }
        }
        return false;
    }

    End end() const override { return stage_ == Stage::Over ? End::Home : End::No; }
    const VisitWishes* wishes() const override { return &wishes_; }
    void show(const std::shared_ptr<const Snapshot>& snapshot) override { snapshot_ = snapshot; }

private:
    bool wants_interpreter() const
    {
        return std::any_of(wishes_.needs.begin(), wishes_.needs.end(), [&](const NeedCode& code) {
            const Need* need = configuration_.office.find(code);
            return need && need->asks == Need::Asks::WhichLanguage;
        });
    }

    bool room_for_more() const
    {
        return static_cast<int>(wishes_.matters.size()) < configuration_.office.rules.matters_at_most;
    }

    // The other services that can be had now; one that was chosen stays even if it has closed meanwhile.
    std::vector<const Service*> further_services() const
    {
        std::vector<const Service*> others;
        for (const Service& service : configuration_.office.services) {
            const ServiceNow* now = snapshot_ ? snapshot_->service(service.code) : nullptr;
            const bool offered = (now && now->gives_tickets()) || has(wishes_.matters, service.code);
            if (service.code != service_ && offered)
                others.push_back(&service);
        }
        return others;
    }

    bool asked(Stage stage) const
    {
        const Office& office = configuration_.office;
        switch (stage) {
        case Stage::Needs:
            return !office.needs.empty();
        case Stage::Language:
            return wants_interpreter();
        case Stage::Party:
            return office.rules.party_at_most > 1;
        case Stage::Matters:
            return office.rules.matters_at_most > 0 && !further_services().empty();
        case Stage::Over:
            break;
        }
        return true;
    }

    void go_on()
    {
        do
            stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
        while (!asked(stage_));
    }

    const std::string& in(const Worded& worded, const Words& words) const
    {
        return words_in(worded, words.language(), configuration_.languages);
    }

    static ChoiceStep choices(const Words& words, Text question, Text hint)
    {
        ChoiceStep step { .question = words.say(question), .hint = words.say(hint), .choices = {} };
        step.chosen_word = words.say(Text::VisitorNeedsChosen);
        step.more = words.say(Text::VisitorStepMore);
        step.previous = words.say(Text::VisitorStepPrevious);
        return step;
    }

    Step needs_step(const Words& words) const
    {
        ChoiceStep step = choices(words, Text::VisitorNeedsQuestion, Text::VisitorNeedsHint);
        step.several = true;
        for (const Need& need : configuration_.office.needs)
            step.choices.push_back({ .key = "need." + need.code.text(),
                .title = in(need.name, words),
                .hint = in(need.hint, words),
                .icon = icon_of(need.icon),
                .chosen = has(wishes_.needs, need.code) });
        step.next = step_next(words.say(Text::VisitorStepNext));
        return step;
    }

    Step language_step(const Words& words) const
    {
        ChoiceStep step = choices(words, Text::VisitorNeedsLanguage, Text::VisitorNeedsLanguageHint);
        for (const InterpreterLanguage& language : configuration_.office.interpreters)
            step.choices.push_back({ .key = "interpreter." + language.code.text(),
                .title = language.own_name,
                .hint = language.name == language.own_name ? std::string() : language.name,
                .icon = {},
                .chosen = wishes_.interpreter == language.code });
        return step;
    }

    Step party_step(const Words& words) const
    {
        return CountStep { .question = words.say(Text::VisitorNeedsParty),
            .hint = words.say(Text::VisitorNeedsPartyHint),
            .count = wishes_.party,
            .least = 1,
            .most = configuration_.office.rules.party_at_most,
            .counted = words.count(Text::VisitorWaitPeople, wishes_.party),
            .fewer = words.say(Text::VisitorNeedsFewer),
            .further = words.say(Text::VisitorNeedsFurther),
            .next = step_next(words.say(Text::VisitorStepNext)) };
    }

    Step matters_step(const Words& words) const
    {
        ChoiceStep step = choices(words, Text::VisitorNeedsMatters, Text::VisitorNeedsMattersHint);
        step.several = true;
        const int most = configuration_.office.rules.matters_at_most;
        for (const Service* service : further_services()) {
            const bool chosen = has(wishes_.matters, service->code);
            step.choices.push_back({ .key = "matter." + service->code.text(),
                .title = in(service->name, words),
                .hint = in(service->hint, words),
                .icon = {},
                .letter = service->letter,
                .chosen = chosen,
                .off = chosen || room_for_more() ? std::string()
                                                 : words.count(Text::VisitorNeedsAtMost, most) });
        }
        step.next = step_next(words.say(Text::VisitorStepNext));
        return step;
    }

    const Configuration& configuration_;
    std::shared_ptr<const Snapshot> snapshot_;
    ServiceCode service_;
    VisitWishes wishes_;
    Stage stage_ = Stage::Needs;
};

} // namespace

bool asks_needs(const Configuration& configuration)
{
    const Office& office = configuration.office;
    return !office.needs.empty() || office.rules.party_at_most > 1 || office.rules.matters_at_most > 0;
}

std::unique_ptr<Journey> make_needs(const JourneyContext& context)
{
    return std::make_unique<NeedsJourney>(context);
}

std::vector<JourneyPlace> needs_places(const Configuration& configuration)
{
    std::vector<JourneyPlace> places;
    if (!asks_needs(configuration))
        return places;
    using Stage = NeedsJourney::Stage;
    const auto add = [&](const std::string& name, Stage stage, const VisitWishes& wishes) {
        places.push_back({ name, JourneyKind::Needs, [stage, wishes](const JourneyContext& context) {
                              JourneyContext with = context;
                              with.wishes = wishes;
                              return std::make_unique<NeedsJourney>(with, stage);
                          } });
    };
    VisitWishes some;
    for (const Need& need : configuration.office.needs) {
        if (need.asks == Need::Asks::WhichLanguage || some.needs.size() < 2)
            some.needs.push_back(need.code);
    }
    some.party = 4;
    add("needs.what", Stage::Needs, some);
    add("needs.language", Stage::Language, some);
    add("needs.party", Stage::Party, some);
    add("needs.matters", Stage::Matters, some);
    return places;
}

} // namespace nextplease::visitor
