// One of every kind of step, short and long, in the languages of the shipped kiosk: what the screens must be
// able to show, whatever the journeys ask.
#pragma once

#include "kiosk/visitor/journeys.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nextplease::visitor {

// A journey that stands still at one step, and counts what is touched.
class GalleryJourney : public Journey {
public:
    using Make = std::function<Step(const Language&)>;
    GalleryJourney(std::string name, Make make)
        : name_(std::move(name))
        , make_(std::move(make))
    {
    }
    std::string name() const override { return name_; }
    Step step(const Words& words) const override { return make_(words.language()); }
    bool back() override { return false; }

private:
    std::string name_;
    Make make_;
};

// Words of a language: short, middling and long ones, as the journeys have them.
struct GalleryWords {
    std::string question, hint, title, long_title, line, long_line, chosen, more, next, fewer, further,
        people;
    std::vector<std::string> faces;
};

inline const GalleryWords& gallery_words(const Language& language)
{
    static const std::map<Language, GalleryWords> all {
        { Language("en"),
            { "Is there anything that you need from us?", "Touch all that you need. We tell the desk.",
                "Hearing loop", "A private room to talk in", "We speak into a loop.",
                "We write to you in large print or Braille, as you like it best.", "chosen", "More choices",
                "Go on", "One fewer", "One more", "3 people",
                { "Very bad", "Bad", "In between", "Good", "Very good" } } },
        { Language("pl"),
            { "Czy potrzebujesz od nas czegoś szczególnego?",
                "Dotknij wszystkiego, czego potrzebujesz. Powiemy o tym przy stanowisku.", "Pętla indukcyjna",
                "Osobny pokój do rozmowy", "Mówimy przez pętlę.",
                "Odpowiemy dużym drukiem albo alfabetem Braille’a, jak wolisz.", "wybrane",
                "Więcej możliwości", "Dalej", "O jedną mniej", "O jedną więcej", "3 osoby",
                { "Bardzo źle", "Źle", "Przeciętnie", "Dobrze", "Bardzo dobrze" } } },
        { Language("ur"),
            { "کیا آپ کو ہم سے کوئی خاص مدد چاہیے؟", "جو چاہیے اسے چھوئیں۔ ہم ڈیسک کو بتا دیں گے۔",
                "سماعت کا لوپ", "بات کرنے کے لیے الگ کمرہ", "ہم لوپ کے ذریعے بولتے ہیں۔",
                "ہم آپ کو بڑے حروف یا بریل میں جواب دیں گے، جیسا آپ چاہیں۔", "منتخب", "مزید اختیارات",
                "آگے بڑھیں", "ایک کم", "ایک زیادہ", "3 افراد",
                { "بہت برا", "برا", "درمیانہ", "اچھا", "بہت اچھا" } } },
    };
    return all.at(language);
}

inline ButtonWords gallery_next(const GalleryWords& words)
{
    return { .key = "step.next", .label = words.next, .icon = {}, .act = Intent::Kind::StepNext };
}

enum class Several { No, Yes };

inline Step gallery_choices(const Language& language, int count, Several several)
{
    const GalleryWords& words = gallery_words(language);
    ChoiceStep step { .question = words.question, .hint = words.hint, .choices = {} };
    step.several = several == Several::Yes;
    step.chosen_word = words.chosen;
    step.more = words.more;
    constexpr ui::Icon kIcons[] { ui::Icon::Interpreter, ui::Icon::Hearing, ui::Icon::Lock,
        ui::Icon::Wheelchair, ui::Icon::Eye, ui::Icon::People };
    for (int i = 0; i < count; ++i) {
        Choice choice { .key = "gallery." + std::to_string(i),
            .title = i % 3 == 1 ? words.long_title : words.title,
            .hint = i % 3 == 2 ? std::string()
                : i % 3 == 1   ? words.line
                               : words.long_line };
        if (i % 4 == 3)
            choice.letter = "B";
        else
            choice.icon = kIcons[i % 6];
        choice.chosen = step.several && i % 2 == 1;
        if (i == 4)
            choice.off = words.line;
        step.choices.push_back(choice);
    }
    if (step.several)
        step.next = gallery_next(words);
    return step;
}

