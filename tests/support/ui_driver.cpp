#include "tests/support/ui_driver.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace nextplease {

namespace {

using namespace std::chrono_literals;

constexpr int kMostSettleFrames = 100;

// REQUIRES: valid UTF-8.
std::u32string decoded(const std::string& utf8)
{
    std::u32string letters;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? first : first & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            letter = (letter << 6) | (static_cast<unsigned char>(utf8.at(i + k)) & 0x3FU);
        letters += letter;
        i += length;
    }
    return letters;
}

} // namespace

std::uintptr_t CountedTextures::make(const ui::Mask&)
{
    return static_cast<std::uintptr_t>(++made_);
}
void CountedTextures::drop(std::uintptr_t)
{
    ++dropped_;
}

UiDriver::UiDriver(app::Face& face, int width, int height)
    : face_(face)
    , painter_(textures_)
    , window_ { static_cast<float>(width), static_cast<float>(height) }
{
    ImGui::GetIO().DisplaySize = { window_.w, window_.h };
    frame();
    settle();
}

void UiDriver::frame()
{
    imgui_.make_current();
    now_ += 16ms;
    face_.tick(now_, input_.last_input());
    ImGui::GetIO().DeltaTime = 0.016F;
    ImGui::NewFrame();
    painted_.clear();
    const ui::Canvas canvas =
        app::paint(face_, { painter_, input_, window_ }, now_, ImGui::GetBackgroundDrawList(), &painted_);
    ImGui::Render();
    faults_ = canvas.faults();
    scale_ = canvas.scale();
}

void UiDriver::settle()
{
    frame();
    for (int i = 0; input_.pending(); ++i) {
        if (i == kMostSettleFrames)
            throw std::runtime_error("The screen \"" + screen() + "\" never comes to rest.");
        frame();
    }
}

void UiDriver::advance(ui::Moment by)
{
    for (ui::Moment left = by; left > 0ms; left -= std::min(left, ui::Moment { 250 })) {
        now_ += std::min(left, ui::Moment { 250 });
        if (face_.tick(now_, input_.last_input()))
            frame();
    }
    settle();
}

void UiDriver::tap(const std::string& key)
{
    advance(350ms); // touches right after a change of screen are ignored
    const ui::Point at = middle_of(key);
    input_.push({ .kind = ui::InputEvent::Kind::Move, .at = at });
    input_.push({ .kind = ui::InputEvent::Kind::Press, .at = at });
    frame();
    now_ += 80ms;
    input_.push({ .kind = ui::InputEvent::Kind::Release, .at = at });
    settle();
}

void UiDriver::key(ui::KeyCode code)
{
    advance(450ms);
    input_.push({ .kind = ui::InputEvent::Kind::Key, .key = code });
    settle();
}

void UiDriver::type(const std::string& utf8)
{
    for (const char32_t letter : decoded(utf8)) {
        input_.push({ .kind = ui::InputEvent::Kind::Character, .character = letter });
        frame();
    }
    settle();
}

const ui::Item& UiDriver::item(const std::string& key) const
{
    if (const ui::Item* const found = input_.find(key))
        return *found;
    std::string there;
    for (const ui::Item& one : items())
        there += " " + one.key;
    throw std::runtime_error("The screen \"" + screen() + "\" has no item \"" + key + "\". It has:" + there);
}

ui::Point UiDriver::middle_of(const std::string& key) const
{
    const ui::Rect& at = item(key).device;
    return { at.x + at.w / 2, at.y + at.h / 2 };
}

bool UiDriver::says(const std::string& part) const
{
    return std::any_of(painted_.begin(), painted_.end(),
        [&part](const ui::Painted& one) { return one.text.find(part) != std::string::npos; });
}

std::string UiDriver::all_words() const
{
    std::string words;
    for (const ui::Painted& one : painted_)
        if (one.kind == ui::Painted::Kind::Text)
            words += one.text + "\n";
    return words;
}

namespace {

// Collects what is broken.
class Judge {
public:
    Judge(const UiDriver& driver, const LayoutLaws& laws)
        : driver_(driver)
        , laws_(laws)
    {
    }

    std::string verdict()
    {
        faults();
        for (std::size_t i = 0; i < driver_.items().size(); ++i)
            item(i);
        for (std::size_t i = 0; i < driver_.painted().size(); ++i)
            painted(i);
        return broken_;
    }

private:
    void say(const std::string& sentence) { broken_ += driver_.screen() + ": " + sentence + "\n"; }
    std::string reference(float device) const { return std::to_string(device / driver_.scale()); }

