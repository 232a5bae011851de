#include "kiosk/ui/interaction.h"

#include <algorithm>

namespace nextplease::ui {

namespace {

constexpr int kSettleFrames = 2; // after an input: one that acts on it, one that shows what came of it
constexpr int kFocusExpectedFrames = 2;

Rect grown(const Rect& rect, float by)
{
    return rect.inset(-by);
}

} // namespace

Interaction::Interaction()
    : Interaction(Settings {})
{
}

Interaction::Interaction(Settings settings)
    : settings_(settings)
{
}

void Interaction::push(const InputEvent& event)
{
    queue_.push_back(event);
}

void Interaction::begin(Moment now)
{
    now_ = now;
    keys_.clear();
    characters_.clear();
    scroll_ = 0;
    activate_.clear();
    beside_.clear();
    drawing_.clear();
    typing_before_ = typing_now_;
    bool room = true;
    while (room && !queue_.empty()) {
        const InputEvent event = queue_.front();
        queue_.pop_front();
        room = take(event);
        settle_frames_ = kSettleFrames + 1;
        if (event.kind != InputEvent::Kind::Leave)
            last_input_ = now_;
    }
    typing_now_ = false;
}

bool Interaction::take(const InputEvent& event)
{
    using Kind = InputEvent::Kind;
    if (event.kind != Kind::Move && event.kind != Kind::Release && event.kind != Kind::Leave)
        ++actions_;
    switch (event.kind) {
    case InputEvent::Kind::Move:
        if (!down_ || event.finger == finger_)
            pointer_ = event.at;
        if (down_ && event.finger == finger_ && touch_meaning_ == TouchMeaning::Explore)
            explore_on(event.at);
        return true;
    case InputEvent::Kind::Press:
        press(event);
        return false;
    case InputEvent::Kind::Release:
        release(event);
        return false;
    case InputEvent::Kind::Leave:
        if (event.finger == finger_)
            let_go();
        return false;
    case InputEvent::Kind::Key:
        key(event.key);
        return false;
    case InputEvent::Kind::Character:
        character(event.character);
        return true;
    case InputEvent::Kind::Scroll:
        scroll_ += event.amount;
        return true;
    }
    return true;
}

void Interaction::end()
{
    shown_.swap(drawing_);
    if (settle_frames_ > 0)
        --settle_frames_;
    if (!held_.empty() && !find(held_))
        held_.clear();
    if (focus_expected_frames_ > 0)
        --focus_expected_frames_;
    else if (!focus_.empty() && !find(focus_))
        focus_.clear();
}

void Interaction::screen(const std::string& name)
{
    if (name == screen_)
        return;
    screen_ = name;
    screen_since_ = now_;
    held_.clear();
    explored_.clear();
    activate_.clear();
    keys_.clear();
    characters_.clear();
    if (focus_expected_frames_ == 0)
        focus_.clear();
    settle_frames_ = std::max(settle_frames_, kSettleFrames);
}

Touch Interaction::item(
    const Canvas& canvas, const std::string& key, const Rect& rect, const std::string& label, Enabled enabled)
{
    scale_ = canvas.scale();
    drawing_.push_back({ key, canvas.device(rect), label, enabled == Enabled::Yes });
    Touch touch;
    // In steady mode it goes dark when it was held long enough: then the finger may lift.
    touch.down = down_ && held_ == key && held_long_enough() && within_slip(drawing_.back(), pointer_);
    touch.focused = focus_visible_ && focus_ == key;
    touch.activated = !activate_.empty() && activate_ == key;
    return touch;
}

Touch Interaction::typing_key(
    const Canvas& canvas, const std::string& key, const Rect& rect, const std::string& label)
{
    const Touch touch = item(canvas, key, rect, label);
    drawing_.back().types = true;
    return touch;
}

void Interaction::remark(const std::string& words)
{
    if (!drawing_.empty())
        drawing_.back().remark = words;
}

bool Interaction::repeats(const Item& item) const
{
    if (item.key != last_activated_)
        return false;
    if (item.types)
        return now_ - last_pressed_at_ < settings_.times.repeat
            || now_ - last_activated_at_ < settings_.bounce;
    return now_ - last_activated_at_ < settings_.times.repeat;
}

// What lies on top, among what was to be seen when the finger came down.
const Item* Interaction::item_at(Point at) const
{
    const auto found = std::find_if(
        shown_.rbegin(), shown_.rend(), [at](const Item& item) { return item.device.contains(at); });
    return found == shown_.rend() ? nullptr : &*found;
}

// A finger that slides a little still means the item, unless it now is on another.
bool Interaction::within_slip(const Item& item, Point at) const
{
    if (item.device.contains(at))
        return true;
    if (!grown(item.device, settings_.slip_px * scale_).contains(at))
        return false;
    const Item* const other = item_at(at);
    return !other || other->key == item.key;
}

// Whether a finger that comes down joins one that counts, and so is ignored.
bool Interaction::press_joins(int finger)
{
    if (!down_ || finger == finger_)
        return false;
    if (held_.empty() || now_ - down_since_ >= settings_.resting)
        return false; // what rests there keeps nobody out
    joined_ = true;
    return true;
}

void Interaction::press(const InputEvent& event)
{
    if (press_joins(event.finger))
        return;
    pointer_ = event.at;
    held_.clear();
    down_ = true;
    finger_ = event.finger;
    down_since_ = now_;
    joined_ = false;
    focus_visible_ = false;
    if (now_ - screen_since_ < settings_.after_screen_change)
        return;
    const Item* const item = item_at(event.at);
    if (!item) {
        beside_.push_back(event.at);
        return;
    }
    if (repeats(*item)) {
        last_activated_at_ = last_pressed_at_ = now_; // a trembling finger must come to rest first
        return;
    }
    if (touch_meaning_ == TouchMeaning::Explore)
        explore(*item);
    else
        held_ = item->key;
}

// The first touch moves the focus there; one that follows after the finger came to rest may act.
void Interaction::explore(const Item& item)
{
    const bool again = item.key == explored_ && focus_ == item.key;
    if (again && now_ - explored_at_ >= settings_.times.repeat)
        held_ = item.key;
    explored_ = item.key;
    explored_at_ = now_;
    focus_ = item.key;
    focus_visible_ = true;
}

// A finger that slides goes on reading.
void Interaction::explore_on(Point at)
{
    const Item* const item = item_at(at);
    if (!item || item->key == focus_ || (!held_.empty() && find(held_) && within_slip(*find(held_), at)))
        return;
    held_.clear();
    explore(*item);
}

void Interaction::release(const InputEvent& event)
{
    if (event.finger != finger_)
        return;
    pointer_ = event.at;
    const Item* const item = held_.empty() ? nullptr : find(held_);
    // A palm that rested here while another finger touched means nothing.
    const bool rested = joined_ && now_ - down_since_ >= settings_.resting;
    if (down_ && item && !rested && held_long_enough() && within_slip(*item, event.at)) {
        if (!text_field_open())
            focus_ = held_; // keys go on from here
        last_pressed_at_ = down_since_;
        activate(held_);
    }
    let_go();
}

void Interaction::let_go()
{
    down_ = false;
    joined_ = false;
    held_.clear();
}

void Interaction::activate(const std::string& key)
{
    activate_ = key;
    last_activated_ = key;
    last_activated_at_ = now_;
}

void Interaction::key(KeyCode code)
{
    const bool arrow =
        code == KeyCode::Up || code == KeyCode::Down || code == KeyCode::Left || code == KeyCode::Right;
    if (code == KeyCode::Tab || code == KeyCode::BackTab || (arrow && !text_field_open())) {
        const bool back = code == KeyCode::BackTab || code == KeyCode::Up || code == KeyCode::Left;
        move_focus(back ? -1 : 1);
        if (shown_.empty())
            keys_.push_back(code);
        return;
    }
    const Item* const focused = find(focus_);
    if (code == KeyCode::Enter && !text_field_open() && focused) {
        focus_visible_ = true;
        if (!repeats(*focused)) {
            last_pressed_at_ = now_;
            activate(focus_);
        }
        return;
    }
    keys_.push_back(code);
}

void Interaction::character(char32_t c)
{
    characters_ += c;
}

void Interaction::move_focus(int step)
{
    if (shown_.empty())
        return;
    const int count = static_cast<int>(shown_.size());
    const auto at =
        std::find_if(shown_.begin(), shown_.end(), [this](const Item& item) { return item.key == focus_; });
    int next = step > 0 ? 0 : count - 1;
    if (at != shown_.end())
        next = (static_cast<int>(at - shown_.begin()) + step + count) % count;
    focus_ = shown_[static_cast<std::size_t>(next)].key;
    focus_visible_ = true;
}

const Item* Interaction::find(const std::string& key) const
{
    const auto at =
        std::find_if(shown_.begin(), shown_.end(), [&key](const Item& item) { return item.key == key; });
    return at == shown_.end() ? nullptr : &*at;
}

std::optional<std::string> Interaction::focus() const
{
    if (focus_.empty())
        return std::nullopt;
    return focus_;
}

void Interaction::set_focus(const std::string& key)
{
    focus_ = key;
    focus_expected_frames_ = kFocusExpectedFrames;
    settle_frames_ = std::max(settle_frames_, kSettleFrames);
}

} // namespace nextplease::ui
