// One frame of a face, the same for windows, pictures and tests.
#pragma once

#include "kiosk/app/face.h"

struct ImDrawList;

namespace nextplease::app {

// What a face is painted with.
struct Stage {
    ui::TextPainter& painter;
    ui::Interaction& input;
    ui::Size window; // device pixels
};

// Takes input, draws `face` into `list` and returns the canvas, for its faults. The window must have been
// cleared with the theme's paper. `record`: see Canvas::record.
inline ui::Canvas paint(Face& face, const Stage& stage, ui::Moment now, ImDrawList* list,
    std::vector<ui::Painted>* record = nullptr)
{
    stage.painter.begin_frame();
    ui::Canvas canvas(
        stage.painter, stage.window.w, stage.window.h, face.reference(stage.window.w, stage.window.h));
    canvas.begin(list, face.words().language(), face.words().right_to_left());
    canvas.ground(face.theme().paper);
    canvas.record(record);
    stage.input.begin(now);
    ui::Frame frame { canvas, stage.input, face.theme(), face.words(), now };
    face.draw(frame);
    stage.input.end();
    canvas.record(nullptr);
    return canvas;
}

} // namespace nextplease::app