    void faults()
    {
        for (const ui::TextFault& fault : driver_.faults())
            say((fault.kind == ui::TextFault::Kind::Overflow ? "no room for \""
                                                             : "a letter has no font in \"")
                + fault.text + "\"");
    }

    void item(std::size_t index)
    {
        const ui::Item& one = driver_.items()[index];
        const ui::Rect& at = one.device;
        if (one.label.empty())
            say("item " + one.key + " has no label");
        if (at.x < 0 || at.y < 0 || at.right() > driver_.window().w || at.bottom() > driver_.window().h)
            say("item " + one.key + " is not wholly on the screen");
        // Edges are rounded to whole pixels.
        if (std::min(at.w, at.h) + 1 < laws_.smallest_side * driver_.scale())
            say("item " + one.key + " is " + reference(std::min(at.w, at.h)) + " high or wide");
        for (std::size_t i = 0; i < index; ++i) {
            const ui::Item& other = driver_.items()[i];
            if (other.key == one.key)
                say("two items are called " + one.key);
            const float gap = std::max(0.0F, laws_.smallest_gap * driver_.scale() - 1);
            if (at.inset(-gap).overlaps(other.device))
                say("items " + one.key + " and " + other.key + " are too near each other");
        }
    }

    // The last shape painted before `index` that lies under all of the middle of `place`.
    ui::Color under(std::size_t index, const ui::Rect& place) const
    {
        const ui::Point middle { place.x + place.w / 2, place.y + place.h / 2 };
        for (std::size_t i = index; i-- > 0;) {
            const ui::Painted& one = driver_.painted()[i];
            if (one.kind == ui::Painted::Kind::Shape && one.device.contains(middle))
                return one.color;
        }
        return driver_.theme().paper;
    }

    bool covered(std::size_t index) const
    {
        const ui::Rect& place = driver_.painted()[index].device;
        const ui::Point middle { place.x + place.w / 2, place.y + place.h / 2 };
        for (std::size_t i = index + 1; i < driver_.painted().size(); ++i) {
            const ui::Painted& one = driver_.painted()[i];
            if (one.kind == ui::Painted::Kind::Shape && one.device.contains(middle))
                return true;
        }
        return false;
    }

    // Of the icons that lie on each other there, as a sign's parts do, the one that is seen best.
    double icon_contrast(std::size_t index) const
    {
        const ui::Rect& place = driver_.painted()[index].device;
        const ui::Color ground = under(index, place);
        double best = 0;
        for (const ui::Painted& one : driver_.painted())
            if (one.kind == ui::Painted::Kind::Icon && one.device.overlaps(place))
                best = std::max(best, ui::contrast_ratio(one.color, ground));
        return best;
    }

    void painted(std::size_t index)
    {
        const ui::Painted& one = driver_.painted()[index];
        if (one.kind == ui::Painted::Kind::Shape || covered(index))
            return;
        if (one.kind == ui::Painted::Kind::Icon) {
            if (const double contrast = icon_contrast(index); contrast < laws_.icon_contrast)
                say("an icon has a contrast of " + std::to_string(contrast));
            return;
        }
        const double contrast = ui::contrast_ratio(one.color, under(index, one.device));
        if (contrast < laws_.text_contrast)
            say("\"" + one.text + "\" has a contrast of " + std::to_string(contrast));
        if (one.size < laws_.smallest_text * 0.81F - 0.01F) // two steps smaller where it did not fit
            say("\"" + one.text + "\" is set in " + std::to_string(one.size));
        overlap(index);
    }

    void overlap(std::size_t index)
    {
        const ui::Painted& one = driver_.painted()[index];
        for (std::size_t i = 0; i < index; ++i) {
            const ui::Painted& other = driver_.painted()[i];
            if (other.kind != ui::Painted::Kind::Text || covered(i))
                continue;
            const float w =
                std::min(one.device.right(), other.device.right()) - std::max(one.device.x, other.device.x);
            const float h =
                std::min(one.device.bottom(), other.device.bottom()) - std::max(one.device.y, other.device.y);
            const float smaller = std::min(one.device.w * one.device.h, other.device.w * other.device.h);
            if (w > 0 && h > 0 && w * h > laws_.text_overlap * smaller)
                say("\"" + one.text + "\" lies on \"" + other.text + "\"");
        }
    }

    const UiDriver& driver_;
    const LayoutLaws& laws_;
    std::string broken_;
};

} // namespace

std::string broken_laws(const UiDriver& driver, const LayoutLaws& laws)
{
    return Judge(driver, laws).verdict();
}

} // namespace nextplease
