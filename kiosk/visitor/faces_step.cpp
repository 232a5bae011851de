// Five faces, each with its word: how was it?
#include "kiosk/visitor/steps.h"

#include <algorithm>
#include <array>

namespace nextplease::visitor {
namespace {

using ui::Color;
using ui::Rect;
using ui::Weight;

constexpr std::array kFaces { ui::Icon::FaceVeryBad, ui::Icon::FaceBad, ui::Icon::FaceMiddling,
    ui::Icon::FaceGood, ui::Icon::FaceVeryGood };
constexpr float kGap = 16;

// Beside one another with the word below the face, or under one another with the word at its end.
enum class Row { Across, Down };

ui::Type word_type(const Page& page, Row row)
{
    return page.type(row == Row::Across ? 32 : 40, Weight::Bold,
        row == Row::Across ? ui::Align::Middle : ui::Align::Start);
}

// Whether every word stands under its face unbroken.
bool fits_across(const Scene& scene, const FacesStep& step, float width)
{
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Type type = word_type(scene.page, Row::Across);
    return std::all_of(step.faces.begin(), step.faces.end(), [&](const Choice& face) {
        return canvas.fitted(face.title, type, { width, 0 }).size == type.size;
    });
}

// What stands below the faces that are beside one another: the same for all, so that they stand in one line.
struct Under {
    float words = 0;
    float tick = 0;
};

Under under_faces(const Scene& scene, const FacesStep& step, float room)
{
    Under under;
    const ui::Type type = word_type(scene.page, Row::Across);
    for (const Choice& face : step.faces) {
        under.words = std::max(under.words, scene.frame.canvas.measure(face.title, type, room).h);
        under.tick = std::max(under.tick, face.chosen ? 48.0F : 0.0F);
    }
    return under;
}

void draw_face(
    const Scene& scene, const Rect& rect, const Choice& face, int index, Row row, const Under& under)
{
    ui::Frame& frame = scene.frame;
    ui::Canvas& canvas = frame.canvas;
    const ui::Theme& theme = frame.theme;
    const ui::Touch touch = frame.input.item(canvas, face.key, rect, face.title);
    const Color on_card = ui::card(frame, rect, touch, face.chosen ? ui::Look::Quiet : ui::Look::Secondary);
    if (face.chosen && !touch.down)
        canvas.border(rect, theme.petrol, 8, 16);
    const Color sign = touch.down ? on_card : theme.petrol;
    const Color words = touch.down ? on_card : theme.ink;
    const ui::Type type = word_type(scene.page, row);
    const float tick = face.chosen ? 48 : 0;
    if (row == Row::Across) {
        const float room = rect.w - 16;
        const float height = canvas.measure(face.title, type, room).h;
        const float below = 12 + under.words + under.tick;
        const float side = std::min({ rect.w - 40, rect.h - below - 28, 176.0F });
        const float y = rect.y + (rect.h - side - below) / 2;
        canvas.icon(kFaces.at(static_cast<std::size_t>(index)),
            { rect.x + (rect.w - side) / 2, y, side, side }, sign);
        canvas.paragraph({ rect.x + 8, y + side + 12, room, 0 }, face.title, type, words);
        if (face.chosen)
            canvas.icon(
                ui::Icon::Tick, { rect.x + (rect.w - tick) / 2, y + side + 12 + height, tick, tick }, sign);
    } else {
        const float side = std::min(rect.h - 24, 112.0F);
        const float x = rect.x + 24 + side + 32;
        const float room = rect.right() - 24 - tick - 16 - x;
        canvas.icon(kFaces.at(static_cast<std::size_t>(index)),
            { rect.x + 24, rect.y + (rect.h - side) / 2, side, side }, sign);
        const float height = canvas.measure(face.title, type, room).h;
        canvas.paragraph({ x, rect.y + (rect.h - height) / 2, room, 0 }, face.title, type, words);
        if (face.chosen)
            canvas.icon(
                ui::Icon::Tick, { rect.right() - 24 - tick, rect.y + (rect.h - tick) / 2, tick, tick }, sign);
    }
    if (touch.activated)
        scene.intent = Intent { .kind = Intent::Kind::StepChoose, .index = index };
}

} // namespace

void draw_step(const Scene& scene, const FacesStep& step)
{
    const Page& page = scene.page;
    const float top = draw_question(scene, step.question, step.hint, standing_of(page));
    const Rect area = answer_area(page, top);
    const auto count = static_cast<float>(kFaces.size());
    const float across = (area.w - (count - 1) * kGap) / count;
    const Row row = fits_across(scene, step, across - 16) || page.landscape ? Row::Across : Row::Down;
    const float high = row == Row::Across ? std::min(area.h, page.landscape ? 360.0F : 320.0F)
                                          : std::min((area.h - (count - 1) * kGap) / count, 176.0F);
    const Under under = under_faces(scene, step, across - 16);
    for (std::size_t i = 0; i < kFaces.size() && i < step.faces.size(); ++i) {
        const auto at = static_cast<float>(i);
        const Rect rect = row == Row::Across ? Rect { area.x + at * (across + kGap), area.y, across, high }
                                             : Rect { area.x, area.y + at * (high + kGap), area.w, high };
        draw_face(scene, rect, step.faces[i], static_cast<int>(i), row, under);
    }
    draw_step_row(scene, { .next = step.next });
}

} // namespace nextplease::visitor
