// Every visible word, in every language. The keys are generated from assets/lang/en.po at build time; a
// language that lacks one fails the build. Words that the council supplies (names of services) come from
// kiosk.conf instead.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <fmt/args.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

// The key of a text. Whoever names one includes "text_keys.h", which is generated; whoever only hands one on
// need not be compiled anew when another is added.
enum class Text : std::uint16_t;

// A named part of a sentence: {"minutes", 12} fills {minutes}. Texts are set apart from the words around them
// (Unicode isolates) in right-to-left languages, so that a code such as B042 keeps its order.
struct Part {
    std::string_view name;
    std::string value;
    Part(std::string_view part, std::string text)
        : name(part)
        , value(std::move(text))
    {
    }
    Part(std::string_view part, long number)
        : name(part)
        , value(std::to_string(number))
    {
    }
};
using Parts = std::initializer_list<Part>;

// The words of one language. Constant: any thread.
class Words {
public:
    virtual ~Words() = default;
    virtual const Language& language() const = 0;
    virtual bool right_to_left() const = 0;
    // The language's own name in its own script.
    virtual std::string_view own_name() const = 0;
    // Somebody who speaks the language has read all of it.
    virtual bool reviewed() const = 0;
    // Every character of what visitors may read in it, each once: to see whether the fonts have them.
    virtual std::string_view characters() const = 0;

    virtual std::string say(Text text, Parts parts = {}) const = 0;
    // The plural form for `count`, which also fills {count}: "1,284". REQUIRES: `text` has plural forms.
    virtual std::string count(Text text, long count, Parts parts = {}) const = 0;
};

// The words of a language, loaded once. Throws InputError if there are none: write one of languages().
const Words& words(const Language& language);

// Every language that there is a catalogue for.
const std::vector<Language>& languages();

} // namespace nextplease
