// What the spoken mode says of a journey's step.
#include "kiosk/visitor/spoken.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using sound::Utterance;

// A step's words, and what makes it worth reading again.
struct Reading {
    Said said;
    std::string news;
    Said changing {};
};

class StepReader {
public:
    explicit StepReader(const Words& words)
        : words_(words)
    {
    }

    Reading operator()(const ChoiceStep& step) const { return { begin(step.question, step.hint), {} }; }

    Reading operator()(const CountStep& step) const
    {
        Reading made { begin(step.question, step.hint), {} };
        add(made.said, step.counted);
        return made;
    }

    Reading operator()(const TypingStep& step) const
    {
        // What is wrong comes first: it is why the step is read again.
        Reading made;
        add(made.said, step.problem);
        for (Utterance& one : begin(step.question, step.hint))
            made.said.push_back(std::move(one));
        add(made.said, step.privacy);
        made.news = step.problem;
        return made;
    }

    Reading operator()(const FacesStep& step) const { return { begin(step.question, step.hint), {} }; }

    Reading operator()(const ReviewStep& step) const
    {
        Reading made { begin(step.question, step.hint), {} };
        bool personal = false;
        for (const ReviewRow& row : step.rows) {
            const auto privacy = row.personal ? Utterance::Privacy::Personal : Utterance::Privacy::Public;
            personal = personal || row.personal;
            add(made.said, row.label);
            if (!row.value.empty())
                made.said.push_back({ row.value, words_.language(), privacy });
        }
        if (personal)
            add(made.said, words_.say(Text::VisitorSpokenPrivate));
        return made;
    }

    Reading operator()(const FiguresStep& step) const
    {
        Reading made { begin(step.question, step.hint), {} };
        for (const FigureRow& row : step.rows) {
            add(made.said, row.promise);
            add(made.said, row.result);
            add(made.said, row.verdict);
        }
        return made;
    }

    Reading operator()(const SayingStep& step) const
    {
        Reading made { begin(step.words.heading, {}), step.words.heading };
        add(made.said, joined({ step.large_label, step.large }));
        for (std::size_t i = 0; i < step.words.lines.size(); ++i) {
            const MessageLine& line = step.words.lines[i];
            for (Said* const said : { &made.said, step.changing == i ? &made.changing : nullptr }) {
                if (said) {
                    add(*said, line.title);
                    add(*said, line.text);
                }
            }
        }
        return made;
    }

private:
    Said begin(const std::string& question, const std::string& hint) const
    {
        Said said;
        add(said, question);
        add(said, hint);
        return said;
    }
    void add(Said& said, const std::string& text) const
    {
        if (!text.empty())
            said.push_back({ text, words_.language() });
    }

    const Words& words_;
};

std::string choice_said(const Choice& choice, const std::string& chosen_word)
{
    return joined({ choice.title, choice.hint, choice.chosen ? chosen_word : std::string {}, choice.off });
}

const Choice* choice_of(const std::vector<Choice>& choices, const std::string& key)
{
    const auto found = std::find_if(
        choices.begin(), choices.end(), [&key](const Choice& choice) { return choice.key == key; });
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

Announcement announcement_of(const Step& step, const std::string& name, const Words& words)
{
    Reading reading = std::visit(StepReader(words), step);
    return { name + "/" + words.language().text() + "/" + reading.news, std::move(reading.said),
        std::move(reading.changing) };
}

std::string step_item_said(const Step& step, const ui::Item& item, const Words& words)
{
    if (const auto* choices = std::get_if<ChoiceStep>(&step)) {
        const Choice* const choice = choice_of(choices->choices, item.key);
        if (!choice)
            return {};
        std::string said = choice_said(*choice, choices->chosen_word);
        if (choices->several && !choice->chosen && choice->off.empty())
            said = joined({ said, words.say(Text::VisitorSpokenSwitchedOff) });
        return said;
    }
    if (const auto* faces = std::get_if<FacesStep>(&step)) {
        const Choice* const face = choice_of(faces->faces, item.key);
        return face ? joined({ face->title, face->hint,
                   face->chosen ? words.say(Text::VisitorSpokenSwitchedOn) : std::string {} })
                    : std::string {};
    }
    if (const auto* count = std::get_if<CountStep>(&step)) {
        if (item.label == count->fewer || item.label == count->further)
            return joined({ item.label, count->counted });
    }
    if (const auto* review = std::get_if<ReviewStep>(&step)) {
        for (const ReviewRow& row : review->rows) {
            if (!row.key.empty() && row.key == item.key)
                return joined({ row.change, row.label });
        }
    }
    return {};
}

} // namespace nextplease::visitor
