// Everything that was said, before it is sent; each with a button that changes it.
#include "kiosk/visitor/steps.h"

#include <algorithm>
#include <string_view>

namespace nextplease::visitor {
namespace {

using ui::Rect;
using ui::Weight;

constexpr float kPadding = 28;
constexpr float kGap = 24; // between columns

struct ReviewForm {
    ui::Type label, value;
    float button_w, button_h, above, between, width;
    float room() const { return width - 2 * kPadding - button_w - 20; }
};

ReviewForm form_of(const Page& page, float width)
{
    const bool large = page.modes.large_print;
    return { .label = page.type(28),
        .value = page.type(34, Weight::Bold),
        .button_w = large ? 280.0F : 212.0F,
        .button_h = large ? 104.0F : 88.0F,
        .above = page.above(34, 16),
        .between = page.between(34, 0),
        .width = width };
}

// A row, or the part of a long one that stands in one place.
struct Piece {
    std::size_t row = 0;
    std::string value;
    bool first = true; // with the label and the button
    float height = 0;
};

float piece_height(const Scene& scene, const ReviewForm& form, const ReviewRow& row, const Piece& piece)
{
    ui::Canvas& canvas = scene.frame.canvas;
    float height = canvas.measure(piece.value, form.value, form.room()).h;
    if (piece.first)
        height = std::max(
            form.button_h, height + form.between + canvas.measure(row.label, form.label, form.room()).h);
    return height + 2 * form.above;
}

bool starts_letter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// How much of the value fits in that height: whole words where there are any, one letter at the least.
std::size_t fitting(const Scene& scene, const ReviewForm& form, const ReviewRow& row, Piece piece, float room)
{
    const std::string value = piece.value;
    std::size_t fits = 0, too_long = value.size();
    while (too_long - fits > 1) {
        std::size_t middle = (fits + too_long) / 2;
        while (middle > fits && !starts_letter(value[middle]))
            --middle;
        if (middle == fits) {
            middle = (fits + too_long) / 2;
            while (middle < too_long && !starts_letter(value[middle]))
                ++middle;
            if (middle == too_long)
                break;
        }
        piece.value = value.substr(0, middle);
        (piece_height(scene, form, row, piece) <= room ? fits : too_long) = middle;
    }
    const std::size_t space = value.find_last_of(" \n", fits);
    if (space != std::string::npos && space > 0 && fits < value.size())
        return space;
    return std::max<std::size_t>(1, fits);
}

using Column = std::vector<Piece>;

// Rows into columns of that height; a value that is higher than one goes on in the next.
std::vector<Column> columns_of(
    const Scene& scene, const ReviewForm& form, const ReviewStep& step, float height)
{
    std::vector<Column> columns(1);
    float used = 0;
    const auto place = [&](Piece piece) {
        if (used + piece.height > height && !columns.back().empty()) {
            columns.emplace_back();
            used = 0;
        }
        used += piece.height;
        columns.back().push_back(std::move(piece));
    };
    for (std::size_t i = 0; i < step.rows.size(); ++i) {
        const ReviewRow& row = step.rows[i];
        Piece piece { .row = i, .value = row.value };
        piece.height = piece_height(scene, form, row, piece);
        while (piece.height > height) {
            Piece part = piece;
            const std::size_t size = fitting(scene, form, row, piece, height);
            part.value = piece.value.substr(0, size);
            part.height = piece_height(scene, form, row, part);
            place(part);
            piece.value.erase(0, piece.value.find_first_not_of(" \n", size));
            piece.first = false;
            piece.height = piece_height(scene, form, row, piece);
        }
        place(std::move(piece));
    }
    return columns;
}

void draw_piece(
    const Scene& scene, const Rect& rect, const ReviewForm& form, const ReviewStep& step, const Piece& piece)
{
    const ReviewRow& row = step.rows[piece.row];
    ui::Canvas& canvas = scene.frame.canvas;
    const ui::Theme& theme = scene.frame.theme;
    const float x = rect.x + kPadding;
    float y = rect.y + form.above;
    if (piece.first)
        y += canvas.paragraph({ x, y, form.room(), 0 }, row.label, form.label, theme.ink2) + form.between;
    canvas.paragraph({ x, y, form.room(), 0 }, piece.value, form.value, theme.ink);
    if (!piece.first || row.key.empty())
        return;
    const Rect button { rect.right() - kPadding - form.button_w, rect.y + form.above, form.button_w,
        form.button_h };
    const ui::Type type = scene.page.type(30, Weight::Bold, ui::Align::Middle);
    if (ui::button(scene.frame, row.key, button,
            { .label = row.change, .icon = ui::Icon::Pencil, .type = type }, ui::Look::Quiet))
        scene.intent = Intent { .kind = Intent::Kind::StepChange, .index = static_cast<int>(piece.row) };
}

void draw_column(const Scene& scene, const Rect& area, const ReviewForm& form, const ReviewStep& step,
    const Column& column)
{
    float height = 0;
    for (const Piece& piece : column)
        height += piece.height;
    draw_panel(scene, { area.x, area.y, form.width, height });
    float y = area.y;
    for (const Piece& piece : column) {
        if (y > area.y && piece.first)
            scene.frame.canvas.fill(
                { area.x + kPadding, y - 1, form.width - 2 * kPadding, 2 }, scene.frame.theme.rule);
        draw_piece(scene, { area.x, y, form.width, piece.height }, form, step, piece);
        y += piece.height;
    }
}

} // namespace

void draw_step(const Scene& scene, const ReviewStep& step)
{
    const Page& page = scene.page;
    const float top = draw_question(scene, step.question, step.hint, standing_of(page));
    const Rect area = answer_area(page, top);
    const std::size_t beside = page.landscape ? 2 : 1;
    const ReviewForm form =
        form_of(page, (area.w - kGap * static_cast<float>(beside - 1)) / static_cast<float>(beside));
    const std::vector<Column> columns = columns_of(scene, form, step, area.h);
    const auto pages = static_cast<int>((columns.size() + beside - 1) / beside);
    const int shown = std::clamp(scene.wording.page, 0, pages - 1);
    for (std::size_t i = 0; i < beside; ++i) {
        const std::size_t at = static_cast<std::size_t>(shown) * beside + i;
        if (at < columns.size() && !columns[at].empty())
            draw_column(scene,
                { area.x + static_cast<float>(i) * (form.width + kGap), area.y, form.width, area.h }, form,
                step, columns[at]);
    }
    draw_step_row(scene, { .next = step.next, .page = shown, .pages = pages, .more = step.more });
}

} // namespace nextplease::visitor
