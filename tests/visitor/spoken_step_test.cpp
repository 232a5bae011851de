// What the spoken mode says of a journey's steps, kind by kind.
#include "kiosk/visitor/spoken.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::visitor;
using Privacy = sound::Utterance::Privacy;

namespace {

const Words& english()
{
    return words(Language("en"));
}

std::string all(const Said& said)
{
    std::string lines;
    for (const sound::Utterance& one : said)
        lines += one.text + "\n";
    return lines;
}

std::string said_of(const Step& step)
{
    return all(announcement_of(step, "step", english()).said);
}

std::string said_of(const Step& step, const std::string& key, const std::string& label)
{
    const Wording wording;
    const Modes modes;
    const ui::Item item { .key = key, .device = {}, .label = label };
    return all(item_said({ .wording = wording, .modes = modes, .step = &step }, item, { 2, 5 }, english()));
}

} // namespace

TEST_CASE("S7, S8: a choice says its question, and each answer its words and whether it is chosen")
{
    ChoiceStep step;
    step.question = "What would help you?";
    step.hint = "Choose any.";
    step.several = true;
    step.chosen_word = "chosen";
    step.choices = { { .key = "need.loop", .title = "Hearing loop", .hint = "At Desk 1", .chosen = true },
        { .key = "need.seat", .title = "A seat", .hint = {} },
        { .key = "need.room", .title = "A private room", .hint = {}, .off = "None is free today." } };
    CHECK(said_of(step) == "What would help you?\nChoose any.\n");
    CHECK(said_of(step, "need.loop", "Hearing loop") == "Hearing loop, At Desk 1, chosen. 2 of 5\n");
    CHECK(said_of(step, "need.seat", "A seat") == "A seat, off. 2 of 5\n");
    CHECK(said_of(step, "need.room", "A private room") == "A private room, None is free today.. 2 of 5\n");
}

TEST_CASE("S16: what is wrong with what was typed is said first, and again when it is another")
{
    TypingStep step;
    step.question = "What is your reference?";
    step.label = "Reference";
    const Announcement before = announcement_of(step, "checkin", english());
    step.problem = "We cannot find that reference. Look at your letter again.";
    const Announcement after = announcement_of(step, "checkin", english());
    CHECK(before.id != after.id);
    CHECK(after.said.front().text == step.problem);
}

TEST_CASE("S9, S10: what a visitor typed of herself is marked as personal in the field and in the review")
{
    ui::TextDraft draft { .text = U"07700 900123" };
    TypingStep typing;
    typing.label = "Your phone number";
    typing.draft = &draft;
    typing.personal = true;
    const Wording wording;
    const Modes modes;
    const Step step = typing;
    const ui::Item field { .key = "field", .device = {}, .label = "Your phone number" };
    const Said said = item_said({ .wording = wording, .modes = modes, .step = &step }, field, {}, english());
    REQUIRE(said.front().text == "07700 900123");
    CHECK(said.front().privacy == Privacy::Personal);

    ReviewStep review;
    review.question = "Is this right?";
    review.rows = { { .label = "About", .value = "Bins", .key = {}, .change = {} },
        { .label = "Phone",
            .value = "07700 900123",
            .key = "change.phone",
            .change = "Change",
            .personal = true } };
    const Said read = announcement_of(review, "review", english()).said;
    for (const sound::Utterance& one : read)
        CHECK((one.privacy == Privacy::Personal) == (one.text == "07700 900123"));
    CHECK(all(read).find("Put in headphones") != std::string::npos);
    CHECK(said_of(review, "change.phone", "Change") == "Change, Phone. 2 of 5\n");
}

TEST_CASE("S7: counts, faces, figures and sayings say everything that they show")
{
    CountStep count;
    count.question = "How many people are with you?";
    count.counted = "3 people";
    count.fewer = "One fewer";
    CHECK(said_of(count) == "How many people are with you?\n3 people\n");
    CHECK(said_of(count, "count.fewer", "One fewer") == "One fewer, 3 people. 2 of 5\n");

    FacesStep faces;
    faces.question = "How was your visit?";
    faces.faces = { { .key = "face.1", .title = "Very bad", .hint = {} } };
    CHECK(said_of(faces, "face.1", "Very bad") == "Very bad. 2 of 5\n");

    FiguresStep figures;
    figures.question = "Our promises";
    figures.rows = {
        { .promise = "We see you within 10 minutes.", .result = "91 in 100", .verdict = "Goal met" }
    };
    CHECK(said_of(figures) == "Our promises\nWe see you within 10 minutes.\n91 in 100\nGoal met\n");

    SayingStep saying;
    saying.words.heading = "Thank you.";
    saying.words.lines = { { ui::Icon::Letter, "We write to you", "By 3 November" } };
    saying.large = "K-318";
    saying.large_label = "Your reference";
    CHECK(said_of(saying) == "Thank you.\nYour reference, K-318\nWe write to you\nBy 3 November\n");
}