inline Step gallery_review(const Language& language, int repeats)
{
    const GalleryWords& words = gallery_words(language);
    ReviewStep step { .question = words.question, .hint = words.hint, .rows = {} };
    step.more = words.more;
    step.next = gallery_next(words);
    std::string long_value;
    for (int i = 0; i < repeats; ++i)
        long_value += (i > 0 ? " " : "") + words.long_line;
    int row = 0;
    for (const std::string& value : { words.title, long_value, words.line, words.long_title }) {
        step.rows.push_back({ .label = words.title,
            .value = value,
            .key = row == 2 ? std::string() : "gallery.change." + std::to_string(row),
            .change = words.fewer });
        ++row;
    }
    return step;
}

inline Step gallery_figures(const Language& language)
{
    const GalleryWords& words = gallery_words(language);
    FiguresStep step { .question = words.question, .hint = words.hint, .rows = {} };
    step.more = words.more;
    for (const auto sign : { std::optional(Pace::InTime), std::optional(Pace::Near),
             std::optional(Pace::Past), std::optional<Pace> {} })
        for (const std::string& promise : { words.long_title, words.long_line })
            step.rows.push_back({ .promise = promise,
                .result = words.line,
                .verdict = sign ? words.chosen : std::string(),
                .sign = sign });
    return step;
}

inline Step gallery_saying(const Language& language, const std::string& large)
{
    const GalleryWords& words = gallery_words(language);
    SayingStep step;
    step.words.heading = words.title;
    step.words.lines = { { ui::Icon::Tick, words.long_title, words.line },
        { ui::Icon::Clock, words.line, words.long_line } };
    step.words.main = gallery_next(words);
    step.large = large;
    step.large_label = words.title;
    return step;
}

// Every one by name.
inline std::vector<JourneyPlace> gallery_places()
{
    std::vector<JourneyPlace> places;
    const auto add = [&places](const std::string& name, const GalleryJourney::Make& make) {
        places.push_back({ name, JourneyKind::Feedback,
            [name, make](const JourneyContext&) { return std::make_unique<GalleryJourney>(name, make); } });
    };
    for (const int count : { 1, 3, 7, 8, 23 }) {
        add("one-of-" + std::to_string(count),
            [count](const Language& language) { return gallery_choices(language, count, Several::No); });
        add("several-of-" + std::to_string(count),
            [count](const Language& language) { return gallery_choices(language, count, Several::Yes); });
    }
    for (const long count : { 1L, 3L, 10L })
        add("count-" + std::to_string(count), [count](const Language& language) -> Step {
            const GalleryWords& words = gallery_words(language);
            return CountStep { .question = words.question,
                .hint = words.hint,
                .count = count,
                .least = 1,
                .most = 10,
                .counted = words.people,
                .fewer = words.fewer,
                .further = words.further,
                .next = gallery_next(words) };
        });
    for (const int chosen : { -1, 3 })
        add(chosen < 0 ? "faces" : "faces-chosen", [chosen](const Language& language) -> Step {
            const GalleryWords& words = gallery_words(language);
            FacesStep step { .question = words.question, .hint = words.hint, .faces = {} };
            for (std::size_t i = 0; i < words.faces.size(); ++i)
                step.faces.push_back({ .key = "face." + std::to_string(i),
                    .title = words.faces[i],
                    .hint = {},
                    .chosen = static_cast<int>(i) == chosen });
            if (chosen >= 0)
                step.next = gallery_next(words);
            return step;
        });
    add("review", [](const Language& language) { return gallery_review(language, 1); });
    add("review-long", [](const Language& language) { return gallery_review(language, 18); });
    add("figures", [](const Language& language) { return gallery_figures(language); });
    add("saying", [](const Language& language) { return gallery_saying(language, {}); });
    add("saying-large", [](const Language& language) { return gallery_saying(language, "K-318"); });
    return places;
}

} // namespace nextplease::visitor
