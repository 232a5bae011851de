#include "core/base/catalogue.h"

#include "core/base/catalogue_data.h"
#include "core/base/error.h"
#include "core/base/number_words.h"

#include "text_keys.h"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cassert>
#include <fmt/format.h>

namespace nextplease {
namespace {

struct KeyRow {
    const char* key;
    bool plural;
};
constexpr KeyRow kKeys[] = {
#include "text_table.inc"
};

const KeyRow& row_of(Text text)
{
    return kKeys[static_cast<std::size_t>(text)];
}

// One process shows several languages at once, so each has a locale object of its own and nothing is global.
std::locale locale_of(const CompiledCatalogue& compiled)
{
    namespace gettext = boost::locale::gnu_gettext;
    gettext::messages_info info;
    info.language = std::string(compiled.language);
    info.encoding = "UTF-8";
    info.paths.emplace_back(".");
    info.domains.emplace_back("nextplease");
    info.callback = [&compiled](const std::string&, const std::string&) {
        return std::vector<char>(compiled.mo.begin(), compiled.mo.end());
    };
    return { std::locale::classic(), gettext::create_messages_facet<char>(info) };
}

class CompiledWords : public Words {
public:
    explicit CompiledWords(const CompiledCatalogue& compiled)
        : language_(std::string(compiled.language))
        , locale_(locale_of(compiled))
        , own_name_(plain(Text::LanguageOwnName))
        , right_to_left_(plain(Text::LanguageDirection) == "rtl")
        , reviewed_(plain(Text::LanguageCatalogue) == "reviewed")
        , characters_(compiled.characters)
    {
    }

    const Language& language() const override { return language_; }
    bool right_to_left() const override { return right_to_left_; }
    std::string_view own_name() const override { return own_name_; }
    bool reviewed() const override { return reviewed_; }
    std::string_view characters() const override { return characters_; }

    std::string say(Text text, Parts parts) const override { return fill(plain(text), parts, nullptr); }

    std::string count(Text text, long count, Parts parts) const override
    {
        assert(row_of(text).plural);
        const char* key = row_of(text).key;
        return fill(boost::locale::ngettext(key, key, static_cast<int>(count), locale_), parts, &count);
    }

private:
    std::string plain(Text text) const { return boost::locale::gettext(row_of(text).key, locale_); }

    // A part runs as its first letter does (FSI). One that was itself said in this language, such as a date,
    // has its letters within isolates, where they do not count: it runs as the language does (RLI).
    std::string isolated(const std::string& value) const
    {
        if (!right_to_left_)
            return value;
        const bool said = value.find("\u2068") != std::string::npos;
        return (said ? "\u2067" : "\u2068") + value + "\u2069";
    }

    std::string fill(const std::string& pattern, Parts parts, const long* count) const
    {
        fmt::dynamic_format_arg_store<fmt::format_context> values;
        for (const Part& part : parts)
            values.push_back(fmt::arg(std::string(part.name).c_str(), isolated(part.value)));
        if (count)
            values.push_back(fmt::arg("count", isolated(number_words(*count, *this))));
        return fmt::vformat(pattern, values);
    }

    Language language_;
    std::locale locale_;
    std::string own_name_;
    bool right_to_left_;
    bool reviewed_;
    std::string_view characters_;
};

const std::vector<std::unique_ptr<const Words>>& all_words()
{
    static const std::vector<std::unique_ptr<const Words>> all = [] {
        std::vector<std::unique_ptr<const Words>> made;
        for (const CompiledCatalogue& compiled : compiled_catalogues())
            made.push_back(std::make_unique<CompiledWords>(compiled));
        return made;
    }();
    return all;
}

} // namespace

const Words& words(const Language& language)
{
    for (const auto& one : all_words()) {
        if (one->language() == language)
            return *one;
    }
    std::string known;
    for (const Language& one : languages())
        known += (known.empty() ? "" : ", ") + one.text();
    throw InputError(
        fmt::format("there is no catalogue for language \"{}\": write one of {}", language.text(), known));
}

const std::vector<Language>& languages()
{
    static const std::vector<Language> all = [] {
        std::vector<Language> made;
        for (const auto& one : all_words())
            made.push_back(one->language());
        return made;
    }();
    return all;
}

} // namespace nextplease
