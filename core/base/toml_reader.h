// Strict reading of a TOML file that a person wrote. Every refusal is an InputError that says
// "file:line:column: what is wrong and what to write instead". The library behind it is named in
// toml_reader.cpp alone.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease {

// Inclusive.
struct WholeRange {
    std::int64_t from;
    std::int64_t to;
};

class TomlTable;

// A value in the file, and how it is called in messages. Valid as long as its document.
class TomlValue {
public:
    // "idle_seconds", "hours.monday"
    const std::string& name() const { return name_; }

    // Each refuses a value of another kind.
    std::string text() const; // one line, not blank
    std::string text_or_empty() const; // one line
    std::int64_t whole(WholeRange range) const;
    double number(WholeRange range) const; // a whole number or one with a point
    bool yes_no() const;
    std::string one_of(std::span<const std::string_view> choices) const;
    std::vector<TomlValue> list() const; // the values between [ and ], in order
    std::vector<TomlTable> tables(std::span<const std::string_view> known) const; // [[name]]
    TomlTable table(
        std::span<const std::string_view> known) const; // [name]: refuses a key that is not `known`
    TomlTable any_table() const; // keys are the file's own, such as dates or languages

    bool is_text() const;
    bool is_table() const;

    // Throws InputError at this value: "file:line:column: `sentence`".
    [[noreturn]] void refuse(const std::string& sentence) const;

private:
    friend class TomlTable;
    friend class TomlDocument;
    TomlValue(const std::string& file, const void* node, std::string name)
        : file_(&file)
        , node_(node)
        , name_(std::move(name))
    {
    }
    [[noreturn]] void refuse_kind(std::string_view wanted) const;
    std::string shown() const;

    const std::string* file_;
    const void* node_; // toml::node
    std::string name_;
};

// Keys with values. Valid as long as its document.
class TomlTable {
public:
    std::optional<TomlValue> find(std::string_view key) const;
    // Refuses a table that lacks it; `example` is what to write, such as `code = "A"`.
    TomlValue need(std::string_view key, std::string_view example) const;

    std::vector<std::string> keys() const; // in alphabetical order

    // Throws InputError at the key itself. REQUIRES: it is there.
    [[noreturn]] void refuse_key(std::string_view key, const std::string& sentence) const;
    // Where the table begins.
    [[noreturn]] void refuse(const std::string& sentence) const { self_.refuse(sentence); }

private:
    friend class TomlValue;
    friend class TomlDocument;
    explicit TomlTable(TomlValue self)
        : self_(std::move(self))
    {
    }
    void refuse_unknown(std::span<const std::string_view> known) const;
    std::string path_of(std::string_view key) const;

    TomlValue self_;
};

// A parsed file. Constant: any thread.
class TomlDocument {
public:
    // `name` stands for the file in messages. Throws InputError for what is not TOML, a key given twice
    // included.
    TomlDocument(const std::string& text, std::string name);
    ~TomlDocument();
    TomlDocument(const TomlDocument&) = delete;
    TomlDocument& operator=(const TomlDocument&) = delete;

    TomlTable root(std::span<const std::string_view> known) const;
    TomlTable any_root() const; // keys are the file's own

    // Wherever the file gives words by language, all of its keys being among `languages`, and has them in
    // `from` and not in `to`: adds the translation, where `translations` has one.
    using Translations = std::map<std::string, std::string>;
    void translate(std::string_view from, std::string_view to, const Translations& translations,
        std::span<const std::string_view> languages);

private:
    struct Parsed;
    std::string name_;
    std::unique_ptr<Parsed> parsed_;
};

// The one of `known` that was probably meant: no further than a slip or two away; "" if there is none.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

} // namespace nextplease
