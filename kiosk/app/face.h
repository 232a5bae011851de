// What a face is: it is shown pictures of the room, paints itself, and sends commands. It knows no window, no
// store and no clock. UI thread.
#pragma once

#include "core/reception/reception.h"
#include "core/reception/snapshot.h"
#include "kiosk/ui/widgets.h"

#include <functional>
#include <memory>

namespace nextplease::app {

// Where a face's commands go. The job runs on the thread that owns the store; what it returns runs on the UI
// thread afterwards. If the store fails, `failed` runs on the UI thread instead, with a sentence for the log.
// Never blocks.
class Commands {
public:
    using Then = std::function<void()>;
    using Job = std::function<Then(Reception&)>;
    virtual ~Commands() = default;
    virtual void submit(Job job, std::function<void(const std::string&)> failed) = 0;
};

class Face {
public:
    virtual ~Face() = default;
    // A new picture of the room: prepare here what draw will paint. Called before the first draw.
    virtual void show(std::shared_ptr<const Snapshot> snapshot) = 0;
    // Time passes: time-outs, animation. True if the face must be painted again.
    virtual bool tick(ui::Moment now, ui::Moment last_input) = 0;
    // True if these two pictures look the same on this face now: then it is not painted again.
    virtual bool same(const Snapshot& before, const Snapshot& after) const = 0;

    // For the frame that is drawn next.
    virtual const ui::Theme& theme() const = 0;
    virtual const Words& words() const = 0;
    // What it is designed for, in reference pixels, in a window of that shape.
    virtual ui::Size reference(float width, float height) const = 0;
    virtual void draw(ui::Frame& frame) = 0;

    // What staff copied in the last frame, for the system's clipboard; empty: nothing.
    virtual std::string take_copied() { return {}; }

    // What staff asked for on the face itself: the window closes, and the program may begin anew.
    enum class Ending { No, Leave, Restart };
    virtual Ending ending() const { return Ending::No; }
};

} // namespace nextplease::app
