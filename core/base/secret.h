// A text that somebody confides to us: it is wiped from memory when it is no longer needed.
#pragma once

#include <string>
#include <string_view>

namespace nextplease {

// Overwrites every byte that the text has room for, in a way that no compiler leaves out, and empties it.
void wipe(std::string& text);

// Each copy wipes itself at the end of its life, and what it held before another is put in.
class Secret {
public:
    Secret() = default;
    // Wipes `text`, which it is copied from.
    explicit Secret(std::string&& text)
        : text_(text)
    {
        wipe(text);
    }
    explicit Secret(std::string_view text)
        : text_(text)
    {
    }
    Secret(const Secret&) = default;
    // A short text is copied by a move: the other keeps nothing either.
    Secret(Secret&& other) noexcept
        : text_(std::move(other.text_))
    {
        wipe(other.text_);
    }
    Secret& operator=(const Secret& other)
    {
        if (this != &other) {
            wipe(text_);
            text_ = other.text_;
        }
        return *this;
    }
    Secret& operator=(Secret&& other) noexcept
    {
        if (this != &other) {
            wipe(text_);
            text_ = std::move(other.text_);
            wipe(other.text_);
        }
        return *this;
    }
    ~Secret() { wipe(text_); }

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

} // namespace nextplease
