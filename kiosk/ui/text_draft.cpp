#include "kiosk/ui/text_draft.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace nextplease::ui {

namespace {

void append_utf8(std::string& to, char32_t c)
{
    const auto byte = [&to](char32_t bits) { to += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

bool is_text(char32_t c)
{
    const bool control = c < 0x20 || (0x7F <= c && c < 0xA0);
    const bool half_of_pair = 0xD800 <= c && c < 0xE000;
    return !control && !half_of_pair && c <= 0x10FFFF;
}

struct Range {
    char32_t first, last;
};

// Vowel signs, accents and the like of the scripts that our keyboards write: they belong to the letter
// before.
constexpr Range kMarks[] {
    { 0x0300, 0x036F },
    { 0x0610, 0x061A },
    { 0x064B, 0x065F },
    { 0x0670, 0x0670 },
    { 0x06D6, 0x06DC },
    { 0x0981, 0x0983 },
    { 0x09BC, 0x09BC },
    { 0x09BE, 0x09CD },
    { 0x0A01, 0x0A03 },
    { 0x0A3C, 0x0A51 },
    { 0x0A70, 0x0A71 },
    { 0x0A81, 0x0A83 },
    { 0x0ABC, 0x0ABC },
    { 0x0ABE, 0x0ACD },
    { 0x200C, 0x200D },
};

bool is_space(char32_t c)
{
    return c == U' ' || c == U'\n';
}

constexpr std::size_t kWordRoom = 24; // letters; a longer one is moved to more room
constexpr std::size_t kMostEdits = 500;

// As `text.insert(at, 1, c)`, but what it outgrows is overwritten.
void put_in(std::u32string& text, std::size_t at, char32_t c, std::size_t room)
{
    if (text.size() == text.capacity() || text.capacity() < kWordRoom) {
        std::u32string larger;
        larger.reserve(std::max(room, 2 * text.size() + 1));
        larger = text;
        text.swap(larger);
        wipe(larger);
    }
    text.insert(at, 1, c);
}

// Letters that were taken out leave nothing behind the end.
void take_out(std::u32string& text, std::size_t at, std::size_t count)
{
    text.erase(at, count);
    const std::size_t size = text.size();
    text.append(count, U'\0');
    text.resize(size);
}

} // namespace

bool is_mark(char32_t c)
{
    for (const Range& range : kMarks)
        if (range.first <= c && c <= range.last)
            return true;
    return false;
}

void wipe(std::u32string& text)
{
    text.resize(text.capacity());
    explicit_bzero(text.data(), text.size() * sizeof(char32_t));
    text.clear();
}

// ---- What can be taken back ----

void DraftHistory::begin_edit(Edit edit)
{
    edit.typed.reserve(kWordRoom);
    edit.removed.reserve(kWordRoom);
    if (done_.size() == kMostEdits) {
        ui::wipe(done_.front().typed);
        ui::wipe(done_.front().removed);
        done_.pop_front();
    }
    done_.push_back(std::move(edit));
}

void DraftHistory::typed(std::size_t at, char32_t c)
{
    forget(undone_);
    const bool goes_on = !done_.empty() && done_.back().removed.empty() && !done_.back().typed.empty()
        && at == done_.back().at + done_.back().typed.size()
        && !(is_space(done_.back().typed.back()) && !is_space(c));
    if (!goes_on)
        begin_edit({ .at = at, .removed = {}, .typed = {} });
    std::u32string& word = done_.back().typed;
    put_in(word, word.size(), c, kWordRoom);
}

void DraftHistory::removed(std::size_t at, char32_t c, Towards towards)
{
    forget(undone_);
    const bool removing = !done_.empty() && done_.back().typed.empty() && !done_.back().removed.empty();
    const bool goes_back = removing && towards == Towards::Start && at + 1 == done_.back().at
        && !(is_space(c) && !is_space(done_.back().removed.front()));
    const bool goes_on = removing && towards == Towards::End && at == done_.back().at
        && !(is_space(c) && !is_space(done_.back().removed.back()));
    if (!goes_back && !goes_on)
        begin_edit({ .at = at, .removed = {}, .typed = {} });
    Edit& edit = done_.back();
    edit.at = at;
    put_in(edit.removed, goes_on ? edit.removed.size() : 0, c, kWordRoom);
}

bool DraftHistory::swap(std::u32string& text, std::size_t& caret, std::size_t at, const std::u32string& out,
    const std::u32string& in)
{
    if (at > text.size() || text.compare(at, out.size(), out) != 0)
        return false;
    take_out(text, at, out.size());
    for (std::size_t i = 0; i < in.size(); ++i)
        put_in(text, at + i, in[i], text.size() + in.size());
    caret = at + in.size();
    return true;
}

void DraftHistory::undo(std::u32string& text, std::size_t& caret)
{
    if (done_.empty())
        return;
    const Edit& edit = done_.back();
    if (!swap(text, caret, edit.at, edit.typed, edit.removed)) {
        wipe();
        return;
    }
    undone_.push_back(edit);
    ui::wipe(done_.back().typed);
    ui::wipe(done_.back().removed);
    done_.pop_back();
}

void DraftHistory::redo(std::u32string& text, std::size_t& caret)
{
    if (undone_.empty())
        return;
    const Edit& edit = undone_.back();
    if (!swap(text, caret, edit.at, edit.removed, edit.typed)) {
        wipe();
        return;
    }
    done_.push_back(edit);
    ui::wipe(undone_.back().typed);
    ui::wipe(undone_.back().removed);
    undone_.pop_back();
}

void DraftHistory::forget(std::deque<Edit>& edits)
{
    for (Edit& edit : edits) {
        ui::wipe(edit.typed);
        ui::wipe(edit.removed);
    }
    edits.clear();
}

void DraftHistory::wipe()
{
    forget(done_);
    forget(undone_);
}

// ---- The text ----

void TextDraft::insert(char32_t c)
{
    const bool line_break = lines && c == U'\n';
    if ((!is_text(c) && !line_break) || text.size() >= limit)
        return;
    put_in(text, caret, c, limit);
    history.typed(caret, c);
    ++caret;
}

void TextDraft::apply(KeyCode key)
{
    switch (key) {
    case KeyCode::Backspace:
        if (caret > 0) {
            --caret;
            history.removed(caret, text[caret], DraftHistory::Towards::Start);
            take_out(text, caret, 1);
        }
        break;
    case KeyCode::Delete:
        if (caret < text.size()) {
            do {
                history.removed(caret, text[caret], DraftHistory::Towards::End);
                take_out(text, caret, 1);
            } while (caret < text.size() && is_mark(text[caret]));
        }
        break;
    case KeyCode::Left:
        caret -= caret > 0 ? 1 : 0;
        while (caret > 0 && is_mark(text[caret]))
            --caret;
        break;
    case KeyCode::Right:
        caret += caret < text.size() ? 1 : 0;
        while (caret < text.size() && is_mark(text[caret]))
            ++caret;
        break;
    case KeyCode::Home:
        caret = 0;
        break;
    case KeyCode::End:
        caret = text.size();
        break;
    case KeyCode::Undo:
        undo();
        break;
    default:
        break;
    }
}

void TextDraft::undo()
{
    history.undo(text, caret);
}

void TextDraft::redo()
{
    history.redo(text, caret);
}

void TextDraft::clear()
{
    wipe(text);
    history.wipe();
    caret = 0;
    keyboard = {};
}

std::string TextDraft::utf8() const
{
    return utf8_until(text.size());
}

std::string TextDraft::utf8_until(std::size_t letters) const
{
    std::string bytes;
    for (std::size_t i = 0; i < letters && i < text.size(); ++i)
        append_utf8(bytes, text[i]);
    return bytes;
}

std::size_t TextDraft::letters_in(std::size_t bytes) const
{
    std::size_t letters = 0;
    for (std::size_t passed = 0; letters < text.size() && passed < bytes; ++letters) {
        const char32_t c = text[letters];
        passed += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return letters;
}

} // namespace nextplease::ui
