#include "kiosk/visitor/spoken_guide.h"

#include "kiosk/ui/text_draft.h"
#include "text_keys.h"

#include <algorithm>
#include <utility>

namespace nextplease::visitor {
namespace {

constexpr int kActedFrames = 4;

bool same(const Said& a, const Said& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const sound::Utterance& x, const sound::Utterance& y) { return x.text == y.text; });
}

std::string utf8(char32_t letter)
{
    ui::TextDraft one;
    one.insert(letter);
    return one.utf8();
}

} // namespace

void SpokenGuide::say(Said said)
{
    if (said.empty())
        return;
    // Without a voice for the language, that is said in one that there is a voice for.
    const bool voiceless = std::none_of(said.begin(), said.end(),
        [this](const sound::Utterance& one) { return speaker_->can_say(one.language); });
    if (voiceless) {
        const Language english("en");
        said = { { nextplease::words(english).say(Text::VisitorSpokenTextOnly), english } };
    }
    speaker_->say(std::move(said));
}

void SpokenGuide::repeat()
{
    if (speaker_)
        speaker_->repeat();
}

void SpokenGuide::change_volume(int steps, const Words& words)
{
    if (!speaker_)
        return;
    constexpr long kSteps = 7;
    speaker_->change_volume(steps);
    say({ { words.say(Text::VisitorSpokenVolume, { { "step", speaker_->volume() }, { "steps", kSteps } }),
        words.language() } });
}

void SpokenGuide::change_speed(int steps, const Words& words)
{
    if (!speaker_)
        return;
    speaker_->change_speed(steps);
    say({ { words.count(Text::VisitorSpokenSpeed, speaker_->words_a_minute()), words.language() } });
}

void SpokenGuide::turned_off(const Words& words)
{
    if (!speaker_)
        return;
    speaking_ = false;
    speaker_->reset();
    say({ { words.say(Text::VisitorSpokenOff), words.language() } });
}

void SpokenGuide::look(const Seen& seen)
{
    if (!speaker_)
        return;
    if (seen.input.actions() != actions_) {
        actions_ = seen.input.actions();
        acted_frames_ = kActedFrames;
        if (speaking_)
            speaker_->hush();
    }
    if (seen.asking && !asking_ && !seen.shown.modes.spoken)
        speaker_->chime(); // two senses are told that time runs out
    asking_ = seen.asking;
    if (!seen.shown.modes.spoken) {
        if (speaking_)
            speaker_->reset();
        speaking_ = false;
        return;
    }
    if (!speaking_)
        begin(seen);
    Said said;
    if (read_screen(seen, said)) {
        read_focus(seen, said);
        read_typing(seen, said);
    }
    say(std::move(said));
    acted_frames_ = std::max(0, acted_frames_ - 1);
}

void SpokenGuide::begin(const Seen& seen)
{
    speaking_ = true;
    introduce_ = true;
    read_id_.clear();
    focus_ = seen.input.focus().value_or("");
    focus_said_.clear();
}

// False: the screen has just changed, and what can be chosen on it is known with the next frame.
bool SpokenGuide::read_screen(const Seen& seen, Said& said)
{
    if (seen.input.screen_name() != screen_) {
        screen_ = seen.input.screen_name();
        turned_ = true;
        return false;
    }
    const bool turned = std::exchange(turned_, false);
    if (next_.id == read_id_) {
        if (turned)
            read_page(seen, said);
        read_changing();
        return true;
    }
    read_id_ = next_.id;
    read_changing_ = next_.changing;
    const Words& words = seen.words;
    if (introduce_)
        said.push_back({ words.say(Text::VisitorSpokenOn), words.language() });
    said.insert(said.end(), next_.said.begin(), next_.said.end());
    read_things(seen, said);
    if (introduce_) {
        said.push_back({ words.say(Text::VisitorSpokenHow), words.language() });
        said.push_back({ words.say(Text::VisitorSpokenLeave), words.language() });
    }
    introduce_ = false;
    return true;
}

// After what is being said: a number is not cut short by its paper.
void SpokenGuide::read_changing()
{
    if (same(next_.changing, read_changing_))
        return;
    read_changing_ = next_.changing;
    if (!read_changing_.empty() && speaker_->can_say(read_changing_.front().language))
        speaker_->say_next(read_changing_);
}

// The same screen, another page of it.
void SpokenGuide::read_page(const Seen& seen, Said& said)
{
    const auto& items = seen.input.items();
    const auto where =
        std::find_if(items.begin(), items.end(), [](const ui::Item& item) { return !item.remark.empty(); });
    if (where != items.end())
        said.push_back({ where->remark, seen.words.language() });
    read_things(seen, said);
}

void SpokenGuide::read_things(const Seen& seen, Said& said)
{
    const auto things = std::count_if(seen.input.items().begin(), seen.input.items().end(),
        [](const ui::Item& item) { return !item.key.starts_with("bar."); });
    if (things > 0)
        said.push_back({ seen.words.count(Text::VisitorSpokenThings, things), seen.words.language() });
}

void SpokenGuide::read_focus(const Seen& seen, Said& said)
{
    const std::string focus = seen.input.focus().value_or("");
    const auto& items = seen.input.items();
    const auto item =
        std::find_if(items.begin(), items.end(), [&focus](const ui::Item& one) { return one.key == focus; });
    const bool moved = focus != focus_;
    if (item == items.end()) {
        if (focus.empty())
            focus_.clear();
        return;
    }
    const ItemPlace place { static_cast<std::size_t>(item - items.begin()) + 1, items.size() };
    Said now = item_said(seen.shown, *item, place, seen.words);
    // What somebody just switched says how it stands now; what time changes does not.
    const bool switched = !moved && acted_frames_ > 0 && !focus_said_.empty() && !same(now, focus_said_);
    if (moved || switched)
        said.insert(said.end(), now.begin(), now.end());
    focus_ = focus;
    focus_said_ = std::move(now);
}

// Letters that came since the last frame, by whichever keyboard, or that some went.
void SpokenGuide::read_typing(const Seen& seen, Said& said)
{
    const std::u32string now = seen.typing ? *seen.typing : std::u32string {};
    const std::u32string before = std::exchange(typed_, now);
    if (std::exchange(typed_in_, screen_) != screen_)
        return; // another field
    const Words& words = seen.words;
    if (now.size() < before.size())
        said.push_back({ words.say(Text::VisitorSpokenDeleted), words.language() });
    if (now.size() <= before.size())
        return;
    const auto first = std::mismatch(before.begin(), before.end(), now.begin()).second;
    const bool hidden = seen.privacy == sound::Utterance::Privacy::Secret
        || (seen.privacy == sound::Utterance::Privacy::Personal && !speaker_->is_private());
    const auto came = std::u32string(first, first + static_cast<std::ptrdiff_t>(now.size() - before.size()));
    for (const char32_t letter : came) {
        std::string echo = letter == U' ' ? words.say(Text::VisitorSpokenSpace) : utf8(letter);
        if (hidden)
            echo = words.say(Text::VisitorSpokenTyped); // that a key worked, not which
        said.push_back({ std::move(echo), words.language() });
    }
}

} // namespace nextplease::visitor
